"""Where the marks of a timeline stand, so that no two labels ever overlap.

Everything is measured in rem on a picture :data:`WIDTH` wide: a wider one only sets marks farther
apart, a narrower one is not drawn. A mark is one box, its sign on the day and its label beside it.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from lanzadash.figures.axis import Span

WIDTH = 66.0
"""The narrowest picture."""

SIGN = 1.5
"""Width of a sign, which also is the least size of a mark: 24 px."""

GAP = 0.25
_PADDING = 0.5
TEXT = 0.875
"""Size of a label's text."""

_NARROW = frozenset("fijlrtI1.,:;'’()[]|/- ")
_WIDE = frozenset("mwMW%@—…")


@dataclass(frozen=True)
class Item:
    """Something on the timeline: its days, and its labels from the longest to the shortest.

    ``state`` is how it is drawn; ``target`` the id of what a click opens, if anything. ``title``,
    ``status`` and ``when`` say all of it in words, the title in the language ``lang``; ``source``
    and ``certainty`` are those of its row.
    """

    state: str
    target: str | None
    start: dt.date
    end: dt.date
    labels: tuple[str, ...]
    title: str
    status: str = ""
    when: str = ""
    lang: str | None = None
    source: str | None = None
    certainty: str | None = None


@dataclass(frozen=True)
class Mark:
    """Items that stand in one place: a single one, or several that would not fit side by side.

    ``left`` and ``width`` are those of the box, ``at`` and ``until`` the days themselves, all in
    rem of :data:`WIDTH`; ``row`` counts from 0, the nearest to the axis. ``turned``: the label
    stands before its sign.
    """

    items: tuple[Item, ...]
    label: str
    at: float
    until: float
    left: float
    width: float
    row: int = 0
    turned: bool = False

    @property
    def state(self) -> str:
        """How it is drawn: as its item, or as ``several``."""
        return self.items[0].state if len(self.items) == 1 else "several"


def ems(text: str) -> float:
    """About how wide a text is in its own size, rather more than less."""
    return sum(
        0.34
        if letter in _NARROW
        else 0.92
        if letter in _WIDE
        else 0.68
        if letter.isupper()
        else 0.54
        for letter in text
    )


def lane(items: Iterable[Item], span: Span, rows: int) -> list[Mark]:
    """The items in that span, on ``rows`` rows where that can be done, or on two more.

    The longest labels are taken with which all fit, and longer ones where there is room. Where
    none fit, what is near each other becomes one mark that counts them.
    """
    shown = sorted(
        (item for item in items if span.meets(item.start, item.end)),
        key=_in_time,
    )
    lengths = max((len(item.labels) for item in shown), default=0)
    for length in range(lengths):
        marks = staggered([_single(item, length, span) for item in shown])
        most = rows + 2 * (length == lengths - 1)
        if all(mark.row < most for mark in marks):
            return _grown(marks)
    return staggered(_gathered(shown, span))


def bands(items: Iterable[Item], span: Span) -> list[Mark]:
    """Items as long as their days, with the label inside or, where it is longer, beyond."""
    marks = []
    for item in sorted(items, key=_in_time):
        if span.meets(item.start, item.end):
            at, until = _days(item.start, item.end, span)
            label = next((one for one in item.labels if _box(one) <= until - at), item.labels[-1])
            width = max(_box(label), until - at)
            turned = at + width > WIDTH
            left = max(until - width, 0.0) if turned else at
            marks.append(Mark((item,), label, at, until, left, width, turned=turned))
    return staggered(marks)


def staggered(marks: Sequence[Mark]) -> list[Mark]:
    """The marks from left to right, each on the first row that is free where it stands."""
    ends: list[float] = []
    placed = []
    for mark in sorted(marks, key=lambda mark: (mark.left, mark.at)):
        row = next((row for row, end in enumerate(ends) if end + GAP <= mark.left), len(ends))
        ends[row : row + 1] = [mark.left + mark.width]
        placed.append(replace(mark, row=row))
    return placed


def _grown(marks: Sequence[Mark]) -> list[Mark]:
    """The marks with longer labels where there is room on their row."""
    grown = []
    for mark in marks:
        after = (other.left for other in marks if other.row == mark.row and other.left > mark.left)
        room = min(after, default=WIDTH + GAP) - GAP - mark.left
        fitting = (label for label in mark.items[0].labels if _box(label) <= room)
        label = mark.label if mark.turned else next(fitting, mark.label)
        grown.append(replace(mark, label=label, width=max(_box(label), mark.width)))
    return grown


def _in_time(item: Item) -> tuple[dt.date, dt.date, str]:
    return item.start, item.end, item.target or ""


def _gathered(items: Sequence[Item], span: Span) -> list[Mark]:
    """One mark for all items whose middle days fall on the same stretch of the axis."""
    stretch = 2 * SIGN
    parts: dict[int, list[Item]] = {}
    for item in items:
        at, until = _days(item.start, item.end, span)
        parts.setdefault(int((at + until) / 2 // stretch), []).append(item)
    marks = []
    for part in parts.values():
        if len(part) == 1:
            marks.append(_single(part[0], -1, span))
        else:
            first, last = min(one.start for one in part), max(one.end for one in part)
            marks.append(_boxed(tuple(part), str(len(part)), first, last, span))
    return marks


def _single(item: Item, length: int, span: Span) -> Mark:
    label = item.labels[min(length, len(item.labels) - 1)]
    return _boxed((item,), label, item.start, item.end, span)


def _boxed(items: tuple[Item, ...], label: str, start: dt.date, end: dt.date, span: Span) -> Mark:
    at, until = _days(start, end, span)
    middle, width = (at + until) / 2, _box(label)
    turned = middle - SIGN / 2 + width > WIDTH
    left = middle + SIGN / 2 - width if turned else middle - SIGN / 2
    left = min(max(left, 0.0), WIDTH - width)
    return Mark(items, label, at, until, left, width, turned=turned)


def _box(label: str) -> float:
    """The width of a box with that label, which is cut where it is longer than the picture."""
    return min(SIGN + TEXT * ems(label) + _PADDING, WIDTH)


def _days(start: dt.date, end: dt.date, span: Span) -> tuple[float, float]:
    """Where the days begin and end, as far as they are in the span."""
    at = max(span.share(start), 0.0)
    until = min(span.share(end) + 1 / span.days, 1.0)
    return at * WIDTH, until * WIDTH
