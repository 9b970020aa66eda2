"""Columns and tables: rows of a page as flows of lines that are read one after the other."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import mean

from lanzadash.reading.formats.pdf_lines import Line

_GUTTER = 0.8
_COLUMN_LINES = 6
_FILLED = 0.65


@dataclass
class Flow:
    """Lines of one column; ``right`` is where its full lines end.

    Flows with the same ``table`` stand side by side and are read row by row.
    """

    lines: list[Line]
    right: float
    table: int | None = None


def flows_of(rows: Sequence[list[Line]], right: float) -> list[Flow]:
    """``rows`` of a page, whose text reaches to ``right``, in reading order."""
    flows: list[Flow] = []
    plain: list[Line] = []
    start = 0
    while start < len(rows):
        end, gutter = _band(rows, start)
        if end - start < 2:
            plain += rows[start]
            start += 1
            continue
        if plain:
            flows.append(Flow(plain, right))
            plain = []
        flows += _side_by_side(rows[start:end], gutter, right, table=start)
        start = end
    if plain:
        flows.append(Flow(plain, right))
    return flows


def _band(rows: Sequence[list[Line]], start: int) -> tuple[int, float]:
    """Where the rows from ``start`` stop sharing a gutter, and the middle of that gutter."""
    best, middle = start, 0.0
    for left, right in zip(rows[start], rows[start][1:], strict=False):
        low, high = left.right, right.left
        end, agreed = start + 1, 1
        for index in range(start + 1, len(rows)):
            before = max((line.right for line in rows[index] if line.left < low), default=low)
            after = min((line.left for line in rows[index] if line.left >= low), default=high)
            low_now, high_now = max(low, before), min(high, after)
            if high_now - low_now < _GUTTER * rows[index][0].size:
                break
            low, high = low_now, high_now
            both = len(rows[index]) > 1
            agreed += both
            # A last line on the left alone is a paragraph after the table, not a cell of it.
            if both or rows[index][0].left >= high:
                end = index + 1
        if agreed > 1 and end > best:
            best, middle = end, (low + high) / 2
    return best, middle


def _side_by_side(
    rows: Sequence[list[Line]], gutter: float, right: float, table: int
) -> list[Flow]:
    left_rows = [[line for line in row if line.left < gutter] for row in rows]
    right_rows = [[line for line in row if line.left >= gutter] for row in rows]
    sides = [[row for row in side if row] for side in (left_rows, right_rows)]
    first = [line for row in sides[0] for line in row]
    edge = max(line.right for line in first)
    rest = flows_of(sides[1], max(line.right for row in sides[1] for line in row))
    columns = [Flow(first, edge), *rest]
    if not all(_is_running_text(flow) for flow in columns):
        for flow in columns:
            flow.table = table
    return columns


def _is_running_text(flow: Flow) -> bool:
    """A newspaper column rather than the cells of a table: many lines, most of them full."""
    left = min(line.left for line in flow.lines)
    width = max(flow.right - left, 1.0)
    filled = mean((line.right - line.left) / width for line in flow.lines)
    return len(flow.lines) >= _COLUMN_LINES and filled > _FILLED
