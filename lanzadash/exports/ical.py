"""Content lines of iCalendar (RFC 5545) in the order given; icalendar escapes and folds them.

Its own components find out the type of every value and take about a millisecond for each event,
which is most of the time that a calendar may take.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from typing import TypeAlias

from icalendar import vText
from icalendar.parser import Contentline

from lanzadash.exports.rows import clean

Lines: TypeAlias = list[str]


def component(name: str, lines: Iterable[str]) -> Lines:
    """The lines of a component: ``VEVENT`` and what stands in it."""
    return [f"BEGIN:{name}", *lines, f"END:{name}"]


def text(name: str, *words: object) -> str:
    """A property that holds a text, or several; whatever is in them stays a text."""
    return f"{name}:" + ",".join(vText(clean(one)).to_ical().decode() for one in words)


def day(name: str, on: dt.date) -> str:
    """A property that holds a day and no hour."""
    return f"{name};VALUE=DATE:{on:%Y%m%d}"


def instant(name: str, at: dt.datetime) -> str:
    """A property that holds a moment, in UTC."""
    return f"{name}:{at.astimezone(dt.UTC):%Y%m%dT%H%M%SZ}"


def local(name: str, at: dt.datetime, zone: str) -> str:
    """A property that holds a moment on the clocks of a zone that the calendar describes."""
    return f"{name};TZID={zone}:{at:%Y%m%dT%H%M%S}"


def written(lines: Iterable[str]) -> bytes:
    """The lines as they stand in a file."""
    folded = (Contentline(line).to_ical() for line in lines)  # type: ignore[no-untyped-call]
    return b"".join(b"%s\r\n" % line for line in folded)
