"""Reports, meeting pages, and everything else."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

from lanzadash.records import Reading

Reader = Callable[..., Reading]

REPORT = """\
T-ES(2016)99_en

1st implementation report

Monitoring rounds

- Circle of trust (2012-2018) and (2023-2025)
- Refugee crisis (2016-2017)
- A questionnaire for all

R1. The Lanzarote Committee urges Belgium and Austria to review their legislation.

Recommendation R2
The Committee invites the Parties concerned¹ to consider a broad notion.

Recommendation R I-3: The Lanzarote Committee considers that Parties should:
a) collect data by 10 May 2017;
b) publish them.

Recommendation 14 on helplines

The Lanzarote Committee requires those Parties which have not yet done so to set up helplines.

The Committee urges all Parties except Malta² to act (Recommendation R15).

¹ Cyprus, the Republic of Moldova and Türkiye.
² Malta has acted already.
"""

# text of one recommendation under "Recommendation 9", grade, addressees, Parties
GRADES = """
urge | Belgium | BEL | The Committee urges Belgium to act.
request | Parties that have not yet done so | | The Lanzarote Committee requests Parties that have \
not yet done so, to act.
require | all Parties to the Convention | | The Committee requires all Parties to the Convention \
to act.
consider | Austria and Malta | AUT MLT | The Committee considers that Austria and Malta should act.
invite | Parties | | The Committee further invites Parties to act.
urge | Parties qui ne l’ont pas encore fait | | Le Comité exhorte les Parties qui ne l’ont pas \
encore fait à agir.
request | Géorgie | GEO | Le Comité de Lanzarote demande à la Géorgie de prendre des mesures.
require | Parties | | Le Comité exige des Parties qu’elles agissent.
consider | Parties | | Le Comité considère que les Parties devraient agir.
invite | Belgique et la Géorgie | BEL GEO | Le Comité invite la Belgique et la Géorgie à agir.
None | None | | Parties should act on it.
require | All Parties | | All Parties are required to designate a contact point.
invite | Parties | | Les Parties sont invitées à désigner un point de contact.
"""

PAGE = """\
# 36th meeting of the Committee of the Parties (T-ES)

Strasbourg, 7-10 March 2022

The meeting was held online.

## Documents

- [List of decisions](https://x)
- [Order of business](https://x)

## Registration

Participants are asked to register by 1 March 2022 (a.b@coe.int).

## Next meeting

The 37th meeting will take place in Strasbourg on 14-16 June 2022.
"""

OTHER = """\
T-ES(2021)99_en

5 November 2021

Information note on the questionnaire

The questionnaire was sent to all Parties. Replies were due by 31 January 2022 and the Committee
decided on the follow-up. Recommendation R12 is dealt with elsewhere.
"""


def test_a_report(read_text: Reader) -> None:
    reading = read_text(REPORT)
    document = reading.document
    assert (document.kind, document.title) == ("report", "1st implementation report")
    assert [(r.code, r.verb, r.addressees, r.parties) for r in reading.recommendations] == [
        ("R1", "urge", "Belgium and Austria", ["BEL", "AUT"]),
        ("R2", "invite", "Parties concerned", ["CYP", "MDA", "TUR"]),
        ("R I-3", "consider", "Parties", []),
        ("14", "require", "those Parties which have not yet done so", []),
        ("R15", "urge", "all Parties except Malta", []),
    ]
    assert [(r.title, r.start_year, r.end_year) for r in reading.rounds] == [
        ("Circle of trust", 2012, 2018),
        ("Circle of trust", 2023, 2025),
        ("Refugee crisis", 2016, 2017),
    ]
    assert (reading.decisions, reading.deadlines, reading.meeting) == ([], [], None)


@pytest.mark.parametrize("row", GRADES.strip().splitlines())
def test_grades_and_addressees(row: str, read_text: Reader) -> None:
    grade, addressees, parties, text = re.split(r" *\| *", row)
    reading = read_text(
        f"An extract\n\nRecommendation 8\n\nThe Committee urges Parties to act."
        f"\n\nRecommendation 9\n\n{text}\n\nThe end."
    )
    found = reading.recommendations[1]
    assert (found.code, str(found.verb), str(found.addressees)) == ("9", grade, addressees)
    assert " ".join(found.parties) == parties.strip()
    assert found.text == text


def test_a_meeting_page(read_text: Reader) -> None:
    reading = read_text(PAGE, "page.md")
    assert reading.document.kind == "meeting_page"
    held = reading.meeting
    assert held is not None
    assert (held.number, str(held.start), held.mode, held.place) == (
        36,
        "2022-03-07",
        "remote",
        "Strasbourg",
    )
    (coming,) = reading.next_meetings
    assert (coming.number, str(coming.start), coming.place) == (37, "2022-06-14", "Strasbourg")
    (deadline,) = reading.deadlines
    assert (str(deadline.due), deadline.submit_to) == ("2022-03-01", "a.b@coe.int")
    assert not any("register" in left.text for left in reading.leftovers)
    assert reading.decisions == []


def test_anything_else_has_no_decision_and_no_deadline(read_text: Reader) -> None:
    reading = read_text(OTHER)
    document = reading.document
    assert (document.kind, document.symbol, document.lang) == ("other", "T-ES(2021)99", "en")
    assert (str(document.dated), document.title) == (
        "2021-11-05",
        "Information note on the questionnaire",
    )
    assert (reading.decisions, reading.deadlines, reading.meeting) == ([], [], None)
    assert [left.place.block for left in reading.leftovers] == [4]
    assert 0 < reading.coverage < 1


@pytest.mark.parametrize("text", ["x", "1.", "2022", "- ", "¹ a", "T-ES(2021)37"])
def test_next_to_nothing_is_other(text: str, read_text: Reader) -> None:
    reading = read_text(text)
    assert (reading.document.kind, reading.decisions) == ("other", [])
