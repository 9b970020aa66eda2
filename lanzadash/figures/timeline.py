"""Meetings, monitoring rounds, deadlines and adopted documents on one axis of days."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from lanzadash.figures import marks
from lanzadash.figures.axis import LONGEST, Span, ticks, whole
from lanzadash.figures.lanes import TEXT, WIDTH, Item, Mark, bands, ems, lane
from lanzadash.figures.marks import Row
from lanzadash.language import Language

ROWS = {"meetings": 5, "deadlines": 4, "documents": 3}
"""Rows that a lane may have with labels longer than need be."""


@dataclass(frozen=True)
class Lane:
    """One sort of thing: its marks, and how many rows of labels they take, at least one."""

    name: str
    marks: Sequence[Mark]
    rows: int


@dataclass(frozen=True)
class Timeline:
    """Everything known, by lanes from the top: rounds, meetings, deadlines, documents."""

    items: Mapping[str, Sequence[Item]]

    def everything(self, day: dt.date) -> Span:
        """Every year with something in it, and that of ``day`` where it is not a lifetime off;
        fifteen years at least."""
        on_file = [item for items in self.items.values() for item in items]
        days = [item.start for item in on_file]
        days += [item.end for item in on_file if item.state != "open"]
        if not days or abs(day - days[0]) < dt.timedelta(days=LONGEST // 2):
            days.append(day)
        return whole(min(days), max(days))

    def within(self, span: Span) -> list[tuple[str, Item]]:
        """What is in that span, each with the name of its lane, latest first."""
        found = [
            (name, item)
            for name, items in self.items.items()
            for item in items
            if span.meets(item.start, item.end)
        ]
        return sorted(found, key=lambda one: (one[1].start, one[1].end), reverse=True)

    def lanes(self, span: Span) -> Iterator[Lane]:
        """The marks of that span, placed."""
        for name, items in self.items.items():
            most = ROWS.get(name)
            placed = lane(items, span, most) if most else bands(items, span)
            yield Lane(name, placed, 1 + max((mark.row for mark in placed), default=0))


def timeline(
    dates: Iterable[Row],
    rounds: Iterable[Row],
    deadlines: Iterable[Row],
    documents: Iterable[Row],
    day: dt.date,
    say: Language,
) -> Timeline:
    """What is known, from the rows of the queries ``dates_on_file``, ``rounds``, ``deadlines`` and
    ``dated_reports``; a round without an end on file lasts till ``day``.
    """
    return Timeline(
        {
            "rounds": list(marks.rounds(rounds, say, day)),
            "meetings": list(marks.meetings(dates, say)),
            "deadlines": list(marks.deadlines(deadlines, say)),
            "documents": list(marks.documents(documents, say)),
        }
    )


def axis(span: Span, say: Language) -> list[tuple[float, str]]:
    """Where the axis is marked, 0 to 1, and with which words: none where there is no room left."""
    marked = ((span.share(day), label) for day, label in ticks(span, say))
    return [(at, label if (1 - at) * WIDTH > TEXT * ems(label) else "") for at, label in marked]


def day_lines(days: Mapping[str, tuple[dt.date, str]], span: Span) -> list[Mark]:
    """The lines of single days in that span: ``{"today": (day, label)}``."""
    items = [Item(state, None, day, day, (label,), label) for state, (day, label) in days.items()]
    return lane(items, span, len(items))
