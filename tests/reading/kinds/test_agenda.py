"""Agendas and orders of business."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from lanzadash.records import Reading

Reader = Callable[..., Reading]

ORDER_OF_BUSINESS = """\
T-ES(2022)OJ36_en
Strasbourg, 15 February 2022

LANZAROTE COMMITTEE

36th meeting
7-10 March 2022 (online)

Draft order of business

Monday 7 March 2022, 14:30 – 17:30

1. Opening of the meeting
2. Adoption of the agenda
   T-ES(2022)OJ36_en

Tuesday 8 March 2022

09:30 – 12:30

3. Monitoring
3.1 ICT round: last amendments to be sent by 17 February 2022 (a.b@coe.int)
a. Chapter I
b. Chapter II
3.2 Compliance
3.2.1 Draft reports
4. Dates of the next meetings:
- 14-16 June 2022
- 18-20 October 2022 (Rome, tbc)
"""

FRENCH = """\
Comité de Lanzarote
25e réunion
Nicosie, 15-18 octobre 2019

Projet d’ordre du jour

I. Questions générales
1. Ouverture de la réunion
2. Adoption de l’ordre du jour
II. Suivi
3. Questionnaire
• Exposé de M. Dupont, Chypre
• Débat

Date de la prochaine réunion

17-19 mars 2020, Strasbourg (à confirmer)
"""

ANNOUNCED = [
    (
        "Date of the next meeting\n\n• 7-11 December 2020, Strasbourg (tbc)",
        "2020-12-07 Strasbourg ?",
    ),
    ("7. Next meeting: 15-17 June 2021 in Rome", "2021-06-15 Rome"),
    (
        "Dates of the next meetings\n\n- 15-17 June 2021;\n- 13-15 October 2021.",
        "2021-06-15 None|2021-10-13 None",
    ),
    ("Dates des prochaines réunions : 15-17 juin 2021 (Strasbourg)", "2021-06-15 Strasbourg"),
    ("Prochaine réunion : du 15 au 17 juin 2021, à confirmer", "2021-06-15 None ?"),
    (
        "The 29th meeting will be held in Strasbourg on 7-11 December 2020.",
        "29 2020-12-07 Strasbourg",
    ),
    ("La prochaine réunion se tiendra à Lyon du 7 au 11 décembre 2020.", "2020-12-07 Lyon"),
    ("The meeting of 21 September 2020 took place online.", ""),
    (
        "Dates of the next meetings\n\n29th meeting: 7-11 December 2020; "
        "30th meeting: 15-17 June 2021",
        "29 2020-12-07 None|30 2021-06-15 None",
    ),
]


def items(reading: Reading) -> list[str]:
    return [
        f"{item.number} < {item.parent or '-'} {item.title} {len(item.notes)}"
        for item in reading.agenda_items
    ]


def test_an_order_of_business(read_text: Reader) -> None:
    reading = read_text(ORDER_OF_BUSINESS)
    assert (reading.document.kind, reading.document.title) == ("agenda", "Draft order of business")
    assert str(reading.document.dated) == "2022-02-15"
    assert items(reading) == [
        "1 < - Opening of the meeting 0",
        "2 < - Adoption of the agenda 1",
        "3 < - Monitoring 0",
        "3.1 < 3 ICT round: last amendments to be sent by 17 February 2022 (a.b@coe.int) 0",
        "a < 3.1 Chapter I 0",
        "b < 3.1 Chapter II 0",
        "3.2 < 3 Compliance 0",
        "3.2.1 < 3.2 Draft reports 0",
        "4 < - Dates of the next meetings: 0",
    ]
    held = reading.meeting
    assert held is not None
    assert (held.number, str(held.start), str(held.end), held.mode) == (
        36,
        "2022-03-07",
        "2022-03-10",
        "remote",
    )
    (deadline,) = reading.deadlines
    assert (str(deadline.due), deadline.decision, deadline.submit_to) == (
        "2022-02-17",
        None,
        "a.b@coe.int",
    )
    assert [(str(m.start), m.place, m.tentative) for m in reading.next_meetings] == [
        ("2022-06-14", None, False),
        ("2022-10-18", "Rome", True),
    ]
    assert (reading.decisions, reading.leftovers, reading.coverage) == ([], [], 1.0)


def test_a_french_agenda_with_chapters(read_text: Reader) -> None:
    reading = read_text(FRENCH)
    assert (reading.document.kind, reading.document.lang) == ("agenda", "fr")
    assert items(reading) == [
        "I < - Questions générales 0",
        "1 < I Ouverture de la réunion 0",
        "2 < I Adoption de l’ordre du jour 0",
        "II < - Suivi 0",
        "3 < II Questionnaire 2",
    ]
    held = reading.meeting
    assert held is not None
    assert (held.number, held.place, held.mode) == (25, "Nicosie", None)
    (coming,) = reading.next_meetings
    assert (coming.place, coming.tentative, coming.number) == ("Strasbourg", True, None)
    assert reading.leftovers == []


@pytest.mark.parametrize(("text", "expected"), ANNOUNCED)
def test_meetings_to_come(text: str, expected: str, read_text: Reader) -> None:
    agenda = (
        "Virtual meeting, 21-25 September 2020\n\n1. Opening of the meeting\n\n2. Other\n\n3. End"
    )
    found = [
        f"{'' if m.number is None else f'{m.number} '}{m.start} {m.place}{' ?' * m.tentative}"
        for m in read_text(f"{agenda}\n\n{text}").next_meetings
    ]
    assert "|".join(found) == expected


def test_items_named_as_such_and_items_in_a_table(read_text: Reader) -> None:
    named = "Annotated agenda\n\nItem 1. Opening\n\nItem 2. Monitoring\n\n2.1 Data\n\nItem 3. End"
    assert items(read_text(f"30th meeting, 7-10 December 2020\n\n{named}")) == [
        "1 < - Opening 0",
        "2 < - Monitoring 0",
        "2.1 < 2 Data 0",
        "3 < - End 0",
    ]
    table = (
        "| 9h30 | 1. Ouverture |\n| 10h00 | 2. Suivi |\n| | 2.1. Questions |\n| 14h30 | 3. Fin |"
    )
    assert items(read_text(f"# Ordre des travaux\n\n25e réunion\n\n{table}", "agenda.md")) == [
        "1 < - Ouverture 0",
        "2 < - Suivi 0",
        "2.1 < 2 Questions 0",
        "3 < - Fin 0",
    ]
