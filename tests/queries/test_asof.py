"""The day of a view."""

from __future__ import annotations

import datetime as dt

from lanzadash.queries.asof import AsOf


def test_todays_view_has_no_bound_on_what_is_known() -> None:
    assert AsOf(dt.date(2026, 11, 21)).known_by is None


def test_a_view_of_the_past_is_bound_by_its_day() -> None:
    day = dt.date(2021, 12, 3)
    assert AsOf(day, past=True).known_by == day
