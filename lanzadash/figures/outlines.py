"""The outlines of the geographic map, projected, from a file of our own.

Lambert's azimuthal equal-area projection around the middle of the map: areas stand as they are to
one another. ``europe.geojson`` names its origin; ``tools/outlines.py`` cut it.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from math import cos, radians, sin, sqrt
from pathlib import Path

WIDTH, HEIGHT = 912.0, 768.0
MARKERS = {
    "AND": (1.6, 42.55),
    "LIE": (9.55, 47.15),
    "MCO": (7.42, 43.74),
    "MLT": (14.4, 35.9),
    "SMR": (12.46, 43.94),
}
"""Parties too small to be seen: drawn as a circle around this longitude and latitude."""

_FILE = Path(__file__).with_name("europe.geojson")
_MIDDLE = (15.5, 51.0)
_SCALE = 1080.0
_SHIFT = (425.0, 385.0)

Point = tuple[float, float]


@dataclass(frozen=True)
class Outline:
    """The land of one country as SVG path data, and a point well inside its largest part."""

    d: str
    middle: Point


@cache
def outlines() -> dict[str, Outline]:
    """Every country in the window, by its ISO 3166-1 alpha-3 code."""
    found = json.loads(_FILE.read_text("utf-8"))
    drawn = {}
    for country in found["features"]:
        rings = [ring for polygon in country["geometry"]["coordinates"] for ring in polygon]
        d = "".join(_path(project(x, y) for x, y in ring) for ring in rings)
        about = country["properties"]
        drawn[about["iso"]] = Outline(d, project(*about["middle"]))
    return drawn


def project(longitude: float, latitude: float) -> Point:
    """A place on the map, from its upper left corner."""
    turned, up = radians(longitude - _MIDDLE[0]), radians(latitude)
    middle = radians(_MIDDLE[1])
    away = 1 + sin(middle) * sin(up) + cos(middle) * cos(up) * cos(turned)
    k = _SCALE * sqrt(2 / away)
    x = k * cos(up) * sin(turned)
    y = k * (cos(middle) * sin(up) - sin(middle) * cos(up) * cos(turned))
    return _SHIFT[0] + x, _SHIFT[1] - y


def _path(ring: Iterable[Point]) -> str:
    """Path data in whole units, points that fall together left out."""
    points = list(dict.fromkeys((round(x), round(y)) for x, y in ring))
    return "M" + "L".join(f"{x} {y}" for x, y in points) + "z" if len(points) > 2 else ""
