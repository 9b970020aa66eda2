"""The official documents, where they are at hand: facts, codes and dates only."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from lanzadash.reading import Rules, read
from lanzadash.records import Reading

ROOT = Path(__file__).parents[2]
FOLDER = Path(os.environ.get("LANZADASH_DOCUMENTS") or ROOT.parent / "shared" / "documents")

pytestmark = pytest.mark.skipif(
    not FOLDER.is_dir(), reason="the official documents are not at hand (LANZADASH_DOCUMENTS)"
)


@pytest.fixture(scope="module")
def data_rules() -> Rules:
    return Rules.load(ROOT / "data")


def document(name: str, rules: Rules) -> Reading:
    path = FOLDER / name
    if not path.is_file():
        pytest.skip(f"{name} is not at hand")
    return read(path, rules)


def test_the_35th_list_of_decisions(data_rules: Rules) -> None:
    reading = document("35th-meeting-list-of-decisions_en.txt", data_rules)
    own, held = reading.document, reading.meeting
    assert (own.kind, own.symbol, own.version, own.lang) == (
        "list_of_decisions",
        "T-ES(2021)37",
        "rev.",
        "en",
    )
    assert (str(own.dated), str(own.adopted)) == ("2022-03-07", "2022-03-07")
    assert held is not None
    assert (held.body, held.number, held.mode) == ("T-ES", 35, "remote")
    assert (str(held.start), str(held.end)) == ("2021-11-30", "2021-12-03")
    decisions = reading.decisions
    assert [decision.number for decision in decisions] == list(range(1, 12))
    assert " ".join(decision.verb for decision in decisions) == (
        "adopt decide agree adopt agree agree agree agree agree decide adopt"
    )
    assert [len(decision.points) for decision in decisions] == [0] * 9 + [3, 0]
    assert [len(decision.footnotes) for decision in decisions] == [0, 1] + [0] * 9
    assert [bool(decision.section) for decision in decisions] == [False] + [True] * 10
    assert [bool(decision.context) for decision in decisions] == [False] + [True] * 6 + [False] * 4
    assert (reading.leftovers, reading.coverage) == ([], 1.0)


def test_what_the_35th_list_asks_and_names(data_rules: Rules) -> None:
    reading = document("35th-meeting-list-of-decisions_en.txt", data_rules)
    codes = ["R7", "R11", "R13", "R31", "R37"]
    assert [
        (one.decision, str(one.due), one.inclusive, one.force, one.submit_to, one.recommendations)
        for one in reading.deadlines
    ] == [
        (3, "2021-12-10", True, "may", "lanzarote.committee@coe.int", []),
        (6, "2021-12-10", True, "may", "lanzarote.committee@coe.int", codes),
    ]
    assert [(one.decision, one.number, str(one.start)) for one in reading.meeting_mentions] == [
        (3, 36, "2022-02-22"),
        (5, 36, "2022-02-22"),
        (8, 34, "2021-10-04"),
        (10, 36, "2022-02-22"),
    ]
    assert sorted((one.decision, one.code) for one in reading.recommendation_mentions) == sorted(
        [
            (2, "R I-5"),
            (4, "R12"),
            (4, "R15"),
            *((5, code) for code in codes),
            *((6, code) for code in codes),
        ]
    )
    assert [(one.decision, one.symbol, one.version) for one in reading.document_mentions] == [
        (2, "T-ES(2020)23", "rev.2")
    ]
    assert [(one.decision, one.party) for one in reading.party_mentions] == [(2, "RUS")]
    (cited,) = reading.paragraph_references
    assert (cited.decision, cited.meeting, cited.first, cited.last) == (8, 34, 27, 29)


def test_the_agenda_of_september_2020(data_rules: Rules) -> None:
    reading = document("september-2020-meeting-agenda_en.txt", data_rules)
    held = reading.meeting
    assert held is not None
    assert (reading.document.kind, held.number, held.mode) == ("agenda", None, "remote")
    assert (str(held.start), str(held.end)) == ("2020-09-21", "2020-09-25")
    assert " ".join(item.number for item in reading.agenda_items) == (
        "1 2 2.1 2.1.1 2.2 2.2.1 2.3 3 3.1 3.1.1 3.1.2 3.1.3 3.2 3.3 3.3.1 3.3.2 3.3.3 3.4 3.5 "
        "4 4.1 4.2 5 5.1 5.2 5.3 6"
    )
    nested = {item.number: item.parent for item in reading.agenda_items}
    assert (nested["3.1.2"], nested["3.1"], nested["3"]) == ("3.1", "3", None)
    (coming,) = reading.next_meetings
    assert (str(coming.start), str(coming.end)) == ("2020-12-07", "2020-12-11")
    assert (coming.place, coming.tentative, coming.number) == ("Strasbourg", True, None)
    assert (reading.decisions, reading.deadlines, reading.leftovers) == ([], [], [])


def test_the_contribution_of_the_secretariat(data_rules: Rules) -> None:
    reading = document("secretariat-contribution-2026_en.txt", data_rules)
    (found,) = reading.recommendations
    assert (found.code, found.verb, found.parties) == ("10", "request", [])
    assert found.addressees == "Parties that have not yet done so"
    assert sorted((one.start_year, one.end_year) for one in reading.rounds) == [
        (2012, 2018),
        (2016, 2017),
        (2017, 2018),
        (2017, 2022),
        (2023, 2025),
        (2024, 2025),
        (2024, 2026),
    ]
    assert (reading.decisions, reading.deadlines) == ([], [])
