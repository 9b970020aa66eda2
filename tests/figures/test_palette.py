"""Every status that the data can show has a colour, and words on it can be read."""

from __future__ import annotations

from itertools import combinations
from math import dist

import pytest

from lanzadash.figures import palette
from lanzadash.figures.symbols import mark
from lanzadash.store import Connection


@pytest.mark.parametrize("status", palette.STATUS)
def test_words_can_be_read_on_every_fill(status: str) -> None:
    fill, ink = palette.STATUS[status]
    light, dark = sorted((_luminance(fill), _luminance(ink)), reverse=True)
    assert (light + 0.05) / (dark + 0.05) >= 4.5  # WCAG 2.2, 1.4.3


def test_every_status_of_the_map_has_a_fill(connection: Connection) -> None:
    keys = connection.execute("select key from statuses where layer <> 'obligation'").fetchall()
    assert {key for (key,) in keys} <= set(palette.STATUS)


def test_two_statuses_of_one_layer_never_share_fill_and_symbol(connection: Connection) -> None:
    rows = connection.execute(
        "select layer, key, symbol from statuses where layer <> 'obligation'"
    ).fetchall()
    looks = [(layer, palette.STATUS[key][0], symbol) for layer, key, symbol in rows]
    assert len(set(looks)) == len(looks)


def test_css_has_a_class_for_every_status() -> None:
    css = palette.css()
    assert all(f".status-{status} " in css for status in palette.STATUS)


# Machado, Oliveira and Fernandes (2009), severity 1, on linear RGB; grey as a printer makes it.
SEEN = {
    "full sight": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    "protanopia": (
        (0.152286, 1.052583, -0.204868),
        (0.114503, 0.786281, 0.099216),
        (-0.003882, -0.048116, 1.051998),
    ),
    "deuteranopia": (
        (0.367322, 0.860646, -0.227968),
        (0.280085, 0.672501, 0.047413),
        (-0.01182, 0.04294, 0.968881),
    ),
    "grey print": ((0.2126, 0.7152, 0.0722),) * 3,
}


@pytest.mark.parametrize("seen", SEEN)
def test_the_statuses_of_a_layer_can_be_told_apart(connection: Connection, seen: str) -> None:
    rows = connection.execute(
        "select layer, list(key order by key) from statuses where layer <> 'obligation' group by 1"
    ).fetchall()
    pairs = [(layer, a, b) for layer, keys in rows for a, b in combinations(keys, 2)]
    near = [
        (layer, a, b, round(distance, 1))
        for layer, a, b in pairs
        if (distance := dist(_lab(palette.STATUS[a][0], seen), _lab(palette.STATUS[b][0], seen)))
        < 7
    ]
    assert len(pairs) > 20
    assert near == []


def test_every_status_has_a_symbol_that_is_drawn_in_its_own_way(connection: Connection) -> None:
    rows = connection.execute(
        "select layer, list(symbol) from statuses where layer <> 'obligation' group by 1"
    ).fetchall()
    unknown = mark("nothing", 0, 0, 10)
    for _, symbols in rows:
        drawn = [mark(symbol, 0, 0, 10) for symbol in symbols]
        assert len(set(drawn)) == len(drawn)
        assert unknown not in drawn


def _lab(colour: str, seen: str) -> tuple[float, float, float]:
    """CIELAB, D65, of a colour as it is seen."""
    linear = _linear(colour)
    red, green, blue = (
        min(max(sum(a * b for a, b in zip(row, linear, strict=True)), 0), 1) for row in SEEN[seen]
    )
    x = (0.4124 * red + 0.3576 * green + 0.1805 * blue) / 0.95047
    y = 0.2126 * red + 0.7152 * green + 0.0722 * blue
    z = (0.0193 * red + 0.1192 * green + 0.9505 * blue) / 1.08883
    fx, fy, fz = (t ** (1 / 3) if t > 0.008856 else 7.787 * t + 16 / 116 for t in (x, y, z))
    return 116 * fy - 16, 500 * (fx - fy), 200 * (fy - fz)


def _linear(colour: str) -> list[float]:
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    return [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]


def _luminance(colour: str) -> float:
    """Relative luminance as WCAG 2.2 defines it."""
    red, green, blue = _linear(colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
