"""Lists of decisions in the variants of the house style; every sentence here is our own."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from lanzadash.records import Reading

FRENCH = """\
T-ES(2021)51_fr rév.

                                                        1ᵉʳ juillet 2021

COMITÉ DE LANZAROTE
         ..................................
         Liste des décisions

         38e réunion (à distance)

         Lieu : plateforme KUDO

         29 juin – 1er juillet 2021

            Adoptée par le Comité de Lanzarote le 1er juillet 2021

T-ES(2021)51_fr rév.

Le Comité (ci-après « le Comité ») a tenu sa 38e réunion en ligne du 29 juin
au 1er juillet 2021.

Lors de cette réunion, le Comité de Lanzarote :

1.     Ouverture de la réunion

1.     A adopté son ordre du jour.

2.     S’est félicité des efforts de la Géorgie, qui
compte parmi les Parties les plus actives.

3.     A été honoré par la visite de la Secrétaire générale adjointe.

2.     Suivi de la mise en œuvre

Dans le cadre de la procédure de conformité :

4.     A décidé que les informations complémentaires sur les Recommandations R7, R11 et R37
pourraient être transmises au Secrétariat (a.b@coe.int) au plus tard le 10

                                        2

T-ES(2021)51_fr rév.

septembre 2021¹.

5.     A convenu que les projets concernant les recommandations R12 et R15 seront
examinés lors de sa 39ᵉ réunion (4-7 octobre 2021).

S’agissant du questionnaire :

6.     A invité les Parties qui ne l’ont pas encore fait à y répondre avant le 30 juillet 2021
à midi (heure de Strasbourg), et a chargé le Secrétariat d’une synthèse à préparer d’ici au
15 septembre 2021 :
   a) en anglais ;
   b) en français.

¹ Document T-ES(2021)12_fr rév.2, Recommandation R I-5.

3.     Questions de procédure

7.     A pris note de la demande de la Fédération de Russie.
8.     A élu Mme Dupont (Belgique) à la présidence jusqu'au 30 juin 2023.
9.     A adopté la présente liste.
"""

BULLETED = """\
Strasbourg, 12 May 2017
T-ES(2017)77_en FINAL

Lanzarote Committee

List of decisions of the 18th meeting
Strasbourg, 10-12 May 2017

The Lanzarote Committee:

Opening

- adopted its agenda;
- welcomed the ratification by Ireland;

Monitoring round

- took note of the replies received from Austria, Belgium and Malta;
- invited those Parties that have not yet replied to do so by close of business on 30 June 2017;
- instructed the Secretariat to circulate by 15 July 2017 a compilation and to publish it no later
  than 1 September 2017;
- agreed on the following timetable:
  a) first reading at its 19th meeting (4-6 October 2017);
  b) second reading at its 20th meeting.
- decided to hold its next meeting in Strasbourg on 4-6 October 2017 (to be confirmed).
"""

PLAIN = """\
# Lanzarote Committee

## List of decisions

**40th meeting (hybrid)**

Strasbourg and online, 7 and 8 November 2023

The Committee held its 40th meeting in Strasbourg on 7 and 8 November 2023.

During the meeting, the Committee:

### Procedural matters

Adopted its agenda.

Took note of the information provided by Türkiye[^1].

### Compliance procedure

Agreed that comments on Recommendations IV-3 and IV-4 should be sent within two weeks of this \
meeting, and that Parties may send statistics until 31 January 2024.

Elected Ms Jane Doe (Georgia) as Chairperson until 31 December 2025.

Decided that its 41st meeting, initially planned for 6-8 February 2024, will be held on \
13-15 February 2024.

[^1]: See T-ES(2023)14 rev. and paragraphs 12 to 14 of the list of decisions of its 39th meeting.
"""

LETTERED = """\
T-ES(2019)30 prov.
Decisions adopted at the 25th meeting (Nicosia, 15-18 October 2019)

The Lanzarote Committee:

a. Adopted the agenda;
b. Thanked the authorities of Cyprus;
c. Asked Parties to submit, before 15 November 2019, their replies (1);
d. Noted that Recommendation 2175 (2020) and Rule 4§1 are relevant;
e. Will examine Recommendation R12 at its next meeting.

(1) Replies are to be sent to replies@coe.int.
"""

NAMED = """\
# Committee of the Parties (T-ES)

**T-ES(2024)12_en**

## List of decisions

**42nd meeting, Strasbourg, 11–13 June 2024 (hybrid meeting)**

*Adopted on 13 June 2024*

### Item 1 – Opening of the meeting

**Decision 1**

The Committee adopted its agenda as it appears in document T-ES(2024)OJ42.

### Item 2 – Compliance procedure

**Decision 2**

The Committee asked Parties to inform it, no later than **30 September 2024**, of measures taken \
on Recommendations 5, 6 and 9. Replies received after that date will not be used.
"""

AGENDA_HEADINGS = """\
Lanzarote Committee
25th meeting, Nicosia, 15-18 October 2019
List of decisions

1. Opening of the meeting
The Committee adopted the agenda.

2. Follow-up
2.1. Circle of trust
The Committee took note of the state of play.
It asked Parties which have not yet done so to reply before the end of 2019.

3. Dates of the next meetings
The Committee confirmed that its 26th meeting would be held in Strasbourg from 17 to 19 March 2020.
"""

TABLE = """\
# List of decisions

T-ES(2023)05_en
41st meeting (remote), 13-15 February 2024

| No. | Decision | Deadline |
|---|---|---|
| 1 | Adopted the agenda. | |
| 2 | Invited Parties to reply to the survey on R7. | 5 June 2024 |
| 3 | Instructed the Secretariat to prepare a summary by 1 September 2024. | |
"""

POINTS = """\
T-ES(2022)08_en
List of decisions
37th meeting (remote)
14-16 June 2022
The Lanzarote Committee:
1. Adopted its agenda.
As to the Rules of Procedure
2. Agreed on three points:
1. a first one, by 30 June 2022;
2. a second one;
3. a third one.
This was not easy.
3. Took note of:
(i) a report by Malta;
(ii) a report by Cyprus.
3bis. Also thanked Finland.
4. The Secretariat will send the documents to all Parties.
Appendix
1. Opening
"""

# document, then for each decision: number, verb, section, context, points, footnotes
DECISIONS = [
    (
        FRENCH,
        """
        1 adopt | Ouverture de la réunion | | 0 0
        2 welcome | Ouverture de la réunion | | 0 0
        3 other | Ouverture de la réunion | | 0 0
        4 decide | Suivi de la mise en œuvre | Dans le cadre de la procédure de conformité : | 0 1
        5 agree | Suivi de la mise en œuvre | Dans le cadre de la procédure de conformité : | 0 0
        6 invite | Suivi de la mise en œuvre | S’agissant du questionnaire : | 2 0
        7 take_note | Questions de procédure | | 0 0
        8 elect | Questions de procédure | | 0 0
        9 adopt | Questions de procédure | | 0 0
        """,
    ),
    (
        BULLETED,
        """
        - adopt | Opening | | 0 0
        - welcome | Opening | | 0 0
        - take_note | Monitoring round | | 0 0
        - invite | Monitoring round | | 0 0
        - instruct | Monitoring round | | 0 0
        - agree | Monitoring round | | 2 0
        - decide | Monitoring round | | 0 0
        """,
    ),
    (
        PLAIN,
        """
        - adopt | Procedural matters | | 0 0
        - take_note | Procedural matters | | 0 1
        - agree | Compliance procedure | | 0 0
        - elect | Compliance procedure | | 0 0
        - decide | Compliance procedure | | 0 0
        """,
    ),
    (
        LETTERED,
        """
        - adopt | | | 0 0
        - thank | | | 0 0
        - other | | | 0 1
        - take_note | | | 0 0
        - other | | | 0 0
        """,
    ),
    (
        NAMED,
        """
        1 adopt | Item 1 – Opening of the meeting | | 0 0
        2 other | Item 2 – Compliance procedure | | 0 0
        """,
    ),
    (
        AGENDA_HEADINGS,
        """
        - adopt | Opening of the meeting | | 0 0
        - take_note | Circle of trust | | 0 0
        - other | Circle of trust | | 0 0
        - other | Dates of the next meetings | | 0 0
        """,
    ),
    (
        TABLE,
        """
        1 adopt | | | 0 0
        2 invite | | | 0 0
        3 instruct | | | 0 0
        """,
    ),
    (
        POINTS,
        """
        1 adopt | | | 0 0
        2 agree | As to the Rules of Procedure | | 3 0
        3 take_note | As to the Rules of Procedure | | 2 0
        - thank | As to the Rules of Procedure | | 0 0
        4 other | As to the Rules of Procedure | | 0 0
        """,
    ),
]

# document, symbol version lang, dated, adopted, meeting number dates mode place
HEADS = [
    (
        FRENCH,
        "T-ES(2021)51 rev. fr",
        ("2021-07-01", "2021-07-01"),
        "38 2021-06-29 2021-07-01 remote plateforme KUDO",
    ),
    (
        BULLETED,
        "T-ES(2017)77 final en",
        ("2017-05-12", None),
        "18 2017-05-10 2017-05-12 None Strasbourg",
    ),
    (PLAIN, "None None en", (None, None), "40 2023-11-07 2023-11-08 hybrid Strasbourg"),
    (
        LETTERED,
        "T-ES(2019)30 prov. en",
        (None, None),
        "25 2019-10-15 2019-10-18 None Nicosia",
    ),
    (
        NAMED,
        "T-ES(2024)12 None en",
        (None, "2024-06-13"),
        "42 2024-06-11 2024-06-13 hybrid Strasbourg",
    ),
    (AGENDA_HEADINGS, "None None en", (None, None), "25 2019-10-15 2019-10-18 None Nicosia"),
    (TABLE, "T-ES(2023)05 None en", (None, None), "41 2024-02-13 2024-02-15 remote None"),
    (POINTS, "T-ES(2022)08 None en", (None, None), "37 2022-06-14 2022-06-16 remote None"),
]

# document, then decision (its number, else its index), due, force
DEADLINES = [
    (FRENCH, ["4 2021-09-10 may", "6 2021-07-30 may", "6 2021-09-15 must"]),
    (BULLETED, ["#4 2017-06-30 may", "#5 2017-07-15 must", "#5 2017-09-01 must"]),
    (PLAIN, ["#3 2023-11-22 must", "#3 2024-01-31 may"]),
    (LETTERED, ["#3 2019-11-15 must"]),
    (NAMED, ["2 2024-09-30 must"]),
    (AGENDA_HEADINGS, ["#3 2019-12-31 must"]),
    (TABLE, ["2 2024-06-05 may", "3 2024-09-01 must"]),
    (POINTS, ["2 2022-06-30 must"]),
]

Reader = Callable[..., Reading]

# the line that gives the days, then the days and the place
DAYS = [
    ("Lanzarote (Spain), 22-25 October 2019", "2019-10-22 2019-10-25 None"),
    ("Strasbourg, 20-23 June 2016 (opening: 9.30 a.m.)", "2016-06-20 2016-06-23 Strasbourg"),
]
# what a decision says, then the meetings to come
COMING = [
    ("decided to meet again in Rome on 8-11 October 2024 (43rd meeting).", "43 2024-10-08 Rome"),
    (
        "agreed on a draft for the 43rd meeting, to be held in Rome on 8-11 October 2024.",
        "43 2024-10-08 Rome",
    ),
]
# a title, and above each decision the item of the agenda it was taken under
TITLES = ["Decisions of the Committee", "Meeting report – Decisions"]


@pytest.mark.parametrize(("text", "expected"), DECISIONS)
def test_decisions(text: str, expected: str, read_text: Reader) -> None:
    reading = read_text(text, "list.md")
    assert reading.document.kind == "list_of_decisions"
    found = [
        f"{decision.number or '-'} {decision.verb} | {decision.section or ''} | "
        f"{decision.context or ''} | {len(decision.points)} {len(decision.footnotes)}"
        for decision in reading.decisions
    ]
    rows = [" ".join(row.split()) for row in expected.strip().splitlines()]
    assert [" ".join(row.split()) for row in found] == rows
    assert [decision.index for decision in reading.decisions] == list(range(1, len(rows) + 1))


@pytest.mark.parametrize(("text", "symbol", "days", "meeting"), HEADS)
def test_what_the_front_says(
    text: str, symbol: str, days: tuple[str | None, str | None], meeting: str, read_text: Reader
) -> None:
    reading = read_text(text)
    document, held = reading.document, reading.meeting
    assert f"{document.symbol} {document.version} {document.lang}" == symbol
    assert tuple(day and day.isoformat() for day in (document.dated, document.adopted)) == days
    assert held is not None
    assert f"{held.number} {held.start} {held.end} {held.mode} {held.place}" == meeting
    assert held.body == "T-ES"


@pytest.mark.parametrize(("line", "expected"), DAYS)
def test_the_line_of_days(line: str, expected: str, read_text: Reader) -> None:
    text = f"Lanzarote Committee\n\nList of decisions\n\n25th meeting\n\n{line}\n\n1. Adopted it.\n"
    held = read_text(text).meeting
    assert held is not None
    assert f"{held.start} {held.end} {held.place}" == expected


@pytest.mark.parametrize(("text", "expected"), COMING[:2])
def test_meetings_that_a_decision_announces(text: str, expected: str, read_text: Reader) -> None:
    front = (
        "Lanzarote Committee\n\nList of decisions\n\n42nd meeting, 28-31 May 2024\n\nThe Committee:"
    )
    (coming,) = read_text(f"{front}\n\n1. {text}\n").next_meetings
    assert f"{coming.number} {coming.start} {coming.place}" == expected


@pytest.mark.parametrize("title", TITLES)
def test_items_of_the_agenda_above_decisions(title: str, read_text: Reader) -> None:
    text = (
        f"Lanzarote Committee\n\n39th meeting, 22-25 November 2022\n\n{title}\n\n"
        "Item 1 of the agenda: Opening\n\n1. The Committee adopts the agenda.\n\n"
        "Item 2 of the agenda: Monitoring\n\n2. The Committee invites Parties to reply.\n\n"
        "3. The Committee takes note of the replies.\n"
    )
    reading = read_text(text, "list.md")
    assert reading.document.kind == "list_of_decisions"
    assert [decision.verb for decision in reading.decisions] == ["adopt", "invite", "take_note"]


@pytest.mark.parametrize(("text", "expected"), DEADLINES)
def test_deadlines(text: str, expected: list[str], read_text: Reader) -> None:
    found = [
        f"{one.decision or f'#{one.index}'} {one.due} {one.force}"
        for one in read_text(text).deadlines
    ]
    assert found == expected


def test_every_block_is_accounted_for(read_text: Reader) -> None:
    for text, _ in DEADLINES[:-1]:
        reading = read_text(text)
        assert (reading.leftovers, reading.coverage) == ([], 1.0)
    assert [left.text for left in read_text(POINTS).leftovers] == ["Appendix", "Opening"]


def test_what_decisions_name(read_text: Reader) -> None:
    reading = read_text(FRENCH)
    assert [(m.decision, m.number, str(m.start)) for m in reading.meeting_mentions] == [
        (5, 39, "2021-10-04")
    ]
    assert [(m.decision, m.code) for m in reading.recommendation_mentions] == [
        (4, "R7"),
        (4, "R11"),
        (4, "R37"),
        (4, "R I-5"),
        (5, "R12"),
        (5, "R15"),
    ]
    assert [(m.decision, m.symbol, m.version) for m in reading.document_mentions] == [
        (4, "T-ES(2021)12", "rev.2")
    ]
    assert [(m.decision, m.party) for m in reading.party_mentions] == [
        (2, "GEO"),
        (7, "RUS"),
        (8, "BEL"),
    ]


def test_references_and_meetings_to_come(read_text: Reader) -> None:
    reading = read_text(PLAIN)
    (reference,) = reading.paragraph_references
    assert (reference.index, reference.meeting, reference.first, reference.last) == (2, 39, 12, 14)
    (coming,) = reading.next_meetings
    assert (coming.number, str(coming.start), coming.tentative) == (41, "2024-02-13", False)
    (coming,) = read_text(BULLETED).next_meetings
    assert (coming.number, coming.place, coming.tentative) == (None, "Strasbourg", True)


def test_where_to_send_may_stand_in_a_footnote(read_text: Reader) -> None:
    (deadline,) = read_text(LETTERED).deadlines
    assert deadline.submit_to == "replies@coe.int"
    assert deadline.inclusive is False


def test_where_to_send_may_stand_in_a_link(read_text: Reader) -> None:
    text = (
        "<h1>List of decisions</h1><p>35th meeting, 30 November - 3 December 2021</p>"
        "<p>The Committee:</p><p>1. Invited Parties to reply "
        '<a href="mailto:a@coe.int">by e-mail</a> by 10 December 2021.</p>'
    )
    (deadline,) = read_text(text, "list.html").deadlines
    assert deadline.submit_to == "a@coe.int"


def test_a_day_in_the_deadline_column(read_text: Reader) -> None:
    deadline = read_text(TABLE, "list.md").deadlines[0]
    assert (deadline.printed, deadline.recommendations) == ("5 June 2024", ["R7"])
    assert deadline.what == "Invited Parties to reply to the survey on R7."
