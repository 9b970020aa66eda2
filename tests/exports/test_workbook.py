"""Workbooks, read back by openpyxl."""

from __future__ import annotations

import datetime as dt
import io
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import openpyxl
import pytest

from lanzadash.exports.about import About
from lanzadash.exports.workbook import LONGEST_TEXT, to_xlsx
from lanzadash.language import Language, language

Maker = Callable[..., dict[str, Any]]


def read(file: bytes) -> Any:
    return openpyxl.load_workbook(io.BytesIO(file))


def cells(sheet: Any) -> list[dict[str, Any]]:
    header, *rows = sheet.iter_rows(values_only=True)
    return [dict(zip(header, row, strict=True)) for row in rows]


def test_the_list(deadline: Maker, english: Language, about: About) -> None:
    sheet = read(to_xlsx("deadlines", [deadline()], english, about))["Deadlines"]
    (row,) = cells(sheet)
    expected = {
        "Id": "T-XY/5/d2/deadline-1",
        "Due": dt.datetime(2031, 12, 15),
        "Time": None,
        "Day in time": "yes",
        "Parties bound": 2,
        "Recommendations": "R2; R9",
        "Source": "T-XY(2031)12_en",
        "Certainty": "sourced",
        "Permalink": "https://example.org/id/T-XY/5/d2/deadline-1",
    }
    assert {title: row[title] for title in expected} == expected
    assert sheet["B2"].is_date
    assert sheet.freeze_panes == "B2"
    assert sheet.auto_filter.ref == sheet.dimensions
    assert sheet["A1"].font.bold
    assert sheet.print_title_rows == "$1:$1"


def test_the_sheet_about_it(deadline: Maker, english: Language, about: About) -> None:
    book = read(to_xlsx("deadlines", [deadline()], english, about))
    assert book.sheetnames == ["Deadlines", "About"]
    told = {label: value for label, value in book["About"].iter_rows(values_only=True) if label}
    expected = {
        "Title": "Deadlines",
        "Filter": "Party: Portugal",
        "Rows": "1",
        "As of": "1 December 2031",
        "Address": "https://example.org/deadlines?party=PRT",
        "Version": "1.0",
        "Digest of the data": "5a5a",
        "Due": "Day as printed; empty for a rule or where none is on file.",
    }
    assert {label: told[label] for label in expected} == expected
    assert told["Notice"].startswith("Unofficial tool.")
    assert {cell.value for cell in book["Deadlines"][1]} <= set(told)
    assert book.properties.title == "Deadlines"
    assert book.properties.created == dt.datetime(2031, 12, 1)


def test_french(decision: Maker, about: About) -> None:
    (row,) = cells(read(to_xlsx("decisions", [decision()], language("fr"), about)).worksheets[0])
    assert "Les Parties sont interrogées sur la ligne d’écoute." in row.values()


PAYLOADS = ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1+1", "{=1}", "https://example.org", "1e5", "<b>"]


@pytest.mark.parametrize("payload", PAYLOADS)
def test_a_text_stays_a_text(
    payload: str, deadline: Maker, english: Language, about: About
) -> None:
    hostile = replace(about, title=payload, filters=payload)
    book = read(to_xlsx("deadlines", [deadline(summary_en=payload)], english, hostile))
    shown = payload.replace("\t", " ")
    for sheet, heading in ((book["Deadlines"], "Summary"), (book["About"], "Filter")):
        found = [cell for row in sheet.iter_rows() for cell in row if cell.value == shown]
        assert found, heading
        assert {cell.data_type for cell in found} == {"s"}
        assert not any(cell.hyperlink for cell in found)


def test_control_characters_are_taken_out(deadline: Maker, english: Language, about: About) -> None:
    sheet = read(to_xlsx("deadlines", [deadline(summary_en="a\x00b\x0bc\ud800")], english, about))
    assert cells(sheet["Deadlines"])[0]["Summary"] == "abc"


def test_a_text_longer_than_a_cell_is_cut_and_says_so(
    deadline: Maker, english: Language, about: About
) -> None:
    long = deadline(summary_en="a" * (LONGEST_TEXT + 1))
    summary = cells(read(to_xlsx("deadlines", [long], english, about))["Deadlines"])[0]["Summary"]
    assert len(summary) == LONGEST_TEXT
    assert summary.endswith("a…")


def test_a_day_that_excel_cannot_count_is_a_text(
    recommendation: Maker, english: Language, about: About
) -> None:
    old = recommendation(known_on=dt.date(1899, 12, 31))
    sheet = read(to_xlsx("recommendations", [old], english, about))["Recommendations"]
    assert cells(sheet)[0]["Known since"] == "1899-12-31"


def test_same_input_same_bytes(decision: Maker, english: Language, about: About) -> None:
    files = {to_xlsx("decisions", [decision()], english, about) for _ in range(2)}
    assert len(files) == 1


def test_an_empty_list_is_a_header(english: Language, about: About) -> None:
    sheet = read(to_xlsx("meetings", [], english, about))["Meetings"]
    assert cells(sheet) == []


def test_progress_and_illustrative(decision: Maker, english: Language, about: About) -> None:
    seen: list[int] = []
    rows = (decision(decision=f"T-XY/5/d{n}") for n in range(1_200))
    generated = replace(about, illustrative=True)
    book = read(to_xlsx("decisions", rows, english, generated, progress=seen.append))
    assert seen == [1_000, 1_200]
    notices = [value for _, value in book["About"].iter_rows(values_only=True) if value]
    assert any("Illustrative data." in notice for notice in notices)
