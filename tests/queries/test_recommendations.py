"""Recommendations and the layers of the status map: what one layer says, another does not."""

from __future__ import annotations

import datetime as dt

import pandas as pd
import pytest

from lanzadash.queries.asof import AsOf
from lanzadash.queries.recommendations import (
    LAYERS,
    assessment_matrix,
    recommendations,
    rounds,
    stages,
    status_map,
    statuses,
)
from lanzadash.store import Connection

TODAY = AsOf(dt.date(2026, 11, 21))
PAST = AsOf(dt.date(2021, 12, 3), past=True)
ROUND, R7 = "refugee_crisis_urgent", "refugee-crisis/R7"


@pytest.mark.parametrize("layer", LAYERS)
@pytest.mark.parametrize("as_of", [TODAY, PAST], ids=["today", "past"])
def test_every_layer_has_all_48_parties_each_with_a_word_and_a_symbol(
    connection: Connection, layer: str, as_of: AsOf
) -> None:
    found = status_map(connection, as_of, layer, round=ROUND, recommendation=R7)
    assert len(found) == 48
    assert found[["status", "status_en", "status_fr", "symbol"]].notna().all(axis=None)


def test_an_empty_outcome_is_neither_compliance_nor_non_compliance(connection: Connection) -> None:
    empty = set(
        connection.execute(
            """select party from assessments where recommendation = $id
               group by party having count(outcome) = 0""",
            {"id": R7},
        ).df()["party"]
    )
    assert empty
    found = status_map(connection, TODAY, "outcome", recommendation=R7).set_index("party")
    assert set(found.loc[sorted(empty), "status"]) == {"not_on_file"}
    others = found.drop(sorted(empty))
    assert set(others["status"]) == {"not_assessed"}


def test_outcomes_on_the_map_are_those_on_file(connection: Connection) -> None:
    on_file = connection.execute(
        "select distinct recommendation, party from assessments where outcome is not null"
    ).fetchall()
    shown = [
        (recommendation, party)
        for recommendation in recommendations(connection, TODAY)["recommendation"]
        for party, status in status_map(
            connection, TODAY, "outcome", recommendation=recommendation
        )[["party", "status"]].itertuples(index=False, name=None)
        if status not in ("not_on_file", "not_assessed")
    ]
    assert sorted(shown) == sorted(on_file)


@pytest.mark.parametrize(
    ("as_of", "stage"),
    [
        (PAST, "information_requested"),
        (AsOf(dt.date(2022, 3, 10), past=True), "draft_compliance_report_examined"),
        (TODAY, "compliance_report_adopted"),
    ],
    ids=["35th", "36th", "today"],
)
def test_the_stage_is_the_latest_one_known(connection: Connection, as_of: AsOf, stage: str) -> None:
    found = recommendations(connection, as_of, round=ROUND).set_index("recommendation")
    assert found.loc[R7, "stage"] == stage
    assert stage in set(stages(connection, as_of, R7)["stage"])


def test_stages_stand_in_order(connection: Connection) -> None:
    found = stages(connection, TODAY, R7)
    assert found["stage"].iloc[0] == "addressed"
    assert found["known_on"].is_monotonic_increasing
    decided = found.set_index("stage").loc["information_requested"]
    assert (decided["meeting"], decided["decision"]) == ("T-ES/35", "T-ES/35/d6")


@pytest.mark.parametrize(
    ("day", "tunisia", "armenia"),
    [
        ("2019-01-01", "not_yet", "not_yet"),
        ("2020-10-01", "in_force", "ratified"),
        ("2021-01-01", "in_force", "in_force"),
    ],
)
def test_the_treaty_layer_counts_from_the_day_of_the_view(
    connection: Connection, day: str, tunisia: str, armenia: str
) -> None:
    as_of = AsOf(dt.date.fromisoformat(day), past=True)
    found = status_map(connection, as_of, "treaty").set_index("party")["status"]
    assert (found["TUN"], found["ARM"]) == (tunisia, armenia)


def test_a_round_covers_the_parties_on_its_list(connection: Connection) -> None:
    found = status_map(connection, TODAY, "coverage", round="transit_zones_hun_srb")
    covered = found[found["status"] != "not_on_file"]
    assert set(covered["party"]) == {"HUN"}


def test_the_matrix_holds_every_pair_once(connection: Connection) -> None:
    found = assessment_matrix(connection, TODAY, ROUND)
    columns = recommendations(connection, TODAY, round=ROUND)["recommendation"]
    assert len(found) == 48 * len(columns)
    assert list(found[found["party"] == "PRT"]["recommendation"]) == list(columns)
    empty = found[found["relation"].isna()]
    assert set(empty["status"]) == {"not_on_file"}


def test_rounds(connection: Connection) -> None:
    everything = rounds(connection, TODAY)
    years = everything["start_year"]
    assert years.dropna().is_monotonic_increasing
    assert "general_overview" in set(everything["round"])
    some = rounds(connection, TODAY, with_recommendations=True)
    assert (some["recommendations"] > 0).all()
    assert some["recommendations"].sum() == len(
        recommendations(connection, TODAY)["round"].dropna()
    )


@pytest.mark.parametrize("layer", LAYERS)
def test_the_legend_of_a_layer_is_in_order(connection: Connection, layer: str) -> None:
    found = statuses(connection, layer)
    assert len(found) > 0
    assert found["position"].is_monotonic_increasing
    assert found["symbol"].is_unique


def test_no_word_of_ours_passes_for_the_committees(connection: Connection) -> None:
    found = pd.concat([statuses(connection, layer) for layer in LAYERS])
    ours = found[found["source"].isin(["our own word", "none found"])]
    assert not ours["committee_wording"].any()
