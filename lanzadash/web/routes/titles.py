"""What a record is called where it stands alone: on its page, in the API, in a feed."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from lanzadash import words
from lanzadash.exports import phrases
from lanzadash.language import Language


def title(list: str, say: Language, row: Mapping[str, Any]) -> str:
    """The name of a record of the list ``decisions``: ``35th meeting, decision 6``."""
    return _TITLES[list](say, row)


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _deadline(say: Language, row: Mapping[str, Any]) -> str:
    kind = words.deadline_kind(say, row["kind"])
    return phrases.labelled(say, kind, phrases.due(say, row))


def _recommendation(say: Language, row: Mapping[str, Any]) -> str:
    code = words.recommendation_code(say, row)
    round = say.pick(row, "short")
    return f"{code} ({round})" if round else code


def _document(say: Language, row: Mapping[str, Any]) -> str:
    symbol = words.cite(say, row)
    return phrases.labelled(say, symbol, row["title"]) if symbol else str(row["title"])


_TITLES: Mapping[str, Callable[[Language, Mapping[str, Any]], str]] = {
    "deadlines": _deadline,
    "decisions": phrases.decision_name,
    "meetings": lambda say, row: _capital(words.meeting(say, row["number"])),
    "recommendations": _recommendation,
    "parties": lambda say, row: str(say.pick(row, "name")),
    "documents": _document,
}
