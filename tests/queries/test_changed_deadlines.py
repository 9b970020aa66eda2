"""Deadlines that were moved, cancelled, replaced, extended: each view shows what was known then."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from typing import Any

import pytest

from lanzadash.queries.asof import AsOf
from lanzadash.queries.deadlines import deadlines
from lanzadash.queries.meetings import last_meeting_with_deadlines
from lanzadash.queries.obligations import obligations
from lanzadash.store import Connection
from lanzadash.web.view import rows

DAY = dt.date.fromisoformat
TODAY = AsOf(DAY("2032-06-01"))
REPLIES, OTHER = "T-XY/5/d2/deadline-1", "harbours/replies"
"""Due on 15 December 2031, set by the 5th meeting, that ended on 6 November 2031; and another."""

MOVED = {"deadline": REPLIES, "change": "moved", "due": "2032-01-31", "known_on": "2031-12-01"}
AGAIN = {**MOVED, "due": "2032-03-01", "meeting": "5", "decision": "1", "known_on": "2032-01-20"}
CANCELLED = {**MOVED, "change": "cancelled", "due": "", "known_on": "2032-02-01"}
REPLACED = {**CANCELLED, "change": "replaced", "replaced_by": OTHER}
EXTENDED = {
    "deadline": REPLIES,
    "state": "extended",
    "state_on": "2031-12-10",
    "extended_to": "2032-02-15",
}

Row = dict[str, Any]
Ask = Callable[..., Row]


@pytest.fixture
def ask(opened: Callable[..., Connection]) -> Ask:
    """The one deadline that the small folder's list sets, with these changes and answers."""

    def one(
        changes: Sequence[Row] = (),
        answers: Sequence[Row] = (),
        as_of: AsOf = TODAY,
        party: str | None = None,
    ) -> Row:
        connection = opened(deadline_changes=changes, obligations=answers)
        found = deadlines(connection, as_of, party=party, decision="T-XY/5/d2")
        (row,) = rows(found)
        return row

    return one


MOVES = [
    ([], TODAY, "2031-12-15", None, None, [], "as it was set"),
    ([MOVED], TODAY, "2032-01-31", "2031-12-15", "moved", ["2031-12-01"], "moved"),
    ([MOVED], "2031-12-01", "2032-01-31", "2031-12-15", "moved", ["2031-12-01"], "from that day"),
    ([MOVED], "2031-11-30", "2031-12-15", None, None, [], "not before it was known"),
    (
        [MOVED, AGAIN],
        TODAY,
        "2032-03-01",
        "2031-12-15",
        "moved",
        ["2031-12-01", "2032-01-20"],
        "the latest move, beside the day first set",
    ),
    ([MOVED, AGAIN], "2032-01-19", "2032-01-31", "2031-12-15", "moved", ["2031-12-01"], "between"),
    ([CANCELLED], TODAY, "2031-12-15", None, "cancelled", ["2032-02-01"], "stays in its place"),
    (
        [MOVED, CANCELLED],
        TODAY,
        "2032-01-31",
        "2031-12-15",
        "cancelled",
        ["2031-12-01", "2032-02-01"],
        "moved, then cancelled: in the place it last had",
    ),
    ([{**MOVED, "known_on": ""}], TODAY, "2032-01-31", "2031-12-15", "moved", [None], "undated"),
    ([{**MOVED, "known_on": ""}], "2032-05-31", "2031-12-15", None, None, [], "undated, the past"),
]


@pytest.mark.parametrize(
    ("changes", "as_of", "due", "first", "change", "days", "why"), MOVES, ids=[m[-1] for m in MOVES]
)
def test_the_day_as_known(
    changes: list[Row],
    as_of: AsOf | str,
    due: str,
    first: str | None,
    change: str | None,
    days: list[str | None],
    why: str,
    ask: Ask,
) -> None:
    row = ask(changes, as_of=AsOf(DAY(as_of), past=True) if isinstance(as_of, str) else as_of)
    assert (row["due"], row["first_due"]) == (DAY(due), first and DAY(first))
    assert row["change"] == change
    assert row["standing"] is (change in (None, "moved"))
    assert row["changes"] == [one and DAY(one) for one in days]


STEPS = [
    ([], [], []),
    (
        [MOVED, AGAIN],
        [],
        [
            ("moved", "2031-12-15", "2032-01-31", None),
            ("moved", "2032-01-31", "2032-03-01", "T-XY/5/d1"),
        ],
    ),
    (
        [MOVED],
        [EXTENDED],
        [
            ("moved", "2031-12-15", "2032-01-31", None),
            ("extended", "2032-01-31", "2032-02-15", None),
        ],
    ),
    (
        [AGAIN],
        [EXTENDED],
        [
            ("extended", "2031-12-15", "2032-02-15", None),
            ("moved", "2031-12-15", "2032-03-01", "T-XY/5/d1"),
        ],
    ),
    ([CANCELLED], [], [("cancelled", "2031-12-15", None, None)]),
]


@pytest.mark.parametrize(("moves", "answers", "expected"), STEPS)
def test_every_act_from_which_day_to_which_by_what(
    moves: list[Row], answers: list[Row], expected: list[tuple[str | None, ...]], ask: Ask
) -> None:
    steps = ask(moves, answers, party="PRT")["steps"]
    told = [tuple(step[name] for name in ("change", "old", "new", "decision")) for step in steps]
    wanted = [(change, DAY(old), new and DAY(new), by) for change, old, new, by in expected]
    assert told == wanted
    assert {step["source"] for step in steps} <= {"T-XY(2030)77"}
    by_all = [step for step in steps if step["change"] != "extended"]
    assert ask(moves, answers)["steps"] == by_all, "an extension is one Party’s own"


def test_what_stands_in_its_place(ask: Ask) -> None:
    row = ask([REPLACED])
    assert (row["change"], row["replaced_by"], row["standing"]) == ("replaced", OTHER, False)


OWN = [
    ([], "PRT", TODAY, "2032-02-15", 1, "its own day"),
    ([], "PRT", AsOf(DAY("2031-12-09"), past=True), "2031-12-15", 0, "not before it was known"),
    ([], None, TODAY, "2031-12-15", 0, "nobody else’s"),
    ([MOVED], "PRT", TODAY, "2032-02-15", 2, "beyond the day to which all were moved"),
    ([MOVED, AGAIN], "PRT", TODAY, "2032-03-01", 3, "all were moved beyond it"),
]


@pytest.mark.parametrize(("changes", "party", "as_of", "due", "count", "why"), OWN)
def test_an_extension_is_the_partys_own_day(
    changes: list[Row],
    party: str | None,
    as_of: AsOf,
    due: str,
    count: int,
    why: str,
    ask: Ask,
) -> None:
    row = ask(changes, [EXTENDED], as_of, party)
    assert (row["due"], len(row["changes"])) == (DAY(due), count), why
    assert row["first_due"] == (None if due == "2031-12-15" else DAY("2031-12-15")), why
    assert row["state"] == ("extended" if party and not as_of.past else None), why


LATER = {"deadline": REPLIES, "state": "received", "state_on": "2032-02-10"}
LATE_NEWS = {**LATER, "known_on": "2032-03-05"}
SERIES = [
    ([EXTENDED, LATER], "2031-12-09", None, "2031-12-15", "before either"),
    ([EXTENDED, LATER], "2031-12-10", "extended", "2032-02-15", "from its day on"),
    ([EXTENDED, LATER], "2032-02-09", "extended", "2032-02-15", "until the next"),
    ([EXTENDED, LATER], "2032-02-10", "received", "2032-02-15", "the latest, with its own day"),
    ([LATER, EXTENDED], "2032-02-10", "received", "2032-02-15", "in whichever order they stand"),
    ([EXTENDED, LATE_NEWS], "2032-03-04", "extended", "2032-02-15", "not before it was known"),
    ([EXTENDED, LATE_NEWS], "2032-03-05", "received", "2032-02-15", "known later"),
]


@pytest.mark.parametrize(("answers", "day", "state", "due", "why"), SERIES)
def test_states_are_a_series(
    answers: list[Row], day: str, state: str | None, due: str, why: str, ask: Ask
) -> None:
    row = ask([], answers, AsOf(DAY(day), past=True), "PRT")
    assert (row["state"], row["due"]) == (state, DAY(due)), why


LATE = {"state": "nothing_received", "state_on": "2032-02-15"}
RULES = [
    ({}, [], [], "2032-02-01", "open", "the day itself is in time"),
    ({}, [], [], "2032-02-02", "passed", "nothing on file"),
    ({"inclusive": "false"}, [], [], "2032-02-01", "passed", "before that day: it is too late"),
    ({"inclusive": "false"}, [], [], "2032-01-31", "open", "the last day in time"),
    ({}, [], [LATE], "2032-02-20", "overdue", "it obliges, and a source says that nothing came"),
    ({"force": "may"}, [], [LATE], "2032-02-20", "nothing_received", "an invitation"),
    (
        {},
        [],
        [LATE | {"state_on": "2032-02-01"}],
        "2032-02-20",
        "nothing_received",
        "said too soon",
    ),
    ({}, [], [LATE | {"state_on": ""}], "2032-02-20", "nothing_received", "nobody knows when"),
    ({}, ["2032-03-01"], [LATE], "2032-02-20", "open", "moved since"),
    ({}, ["2032-02-16"], [LATE], "2032-02-20", "nothing_received", "said before the new day"),
    ({}, [None], [LATE], "2032-02-20", "cancelled", "no longer asked"),
    ({}, [], ["2032-03-01"], "2032-03-01", "extended", "until its own day"),
    ({}, [], ["2032-03-01"], "2032-03-02", "passed", "the extension has run out"),
    ({}, [], [{"state": "received", "state_on": "2032-01-20"}], "2032-03-02", "received", "came"),
]


@pytest.mark.parametrize(
    ("over", "moves", "answers", "day", "status", "why"), RULES, ids=[r[-1] for r in RULES]
)
def test_where_an_answer_stands(
    over: Row,
    moves: list[str | None],
    answers: list[str | Row],
    day: str,
    status: str,
    why: str,
    opened: Callable[..., Connection],
) -> None:
    to = {"deadline": OTHER}
    changes = [
        to | ({"change": "moved", "due": new} if new else {"change": "cancelled", "due": ""})
        for new in moves
    ]
    states = [
        to | (one if isinstance(one, dict) else {**EXTENDED, **to, "extended_to": one})
        for one in answers
    ]
    connection = opened(
        deadlines=[{"due": "2032-02-01", "force": "must"} | over],
        deadline_changes=[change | {"known_on": "2032-02-17"} for change in changes],
        obligations=states,
    )
    asked = {"party": "PRT"}
    found = {row["deadline"]: row for row in rows(deadlines(connection, AsOf(DAY(day)), **asked))}
    assert found[OTHER]["status"] == status
    [own] = [
        row
        for row in rows(obligations(connection, AsOf(DAY(day)), deadline=OTHER))
        if row["party"] == "PRT"
    ]
    assert (own["status"], own["due"]) == (status, found[OTHER]["due"])
    [counted] = [
        row for row in rows(deadlines(connection, AsOf(DAY(day)))) if row["deadline"] == OTHER
    ]
    told = {one["status"]: one["parties"] for one in counted["statuses"]}
    assert told[status] >= 1
    assert sum(told.values()) == counted["parties_bound"]


def test_that_it_does_not_apply_is_a_change_for_that_party(ask: Ask) -> None:
    answer = {"deadline": REPLIES, "state": "not_applicable", "state_on": "2031-12-10"}
    assert len(ask([], [answer], party="PRT")["changes"]) == 1
    assert len(ask([], [answer])["changes"]) == 0


BUSY = [
    ([], "T-XY/5", "still to come when the 5th meeting ended"),
    ([{**CANCELLED, "known_on": "2031-11-06"}], "T-XY/4", "cancelled there and then"),
    ([{**MOVED, "known_on": "2031-11-06"}], "T-XY/5", "moved"),
    ([CANCELLED], "T-XY/5", "cancelled later"),
]


@pytest.mark.parametrize(("changes", "meeting", "why"), BUSY, ids=[why for *_, why in BUSY])
def test_the_last_meeting_with_deadlines_still_to_come(
    changes: list[Row], meeting: str, why: str, opened: Callable[..., Connection]
) -> None:
    [found] = last_meeting_with_deadlines(opened(deadline_changes=changes), TODAY)["meeting"]
    assert found == meeting
