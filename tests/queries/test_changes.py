"""What changed: told by the records' own dates, one line for what was said at once."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from typing import Any

import pytest

from lanzadash.queries.asof import AsOf
from lanzadash.queries.changes import KINDS, changes
from lanzadash.store import Connection
from lanzadash.web.view import rows

DAY = dt.date.fromisoformat
TODAY = AsOf(DAY("2032-06-01"))
REPLIES = "T-XY/5/d2/deadline-1"
SOURCED = {"source": "T-XY(2030)77", "certainty": "sourced"}

Row = dict[str, Any]
Opened = Callable[..., Connection]


def told(
    connection: Connection, since: str = "2000-01-01", as_of: AsOf = TODAY, **over: Any
) -> list[Row]:
    return rows(changes(connection, as_of, since=DAY(since), limit=1000, **over))


def an_answer(party: str, **over: str) -> Row:
    return {
        "deadline": REPLIES,
        "party": party,
        "state": "extended",
        "state_on": "2031-12-10",
        "extended_to": "2032-02-15",
        **SOURCED,
        **over,
    }


def looked_at(party: str, day: str, outcome: str = "", relation: str = "assessed") -> Row:
    document = f"Report of {day}"
    dated = {"assessed_on": day, "known_on": day, "document": document}
    return {"party": party, "relation": relation, "outcome": outcome, **dated}


def statuses(*rows: Sequence[str]) -> list[Row]:
    return [{"layer": layer, "status": status} for layer, status in rows]


WORDS = statuses(
    ("coverage", "covered"),
    ("stage", "addressed"),
    ("obligation", "extended"),
    ("obligation", "received"),
    ("assessment", "addressed"),
    ("assessment", "assessed"),
    ("outcome", "in_compliance"),
    ("outcome", "not_in_compliance"),
)


def test_what_the_35th_meeting_brought(connection: Connection) -> None:
    found = told(connection, "2021-12-03", AsOf(DAY("2021-12-03"), past=True))
    kinds = [row["kind"] for row in found]
    assert kinds == sorted(kinds, key=KINDS.index)
    assert kinds.count("new_decision") == 11
    by_id = {row["change"]: row for row in found}
    sixth = by_id["new_decision/T-ES/35/d6"]
    assert (sixth["new"], sixth["by_meeting_number"], sixth["by_number"]) == ("agree", 35, 6)
    due = by_id["deadline_set/T-ES/35/d6/deadline-1"]
    assert (due["record"], due["new"]) == ("T-ES/35/d6/deadline-1", "2021-12-10")
    assert (due["by_decision"], due["source"]) == ("T-ES/35/d6", "T-ES(2021)37_en rev.")
    assert by_id["meeting_announced/T-ES/36/announced-1"]["new"] == "2022-02-22/2022-02-25"
    assert by_id["meeting_held/T-ES/35/held-1"]["number"] == 35
    assert {row["on"] for row in found} == {DAY("2021-12-03")}
    assert {row["total"] for row in found} == {len(found)}


def test_one_line_for_what_one_report_says_of_41_parties(connection: Connection) -> None:
    found = told(connection, "2021-12-03", kinds=["status_changed"])
    lines = [(row["record"], len(row["parties"]), row["old"], row["new"]) for row in found]
    assert ("refugee-crisis/R12", 41, "addressed", "assessed") in lines
    assert ("refugee-crisis/R15", 41, "addressed", "assessed") in lines


def test_one_line_for_what_one_meeting_did_for_several_recommendations(
    connection: Connection,
) -> None:
    found = told(connection, "2021-12-03", kinds=["stage_reached"])
    asked = next(row for row in found if row["new"] == "information_requested" and row["by_number"])
    assert asked["codes"] == ["R7", "R11", "R13", "R31", "R37"]
    assert (asked["recommendations"], asked["by_decision"]) == (5, "T-ES/35/d6")
    assert (asked["record_table"], asked["record"]) == ("rounds", "refugee_crisis_urgent")


def test_days_held_beside_days_announced(connection: Connection) -> None:
    [held] = told(connection, "2022-03-10", AsOf(DAY("2022-03-10")), kinds=["meeting_held"])[-1:]
    assert (held["record"], held["old"]) == ("T-ES/36", "2022-02-22/2022-02-25")
    assert held["new"] == "2022-03-07/2022-03-10"


def test_a_deadline_set_moved_and_cancelled(opened: Opened) -> None:
    moved = {"change": "moved", "due": "2032-01-31", "known_on": "2031-12-01"}
    again = {**moved, "due": "2032-03-01", "known_on": "2032-01-20", "meeting": "5"}
    cancelled = {**moved, "change": "cancelled", "due": "", "known_on": "2032-02-01"}
    replaced = {**cancelled, "change": "replaced", "replaced_by": "harbours/replies"}
    replaced["known_on"] = "2032-02-02"
    found = told(opened(deadline_changes=[moved, again, cancelled, replaced]), "2031-11-07")
    assert [(row["change"], str(row["on"]), row["old"], row["new"]) for row in found] == [
        (f"deadline_{kind}/{REPLIES}/change-{number}", on, old, new)
        for number, kind, on, old, new in (
            (4, "replaced", "2032-02-02", "2032-03-01", "harbours/replies"),
            (3, "cancelled", "2032-02-01", "2032-03-01", None),
            (2, "moved", "2032-01-20", "2032-01-31", "2032-03-01"),
            (1, "moved", "2031-12-01", "2031-12-15", "2032-01-31"),
        )
    ]
    assert found[2]["by_meeting_number"] == 5


def test_parties_given_the_same_day_at_once_are_one_line(opened: Opened) -> None:
    connection = opened(
        round_parties=[{"party": "PRT"}, {"party": "MLT"}],
        obligations=[an_answer("PRT"), an_answer("MLT")],
        statuses=WORDS,
    )
    [line] = told(connection, kinds=["deadline_extended"])
    assert line["parties"] == ["MLT", "PRT"]
    assert (line["on"], line["old"], line["new"]) == (
        DAY("2031-12-10"),
        "2031-12-15",
        "2032-02-15",
    )
    [own] = told(connection, kinds=["deadline_extended"], party="PRT")
    assert own["parties"] == ["PRT"]
    assert own["change"] == line["change"], "an entry is the same, whoever joins it"


def test_a_second_extension_starts_from_the_first(opened: Opened) -> None:
    again = an_answer("PRT", state_on="2032-02-01", extended_to="2032-04-01")
    connection = opened(obligations=[an_answer("PRT"), again], statuses=WORDS)
    found = told(connection, kinds=["deadline_extended"])
    assert [(row["old"], row["new"]) for row in found] == [
        ("2032-02-15", "2032-04-01"),
        ("2031-12-15", "2032-02-15"),
    ]


STATUSES: list[tuple[list[Row], list[tuple[str | None, str]], str]] = [
    ([looked_at("PRT", "2031-05-01")], [(None, "assessed")], "assessed for the first time"),
    (
        [
            looked_at("PRT", "2031-05-01", relation="addressed"),
            looked_at("PRT", "2031-06-01", "in_compliance"),
        ],
        [("addressed", "in_compliance")],
        "addressed, then an outcome",
    ),
    (
        [
            looked_at("PRT", "2031-05-01", "not_in_compliance"),
            looked_at("PRT", "2031-06-01", "in_compliance"),
        ],
        [("not_in_compliance", "in_compliance"), (None, "not_in_compliance")],
        "another outcome",
    ),
    (
        [
            looked_at("PRT", "2031-05-01", "in_compliance"),
            looked_at("PRT", "2031-06-01", "in_compliance"),
            looked_at("PRT", "2031-07-01"),
        ],
        [(None, "in_compliance")],
        "the same outcome, then none on file, change nothing",
    ),
]


@pytest.mark.parametrize(("assessments", "lines", "why"), STATUSES, ids=[w for *_, w in STATUSES])
def test_statuses(
    assessments: list[Row], lines: list[tuple[str | None, str]], why: str, opened: Opened
) -> None:
    connection = opened(assessments=assessments, statuses=WORDS, recommendations=[{"parties": ""}])
    found = told(connection, kinds=["status_changed"])
    assert [(row["old"], row["new"]) for row in found] == lines, why


def test_parties_that_fare_differently_are_one_line_without_a_status(opened: Opened) -> None:
    both = [looked_at("PRT", "2031-05-01", "in_compliance"), looked_at("MLT", "2031-05-01")]
    connection = opened(assessments=both, statuses=WORDS, recommendations=[{"parties": ""}])
    [line] = told(connection, kinds=["status_changed"])
    assert (line["parties"], line["new"], line["document"]) == (
        ["MLT", "PRT"],
        None,
        "Report of 2031-05-01",
    )
    [own] = told(connection, kinds=["status_changed"], party="PRT")
    assert own["new"] == "in_compliance"
    assert own["change"] == line["change"]


FILTERS: list[tuple[Row, set[str], str]] = [
    ({}, {"new_decision", "deadline_set", "meeting_held"}, "everything"),
    ({"party": "PRT"}, {"deadline_set", "meeting_held"}, "what binds it, and the meetings"),
    ({"party": "MLT"}, {"meeting_held"}, "nothing binds it"),
    ({"round": "harbours"}, {"new_decision", "deadline_set"}, "of one procedure"),
    ({"kinds": ["new_decision"]}, {"new_decision"}, "of one kind"),
    ({"kinds": []}, {"new_decision", "deadline_set", "meeting_held"}, "no choice is every kind"),
]


@pytest.mark.parametrize(("filters", "kinds", "why"), FILTERS, ids=[why for *_, why in FILTERS])
def test_filters(filters: Row, kinds: set[str], why: str, opened: Opened) -> None:
    found = told(opened(deadline_changes=[]), "2031-11-06", **filters)
    assert {row["kind"] for row in found} == kinds, why


def test_the_day_itself_is_told_and_an_unknown_day_is_not(opened: Opened) -> None:
    connection = opened(deadline_changes=[{"known_on": ""}])
    assert {row["on"] for row in told(connection, "2031-11-06")} == {DAY("2031-11-06")}
    assert told(connection, "2031-11-07") == []


def test_the_past_knows_nothing_of_what_came_after(opened: Opened) -> None:
    past = AsOf(DAY("2031-11-30"), past=True)
    assert [row["kind"] for row in told(opened(), "2031-11-07", past)] == []
    assert [row["kind"] for row in told(opened(), "2031-11-07")] == ["deadline_moved"]


def test_pages(connection: Connection) -> None:
    everything = told(connection)
    page = rows(changes(connection, TODAY, since=DAY("2000-01-01"), limit=10, offset=20))
    assert page == everything[20:30]
    assert page[0]["total"] == len(everything)
