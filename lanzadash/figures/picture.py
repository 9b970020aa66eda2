"""A picture as a list of shapes and words, framed so that it explains itself anywhere."""

from __future__ import annotations

import textwrap
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from lanzadash.figures import palette
from lanzadash.figures.standing import Standing
from lanzadash.figures.symbols import mark, square

EDGE = 24.0
_WIDE = 0.53
"""Width of a letter in parts of its size, on average."""


@dataclass(frozen=True)
class Shape:
    """SVG path data with its fill, or the line around it where there is none: dashed or whole."""

    d: str
    fill: str | None = None
    line: str | None = None
    weight: float = 3
    dashed: bool = True


@dataclass(frozen=True)
class Label:
    """Words at a point; ``turned`` ones read upwards."""

    words: str
    x: float
    y: float
    size: float = 14
    ink: str = palette.INK
    bold: bool = False
    anchor: str = "start"
    turned: bool = False


@dataclass(frozen=True)
class Group:
    """Parts drawn from another corner, cut at the edges of a frame."""

    parts: Sequence[Part]
    x: float
    y: float
    width: float
    height: float


Part = Shape | Label | Group


@dataclass(frozen=True)
class Picture:
    """What a template draws: ``title`` and ``description`` are for those who do not see it."""

    title: str
    description: str
    width: float
    height: float
    parts: Sequence[Part]


@dataclass(frozen=True)
class Words:
    """What stands around a picture: above it, in its legend, and below."""

    title: str
    lead: str
    legend: Sequence[tuple[str, str]]
    """Status and what it says, with the number of cells."""
    changed: str | None
    foot: Sequence[str]


Body = Callable[[float, float], tuple[list[Part], float]]
"""Draws from a left and upper edge, and gives the lower one."""


def framed(body: Body, width: float, standing: Standing, words: Words) -> Picture:
    """The picture with its title, day and legend above, sources and disclaimer below."""
    parts: list[Part] = []
    y = EDGE + 14
    for line in wrapped(words.title, width - 2 * EDGE, 20):
        parts.append(Label(line, EDGE, y, 20, bold=True))
        y += 26
    for line in wrapped(words.lead, width - 2 * EDGE, 15):
        parts.append(Label(line, EDGE, y, 15))
        y += 21
    legend, y = _legend(standing, words, width, y + 4)
    drawn, y = body(EDGE, y + 12)
    y += 14
    foot: list[Part] = []
    for paragraph in words.foot:
        for line in wrapped(paragraph, width - 2 * EDGE, 11.5):
            y += 15
            foot.append(Label(line, EDGE, y, 11.5, palette.QUIET))
    description = " ".join([words.lead, *(said for _, said in words.legend), words.changed or ""])
    return Picture(
        words.title, description.strip(), width, y + EDGE, [*parts, *legend, *drawn, *foot]
    )


def wrapped(words: str, width: float, size: float) -> list[str]:
    """The lines that words of a size take in a width."""
    return textwrap.wrap(words, max(int(width / (size * _WIDE)), 8)) or [""]


def _legend(standing: Standing, words: Words, width: float, y: float) -> tuple[list[Part], float]:
    x, parts = EDGE, list[Part]()
    entries: list[tuple[str | None, str]] = [*words.legend]
    if words.changed:
        entries.append((None, words.changed))
    for status, said in entries:
        wide = 26 + len(said) * 14 * _WIDE + 22
        if x + wide > width - EDGE and x > EDGE:
            x, y = EDGE, y + 26
        if status is None:
            parts.append(Shape(square(x + 2, y + 2, 14), line=palette.INK))
        else:
            parts += squares([(x, y, status, False)], 18, standing)
        parts.append(Label(said, x + 26, y + 14))
        x += wide
    return parts, y + 22


def squares(
    cells: Iterable[tuple[float, float, str, bool]],
    size: float,
    standing: Standing,
    lower: float = 0.5,
) -> list[Part]:
    """A square for each cell: corner, status, and whether it changed. One shape for each status.

    The symbol stands in the middle, or as far down as ``lower`` says.
    """
    weight = min(max(size / 14, 1.1), 3)
    fills: dict[str, list[str]] = {}
    marks: dict[str, list[str]] = {}
    changed: list[str] = []
    for x, y, status, new in cells:
        fills.setdefault(status, []).append(square(x, y, size))
        symbol = mark(standing.symbol(status), x + size / 2, y + size * lower, size * 0.42)
        marks.setdefault(status, []).append(symbol)
        if new:
            changed.append(square(x + weight / 2, y + weight / 2, size - weight))
    parts: list[Part] = []
    for status, found in fills.items():
        fill, ink = palette.STATUS.get(status, palette.UNKNOWN)
        parts.append(Shape("".join(found), fill))
        parts.append(Shape("".join(marks[status]), ink))
    if changed:
        parts.append(Shape("".join(changed), line=palette.INK, weight=weight))
    return parts
