"""From a printed code (``R12``) to the one recommendation it can mean, if there is one."""

from __future__ import annotations

from collections.abc import Iterable

from lanzadash.library import Library
from lanzadash.store.rows.row import Row


class Codes:
    """The recommendations on file, by code.

    Every report begins again at R1, so a code alone says little: it is looked for among the
    recommendations of the round, or of the round that a compliance procedure follows. Without a
    round it must be the only one with that code. Two candidates mean none.
    """

    def __init__(self, library: Library, recommendations: Iterable[Row]) -> None:
        self._bodies = {row.round: row.body for row in library.rounds}
        self._follows = {row.round: row.follows for row in library.rounds}
        self._recommendations = [row for row in recommendations if row["code"]]

    def find(self, code: str, round: str | None, body: str) -> str | None:
        """The recommendation with this code, or ``None``."""
        found = [
            row["recommendation"]
            for row in self._recommendations
            if _same(row["code"], code) and self._within(row["round"], round, body)
        ]
        return found[0] if len(found) == 1 else None

    def _within(self, made_in: str | None, round: str | None, body: str) -> bool:
        if round is not None:
            return made_in is not None and made_in in (round, self._follows.get(round))
        return made_in is None or self._bodies.get(made_in) == body


def _same(one: str, other: str) -> bool:
    return "".join(one.split()).casefold() == "".join(other.split()).casefold()
