"""Footnotes at the foot of a page: under a rule, or smaller than the text and opened by a mark."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from lanzadash.reading.formats.pdf_lines import Line
from lanzadash.reading.formats.pdf_pieces import Page

_SMALLER = 0.96
_RULE_SHARE = 0.08, 0.55
_RULE_LEFT = 3.0
# "1 The note", "1. The note", "* The note", where the mark is not raised
_TYPED_MARK = re.compile(r"\s*(\d{1,3}|\*{1,3})[.)]?(?:\s+|(?<=\*)(?=\S))(?=\S)")


@dataclass
class Note:
    """One note; ``label`` is ``None`` for what goes on with the last note of the page before."""

    label: str | None
    lines: list[Line]

    @property
    def text(self) -> str:
        return " ".join(line.text for line in self.lines).rstrip()


def part_notes(
    lines: list[Line], page: Page, size: float, before: Note | None
) -> tuple[list[Line], list[Note]]:
    """The lines of a column, from top to bottom, without the notes at its foot, and these.

    ``size`` is that of the text, ``before`` the last note of the columns before.
    """
    last = int(before.label) if before and before.label and before.label.isdecimal() else 0
    start, under_rule = _zone(lines, page, size, before)
    notes: list[Note] = []
    for line in lines[start:]:
        label = line.mark or (_typed_mark(line, last) if under_rule else None)
        if label:
            notes.append(Note(label, [line]))
            last = int(label) if label.isdecimal() else last
        elif notes:
            notes[-1].lines.append(line)
        else:
            notes.append(Note(None, [line]))
    return lines[:start], notes


def _zone(lines: list[Line], page: Page, size: float, before: Note | None) -> tuple[int, bool]:
    """The first line of the notes, and whether they stand under a rule."""
    left = min(line.left for line in lines)
    for rule in sorted(page.rules, key=lambda box: box.bottom):
        share = rule.width / page.width
        below = next((at for at, line in enumerate(lines) if line.base < rule.bottom), None)
        if below is None or not _RULE_SHARE[0] < share < _RULE_SHARE[1]:
            continue
        if abs(rule.left - left) < _RULE_LEFT * size and _reads_as_notes(lines[below:], size):
            return below, True
    small = len(lines)
    while small and _is_small(lines[small - 1], size):
        small -= 1
    goes_on = before is not None and (small == 0 or not before.text.endswith((".", ";")))
    marked = (at for at in range(small, len(lines)) if goes_on or lines[at].mark)
    return next(marked, len(lines)), False


def _reads_as_notes(lines: Sequence[Line], size: float) -> bool:
    if any(line.size > size * 1.02 for line in lines):
        return False
    opens = lines[0].mark is not None or _TYPED_MARK.match(lines[0].text) is not None
    return opens or all(_is_small(line, size) for line in lines)


def _is_small(line: Line, size: float) -> bool:
    return line.size < _SMALLER * size


def _typed_mark(line: Line, last: int) -> str | None:
    found = _TYPED_MARK.match(line.text)
    if not found:
        return None
    goes_on = not found[1].isdecimal() or int(found[1]) in (1, last + 1)
    return found[1] if goes_on else None
