"""The table of queries, and what came of asking them."""

from __future__ import annotations

import csv
import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from lanzadash.queries.asof import AsOf
from lanzadash.queries.search import found, matching
from lanzadash.store import Connection
from tools.search_accuracy.collection import ROOT

TABLE = ROOT / "tests" / "search" / "queries.csv"
TODAY = AsOf(dt.date(2033, 12, 1))
_REST = "rest"


@dataclass(frozen=True)
class Asked:
    """A query with the decisions that a person would want, and those that would be wrong.

    ``must_not`` is ``None`` where everything else is wrong. ``nearest``: one of these spellings is
    to be offered. ``known_gap`` says why the query does not do so yet, and is empty where it does.
    """

    language: str
    query: str
    must: frozenset[str]
    must_not: frozenset[str] | None
    nearest: frozenset[str]
    known_gap: str
    why: str


@dataclass(frozen=True)
class Outcome:
    """What a query found, held against what it must."""

    asked: Asked
    right: frozenset[str]
    missed: frozenset[str]
    wrong: frozenset[str]
    offered: frozenset[str]

    @property
    def kept(self) -> bool:
        """Whether everything that was expected of the query holds."""
        near = not self.asked.nearest or self.asked.nearest & self.offered
        return bool(not self.missed and not self.wrong and near)


@dataclass
class Figures:
    """The sums over a table."""

    queries: int = 0
    kept: int = 0
    right: int = 0
    missed: int = 0
    wrong: int = 0
    faults: list[Outcome] = field(default_factory=list)

    @property
    def precision(self) -> float:
        """The share of what was judged and found that is right."""
        return self.right / max(self.right + self.wrong, 1)

    @property
    def recall(self) -> float:
        """The share of what must be found that is found."""
        return self.right / max(self.right + self.missed, 1)


def asked(path: Path = TABLE) -> list[Asked]:
    """The rows of the table. Raises ``ValueError`` where an expectation contradicts itself."""
    with path.open(encoding="utf-8", newline="") as lines:
        rows = [_asked(row) for row in csv.DictReader(lines)]
    for row in rows:
        if row.must_not is not None and row.must & row.must_not:
            raise ValueError(f"{row.query}: the same decision must and must not be found")
    return rows


def outcome(connection: Connection, asked: Asked) -> Outcome:
    """What came of asking."""
    ids = matching(connection, TODAY, asked.query)
    wrong = ids - asked.must if asked.must_not is None else ids & asked.must_not
    chips = found(connection, TODAY, asked.query).chips
    offered = frozenset(word for chip in chips for word, _ in chip.nearest)
    return Outcome(asked, ids & asked.must, asked.must - ids, wrong, offered)


def figures(outcomes: Iterable[Outcome]) -> Figures:
    """The sums."""
    sums = Figures()
    for one in outcomes:
        sums.queries += 1
        sums.kept += one.kept
        sums.right += len(one.right)
        sums.missed += len(one.missed)
        sums.wrong += len(one.wrong)
        if not one.kept:
            sums.faults.append(one)
    return sums


def _asked(row: dict[str, str]) -> Asked:
    return Asked(
        language=row["language"],
        query=row["query"],
        must=_decisions(row["must"]),
        must_not=None if row["must_not"] == _REST else _decisions(row["must_not"]),
        nearest=frozenset(row["nearest"].split()),
        known_gap=row["known_gap"],
        why=row["why"],
    )


def _decisions(cell: str) -> frozenset[str]:
    """``50/d5 52/d8`` as ids."""
    return frozenset(f"T-ES/{short}" for short in cell.split())
