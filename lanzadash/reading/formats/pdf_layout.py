"""Pages of a PDF to drafts of blocks: furniture and notes set apart, paragraphs put together."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from lanzadash.reading.formats.drafts import Draft
from lanzadash.reading.formats.pdf_columns import Flow, flows_of
from lanzadash.reading.formats.pdf_furniture import Sheet, take_furniture
from lanzadash.reading.formats.pdf_hyphens import Words, joined
from lanzadash.reading.formats.pdf_lines import Line, rows_of
from lanzadash.reading.formats.pdf_notes import Note, part_notes
from lanzadash.reading.formats.pdf_paragraphs import (
    Measures,
    Paragraph,
    goes_on_over_page,
    paragraphs,
    usual_leading,
    usual_size,
)
from lanzadash.reading.formats.pdf_pieces import Page
from lanzadash.reading.formats.runs import cut

_HEADING = 1.12
_LONGEST_HEADING = 250
_NEARLY = 1.08
_SURE_LINES = 4
_NARROW = 8.0
_SAME_INDENT = 6.0
_BACK_LINKS = "↩↑\ufe0e\ufe0f"
_NO_BACK_LINKS = str.maketrans("", "", _BACK_LINKS)


def drafts_of(pages: Sequence[Page]) -> Iterator[Draft]:
    """The pages of one document as drafts, in reading order."""
    sheets = [Sheet(page, rows_of(page)) for page in pages]
    size = usual_size(line for sheet in sheets for row in sheet.rows for line in row)
    take_furniture(sheets, size)
    flows = [flows_of(sheet.rows, _right_edge(sheet)) for sheet in sheets]
    leading = usual_leading((flow.lines, flow.right) for page in flows for flow in page)
    measures = Measures(size, leading)
    words = Words.of([line.text for page in flows for flow in page for line in flow.lines])
    body: list[Paragraph] = []
    notes: list[Note] = []
    for sheet, columns in zip(sheets, flows, strict=True):
        _take_notes(notes, sheet.page, columns, size)
        _add(body, columns, measures)
    shape = _Shape(body, measures)
    for sheet in sheets:
        number = sheet.page.number
        yield from (_furniture(line) for line in sheet.furniture)
        for paragraph in body:
            if paragraph.first.page == number:
                yield shape.draft(paragraph, words)
        for note in notes:
            if note.lines[0].page == number:
                yield _note(note, words)


def _right_edge(sheet: Sheet) -> float:
    """Where full lines end: at the longest, if several do, or at a margin as wide as the left one.

    A title page has short lines only, and so has a page whose one paragraph ends just in time.
    """
    lines = [line for row in sheet.rows for line in row]
    longest = max((line.right for line in lines), default=0.0)
    margin = sheet.page.width - min((line.left for line in lines), default=0.0)
    full = [line for line in lines if line.right > longest - 2 * line.size]
    is_edge = len(full) >= _SURE_LINES and margin > _NEARLY * longest
    return longest if longest > margin or is_edge else margin


def _take_notes(notes: list[Note], page: Page, flows: Sequence[Flow], size: float) -> None:
    """Move the notes at the foot of each column, or of the page, from ``flows`` to ``notes``."""
    for flow in flows:
        if flow.table is not None or not (flow.is_column or flow is flows[-1]):
            continue
        before = notes[-1] if notes else None
        flow.lines, found = part_notes(flow.lines, page, size, before)
        for note in found:
            if note.label is None and before:
                before.lines.extend(note.lines)
            else:
                notes.append(note)


def _add(body: list[Paragraph], flows: Sequence[Flow], measures: Measures) -> None:
    """Add the paragraphs of a page; the first of a column may go on with the last one before."""
    begins = True
    for table, group in groupby(flows, key=lambda flow: flow.table):
        if table is not None:
            body += _table(list(group), measures)
            begins = False
            continue
        for flow in group:
            parts = paragraphs(flow.lines, flow.right, measures)
            begins = begins or flow.is_column
            last = body[-1] if begins and body and not body[-1].is_cell else None
            if last and parts and goes_on_over_page(last, parts[0]):
                last.lines += parts.pop(0).lines
            body += parts
            begins = False


def _table(flows: Sequence[Flow], measures: Measures) -> list[Paragraph]:
    """The cells of a table, row by row."""
    cells: list[Paragraph] = []
    for flow in flows:
        left = min(line.left for line in flow.lines)
        is_narrow = flow.right - left < _NARROW * measures.size
        cells += paragraphs(flow.lines, flow.right, measures, is_narrow=is_narrow)
    for cell in cells:
        cell.is_cell = True
    return sorted(cells, key=lambda cell: (-cell.first.base, cell.first.left))


class _Shape:
    """What sizes and indents mean in one document."""

    def __init__(self, body: Sequence[Paragraph], measures: Measures) -> None:
        self._size = measures.size
        sizes = {round(part.first.size) for part in body if self._is_heading(part)}
        self._sizes = sorted(sizes, reverse=True)
        self._indents = _indents(part.first.text_left for part in body if part.label)

    def draft(self, paragraph: Paragraph, words: Words) -> Draft:
        runs = joined([line.runs for line in paragraph.lines], words)
        page = paragraph.first.page
        if self._is_heading(paragraph):
            level = self._sizes.index(round(paragraph.first.size))
            return Draft(runs, "heading", None, level, page)
        level = bisect_right(self._indents, paragraph.first.text_left + _SAME_INDENT) - 1
        draft = Draft(runs, "cell" if paragraph.is_cell else "paragraph", None, max(level, 0), page)
        if draft.text.endswith(tuple(_BACK_LINKS)):
            # A web page printed to PDF: its notes stand at the end and lead back to their marks.
            draft.kind = "footnote"
            draft.runs = [run.saying(run.text.translate(_NO_BACK_LINKS)) for run in runs]
        return draft

    def _is_heading(self, paragraph: Paragraph) -> bool:
        length = sum(len(line.text) for line in paragraph.lines)
        return paragraph.first.size > _HEADING * self._size and length <= _LONGEST_HEADING


def _indents(lefts: Iterable[float]) -> list[float]:
    """The places where labelled text begins, left to right; what occurs once is no level."""
    counts = Counter(round(left) for left in lefts)
    indents: list[float] = []
    for left in sorted(counts):
        if indents and left - indents[-1] <= _SAME_INDENT:
            continue
        if sum(counts[near] for near in counts if 0 <= near - left <= _SAME_INDENT) > 1:
            indents.append(left)
    return indents


def _furniture(line: Line) -> Draft:
    return Draft(list(line.runs), "furniture", page=line.page)


def _note(note: Note, words: Words) -> Draft:
    runs = joined([line.runs for line in note.lines], words)
    if note.label and not note.lines[0].mark:
        text = note.lines[0].text
        runs = cut(runs, text.index(note.label) + len(note.label))
        runs = [runs[0].saying(runs[0].text.lstrip(".) \t")), *runs[1:]] if runs else runs
    return Draft(runs, "footnote", note.label, 0, note.lines[0].page)
