"""The documents behind the data, and how far to trust what was taken from them."""

from __future__ import annotations

import datetime as dt

import pytest

from lanzadash.queries.asof import AsOf
from lanzadash.queries.documents import (
    certainties,
    dated_reports,
    document_kinds,
    documents,
    meta,
    sources,
    unknown_since,
)
from lanzadash.store import Connection

TODAY = AsOf(dt.date(2026, 11, 21))


def test_documents_that_were_read_come_first(connection: Connection) -> None:
    found = documents(connection, TODAY)
    read = found["read_on"].notna()
    assert read.any()
    assert read.is_monotonic_decreasing


def test_what_was_taken_from_the_35th_list(connection: Connection) -> None:
    row = documents(connection, TODAY).set_index("document").loc["T-ES-2021-37_en_rev"]
    assert (row["decisions"], row["deadlines"], row["meeting_number"]) == (11, 2, 35)


@pytest.mark.parametrize(
    ("column", "value"), [("kind", "list_of_decisions"), ("meeting", "T-ES/35")]
)
def test_filters(connection: Connection, column: str, value: str) -> None:
    everything = documents(connection, TODAY)
    found = documents(connection, TODAY, **{column: value})
    assert len(found) > 0
    assert list(found["document"]) == list(everything[everything[column] == value]["document"])


def test_kinds(connection: Connection) -> None:
    assert document_kinds(connection) == sorted(set(documents(connection, TODAY)["kind"]))


def test_a_decision_can_be_pointed_at(connection: Connection) -> None:
    found = sources(connection, "T-ES/35/d6")
    assert "T-ES(2021)37" in set(found["symbol"])
    assert found["certainty"].notna().all()


def test_every_fact_is_counted_under_its_certainty(connection: Connection) -> None:
    found = certainties(connection)
    assert set(found["certainty"]) <= {"sourced", "inferred", "well_known"}
    counted = found.groupby("record_table")["records"].sum()
    for table in ("deadlines", "decisions", "assessments", "meeting_dates"):
        [[rows]] = connection.execute(f"select count(*) from {table}").fetchall()
        assert counted[table] >= rows


def test_what_is_known_since_an_unknown_day_is_counted(connection: Connection) -> None:
    found = unknown_since(connection).set_index("record_table")["records"]
    [[undated]] = connection.execute(
        "select count(*) from deadlines where known_on is null"
    ).fetchall()
    assert found.get("deadlines", 0) == undated


def test_the_file_says_what_it_is(connection: Connection) -> None:
    said = meta(connection)
    assert said["illustrative"] == "false"
    assert said["built_at"].startswith("2026-11-20")
    assert len(said["digest"]) == 64


@pytest.mark.parametrize(
    ("document", "adopted_on", "shown_on"),
    [
        ("T-ES-2021-37_en_rev", "2022-03-07", "2022-03-07"),  # printed in it
        ("compliance-report-on-recommendation-r12", "2021-12-03", "2021-12-03"),  # a stage
        ("T-ES-2021-25", None, "2022-03"),  # a draft
    ],
)
def test_a_document_is_adopted_where_a_source_says_so(
    connection: Connection, document: str, adopted_on: str | None, shown_on: str
) -> None:
    found = dated_reports(connection, TODAY)
    row = found[found["document"].str.startswith(document)].iloc[0]
    assert (row["adopted_on"] if adopted_on else None, row["shown_on"]) == (adopted_on, shown_on)
    assert bool(row.isna()["adopted_on"]) == (adopted_on is None)
