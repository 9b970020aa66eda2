"""The symbols of the statuses as outlines, so that a picture needs no font to show them."""

from __future__ import annotations


def mark(symbol: str, x: float, y: float, size: float) -> str:
    """SVG path data of a symbol of ``data/reference/statuses.csv`` around a point.

    ``size`` is its height. Holes are made by the even-odd rule. A symbol that is not known is drawn
    as a cross.
    """
    r = size / 2
    if symbol == "●":
        return _disc(x, y, r)
    if symbol == "○":
        return _ring(x, y, r)
    if symbol in "◔◑◐":
        return _ring(x, y, r) + _part(symbol, x, y, r * 0.8)
    if symbol == "▲":
        return f"M{x:g} {y - r:g}l{r:g} {2 * r:g}h{-2 * r:g}z"
    if symbol == "◆":
        return _diamond(x, y, r)
    if symbol == "◇":
        return _diamond(x, y, r) + _diamond(x, y, r * 0.6)
    if symbol == "■":
        return _square(x, y, r * 0.9)
    if symbol == "□":
        return _square(x, y, r * 0.9) + _square(x, y, r * 0.6)
    if symbol == "–":
        return f"M{x - r * 0.7:g} {y - r * 0.15:g}h{r * 1.4:g}v{r * 0.3:g}h{-r * 1.4:g}z"
    return "".join(
        f"M{x - r:g} {y + s * r * 0.8:g}l{2 * r:g} {-s * r * 1.6:g}v{s * r * 0.4:g}"
        f"l{-2 * r:g} {s * r * 1.6:g}z"
        for s in (1, -1)
    )


def square(x: float, y: float, size: float) -> str:
    """SVG path data of a square with its upper left corner at a point."""
    return f"M{x:g} {y:g}h{size:g}v{size:g}h{-size:g}z"


def _disc(x: float, y: float, r: float) -> str:
    return f"M{x - r:g} {y:g}a{r:g} {r:g} 0 1 0 {2 * r:g} 0a{r:g} {r:g} 0 1 0 {-2 * r:g} 0z"


def _ring(x: float, y: float, r: float) -> str:
    return _disc(x, y, r) + _disc(x, y, r * 0.72)


def _part(symbol: str, x: float, y: float, r: float) -> str:
    """What is filled of a circle: its upper right quarter, or its right or left half."""
    if symbol == "◔":
        return f"M{x:g} {y:g}v{-r:g}a{r:g} {r:g} 0 0 1 {r:g} {r:g}z"
    sweep = 1 if symbol == "◑" else 0
    return f"M{x:g} {y - r:g}a{r:g} {r:g} 0 0 {sweep} 0 {2 * r:g}z"


def _diamond(x: float, y: float, r: float) -> str:
    return f"M{x:g} {y - r:g}l{r:g} {r:g}l{-r:g} {r:g}l{-r:g} {-r:g}z"


def _square(x: float, y: float, r: float) -> str:
    return square(x - r, y - r, 2 * r)
