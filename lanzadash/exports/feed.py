"""Lists as Atom feeds (RFC 4287), by the standard library's ElementTree."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from urllib.parse import quote, urlsplit
from xml.etree import ElementTree as ET

from lanzadash import words
from lanzadash.exports import changes, phrases
from lanzadash.exports.address import permalink
from lanzadash.exports.rows import Row, clean
from lanzadash.exports.stamps import UNKNOWN, instant
from lanzadash.language import Language

NAMESPACE = "http://www.w3.org/2005/Atom"


@dataclass(frozen=True)
class Entry:
    """One entry. ``id`` is the record's, ``updated`` an instant; ``updated`` moves only when what
    the entry says does.
    """

    id: str
    title: str
    url: str
    updated: dt.datetime
    summary: str = ""
    published: dt.datetime | None = None
    categories: tuple[str, ...] = ()


def feed(
    entries: Iterable[Entry],
    say: Language,
    *,
    title: str,
    self_url: str,
    alternate_url: str,
    illustrative: bool = False,
) -> bytes:
    """An Atom feed, the last change first; the same entries give the same bytes.

    ``self_url`` is the feed's own address, ``alternate_url`` that of the page which shows the
    same. Ids are tag URIs (RFC 4151) without a host, so that they outlive a move of the server;
    the feed's own is made from the path and query of ``self_url``.
    """
    listed = sorted(entries, key=lambda entry: entry.id)
    listed.sort(key=lambda entry: entry.updated, reverse=True)
    address = urlsplit(self_url)
    root = ET.Element("feed", {"xmlns": NAMESPACE, "xml:lang": say.code})
    _text(root, "id", _tag(f"{address.path}?{address.query}".lstrip("/"), illustrative))
    _text(root, "title", _marked(say, title, illustrative))
    _text(root, "subtitle", phrases.notice(say, illustrative=illustrative))
    _text(root, "updated", _written(listed[0].updated if listed else UNKNOWN))
    _link(root, "self", self_url, "application/atom+xml")
    _link(root, "alternate", alternate_url, "text/html")
    _text(ET.SubElement(root, "author"), "name", "lanzadash")
    _text(root, "generator", "lanzadash")
    for entry in listed:
        _entry(root, entry, say, illustrative)
    ET.indent(root)
    return bytes(ET.tostring(root, encoding="utf-8", xml_declaration=True)) + b"\n"


def decision_entries(rows: Iterable[Row], say: Language, *, base_url: str) -> list[Entry]:
    """Entries of rows of the query ``decisions``; updated on the day the decision is known."""
    return [
        Entry(
            id=row["decision"],
            title=phrases.labelled(
                say, phrases.decision_name(say, row), words.verb(say, row["verb"])
            ),
            url=permalink(base_url, row["decision"]),
            summary=_lines(
                phrases.picked(say, row, "context"),
                phrases.summary(say, row),
                phrases.labelled(say, say("Source"), phrases.source(say, row)),
            ),
            categories=tuple(row["themes"] or ()),
            **_dates(row["known_on"]),
        )
        for row in rows
    ]


def change_entries(rows: Iterable[Row], say: Language, *, base_url: str) -> list[Entry]:
    """Entries of rows of the query ``changes``: each change is one, and never another."""
    return [
        Entry(
            id=row["change"],
            title=phrases.labelled(say, words.change(say, row["kind"]), changes.subject(say, row)),
            url=_address(base_url, row),
            summary=_lines(
                changes.what(say, row),
                changes.parties(say, row),
                phrases.summary(say, row),
                row["document"] or "",
                changes.by(say, row),
                phrases.labelled(say, say("Source"), phrases.source(say, row)),
            ),
            categories=(row["kind"],),
            **_dates(row["on"]),
        )
        for row in rows
    ]


def _address(base_url: str, row: Row) -> str:
    """The record's page; the list it stands in where it has none of its own."""
    if row["record_table"] == "rounds":
        chosen = f"?round={quote(row['record'])}" if row["record"] else ""
        return f"{base_url}/plain/recommendations{chosen}"
    if row["record_table"] == "meeting_dates":
        return f"{base_url}/plain/meetings"
    return permalink(base_url, row["record"])


def _dates(known_on: dt.date | None) -> dict[str, dt.datetime]:
    if not known_on:
        return {"updated": UNKNOWN}
    return {"published": instant(known_on), "updated": instant(known_on)}


def _entry(root: ET.Element, entry: Entry, say: Language, illustrative: bool) -> None:
    element = ET.SubElement(root, "entry")
    _text(element, "id", _tag(entry.id, illustrative))
    _text(element, "title", _marked(say, entry.title, illustrative))
    _text(element, "updated", _written(entry.updated))
    if entry.published:
        _text(element, "published", _written(entry.published))
    _link(element, "alternate", entry.url, "text/html")
    for category in entry.categories:
        ET.SubElement(element, "category", {"term": clean(category)})
    if entry.summary:
        _text(element, "summary", entry.summary)


def _text(parent: ET.Element, name: str, text: str) -> None:
    ET.SubElement(parent, name).text = clean(text)


def _link(parent: ET.Element, rel: str, address: str, kind: str) -> None:
    ET.SubElement(parent, "link", {"rel": rel, "type": kind, "href": clean(address)})


def _tag(name: str, illustrative: bool) -> str:
    site = "demo.lanzadash" if illustrative else "lanzadash"
    return f"tag:{site},2026:{quote(clean(name).rstrip('?'), safe='/?=&:-')}"


def _marked(say: Language, title: str, illustrative: bool) -> str:
    return say("Illustrative: {title}", title=title) if illustrative else title


def _written(moment: dt.datetime) -> str:
    return moment.astimezone(dt.UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def _lines(*parts: str) -> str:
    return "\n".join(part for part in parts if part)
