"""Lines to paragraphs: which line goes on with the one above, on the same page and on the next.

Nothing in a PDF says where a paragraph ends. The distance between lines does, mostly; where it does
not, a line that ended although the next word had room was ended on purpose.
"""

from __future__ import annotations

import re
from collections import Counter
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
_FIRST_INDENT = 4.0
_MUCH_ROOM = 0.25, 0.45  # without a label, and with one
_SENTENCE_END = tuple(".;:!?")
_ABBREVIATION = re.compile(r"\b(?:No|Nos|para|paras|par|art|pp?|vol|cf|Mr|Mrs|Ms|Dr|MM?|Mme)\.$")
# "30 November" or "22", and on the next line "– 3 December 2021"
_RANGE_BEGUN = re.compile(r"\b\d{1,2}(?:er|st|nd|rd|th)?(?:\s+[^\W\d_]+)?(?:\s+\d{4})?\s*$")
_RANGE_ENDED = re.compile(r"\s*[-–—]\s*\d")
_OPEN_END = re.compile(
    r"(?:[,(“«]|\b(?:and|or|of|the|by|to|in|on|for|with|at|from|as|its|a"
    r"|et|ou|de|du|des|la|le|les|à|au|aux|par|pour|en|sur|dans|son|sa|ses))$"
)
_WEAK_LABELS = frozenset("-–—*o")


@dataclass
class Paragraph:
    """Lines that belong together, top to bottom, in a column from ``left`` to ``right``."""

    lines: list[Line]
    left: float
    right: float
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


def usual_size(lines: Iterable[Line]) -> float:
    """The size in which most of the characters are set, to the half point."""
    written: Counter[float] = Counter()
    for line in lines:
        written[round(line.size * 2) / 2] += len(line.text)
    return max(written, key=lambda size: written[size], default=11.0)


def usual_leading(columns: Iterable[tuple[list[Line], float]]) -> float:
    """The distance between lines of one paragraph, from columns and where their full lines end.

    Below a full line it is certain; a document without any has the smallest distance there is.
    """
    certain: list[float] = []
    likely: list[float] = []
    for lines, right in columns:
        for above, below in pairwise(lines):
            drop = (above.base - below.base) / above.size
            if abs(above.size - below.size) > 0.1 or not 0.8 < drop < 3:
                continue
            likely.append(drop)
            is_full = right - above.right < below.first_word
            if is_full and not split_label(below.text.lstrip())[0]:
                certain.append(drop)
    return median(certain) if certain else min(likely, default=1.25)


def paragraphs(
    lines: Sequence[Line], right: float, measures: Measures, *, is_narrow: bool = False
) -> list[Paragraph]:
    """``lines`` of one column as paragraphs; ``right`` is where its full lines end.

    In a narrow column of a table all lines are full, so only a small letter goes on with the last.
    """
    found: list[Paragraph] = []
    labels: set[str] = set()
    left = min((line.left for line in lines), default=0.0)
    for line in lines:
        label = _label(line, found[-1].last if found else None)
        may_go_on = found and not (is_narrow and not _begins_low(line))
        if may_go_on and _goes_on(found[-1], line, label, labels, measures):
            found[-1].lines.append(line)
        else:
            found.append(Paragraph([line], left, right))
            labels.add(label or "")
    return found


def _goes_on(
    paragraph: Paragraph,
    line: Line,
    label: str | None,
    labels: set[str],
    measures: Measures,
) -> bool:
    last, size, right = paragraph.last, line.size, paragraph.right
    drop = last.base - line.base
    if abs(size - last.size) > _SAME_SIZE * size or line.mark:
        return False
    if not 0.3 * size < drop < _WIDER * measures.leading * size:
        return False
    ended, room = _ended(last, line), right - last.right
    on_purpose = room > line.first_word + 0.3 * size
    if label and (
        on_purpose or _stands_out(paragraph, line) or (ended and _is_next(label, labels))
    ):
        return False
    if _is_shifted(paragraph, line) and not _is_centred(last, line):
        return False
    if last.is_bold != line.is_bold and (on_purpose or ended):
        return False
    if not on_purpose or _is_range(last, line) or _is_open(last):
        return True
    if last.text.isupper() and not line.text.isupper():
        return False
    share = _MUCH_ROOM[paragraph.label is not None]
    much_room = room > share * (right - min(last.left, line.left))
    is_title = size > measures.size + 1
    return not ended and (_begins_low(line) or not (much_room or is_title))


def goes_on_over_page(paragraph: Paragraph, following: Paragraph) -> bool:
    """Whether the first paragraph of a page or column goes on with the last one before it."""
    last, line = paragraph.last, following.first
    label = _label(line, last)
    ended, room = _ended(last, line), paragraph.right - last.right
    if abs(line.size - last.size) > _SAME_SIZE * line.size or line.mark:
        return False
    if label and (ended or label not in _WEAK_LABELS):
        return False
    if last.is_bold != line.is_bold and (ended or room > line.first_word):
        return False
    if ended:
        indent = paragraph.first.text_left - paragraph.left
        hangs = abs(line.left - following.left - indent) < _ALIGNED * line.size
        return paragraph.label is not None and hangs and room < line.first_word
    width = paragraph.right - last.left
    return _begins_low(line) or _is_open(last) or room < _MUCH_ROOM[1] * width


def _label(line: Line, last: Line | None) -> str | None:
    """The label that opens a line; the second half of "30 November / – 3 December" has none."""
    if last and _is_range(last, line):
        return None
    return split_label(line.text.lstrip())[0]


def _is_range(last: Line, line: Line) -> bool:
    return bool(_RANGE_BEGUN.search(last.text) and _RANGE_ENDED.match(line.text))


def _is_open(last: Line) -> bool:
    """Whether no sentence or title can end where ``last`` does."""
    return _OPEN_END.search(last.text.rstrip().lower()) is not None


def _ended(last: Line, line: Line) -> bool:
    """Whether a sentence ends with ``last``: "rev." before a small letter ends none."""
    text = "".join(run.text for run in last.runs if not run.is_mark).rstrip()
    closed = text.rstrip(')]”»"’ \u00a0')
    if closed.endswith(".") and (_begins_low(line) or _ABBREVIATION.search(text)):
        return False
    return closed.endswith(_SENTENCE_END)


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
    # Below a first line: hanging behind its label, or left of its indent.
    outdent = _INDENTED if paragraph.label else _FIRST_INDENT
    return not first.left - outdent * size < line.left < first.text_left + 2 * size


def _is_centred(last: Line, line: Line) -> bool:
    return abs((last.left + last.right) - (line.left + line.right)) < 2 * line.size
