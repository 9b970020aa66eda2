"""One thing, one row: ids given twice, and files that are not what their name says."""

from __future__ import annotations

from collections.abc import Iterator

from lanzadash.faults import Fault
from lanzadash.records import PartyAliasRow
from lanzadash.shelf import Shelf
from lanzadash.tables import TABLES


def identity_faults(shelf: Shelf) -> Iterator[Fault]:
    """Rows with the key of an earlier row, records and texts under another name or of another
    file, aliases that name two Parties."""
    yield from _given_twice(shelf)
    yield from _ambiguous_aliases(shelf)
    yield from _misfiled(shelf)


def _given_twice(shelf: Shelf) -> Iterator[Fault]:
    for table in TABLES:
        first: dict[tuple[str, ...], int] = {}
        for line in shelf.lines(table.model):
            key = tuple(str(getattr(line.row, name)) for name in table.key)
            earlier = first.setdefault(key, line.number)
            if earlier != line.number:
                found = f"the {' / '.join(key)} of row {earlier}"
                hint = "Drop one of the two, or tell them apart."
                field = ", ".join(table.key)
                yield Fault(table.file, "a key of its own", found, hint, line.number, field)


def _ambiguous_aliases(shelf: Shelf) -> Iterator[Fault]:
    named: dict[str, str] = {}
    for line in shelf.lines(PartyAliasRow):
        row = line.row
        other = named.setdefault(row.alias.casefold(), row.party)
        if other != row.party:
            found = f"{row.alias!r} for {other} too"
            hint = "A name that may mean two Parties can name neither: drop it."
            yield Fault(
                "reference/party_aliases.csv", "one Party", found, hint, line.number, "alias"
            )


def _misfiled(shelf: Shelf) -> Iterator[Fault]:
    for name, record in shelf.records.items():
        if record.id != name:
            hint = "Give the file the name of its id."
            yield Fault(f"records/{name}.json", f"the id {name}", record.id, hint, field="id")
    for name, texts in shelf.texts.items():
        file = f"texts/{name}.json"
        same = shelf.records.get(name)
        if texts.id != name:
            yield Fault(file, f"the id {name}", texts.id, "Read the document in again.", field="id")
        elif same is None and shelf.lacks(f"records/{name}.json"):
            continue
        elif same is None:
            hint = "Read the document in again, or delete the file."
            yield Fault(file, f"records/{name}.json beside it", "none", hint, warning=True)
        elif texts.sha256 != same.document.sha256:
            expected = f"the file with the SHA-256 {same.document.sha256[:12]}…"
            hint = "Record and wording are of two files: read the document in again."
            yield Fault(file, expected, f"{texts.sha256[:12]}…", hint, field="sha256")
