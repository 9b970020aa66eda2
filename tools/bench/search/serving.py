"""Searches in a process of their own, as a page does them."""

from __future__ import annotations

import datetime as dt
import resource
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from lanzadash.queries.asof import AsOf
from lanzadash.queries.decisions import listed, texts
from lanzadash.queries.search import found
from lanzadash.search.snippets import marked, snippet
from lanzadash.store import Connection, open_store
from tools.bench.measure import resident
from tools.bench.search.cases import Case
from tools.bench.search.fts5 import Fts5

_AS_OF = AsOf(dt.date(2026, 1, 1))


@dataclass(frozen=True)
class Served:
    """Milliseconds of each case in each round, by the clock and of the processor; what each found;
    the first answer (with the reading of the index); memory held and at most, in mebibytes.

    The processor's time is that of all threads: other work on the machine does not lengthen it.
    """

    times: list[list[float]]
    processor: list[list[float]]
    totals: list[int]
    first: float
    memory: float
    peak: float


def ours(store: Path, cases: list[Case], rounds: int) -> Served:
    """Search a store file."""

    def search(case: Case) -> int:
        return _page(open_store(store).cursor(), case)

    return _served(search, cases, rounds)


def fts5(file: Path, cases: list[Case], rounds: int) -> Served:
    """Search an SQLite file."""
    return _served(Fts5(file).search, cases, rounds)


def _served(search: Callable[[Case], int], cases: list[Case], rounds: int) -> Served:
    start = time.perf_counter()
    search(Case("first", "zzyx"))
    first = (time.perf_counter() - start) * 1000
    totals = [search(case) for case in cases]
    taken: list[list[float]] = [[] for _ in cases]
    processor: list[list[float]] = [[] for _ in cases]
    for _ in range(rounds):
        for at, case in enumerate(cases):
            start, used = time.perf_counter(), time.process_time()
            search(case)
            taken[at].append((time.perf_counter() - start) * 1000)
            processor[at].append((time.process_time() - used) * 1000)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return Served(taken, processor, totals, first, resident(), peak)


def _page(connection: Connection, case: Case) -> int:
    """What the page shows: 25 decisions, words marked, counts beside them."""
    answer = found(connection, _AS_OF, case.text, case.filters)
    rows = listed(connection, _AS_OF, answer.records).to_dict("records")
    official = texts(connection, answer.records).to_dict("records") if answer.highlights else []
    for row in rows:
        for column in ("context_en", "summary_en"):
            marked(row[column], answer.highlights)
        snippet(row["summary_fr"], answer.highlights)
    for row in official:
        snippet(row["text_en"], answer.highlights)
    return answer.total
