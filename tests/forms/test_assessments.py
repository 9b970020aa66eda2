"""A filled form: every fault by its cell, the rest is kept, nothing on file is ever changed."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from lanzadash.checking import check
from lanzadash.faults import LibraryError
from lanzadash.forms.assessments import (
    COLUMNS,
    TABLE,
    choices,
    read_assessments,
    write_assessments,
)
from lanzadash.forms.cells import FormError
from lanzadash.records import AssessmentRow

Writer = Callable[..., Path]
ROOT = Path(__file__).parents[2]


def faults(path: Path, root: Path) -> list[tuple[str | None, str]]:
    return [(fault.field, fault.found) for fault in read_assessments(path, root).faults]


def test_the_columns_are_those_of_the_facts() -> None:
    header = (ROOT / "data" / TABLE.file).read_text("utf-8").splitlines()[0]
    assert tuple(header.split(",")) == COLUMNS
    assert set(COLUMNS) == set(AssessmentRow.model_fields)


@pytest.mark.parametrize("name", ["form.xlsx", "form.csv"])
def test_new_rows_are_added_once(root: Path, filled: Writer, name: str) -> None:
    path = filled({}, {"party": "MLT", "outcome": None}, name=name)
    before = (root / TABLE.file).read_bytes()
    loaded = read_assessments(path, root)
    assert (len(loaded.new), loaded.on_file, loaded.left_out, loaded.faults) == (2, 0, 0, [])
    write_assessments(loaded.new, root)
    after = (root / TABLE.file).read_bytes()
    assert after.startswith(before), "what stood there stays, byte by byte"
    again = read_assessments(path, root)
    assert (again.new, again.on_file, again.faults) == ([], 2, [])
    assert [fault for fault in check(root) if not fault.warning] == []


# What is written into the one row, the cell that is named, and what is said to stand in it.
WRONG: list[tuple[dict[str, Any], str, str]] = [
    ({"party": "POR"}, "B2 (party)", "'POR'"),
    ({"party": None}, "B2 (party)", "nothing"),
    ({"recommendation": "R9"}, "A2 (recommendation)", "'R9'"),
    ({"relation": "looked at"}, "C2 (relation)", "'looked at'"),
    ({"assessed_on": "6 November 2031"}, "D2 (assessed_on)", "'6 November 2031'"),
    ({"assessed_on": "2031-11-31"}, "D2 (assessed_on)", "'2031-11-31'"),
    ({"outcome": "fine"}, "E2 (outcome)", "'fine'"),
    ({"outcome": "not_on_file"}, "E2 (outcome)", "'not_on_file'"),
    ({"relation": "addressed"}, "E2 (outcome)", "'in_compliance'"),
    ({"source": None}, "H2 (source)", "nothing"),
    ({"certainty": "illustrative"}, "I2 (certainty)", "'illustrative'"),
    ({"known_on": "2031-11"}, "J2 (known_on)", "'2031-11'"),
    ({"known_on": "2031-11-05"}, "J2 (known_on)", "2031-11-05"),
    ({"note": "=1+1"}, "G2", "a formula, '=1+1'"),
    ({"note": "@SUM(A1)"}, "G2", "a formula, '@SUM(A1)'"),
]


@pytest.mark.parametrize("name", ["form.xlsx", "form.csv"])
@pytest.mark.parametrize(("cells", "place", "found"), WRONG, ids=str)
def test_a_fault_is_named_by_its_cell_and_the_rest_is_kept(
    root: Path, filled: Writer, cells: dict[str, Any], place: str, found: str, name: str
) -> None:
    path = filled(cells, {"party": "MLT"}, name=name)
    assert faults(path, root) == [(place, found)]
    loaded = read_assessments(path, root)
    assert ([row.party for row in loaded.new], loaded.left_out) == (["MLT"], 1)


def test_every_fault_of_a_form_is_named_in_the_order_of_its_cells(
    root: Path, filled: Writer
) -> None:
    path = filled({}, {"party": "POR", "outcome": "fine", "source": None}, {"relation": "x"})
    assert [place for place, _ in faults(path, root)] == [
        "B3 (party)",
        "E3 (outcome)",
        "H3 (source)",
        "C4 (relation)",
    ]


@pytest.mark.parametrize(
    ("cells", "meant"),
    [
        ({"party": "Portugal"}, "PRT"),
        ({"party": "malte"}, "MLT"),
        ({"recommendation": "r2"}, "harbours/R2"),
        ({"outcome": "not in compliance"}, "not_in_compliance"),
    ],
)
def test_the_hint_says_which_code_may_be_meant(
    root: Path, filled: Writer, cells: dict[str, Any], meant: str
) -> None:
    [fault] = read_assessments(filled(cells), root).faults
    assert fault.hint == f"Do you mean {meant}?"


def test_days_and_years_of_a_spreadsheet_are_read_as_such(root: Path, filled: Writer) -> None:
    day = dt.datetime(2031, 11, 6)
    path = filled({"assessed_on": day, "known_on": day}, {"party": "MLT", "assessed_on": 2031})
    assert [row.assessed_on for row in read_assessments(path, root).new] == ["2031-11-06", "2031"]


# The second row of a pair that stands in the first: which rows are left out, which are new.
PAIRS: list[tuple[dict[str, Any], list[str], int]] = [
    ({}, ["A3 (recommendation)"], 1),  # the same again: one is enough
    ({"outcome": "not_in_compliance"}, ["A2 (recommendation)", "A3 (recommendation)"], 0),
    ({"outcome": None, "document": "b"}, ["A2 (recommendation)", "A3 (recommendation)"], 0),
    ({"document": "another report"}, [], 2),
    ({"assessed_on": "2032-01-31", "known_on": None, "outcome": "not_in_compliance"}, [], 2),
    ({"relation": "addressed", "outcome": None}, [], 2),
]


@pytest.mark.parametrize(("second", "places", "new"), PAIRS, ids=str)
def test_doubled_pairs(
    root: Path, filled: Writer, second: dict[str, Any], places: list[str], new: int
) -> None:
    loaded = read_assessments(filled({}, second), root)
    assert [fault.field for fault in loaded.faults] == places
    assert (len(loaded.new), loaded.left_out) == (new, len(places))


def test_what_is_on_file_is_never_overwritten(root: Path, filled: Writer) -> None:
    write_assessments(read_assessments(filled({}), root).new, root)
    path = filled({"outcome": "not_in_compliance"}, {"note": "a word more"})
    loaded = read_assessments(path, root)
    assert loaded.new == []
    assert [fault.found for fault in loaded.faults] == [
        "the pair of row 3 of facts/assessments.csv (in_compliance)"
    ] * 2


def test_an_unknown_column_is_named_and_rows_that_use_it_are_left_out(
    root: Path, filled: Writer
) -> None:
    path = filled({"outcom": "x"}, {"party": "MLT"}, header=[*COLUMNS, "outcom"])
    loaded = read_assessments(path, root)
    assert [(fault.field, fault.found) for fault in loaded.faults] == [("K1", "'outcom'")]
    assert [row.party for row in loaded.new] == ["MLT"]


def test_a_column_named_twice_leaves_nothing_certain(root: Path, filled: Writer) -> None:
    loaded = read_assessments(filled({}, header=[*COLUMNS, "party"]), root)
    assert [(fault.field, fault.found) for fault in loaded.faults] == [("B1 (party)", "2")]
    assert loaded.new == []


def test_columns_stand_in_any_order_and_may_be_missing(root: Path, filled: Writer) -> None:
    header = ["certainty", "source", "relation", "party", "recommendation"]
    [row] = read_assessments(filled({}, header=header), root).new
    assert (row.party, row.outcome) == ("PRT", None)


def test_without_a_needed_column_nothing_is_read(root: Path, filled: Writer) -> None:
    with pytest.raises(FormError, match="expected the columns party"):
        read_assessments(filled({}, header=[name for name in COLUMNS if name != "party"]), root)


def test_a_data_folder_with_faults_takes_nothing(data_folder: Writer, filled: Writer) -> None:
    root = data_folder(tiles=[{"column": "three"}])
    with pytest.raises(LibraryError, match="tiles"):
        read_assessments(filled({}), root)


def test_a_round_without_recommendations_is_said(root: Path) -> None:
    assert list(choices(root, "harbours").recommendations) == ["harbours/R1", "harbours/R2"]
    with pytest.raises(FormError, match="There are: harbours"):
        choices(root, "bridges")
