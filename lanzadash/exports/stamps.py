"""Which version of a record an event or entry shows, told without asking the clock."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
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

    What is on file says it: ``known_on``, the day since which the row is known, and ``changes``,
    the day of each change since then (a deadline moved, cancelled; a meeting announced anew,
    held), ``None`` for one whose day is unknown. So the stamp changes exactly when a change is on
    file, and is the same on every machine. That of a view of the past; the latest published view
    has :func:`revised`, which tells a reworded record too.
    """
    known = [day for day in (row["known_on"], *row["changes"]) if day]
    return Stamp(len(row["changes"]), instant(max(known)) if known else UNKNOWN)


def instant(day: dt.date) -> dt.datetime:
    """The beginning of a day, for formats that know no days."""
    return dt.datetime.combine(day, dt.time(), dt.UTC)


def revised(key: str, rows: Iterable[Row], revisions: Iterable[Row]) -> dict[str, Stamp]:
    """The stamps of rows by the ids in ``key``, from the revisions that the built file counts.

    ``revisions`` are rows of the query of that name, ``modified`` ISO 8601 in UTC.
    """
    counted = {row["record"]: row for row in revisions}
    stamps = {}
    for row in rows:
        if found := counted.get(row[key]):
            known = stamp(row)
            at = dt.datetime.fromisoformat(found["modified"]) if found["modified"] else None
            modified = at.replace(tzinfo=dt.UTC) if at else UNKNOWN
            stamps[row[key]] = Stamp(
                max(int(found["sequence"]), known.sequence), max(modified, known.modified)
            )
    return stamps
