"""Where each Party stands: what one layer says, another does not; and the steps behind it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

import pytest

from lanzadash.queries.asof import AsOf
from lanzadash.queries.recommendations import recommendations
from lanzadash.queries.standing import LAYERS, PAIR_LAYERS, history, matrix, status_map
from lanzadash.store import Connection

TODAY = AsOf(dt.date(2026, 11, 21))
PAST = AsOf(dt.date(2021, 12, 3), past=True)
BEFORE = dt.date(2021, 10, 7)
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


@pytest.mark.parametrize("layer", PAIR_LAYERS)
def test_the_matrix_holds_every_pair_once_and_says_what_the_map_says(
    connection: Connection, layer: str
) -> None:
    found = matrix(connection, PAST, layer, ROUND, since=BEFORE)
    columns = recommendations(connection, PAST, round=ROUND)["recommendation"]
    assert len(found) == 48 * len(columns)
    assert list(found[found["party"] == "PRT"]["recommendation"]) == list(columns)
    one = found[found["recommendation"] == R7].set_index("party")
    other = status_map(connection, PAST, layer, recommendation=R7, since=BEFORE).set_index("party")
    for column in ("status", "before", "changed"):
        assert (one[column] == other[column]).all()


def test_what_changed_is_what_two_views_of_the_past_show(connection: Connection) -> None:
    now = matrix(connection, PAST, "stage", ROUND, since=BEFORE)
    earlier = matrix(connection, AsOf(BEFORE, past=True), "stage", ROUND)
    assert list(now["before"]) == list(earlier["status"])
    assert now["changed"].any()
    assert (now["changed"] == (now["status"] != earlier["status"])).all()


ROWS = {"recommendation": "harbours/R1", "party": "PRT"}
SERIES = [
    {**ROWS, "relation": "addressed", "assessed_on": "2031-03-06", "known_on": "2031-03-06"},
    {**ROWS, "relation": "assessed", "assessed_on": "2031-11-06", "known_on": "2031-11-06"},
    {**ROWS, "relation": "assessed", "assessed_on": "2032", "known_on": ""},
]


@pytest.mark.parametrize(
    ("rows", "day", "status", "changed", "why"),
    [
        (SERIES, "2031-11-06", "assessed", True, "it was another as of the meeting before"),
        (SERIES[:1], "2031-11-06", "addressed", False, "nothing came since"),
        (SERIES, "2031-03-06", "addressed", False, "there is nothing to compare with"),
        ([SERIES[0], SERIES[2]], None, "assessed", False, "it may have been so before"),
    ],
)
def test_a_change_needs_a_day_on_file(
    opened: Callable[..., Connection],
    rows: list[dict[str, str]],
    day: str | None,
    status: str,
    changed: bool,
    why: str,
) -> None:
    recommendation = {"known_on": "2031-01-01", "parties": ""}
    connection = opened(assessments=rows, recommendations=[recommendation])
    as_of = AsOf(dt.date.fromisoformat(day), past=True) if day else TODAY
    since = None if day == "2031-03-06" else dt.date(2031, 3, 6)
    found = matrix(connection, as_of, "assessment", "harbours", since=since).set_index("party")
    assert (found.loc["PRT", "status"], found.loc["PRT", "changed"]) == (status, changed), why


@pytest.mark.parametrize(
    ("as_of", "days"),
    [
        (TODAY, ["2031-03-06", "2031-11-06", "2032"]),
        (AsOf(dt.date(2031, 11, 6), past=True), ["2031-03-06", "2031-11-06"]),
        (AsOf(dt.date(2031, 3, 6), past=True), ["2031-03-06"]),
    ],
    ids=["today", "5th", "4th"],
)
def test_the_history_keeps_every_assessment_known_on_that_day(
    opened: Callable[..., Connection], as_of: AsOf, days: list[str]
) -> None:
    found = history(opened(assessments=SERIES), as_of, "harbours/R1", "PRT")
    assert list(found[found["layer"] == "assessment"]["on_day"]) == days


def test_the_history_names_document_paragraph_and_certainty(connection: Connection) -> None:
    found = history(connection, TODAY, R7, "PRT").set_index("step")
    step = found.loc[f"{R7}/information_requested/1"]
    assert (step["decision"], step["decision_number"], step["block"]) == ("T-ES/35/d6", 6, 22)
    assert (step["document"], step["certainty"]) == ("T-ES(2021)37_en rev.", "sourced")
    dated = found[found["layer"] == "stage"]["on_day"]
    assert list(dated) == ["2017-03-03", "2021-12-03", "2022-03-10", "2022"]  # 2022: some day of it
    assert found["on_day"].iloc[-1] is None or found["on_day"].isna().iloc[-1]
