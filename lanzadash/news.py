"""What a build changes for readers, as a table on a terminal."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from rich.markup import escape
from rich.table import Table

from lanzadash.store import Difference

FEW = 8
"""Rows of one table and kind that are named one by one; more are only counted."""
_LONGEST = 60


def news(found: Sequence[Difference]) -> Table:
    """One line for each row added, changed or removed; one for all where they are many."""
    table = Table("", "table", "record", "what", box=None, pad_edge=False)
    for (name, what), group in groupby(sorted(found, key=_kind), key=_kind):
        listed = list(group)
        rows = len({one.key for one in listed})
        if rows > FEW:
            table.add_row(_SIGNS[what], name, f"{rows} rows", what)
            continue
        for one in listed:
            table.add_row(_SIGNS[what], name, escape(one.key), escape(_told(one)))
    return table


_SIGNS = {"added": "+", "changed": "~", "removed": "-"}


def _kind(one: Difference) -> tuple[str, str]:
    return one.table, one.what


def _told(one: Difference) -> str:
    if one.column is None:
        return one.what
    return f"{one.column}: {_short(one.old)} → {_short(one.new)}"


def _short(value: str | None) -> str:
    if value is None:
        return "nothing"
    line = " ".join(value.split())
    return line if len(line) <= _LONGEST else f"{line[:_LONGEST]}…"
