"""The timeline is a function of its DataFrames: a mark for each meeting, round and deadline."""

from __future__ import annotations

import datetime as dt

import pandas as pd
import plotly.graph_objects as go
import pytest

from lanzadash.figures.timeline import timeline
from lanzadash.language import language

DAY = dt.date(2031, 6, 1)
MEETINGS = pd.DataFrame(
    {
        "meeting": ["T-XY/4", "T-XY/5", "T-XY/6"],
        "number": [4, 5, 6],
        "start_date": pd.to_datetime(["2030-03-04", "2031-01-28", "2031-11-04"]),
        "end_date": pd.to_datetime(["2030-03-06", "2031-02-01", "2031-11-06"]),
        "status": ["held", "held", "announced"],
        "city": ["Strasbourg", None, None],
        "place": [None, None, "to be confirmed"],
    }
)
ROUNDS = pd.DataFrame(
    {
        "short_en": ["Harbours", "Bridges", "Standing"],
        "short_fr": ["Ports", "Ponts", "Permanent"],
        "start_year": [2029, 2030, None],
        "end_year": [2030, None, None],
    }
)
DEADLINES = pd.DataFrame(
    {
        "due": [pd.Timestamp(2031, 5, 1), pd.NaT],
        "summary_en": ["Replies.", "A rule."],
        "summary_fr": ["Réponses.", "Une règle."],
    }
)


def draw(code: str = "en") -> go.Figure:
    return timeline(MEETINGS, ROUNDS, DEADLINES, DAY, language(code))


def named(figure: go.Figure, name: str) -> go.Scatter:
    return next(trace for trace in figure.data if trace.name == name)


@pytest.mark.parametrize(
    ("name", "marks"), [("Meetings held", 2), ("Meetings announced", 1), ("Deadlines", 1)]
)
def test_one_mark_for_each_date(name: str, marks: int) -> None:
    assert len(named(draw(), name).x) == marks


def test_announced_and_held_differ_in_shape() -> None:
    figure = draw()
    assert named(figure, "Meetings held").marker.symbol == "circle"
    assert named(figure, "Meetings announced").marker.symbol == "circle-open"


def test_what_stands_on_hover_is_what_is_on_file() -> None:
    figure = draw()
    held = named(figure, "Meetings held").text
    assert held[0] == "4th meeting<br>4-6 March 2030<br>Strasbourg"
    assert held[1] == "5th meeting<br>28 January – 1 February 2031"
    assert named(figure, "Deadlines").text[0] == "1 May 2031<br>Replies."


def test_a_round_runs_over_its_years_and_ends_open_where_no_end_is_on_file() -> None:
    bars = [trace for trace in draw().data if trace.mode == "lines+markers"]
    assert [(bar.y[0], *bar.x) for bar in bars] == [
        ("Harbours", "2029-01-01", "2030-12-31"),
        ("Bridges", "2030-01-01", DAY.isoformat()),
    ]
    assert bars[0].marker.symbol[1] != bars[1].marker.symbol[1]


@pytest.mark.parametrize(
    ("code", "lanes"),
    [
        ("en", ["Bridges", "Harbours", "Deadlines", "Meetings"]),
        ("fr", ["Ponts", "Ports", language("fr")("Deadlines"), language("fr")("Meetings")]),
    ],
)
def test_lanes_stand_in_order_under_names_of_the_language(code: str, lanes: list[str]) -> None:
    assert list(draw(code).layout.yaxis.categoryarray) == lanes


def test_a_line_marks_the_day() -> None:
    figure = draw()
    assert [line.x0 for line in figure.layout.shapes] == [DAY.isoformat()]
    assert "1 June 2031" in [note.text for note in figure.layout.annotations]


def test_nothing_on_file_is_drawn_as_nothing() -> None:
    figure = timeline(MEETINGS.iloc[:0], ROUNDS.iloc[:0], DEADLINES.iloc[:0], DAY, language("en"))
    assert len(figure.data) == 0


def test_nothing_is_fetched_from_elsewhere() -> None:
    assert "http" not in draw().to_json()
