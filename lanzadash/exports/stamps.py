"""Which version of a record an event or entry shows, told without asking the clock."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from lanzadash.exports.rows import Row

UNKNOWN = dt.datetime(1970, 1, 1, tzinfo=dt.UTC)
"""Stands where a date is mandatory and the day since which the record is known is not on file."""


@dataclass(frozen=True)
class Stamp:
    """``sequence`` counts the changes of a record, ``modified`` is when the last one was known."""

    sequence: int
    modified: dt.datetime


def stamp(row: Row) -> Stamp:
    """The stamp that follows from a record's own dates.

    No build remembers the one before it, and the clock of a build says nothing about a record.
    What is on file does: ``known_on``, the day since which the row is known, and ``changes``, the
    day of each change since then (a deadline moved, extended, cancelled; a meeting announced anew,
    held), ``None`` for one whose day is unknown. So the stamp changes exactly when a change is on
    file, is the same on every machine, and never goes back.
    """
    known = [day for day in (row["known_on"], *row["changes"]) if day]
    return Stamp(len(row["changes"]), instant(max(known)) if known else UNKNOWN)


def instant(day: dt.date) -> dt.datetime:
    """The beginning of a day, for formats that know no days."""
    return dt.datetime.combine(day, dt.time(), dt.UTC)
