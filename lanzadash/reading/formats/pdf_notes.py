"""Footnotes at the foot of a page: under a rule, or smaller than the text and opened by a mark."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from lanzadash.reading.formats.pdf_furniture import Sheet
from lanzadash.reading.formats.pdf_lines import Line

_SMALLER = 0.96
_RULE_SHARE = 0.08, 0.55
_RULE_LEFT = 0.3
# "1 The note", "1. The note", "* The note", where the mark is not raised
_TYPED_MARK = re.compile(r"\s*(\d{1,3}|\*{1,3})[.)]?(?:\s+|(?<=\*)(?=\S))(?=\S)")


@dataclass
class Note:
    """One note; ``label`` is ``None`` for what goes on with the last note of the page before."""

    label: str | None
    lines: list[Line]


def take_notes(sheet: Sheet, size: float, last: int) -> list[Note]:
    """Move the notes of a page out of its rows. ``last`` is the number of the last note before."""
    start, under_rule = _zone(sheet, size)
    zone = [line for row in sheet.rows[start:] for line in row]
    sheet.rows = sheet.rows[:start]
    notes: list[Note] = []
    for line in zone:
        label = line.mark or (_typed_mark(line, last) if under_rule else None)
        if label:
            notes.append(Note(label, [line]))
            last = int(label) if label.isdecimal() else last
        elif notes:
            notes[-1].lines.append(line)
        else:
            notes.append(Note(None, [line]))
    return notes


def _zone(sheet: Sheet, size: float) -> tuple[int, bool]:
    """The first row of the notes, and whether they stand under a rule."""
    rows = sheet.rows
    for rule in sorted(sheet.page.rules, key=lambda box: box.bottom):
        share = rule.width / sheet.page.width
        below = next((at for at, row in enumerate(rows) if row[0].base < rule.bottom), None)
        if not below or not _RULE_SHARE[0] < share < _RULE_SHARE[1]:
            continue
        if rule.left < _RULE_LEFT * sheet.page.width and _reads_as_notes(rows[below:], size):
            return below, True
    for at, row in enumerate(rows):
        if row[0].mark and all(_is_small(line, size) for one in rows[at:] for line in one):
            return at, False
    return len(rows), False


def _reads_as_notes(rows: Sequence[list[Line]], size: float) -> bool:
    first = rows[0][0]
    if any(line.size > size * 1.02 for row in rows for line in row):
        return False
    opens = first.mark is not None or _TYPED_MARK.match(first.text) is not None
    return opens or all(_is_small(line, size) for row in rows for line in row)


def _is_small(line: Line, size: float) -> bool:
    return line.size < _SMALLER * size


def _typed_mark(line: Line, last: int) -> str | None:
    found = _TYPED_MARK.match(line.text)
    if not found:
        return None
    goes_on = not found[1].isdecimal() or int(found[1]) in (1, last + 1)
    return found[1] if goes_on else None
