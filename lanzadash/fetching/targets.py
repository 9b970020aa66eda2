"""Which documents to fetch, from where, and under what name."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import httpx

from lanzadash.fetching.hosts import Hosts
from lanzadash.fetching.outcomes import FetchError
from lanzadash.reading.symbols import parse_symbol
from lanzadash.records import DocumentRow

_LONGEST = 60
_UNSAFE = re.compile(r"[^a-z0-9]+")
_TELLING = re.compile(r"[a-z]{3}")


@dataclass(frozen=True)
class Target:
    """An address and the documents it is on file for; ``None`` where they have none.

    ``skipped`` is the reason not to fetch it.
    """

    address: str | None
    documents: tuple[str, ...]
    skipped: str | None = None

    def __str__(self) -> str:
        first, *more = self.documents
        return f"{first} and {len(more)} more" if more else first

    @property
    def stem(self) -> str:
        """A name for its file: words of the address for a person, a hash to tell two apart."""
        address = self.address or ""
        words = [_UNSAFE.sub("-", part.lower()).strip("-") for part in _path(address)]
        telling = [word for word in words if _TELLING.search(word)] or ["document"]
        return f"{telling[-1][:80]}_{hashlib.sha256(address.encode()).hexdigest()[:8]}"


def choose(
    rows: Iterable[DocumentRow], symbols: Sequence[str], codes: Sequence[str]
) -> list[DocumentRow]:
    """The documents with these symbols, in any version and language not named; all without any.

    ``codes`` open the symbols of the committees: ``T-ES``. Raises ``FetchError`` for a symbol
    that no document has.
    """
    rows = list(rows)
    chosen = {symbol: [row for row in rows if _is(row, symbol, codes)] for symbol in symbols}
    if unknown := [symbol for symbol, found in chosen.items() if not found]:
        raise FetchError(
            f"documents.csv has no {', '.join(unknown)}. "
            "Give symbols as its first column prints them, or none for all documents."
        )
    wanted = {id(row) for found in chosen.values() for row in found}
    return [row for row in rows if id(row) in wanted] if symbols else rows


def targets(rows: Iterable[DocumentRow], hosts: Hosts) -> list[Target]:
    """One target an address, in the order of the rows; every document without one is its own."""
    named: dict[str, list[str]] = {}
    found: list[Target | str] = []
    for row in rows:
        if row.address is None:
            found.append(Target(None, (_name(row),), "documents.csv has no address for it."))
        elif row.address in named:
            named[row.address].append(_name(row))
        else:
            named[row.address] = [_name(row)]
            found.append(row.address)
    return [
        one if isinstance(one, Target) else Target(one, tuple(named[one]), _why_not(one, hosts))
        for one in found
    ]


def _is(row: DocumentRow, symbol: str, codes: Sequence[str]) -> bool:
    if row.symbol is None or row.symbol == symbol:
        return row.symbol is not None
    asked = parse_symbol(symbol.strip(), codes)
    return (
        asked is not None
        and row.symbol == asked.work
        and asked.version in (None, row.version)
        and asked.lang in (None, row.language)
    )


def _name(row: DocumentRow) -> str:
    if row.symbol:
        return " ".join(part for part in (row.symbol, row.version, row.language) if part)
    return row.title if len(row.title) <= _LONGEST else f"{row.title[:_LONGEST].rstrip()}…"


def _why_not(address: str, hosts: Hosts) -> str | None:
    try:
        url = httpx.URL(address)
    except httpx.InvalidURL as error:
        return f"{address} is not an address ({error}). Correct it in documents.csv."
    if hosts.row(url):
        return None
    return (
        f"{url.host or address} is not a host in reference/hosts.csv: a mirror or the press, "
        "not the official document."
    )


def _path(address: str) -> list[str]:
    return httpx.URL(address).path.split("/")
