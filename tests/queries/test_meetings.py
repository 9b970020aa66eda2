"""Meetings: announced dates and held dates are two facts, each known since its own day."""

from __future__ import annotations

import datetime as dt

import pytest

from lanzadash.queries.asof import AsOf
from lanzadash.queries.meetings import (
    agenda,
    dates_on_file,
    held_meetings,
    last_meeting_with_deadlines,
    latest_meeting,
    meeting_dates,
    meetings,
    next_meeting,
)
from lanzadash.store import Connection

TODAY = AsOf(dt.date(2026, 11, 21))
PAST = AsOf(dt.date(2021, 12, 3), past=True)
ANNOUNCED = ("announced", dt.date(2022, 2, 22), dt.date(2022, 2, 25))
HELD = ("held", dt.date(2022, 3, 7), dt.date(2022, 3, 10))


@pytest.mark.parametrize(
    ("as_of", "expected"),
    [
        (PAST, [ANNOUNCED]),
        (AsOf(dt.date(2022, 3, 9), past=True), [ANNOUNCED]),
        (AsOf(dt.date(2022, 3, 10), past=True), [ANNOUNCED, HELD]),
        (TODAY, [ANNOUNCED, HELD]),
    ],
    ids=["end of the 35th", "while it is held", "its last day", "today"],
)
def test_dates_of_the_36th_meeting(
    connection: Connection, as_of: AsOf, expected: list[tuple[str, dt.date, dt.date]]
) -> None:
    found = meeting_dates(connection, as_of, "T-ES/36")
    days = zip(found["status"], found["start_date"], found["end_date"], strict=True)
    assert [(status, start.date(), end.date()) for status, start, end in days] == expected
    listed = meetings(connection, as_of).set_index("meeting").loc["T-ES/36"]
    assert (
        listed["status"],
        listed["start_date"].date(),
        listed["end_date"].date(),
    ) == expected[-1]


def test_announced_dates_name_the_meeting_that_announced_them(connection: Connection) -> None:
    announced = meeting_dates(connection, PAST, "T-ES/36").iloc[0]
    assert (announced["announced_at"], announced["announced_number"]) == ("T-ES/35", 35)


@pytest.mark.parametrize(
    ("as_of", "expected"),
    [
        (PAST, "T-ES/35"),
        (AsOf(dt.date(2021, 12, 4), past=True), "T-ES/36"),
        (AsOf(dt.date(2022, 2, 25), past=True), "T-ES/36"),
        (TODAY, None),
    ],
    ids=["still in session", "announced", "its announced last day", "nothing announced"],
)
def test_next_meeting(connection: Connection, as_of: AsOf, expected: str | None) -> None:
    found = next_meeting(connection, as_of)
    assert list(found["meeting"]) == ([expected] if expected else [])


def test_dates_announced_without_a_number_take_none(connection: Connection) -> None:
    in_september_2020 = next_meeting(connection, AsOf(dt.date(2020, 10, 1), past=True)).iloc[0]
    assert in_september_2020["start_date"].date() == dt.date(2020, 12, 7)
    assert in_september_2020["end_date"].date() == dt.date(2020, 12, 11)
    assert in_september_2020["tentative"]
    assert in_september_2020[["meeting", "number"]].isna().all()


def test_latest_meeting(connection: Connection) -> None:
    [at_its_end] = latest_meeting(connection, PAST)["meeting"]
    assert at_its_end == "T-ES/35"
    [held] = latest_meeting(connection, TODAY)["meeting"]
    assert held == meetings(connection, TODAY)["meeting"].iloc[0]
    decided = latest_meeting(connection, TODAY, decided=True).iloc[0]
    assert decided["decisions"] > 0


def test_meetings_stand_latest_first_and_a_gap_stays_a_gap(connection: Connection) -> None:
    found = meetings(connection, TODAY)
    assert found["start_date"].is_monotonic_decreasing
    assert not {1, 3, 7, 19, 26, 27, 33} & set(found["number"])
    row = found.set_index("meeting").loc["T-ES/35"]
    assert (row["mode"], row["decisions"], row["deadlines"]) == ("remote", 11, 2)


def test_held_meetings_are_those_with_a_held_date(connection: Connection) -> None:
    found = held_meetings(connection)
    assert found["end_date"].is_monotonic_decreasing
    listed = meetings(connection, TODAY)
    assert set(found["meeting"]) == set(listed[listed["status"] == "held"]["meeting"])


def test_where_to_look_when_nothing_is_upcoming(connection: Connection) -> None:
    [busy] = last_meeting_with_deadlines(connection, PAST)["meeting"]
    assert busy == "T-ES/35"
    [today] = last_meeting_with_deadlines(connection, TODAY)["end_date"]
    assert today.date() >= PAST.day


def test_the_agenda_of_september_2020_is_that_of_the_28th_meeting(connection: Connection) -> None:
    found = agenda(connection, TODAY, "T-ES/28")
    assert len(found) > 10
    assert list(found["position"]) == list(range(1, len(found) + 1))
    numbers = set(found["number"])
    assert {parent for parent in found["parent"] if isinstance(parent, str)} <= numbers


def test_days_announced_and_days_held_stand_beside_each_other(connection: Connection) -> None:
    found = dates_on_file(connection, TODAY)
    days = found[found["meeting"] == "T-ES/36"][["status", "start_date"]]
    assert [(status, str(day.date())) for status, day in days.to_numpy()] == [
        ("announced", "2022-02-22"),
        ("held", "2022-03-07"),
    ]
    assert not found.duplicated(["meeting", "start_date", "end_date"]).any()
    assert set(dates_on_file(connection, PAST)["meeting_date"]) < set(found["meeting_date"])
