"""Running headers, footers and page numbers: told by repetition, by shape and by place.

Repetition alone fails on a document of one page, shape alone on a header that looks like a title.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from lanzadash.reading.formats.labels import split_label
from lanzadash.reading.formats.pdf_lines import Line
from lanzadash.reading.formats.pdf_pieces import Page

_EDGE_ROWS = 4
_EDGE_SHARE = 0.15
_MARGIN_SHARE = 0.07
_TOP_SHARE = 0.1
_SMALL = 0.95
_PRINTER_MARGIN = 24.0
_SAME_PLACE = 8.0
_MUCH, _FAR = 2.0, 3.0

# "3", "- 3 -", "3/7", "Page 3 of 7", "p. 3", "iv", "3 | Page"
_NUMBER = r"(?:\d{1,4}|[ivx]{1,6})"
_PAGE_NUMBER = (
    rf"(?:page|p\.)?\s*[-–—|]?\s*{_NUMBER}\s*(?:(?:/|of|sur|de)\s*\d{{1,4}})?\s*[-–—|]?(?:\s*page)?"
)
_ONLY_NUMBER = re.compile(_PAGE_NUMBER, re.IGNORECASE)
_WITH_NUMBER = re.compile(rf"^{_PAGE_NUMBER}\s+|\s+{_PAGE_NUMBER}$", re.IGNORECASE)
# "1. Opening of the meeting ........ 3": a table of contents says nothing of its own.
_CONTENTS = re.compile(r"(?:(?:\.\s?){4,}|(?:…\s?){2,})\.*\s*\d{1,4}\s*$")


# Three words and a full stop; "T-ES(2021)37_en rev." is no sentence.
_SENTENCE = re.compile(r"\w+\s+\w+\s.*\w{2,}[.;:]$")


@dataclass
class Sheet:
    """A page and its rows from top to bottom; ``furniture`` is what was taken out of them."""

    page: Page
    rows: list[list[Line]]
    furniture: list[Line] = field(default_factory=list)


def take_furniture(sheets: Sequence[Sheet], size: float) -> None:
    """Move furniture from ``rows`` to ``furniture`` in place. ``size`` is that of the text."""
    document = _Document(sheets, size)
    for sheet in sheets:
        taken: list[list[Line]] = []
        for edge in ("top", "bottom"):
            for row, following in _edge(sheet, edge):
                if not all(document.repeats(line, following, sheet.page) for line in row):
                    break
                taken.append(row)
        taken += [row for row in sheet.rows if _CONTENTS.search(row[-1].text)]
        sheet.furniture = [line for row in sheet.rows if row in taken for line in row]
        sheet.rows = [row for row in sheet.rows if row not in taken]


def _edge(sheet: Sheet, edge: str) -> Iterator[tuple[list[Line], Line | None]]:
    """The outermost rows, from the edge of the page inwards, each with the line after it."""
    rows = sheet.rows if edge == "top" else sheet.rows[::-1]
    for index, row in enumerate(rows[:_EDGE_ROWS]):
        height = row[0].base / sheet.page.height
        if (height > 1 - _EDGE_SHARE) if edge == "top" else (height < _EDGE_SHARE):
            yield row, rows[index + 1][0] if index + 1 < len(rows) else None


class _Document:
    """What is said where in a document, to tell what repeats."""

    def __init__(self, sheets: Sequence[Sheet], size: float) -> None:
        self._size = size
        lines = [line for sheet in sheets for row in sheet.rows for line in row]
        self._said = " ".join(self._core(line) for line in lines)
        self._places: dict[str, list[Line]] = {}
        for sheet in sheets:
            for row, _ in (*_edge(sheet, "top"), *_edge(sheet, "bottom")):
                for line in row:
                    self._places.setdefault(self._core(line), []).append(line)

    def repeats(self, line: Line, following: Line | None, page: Page) -> bool:
        """Whether a line at the edge of ``page`` is furniture; ``following`` is next inwards."""
        if line.mark:
            return False
        core, to_edge = self._core(line), min(line.base, page.height - line.base)
        apart = following is None or abs(line.base - following.base) > _MUCH * line.size
        in_margin = to_edge < _MARGIN_SHARE * page.height
        if _ONLY_NUMBER.fullmatch(line.text.strip()):
            return in_margin or apart
        again = any(
            other.page != line.page and abs(other.base - line.base) < _SAME_PLACE
            for other in self._places.get(core, ())
        )
        if again or (to_edge < _PRINTER_MARGIN and not _is_text(line)):
            return True
        # A line alone on its page, a list item or a sentence is text that ran over the page.
        if following is None or not apart or self._is_heading(line) or _is_text(line):
            return False
        later, small = line.page > 1, line.size < _SMALL * self._size
        if later and small and line.base > (1 - _TOP_SHARE) * page.height:
            return True
        # The header of a document of a page or two: far from the text, or said there too.
        far = abs(line.base - following.base) > _FAR * line.size
        said = self._said.count(core) > 1
        return (in_margin and (said or far)) or (later and small and said)

    def _is_heading(self, line: Line) -> bool:
        return line.is_bold or line.size > 1.05 * self._size

    def _core(self, line: Line) -> str:
        """What stays the same from page to page. A number in a heading is not that of the page."""
        text = " ".join(line.text.split())
        return text if self._is_heading(line) else _WITH_NUMBER.sub("", text)


def _is_text(line: Line) -> bool:
    text = line.text.strip()
    return split_label(text)[0] is not None or bool(_SENTENCE.search(text))
