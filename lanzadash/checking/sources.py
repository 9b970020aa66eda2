"""Sources that name nothing a reader could look up."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import urlsplit

from lanzadash.faults import Fault
from lanzadash.records import BodyRow, DocumentRow, Sourced
from lanzadash.shelf import Shelf
from lanzadash.tables import TABLES

_HINT = (
    "Give the document's symbol, its name in column cited_as of documents.csv, or an address; "
    "several are separated by ' ; '."
)


def source_faults(shelf: Shelf) -> Iterator[Fault]:
    """Warnings: sources that are neither an address, nor a symbol, nor a document on file."""
    known = _known(shelf)
    codes = "|".join(re.escape(line.row.body) for line in shelf.lines(BodyRow))
    symbol = re.compile(rf"(?:{codes})(?:-[A-Z]+)*\(\d{{4}}\)\S+")  # T-ES-ICT(2020)03_en final
    for table in TABLES:
        for line in shelf.sheets[table.name].lines if table.name in shelf.sheets else []:
            row = line.row
            if not isinstance(row, Sourced) or row.certainty == "illustrative":
                continue
            for part in row.source.split(" ; "):
                named = part.strip()
                if named not in known and not symbol.match(named) and not _is_address(named):
                    yield Fault(
                        file=table.file,
                        row=line.number,
                        field="source",
                        expected="a document's symbol or name, or an address",
                        found=repr(named),
                        hint=_HINT,
                        warning=True,
                    )


def _known(shelf: Shelf) -> set[str | None]:
    """What documents and conventions on file are called."""
    documents = [line.row for line in shelf.lines(DocumentRow)]
    names = {name for row in documents for name in (row.symbol, row.cited_as, row.title)}
    names |= {line.row.convention for line in shelf.lines(BodyRow)}
    return (
        names | {record.document.symbol for record in shelf.records.values()} | set(shelf.records)
    )


def _is_address(named: str) -> bool:
    try:
        parts = urlsplit(named)
    except ValueError:  # https://[
        return False
    return parts.scheme in ("http", "https") and bool(parts.netloc)
