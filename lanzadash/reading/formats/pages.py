"""Page numbers and running words in a plain text that was once printed page by page."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

# "2", "- 2 -", "Page 2", "2/5", "2 of 5"
_NUMBER = re.compile(
    r"(?:page\s|p\.\s?)?[-–—]?\s?(?P<page>\d{1,3})\s?[-–—]?(?:\s?(?:/|of|sur|de)\s?\d{1,3})?",
    re.IGNORECASE,
)
_SENTENCE_END = re.compile(r"[.;:!?…,]$")


def running_lines(lines: Sequence[str]) -> frozenset[int]:
    """Which of ``lines`` are page numbers, or running words beside one.

    Page numbers count up from 1 (or 2, after a cover) and stand alone. A line that touches one, or
    that comes again beside several, is the foot or head of its page.
    """
    pages = _page_numbers(lines)
    beside = {at: _neighbours(lines, at) for at in pages}
    often = Counter(lines[near].strip() for around in beside.values() for near in around)
    running = set(pages)
    for at, around in beside.items():
        running |= {
            near for near in around if abs(near - at) == 1 or often[lines[near].strip()] > 1
        }
    return frozenset(running)


def _page_numbers(lines: Sequence[str]) -> list[int]:
    for first in (1, 2):
        expected, found = first, []
        for at, line in enumerate(lines):
            match = _NUMBER.fullmatch(line.strip())
            if match and int(match["page"]) == expected:
                found.append(at)
                expected += 1
        if len(found) >= first:
            return found
    return []


def _neighbours(lines: Sequence[str], at: int) -> list[int]:
    """The short lines next above and below a page number, blank lines between or not."""
    found: list[int] = []
    for step in (-1, 1):
        near = at + step
        while 0 <= near < len(lines) and not lines[near].strip():
            near += step
        if 0 <= near < len(lines):
            line = lines[near].strip()
            if len(line) < 90 and not _SENTENCE_END.search(line):
                found.append(near)
    return found
