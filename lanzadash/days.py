"""Days as precise as they are known."""

from __future__ import annotations

import calendar
import datetime as dt
import re

# 2021-12-03, 2021-12, 2021
_KNOWN = re.compile(r"(?P<year>\d{4})(?:-(?P<month>\d{2})(?:-(?P<day>\d{2}))?)?", re.ASCII)


def known_days(written: str) -> tuple[dt.date, dt.date] | None:
    """The first and the last day that a date as precise as known can mean.

    ``2021-12-03`` is a day, ``2021-12`` a month, ``2021`` a year; ``None`` for anything else.
    """
    if not (found := _KNOWN.fullmatch(written)):
        return None
    year, month, day = (int(found[part] or 0) for part in ("year", "month", "day"))
    try:
        last = day or calendar.monthrange(year, month or 12)[1]
        return dt.date(year, month or 1, day or 1), dt.date(year, month or 12, last)
    except ValueError:
        return None
