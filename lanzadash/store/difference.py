"""What differs between two built files, in the tables that a reader sees."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Literal

import duckdb

from lanzadash.store.generations import StoreError, generations, published
from lanzadash.store.schema import Table, quoted, tables

SEEN = (
    "decisions",
    "deadlines",
    "deadline_changes",
    "meeting_dates",
    "documents",
    "assessments",
    "recommendation_stages",
)


@dataclass(frozen=True)
class Difference:
    """A row that was added or removed, or one value of a row that changed.

    ``key`` is the row's id; ``column``, ``old`` and ``new`` are set where a value changed, ``old``
    or ``new`` being ``None`` where there was or is none.
    """

    table: str
    key: str
    what: Literal["added", "changed", "removed"]
    column: str | None = None
    old: str | None = None
    new: str | None = None


def difference(old: Path, new: Path) -> list[Difference]:
    """What reading ``new`` instead of ``old`` changes, by table, in the order of the keys.

    Columns that one of the two files does not have are left out; a table that one of them does
    not have is empty there. Raises ``StoreError`` if one is no built file.
    """
    with duckdb.connect(":memory:") as connection:
        for name, file in (("old", old), ("new", new)):
            try:
                connection.execute(f"attach {quoted(str(file))} as {name} (read_only)")
            except duckdb.Error as error:
                reason = str(error).splitlines()[0]
                raise StoreError(
                    f"{file} is not a database of lanzadash, or is damaged ({reason}). "
                    "Build it again: python -m lanzadash build"
                ) from error
        known = tables()
        return [one for name in SEEN for one in _of_table(connection, known[name])]


@lru_cache(maxsize=4)
def _kept(old: Path, new: Path) -> tuple[Difference, ...]:
    """Built files are never changed, so that two are compared once."""
    return tuple(difference(old, new))


def latest_difference(store: Path) -> tuple[Difference, ...] | None:
    """What the generation that serves changed, or ``None`` where the one before it is gone.

    ``store`` is a published store; a single built file has no generation before it. Raises
    ``StoreError`` like :func:`difference`.
    """
    serving = published(store)
    if serving is None:
        return None
    before = generations(store)
    before = before[: before.index(serving)]
    return _kept(before[-1], serving) if before else None


def _of_table(connection: duckdb.DuckDBPyConnection, table: Table) -> Iterator[Difference]:
    before, after = (_columns(connection, one, table.name) for one in ("old", "new"))
    key, shared = table.key, [name for name in after if name in before and name != table.key]
    values = ", ".join(
        f"{{'name': '{name}', 'old': o.{name}::varchar, 'new': n.{name}::varchar}}"
        for name in shared
    )
    query = f"""
        select coalesce(o.{key}, n.{key}) as key,
               case when o.{key} is null then 'added' when n.{key} is null then 'removed'
                    else 'changed' end as what,
               list_filter([{values}], lambda one: one.old is distinct from one.new) as changed
        from {_rows("old", before, table)} o full join {_rows("new", after, table)} n
          on o.{key} = n.{key}
        where what <> 'changed' or len(changed) > 0
        order by key
    """
    for row, what, changed in connection.execute(query).fetchall():
        if what != "changed":
            yield Difference(table.name, row, what)
            continue
        for one in changed:
            yield Difference(table.name, row, what, one["name"], one["old"], one["new"])


def _rows(database: str, columns: list[str], table: Table) -> str:
    """The rows of a table in one of the files; none where that file does not have it."""
    if columns:
        return f"{database}.{table.name}"
    other = "new" if database == "old" else "old"
    return f"(select * from {other}.{table.name} limit 0)"


def _columns(connection: duckdb.DuckDBPyConnection, database: str, table: str) -> list[str]:
    found = connection.execute(
        "select column_name from duckdb_columns() "
        "where database_name = $database and table_name = $table order by column_index",
        {"database": database, "table": table},
    )
    return [name for (name,) in found.fetchall()]
