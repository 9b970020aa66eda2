"""The matrix is a function of its DataFrame: one cell for each pair, in order, in words."""

from __future__ import annotations

import pandas as pd
import pytest

from lanzadash.figures.matrix import matrix
from lanzadash.language import language

NAMES = [("AUT", "Austria", "Autriche"), ("DEU", "Germany", "Allemagne"), ("EST", "Estonia", None)]
COLUMNS = [("round/R2", "R2", 1), ("round/R10", "R10", 2), ("round/place", None, 3)]
STATUSES = {("AUT", "R2"): "assessed", ("DEU", "R10"): "addressed"}
WORDS = {"assessed": "Assessed", "addressed": "Addressed", "not_on_file": "Nothing on file"}

PAIRS = pd.DataFrame(
    {
        "party": party,
        "name_en": name_en,
        "name_fr": name_fr,
        "recommendation": recommendation,
        "code": code,
        "position": position,
        "status": STATUSES.get((party, str(code)), "not_on_file"),
    }
    for party, name_en, name_fr in NAMES
    for recommendation, code, position in COLUMNS
)


def test_one_cell_for_each_pair() -> None:
    grid = matrix(PAIRS, language("en"), WORDS).data[0]
    assert [list(row) for row in grid.text] == [["■", "", ""], ["", "", ""], ["", "◆", ""]]
    words = [[word for _, word in row] for row in grid.customdata]
    assert words[0] == ["Assessed", "Nothing on file", "Nothing on file"]
    assert words[2][1] == "Addressed"


@pytest.mark.parametrize(
    ("code", "names"),
    [("en", ["Austria", "Estonia", "Germany"]), ("fr", ["Allemagne", "Autriche", "Estonia"])],
)
def test_parties_stand_in_the_order_of_their_names(code: str, names: list[str]) -> None:
    figure = matrix(PAIRS, language(code), WORDS)
    assert list(figure.data[0].y) == names
    assert figure.layout.yaxis.autorange == "reversed"  # the first at the top


def test_columns_stand_in_the_order_of_the_report() -> None:
    figure = matrix(PAIRS.iloc[::-1], language("en"), WORDS)
    assert list(figure.layout.xaxis.ticktext) == ["R2", "R10", "place"]


def test_the_legend_names_each_status_that_occurs() -> None:
    figure = matrix(PAIRS, language("en"), WORDS)
    assert {trace.name for trace in figure.data[1:]} == {
        "■ Assessed",
        "◆ Addressed",
        "Nothing on file",
    }


def test_each_status_has_a_colour_of_its_own() -> None:
    grid = matrix(PAIRS, language("en"), WORDS).data[0]
    low, high = grid.zmin, grid.zmax
    drawn = {}
    for row, texts in zip(grid.z, grid.customdata, strict=True):
        for number, (_, word) in zip(row, texts, strict=True):
            share = (number - low) / (high - low)
            drawn[word] = next(
                colour for edge, colour in reversed(grid.colorscale) if edge <= share
            )
    assert len(set(drawn.values())) == len(drawn) == 3


def test_nothing_on_file_is_drawn_as_nothing() -> None:
    figure = matrix(PAIRS.iloc[:0], language("en"), WORDS)
    assert len(figure.data) == 1
    assert len(figure.data[0].y) == 0


def test_nothing_is_fetched_from_elsewhere() -> None:
    assert "http" not in matrix(PAIRS, language("en"), WORDS).to_json()
