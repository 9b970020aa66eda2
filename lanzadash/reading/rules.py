"""What a reader must be told about the committees it reads: their names and those of the Parties.

Small value objects, handed in, so that a second committee of the same house style is one more row
of ``data/reference/bodies.csv`` and reading needs nothing else of the library.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

PartyName = tuple[str, str]
"""A Party (ISO 3166-1 alpha-3) and one of the names it is printed under."""


@dataclass(frozen=True)
class Body:
    """A committee: ``code`` opens its document symbols, ``names`` are what it calls itself."""

    code: str
    names: tuple[str, ...] = ()


@dataclass(frozen=True)
class Rules:
    """The committees and Parties whose documents are read."""

    bodies: tuple[Body, ...]
    party_names: tuple[PartyName, ...] = ()

    @property
    def names(self) -> tuple[str, ...]:
        """What the committees call themselves."""
        return tuple(name for body in self.bodies for name in body.names)

    @property
    def codes(self) -> tuple[str, ...]:
        """What opens their document symbols."""
        return tuple(body.code for body in self.bodies)

    @classmethod
    def load(cls, data: Path) -> Rules:
        """The rules that ``reference/bodies.csv`` and the lists of Parties under ``data`` give.

        Raises ``OSError`` where one is missing and ``KeyError`` where it lacks a column.
        """
        reference = data / "reference"
        bodies = tuple(
            Body(row["body"], tuple(_names(row))) for row in _rows(reference / "bodies.csv")
        )
        names = [
            (row["party"], row[column])
            for row in _rows(reference / "parties.csv")
            for column in ("name_en", "name_fr")
        ]
        names += [(row["party"], row["alias"]) for row in _rows(reference / "party_aliases.csv")]
        return cls(bodies, tuple(dict.fromkeys(names)))


def _rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def _names(row: dict[str, str]) -> Iterable[str]:
    columns = [row[column] for column in ("name_en", "name_fr", "short_en", "short_fr")]
    names = (name.strip() for name in (*columns, *row["names"].split(";")))
    return dict.fromkeys(name for name in names if name and name != row["body"])
