"""The moment of a deadline that was printed with an hour."""

from __future__ import annotations

import datetime as dt
from zoneinfo import ZoneInfo

from lanzadash.exports.rows import Row

ZONE = ZoneInfo("Europe/Paris")
"""Strasbourg's time, in which a printed time without a zone is read."""


def moment(row: Row) -> dt.datetime | None:
    """The printed time on Strasbourg's clocks; none where there is none, or it is not a clock's.

    A printed time belongs to the day it was printed with, not to one to which it was moved.
    """
    if not row["due"] or row["first_due"]:
        return None
    try:
        time = dt.time.fromisoformat(row["due_time"] or "")
        zone = ZoneInfo(row["zone"]) if row["zone"] else ZONE
    except (ValueError, KeyError, OSError):
        return None
    return dt.datetime.combine(row["due"], time, zone).astimezone(ZONE)
