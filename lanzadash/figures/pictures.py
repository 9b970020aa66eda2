"""Where Parties stand, as pictures to take along: tiles, map, matrix, a whole round."""

from __future__ import annotations

from lanzadash.figures import palette
from lanzadash.figures.outlines import HEIGHT, MARKERS, WIDTH, outlines, project
from lanzadash.figures.picture import (
    EDGE,
    Group,
    Label,
    Part,
    Picture,
    Shape,
    Words,
    framed,
    squares,
    wrapped,
)
from lanzadash.figures.standing import Row, Standing
from lanzadash.figures.symbols import mark
from lanzadash.language import Language

_MINI, _CARD = 12.0, 178.0


def tiles(standing: Standing, words: Words) -> Picture:
    """One tile for each Party, its code on it."""
    size, gap = 66.0, 4.0
    cells = next(iter(standing.cells.values()), {})

    def body(left: float, top: float) -> tuple[list[Part], float]:
        at = {
            row["party"]: (
                left + row["tile_column"] * (size + gap),
                top + row["tile_row"] * (size + gap),
            )
            for row in _placed(standing)
        }
        shown = [cells[party] for party in at if party in cells]
        drawn = squares(
            [(*at[one.party], one.status, bool(one.before)) for one in shown], size, standing, 0.62
        )
        for one in shown:
            x, y = at[one.party]
            ink = palette.STATUS.get(one.status, palette.UNKNOWN)[1]
            drawn.append(Label(one.party, x + size / 2, y + 18, 14, ink, True, "middle"))
        return drawn, max((y for _, y in at.values()), default=top) + size

    columns = max((row["tile_column"] for row in _placed(standing)), default=0) + 1
    return framed(body, 2 * EDGE + columns * (size + gap), standing, words)


def geographic(standing: Standing, words: Words) -> Picture:
    """The same on a map; Parties too small to be seen are circles."""
    cells = next(iter(standing.cells.values()), {})

    def body(left: float, top: float) -> tuple[list[Part], float]:
        others = [land.d for code, land in outlines().items() if code not in cells]
        drawn: list[Part] = [Shape("".join(others), palette.ELSEWHERE)]
        drawn += [
            Shape(outlines()[party].d, palette.STATUS.get(one.status, palette.UNKNOWN)[0])
            for party, one in cells.items()
            if party in outlines()
        ]
        borders = "".join(land.d for land in outlines().values())
        drawn.append(Shape(borders, line=palette.BORDER, weight=0.7, dashed=False))
        for party, one in cells.items():
            fill, ink = palette.STATUS.get(one.status, palette.UNKNOWN)
            if party in MARKERS:
                x, y = project(*MARKERS[party])
                drawn.append(Shape(mark("●", x, y, 17), palette.PAPER))
                drawn.append(Shape(mark("●", x, y, 15), fill))
            elif party in outlines():
                x, y = outlines()[party].middle
            else:
                continue
            drawn.append(Shape(mark(standing.symbol(one.status), x, y, 7), ink))
            if one.before:
                drawn.append(Shape(mark("●", x, y, 20), line=palette.INK))
        return [Group(drawn, left, top, WIDTH, HEIGHT)], top + HEIGHT

    return framed(body, WIDTH + 2 * EDGE, standing, words)


def matrix(standing: Standing, words: Words, say: Language) -> Picture:
    """Parties × recommendations."""
    size, step, names = 17.0, 18.0, 168.0
    codes = [code(row) for row in standing.recommendations]
    head = 10 + max((len(one) for one in codes), default=0) * 7.0

    def body(left: float, top: float) -> tuple[list[Part], float]:
        x0, y0 = left + names, top + head
        drawn: list[Part] = [
            Label(one, x0 + step * i + 13, y0 - 6, 12, turned=True) for i, one in enumerate(codes)
        ]
        drawn += [
            Label(str(say.pick(row, "name")), left, y0 + step * i + 13, 12)
            for i, row in enumerate(standing.parties)
        ]
        cells = [
            (x0 + step * i, y0 + step * j, one.status, bool(one.before))
            for i, found in enumerate(standing.cells.values())
            for j, row in enumerate(standing.parties)
            if (one := found.get(row["party"]))
        ]
        return drawn + squares(cells, size, standing), y0 + step * len(standing.parties)

    width = max(640.0, 2 * EDGE + names + step * len(codes))
    return framed(body, width, standing, words)


def whole_round(standing: Standing, words: Words, say: Language) -> Picture:
    """One small tile map for each recommendation, with its code, what it asks, and counts."""
    across, gap = 5, 14.0
    height = 78 + _mini_height(standing)

    def body(left: float, top: float) -> tuple[list[Part], float]:
        drawn: list[Part] = []
        for i, row in enumerate(standing.recommendations):
            x, y = left + i % across * (_CARD + gap), top + i // across * (height + gap)
            drawn.append(Label(code(row), x, y + 14, 14, bold=True))
            lines = wrapped(str(say.pick(row, "summary") or ""), _CARD, 10)
            shown = [*lines[:2], f"{lines[2]}…"] if len(lines) > 3 else lines
            drawn += [Label(line, x, y + 28 + 12 * n, 10) for n, line in enumerate(shown)]
            one = standing.only(row["recommendation"])
            drawn.append(Group(mini(one), x, y + 60, _CARD, _mini_height(standing)))
            drawn.append(Label(counted(one), x, y + height - 4, 10, palette.QUIET))
        rows = -(-len(standing.recommendations) // across)
        return drawn, top + rows * (height + gap)

    return framed(body, 2 * EDGE + across * (_CARD + gap), standing, words)


def mini(standing: Standing) -> list[Part]:
    """The tiles of one recommendation, small and without codes."""
    cells = next(iter(standing.cells.values()), {})
    at = [
        (
            row["tile_column"] * (_MINI + 1.5),
            row["tile_row"] * (_MINI + 1.5),
            cells[row["party"]].status,
            bool(cells[row["party"]].before),
        )
        for row in _placed(standing)
        if row["party"] in cells
    ]
    return squares(at, _MINI, standing)


def small(standing: Standing, title: str) -> Picture:
    """The tiles of :func:`mini` as a picture of their own, for a list of recommendations."""
    return Picture(title, counted(standing), _CARD, _mini_height(standing), mini(standing))


def counted(standing: Standing) -> str:
    """The number of cells of each status by its symbol: ``● 12  ▲ 3``."""
    return "   ".join(
        f"{row['symbol']} {standing.counts[row['key']]}"
        for row in standing.legend
        if standing.counts.get(row["key"])
    )


def code(row: Row) -> str:
    """What a recommendation is called in a column: its code, or the end of its key."""
    return str(row["code"] or row["recommendation"].split("/")[1])


def _placed(standing: Standing) -> list[Row]:
    return [row for row in standing.parties if row["tile_column"] is not None]


def _mini_height(standing: Standing) -> float:
    return (max((row["tile_row"] for row in _placed(standing)), default=0) + 1) * (_MINI + 1.5)
