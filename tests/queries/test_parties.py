"""The States Parties, and what concerns one of them."""

from __future__ import annotations

import datetime as dt

from lanzadash.queries.asof import AsOf
from lanzadash.queries.parties import (
    parties,
    party,
    party_decisions,
    party_recommendations,
    party_rounds,
)
from lanzadash.store import Connection

TODAY = AsOf(dt.date(2026, 11, 21))


def test_there_are_48_parties_in_48_places(connection: Connection) -> None:
    found = parties(connection)
    assert len(found) == 48
    assert list(found["party"]) == sorted(found["party"])
    assert not found.duplicated(["tile_column", "tile_row"]).any()
    assert set(found[~found["council_member"]]["party"]) == {"RUS", "TUN"}


def test_tunisia_acceded_and_has_no_signature(connection: Connection) -> None:
    row = party(connection, "TUN").iloc[0]
    assert row["consent"] == "accession"
    assert row[["signed"]].isna().all()


def test_rounds_that_cover_a_party(connection: Connection) -> None:
    found = party_rounds(connection, TODAY, "HUN")
    assert "transit_zones_hun_srb" in set(found["round"])
    assert "transit_zones_hun_srb" not in set(party_rounds(connection, TODAY, "PRT")["round"])


def test_one_row_for_each_recommendation_and_no_outcome_made_up(connection: Connection) -> None:
    found = party_recommendations(connection, TODAY, "PRT")
    assert len(found) > 0
    assert set(found["relation"]) <= {"addressed", "assessed"}
    statuses = connection.execute(
        "select count(*) from assessments where party = 'PRT' and outcome is not null"
    ).fetchone()
    assert statuses is not None
    assert found["outcome"].notna().sum() <= statuses[0]


def test_decisions_that_name_a_party(connection: Connection) -> None:
    assert list(party_decisions(connection, TODAY, "RUS")["decision"]) == ["T-ES/35/d2"]
    before = AsOf(dt.date(2021, 12, 2), past=True)
    assert party_decisions(connection, before, "RUS").empty
