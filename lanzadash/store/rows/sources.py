"""Every row back to the places it was taken from."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from lanzadash.store.rows.row import Row


def sources(tables: Mapping[str, Sequence[Row]], keys: Mapping[str, str]) -> list[Row]:
    """The table ``sources``: one row for each citation of each row of the other tables.

    ``keys`` are the key columns of the tables. A reference that is the name or the address of
    exactly one document on file points at it.
    """
    on_file = _names(tables["documents"])
    rows = []
    for table, cited in tables.items():
        for row in cited:
            record = row[keys[table]]
            for number, citation in enumerate(row.get("citations", ()), start=1):
                named = on_file.get(citation.reference, set())
                rows.append(
                    {
                        "source_id": f"{table}/{record}/{number}",
                        "record": record,
                        "record_table": table,
                        "document": citation.document or _only(named),
                        "reference": citation.reference,
                        "page": citation.page,
                        "block": citation.block,
                        "printed": citation.printed,
                        "certainty": citation.certainty,
                        "read_on": citation.read_on,
                        "sha256": citation.sha256,
                        "known_on": row["known_on"],
                    }
                )
    return rows


def _names(documents: Sequence[Row]) -> dict[str, set[str]]:
    """The documents by every name a source may give them: ``T-ES(2021)37_en rev.``, address."""
    names: dict[str, set[str]] = defaultdict(set)
    for row in documents:
        symbol, language = row["symbol"], row["language"]
        if symbol:
            version = f" {row['version']}" if row["version"] else ""
            names[f"{symbol}{version}"].add(row["document"])
            names[f"{symbol}_{language}{version}"].add(row["document"])
        for name in (row.get("address"), row.get("cited_as")):
            if name:
                names[name].add(row["document"])
    return names


def _only(ids: set[str]) -> str | None:
    return next(iter(ids)) if len(ids) == 1 else None
