"""Search in a generated store, beside SQLite FTS5: the same data and queries in the same run."""

from __future__ import annotations

import multiprocessing
import os
import resource
import shutil
import time
from collections.abc import Callable
from statistics import median
from typing import Any

import numpy as np
from rich.console import Console
from rich.table import Table

from lanzadash.library import load
from tools.bench.building import DATA
from tools.bench.measure import Figure
from tools.bench.search import fts5, generated, serving
from tools.bench.search.cases import Case, cases
from tools.bench.search.wordlist import wordlist

_FOLDER = DATA.parent / "build" / "bench"
_BAR = 150.0  # milliseconds, 95th percentile
_MEMORY = 1536.0  # MiB
_ROUNDS = 5


def figures(size: int) -> list[Figure]:
    """Print latencies by class of query; building, size, memory and the 95th percentile of all."""
    _FOLDER.mkdir(parents=True, exist_ok=True)
    plain, store, other = (
        _FOLDER / name
        for name in (f"plain-{size}.duckdb", f"whole-{size}.duckdb", f"fts5-{size}.sqlite")
    )
    for file in (plain, store, other):
        file.unlink(missing_ok=True)
    library = load(DATA)
    asked = list(cases(wordlist("en", library.themes), wordlist("fr", library.themes)))
    _apart(generated.write, library, plain, size)
    shutil.copy(plain, store)
    build, peak, _ = _apart(generated.index, library, store)
    fts5_build, fts5_peak, _ = _apart(fts5.write, store, other)
    _, _, ours = _apart(serving.ours, store, asked, _ROUNDS)
    _, _, theirs = _apart(serving.fts5, other, asked, _ROUNDS)
    _print(size, asked, ours, theirs)
    every = [taken for times in ours.times for taken in times]
    mebibytes = [file.stat().st_size / 1024**2 for file in (plain, store, other)]
    return [
        Figure("tables of search, build", [build], "s"),
        Figure("FTS5, build", [fts5_build], "s"),
        Figure("tables of search, memory of the build at most", [peak], "MiB"),
        Figure("FTS5, memory of its build at most", [fts5_peak], "MiB"),
        Figure("file without search", [mebibytes[0]], "MiB"),
        Figure("file with search", [mebibytes[1]], "MiB"),
        Figure("SQLite file with FTS5", [mebibytes[2]], "MiB"),
        Figure("first search, reading the index", [ours.first], "ms"),
        Figure("memory of a process that searches, at most", [ours.peak], "MiB", _MEMORY),
        Figure("search, 95th percentile", [float(np.percentile(every, 95))], "ms", _BAR),
    ]


def _apart(run: Callable[..., Any], *given: object) -> tuple[float, float, Any]:
    """Run in a process of its own: its seconds, its memory at most in MiB, the answer."""
    with multiprocessing.get_context("spawn").Pool(1) as pool:
        answer: tuple[float, float, Any] = pool.apply(_measured, (run, given))
        return answer


def _measured(run: Callable[..., Any], given: tuple[object, ...]) -> tuple[float, float, Any]:
    start = time.perf_counter()
    answer = run(*given)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return time.perf_counter() - start, peak, answer


def _print(size: int, asked: list[Case], ours: serving.Served, theirs: serving.Served) -> None:
    load_now = os.getloadavg()[0]
    table = Table(title=f"{size:,} decisions, milliseconds a page, load {load_now:.1f}")
    for heading in (
        "queries",
        "n",
        "found",
        "median",
        "p95",
        "processor p95",
        "FTS5 median",
        "p95",
        "processor p95",
        "FTS5 ÷ ours",
    ):
        table.add_column(heading, justify="left" if heading == "queries" else "right")
    kinds = list(dict.fromkeys(case.kind for case in asked))
    for kind in [*kinds, "all"]:
        rows = [at for at, case in enumerate(asked) if kind in (case.kind, "all")]
        here = [taken for at in rows for taken in ours.times[at]]
        there = [taken for at in rows for taken in theirs.times[at]]
        table.add_row(
            kind,
            str(len(rows)),
            f"{median(ours.totals[at] for at in rows):,.0f}",
            f"{median(here):,.0f}",
            f"{np.percentile(here, 95):,.0f}",
            f"{np.percentile([t for at in rows for t in ours.processor[at]], 95):,.0f}",
            f"{median(there):,.0f}",
            f"{np.percentile(there, 95):,.0f}",
            f"{np.percentile([t for at in rows for t in theirs.processor[at]], 95):,.0f}",
            f"{np.percentile(there, 95) / np.percentile(here, 95):.2f}",
        )
    Console(width=130).print(table)
