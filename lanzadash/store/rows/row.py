"""What every table is made of: rows, and the places they were taken from."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any, TypeAlias

from lanzadash.records import Certainty, Place, Sourced

Row: TypeAlias = dict[str, Any]
"""One row by the names of its columns; a column left out is null.

Beside its columns a row may hold ``citations``, which become rows of the table ``sources``.
"""

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


@dataclass(frozen=True)
class Citation:
    """One place that a row was taken from."""

    reference: str
    certainty: Certainty
    document: str | None = None
    page: int | None = None
    block: int | None = None
    printed: str | None = None
    read_on: dt.date | None = None
    sha256: str | None = None


@dataclass
class Findings:
    """What is wrong with the data: faults stop a build, warnings are reported beside it."""

    faults: list[str] = field(default_factory=list)
    warnings: list[str] = field(default_factory=list)


def references(source: str) -> list[str]:
    """The single sources in a cell that names several, separated by `` ; ``."""
    return [part.strip() for part in source.split(" ; ") if part.strip()]


def cited(row: Sourced) -> list[Citation]:
    """The citations of a line of the facts."""
    return [Citation(reference, row.certainty) for reference in references(row.source)]


def sourced(citations: Iterable[Citation], known_on: dt.date | None) -> Row:
    """The columns ``source``, ``certainty`` and ``known_on``, and the citations behind them.

    The first citation says how far to trust the row.
    """
    kept = list(dict.fromkeys(citations))
    return {
        "source": " ; ".join(dict.fromkeys(citation.reference for citation in kept)),
        "certainty": kept[0].certainty,
        "known_on": known_on,
        "citations": kept,
    }


def placed(place: Place | None) -> Row:
    """The columns ``page`` and ``block``."""
    return {"page": place.page if place else None, "block": place.block if place else None}


def day(printed: str | None) -> dt.date | None:
    """The day of a date that is as precise as known, or ``None`` if it is only a month or year."""
    if printed is None or not _DAY.fullmatch(printed):
        return None
    return dt.date.fromisoformat(printed)


def earliest(days: Iterable[dt.date | None]) -> dt.date | None:
    """The first of the days that are known."""
    return min((day for day in days if day is not None), default=None)


def filled(row: Row, other: Row) -> Row:
    """``row`` with what it leaves open taken from ``other``, and the citations of both."""
    merged = {**other, **{name: value for name, value in row.items() if value is not None}}
    citations = list(dict.fromkeys([*row["citations"], *other["citations"]]))
    return {**merged, **sourced(citations, earliest([row["known_on"], other["known_on"]]))}
