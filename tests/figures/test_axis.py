"""The span of a timeline: zooms, moves, and the days at which the axis is marked."""

from __future__ import annotations

import datetime as dt
from itertools import pairwise

import pytest

from lanzadash.figures.axis import Span, around, ticks, whole
from lanzadash.figures.lanes import TEXT, WIDTH, ems
from lanzadash.language import language

DAY = dt.date(2021, 12, 3)


def span(first: str, last: str) -> Span:
    return Span(dt.date.fromisoformat(first), dt.date.fromisoformat(last))


@pytest.mark.parametrize(
    ("zoom", "first", "last"),
    [
        ("5y", "2019-06-01", "2024-05-31"),
        ("1y", "2021-06-01", "2022-05-31"),
        ("3m", "2021-11-01", "2022-01-31"),
        ("1m", "2021-12-01", "2021-12-31"),
    ],
)
def test_a_zoom_is_whole_months_around_a_day(zoom: str, first: str, last: str) -> None:
    found = around(zoom, DAY)
    assert found == span(first, last)
    assert found.zoom() == zoom
    assert found.meets(DAY, DAY)


@pytest.mark.parametrize("zoom", ["5y", "1y", "3m", "1m"])
@pytest.mark.parametrize("day", [dt.date.min, dt.date.max])
def test_a_zoom_stays_within_the_calendar(zoom: str, day: dt.date) -> None:
    assert around(zoom, day).zoom() == zoom


@pytest.mark.parametrize(
    ("before", "direction", "after"),
    [
        (("2021-12-01", "2021-12-31"), 1, ("2022-01-01", "2022-01-31")),
        (("2021-12-01", "2021-12-31"), -1, ("2021-11-01", "2021-11-30")),
        (("2021-06-01", "2022-05-31"), 1, ("2021-12-01", "2022-11-30")),
        (("2021-06-10", "2021-06-19"), 1, ("2021-06-15", "2021-06-24")),
        (("9999-12-01", "9999-12-31"), 1, ("9999-12-01", "9999-12-31")),
        (("0001-01-01", "0001-01-31"), -1, ("0001-01-01", "0001-01-31")),
    ],
)
def test_moving_along(before: tuple[str, str], direction: int, after: tuple[str, str]) -> None:
    assert span(*before).moved(direction) == span(*after)


@pytest.mark.parametrize(
    ("first", "last", "expected"),
    [
        ("2012-03-29", "2026-11-22", ("2012-01-01", "2026-12-31")),
        ("2024-01-23", "2027-03-16", ("2013-01-01", "2027-12-31")),
        ("2001-05-05", "2026-01-01", ("2001-01-01", "2026-12-31")),
        ("1800-05-05", "2026-01-01", ("1927-01-01", "2026-12-31")),
        ("0001-01-01", "0001-01-01", ("0001-01-01", "0001-12-31")),
    ],
)
def test_everything_is_fifteen_years_at_least(
    first: str, last: str, expected: tuple[str, str]
) -> None:
    assert whole(dt.date.fromisoformat(first), dt.date.fromisoformat(last)) == span(*expected)


@pytest.mark.parametrize(("first", "last"), [("2021-02-01", "2021-01-01"), ("1900-01-01", DAY)])
def test_a_span_runs_forward_and_is_not_without_end(first: str, last: str) -> None:
    with pytest.raises(ValueError, match=first):
        span(first, str(last))


SPANS = [
    ("2012-01-01", "2026-12-31", 15, "2012", "2012"),
    ("1960-01-01", "2026-12-31", 17, "1960", "1960"),
    ("2019-06-01", "2024-05-31", 5, "2020", "2020"),
    ("2021-06-01", "2022-05-31", 12, "Jun 2021", "juin 2021"),
    ("2021-11-01", "2022-01-31", 3, "Nov 2021", "nov. 2021"),
    ("2021-12-01", "2021-12-31", 4, "6 Dec 2021", "6 déc. 2021"),
    ("2021-12-03", "2021-12-03", 1, "3 Dec 2021", "3 déc. 2021"),
]


@pytest.mark.parametrize(("first", "last", "count", "english", "french"), SPANS)
def test_marks_on_the_axis_do_not_touch(
    first: str, last: str, count: int, english: str, french: str
) -> None:
    shown = span(first, last)
    for code, expected in (("en", english), ("fr", french)):
        marked = ticks(shown, language(code))
        assert (len(marked), marked[0][1]) == (count, expected)
        ends = [(shown.share(day) * WIDTH, TEXT * ems(label)) for day, label in marked]
        for (at, width), (following, _) in pairwise(ends):
            assert at + width < following
