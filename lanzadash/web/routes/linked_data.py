"""A record in the words of schema.org, for search engines."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from lanzadash.language import Language
from lanzadash.web.routes.lists import Row


def linked_data(
    list: str, row: Row, say: Language, *, name: str, url: str, id: str, publisher: str
) -> dict[str, Any]:
    """The record as JSON-LD; ``name``, ``url`` and ``id`` are its own, ``publisher`` the body."""
    about = {
        "@context": "https://schema.org",
        "name": name,
        "url": url,
        "identifier": id,
        "inLanguage": say.code,
        "description": str(say.pick(row, "summary") or "") or None,
        "isBasedOn": row.get("source"),
        **_SORTS[list](row),
    }
    if about["@type"] in ("CreativeWork", "DigitalDocument"):
        about["creator"] = {"@type": "Organization", "name": publisher}
    return {key: value for key, value in about.items() if value is not None}


def _decision(row: Row) -> dict[str, Any]:
    return {
        "@type": "CreativeWork",
        "datePublished": _day(row["known_on"]),
        "position": row["number"],
        "isPartOf": row["symbol"],
    }


def _deadline(row: Row) -> dict[str, Any]:
    return {"@type": "CreativeWork", "expires": _day(row["due"]), "isPartOf": row["decision"]}


def _meeting(row: Row) -> dict[str, Any]:
    remote = row["mode"] == "remote"
    return {
        "@type": "Event",
        "startDate": _day(row["start_date"]),
        "endDate": _day(row["end_date"]),
        "eventAttendanceMode": "https://schema.org/OnlineEventAttendanceMode" if remote else None,
        "location": {"@type": "Place", "name": row["place"]} if row["place"] else None,
    }


def _recommendation(row: Row) -> dict[str, Any]:
    return {"@type": "CreativeWork", "isPartOf": row["report"]}


def _party(row: Row) -> dict[str, Any]:
    return {"@type": "Country", "alternateName": row["iso2"]}


def _document(row: Row) -> dict[str, Any]:
    dated = row["dated"] or _day(row["adopted"])
    return {
        "@type": "DigitalDocument",
        "datePublished": dated,
        "inLanguage": ["en", "fr"] if row["language"] == "bil" else row["language"],
        "sameAs": row["address"],
    }


def _day(day: Any) -> str | None:
    return day.isoformat() if day else None


_SORTS: Mapping[str, Callable[[Row], dict[str, Any]]] = {
    "decisions": _decision,
    "deadlines": _deadline,
    "meetings": _meeting,
    "recommendations": _recommendation,
    "parties": _party,
    "documents": _document,
}
