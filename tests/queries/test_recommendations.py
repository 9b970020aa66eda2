"""Recommendations and the layers of the status map: what one layer says, another does not."""

from __future__ import annotations

import datetime as dt

import pandas as pd
import pytest

from lanzadash.queries.asof import AsOf
from lanzadash.queries.recommendations import recommendations, rounds, stages, statuses
from lanzadash.queries.standing import LAYERS
from lanzadash.store import Connection

TODAY = AsOf(dt.date(2026, 11, 21))
PAST = AsOf(dt.date(2021, 12, 3), past=True)
ROUND, R7 = "refugee_crisis_urgent", "refugee-crisis/R7"


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
