"""Where each Party stands in one layer, in the form that tiles, map, matrix and tables are drawn
from."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any, NamedTuple

import pandas as pd

from lanzadash.language import Language

Row = Mapping[str, Any]


class Cell(NamedTuple):
    """What one layer says of a Party; ``before`` is the status it was changed from, if it was."""

    party: str
    status: str
    before: str | None
    since: str | dt.date | None
    source: str | None
    certainty: str | None


class Change(NamedTuple):
    """The Parties whose status under one recommendation went from one to the other."""

    recommendation: str | None
    before: str
    status: str
    parties: Sequence[str]


@dataclass(frozen=True)
class Standing:
    """One layer as of a day.

    ``legend`` are rows of the query ``statuses``, ``parties`` rows with names and the place of the
    tile in the order of their names, ``recommendations`` rows in the order of their report, none
    where the layer says something of a Party alone. ``cells`` has, for each recommendation (or
    ``None``), the cell of each Party.
    """

    layer: str
    legend: Sequence[Row]
    parties: Sequence[Row]
    recommendations: Sequence[Row]
    cells: Mapping[str | None, Mapping[str, Cell]]
    undated: int

    @classmethod
    def of(
        cls,
        frame: pd.DataFrame,
        layer: str,
        legend: Sequence[Row],
        parties: Sequence[Row],
        recommendations: Sequence[Row] = (),
    ) -> Standing:
        """From what the queries ``matrix`` or ``status_map`` answer, with ``since`` given."""
        columns = ("party", "status", "before", "changed", "since", "source", "certainty")
        about = frame.get("recommendation", pd.Series([None] * len(frame)))
        cells: dict[str | None, dict[str, Cell]] = {}
        for recommendation, party, status, before, changed, *rest in zip(
            about.tolist(), *(frame[name].tolist() for name in columns), strict=True
        ):
            since, source, certainty = (None if pd.isna(value) else value for value in rest)
            cell = Cell(party, status, before if changed else None, since, source, certainty)
            cells.setdefault(recommendation, {})[party] = cell
        undated = int((frame["known_on"].isna() & frame["source"].notna()).sum())
        return cls(layer, legend, parties, recommendations, cells, undated)

    def only(self, recommendation: str | None) -> Standing:
        """The same of one recommendation."""
        made = [row for row in self.recommendations if row["recommendation"] == recommendation]
        cells = {recommendation: self.cells.get(recommendation, {})}
        return Standing(self.layer, self.legend, self.parties, made, cells, self.undated)

    @cached_property
    def words(self) -> Mapping[str, Row]:
        """The row of the legend for each status."""
        return {row["key"]: row for row in self.legend}

    @cached_property
    def counts(self) -> Mapping[str, int]:
        """How many cells have each status."""
        return Counter(cell.status for row in self.cells.values() for cell in row.values())

    @cached_property
    def changes(self) -> Sequence[Change]:
        """What changed, by recommendation, the Parties in the order of their names."""
        found: dict[tuple[str | None, str, str], list[str]] = {}
        for recommendation, row in self.cells.items():
            for party in self.parties:
                cell = row.get(party["party"])
                if cell and cell.before:
                    key = (recommendation, cell.before, cell.status)
                    found.setdefault(key, []).append(cell.party)
        return [Change(*key, parties) for key, parties in found.items()]

    @cached_property
    def changed(self) -> int:
        """How many cells changed."""
        return sum(len(change.parties) for change in self.changes)

    @cached_property
    def sources(self) -> Sequence[str]:
        """What the cells were taken from, the source of most of them first."""
        found = Counter(
            part.strip()
            for row in self.cells.values()
            for cell in row.values()
            for part in (cell.source or "").split(" ; ")
            if part.strip()
        )
        return [source for source, _ in found.most_common()]

    def word(self, say: Language, status: str) -> str:
        """The word for a status in this language."""
        row = self.words.get(status)
        return str(say.pick(row, "name") if row else status.replace("_", " "))

    def symbol(self, status: str) -> str:
        """The symbol that goes with it."""
        return str(self.words[status]["symbol"]) if status in self.words else "?"
