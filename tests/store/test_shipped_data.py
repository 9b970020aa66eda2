"""The repository's own data, built: what the documents say must be what the tables say."""

from __future__ import annotations

import re
from typing import Any

import pytest

from lanzadash.store import Connection, schema

ROWS: list[tuple[str, list[tuple[Any, ...]]]] = [
    ("select count(*) from parties where tile_column is not null", [(48,)]),
    ("select value from meta where key = 'illustrative'", [("false",)]),
    ("select count(*) from decisions where meeting = 'T-ES/35'", [(11,)]),
    (
        # Two deadlines on one day, both known from the last day of the 35th meeting.
        "select deadline, known_on::varchar, submit_to from deadlines "
        "where due = date '2021-12-10' order by deadline",
        [
            ("T-ES/35/d3/deadline-1", "2021-12-03", "lanzarote.committee@coe.int"),
            ("T-ES/35/d6/deadline-1", "2021-12-03", "lanzarote.committee@coe.int"),
        ],
    ),
    (
        "select recommendation from deadline_recommendations "
        "where deadline = 'T-ES/35/d6/deadline-1' order by try_cast(code[2:] as integer)",
        [(f"refugee-crisis/R{number}",) for number in (7, 11, 13, 31, 37)],
    ),
    (
        # Announced for February, held in March: two facts.
        "select status, start_date::varchar, end_date::varchar, known_on::varchar, announced_at "
        "from meeting_dates where meeting = 'T-ES/36' order by status",
        [
            ("announced", "2022-02-22", "2022-02-25", "2021-12-03", "T-ES/35"),
            ("held", "2022-03-07", "2022-03-10", "2022-03-10", None),
        ],
    ),
    (
        # The agenda of September 2020 announces days without a number, and they take none.
        "select meeting, tentative, place, announced_at from meeting_dates "
        "where start_date = date '2020-12-07' and status = 'announced'",
        [(None, True, "Strasbourg", "T-ES/28")],
    ),
    (
        "select distinct s.certainty from sources s join meeting_dates d on s.record = "
        "d.meeting_date where d.meeting = 'T-ES/28' and s.document like 'agenda%'",
        [("inferred",)],
    ),
    ("select count(*) > 20 from agenda_items where meeting = 'T-ES/28'", [(True,)]),
    (
        "select target from decision_links where decision = 'T-ES/35/d2' "
        "and type in ('mentions_recommendation', 'mentions_party') order by target",
        [("RUS",), ("ict/R-I-5",)],
    ),
    # Nothing of an empty status is compliance, nor anything else.
    ("select count(*) from assessments where outcome is not null", [(0,)]),
    ("select count(*) from obligation_states", [(0,)]),
    # A rule binds nobody before it stood.
    ("select count(*) from obligations where due < date '2014-01-01'", [(0,)]),
]


@pytest.mark.parametrize(("query", "expected"), ROWS, ids=lambda value: str(value)[:60])
def test_rows(connection: Connection, query: str, expected: list[tuple[Any, ...]]) -> None:
    assert connection.execute(query).fetchall() == expected


@pytest.mark.parametrize(
    "table", ["decisions", "deadlines", "recommendations", "assessments", "meeting_dates"]
)
def test_every_row_has_a_source(connection: Connection, table: str) -> None:
    key = schema.tables()[table].key
    without = connection.execute(
        f"select {key} from {table} where source is null or {key} not in "
        f"(select record from sources where record_table = '{table}')"
    )
    assert without.fetchall() == []


@pytest.mark.parametrize(
    "table", ["decisions", "deadlines", "meetings", "documents", "recommendations"]
)
def test_ids_can_stand_in_an_address(connection: Connection, table: str) -> None:
    ids = connection.execute(f"select {schema.tables()[table].key} from {table}").fetchall()
    assert [id for (id,) in ids if not re.fullmatch(r"[\w./-]+", id)] == []
