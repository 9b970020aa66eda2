"""Pieces of a page put together to lines: spaces, superscripts, labels apart from their text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from lanzadash.reading.formats.labels import BULLET, cell_label, split_label
from lanzadash.reading.formats.pdf_pieces import Page, Piece
from lanzadash.reading.formats.pdf_shapes import Box
from lanzadash.reading.formats.runs import Run, plain

# Shares of the font size, as drawn by Word, LibreOffice, Chromium, LaTeX and Typst.
_SAME_BASE = 0.2
_SMALL = 0.9
_RAISED = 0.1, 0.75
_LOWERED = -0.35
_OVERLAP = -0.8
_SPACE, _SEEN_SPACE = 0.15, 0.08
_WORD_GAP = 1.5  # widest space in a line that is drawn in one go
_COLUMN_GAP = 1.0
_BULLET_GAP = 3.0
_STEP = 12.0
_MARK_LENGTH = 3
_TIME = re.compile(r"(?:\d|1\d|2[0-3])\s?[.:h]\s?[0-5]\d")


@dataclass
class Line:
    """One line, or one cell of it, between ``left`` and ``right`` on ``base``.

    ``text_left`` is where the words begin after a label, ``first_word`` how wide the first word is.
    """

    page: int
    left: float
    right: float
    base: float
    size: float
    runs: list[Run]
    text_left: float
    first_word: float

    @property
    def text(self) -> str:
        return plain(self.runs)

    @property
    def is_bold(self) -> bool:
        """Whether all of it is bold."""
        return all(run.bold or not run.text.strip() for run in self.runs)

    @property
    def mark(self) -> str | None:
        """The footnote mark that opens the line."""
        first = next((run for run in self.runs if run.text.strip()), None)
        return first.text.strip(" ()[]") if first and first.is_mark else None


@dataclass
class _Segment:
    """Pieces side by side. ``base`` and ``size`` are those of its largest piece."""

    pieces: list[Piece] = field(default_factory=list)
    base: float = 0.0
    size: float = 0.0
    left: float = 0.0
    right: float = 0.0

    def takes(self, piece: Piece) -> bool:
        """Whether ``piece``, drawn next, goes on with this segment."""
        size = max(self.size, piece.size)
        if self.is_time and piece.left - self.right > _SPACE * size and piece.text[:1].strip():
            return piece.text[0].islower()
        if not _OVERLAP * size <= piece.left - self.right <= _WORD_GAP * size:
            return False
        rise = piece.base - self.base
        if abs(rise) <= _SAME_BASE * min(self.size, piece.size):
            return True
        if piece.size < _SMALL * self.size:
            return _LOWERED * self.size < rise < _RAISED[1] * self.size
        # A mark opens the line, and the words after it are larger and lower.
        return self.size < _SMALL * piece.size and 0 < -rise < _RAISED[1] * piece.size

    def add(self, piece: Piece) -> None:
        if not self.pieces or piece.size > self.size / _SMALL:
            self.base, self.size = piece.base, piece.size
        self.left = min(self.left, piece.left) if self.pieces else piece.left
        self.right = max(self.right, piece.right) if self.pieces else piece.right
        self.pieces.append(piece)

    def holds(self, other: _Segment) -> bool:
        """Whether ``other`` is a superscript of this segment, drawn at another time."""
        rise = (other.base - self.base) / self.size
        return (
            other.size < _SMALL * self.size
            and _RAISED[0] < rise < _RAISED[1]
            and self.left - 0.5 * self.size <= other.left <= self.right + 0.5 * self.size
        )

    @property
    def text(self) -> str:
        return "".join(piece.text for piece in self.pieces).strip()

    @property
    def is_time(self) -> bool:
        """Whether this is a time and no more, as in the first column of an order of business."""
        return len(self.pieces) < 6 and _TIME.fullmatch(self.text) is not None


def rows_of(page: Page) -> list[list[Line]]:
    """The lines of ``page`` from top to bottom; side by side in one list if far apart."""
    segments = _with_marks(list(_segments(page.pieces)))
    rows: list[list[_Segment]] = []
    for segment in sorted(segments, key=lambda one: (-one.base, one.left)):
        last = rows[-1][0] if rows else None
        if last and last.base - segment.base <= _SAME_BASE * min(last.size, segment.size):
            rows[-1].append(segment)
        else:
            rows.append([segment])
    lines = [list(_joined(row, page.number)) for row in rows]
    for dot in page.dots:
        _set_bullet(dot, lines)
    return lines


def _segments(pieces: Iterable[Piece]) -> Iterator[_Segment]:
    segment = _Segment()
    for piece in pieces:
        if segment.pieces and not piece.text.strip():
            if segment.takes(piece):
                segment.pieces.append(piece)
        elif segment.pieces and not segment.takes(piece):
            yield segment
            segment = _Segment()
            segment.add(piece)
        elif piece.text.strip():
            segment.add(piece)
    if segment.pieces:
        yield segment


def _with_marks(segments: list[_Segment]) -> list[_Segment]:
    """Superscripts that were drawn apart from their words, put where they belong."""
    by_height: dict[int, list[_Segment]] = {}
    for segment in segments:
        by_height.setdefault(int(segment.base // _STEP), []).append(segment)
    kept: list[_Segment] = []
    for segment in segments:
        step = int(segment.base // _STEP)
        near = (other for at in range(step - 2, step + 1) for other in by_height.get(at, ()))
        is_short = len(segment.text) <= _MARK_LENGTH
        host = next((other for other in near if other.holds(segment)), None) if is_short else None
        if host:
            host.pieces = sorted([*host.pieces, *segment.pieces], key=lambda piece: piece.left)
            host.left = min(host.left, segment.left)
            host.right = max(host.right, segment.right)
        else:
            kept.append(segment)
    return kept


def _joined(row: list[_Segment], page: int) -> Iterator[Line]:
    """The segments of a row as lines: joined where they are near, or where one is a label."""
    parts: list[_Segment] = []
    for segment in sorted(row, key=lambda one: one.left):
        if parts:
            gap = segment.left - parts[-1].right
            is_label = len(parts) == 1 and cell_label(parts[0].text)
            is_time = len(parts) == 1 and parts[0].is_time
            if is_time or (gap > _COLUMN_GAP * segment.size and not is_label):
                yield _line(parts, page)
                parts = []
        parts.append(segment)
    yield _line(parts, page)


def _line(segments: list[_Segment], page: int) -> Line:
    size = max(segment.size for segment in segments)
    base = next(segment.base for segment in segments if segment.size == size)
    runs: list[Run] = []
    starts: list[tuple[int, float]] = []
    length = 0
    right: float | None = None
    for segment in segments:
        for piece in segment.pieces:
            text = piece.text
            gap = piece.left - right if right is not None else 0.0
            if gap > _WORD_GAP * size:
                text = "\t" + text
            elif gap > (_SEEN_SPACE if piece.spaced else _SPACE) * size:
                text = " " + text
            if runs and runs[-1].text.endswith("\u00ad"):
                sign = "" if text[:1].islower() else "-"
                runs[-1] = runs[-1].saying(runs[-1].text[:-1] + sign)
            rise = piece.base - base
            raised = piece.size < _SMALL * size and rise > _RAISED[0] * size
            starts.append((length + len(text) - len(text.lstrip()), piece.left))
            runs.append(Run(text, piece.bold, piece.link, raised))
            length, right = length + len(text), piece.right
    left, right = segments[0].left, segments[-1].right
    pieces = [piece for segment in segments for piece in segment.pieces]
    line = Line(page, left, right, base, size, runs, left, _first_word(pieces))
    text = line.text
    margin = len(text) - len(text.lstrip())
    label, end = split_label(text[margin:])
    if label:
        at = max((start for start in starts if start[0] <= margin + end), default=(0, left))
        inside = (margin + end - at[0]) * (right - left) / max(len(text), 1)
        line.text_left = at[1] + inside
    return line


def _first_word(pieces: Sequence[Piece]) -> float:
    """The width of the first word, which may be drawn in several pieces."""
    end = pieces[0].word
    for before, after in pairwise(pieces):
        if " " in before.text or after.spaced or after.text[:1].isspace():
            break
        end = after.word
    return max(end - pieces[0].left, 0.0)


def _set_bullet(dot: Box, rows: list[list[Line]]) -> None:
    """A bullet that is drawn as a shape stands before the line that it is next to."""
    middle = (dot.bottom + dot.top) / 2
    near = [
        line
        for row in rows
        for line in row
        if line.base - 0.1 * line.size < middle < line.base + 0.8 * line.size
        and 0 < line.left - dot.right < _BULLET_GAP * line.size
    ]
    if near:
        line = min(near, key=lambda one: one.left)
        line.text_left, line.left = line.left, dot.left
        line.runs.insert(0, Run(f"{BULLET}\t"))
