"""Dates and ranges of dates, as the committee prints them in English and French.

A date is as precise as printed: "October 2021" is a month, never its first day; "10 December" is a
day without a year. Numbers alone are read day first, as in Strasbourg.
"""

from __future__ import annotations

import calendar
import datetime as dt
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from lanzadash.reading.folding import fold

_ENGLISH = (
    "january february march april may june july august september october november december"
).split()
_FRENCH = (
    "janvier février mars avril mai juin juillet août septembre octobre novembre décembre"
).split()
# Short forms and the spellings of capitals without accents.
_OTHER = {
    1: "jan janv",
    2: "feb fevrier févr fevr fév",
    3: "mar",
    4: "apr avr",
    6: "jun",
    7: "jul juil",
    8: "aug aout",
    9: "sep sept",
    10: "oct",
    11: "nov",
    12: "dec decembre déc",
}
MONTHS = {
    **{name: number for number, name in enumerate(_ENGLISH, 1)},
    **{name: number for number, name in enumerate(_FRENCH, 1)},
    **{name: number for number, names in _OTHER.items() for name in names.split()},
}
_WEEKDAYS = (
    "monday tuesday wednesday thursday friday saturday sunday "
    "lundi mardi mercredi jeudi vendredi samedi dimanche"
).split()

DAY = r"(?:[12]\d|3[01]|0?[1-9])(?!\d)"
ORDINAL = r"(?: ?(?:st|nd|rd|th|er|ème|eme|e)(?![^\W\d]))?"
# Only a short form is closed by a full stop of its own: "Dec.", not "10 May."
_SHORT = "|".join(name for names in _OTHER.values() for name in names.split())
# Longest first: "mars" before "mar".
MONTH = rf"(?:(?:{_SHORT})\.|(?:{'|'.join(sorted(MONTHS, key=len, reverse=True))})\b)"
YEAR = r"(?:19|20)\d\d(?!\d)"
WEEKDAY = rf"(?:(?:{'|'.join(_WEEKDAYS)})\b,? (?:the |le )?)?"
# 22-25, 22 to 25, du 22 au 25, 7 and 8, 7/8
_TO = r" ?(?P<sep>-|/|&|\b(?:to|and|through|au|et|à)\b) ?(?:(?:the|le) )?"
_OF = r" ?(?:of |de |-(?=[a-zéû]))?"

# 10 December 2021 · 1er avril 2021 · 22-25 February 2022 · 30 November - 3 December 2021
# · 30 December 2021 to 2 January 2022 · Friday 10th of December, 2021 · 7 and 8 March 2022
_DAY_FIRST = re.compile(
    rf"""(?<![\d.,§/-])(?<!§ )\b(?P<d1>{DAY}){ORDINAL}
    (?P<more>(?:, ?{DAY}{ORDINAL}){{1,4}}(?= ?(?:&|and|et) ))?
    (?:{_OF}(?P<m1>{MONTH})(?:,? ?(?P<y1>{YEAR}))?)?
    (?:{_TO}{WEEKDAY}(?P<d2>{DAY}){ORDINAL}{_OF}(?P<m2>{MONTH})(?:,? ?(?P<y2>{YEAR}))?)?
    """.replace("\n    ", ""),
    re.IGNORECASE,
)
# December 10, 2021 · March 7-10, 2022 · November 30 - December 3, 2021
_MONTH_FIRST = re.compile(
    rf"\b(?P<m1>{MONTH}) (?P<d1>{DAY}){ORDINAL}(?!\d|[.:]\d)"
    rf"(?:{_TO}(?:(?P<m2>{MONTH}) )?(?P<d2>{DAY}){ORDINAL}(?!\d|[.:]\d))?,? (?P<y2>{YEAR})",
    re.IGNORECASE,
)
# 10.12.2021 · 10/12/2021 · 07-10/03/2022 · 16/03/15
_NUMERIC = re.compile(
    rf"(?<![\d./-])(?:(?P<d1>{DAY}) ?- ?)?(?P<d2>{DAY}) ?(?P<sep>[./-]) ?"
    rf"(?P<m2>0?[1-9]|1[0-2]) ?(?P=sep) ?(?P<y2>{YEAR}|(?<=/)\d\d)(?!\d|[./-]\d)"
)
# 2021-12-10
_ISO = re.compile(r"(?<![\d-])(?P<y2>(?:19|20)\d\d)-(?P<m2>\d\d)-(?P<d2>\d\d)(?![\d-])")
# October 2021 · octobre 2021
_MONTH_ONLY = re.compile(rf"\b(?P<m>{MONTH})(?:,? | of )(?P<y>{YEAR})", re.IGNORECASE)
# Where a date can begin: at a figure, or at a word before one.
_FIGURE = re.compile(r"(?<!\d)\d")
_WORD = re.compile(r"(?<![^\W\d_])[^\W\d_]{3,9}\.?,? (?:of )?(?=\d)")


@dataclass(frozen=True)
class DateSpan:
    """Days printed at ``text[start:end]``; ``first == last`` for a single day."""

    start: int
    end: int
    first: dt.date
    last: dt.date

    @property
    def single(self) -> bool:
        return self.first == self.last


@dataclass(frozen=True)
class PartialSpan:
    """A day without its year ("10 December"), or a month ("October 2021"), at ``[start:end]``."""

    start: int
    end: int
    month: int
    day: int | None = None
    year: int | None = None


@lru_cache(maxsize=4096)
def find_dates(text: str) -> tuple[DateSpan, ...]:
    """Every date and range that is printed with its year, in order, none overlapping.

    "7 and 8 March 2022" is a range, "7 and 15 March 2022" two dates. What is no day of the
    calendar ("31 February 2022") is no date.
    """
    folded = fold(text)
    if not _FIGURE.search(folded):
        return ()
    taken: set[int] = set()
    spans: list[DateSpan] = []
    for span in (*_numbers(folded), *_month_first(folded), *_day_first(folded)):
        places = range(span.start, span.end)
        if isinstance(span, DateSpan) and taken.isdisjoint(places):
            taken.update(places)
            spans.append(span)
    return tuple(_joined(folded, sorted(spans, key=lambda span: span.start)))


def find_partial_dates(text: str) -> list[PartialSpan]:
    """Every day without a year and every month with one, in order, outside whole dates."""
    folded = fold(text)
    if not _FIGURE.search(folded):
        return []
    taken = {place for span in find_dates(text) for place in range(span.start, span.end)}
    found = [span for span in _day_first(folded) if isinstance(span, PartialSpan)]
    for match in _matches(_MONTH_ONLY, _WORD, folded):
        found.append(PartialSpan(*match.span(), month=month_of(match["m"]), year=int(match["y"])))
    free = (span for span in found if taken.isdisjoint(range(span.start, span.end)))
    return sorted(free, key=lambda span: span.start)


def print_dates(first: dt.date, last: dt.date, lang: Literal["en", "fr"] = "en") -> str:
    """A range as the committee prints it: ``30 November - 3 December 2021``; inverse of reading."""
    names = _ENGLISH if lang == "en" else _FRENCH

    def day(date: dt.date) -> str:
        return "1er" if lang == "fr" and date.day == 1 else str(date.day)

    def month(date: dt.date) -> str:
        return names[date.month - 1].capitalize() if lang == "en" else names[date.month - 1]

    end = f"{day(last)} {month(last)} {last.year:04}"
    if first == last:
        return end
    if first.year != last.year:
        return f"{day(first)} {month(first)} {first.year:04} - {end}"
    if first.month != last.month:
        return f"{day(first)} {month(first)} - {end}"
    return f"{day(first)}-{end}"


def month_end(year: int, month: int) -> dt.date:
    """The last day of a month."""
    return dt.date(year, month, calendar.monthrange(year, month)[1])


def _matches(
    pattern: re.Pattern[str], opening: re.Pattern[str], folded: str
) -> Iterator[re.Match[str]]:
    """Like ``pattern.finditer``, but looking only where ``opening`` does: far fewer places."""
    at = 0
    for start in opening.finditer(folded):
        match = pattern.match(folded, start.start()) if start.start() >= at else None
        if match:
            at = match.end()
            yield match


def _numbers(folded: str) -> Iterator[DateSpan]:
    for pattern in (_ISO, _NUMERIC):
        for match in _matches(pattern, _FIGURE, folded):
            year = int(match["y2"]) + (2000 if len(match["y2"]) == 2 else 0)
            last = _date(year, int(match["m2"]), int(match["d2"]))
            day = match["d1"] if pattern is _NUMERIC else None
            first = _date(year, int(match["m2"]), int(day)) if day else last
            if first and last and first <= last:
                yield DateSpan(*match.span(), first, last)


def _month_first(folded: str) -> Iterator[DateSpan]:
    for match in _matches(_MONTH_FIRST, _WORD, folded):
        month1 = month_of(match["m1"])
        month2 = month_of(match["m2"]) if match["m2"] else month1
        year = int(match["y2"])
        last = _date(year, month2, int(match["d2"] or match["d1"]))
        first = _date(year - (month1 > month2), month1, int(match["d1"]))
        if first and last and first <= last:
            yield DateSpan(*match.span(), first, last)


@lru_cache(maxsize=64)
def _day_first(folded: str) -> tuple[DateSpan | PartialSpan, ...]:
    found: list[DateSpan | PartialSpan] = []
    for match in _matches(_DAY_FIRST, _FIGURE, folded):
        if match["m2"]:
            found += _range(match)
        elif match["m1"]:
            found += _single(match, "d1", "m1", "y1")
    return tuple(found)


def _range(match: re.Match[str]) -> Iterator[DateSpan | PartialSpan]:
    """Two days printed together: a range, or where that cannot be, two dates."""
    month2, day2 = month_of(match["m2"]), int(match["d2"])
    month1, day1 = (month_of(match["m1"]) if match["m1"] else month2), int(match["d1"])
    year2 = int(match["y2"]) if match["y2"] else None
    year1 = int(match["y1"]) if match["y1"] else None
    listed = match["sep"].lower() in ("and", "et", "&")
    if year2 is None:
        if year1 is not None or (listed and match["m1"]):
            yield from _single(match, "d1", "m1", "y1")
            yield from _single(match, "d2", "m2", "y2")
        else:
            yield PartialSpan(match.start("d2"), match.end(), month2, day2)
        return
    last = _date(year2, month2, day2)
    first = _date(year1 or year2 - (month1 > month2), month1, day1)
    near = (
        first is not None
        and last is not None
        and 0 < (last - first).days <= ((match["more"] or "").count(",") + 1 if listed else 366)
    )
    if first and last and near and not (listed and year1):
        yield DateSpan(*match.span(), first, last)
        return
    if (listed or year1) and first and last:
        end = match.end("y1") if year1 else match.end("m1") if match["m1"] else match.end("d1")
        if year1 or not match["m1"]:
            yield DateSpan(match.start(), end, first, first)
        else:
            yield PartialSpan(match.start(), end, month1, day1)
        yield DateSpan(match.start("d2"), match.end(), last, last)


def _single(
    match: re.Match[str], day: str, month: str, year: str
) -> Iterator[DateSpan | PartialSpan]:
    end = match.end(year) if match[year] else match.end(month)
    if match[year]:
        date = _date(int(match[year]), month_of(match[month]), int(match[day]))
        if date:
            yield DateSpan(match.start(day), end, date, date)
    elif match[month] != "may":  # 10 may be ...
        yield PartialSpan(match.start(day), end, month_of(match[month]), int(match[day]))


def _joined(folded: str, spans: Sequence[DateSpan]) -> list[DateSpan]:
    """Whole dates that a dash or "to" joins: 30 December 2021 to 2 January 2022."""
    joined: list[DateSpan] = []
    for span in spans:
        above = joined[-1] if joined else None
        if (
            above
            and above.single
            and span.single
            and above.first < span.first
            and re.fullmatch(
                rf" ?(?:-|/|to|through|au|à) ?(?:the |le )?{WEEKDAY}",
                folded[above.end : span.start],
                re.IGNORECASE,
            )
        ):
            joined[-1] = DateSpan(above.start, span.end, above.first, span.last)
        else:
            joined.append(span)
    return joined


def month_of(name: str) -> int:
    """The number of the month called ``name``, in either language."""
    return MONTHS[name.lower().rstrip(".")]


def _date(year: int, month: int, day: int) -> dt.date | None:
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None
