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
from lanzadash.reading.formats.pdf_notes import Note, take_notes
from lanzadash.reading.formats.pdf_paragraphs import (
    Measures,
    Paragraph,
    goes_on_over_page,
    paragraphs,
)
from lanzadash.reading.formats.pdf_pieces import Page
from lanzadash.reading.formats.runs import cut

_HEADING = 1.12
_LONGEST_HEADING = 250
_NEARLY = 1.08
_SAME_INDENT = 6.0
_BACK_LINKS = "↩↑\ufe0e\ufe0f"
_NO_BACK_LINKS = str.maketrans("", "", _BACK_LINKS)


def drafts_of(pages: Sequence[Page]) -> Iterator[Draft]:
    """The pages of one document as drafts, in reading order."""
    sheets = [Sheet(page, rows_of(page)) for page in pages]
    measures = Measures.of([row for sheet in sheets for row in sheet.rows])
    take_furniture(sheets, measures.size)
    words = Words.of([line.text for sheet in sheets for row in sheet.rows for line in row])
    body: list[Paragraph] = []
    notes: list[tuple[int, Note]] = []
    last = 0
    for sheet in sheets:
        for note in take_notes(sheet, measures.size, last):
            if note.label is None and notes:
                notes[-1][1].lines.extend(note.lines)
            else:
                notes.append((sheet.page.number, note))
            if note.label and note.label.isdecimal():
                last = int(note.label)
        _add(body, _paragraphs(sheet, measures), measures)
    shape = _Shape(body, measures)
    for sheet in sheets:
        number = sheet.page.number
        yield from (_furniture(line) for line in sheet.furniture)
        for paragraph in body:
            if paragraph.first.page == number:
                yield shape.draft(paragraph, words)
        for page, note in notes:
            if page == number:
                yield _note(note, words)


def _paragraphs(sheet: Sheet, measures: Measures) -> list[Paragraph]:
    """The paragraphs of a page; those of a table row by row."""
    found: list[Paragraph] = []
    flows_there = flows_of(sheet.rows, _right_edge(sheet))
    for table, group in groupby(flows_there, key=lambda flow: flow.table):
        flows = list(group)
        parts = [part for flow in flows for part in _of_flow(flow, measures)]
        if table is not None:
            parts.sort(key=lambda part: (-part.first.base, part.first.left))
        found += parts
    return found


def _right_edge(sheet: Sheet) -> float:
    """Where full lines end: at the longest, or at a margin as wide as the left one if near."""
    lines = [line for row in sheet.rows for line in row]
    longest = max((line.right for line in lines), default=0.0)
    margin = sheet.page.width - min((line.left for line in lines), default=0.0)
    return margin if longest < margin < _NEARLY * longest else longest


def _of_flow(flow: Flow, measures: Measures) -> list[Paragraph]:
    parts = paragraphs(flow.lines, flow.right, measures)
    for part in parts:
        part.is_cell = flow.table is not None
    return parts


def _add(body: list[Paragraph], more: list[Paragraph], measures: Measures) -> None:
    """Add the paragraphs of a page; its first may go on with the last of the page before."""
    if body and more and not body[-1].is_cell and not more[0].is_cell:
        right = max(line.right for part in body[-5:] for line in part.lines)
        if goes_on_over_page(body[-1], more[0].first, right):
            body[-1].lines += more.pop(0).lines
    body += more


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
