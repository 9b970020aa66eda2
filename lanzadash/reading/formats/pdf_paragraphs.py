"""Lines to paragraphs: which line goes on with the one above, on the same page and on the next.

Nothing in a PDF says where a paragraph ends. The distance between lines does, mostly; where it does
not, a line that ended although the next word had room was ended on purpose.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from lanzadash.reading.formats.labels import split_label
from lanzadash.reading.formats.pdf_lines import Line

_SAME_SIZE = 0.08
_WIDER = 1.3
_ALIGNED = 0.6
_INDENTED = 1.0
_MUCH_ROOM = 0.25, 0.45  # after a first line without a label, and after any other
_SENTENCE_END = tuple(".;:!?")
_ABBREVIATION = re.compile(r"\b(?:No|Nos|para|paras|par|art|pp?|vol|cf|Mr|Mrs|Ms|Dr|MM?|Mme)\.$")
_WEAK_LABELS = frozenset("-–—*o")


@dataclass
class Paragraph:
    """Lines that belong together, top to bottom."""

    lines: list[Line]
    is_cell: bool = False

    @property
    def first(self) -> Line:
        return self.lines[0]

    @property
    def last(self) -> Line:
        return self.lines[-1]

    @property
    def label(self) -> str | None:
        return split_label(self.first.text.lstrip())[0]


@dataclass(frozen=True)
class Measures:
    """What is usual in one document: the size of its text, and line distance in sizes."""

    size: float
    leading: float

    @classmethod
    def of(cls, rows: Sequence[Sequence[Line]]) -> Measures:
        """Take the measure of the rows of all pages."""
        lines = [line for row in rows for line in row]
        written: dict[float, int] = {}
        for line in lines:
            size = round(line.size * 2) / 2
            written[size] = written.get(size, 0) + len(line.text)
        size = max(written, key=lambda one: written[one], default=11.0)
        return cls(size, _leading(rows))


def _leading(rows: Sequence[Sequence[Line]]) -> float:
    """The distance between lines of one paragraph: where the upper one is full, it is certain."""
    single = [row[0] for row in rows if len(row) == 1]
    right = max((line.right for line in single), default=0.0)
    certain: list[float] = []
    likely: list[float] = []
    for above, below in pairwise(single):
        drop = (above.base - below.base) / above.size
        if above.page != below.page or abs(above.size - below.size) > 0.1 or not 0.8 < drop < 3:
            continue
        likely.append(drop)
        if right - above.right < below.first_word and not split_label(below.text.lstrip())[0]:
            certain.append(drop)
    if certain:
        return median(certain)
    return min(likely, default=1.25)


def paragraphs(lines: Iterable[Line], right: float, measures: Measures) -> list[Paragraph]:
    """``lines`` of one column as paragraphs; ``right`` is where its full lines end."""
    found: list[Paragraph] = []
    labels: set[str] = set()
    for line in lines:
        label = split_label(line.text.lstrip())[0]
        if found and _goes_on(found[-1], line, label, labels, right, measures):
            found[-1].lines.append(line)
        else:
            found.append(Paragraph([line]))
            labels.add(label or "")
    return found


def _goes_on(
    paragraph: Paragraph,
    line: Line,
    label: str | None,
    labels: set[str],
    right: float,
    measures: Measures,
) -> bool:
    last, size = paragraph.last, line.size
    drop = last.base - line.base
    if abs(size - last.size) > _SAME_SIZE * size or line.mark:
        return False
    if not 0.3 * size < drop < _WIDER * measures.leading * size:
        return False
    ended, room = _ended(last), right - last.right
    on_purpose = room > line.first_word + 0.3 * size
    if label and (
        on_purpose or _stands_out(paragraph, line) or (ended and _is_next(label, labels))
    ):
        return False
    if _is_shifted(paragraph, line) and not _is_centred(last, line):
        return False
    if on_purpose and last.is_bold != line.is_bold:
        return False
    if not on_purpose:
        return True
    share = _MUCH_ROOM[len(paragraph.lines) > 1 or paragraph.label is not None]
    much_room = room > share * (right - min(last.left, line.left))
    is_title = size > measures.size + 1
    return not ended and (_begins_low(line) or not (much_room or is_title))


def goes_on_over_page(paragraph: Paragraph, line: Line, right: float) -> bool:
    """Whether ``line``, the first of a page, goes on with the last paragraph of the page before."""
    last = paragraph.last
    label = split_label(line.text.lstrip())[0]
    ended, room = _ended(last), right - last.right
    if abs(line.size - last.size) > _SAME_SIZE * line.size or line.mark:
        return False
    if label and (ended or label not in _WEAK_LABELS):
        return False
    if last.is_bold != line.is_bold and ended:
        return False
    if ended:
        hangs = (
            paragraph.label and abs(line.left - paragraph.first.text_left) < _ALIGNED * line.size
        )
        return bool(hangs) and room < line.first_word
    return _begins_low(line) or room < _MUCH_ROOM[1] * (right - last.left)


def _ended(line: Line) -> bool:
    text = "".join(run.text for run in line.runs if not run.is_mark)
    return text.rstrip(' \t\u00a0)”»"’').endswith(_SENTENCE_END)


def _begins_low(line: Line) -> bool:
    first = next((sign for sign in line.text if sign.isalnum()), "")
    return first.islower()


def _is_next(label: str, labels: set[str]) -> bool:
    """Whether a label goes on with those above; a line can also begin with the end of "(No. 4)"."""
    if label.isdecimal():
        return label == "1" or str(int(label) - 1) in labels
    return label not in _WEAK_LABELS or label in labels


def _stands_out(paragraph: Paragraph, line: Line) -> bool:
    """A label left of the words above it, where those hang behind a label of their own."""
    return line.left < paragraph.first.text_left - _ALIGNED * line.size


def _is_shifted(paragraph: Paragraph, line: Line) -> bool:
    first, last, size = paragraph.first, paragraph.last, line.size
    if len(paragraph.lines) > 1:
        return abs(line.left - last.left) > _INDENTED * size
    left = min(first.left, first.text_left)
    # Below a first line: hanging behind its label, or left of its indent.
    return not left - 4 * size < line.left < first.text_left + 2 * size


def _is_centred(last: Line, line: Line) -> bool:
    return abs((last.left + last.right) - (line.left + line.right)) < 2 * line.size
