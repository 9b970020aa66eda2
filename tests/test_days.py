"""Days as precise as they are known."""

from __future__ import annotations

import datetime as dt

import pytest

from lanzadash.days import known_days


@pytest.mark.parametrize(
    ("printed", "first", "last"),
    [
        ("2031-02-03", "2031-02-03", "2031-02-03"),
        ("2032-02", "2032-02-01", "2032-02-29"),
        ("2031", "2031-01-01", "2031-12-31"),
    ],
)
def test_a_date_is_as_precise_as_printed(printed: str, first: str, last: str) -> None:
    assert known_days(printed) == (dt.date.fromisoformat(first), dt.date.fromisoformat(last))


@pytest.mark.parametrize(
    "printed",
    ["spring 2031", "2031-13", "2031-02-30", "2031-2-3", "20310203", "0000", "２０３１", ""],
)
def test_what_is_no_date_has_no_place(printed: str) -> None:
    assert known_days(printed) is None
