"""Marks on lanes: whatever is on file, no two boxes of a row overlap, none leaves the picture."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lanzadash.figures.axis import Span
from lanzadash.figures.lanes import SIGN, WIDTH, Item, Mark, bands, ems, lane

YEARS = Span(dt.date(2017, 1, 1), dt.date(2031, 12, 31))
LABELS = ("5th meeting, Valletta", "5 Valletta", "5")


def item(day: str, *, until: str = "", labels: tuple[str, ...] = LABELS, id: str = "5") -> Item:
    return Item(
        "held", id, dt.date.fromisoformat(day), dt.date.fromisoformat(until or day), labels, id
    )


def items() -> st.SearchStrategy[list[Item]]:
    days = st.dates(dt.date(2015, 1, 1), dt.date(2034, 1, 1))
    lengths = st.integers(0, 900)
    labels = st.sampled_from(
        [LABELS, ("a very long name indeed of some document", "R"), ("–",), ("W" * 300,)]
    )
    one = st.builds(
        lambda day, length, words: Item(
            "held", "x", day, day + dt.timedelta(days=length), words, "x"
        ),
        days,
        lengths,
        labels,
    )
    return st.lists(one, max_size=80)


def stands(marks: Sequence[Mark]) -> None:
    for row in {mark.row for mark in marks}:
        boxes = sorted((m.left, m.left + m.width) for m in marks if m.row == row)
        assert all(end <= start for (_, end), (start, _) in pairwise(boxes))
    for mark in marks:
        assert mark.left >= -1e-9
        assert mark.left + mark.width <= WIDTH + 1e-9
        assert mark.width >= SIGN, "at least 24 px for a finger"


@given(items(), st.integers(1, 6))
def test_no_two_boxes_overlap(found: list[Item], rows: int) -> None:
    marks = lane(found, YEARS, rows)
    stands(marks)
    shown = [one for one in found if YEARS.meets(one.start, one.end)]
    assert sum(len(mark.items) for mark in marks) == len(shown), "all are there, each once"


@given(items())
def test_no_two_bands_overlap(found: list[Item]) -> None:
    stands(bands(found, YEARS))


def test_what_is_alone_is_told_at_length() -> None:
    (mark,) = lane([item("2020-03-04")], YEARS, 1)
    assert (mark.label, mark.row, mark.turned) == (LABELS[0], 0, False)
    assert mark.left == pytest.approx((mark.at + mark.until - SIGN) / 2)


def test_at_the_right_edge_the_label_stands_before_the_sign() -> None:
    (mark,) = lane([item("2031-06-01")], YEARS, 1)
    assert mark.turned
    assert mark.left + mark.width == pytest.approx((mark.at + mark.until + SIGN) / 2)


def test_the_longest_labels_that_fit_are_taken() -> None:
    near = [item(f"2020-{month:02}-01", id=str(month)) for month in range(1, 13)]
    crowded = lane(near, YEARS, 12)
    assert {len(mark.items) for mark in crowded} == {1}
    year = lane(near, Span(dt.date(2020, 1, 1), dt.date(2020, 12, 31)), 4)
    assert {mark.label for mark in year} == {LABELS[0]}


def test_what_is_too_near_is_counted_together() -> None:
    near = [item("2020-03-04", id=str(n)) for n in range(30)] + [item("2029-01-01")]
    marks = lane(near, YEARS, 3)
    assert [(mark.label, mark.state) for mark in marks] == [("30", "several"), ("5", "held")]


def test_a_band_is_as_long_as_its_days() -> None:
    (mark,) = bands([item("2012-01-01", until="2019-12-31")], YEARS)
    assert (mark.left, mark.at) == (0, 0)
    assert mark.width == pytest.approx(WIDTH * YEARS.share(dt.date(2020, 1, 1)))


def test_a_label_longer_than_its_band_stands_beyond_it() -> None:
    (mark,) = bands([item("2020-01-01", labels=("a name longer than a day",))], YEARS)
    assert mark.width > ems(mark.label) * 0.8 > mark.until - mark.at


def test_what_is_outside_is_left_out() -> None:
    assert lane([item("2035-01-01"), item("2016-12-31")], YEARS, 3) == []
    assert bands([item("2035-01-01")], YEARS) == []
