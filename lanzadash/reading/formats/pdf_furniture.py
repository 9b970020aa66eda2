"""Running headers, footers and page numbers: told by repetition, by shape and by place.

Repetition alone fails on a document of one page, shape alone on a header that looks like a title.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from lanzadash.reading.formats.pdf_lines import Line
from lanzadash.reading.formats.pdf_pieces import Page

_EDGE_ROWS = 4
_EDGE_SHARE = 0.15
_MARGIN_SHARE = 0.07
_TOP_SHARE = 0.1
_SMALL = 0.95
_PRINTER_MARGIN = 24.0
_SAME_PLACE = 8.0
_MUCH = 2.0

# "3", "- 3 -", "3/7", "Page 3 of 7", "p. 3", "iv", "3 | Page"
_NUMBER = r"(?:\d{1,4}|[ivx]{1,6})"
_PAGE_NUMBER = (
    rf"(?:page|p\.)?\s*[-–—|]?\s*{_NUMBER}\s*(?:(?:/|of|sur|de)\s*\d{{1,4}})?\s*[-–—|]?(?:\s*page)?"
)
_ONLY_NUMBER = re.compile(_PAGE_NUMBER, re.IGNORECASE)
_WITH_NUMBER = re.compile(rf"^{_PAGE_NUMBER}\s+|\s+{_PAGE_NUMBER}$", re.IGNORECASE)
# "1. Opening of the meeting ........ 3": a table of contents says nothing of its own.
_CONTENTS = re.compile(r"(?:(?:\.\s?){4,}|(?:…\s?){2,})\.*\s*\d{1,4}\s*$")


@dataclass
class Sheet:
    """A page and its rows from top to bottom; ``furniture`` is what was taken out of them."""

    page: Page
    rows: list[list[Line]]
    furniture: list[Line] = field(default_factory=list)


def take_furniture(sheets: Sequence[Sheet], size: float) -> None:
    """Move furniture from ``rows`` to ``furniture`` in place. ``size`` is that of the text."""
    places: dict[str, list[tuple[int, float]]] = {}
    for sheet in sheets:
        for row, _ in [*_edge(sheet, "top"), *_edge(sheet, "bottom")]:
            for line in row:
                places.setdefault(_core(line, size), []).append((sheet.page.number, line.base))
    said = {
        (line.page, _core(line, size)) for sheet in sheets for row in sheet.rows for line in row
    }
    for sheet in sheets:
        running: list[list[Line]] = []
        for edge in ("top", "bottom"):
            for row, following in _edge(sheet, edge):
                if not all(_is_running(line, following, sheet, size, places, said) for line in row):
                    break
                running.append(row)
        contents = [row for row in sheet.rows if _CONTENTS.search(row[-1].text)]
        taken = running + [row for row in contents if row not in running]
        sheet.rows = [row for row in sheet.rows if row not in taken]
        sheet.furniture = [line for row in taken for line in row]


def _edge(sheet: Sheet, edge: str) -> Iterator[tuple[list[Line], Line | None]]:
    """The outermost rows, from the edge of the page inwards, each with the line after it."""
    rows = sheet.rows if edge == "top" else sheet.rows[::-1]
    for index, row in enumerate(rows[:_EDGE_ROWS]):
        height = row[0].base / sheet.page.height
        if (height > 1 - _EDGE_SHARE) if edge == "top" else (height < _EDGE_SHARE):
            yield row, rows[index + 1][0] if index + 1 < len(rows) else None


def _core(line: Line, size: float) -> str:
    """What stays the same from page to page. A number in a heading is not that of the page."""
    text = " ".join(line.text.split())
    is_heading = line.is_bold or line.size > 1.05 * size
    return text if is_heading else _WITH_NUMBER.sub("", text)


def _is_running(
    line: Line,
    following: Line | None,
    sheet: Sheet,
    size: float,
    places: dict[str, list[tuple[int, float]]],
    said: set[tuple[int, str]],
) -> bool:
    height, core = sheet.page.height, _core(line, size)
    if line.mark:
        return False
    if min(line.base, height - line.base) < _PRINTER_MARGIN:
        return True
    in_margin = min(line.base, height - line.base) < _MARGIN_SHARE * height
    apart = following is None or abs(line.base - following.base) > _MUCH * line.size
    if _ONLY_NUMBER.fullmatch(line.text.strip()):
        return in_margin or apart
    again = [
        number
        for number, base in places.get(core, [])
        if number != line.page and abs(base - line.base) < _SAME_PLACE
    ]
    if again or (line.page > 1 and _is_header(line, height, size) and apart):
        return True
    elsewhere = any((number, core) in said for number in (line.page - 1, 1) if number != line.page)
    return elsewhere and line.page > 1 and (in_margin or line.size < size) and apart


def _is_header(line: Line, height: float, size: float) -> bool:
    """Small print at the top of a page that is not the first: nothing else stands there."""
    return line.base > (1 - _TOP_SHARE) * height and line.size < _SMALL * size
