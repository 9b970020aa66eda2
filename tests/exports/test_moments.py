"""A printed hour, on the clocks of Strasbourg and of whoever reads it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from lanzadash.exports.moments import moment

Maker = Callable[..., dict[str, Any]]
DAY = dt.date.fromisoformat
VIEWERS = ("Atlantic/Azores", "Europe/Paris", "Asia/Tbilisi")

LAST_SUNDAYS = [
    # printed day and time; that moment in UTC, then on the clocks of the viewers
    ("2031-03-29", "18:00", "29 17:00", "29 16:00", "29 18:00", "29 21:00", "the day before"),
    ("2031-03-30", "01:59", "30 00:59", "29 23:59", "30 01:59", "30 04:59", "all in winter time"),
    ("2031-03-30", "03:00", "30 01:00", "30 01:00", "30 03:00", "30 05:00", "all in summer time"),
    ("2031-03-30", "18:00", "30 16:00", "30 16:00", "30 18:00", "30 20:00", "the last of March"),
    ("2031-10-25", "18:00", "25 16:00", "25 16:00", "25 18:00", "25 20:00", "the day before"),
    ("2031-10-26", "01:59", "25 23:59", "25 23:59", "26 01:59", "26 03:59", "all in summer time"),
    ("2031-10-26", "03:00", "26 02:00", "26 01:00", "26 03:00", "26 06:00", "all in winter time"),
    ("2031-10-26", "18:00", "26 17:00", "26 16:00", "26 18:00", "26 21:00", "the last of October"),
]


@pytest.mark.parametrize(("day", "time", "utc", "azores", "paris", "tbilisi", "why"), LAST_SUNDAYS)
def test_the_last_sundays_of_march_and_october(
    day: str, time: str, utc: str, azores: str, paris: str, tbilisi: str, why: str, deadline: Maker
) -> None:
    at = moment(deadline(due=DAY(day), due_time=time, zone="Europe/Paris"))
    assert at is not None
    assert f"{at.astimezone(dt.UTC):%d %H:%M}" == utc, why
    shown = [f"{at.astimezone(ZoneInfo(zone)):%d %H:%M}" for zone in VIEWERS]
    assert shown == [azores, paris, tbilisi], why


NONE = [
    ({"due_time": None}, "a day stays a day"),
    ({"due_time": "18:00", "first_due": DAY("2031-12-01")}, "printed with another day"),
    ({"due_time": "24:00"}, "no time of a clock"),
    ({"due_time": "18:00", "due": None}, "no day"),
]


@pytest.mark.parametrize(("over", "why"), NONE, ids=[why for _, why in NONE])
def test_no_moment(over: dict[str, Any], why: str, deadline: Maker) -> None:
    assert moment(deadline(**over)) is None
