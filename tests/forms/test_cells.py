"""Forms as files: what a spreadsheet can hide is named, and what is no form is refused."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from openpyxl import Workbook

from lanzadash.forms.assessments import COLUMNS, read_assessments
from lanzadash.forms.cells import FormError, letter, read_form
from lanzadash.forms.workbook import MAX_UNPACKED

Writer = Callable[..., Path]


def formula(book: Workbook) -> None:
    book.active["E2"] = '=IF(1,"in_compliance")'


def merged(book: Workbook) -> None:
    book.active.merge_cells("F2:G2")


def error(book: Workbook) -> None:
    book.active["G2"] = "#REF!"


def beside(book: Workbook) -> None:
    book.active["M2"] = "a remark without a column"


@pytest.mark.parametrize(
    ("change", "place", "found"),
    [
        (formula, "E2", "a formula"),
        (merged, "F2", "the merged cells F2:G2"),
        (error, "G2", "the error #REF!"),
        (beside, "M2", "none"),
    ],
)
def test_what_a_spreadsheet_can_hide_is_named(
    root: Path, filled: Writer, change: Callable[[Workbook], None], place: str, found: str
) -> None:
    loaded = read_assessments(filled({}, {"party": "MLT"}, change=change), root)
    [fault] = loaded.faults
    assert fault.field == place
    assert fault.found.startswith(found)
    assert [row.party for row in loaded.new] == ["MLT"]


def archive(**parts: str) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, text in parts.items():
            packed.writestr(name, text)
    return file.getvalue()


REFUSED = [
    ("form.xlsx", b"", "no XLSX file"),
    ("form.xlsx", b"\xd0\xcf\x11\xe0 an old one", "Save it as .xlsx"),
    ("form.xlsx", archive(**{"a.txt": "x"}), "cannot be opened"),
    ("form.xlsx", archive(**{"xl/vbaProject.bin": "x"}), "macros"),
    ("form.xlsx", archive(**{"xl/a.xml": "0" * (MAX_UNPACKED + 1)}), "unpack to 60 MB"),
    ("form.xlsx", archive(**{f"{n}.xml": "" for n in range(501)}), "501 parts"),
    ("form.xlsx", archive(**{"a.xml": '<!DOCTYPE a [<!ENTITY b "c">]>'}), "entities"),
    ("form.csv", b"", "is empty"),
    ("form.csv", b"\n\n,,\n", "is empty"),
    ("form.csv", "party\nCôte".encode("latin-1"), "row 2: expected text in UTF-8"),
    ("form.csv", b'party\n"open', "quote"),
    ("form.csv", b"party\n" * 20_002, "A20001"),
    ("form.ods", b"x", "neither .xlsx nor .csv"),
]


@pytest.mark.parametrize(
    ("name", "data", "words"), REFUSED, ids=[f"{row[0]}-{at}" for at, row in enumerate(REFUSED)]
)
def test_what_is_no_form_is_refused_in_words(
    tmp_path: Path, name: str, data: bytes, words: str
) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    with pytest.raises(FormError) as refused:
        read_form(path, "Assessments")
    assert words in str(refused.value)
    assert name in str(refused.value)


def test_a_cell_far_away_is_refused_before_all_between_is_made(filled: Writer) -> None:
    def far(book: Workbook) -> None:
        book.active["XFD1048576"] = "x"

    with pytest.raises(FormError, match="reaches to XFD1048576"):
        read_form(filled({}, change=far), "Assessments")


def test_the_right_sheet_is_found_among_several(filled: Writer) -> None:
    def others(book: Workbook) -> None:
        book.create_sheet("Lists", 0)["A1"] = "x"

    assert read_form(filled({}, change=others), "Assessments").header == list(COLUMNS)
    with pytest.raises(FormError, match="found Lists, Assessments"):
        read_form(filled({}, change=others), "Other")


@pytest.mark.parametrize("sign", [",", ";", "\t"])
@pytest.mark.parametrize("start", ["", "\ufeff"])
def test_a_csv_file_of_any_spreadsheet(tmp_path: Path, sign: str, start: str) -> None:
    path = tmp_path / "form.csv"
    path.write_text(f"{start}party{sign}note\r\nPRT{sign}- été\r\n", "utf-8")
    form = read_form(path, "Assessments")
    assert [row.values for row in form.rows] == [{"party": "PRT", "note": "- été"}]
    assert form.faults == []


@pytest.mark.parametrize(("column", "name"), [(1, "A"), (26, "Z"), (27, "AA"), (16384, "XFD")])
def test_columns_have_the_names_of_a_spreadsheet(column: int, name: str) -> None:
    assert letter(column) == name
