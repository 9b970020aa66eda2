"""The tables of the built file, as ``schema.sql`` lays them out."""

from __future__ import annotations

import re
from dataclasses import dataclass
from importlib import resources

_TABLE = re.compile(r"create table (?P<name>\w+) \(")  # create table bodies (
_COLUMN = re.compile(  # body varchar primary key, -- prefix of its document symbols: T-ES
    r"\s+(?P<name>\w+) (?P<type>[^,]*(?:\([^)]*\)[^,]*)*),? -- (?P<comment>.+)"
)


@dataclass(frozen=True)
class Table:
    """A table: its words, and its columns with theirs. ``key`` is the primary key."""

    name: str
    comment: str
    key: str
    columns: dict[str, str]


def script() -> str:
    """The statements that make the empty tables."""
    return resources.files(__package__).joinpath("schema.sql").read_text(encoding="utf-8")


def tables() -> dict[str, Table]:
    """Every table by its name, in the order of the file.

    Raises ``ValueError`` for a table or a column without words, or a table without a key.
    """
    found: dict[str, Table] = {}
    for block in script().split("\n\n"):
        match = _TABLE.search(block)
        if match is None:
            continue
        name = match["name"]
        above = block[: match.start()].strip()
        columns = [_column(name, line) for line in block[match.end() :].splitlines()[1:-1]]
        keys = [column["name"] for column in columns if "primary key" in column["type"]]
        if not above.startswith("-- ") or "\n" in above or len(keys) != 1:
            raise ValueError(f"schema.sql: table {name} needs one line of words and one key")
        words = {column["name"]: column["comment"] for column in columns}
        found[name] = Table(name, above.removeprefix("-- "), keys[0], words)
    return found


def comments() -> list[str]:
    """Statements that give each table and each column its words."""
    statements = []
    for table in tables().values():
        statements.append(f"comment on table {table.name} is {quoted(table.comment)}")
        statements += [
            f"comment on column {table.name}.{column} is {quoted(words)}"
            for column, words in table.columns.items()
        ]
    return statements


def _column(table: str, line: str) -> re.Match[str]:
    match = _COLUMN.fullmatch(line)
    if match is None:
        raise ValueError(
            f"schema.sql: table {table}: no words after the column in {line.strip()!r}"
        )
    return match


def quoted(words: str) -> str:
    """The words as a literal of SQL, where a statement takes no parameters."""
    return "'" + words.replace("'", "''") + "'"
