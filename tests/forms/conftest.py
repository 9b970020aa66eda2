"""A data folder with two recommendations to assess, and forms written by another library."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

import pytest
from openpyxl import Workbook

from lanzadash.forms.assessments import COLUMNS

Writer = Callable[..., Path]

GOOD = {
    "recommendation": "harbours/R1",
    "party": "PRT",
    "relation": "assessed",
    "assessed_on": "2031-11-06",
    "outcome": "in_compliance",
    "document": "a report",
    "source": "T-XY(2031)09",
    "certainty": "sourced",
    "known_on": "2031-11-06",
}


@pytest.fixture
def root(data_folder: Writer) -> Path:
    statuses = [
        {"layer": layer, "status": status, "name_en": word, "name_fr": word}
        for layer, status, word in (
            ("coverage", "covered", "covered"),
            ("assessment", "addressed", "addressed"),
            ("assessment", "assessed", "assessed by the Committee"),
            ("stage", "addressed", "addressed"),
            ("obligation", "received", "received"),
            ("outcome", "in_compliance", "in compliance"),
            ("outcome", "not_in_compliance", "not in compliance"),
            ("outcome", "not_on_file", "not on file"),
        )
    ]
    made = [{}, {"recommendation": "harbours/R2", "code": "R2"}]
    return data_folder(statuses=statuses, recommendations=made)


@pytest.fixture
def filled(tmp_path: Path) -> Writer:
    """Write a form, XLSX or CSV by its name: each row is the good one with some cells different."""

    def write(
        *rows: Mapping[str, object],
        name: str = "form.xlsx",
        header: Sequence[str] = COLUMNS,
        change: Callable[[Workbook], None] | None = None,
    ) -> Path:
        path = tmp_path / name
        lines = [[(GOOD | dict(row)).get(column) for column in header] for row in rows]
        table: list[list[object]] = [list(header), *lines]
        if path.suffix == ".csv":
            text = "\n".join(
                ",".join("" if one is None else str(one) for one in line) for line in table
            )
            path.write_text(text, "utf-8")
            return path
        book = Workbook()
        sheet = book.active
        sheet.title = "Assessments"
        for line in table:
            sheet.append(line)
        if change:
            change(book)
        book.save(path)
        return path

    return write
