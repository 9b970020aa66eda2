"""The tables of the built file, as ``schema.sql`` and ``search.sql`` lay them out."""

from __future__ import annotations

import re
from dataclasses import dataclass
from importlib import resources

_TABLE = re.compile(r"create table (?P<name>[\w.]+) \(")  # create table bodies (
_COLUMN = re.compile(  # body varchar primary key, -- prefix of its document symbols: T-ES
    r"\s+(?P<name>\w+) (?P<type>[^,]*(?:\([^)]*\)[^,]*)*),? -- (?P<comment>.+)"
)


@dataclass(frozen=True)
class Table:
    """A table: its words, and its columns with theirs. ``key`` is the primary key, else empty."""

    name: str
    comment: str
    key: str
    columns: dict[str, str]


def script(name: str = "schema") -> str:
    """The statements that make the empty tables: of the record, or those of ``search``."""
    return resources.files(__package__).joinpath(f"{name}.sql").read_text(encoding="utf-8")


def tables(name: str = "schema") -> dict[str, Table]:
    """Every table of a script by its name, in the order of the file.

    Raises ``ValueError`` for a table or a column without words, or a table of the record without a
    key.
    """
    found: dict[str, Table] = {}
    for block in script(name).split("\n\n"):
        match = _TABLE.search(block)
        if match is None:
            continue
        table = match["name"]
        above = block[: match.start()].strip()
        columns = [_column(table, line) for line in block[match.end() :].splitlines()[1:-1]]
        keys = [column["name"] for column in columns if "primary key" in column["type"]]
        if not above.startswith("-- ") or "\n" in above or (name == "schema" and len(keys) != 1):
            raise ValueError(f"{name}.sql: table {table} needs one line of words and one key")
        words = {column["name"]: column["comment"] for column in columns}
        found[table] = Table(table, above.removeprefix("-- "), "".join(keys), words)
    return found


def comments() -> list[str]:
    """Statements that give each table and each column its words."""
    statements = []
    for table in [*tables().values(), *tables("search").values()]:
        statements.append(f"comment on table {table.name} is {quoted(table.comment)}")
        statements += [
            f"comment on column {table.name}.{column} is {quoted(words)}"
            for column, words in table.columns.items()
        ]
    return statements


def _column(table: str, line: str) -> re.Match[str]:
    match = _COLUMN.fullmatch(line)
    if match is None:
        raise ValueError(f"table {table}: no words after the column in {line.strip()!r}")
    return match


def quoted(words: str) -> str:
    """The words as a literal of SQL, where a statement takes no parameters."""
    return "'" + words.replace("'", "''") + "'"
