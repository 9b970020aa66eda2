"""The decisions on file: the list of the 35th meeting, filtered and searched."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from lanzadash.queries.asof import AsOf
from lanzadash.queries.decisions import decision, decisions, links, neighbours, themes
from lanzadash.queries.search import on_file
from lanzadash.store import Connection
from lanzadash.web.view import rows

TODAY = AsOf(dt.date(2026, 11, 21))
LIST = [f"T-ES/35/d{number}" for number in range(1, 12)]


def test_the_35th_list_is_there_in_printed_order(connection: Connection) -> None:
    found = decisions(connection, TODAY, meeting="T-ES/35")
    assert list(found["decision"]) == LIST
    assert list(found["number"]) == list(range(1, 12))
    assert set(found["total"]) == {11}
    assert set(found["symbol"]) == {"T-ES(2021)37"}
    assert found["adopted"].iloc[0].date() == dt.date(2022, 3, 7)


@pytest.mark.parametrize(
    ("day", "known"),
    [("2021-12-02", 0), ("2021-12-03", 11), ("2022-03-07", 11)],
    ids=["before it ended", "its last day", "the list adopted"],
)
def test_decisions_are_known_from_the_last_day_of_the_meeting(
    connection: Connection, day: str, known: int
) -> None:
    as_of = AsOf(dt.date.fromisoformat(day), past=True)
    assert len(decisions(connection, as_of, meeting="T-ES/35")) == known
    assert len(decision(connection, as_of, "T-ES/35/d1")) == (known > 0)


@pytest.mark.parametrize(
    ("filters", "numbers"),
    [
        ({"party": "RUS"}, [2]),
        ({"recommendation": "R I-5"}, [2]),
        ({"recommendation": "R12"}, [4]),
        ({"recommendation": "refugee-crisis/R12"}, [4]),
        ({"recommendation": "R7"}, [5, 6]),
        ({"recommendation": "R7", "round": "refugee_crisis_compliance"}, [5, 6]),
        ({"recommendation": "R7", "party": "RUS"}, []),
        ({"words": "T-ES/35/d10"}, [10]),
        ({"words": "t-es/35/D10"}, [10]),
        ({"words": "  t-es(2021)37   d11 "}, [11]),
        ({"words": "T-ES/35/d10 zzzz"}, []),
        ({"words": "100%"}, []),
        ({"words": "'); drop table decisions --"}, []),
    ],
    ids=str,
)
def test_filters_narrow_the_list(
    connection: Connection, filters: dict[str, Any], numbers: list[int]
) -> None:
    found = decisions(connection, TODAY, meeting="T-ES/35", **filters)
    assert list(found["number"]) == numbers


def test_each_verb_finds_the_decisions_that_print_it(connection: Connection) -> None:
    everything = decisions(connection, TODAY, limit=500)
    for verb in on_file(connection)["verb"]:
        found = decisions(connection, TODAY, verb=verb, limit=500)
        assert list(found["decision"]) == list(everything[everything["verb"] == verb]["decision"])


def test_each_theme_finds_as_many_decisions_as_it_counts(connection: Connection) -> None:
    names = themes(connection)
    parents = dict(zip(names["theme"], names["parent"], strict=True))
    for theme, count in zip(names["theme"], names["decisions"], strict=True):
        found = decisions(connection, TODAY, theme=theme, limit=500)
        assert len(found) == count, theme
        assert all(
            theme in {*given, *(parents[one] for one in given)} for given in found["themes"]
        ), theme


def test_words_find_what_the_summary_says_accents_and_case_aside(connection: Connection) -> None:
    row = decision(connection, TODAY, "T-ES/35/d4").iloc[0]
    wanted = max(row["summary_en"].replace(".", " ").replace(",", " ").split(), key=len)
    for words in (wanted.upper(), wanted.replace("e", "é")):
        assert "T-ES/35/d4" in set(decisions(connection, TODAY, words=words)["decision"])


def test_pages_follow_each_other(connection: Connection) -> None:
    pages = [
        decisions(connection, TODAY, meeting="T-ES/35", limit=4, offset=offset)
        for offset in (0, 4, 8, 12)
    ]
    assert [id for page in pages for id in page["decision"]] == LIST
    assert [len(page) for page in pages] == [4, 4, 3, 0]


def test_neighbours_are_those_of_the_same_list(connection: Connection) -> None:
    assert neighbours(connection, "T-ES/35/d6") == {"previous": LIST[4], "next": LIST[6]}
    assert neighbours(connection, "T-ES/35/d1")["previous"] is None
    assert neighbours(connection, "T-ES/35/d11")["next"] is None
    assert neighbours(connection, "nothing") == {"previous": None, "next": None}


@pytest.mark.parametrize(
    ("number", "type", "printed"),
    [
        (2, "mentions_party", ["RUS"]),
        (2, "mentions_recommendation", ["R I-5"]),
        (3, "mentions_meeting", ["T-ES/36"]),
        (4, "mentions_recommendation", ["R12", "R15"]),
        (5, "mentions_recommendation", ["R7", "R11", "R13", "R31", "R37"]),
        (8, "mentions_meeting", ["T-ES/34"]),
        (10, "mentions_meeting", ["T-ES/36"]),
        (1, "mentions_recommendation", []),
    ],
)
def test_links(connection: Connection, number: int, type: str, printed: list[str]) -> None:
    found = links(connection, TODAY, f"T-ES/35/d{number}")
    found = found[found["type"] == type]
    column = "printed" if type == "mentions_recommendation" else "target"
    assert list(found[column]) == printed
    assert found["resolved"].all()


def test_what_can_be_filtered_by_is_what_is_on_file(connection: Connection) -> None:
    offered = on_file(connection)
    assert "T-ES/35" in offered["meeting"]
    assert "RUS" in offered["party"]
    assert {"R7", "refugee-crisis/R7"} <= set(offered["recommendation"])


@pytest.mark.parametrize(
    ("as_of", "adopted"),
    [
        (AsOf(dt.date(2026, 11, 21)), dt.date(2022, 3, 7)),
        (AsOf(dt.date(2021, 12, 3), past=True), None),
    ],
)
def test_a_past_view_does_not_know_of_a_later_adoption(
    connection: Connection, as_of: AsOf, adopted: dt.date | None
) -> None:
    for found in (decision(connection, as_of, "T-ES/35/d6"), decisions(connection, as_of, limit=1)):
        assert [row["adopted"] for row in rows(found)] == [adopted]
