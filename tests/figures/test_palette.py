"""Every status that the data can show has a colour, and words on it can be read."""

from __future__ import annotations

import pytest

from lanzadash.figures import palette
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


def _luminance(colour: str) -> float:
    """Relative luminance as WCAG 2.2 defines it."""
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
