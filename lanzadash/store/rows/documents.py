"""Official documents: those listed, and those read."""

from __future__ import annotations

import re
from collections.abc import Sequence

from lanzadash.library import Library
from lanzadash.records import DocumentRow
from lanzadash.store.rows.filing import Filed
from lanzadash.store.rows.row import Row, cited, day, filled, sourced

_NOT_IN_ADDRESS = re.compile(r"[^\w-]+")


def documents(library: Library, filed: Sequence[Filed]) -> list[Row]:
    """The table ``documents``: one row for the same symbol, version and language.

    A document without a symbol is the one listed with the same hash, or the only one listed
    without a symbol for the same kind and meeting.
    """
    listed = [_listed(fact) for fact in library.documents]
    rows = []
    for one in filed:
        row = _read(one)
        same = [other for other in listed if _is_same(row, other)]
        if len(same) == 1:
            listed.remove(same[0])
            row = filled(row, same[0])
        rows.append(row)
    return [{**row, "title": row["title"] or row["source"]} for row in [*rows, *listed]]


def document_id(symbol: str | None, version: str | None, language: str | None, title: str) -> str:
    """An id that can stand in an address: ``T-ES-2021-37_en_rev``, or made from the title."""
    stem = _slug(symbol) if symbol else _slug(title.lower())[:60].strip("-")
    parts = [stem, language, (version or "").replace(".", "") or None]
    return "_".join(part for part in parts if part)


def _listed(fact: DocumentRow) -> Row:
    return {
        **fact.model_dump(),
        "document": document_id(fact.symbol, fact.version, fact.language, fact.title),
        "meeting": None if fact.meeting is None else f"{fact.body}/{fact.meeting}",
        "text_at_hand": False,
        **sourced(cited(fact), fact.known_on or day(fact.dated)),
    }


def _read(one: Filed) -> Row:
    printed = one.record.document
    dated = printed.adopted or printed.dated
    return {
        "document": one.document,
        "body": one.body,
        "symbol": printed.symbol,
        "version": printed.version,
        "language": printed.lang,
        "kind": printed.kind,
        "title": printed.title,
        "meeting": one.meeting,
        "dated": str(printed.dated) if printed.dated else None,
        "adopted": printed.adopted,
        "sha256": printed.sha256,
        "read_on": one.record.read_on,
        "coverage": one.record.coverage,
        "leftover_count": one.record.leftover_count,
        "text_at_hand": one.texts is not None,
        **sourced([one.cite()], one.published_on or dated),
    }


def _is_same(read: Row, listed: Row) -> bool:
    if read["symbol"] is None and listed["symbol"] is None:
        by_meeting = read["meeting"] and read["meeting"] == listed["meeting"]
        by_hash = read["sha256"] == listed["sha256"]
        return by_hash or bool(by_meeting and read["kind"] == listed["kind"])
    named = (read["symbol"], read["version"]) == (listed["symbol"], listed["version"])
    return named and listed["language"] in (None, read["language"])


def _slug(words: str) -> str:
    return _NOT_IN_ADDRESS.sub("-", words).strip("-")
