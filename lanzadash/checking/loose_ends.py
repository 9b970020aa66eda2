"""What is worth a look and stops nothing."""

from __future__ import annotations

from collections.abc import Iterator

from lanzadash.checking.bodies import meeting_of
from lanzadash.faults import Fault
from lanzadash.records import (
    DeadlineRow,
    DocumentRow,
    PartyRow,
    RecommendationRow,
    RecordedDeadline,
    ThemeRow,
)
from lanzadash.shelf import R, Shelf

_UNADDRESSED = (
    "Say so in addressees_en and addressees_fr, in words or by the names of Parties; until then "
    "every Party is shown it as one that may concern it."
)
_UNSUMMED = (
    "Say so in summary_en and summary_fr, in your own words; until then its decision is named."
)


def loose_ends(shelf: Shelf) -> Iterator[Fault]:
    """Warnings: codes and symbols that a document mentions and no row holds, deadlines without
    addressee or summary, Parties without a tile, themes without phrases."""
    yield from _mentions(shelf)
    yield from _deadlines(shelf)
    placed = shelf.names("tiles")
    for party in shelf.lines(PartyRow):
        if party.row.party not in placed and not shelf.lacks("reference/tiles.csv"):
            yield Fault(
                file="reference/parties.csv",
                row=party.number,
                field="party",
                expected="a tile for each Party",
                found=f"none for {party.row.party}",
                hint="Without a row in reference/tiles.csv it is not on the map.",
                warning=True,
            )
    for theme in shelf.lines(ThemeRow):
        if not theme.row.phrases_en and not theme.row.phrases_fr:
            yield Fault(
                file="reference/themes.csv",
                row=theme.number,
                field="phrases_en",
                expected="phrases",
                found="none",
                hint="A theme without phrases is given to no decision.",
                warning=True,
            )


def _deadlines(shelf: Shelf) -> Iterator[Fault]:
    """Of records only: a line of the facts has both, and fills the deadline that it is about."""
    facts = {(f"{f.body}/{f.meeting}", f.decision, f.due) for f in _rows(shelf, DeadlineRow)}
    for name, record in shelf.records.items():
        meeting = record.meeting_link or meeting_of(record, shelf)
        rounds = {one.index: one.round for one in record.decisions}
        for at, one in enumerate(record.deadlines):
            if (meeting, one.decision, one.due) in facts:
                continue
            told = [one.addressees_en or one.addressees_fr, one.parties, one.round]
            if not any(told) and not rounds.get(one.index or 0):
                yield _missing(name, at, one, "addressees_en", "who is asked", _UNADDRESSED)
            if not one.summary_en and not one.summary_fr:
                yield _missing(name, at, one, "summary_en", "what is asked", _UNSUMMED)


def _missing(
    name: str, at: int, deadline: RecordedDeadline, field: str, expected: str, hint: str
) -> Fault:
    set_by = "outside a decision" if deadline.decision is None else f"decision {deadline.decision}"
    return Fault(
        file=f"records/{name}.json",
        field=f"deadlines.{at}.{field}",
        expected=f"{expected} by {deadline.due or 'a day of its own'} ({set_by})",
        found="nothing",
        hint=hint,
        warning=True,
    )


def _rows(shelf: Shelf, model: type[R]) -> list[R]:
    return [line.row for line in shelf.lines(model)]


def _mentions(shelf: Shelf) -> Iterator[Fault]:
    codes = {line.row.code for line in shelf.lines(RecommendationRow)}
    symbols = {line.row.symbol for line in shelf.lines(DocumentRow)}
    for record in shelf.records.values():
        codes |= {made.code for made in record.recommendations}
        symbols.add(record.document.symbol)
    for name, record in shelf.records.items():
        mentioned = [("code", one.code) for one in record.recommendation_mentions]
        mentioned += [("symbol", one.symbol) for one in record.document_mentions]
        for field, value in dict.fromkeys(mentioned):
            table = "facts/recommendations.csv" if field == "code" else "documents.csv"
            if value not in (codes if field == "code" else symbols) and not shelf.lacks(table):
                yield Fault(
                    file=f"records/{name}.json",
                    field=field,
                    expected=f"a {field} in {table}",
                    found=value,
                    hint="Add it there if a source says what it is.",
                    warning=True,
                )
