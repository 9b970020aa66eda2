"""Building the shipped data."""

from __future__ import annotations

import tempfile
from pathlib import Path

from lanzadash import __version__
from lanzadash.library import load
from lanzadash.store import build
from tools.bench.measure import Figure, times

DATA = Path(__file__).resolve().parents[2] / "data"


def figures() -> list[Figure]:
    """Seconds from the files under ``data/`` to one DuckDB file, and its size."""
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder) / "built.duckdb"
        taken = times(lambda: build(load(DATA), out, version=__version__), rounds=5)
        size = out.stat().st_size / 1024**2
    return [
        Figure("build of the shipped data", [t / 1000 for t in taken], "s", 2),
        Figure("size of the built file", [size], "MiB"),
    ]
