"""What is worth a look and stops nothing."""

from __future__ import annotations

from collections.abc import Iterator

from lanzadash.faults import Fault
from lanzadash.records import DocumentRow, PartyRow, RecommendationRow, ThemeRow
from lanzadash.shelf import Shelf


def loose_ends(shelf: Shelf) -> Iterator[Fault]:
    """Warnings: codes and symbols that a document mentions and no row holds, Parties without a
    tile, themes without phrases."""
    yield from _mentions(shelf)
    placed = shelf.names("tiles")
    for party in shelf.lines(PartyRow):
        if party.row.party not in placed:
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
            if value not in (codes if field == "code" else symbols):
                table = "facts/recommendations.csv" if field == "code" else "documents.csv"
                yield Fault(
                    file=f"records/{name}.json",
                    field=field,
                    expected=f"a {field} in {table}",
                    found=value,
                    hint="Add it there if a source says what it is.",
                    warning=True,
                )
