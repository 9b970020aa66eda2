"""Columns and tables: rows of a page as flows of lines that are read one after the other."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from statistics import mean

from lanzadash.reading.formats.pdf_lines import Line
from lanzadash.reading.formats.runs import Run

_GUTTER = 0.8
_MOST_COLUMNS = 20
_OVERLAP = 0.75
_EVEN = 1.25
_SURE_ROWS = 3
_COLUMN_LINES = 6
_FILLED = 0.65


@dataclass
class Flow:
    """Lines of one column; ``right`` is where its full lines end.

    Flows with the same ``table`` stand side by side and are read row by row. ``is_column``: text
    goes on from the foot of this one to the head of the next.
    """

    lines: list[Line]
    right: float
    table: int | None = None
    is_column: bool = False


def flows_of(rows: Sequence[list[Line]], right: float, column: int = 0) -> list[Flow]:
    """``rows`` of a page, whose text reaches to ``right``, in reading order.

    ``column`` is how many columns were already split off on the left.
    """
    flows: list[Flow] = []
    plain: list[Line] = []
    rows = _side_by_side(rows)
    start = 0
    while start < len(rows):
        above = plain[-1] if plain else None
        band = _band(rows, start if column < _MOST_COLUMNS else len(rows))
        below = rows[start + 1] if start + 1 < len(rows) else None
        stretched = _is_stretched(rows[start], above, below, right)
        if stretched and band.end - start < _SURE_ROWS:
            plain.append(_one_line(rows[start]))
            start += 1
        elif band.end - start < 2:
            plain += rows[start]
            start += 1
        else:
            flows += [Flow(plain, right)] if plain else []
            plain = []
            start, columns = _parted(rows, start, band, column)
            flows += columns
    return [*flows, Flow(plain, right)] if plain else flows


def _side_by_side(rows: Sequence[list[Line]]) -> list[list[Line]]:
    """Lines of two columns rarely share a base line; here they share a row all the same."""
    found: list[list[Line]] = []
    for row in rows:
        above = found[-1] if found else []
        if above and above[0].base - row[0].base < _OVERLAP * row[0].size and _apart(above, row):
            found[-1] = sorted([*above, *row], key=lambda line: line.left)
        else:
            found.append(row)
    return found


def _apart(above: list[Line], row: list[Line]) -> bool:
    return all(
        line.left - other.right > line.size / 2 or other.left - line.right > line.size / 2
        for line in row
        for other in above
    )


def _is_stretched(
    row: list[Line], above: Line | None, below: list[Line] | None, right: float
) -> bool:
    """Whether the wide gaps in a row come from setting its few words to the full width."""
    near = row[0].size
    if len(row) < 2 or abs(row[-1].right - right) > near:
        return False
    gaps = [after.left - before.right for before, after in pairwise(row)]
    if len(gaps) > 1:
        return max(gaps) < _EVEN * min(gaps)
    next_to = [line for line in (above, *(below or ())) if line]
    return any(
        abs(line.right - right) < near
        and min(abs(row[0].left - line.left), abs(row[0].left - line.text_left)) < near
        and abs(line.base - row[0].base) < 2 * near
        for line in next_to
    )


def _one_line(row: list[Line]) -> Line:
    first, *others = row
    runs = [*first.runs, *(run for line in others for run in (Run(" "), *line.runs))]
    return replace(first, runs=runs, right=row[-1].right)


@dataclass
class _Band:
    """Rows up to ``end`` leave a gutter free; up to ``loose`` nothing crosses it either."""

    end: int
    loose: int
    gutter: float


def _band(rows: Sequence[list[Line]], start: int) -> _Band:
    """The longest band of rows from ``start`` that share a gutter."""
    best = _Band(start, start, 0.0)
    for left, right in pairwise(rows[start]) if start < len(rows) else ():
        low, high = left.right, right.left
        end, loose, agreed = start + 1, start + 1, 1
        for index in range(start + 1, len(rows)):
            row = rows[index]
            before = max((line.right for line in row if line.left < low), default=low)
            after = min((line.left for line in row if line.left >= low), default=high)
            low_now, high_now = max(low, before), min(high, after)
            if high_now - low_now < _GUTTER * row[0].size:
                break
            low, high = low_now, high_now
            agreed += len(row) > 1
            loose = index + 1
            # A last line on the left alone is a paragraph after a table, not a cell of it.
            if len(row) > 1 or row[0].left >= high:
                end = index + 1
        if agreed > 1 and end > best.end:
            best = _Band(end, loose, (low + high) / 2)
    return best


def _parted(
    rows: Sequence[list[Line]], start: int, band: _Band, column: int
) -> tuple[int, list[Flow]]:
    """The row after the band that begins at ``start``, and its columns from left to right."""
    for end in (band.loose, band.end):
        columns = _columns(rows[start:end], band.gutter, column)
        if all(_is_running_text(flow) for flow in columns):
            for flow in columns:
                flow.is_column = True
            return end, columns
    for flow in columns:
        flow.table = start
    return band.end, columns


def _columns(rows: Sequence[list[Line]], gutter: float, column: int) -> list[Flow]:
    first = [line for row in rows for line in row if line.left < gutter]
    rest = [[line for line in row if line.left >= gutter] for row in rows]
    others = [row for row in rest if row]
    edge = max(line.right for row in others for line in row)
    return [Flow(first, max(line.right for line in first)), *flows_of(others, edge, column + 1)]


def _is_running_text(flow: Flow) -> bool:
    """A newspaper column rather than the cells of a table: many lines, most of them full."""
    left = min(line.left for line in flow.lines)
    width = max(flow.right - left, 1.0)
    filled = mean((line.right - line.left) / width for line in flow.lines)
    return len(flow.lines) >= _COLUMN_LINES and filled > _FILLED
