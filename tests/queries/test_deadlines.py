"""The deadlines on file, as of the end of the 35th meeting and as of today."""

from __future__ import annotations

import datetime as dt

import pandas as pd
import pytest

from lanzadash.queries.asof import AsOf
from lanzadash.queries.deadlines import deadline_kinds, deadlines
from lanzadash.store import Connection

TODAY = AsOf(dt.date(2026, 11, 21))
PAST = AsOf(dt.date(2021, 12, 3), past=True)
D3, D6 = "T-ES/35/d3/deadline-1", "T-ES/35/d6/deadline-1"


def test_two_deadlines_stand_a_week_off_at_the_end_of_the_35th_meeting(
    connection: Connection,
) -> None:
    found = deadlines(connection, PAST)
    upcoming = found[found["due"] >= pd.Timestamp(PAST.day)]
    assert list(upcoming["deadline"]) == [D3, D6]
    assert list((upcoming["due"] - pd.Timestamp(PAST.day)).dt.days) == [7, 7]


def test_a_day_earlier_neither_is_known(connection: Connection) -> None:
    before = AsOf(dt.date(2021, 12, 2), past=True)
    assert not {D3, D6} & set(deadlines(connection, before)["deadline"])


def test_today_both_are_past(connection: Connection) -> None:
    found = deadlines(connection, TODAY).set_index("deadline")
    assert (found.loc[[D3, D6], "due"] < pd.Timestamp(TODAY.day)).all()


def test_what_one_deadline_says(connection: Connection) -> None:
    row = deadlines(connection, PAST, decision="T-ES/35/d6").iloc[0]
    assert (row["meeting"], row["meeting_number"], row["decision_number"]) == ("T-ES/35", 35, 6)
    assert row["submit_to"] == "lanzarote.committee@coe.int"
    assert row["force"] == "may"
    assert row["inclusive"]
    assert list(row["codes"]) == ["R7", "R11", "R13", "R31", "R37"]
    assert list(row["recommendations"]) == [f"refugee-crisis/{code}" for code in row["codes"]]
    assert (row["symbol"], row["version"]) == ("T-ES(2021)37", "rev.")


def test_rules_without_a_day_come_last(connection: Connection) -> None:
    due = deadlines(connection, TODAY)["due"]
    assert due.isna().iloc[-1]
    assert due.is_monotonic_increasing or due.dropna().is_monotonic_increasing
    assert not due.isna().iloc[: len(due.dropna())].any()


@pytest.mark.parametrize(
    ("column", "value"),
    [
        ("round", "refugee_crisis_compliance"),
        ("kind", "additional_information"),
        ("meeting", "T-ES/35"),
        ("decision", "T-ES/35/d3"),
    ],
)
def test_a_filter_keeps_the_rows_that_have_its_value(
    connection: Connection, column: str, value: str
) -> None:
    everything = deadlines(connection, TODAY)
    found = deadlines(connection, TODAY, **{column: value})
    assert len(found) > 0
    assert list(found["deadline"]) == list(everything[everything[column] == value]["deadline"])


def test_a_party_has_the_deadlines_that_bind_it(connection: Connection) -> None:
    bound = {
        party: set(deadlines(connection, TODAY, party=party)["deadline"])
        for party in ("PRT", "ARM")
    }
    assert "data-collection/survey" in bound["PRT"] & bound["ARM"]
    # Armenia ratified in 2020, years after the refugee crisis report.
    assert D6 in bound["PRT"] - bound["ARM"]


def test_a_rule_falls_on_a_day_of_its_own_for_a_party(connection: Connection) -> None:
    [rule] = deadlines(connection, TODAY, party="ARM", round="general_overview")["due"]
    assert rule == pd.Timestamp(2021, 3, 7)  # ratified on 7 September 2020


def test_no_state_is_made_up(connection: Connection) -> None:
    assert deadlines(connection, TODAY, party="PRT")["state"].isna().all()


def test_kinds(connection: Connection) -> None:
    found = deadline_kinds(connection)
    assert found == sorted(set(deadlines(connection, TODAY)["kind"]))
