"""Deadlines in their sentences, as a list of decisions of a meeting in December 2021 has them."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from lanzadash.reading.cues import Frame
from lanzadash.reading.deadlines import Context, find_deadlines
from lanzadash.records import Deadline, Place, Verb

FRAME = Frame(
    start=dt.date(2021, 11, 30),
    end=dt.date(2021, 12, 3),
    after=dt.date(2021, 11, 30),
    meetings=((36, (dt.date(2022, 2, 22), dt.date(2022, 2, 25))),),
)

# due ("<": that day is too late; "words": not resolved), force, sentence (~: non-breaking space)
ONE = """
# English, strong
2021-12-10 may | Agreed that replies could be sent at the very latest by 10 December 2021.
2021-12-10 must | Parties shall reply no later than Friday 10 December 2021.
2021-12-10 must | Parties must reply not later than 10 December 2021.
2021-12-10 must | Parties should answer by 10 December 2021 at the latest.
2021-12-10 must | Replies are to reach the Secretariat on 10 December 2021 at the latest.
2021-12-10 must | Comments should be sent on or before 10 December 2021.
2021-12-10 must | Written comments are due by 10 December 2021.
2021-12-10 must | Replies are due on 10 December 2021.
2021-12-10 must | Parties are requested to reply by close of business on 10 December 2021.
2021-12-10 must | Parties are asked to reply before the end of the working day on 10 December 2021.
2021-12-10 must | The deadline for replies is 10 December 2021.
2021-12-10 must | Deadline for comments: 10 December 2021
2021-12-10 must | Set the deadline for written comments at 10 December 2021.
2021-12-10 must | Set 10 December 2021 as the deadline for written comments.
2021-12-10 may | Invited comments (deadline 10 December 2021) on the draft.
2021-12-10 must | Comments, for which the time limit is 10 December 2021, are welcome.
2021-12-10 must | The closing date for contributions shall be 10 December 2021.
2021-12-10 must | Latest by 10 December 2021, Parties shall send their tables.
# English, weak
2021-12-10 may | Invited Parties to send their comments by 10 December 2021.
2021-12-10 must | Requested Parties to send their comments by 10 December 2021.
2021-12-10 must | Instructed the Secretariat to circulate a draft by 10 December 2021.
2021-12-10 may | Instructed the Secretariat to invite Parties to comment by 10 December 2021.
2021-12-10 must | By 10 December 2021, Parties shall provide the missing tables.
<2021-12-10 may | Before 10 December 2021 delegations may send amendments.
<2021-12-10 may | Invited Parties to comment before 10 December 2021.
<2021-12-10 must | Parties should send figures prior to 10 December 2021.
2021-12-10 may | Parties can send figures until 10 December 2021.
2021-12-10 must | The questionnaire will remain open until 10 December 2021.
2021-12-10 may | Further input may be provided up to and including 10 December 2021.
2021-12-10 must | Agreed that replies received by 10 December 2021 will be reflected.
2021-12-10 must | The Secretariat will publish the replies by 10 December 2021.
2021-12-10 may | Amendments could be sent between 4 and 10 December 2021.
2021-12-10 may | Amendments may be submitted from 4 to 10 December 2021.
2021-12-10 must | Agreed that delegations wishing to speak are to register by 10 December 2021.
# other forms of the date
2021-12-10 must | Parties shall reply by 10.12.2021.
2021-12-10 must | Parties shall reply by 10/12/2021.
2021-12-10 must | Parties shall reply by 2021-12-10.
2021-12-10 must | Parties shall reply by December 10, 2021.
2021-12-10 must | Parties shall reply by Friday, 10th December 2021.
2021-12-10 must | Parties shall reply by 10~December~2021.
2022-01-31 must | Parties shall reply by the end of January 2022.
2022-01-31 must | Parties shall reply before the end of January 2022.
2022-12-31 must | Parties shall reply by the end of 2022.
# extended
2021-12-10 must | Agreed to extend the deadline from 6 December 2021 to 10 December 2021.
2021-12-10 must | Agreed to extend the deadline of 6 December 2021 until 10 December 2021.
2021-12-10 must | Decided to extend until 10 December 2021 the deadline for replies.
2021-12-10 must | Decided that the deadline for replies be postponed to 10 December 2021.
2021-12-10 must | Replies shall be sent by 10 December 2021 instead of 6 December 2021.
2021-12-10 must | Agreed that replies received after 10 December 2021 will not be considered.
2021-12-10 must | Les réponses reçues après le 10 décembre 2021 ne seront pas examinées.
2022-01-10 must | Agreed to extend the deadline of 10 December 2021 by one month.
words must | Agreed to extend the deadline for replies by two weeks.
# French
2021-12-10 may | Des réponses pourraient être transmises au plus tard le 10 décembre 2021.
2021-12-10 must | Les Parties doivent répondre au plus tard le vendredi 10 décembre 2021.
2021-12-10 must | Les Parties sont priées de répondre pour le 10 décembre 2021 au plus tard.
<2021-12-10 may | A invité les Parties à répondre avant le 10 décembre 2021.
2021-12-10 may | A invité les Parties à répondre d’ici le 10 décembre 2021.
2021-12-10 must | A demandé aux Parties de répondre d'ici au 10 décembre 2021.
2021-12-10 may | Les Parties peuvent transmettre leurs observations jusqu’au 10 décembre 2021.
2021-12-10 must | A chargé le Secrétariat de diffuser le projet pour le 10 décembre 2021.
2021-12-10 must | La date limite d’envoi des réponses est fixée au 10 décembre 2021.
2021-12-10 must | A fixé au 10 décembre 2021 la date limite pour l’envoi des commentaires.
2021-12-10 must | A fixé l’échéance au 10 décembre 2021.
2021-12-10 must | Date limite : 10 décembre 2021
2021-12-10 must | Les commentaires devront parvenir au Secrétariat le 10 décembre 2021 au plus tard.
2022-01-31 must | Les Parties devraient répondre d’ici fin janvier 2022.
2022-01-31 must | Les Parties devraient répondre d’ici la fin du mois de janvier 2022.
2022-01-31 must | Les Parties devraient répondre avant la fin janvier 2022.
2021-12-10 must | A décidé de prolonger le délai jusqu’au 10 décembre 2021.
2021-12-10 must | A décidé de reporter la date limite du 6 décembre 2021 au 10 décembre 2021.
2022-02-01 must | Les réponses sont attendues pour le 1er février 2022.
# no year: the next such day after the meeting
2021-12-10 must | Parties shall reply by 10 December.
<2022-01-15 must | Les Parties doivent répondre avant le 15 janvier.
# a weekday behind an elision, closing calls, moved dates before their noun, days too late
2021-12-10 may | Les Parties pourront écrire jusqu’au vendredi 10 décembre 2021.
2021-12-10 must | Took note that the call for projects closes on 10 December 2021.
2021-12-10 must | Les inscriptions seront closes le 10 décembre 2021.
2021-12-10 must | The deadline for the other Parties remains 10 December 2021.
2021-12-10 must | L’échéance pour les autres Parties demeure fixée au 10 décembre 2021.
2021-12-29 must | Postponed from 15 to 29 December 2021 the deadline for comments.
2021-12-10 must | Proroge au 10 décembre 2021, fin de journée, le délai de réponse.
2021-12-10 must | Any volunteer should write to the Secretariat and not after 10 December 2021.
2021-12-10 must | Toute délégation devrait écrire, et pas après le 10 décembre 2021.
# the end of a period that the meeting gives
2021-12-31 must | Parties shall reply by the end of the year.
2021-12-31 must | Les Parties doivent répondre avant la fin du mois.
2022-01-31 must | Draft texts should be available by the end of January.
2022-02-28 must | Les Parties doivent répondre d’ici à la fin février.
# relative, with a base that is printed
2021-12-10 must | Parties shall reply within one week of this meeting.
2021-12-17 may | Invited Parties to comment within two weeks after the end of the meeting.
2022-01-03 must | Parties shall reply no later than one month after this meeting.
<2022-02-22 may | Invited Parties to comment before its 36th meeting.
2022-02-08 must | Parties should comment two weeks before the 36th meeting at the latest.
2022-02-08 must | Parties should comment at least two weeks before its 36th meeting.
2021-12-10 may | A invité à répondre dans un délai d’une semaine à compter de la présente réunion.
2021-12-17 must | Les Parties doivent répondre dans les deux semaines suivant la réunion.
# relative, without
words must | Each Party shall reply within six months of ratification.
words must | Parties shall reply within one month of receipt of the questionnaire.
<words may | Invited Parties to comment before its 37th meeting.
<words must | Requested the Bureau to report back before its next meeting.
words must | Chaque Partie doit répondre dans les six mois suivant la ratification.
<words may | A invité les Parties à répondre avant sa prochaine réunion.
words must | Parties shall reply within ten working days of this meeting.
words must | Parties shall send their replies by January 2022.
<words must | Les Parties doivent répondre avant mars 2022.
words must | Parties shall reply by 15 November.
words must | A demandé à chaque Partie de répondre dans les trente jours.
words must | Les Parties doivent compléter leurs réponses sous quinzaine.
words must | Delegates should register no less than two weeks in advance.
words must | Observers should send their views not later than the same date.
"""

NONE = """
Decided to fix for 10 December 2021 a hearing on the deadline for replies.
Regretted that reported cases had doubled within two months.
The Committee will be invited to examine the replies received by 10 December 2021.
Adopted compliance reports on 41 Parties on 10 December 2021.
Took note of the report adopted by 41 Parties on 10 December 2021.
Agreed that the draft will be considered at its 36th meeting (22-25 February 2022).
Decided to examine the draft during its 36th meeting (22-25 February 2022).
Took note of the conference held on 10 December 2021 in Rome.
Took note of the conference to be held on 10 December 2021.
Elected Ms Jane Doe as Chairperson until 31 December 2023.
Noted that the project runs until 31 December 2023.
Noted that 38 Parties had replied by 15 November 2021.
Noted that the deadline of 15 October 2021 had passed.
Took note of the replies received by 1 November 2021.
Adopted the working document of 15 November 2021.
Recalled that the Convention entered into force on 1 July 2010.
Took note of activities during the period until 30 June 2022.
Noted that the mandate of the Bureau is extended until 30 June 2022.
Decided to suspend the examination until 30 June 2022.
Agreed to do so in time prior to its adoption during its 36th meeting (22-25 February 2022).
Took note of what was agreed before its 34th meeting.
Agreed that the 37th meeting will be held before 30 June 2022.
Took note of the questionnaire sent in October 2021.
Took note of the study, completed within 6 months of ratifying.
Welcomed the event of Friday 10 December 2021 by the Netherlands.
A pris note de la conférence prévue pour le 10 décembre 2021.
A élu Mme Dupont à la présidence jusqu’au 31 décembre 2023.
A pris note des réponses reçues avant le 15 novembre 2021.
A convenu d’examiner le projet lors de sa 36e réunion (22-25 février 2022).
A décidé que la réunion se tiendra du 22 au 25 février 2022.
A salué l’entrée en vigueur de la Convention le 1er avril 2022.
"""


def rows(table: str) -> list[str]:
    lines = [line for line in table.strip().splitlines() if not line.startswith("#")]
    return [line.replace("~", "\u00a0") for line in lines]


def read(text: str) -> list[Deadline]:
    return find_deadlines(text, Context(FRAME), Place(block=1))


def due(deadline: Deadline) -> str:
    day = deadline.due.isoformat() if deadline.due else "words"
    return day if deadline.inclusive else f"<{day}"


@pytest.mark.parametrize("row", rows(ONE))
def test_one_deadline(row: str) -> None:
    expected, text = row.split(" | ")
    found = read(text)
    assert [f"{due(one)} {one.force}" for one in found] == [expected]
    assert found[0].printed in text
    assert (found[0].relative is None) == (found[0].due is not None)


@pytest.mark.parametrize("text", rows(NONE))
def test_no_deadline(text: str) -> None:
    assert read(text) == []


# sentence (in pieces), then for each deadline: due, codes, what must be part of "what"
SEVERAL = [
    (
        "Parties shall reply by 10 December 2021 and the Secretariat shall circulate "
        "a compilation by 15 January 2022.",
        [("2021-12-10", [], "reply"), ("2022-01-15", [], "compilation")],
        "two verbs",
    ),
    (
        "Comments on R7 shall be sent by 10 December 2021 and on R11 by 15 January 2022.",
        [("2021-12-10", ["R7"], "Comments on R7"), ("2022-01-15", ["R11"], "R11")],
        "codes before the dates",
    ),
    (
        "Comments shall be sent by 10 December 2021 for R7 and by 15 January 2022 for R11.",
        [("2021-12-10", ["R7"], "Comments"), ("2022-01-15", ["R11"], "R11")],
        "codes behind the dates",
    ),
    (
        "Information on R7 and R11 shall be sent by 10 December 2021 (text) and 15 January 2022 "
        "(figures).",
        [("2021-12-10", ["R7", "R11"], "Information"), ("2022-01-15", ["R7", "R11"], "")],
        "one cue for two dates",
    ),
    (
        "Parties shall reply by 10 December 2021; they may add figures until 15 January 2022.",
        [("2021-12-10", [], "reply"), ("2022-01-15", [], "figures")],
        "two clauses",
    ),
    (
        "Les Parties doivent répondre sur R7 avant le 10 décembre 2021 et sur R11 "
        "au plus tard le 15 janvier 2022.",
        [("<2021-12-10", ["R7"], "R7"), ("2022-01-15", ["R11"], "R11")],
        "French",
    ),
    (
        "Instructed the Secretariat to circulate by 10 December 2021 a draft and to publish it "
        "no later than 15 January 2022.",
        [("2021-12-10", [], "a draft"), ("2022-01-15", [], "publish it")],
        "the object behind the date",
    ),
]


@pytest.mark.parametrize(("text", "expected", "why"), SEVERAL)
def test_several_deadlines(text: str, expected: list[tuple[str, list[str], str]], why: str) -> None:
    found = read(text)
    assert [(due(one), one.recommendations) for one in found] == [row[:2] for row in expected], why
    for one, (_, _, words) in zip(found, expected, strict=True):
        assert words in one.what, why


CLOCKS = """
17:00 Europe/Paris | Parties shall reply by 10 December 2021, 17:00 (CET).
17:00 None | Parties shall reply by 5 p.m. on 10 December 2021.
17:30 None | Parties shall reply by 10 December 2021 at 5.30 pm.
12:00 Europe/Paris | Parties shall reply before noon (Strasbourg time) on 10 December 2021.
23:59 Europe/Paris | Parties shall reply by midnight (CET) on 10 December 2021.
None None | Parties shall reply by close of business on 10 December 2021.
12:00 Europe/Paris | Les Parties doivent répondre avant le 10 décembre 2021 à midi (heure de Paris).
18:00 None | Les Parties doivent répondre le 10 décembre 2021 à 18h00 au plus tard.
17:00 UTC | Parties shall reply no later than 17.00 UTC on Friday 10 December 2021.
"""


@pytest.mark.parametrize("row", rows(CLOCKS))
def test_time_and_zone(row: str) -> None:
    expected, text = row.split(" | ")
    (found,) = read(text)
    assert f"{found.time} {found.zone}" == expected
    assert (due(found), found.inclusive) == ("2021-12-10", True)


# where to send it: the sentence's own address, else the decision's only one
ADDRESSES = [
    ("Parties shall reply to a@coe.int by 10 December 2021.", (), "a@coe.int"),
    ("Parties shall reply by 10 December 2021.", ("a@coe.int",), "a@coe.int"),
    ("Parties shall reply by 10 December 2021.", ("a@coe.int", "b@coe.int"), None),
    ("Parties shall reply to a@coe.int or b@coe.int by 10 December 2021.", (), None),
    ("Register at https://coe.int/form by 10 December 2021.", (), "https://coe.int/form"),
    ("Parties shall reply by 10 December 2021 to (a@coe.int).", ("b@coe.int",), "a@coe.int"),
]


@pytest.mark.parametrize(("text", "around", "expected"), ADDRESSES)
def test_address(text: str, around: tuple[str, ...], expected: str | None) -> None:
    (found,) = find_deadlines(text, Context(FRAME, addresses=around), Place(block=1))
    assert found.submit_to == expected


def test_codes_that_are_only_pointed_at() -> None:
    text = "Information on these Recommendations shall be sent by 10 December 2021."
    (found,) = find_deadlines(text, Context(FRAME, codes=("R7", "R11")), Place(block=1))
    assert found.recommendations == ["R7", "R11"]
    (found,) = find_deadlines(
        text.replace("these", "other"), Context(FRAME, codes=("R7",)), Place(block=1)
    )
    assert found.recommendations == []


def test_a_day_without_year_stays_words_where_no_meeting_is_known() -> None:
    (found,) = find_deadlines("Parties shall reply by 10 May.", Context(Frame()), Place(block=1))
    assert (found.due, found.relative) == (None, "by 10 May")


def test_a_day_before_the_meeting_counts_in_an_agenda() -> None:
    frame = Frame(start=FRAME.start, end=FRAME.end)
    text = "Amendments to be sent by 15 November 2021"
    (found,) = find_deadlines(text, Context(frame), Place(block=1))
    assert due(found) == "2021-11-15"


# what the decision around does decides over "by" and "until", never over "at the latest"
TONES = [
    ("take_note", "Took note that the Commission intends to publish it by 10 December 2021.", 0),
    ("welcome", "Welcomed the will of Ireland to ratify by 10 December 2021.", 0),
    ("take_note", "Took note that Parties are to reply by 10 December 2021.", 1),
    ("take_note", "Took note that the Secretariat will publish it by 10 December 2021.", 1),
    ("take_note", "Took note of the replies, to be sent by 10 December 2021 at the latest.", 1),
    ("agree", "a first report by 10 December 2021;", 1),
    ("adopt", "a first report by 10 December 2021;", 0),
]


@pytest.mark.parametrize(("verb", "text", "count"), TONES)
def test_what_the_decision_does(verb: Verb, text: str, count: int) -> None:
    frame = replace(FRAME, verb=verb)
    assert len(find_deadlines(text, Context(frame), Place(block=1))) == count


def test_a_point_does_what_its_lead_asks() -> None:
    frame = replace(FRAME, lead="Invited Parties to send to the Secretariat:")
    (found,) = find_deadlines("figures, by 10 December 2021;", Context(frame), Place(block=1))
    assert (due(found), found.force) == ("2021-12-10", "may")
