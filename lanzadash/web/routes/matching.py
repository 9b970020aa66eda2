"""Words that are looked for in the rows of a short list."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from typing import Any

_IDS = ("deadline", "meeting", "decision", "recommendation", "party", "document", "iso2")
_TEXTS = {
    *(*_IDS, "symbol", "code", "codes", "recommendations", "themes", "title", "source"),
    *("submit_to", "addressees", "place", "city", "country", "article", "report", "address"),
}
"""Columns that hold words and codes that a person reads, beside those in two languages."""


def matching(rows: Iterable[dict[str, Any]], words: str) -> list[dict[str, Any]]:
    """The rows in which all ``words`` stand, accents and case aside."""
    wanted = _folded(words).split()
    return [row for row in rows if _holds(row, wanted)]


def _holds(row: dict[str, Any], wanted: list[str]) -> bool:
    texts = [
        str(one)
        for name, value in row.items()
        if name in _TEXTS or name.endswith(("_en", "_fr"))
        for one in (value if isinstance(value, list) else [value])
        if one is not None
    ]
    whole = _folded("\n".join(texts))
    return all(word in whole for word in wanted)


def _folded(text: str) -> str:
    apart = unicodedata.normalize("NFKD", text)
    return "".join(c for c in apart if not unicodedata.combining(c)).casefold()
