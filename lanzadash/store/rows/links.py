"""What decisions name: meetings, recommendations, documents, Parties."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from lanzadash.records import Certainty, Place
from lanzadash.store.rows.codes import Codes
from lanzadash.store.rows.decisions import Taken
from lanzadash.store.rows.filing import Filed
from lanzadash.store.rows.row import Row, sourced


@dataclass(frozen=True)
class Link:
    """One thing that a decision names. ``target`` is ``None`` where no single thing matches.

    ``cue`` and ``words`` tell why a relation is one.
    """

    type: str
    kind: str
    printed: str
    target: str | None
    certainty: Certainty | None = None
    cue: str | None = None
    words: str | None = None


class Targets:
    """The ids that links can point at."""

    def __init__(self, tables: dict[str, list[Row]], codes: Codes) -> None:
        self.codes = codes
        self.decisions = {row["decision"] for row in tables["decisions"]}
        self.meetings = {row["meeting"] for row in tables["meetings"]}
        self.parties = {row["party"] for row in tables["parties"]}
        self._documents = tables["documents"]
        self._dates = tables["meeting_dates"]

    def document(self, symbol: str, version: str | None, language: str) -> str | None:
        """The document of that symbol, in the language of who names it if there are several."""
        found = [
            row
            for row in self._documents
            if row["symbol"] == symbol and (version is None or row["version"] == version)
        ]
        spoken = [row for row in found if row["language"] == language]
        candidates = spoken or found
        return candidates[0]["document"] if len(candidates) == 1 else None

    def meeting_on(self, body: str, start: dt.date, end: dt.date) -> str | None:
        """The only meeting with these days, announced or held."""
        found = {
            row["meeting"]
            for row in self._dates
            if (row["body"], row["start_date"], row["end_date"]) == (body, start, end)
        } - {None}
        return found.pop() if len(found) == 1 else None


def decision_links(taken: Iterable[Taken], targets: Targets) -> list[Row]:
    """Of the table ``decision_links``: what either language of a decision names, once."""
    rows: dict[str, Row] = {}
    for decision in taken:
        for one, said in decision.versions.values():
            for link in _links(decision, one, said.index, targets):
                row = link_row(decision, link, one, said.place)
                rows.setdefault(row["decision_link"], row)
    return list(rows.values())


def link_row(decision: Taken, link: Link, one: Filed, place: Place | None) -> Row:
    """A row of the table ``decision_links``."""
    target = link.target or link.printed
    return {
        "decision_link": f"{decision.id}/{link.type}/{target}",
        "decision": decision.id,
        "type": link.type,
        "target": target,
        "target_kind": link.kind,
        "printed": link.printed,
        "resolved": link.target is not None,
        "cue": link.cue,
        "words": link.words,
        **sourced([one.cite(place, link.printed, link.certainty)], one.known_on),
    }


def _links(decision: Taken, one: Filed, index: int, targets: Targets) -> Iterator[Link]:
    record = one.record
    yield from _meetings(one, index, targets)
    for code in [m.code for m in record.recommendation_mentions if m.index == index]:
        recommendation = targets.codes.find(code, decision.round, one.body)
        yield Link("mentions_recommendation", "recommendation", code, recommendation)
    for document in [m for m in record.document_mentions if m.index == index]:
        found = targets.document(document.symbol, document.version, one.language)
        printed = f"{document.symbol} {document.version or ''}".rstrip()
        yield Link("mentions_document", "document", printed, found)
    for party in [m.party for m in record.party_mentions if m.index == index]:
        known = party if party in targets.parties else None
        yield Link("mentions_party", "party", party, known)


def _meetings(one: Filed, index: int, targets: Targets) -> Iterator[Link]:
    for mention in [m for m in one.record.meeting_mentions if m.index == index]:
        if mention.number is not None:
            meeting = f"{one.body}/{mention.number}"
            known = meeting if meeting in targets.meetings else None
            yield Link("mentions_meeting", "meeting", str(mention.number), known)
        elif mention.start and mention.end:
            found = targets.meeting_on(one.body, mention.start, mention.end)
            days = f"{mention.start}/{mention.end}"
            yield Link("mentions_meeting", "meeting", days, found, "inferred")
