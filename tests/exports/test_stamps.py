"""A stamp follows from what is on file, and changes with nothing else."""

import datetime as dt
from typing import Any

import pytest

from lanzadash.exports.stamps import stamp

DAY = dt.date.fromisoformat
FIRST, THEN, LAST = DAY("2031-11-06"), DAY("2032-03-04"), DAY("2032-06-01")

ROWS = [
    ({"known_on": FIRST, "changes": []}, 0, "2031-11-06", "set"),
    ({"known_on": FIRST, "changes": [THEN]}, 1, "2032-03-04", "moved"),
    ({"known_on": FIRST, "changes": [LAST, THEN]}, 2, "2032-06-01", "moved twice"),
    ({"known_on": FIRST, "changes": [None]}, 1, "2031-11-06", "moved on an unknown day"),
    ({"known_on": None, "changes": [THEN]}, 1, "2032-03-04", "known since an unknown day, moved"),
    ({"known_on": None, "changes": []}, 0, "1970-01-01", "known since an unknown day"),
]


@pytest.mark.parametrize(("row", "sequence", "day", "why"), ROWS, ids=[why for *_, why in ROWS])
def test_stamp(row: dict[str, Any], sequence: int, day: str, why: str) -> None:
    found = stamp(row)
    assert (found.sequence, found.modified.date()) == (sequence, DAY(day))
    assert found.modified.tzinfo is dt.UTC
