"""One library in, one self-contained database file out: whole, checked, or not at all."""

from __future__ import annotations

import datetime as dt
import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias

import duckdb
import pyarrow as pa

from lanzadash.library import Library
from lanzadash.store import schema, search_index
from lanzadash.store.checks import duplicates, faults
from lanzadash.store.generations import sync
from lanzadash.store.rows import Row, rows
from lanzadash.store.rows.reference import meta
from lanzadash.store.rows.revisions import revisions
from lanzadash.store.rows.sources import sources

Progress: TypeAlias = Callable[[str, int, int], None]
"""Told what is being done, the steps done and the steps in all."""

_STORAGE = "v1.0.0"
_BLOCK = 16384
"""The oldest storage and the smallest block: DuckDB 1.1 and later open the file, and most tables
being small, it is a fifth of the size it has with the default block."""


class BuildError(Exception):
    """Nothing was built, and what stood there is untouched. ``faults`` says all that is wrong."""

    def __init__(self, faults: Sequence[str]) -> None:
        super().__init__("\n".join(faults))
        self.faults = list(faults)


@dataclass(frozen=True)
class BuildReport:
    """What a build made: the file, rows by table, and what is worth a look but stops nothing."""

    file: Path
    digest: str
    illustrative: bool
    rows: dict[str, int]
    warnings: list[str]


def build(
    library: Library,
    out: Path,
    *,
    version: str,
    built_at: dt.datetime | None = None,
    before: Path | None = None,
    progress: Progress | None = None,
) -> BuildReport:
    """Build everything in ``library`` into one database file at ``out``, replacing it whole.

    The same library gives the same rows in the same order. ``version`` and ``built_at`` are
    written into the table ``meta``. The table ``revisions`` goes on from that of ``before``, the
    built file that is published now.

    Raises ``BuildError`` with all faults if the data contradicts itself or the file cannot be
    written; ``out`` is then as it was.
    """
    tell = progress or (lambda step, done, of: None)
    tell("rows", 0, 3)
    tables, findings = rows(library)
    known = schema.tables()
    tables["sources"] = sources(tables, {name: table.key for name, table in known.items()})
    tables["revisions"] = revisions(tables, recorded(before) if before else {}, built_at)
    built = built_at.isoformat(timespec="seconds") if built_at else None
    tables["meta"] = meta(library, version, built, tables)
    wrong = findings.faults + duplicates(tables, known)
    if wrong:
        raise BuildError(wrong)
    with _beside(out) as temporary:
        tell("tables", 1, 3)
        _write(temporary, tables, known, library)
        tell("published file", 2, 3)
        temporary.replace(out)
        sync(out.parent)
    tell("done", 3, 3)
    return BuildReport(
        file=out,
        digest=library.digest,
        illustrative={"key": "illustrative", "value": "true"} in tables["meta"],
        rows={name: len(tables[name]) for name in known},
        warnings=findings.warnings,
    )


@contextmanager
def _beside(out: Path) -> Iterator[Path]:
    """A new name in the same folder, gone again if anything fails. Raises ``BuildError``."""
    try:
        with tempfile.TemporaryDirectory(prefix=f".{out.name}-", dir=out.parent) as folder:
            yield Path(folder) / out.name
    except (OSError, duckdb.OperationalError, duckdb.FatalException) as error:
        reason = str(error).splitlines()[0]
        raise BuildError(
            [
                f"{out} could not be written: {reason}. What stood there is untouched; "
                "make room or choose a folder that can be written to, and build again"
            ]
        ) from error


def _write(
    file: Path,
    tables: Mapping[str, Sequence[Row]],
    known: Mapping[str, schema.Table],
    library: Library,
) -> None:
    """Write, check and close the database, and wait until it is on the disk."""
    connection = duckdb.connect(":memory:")
    try:
        # Attached rather than opened: only so can the storage version be chosen.
        connection.execute(
            f"attach {schema.quoted(str(file))} as built "
            f"(storage_version '{_STORAGE}', block_size {_BLOCK})"
        )
        connection.execute("use built")
        connection.execute("begin")
        connection.execute(schema.script())
        for name, table in known.items():
            if tables[name]:
                _insert(connection, table, tables[name])
        if wrong := faults(connection, known):
            raise BuildError(wrong)
        search_index.fill(connection, library.themes, library.party_aliases)
        for statement in schema.comments():
            connection.execute(statement)
        connection.execute("commit")
        connection.execute("checkpoint built")
        connection.execute("use memory")
        connection.execute("detach built")
    finally:
        connection.close()
    if file.with_name(f"{file.name}.wal").exists():
        raise BuildError([f"{file} was not closed whole: a write-ahead log is left. Build again"])
    sync(file)


def recorded(file: Path) -> dict[str, Row]:
    """The rows of ``revisions`` in a built file by their ids; none in one made before there were
    any, or one that cannot be read.
    """
    try:
        with duckdb.connect(":memory:") as connection:  # the file may be open, with other settings
            connection.execute(f"attach {schema.quoted(str(file))} as before (read_only)")
            found = connection.execute("select * from before.revisions").to_arrow_table()
    except duckdb.Error:
        return {}
    return {row["revision"]: row for row in found.to_pylist()}


def _insert(
    connection: duckdb.DuckDBPyConnection, table: schema.Table, found: Sequence[Row]
) -> None:
    """Hand all rows over at once, with the types of the table's columns."""
    empty = connection.execute(f"select * from {table.name} limit 0").to_arrow_table()
    rows = [{name: row.get(name) for name in table.columns} for row in found]
    connection.register("found", pa.Table.from_pylist(rows, schema=empty.schema))
    try:
        connection.execute(f"insert into {table.name} select * from found")
    except duckdb.ConstraintException as error:
        raise BuildError([f"{table.name}: {str(error).splitlines()[0]}"]) from error
    finally:
        connection.unregister("found")
