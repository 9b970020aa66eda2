"""The span of days that a timeline shows: how to come nearer, move along, and mark its days."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from lanzadash.language import Language

MONTHS: Mapping[str, int] = {"5y": 60, "1y": 12, "3m": 3, "1m": 1}
"""The zooms of a whole number of months, the widest first."""

ZOOMS = ("all", *MONTHS)
"""The zooms by the names they have in an address; ``all`` is every year on file."""

LEAST_YEARS = 15
"""Years that ``all`` shows at least."""

LONGEST = 36_525
"""Days that a span may have: a hundred years."""

_DAY = dt.timedelta(days=1)


@dataclass(frozen=True)
class Span:
    """Days from ``first`` to ``last``, both included. Raises ``ValueError`` for one that runs
    backwards, and for more than a hundred years."""

    first: dt.date
    last: dt.date

    def __post_init__(self) -> None:
        if not 0 < self.days <= LONGEST:
            raise ValueError(f"{self.first} to {self.last} is not a span of days to be shown")

    @property
    def days(self) -> int:
        """How many days it has."""
        return (self.last - self.first).days + 1

    @property
    def middle(self) -> dt.date:
        """The day in its middle."""
        return self.first + self.days // 2 * _DAY

    def share(self, day: dt.date) -> float:
        """Where a day begins: 0 for the first one, 1 for the one after the last."""
        return (day - self.first).days / self.days

    def meets(self, start: dt.date, end: dt.date) -> bool:
        """Whether any of the days from ``start`` to ``end`` is in it."""
        return start <= self.last and end >= self.first

    def moved(self, direction: int) -> Span:
        """Half of itself later (1) or earlier (-1); whole months stay whole months.

        The same span where the calendar ends.
        """
        try:
            if months := self._months():
                step = max(months // 2, 1) * direction
                return span_of(months, _month(self.first, step))
            step_days = max(self.days // 2, 1) * direction * _DAY
            return Span(self.first + step_days, self.last + step_days)
        except (ValueError, OverflowError):
            return self

    def zoom(self) -> str:
        """The name of the narrowest zoom that shows as much."""
        return next((name for name in reversed(ZOOMS[1:]) if self.days <= 31 * MONTHS[name]), "all")

    def _months(self) -> int:
        """How many whole months it is, 0 where it begins or ends within one."""
        if self.first.day != 1 or (self.last + _DAY).day != 1:
            return 0
        after = self.last + _DAY
        return (after.year - self.first.year) * 12 + after.month - self.first.month


def span_of(months: int, first: dt.date) -> Span:
    """So many months from the first day of a month on."""
    return Span(first, _month(first, months) - _DAY)


def around(zoom: str, day: dt.date) -> Span:
    """The whole months of one of :data:`MONTHS` with ``day`` in the middle one, or as near to it as
    the calendar goes."""
    months = MONTHS[zoom]
    index = day.year * 12 + day.month - 1 - months // 2
    index = min(max(index, dt.MINYEAR * 12), dt.MAXYEAR * 12 + 11 - months)
    return span_of(months, dt.date(index // 12, index % 12 + 1, 1))


def whole(first: dt.date, last: dt.date) -> Span:
    """Every year from that of ``first`` to that of ``last``, fifteen of them at least and the last
    hundred at most."""
    year = min(first.year, last.year - LEAST_YEARS + 1)
    return Span(dt.date(max(year, last.year - 99, 1), 1, 1), dt.date(last.year, 12, 31))


def ticks(span: Span, say: Language) -> list[tuple[dt.date, str]]:
    """The days at which the axis is marked, and the words for each: the first days of years, of
    months or of weeks, or single days; never so many that their words would touch."""
    years = [day for day in _months(span) if day.month == 1]
    if len(years) > 2:
        return [(day, str(day.year)) for day in _thinned(years, 18)]
    months = list(_months(span))
    if len(months) > 2:
        return [(day, say.month(day)) for day in _thinned(months, 12)]
    days = [span.first + at * _DAY for at in range(span.days)]
    mondays = [day for day in days if day.weekday() == 0]
    chosen = mondays if len(mondays) > 2 else days
    return [(day, say.short_date(day)) for day in _thinned(chosen, 10)]


def _thinned(days: list[dt.date], most: int) -> list[dt.date]:
    return days[:: -(-len(days) // most)]


def _months(span: Span) -> Iterator[dt.date]:
    """The first days of months in it."""
    day = span.first if span.first.day == 1 else _month(span.first, 1)
    while day <= span.last:
        yield day
        day = _month(day, 1)


def _month(first: dt.date, by: int) -> dt.date:
    """The first of a month so many months later. Raises ``ValueError`` past the calendar's end."""
    index = first.year * 12 + first.month - 1 + by
    return dt.date(index // 12, index % 12 + 1, 1)
