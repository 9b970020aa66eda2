"""Content lines of iCalendar (RFC 5545): escaped, folded, in the order given.

Libraries that write calendars take about a millisecond for each event, which is most of the time
that a calendar may take; those that read them check in the tests what is written here.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from typing import TypeAlias

from lanzadash.exports.rows import clean

Lines: TypeAlias = list[str]

_OCTETS = 75
"""Of a line at most, the space with which a folded one goes on among them."""

_ESCAPED = str.maketrans({"\\": r"\\", ";": r"\;", ",": r"\,", "\n": r"\n"})


def component(name: str, lines: Iterable[str]) -> Lines:
    """The lines of a component: ``VEVENT`` and what stands in it."""
    return [f"BEGIN:{name}", *lines, f"END:{name}"]


def text(name: str, *words: object) -> str:
    """A property that holds a text, or several; whatever is in them stays a text."""
    return f"{name}:" + ",".join(clean(one).translate(_ESCAPED) for one in words)


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
    return b"".join(_folded(line.encode()) + b"\r\n" for line in lines)


def _folded(line: bytes) -> bytes:
    parts, room = [], _OCTETS
    while len(line) > room:
        end = room
        while line[end] & 0xC0 == 0x80:  # never inside a character
            end -= 1
        parts.append(line[:end])
        line, room = line[end:], _OCTETS - 1
    return b"\r\n ".join([*parts, line])
