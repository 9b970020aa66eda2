"""How a decision of the 50th meeting relates to the meetings it names."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from lanzadash.reading import Rules
from lanzadash.reading.mentions import meeting_mentions, meetings_named, relation_texts
from lanzadash.records import Meeting, Reading

OWN = Meeting(body="T-ES", number=50)

# the number and the relation of each meeting, then the sentence
TOLD = """
49 follows_up | Agreed to wait for the glossary, as decided during its 49th meeting.
49 follows_up | Agreed, as agreed upon at its 49th meeting (4-7 May 2027), to publish the note.
49 follows_up | Further to the decision taken at its 49th meeting, set up a drafting group.
49 follows_up | Following the exchange of views held during the 49th meeting, adopted the note.
49 follows_up | In line with the conclusions of its 49th meeting, invited two experts.
49 follows_up | Continued the reading begun at its 49th meeting.
49 follows_up | Instructed the Secretariat to implement decision 12 of its 49th meeting.
49 follows_up | Confirmed the decision adopted at its 49th meeting on working languages.
49 follows_up | Comme convenu lors de sa 49e réunion, adopte la note.
49 follows_up | Décide, ainsi qu’il en avait été décidé à sa 49e réunion, de publier le glossaire.
49 follows_up | À la suite des échanges tenus lors de sa 49e réunion, charge le Bureau d’un projet.
49 follows_up | Conformément à la décision prise lors de sa 49e réunion, invite deux experts.
49 follows_up | Poursuit l’examen entamé lors de sa 49e réunion.
51 postpones | Decided to postpone the reading of chapter II to its 51st meeting.
51 postpones | Agreed to defer the election until its 51st meeting (1-3 June 2027).
51 postpones | Agreed to carry over the remaining items to its 51st meeting.
51 postpones | Décide de reporter l’examen du chapitre II à sa 51e réunion.
51 postpones | Ajourne l’élection à sa 51e réunion.
51 postpones | Est convenu de renvoyer la question à la 51e réunion.
51 considered_at | Agreed that the draft will be considered at its 51st meeting (1-3 June 2027).
51 considered_at | Decided to pursue the examination of the draft during its 51st meeting.
51 considered_at | Agreed to examine at the 51st meeting the replies still to come.
51 considered_at | Agreed to return to Rule 2.1§2 at its 51st meeting.
51 considered_at | Placed the matter on the agenda of its 51st meeting.
51 considered_at | Took note that its 51st meeting will examine the draft.
51 considered_at | to enable its adoption scheduled during its 51st meeting (1-3 June 2027).
51 considered_at | Agreed to take stock of the follow-up during its 51st meeting.
51 considered_at | Est convenu que le projet sera examiné lors de sa 51e réunion.
51 considered_at | Décide d’inscrire ce point à l’ordre du jour de sa 51e réunion.
51 considered_at | Convient de faire le point sur les suites données lors de sa 51e réunion.
51 considered_at | afin de permettre la première lecture du projet à sa 51e réunion.
49 fulfils | Examined the table prepared by the Secretariat, as requested at its 49th meeting.
49 fulfils | Took note of the information received as requested during its 49th meeting.
49 fulfils | Welcomed the note submitted in response to the request made at its 49th meeting.
49 fulfils | Prend note du tableau établi par le Secrétariat, comme demandé lors de sa 49e réunion.
49 fulfils | Examine les réponses reçues en réponse à la demande formulée lors de sa 49e réunion.
49 follows_up | Agreed that replies shall be submitted as requested at its 49th meeting.
49 amends | Amended its decision taken during its 49th meeting on the composition of the group.
49 amends | Decided to amend decision 12 of its 49th meeting.
49 amends | Modifie sa décision prise lors de sa 49e réunion sur la composition du groupe.
49 amends | Décide de modifier le paragraphe 12 de la liste des décisions de sa 49e réunion.
49 supersedes | Adopted a timetable which replaces the decision taken at its 49th meeting.
49 supersedes | Agreed that this paragraph supersedes decision 7 of its 49th meeting.
49 supersedes | Adopte un calendrier qui remplace la décision prise lors de sa 49e réunion.
49 supersedes | Convient d’annuler la décision 7 de sa 49e réunion.
49 cites | Took note that paragraphs 12 and 13 of the list of decisions of its 49th meeting apply.
49 cites | Took note of the oral report on its 49th meeting.
49 cites | Remercie les autorités qui ont accueilli sa 49e réunion.
51 cites | Decided to postpone its 51st meeting, announced for 1-3 June 2027, to 8-10 June 2027.
51 cites | Decided to hold its 51st meeting in Rome on 1-3 June 2027.
51 cites | Decides to hear young athletes in the margins of its 51st meeting.
51 cites | Invited Finland, which has offered to host its 51st meeting, to confirm its offer.
51 cites | Décide de tenir sa 51e réunion du 1er au 3 juin 2027.
51 cites | Agreed that texts shall be handed in two weeks before its 51st meeting.
49 follows_up; 51 postpones | Further to the decision taken at its 49th meeting, agreed to \
postpone the item to its 51st meeting.
49 follows_up; 51 considered_at | As decided during its 49th meeting, agreed that the draft \
will be considered at its 51st meeting.
48 cites; 49 follows_up | Recalled its 48th meeting; published the note as decided at its 49th \
meeting.
50 None | Adopted the list of decisions of its 50th meeting.
50 None | Agreed, as decided during its 50th meeting, to publish the note.
"""


@pytest.mark.parametrize("row", TOLD.strip("\n").splitlines())
def test_the_words_before_a_meeting_tell_the_relation(row: str, rules: Rules) -> None:
    expected, text = row.split(" | ")
    mentions = meeting_mentions(meetings_named([text], rules, OWN), 1, 1)
    assert "; ".join(f"{one.number} {one.relation}" for one in mentions) == expected


def test_a_relation_is_kept_with_our_name_of_the_cue_and_the_words(rules: Rules) -> None:
    text = "Agreed to wait, as decided during its 49th meeting, and thanked the hosts."
    named = meetings_named([text], rules, OWN)
    (mention,) = meeting_mentions(named, 3, 4)
    (words,) = relation_texts(named, 4)
    assert (mention.relation, mention.cue) == ("follows_up", "as_decided")
    assert (words.index, words.meeting, words.cue) == (4, 49, "as_decided")
    assert words.words == "as decided during its 49th meeting"


def test_of_two_relations_to_one_meeting_the_one_with_a_cue_counts(rules: Rules) -> None:
    texts = ["Recalled its 49th meeting.", "Published the note, as decided at its 49th meeting."]
    (mention,) = meeting_mentions(meetings_named(texts, rules, OWN), None, 1)
    assert mention.relation == "follows_up"


def test_without_a_number_of_its_own_the_cue_alone_tells(rules: Rules) -> None:
    for own in (None, Meeting(body="T-ES")):
        named = meetings_named(["Postponed the item to its 51st meeting."], rules, own)
        assert [one.related.relation for one in named if one.related] == ["postpones"]


LIST = """T-ES(2031)40_en

LANZAROTE COMMITTEE

List of decisions

61st meeting

Strasbourg, 12-14 November 2030

During the meeting, the Lanzarote Committee:

1. Adopted its agenda.

2. Decided to amend decision 4 of its 60th meeting.

3. Agreed to continue, as decided during its 59th meeting (see list of decisions paras 7-9).

4. Took note that paragraph 12 of the list of decisions of its 58th meeting continues to apply.
"""


def test_paragraphs_share_the_relation_of_their_meeting(
    read_text: Callable[..., Reading],
) -> None:
    reading = read_text(LIST)
    assert [(one.meeting, one.first, one.relation) for one in reading.paragraph_references] == [
        (60, 4, "amends"),
        (59, 7, "follows_up"),
        (58, 12, "cites"),
    ]
    assert [(one.index, one.cue) for one in reading.relations] == [
        (2, "amends_decision"),
        (3, "as_decided"),
    ]
