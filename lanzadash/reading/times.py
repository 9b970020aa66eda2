"""Times of day beside a date: 17:00 (CET), 5 p.m., noon, 17 h 00, midnight Strasbourg time."""

from __future__ import annotations

import re
from dataclasses import dataclass

from lanzadash.reading.folding import fold

# 17:00 · 17.00 · 17h00 · 17 h · 5 p.m. · 5.30 pm · 17 heures · 1700 hours
TIME = (
    r"(?:\b(?:[01]?\d|2[0-4])(?: ?[:.h] ?[0-5]\d(?!\d)(?: ?[ap]\.? ?m\b\.?)?(?: ?(?:hours|hrs|"
    r"h)\b)?"
    r"| ?h(?:eures?|rs|ours)?\b| ?[ap]\.? ?m\b\.?)"
    r"|\b(?:12 )?(?:noon|midday|midnight|midi|minuit)\b)"
)
_ZONES = (
    (
        r"CES?T|MES?Z|Central European (?:Summer )?Time|HEC|HNEC|heure (?:d'|de l')Europe centrale",
        "Europe/Paris",
    ),
    (
        r"(?:Strasbourg|Paris|French) time|heure (?:locale )?(?:de |à |française)(?:Strasbourg|"
        r"Paris)?",
        "Europe/Paris",
    ),
    (r"Brussels time|heure de Bruxelles", "Europe/Brussels"),
    (r"UTC|GMT|temps universel", "UTC"),
)
ZONE = rf"(?:\b(?:{'|'.join(pattern for pattern, _ in _ZONES)}|local time|heure locale)(?!\w))"
# 17:00 (CET) · noon, Strasbourg time
CLOCK = rf"{TIME}(?:,? ?\(? ?{ZONE} ?\)?)?"

_CLOCK = re.compile(CLOCK, re.IGNORECASE)


@dataclass(frozen=True)
class Clock:
    """A time of day, ``HH:MM``, and its zone by IANA name where one is printed.

    Midnight closes the day it is printed with, so it is that day's last minute, 23:59.
    """

    time: str
    zone: str | None = None


def find_clock(text: str) -> Clock | None:
    """The time of day in ``text``; ``None`` where there is none, or more than one."""
    found = {_clock(match[0]) for match in _CLOCK.finditer(fold(text))}
    return found.pop() if len(found) == 1 else None


def _clock(printed: str) -> Clock | None:
    lowered = printed.lower()
    zone = next((name for pattern, name in _ZONES if re.search(pattern, printed, re.I)), None)
    if "midnight" in lowered or "minuit" in lowered:
        return Clock("23:59", zone)
    if any(word in lowered for word in ("noon", "midday", "midi")):
        return Clock("12:00", zone)
    parts = re.match(r"(\d{1,2})(?: ?[:.h] ?(\d\d))?", lowered)
    if not parts:
        return None
    hour, minute = int(parts[1]), int(parts[2] or 0)
    half = re.search(r"\d ?([ap])\.? ?m\b", lowered)
    if half:
        hour = hour % 12 + (12 if half[1] == "p" else 0)
    if hour == 24:
        return Clock("23:59", zone) if minute == 0 else None
    return Clock(f"{hour:02}:{minute:02}", zone)
