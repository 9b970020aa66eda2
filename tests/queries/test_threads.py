"""Threads of the small folder: steps, loops that are taken up or fall silent, what was promised."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping, Sequence
from typing import Any, TypeAlias

import pytest

from lanzadash.queries.asof import AsOf
from lanzadash.queries.threads import (
    history,
    loops,
    promised,
    relations,
    reviews,
    steps,
    threads,
)
from lanzadash.store import Connection

Opened: TypeAlias = Callable[..., Connection]
THREAD = "harbours/R1"

DAYS = {number: (f"203{number}-03-04", f"203{number}-03-06") for number in range(1, 7)}
"""The n-th meeting is held in March of the year 2030 + n."""


def after(number: int, *, past: bool = True) -> AsOf:
    """The day after a meeting."""
    return AsOf(dt.date(2030 + number, 3, 7), past=past)


def a_list(number: int, *decisions: Mapping[str, Any]) -> dict[str, Any]:
    """A list of decisions. Each decision may have ``codes`` and ``mentions`` beside its fields."""
    start, end = DAYS[number]
    made: dict[str, Any] = {
        "format": 1,
        "id": f"T-XY-{number}_en",
        "document": {"lang": "en", "kind": "list_of_decisions", "sha256": f"{number}" * 64},
        "read_on": end,
        "meeting": {"body": "T-XY", "number": number, "start": start, "end": end},
        "decisions": [],
        "recommendation_mentions": [],
        "meeting_mentions": [],
        "coverage": 1.0,
    }
    for at, decision in enumerate(decisions, start=1):
        fields = {name: decision[name] for name in decision if name not in ("codes", "mentions")}
        made["decisions"].append({"index": at, "number": at, "verb": "agree", **fields})
        for code in decision.get("codes", ["R1"]):
            made["recommendation_mentions"].append({"index": at, "code": code})
        for relation, meeting in decision.get("mentions", []):
            cue = {"index": at, "number": meeting, "relation": relation, "cue": "a_cue"}
            made["meeting_mentions"].append(cue)
    return made


def meetings(last: int) -> list[dict[str, str]]:
    return [
        {"number": str(number), "start": start, "end": end, "known_on": end}
        for number, (start, end) in DAYS.items()
        if number <= last
    ]


def store(opened: Opened, *records: Mapping[str, Any], last: int = 6, **rows: Any) -> Connection:
    """The small folder with these lists, without other deadlines."""
    known = [{"known_on": "2031-01-01"}]
    given = {
        **{name: [] for name in ("deadlines", "deadline_changes", "obligations", "corrections")},
        **dict.fromkeys(("rounds", "recommendations"), known),
        "stages": [],
        "meetings": meetings(last),
        **rows,
    }
    return opened(records=records, **given)


AHEAD = {"mentions": [("considered_at", 3)], "round": "harbours"}


def of(connection: Connection, as_of: AsOf, **wanted: Any) -> list[dict[str, Any]]:
    found = loops(connection, as_of, THREAD).to_dict("records")
    return [one for one in found if wanted.items() <= one.items()]


@pytest.mark.parametrize(
    ("seen", "ready", "dormant", "since", "why"),
    [
        (2, False, False, 0, "the meeting is still to come"),
        (3, True, False, 1, "one meeting without a word"),
        (4, True, True, 2, "two meetings without a word"),
        (6, True, True, 4, "four meetings without a word"),
    ],
)
def test_a_loop_falls_silent_after_two_meetings_held(
    opened: Opened, seen: int, ready: bool, dormant: bool, since: int, why: str
) -> None:
    connection = store(opened, a_list(2, AHEAD))
    (loop,) = of(connection, after(seen))
    assert (loop["open"], loop["ready"], loop["dormant"]) == (True, ready, dormant), why
    assert (loop["meetings_since"], loop["lists_since"], loop["heard_number"]) == (since, 0, 2), why


def test_a_loop_to_a_later_meeting_does_not_fall_silent_before_it(opened: Opened) -> None:
    ahead = {"mentions": [("considered_at", 6)]}
    connection = store(opened, a_list(2, ahead))
    (loop,) = of(connection, after(5))
    assert (loop["meetings_since"], loop["ready"], loop["dormant"]) == (3, False, False)


def test_meetings_of_another_body_are_not_its_silence(opened: Opened) -> None:
    others = [{**one, "body": "T-XZ"} for one in meetings(6)]
    bodies = [{}, {"body": "T-XZ"}]
    connection = store(opened, a_list(2, AHEAD), bodies=bodies, meetings=[*meetings(3), *others])
    (loop,) = of(connection, after(6))
    assert (loop["meetings_since"], loop["dormant"]) == (1, False)


def test_lists_on_file_are_counted_beside_the_meetings_held(opened: Opened) -> None:
    silent = {"codes": [], "round": None}
    connection = store(opened, a_list(2, AHEAD), a_list(4, silent))
    (loop,) = of(connection, after(4))
    assert (loop["meetings_since"], loop["lists_since"]) == (2, 1)


@pytest.mark.parametrize(
    ("number", "decision", "closed", "why"),
    [
        (3, {}, "T-XY/3/d1", "at the meeting named"),
        (4, {}, "T-XY/4/d1", "at a later one"),
        (3, {"codes": ["R9"]}, None, "another recommendation"),
    ],
)
def test_a_decision_on_the_same_thing_takes_a_loop_up(
    opened: Opened, number: int, decision: dict[str, Any], closed: str | None, why: str
) -> None:
    connection = store(opened, a_list(2, AHEAD), a_list(number, decision))
    (loop,) = of(connection, after(5), kind="considered_at")
    assert (loop["closed_by"] or None) == closed, why
    assert loop["open"] is (closed is None), why
    (before,) = of(connection, after(number - 1), kind="considered_at")
    assert before["open"], "not known the day before"


def test_a_mention_before_the_meeting_breaks_the_silence_only(opened: Opened) -> None:
    ahead = {"mentions": [("considered_at", 4)]}
    connection = store(opened, a_list(2, ahead), a_list(3, {}))
    (loop,) = of(connection, after(5))
    assert (loop["open"], loop["heard_number"], loop["dormant"]) == (True, 3, True)
    (loop,) = of(connection, after(4))
    assert (loop["meetings_since"], loop["dormant"]) == (1, False)


def test_a_decision_that_fulfils_takes_a_loop_up_early(opened: Opened) -> None:
    ahead = {"mentions": [("considered_at", 4)]}
    connection = store(opened, a_list(2, ahead), a_list(3, {"mentions": [("fulfils", 2)]}))
    (loop,) = of(connection, after(3))
    assert (loop["open"], loop["closed_by"]) == (False, "T-XY/3/d1")


def test_a_step_of_the_procedure_takes_a_loop_up(opened: Opened) -> None:
    stage = {"meeting": "3", "on": "2033-03-06", "known_on": "2033-03-06"}
    connection = store(opened, a_list(2, AHEAD), stages=[stage])
    (loop,) = of(connection, after(6))
    assert (loop["open"], loop["closed_number"]) == (False, 3)


def a_deadline(**over: str) -> dict[str, str]:
    base = {
        "meeting": "2",
        "decision": "1",
        "due": "2032-06-01",
        "known_on": "2032-03-06",
        "recommendations": "R1",
    }
    return {**base, **over}


def test_a_deadline_is_a_loop_until_something_follows(opened: Opened) -> None:
    connection = store(opened, a_list(2, {"codes": []}), a_list(5, {}), deadlines=[a_deadline()])
    (loop,) = of(connection, after(4))
    assert (loop["kind"], loop["ready"], loop["open"], loop["dormant"]) == (
        "deadline",
        True,
        True,
        True,
    )
    (loop,) = of(connection, after(5))
    assert (loop["open"], loop["closed_by"]) == (False, "T-XY/5/d1")


def test_a_cancelled_deadline_is_no_loop(opened: Opened) -> None:
    cancelled = {
        "deadline": "harbours/replies",
        "change": "cancelled",
        "due": "",
        "known_on": "2033-03-06",
    }
    connection = store(
        opened, a_list(2, {}), deadlines=[a_deadline()], deadline_changes=[cancelled]
    )
    assert len(of(connection, after(2))) == 1
    assert of(connection, after(3)) == []


def kinds(connection: Connection, as_of: AsOf, **asked: Any) -> list[tuple[str, str]]:
    found = steps(connection, as_of, THREAD, **asked)
    return list(zip(found["kind"], found["on"], strict=True))


def test_steps_in_the_order_of_their_days(opened: Opened) -> None:
    moved = {"deadline": "harbours/replies", "due": "2033-06-01", "known_on": "2033-03-06"}
    connection = store(opened, a_list(2, AHEAD), deadlines=[a_deadline()], deadline_changes=[moved])
    told = [
        ("decision_taken", "2032-03-06"),
        ("deadline_set", "2032-03-06"),
        ("to_be_considered", "2033-03-04"),
        ("deadline_moved", "2033-03-06"),
        ("deadline_passed", "2033-06-01"),
    ]
    assert kinds(connection, after(4), newest_first=False) == told
    assert kinds(connection, after(4)) == told[::-1]
    assert kinds(connection, after(2), newest_first=False)[:2] == told[:2]
    assert kinds(connection, after(1)) == []


def test_the_list_of_threads(opened: Opened) -> None:
    connection = store(opened, a_list(2, AHEAD), a_list(4, {"codes": []}))
    found = threads(connection, after(5)).set_index("thread")
    assert list(found.index) == ["harbours", THREAD]
    assert list(found["dormant_loops"]) == [1, 1]
    assert list(found["heard_number"]) == [2, 2]
    assert threads(connection, after(1)).empty
    assert list(threads(connection, after(5), decision="T-XY/2/d1")["thread"]) == list(found.index)
    assert threads(connection, after(5), thread="nothing").empty


def test_relations_are_told_both_ways(opened: Opened) -> None:
    connection = store(opened, a_list(2, {}), a_list(3, {"mentions": [("amends", 2)]}))
    for decision, incoming, other in (
        ("T-XY/3/d1", False, "T-XY/2/d1"),
        ("T-XY/2/d1", True, "T-XY/3/d1"),
    ):
        (row,) = relations(connection, after(4), decision=decision).to_dict("records")
        assert (row["type"], row["incoming"], row["other"]) == ("amends", incoming, other)
    assert relations(connection, after(2), decision="T-XY/2/d1").empty
    assert len(relations(connection, after(4), thread=THREAD)) == 2


def test_what_was_promised_to_a_meeting(opened: Opened) -> None:
    other = {"codes": [], "mentions": [("postpones", 3)]}
    connection = store(opened, a_list(2, AHEAD, other), a_list(3, {}))
    found = promised(connection, after(2), "T-XY/3")
    assert list(found["decision"]) == ["T-XY/2/d1", "T-XY/2/d2"]
    assert list(found["type"]) == ["considered_at", "postpones"]
    assert found["open"].iloc[0]
    assert found["open"].isna().iloc[1], "it belongs to no thread"
    assert not promised(connection, after(3), "T-XY/3")["open"].iloc[0]
    assert promised(connection, after(1), "T-XY/3").empty


def test_a_meeting_that_is_not_on_file_can_be_promised_something(opened: Opened) -> None:
    ahead = {"mentions": [("considered_at", 9)]}
    connection = store(opened, a_list(2, ahead))
    assert list(promised(connection, after(3), "T-XY/9")["decision"]) == ["T-XY/2/d1"]
    (loop,) = of(connection, after(6))
    assert (loop["number"], loop["ready"], loop["dormant"]) == (9, False, False)


def an_agenda(number: int, items: Sequence[Mapping[str, Any]]) -> dict[str, Any]:
    start, end = DAYS[number]
    return {
        "format": 1,
        "id": f"agenda-{number}_en",
        "document": {
            "lang": "en",
            "kind": "agenda",
            "sha256": "e" * 64,
            "dated": f"203{number}-01-01",
        },
        "read_on": end,
        "meeting": {"body": "T-XY", "number": number, "start": start, "end": end},
        "agenda_items": items,
        "coverage": 1.0,
    }


def test_what_was_decided_before_on_an_agenda_item(opened: Opened) -> None:
    agenda = an_agenda(
        4,
        [
            {"number": "2", "round": "harbours"},
            {"number": "2.1", "parent": "2"},
            {"number": "3"},
        ],
    )
    same, other = {"round": "harbours"}, {"codes": []}
    connection = store(opened, a_list(2, same, other), a_list(3, same), a_list(4, same), agenda)
    for item in ("item-2", "item-2.1"):
        found = history(connection, after(4), f"T-XY/4/{item}")
        assert list(found["decision"]) == ["T-XY/3/d1", "T-XY/2/d1"], (
            "newest first, none of its own"
        )
    assert history(connection, after(4), "T-XY/4/item-3").empty


def test_reviews_are_known_with_their_decision(opened: Opened) -> None:
    connection = store(opened, a_list(3, {"mentions": [("follows_up", 2)]}))
    (row,) = reviews(connection, after(3)).to_dict("records")
    assert (row["decision"], row["other_number"], row["reason"]) == ("T-XY/3/d1", 2, "not_on_file")
    assert reviews(connection, after(2)).empty
