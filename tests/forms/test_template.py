"""The empty form, opened again by another library than wrote it."""

from __future__ import annotations

import csv
import datetime as dt
import io
import zipfile
from collections.abc import Callable
from pathlib import Path

from openpyxl import load_workbook

from lanzadash.forms.assessments import COLUMNS, SHEET, choices, read_assessments
from lanzadash.forms.template import MEANINGS, empty_csv, empty_xlsx
from lanzadash.language import language

Writer = Callable[..., Path]
DAY = dt.date(2031, 12, 1)


def test_it_has_the_columns_and_offers_what_is_on_file(root: Path) -> None:
    book = load_workbook(io.BytesIO(empty_xlsx(choices(root), DAY)))
    assert book.sheetnames == [SHEET, "Instructions", "Lists"]
    form = book[SHEET]
    assert [cell.value for cell in form[1]] == list(COLUMNS)
    offered = {}
    for rule in form.data_validations.dataValidation:
        if rule.type == "list":
            [[first], *_, [last]] = book["Lists"][rule.formula1.split("!")[1].replace("$", "")]
            offered[str(rule.sqref).partition("2")[0]] = (first.value, last.value)
    assert offered == {
        "A": ("harbours/R1", "harbours/R2"),
        "B": ("MLT", "PRT"),
        "C": ("addressed", "assessed"),
        "E": ("in_compliance", "not_in_compliance"),
        "I": ("sourced", "well_known"),
    }


def test_instructions_stand_in_english_and_french(root: Path) -> None:
    sheet = load_workbook(io.BytesIO(empty_xlsx(choices(root), DAY)))["Instructions"]
    lines = {row[0]: row[1:3] for row in sheet.iter_rows(values_only=True)}
    for name, meaning in MEANINGS.items():
        assert lines[name] == (meaning, language("fr")(meaning))


def test_it_holds_no_macro_and_no_formula_and_is_the_same_each_time(root: Path) -> None:
    data = empty_xlsx(choices(root), DAY)
    assert data == empty_xlsx(choices(root), DAY)
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert not [name for name in archive.namelist() if "vba" in name.lower()]
        assert b"<f>" not in archive.read("xl/worksheets/sheet1.xml")


def test_every_cell_is_text_so_that_no_date_is_turned_into_another(root: Path) -> None:
    form = load_workbook(io.BytesIO(empty_xlsx(choices(root), DAY)))[SHEET]
    text = [found for found in form.column_dimensions.values() if found.number_format == "@"]
    columns = {column for found in text for column in range(found.min, found.max + 1)}
    assert columns == set(range(1, len(COLUMNS) + 1))


def test_as_csv_it_is_the_header(root: Path) -> None:
    assert list(csv.reader(io.StringIO(empty_csv().decode("utf-8-sig")))) == [list(COLUMNS)]


def test_a_filled_template_is_read(root: Path, tmp_path: Path) -> None:
    book = load_workbook(io.BytesIO(empty_xlsx(choices(root), DAY)))
    book[SHEET].append(
        ["harbours/R2", "MLT", "assessed", "2031-11", None, "x", None, "T-XY(2031)09", "sourced"]
    )
    path = tmp_path / "filled.xlsx"
    book.save(path)
    loaded = read_assessments(path, root)
    assert (len(loaded.new), loaded.faults) == (1, [])
