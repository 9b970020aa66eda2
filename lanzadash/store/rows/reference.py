"""Tables that stand in the reference files and in the facts as they are."""

from __future__ import annotations

from lanzadash.library import Library
from lanzadash.store.rows.row import Row, cited, sourced


def bodies(library: Library) -> list[Row]:
    """The table ``bodies``."""
    return [
        {**row.model_dump(exclude={"names"}), **sourced(cited(row), row.known_on)}
        for row in library.bodies
    ]


def parties(library: Library) -> list[Row]:
    """The table ``parties``, each with its tile. A Party is known from its ratification on."""
    tiles = {tile.party: tile for tile in library.tiles}
    rows = []
    for party in library.parties:
        tile = tiles.get(party.party)
        place = {"tile_column": tile.column, "tile_row": tile.row} if tile else {}
        known_on = party.known_on or party.ratified
        rows.append({**party.model_dump(), **place, **sourced(cited(party), known_on)})
    return rows


def rounds(library: Library) -> list[Row]:
    """The table ``rounds``."""
    return [{**row.model_dump(), **sourced(cited(row), row.known_on)} for row in library.rounds]


def round_parties(library: Library) -> list[Row]:
    """The table ``round_parties``."""
    return [
        {
            "round_party": f"{row.round}/{row.party}",
            **row.model_dump(),
            **sourced(cited(row), row.known_on),
        }
        for row in library.round_parties
    ]


def themes(library: Library) -> list[Row]:
    """The table ``themes``, in the order of the file."""
    return [
        {**row.model_dump(exclude={"phrases_en", "phrases_fr"}), "position": position}
        for position, row in enumerate(library.themes, start=1)
    ]


def statuses(library: Library) -> list[Row]:
    """The table ``statuses``."""
    return [
        {**row.model_dump(), "status": f"{row.layer}/{row.status}", "key": row.status}
        for row in library.statuses
    ]


def vocabulary(library: Library) -> list[Row]:
    """The table ``vocabulary``."""
    return [
        {**row.model_dump(exclude={"lang"}), "language": row.lang} for row in library.vocabulary
    ]


def corrections(library: Library) -> list[Row]:
    """The table ``corrections``."""
    return [
        {
            "correction": f"{row.record}/{row.field}",
            **row.model_dump(exclude={"date"}),
            "corrected_on": row.date,
            "known_on": row.date,
        }
        for row in library.corrections
    ]


def meta(
    library: Library, version: str, built_at: str | None, tables: dict[str, list[Row]]
) -> list[Row]:
    """The table ``meta``: what the file was built from, and whether any of it is generated."""
    illustrative = any(
        row.get("certainty") == "illustrative" for rows in tables.values() for row in rows
    )
    values = {
        "version": version,
        "built_at": built_at,
        "digest": library.digest,
        "illustrative": "true" if illustrative else "false",
        "read_until": max((str(record.read_on) for record in library.records), default=None),
    }
    return [{"key": key, "value": value} for key, value in values.items() if value is not None]
