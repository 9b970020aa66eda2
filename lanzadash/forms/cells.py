"""A filled form as its cells: text by text, each with the address that a spreadsheet shows."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from lanzadash.faults import Fault

MAX_BYTES = 10 * 2**20
MAX_ROWS = 20_000
MAX_COLUMNS = 100

# What a spreadsheet would evaluate: =A1, +1, -1, @SUM; not "- a remark".
FORMULA = re.compile(r"\s*=|[+@-]\S")


class FormError(Exception):
    """A file that cannot be read as a form; the message says why and what to do."""


@dataclass(frozen=True)
class Filled:
    """What stands in one row below the header: text by column, empty cells left out."""

    number: int
    values: dict[str, str]


@dataclass
class Form:
    """A form as it was read, with the header in the row ``top``.

    ``faults`` are those of single cells; the cells of ``bad`` rows, by their numbers, cannot all be
    trusted. ``letters`` are the columns as a spreadsheet names them.
    """

    file: str
    top: int
    header: Sequence[str]
    rows: list[Filled]
    letters: dict[str, str]
    faults: list[Fault] = field(default_factory=list)
    bad: set[int] = field(default_factory=set)

    def fault(self, row: int, column: str, expected: str, found: str, hint: str) -> Fault:
        """A fault of one cell, named as a spreadsheet does: ``B7 (party)``."""
        return Fault(
            self.file, expected, found, hint, field=f"{self.letters[column]}{row} ({column})"
        )


@dataclass(frozen=True)
class Cell:
    """A cell of a table: its column and row, from 1, its text, or what it holds instead of one."""

    column: int
    row: int
    text: str
    instead: str = ""


def read_form(path: Path, sheet: str) -> Form:
    """The cells of a CSV file, or of the worksheet ``sheet`` of an XLSX file.

    The first row with anything in it is the header. Formulas, errors and merged cells are faults.
    Raises ``FormError`` where no table can be read, ``OSError`` where there is no file.
    """
    size = path.stat().st_size
    if size > MAX_BYTES:
        raise FormError(
            f"{path.name} has {size / 2**20:.0f} MB; at most {MAX_BYTES // 2**20} MB are read. "
            "Load its rows in parts."
        )
    data = path.read_bytes()
    if path.suffix.lower() == ".xlsx":
        from lanzadash.forms.workbook import xlsx_cells

        cells: Iterable[Cell] = xlsx_cells(path.name, data, sheet)
    elif path.suffix.lower() == ".csv":
        cells = _csv_cells(path.name, data)
    else:
        raise FormError(f"{path.name} is neither .xlsx nor .csv. Save it as one of them.")
    return _form(path.name, list(cells))


def letter(column: int) -> str:
    """The name of a column, from 1: ``A``, ``Z``, ``AA``."""
    name = ""
    while column:
        column, rest = divmod(column - 1, 26)
        name = chr(65 + rest) + name
    return name


def _csv_cells(name: str, data: bytes) -> Iterator[Cell]:
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        hint = "Save the file again as “CSV UTF-8”."
        raise FormError(f"{name}, row {line}: expected text in UTF-8. {hint}") from None
    first = text.partition("\n")[0]
    sign = max(",;\t", key=first.count)  # a spreadsheet in French writes semicolons
    try:
        rows = list(csv.reader(io.StringIO(text, newline=""), delimiter=sign, strict=True))
    except csv.Error as error:
        raise FormError(f"{name}: {error}. Close every quoted cell with a quote.") from None
    for number, row in enumerate(rows, start=1):
        yield from (Cell(column, number, one.strip()) for column, one in enumerate(row, start=1))


def _form(name: str, cells: Sequence[Cell]) -> Form:
    filled = [cell for cell in cells if cell.text or cell.instead]
    if not filled:
        raise FormError(f"{name} is empty. Make a form with python -m lanzadash template.")
    top = min(cell.row for cell in filled)
    header = {cell.column: cell.text.casefold() for cell in filled if cell.row == top}
    far = max(filled, key=lambda cell: cell.row > MAX_ROWS or cell.column > MAX_COLUMNS)
    if far.row > MAX_ROWS or far.column > MAX_COLUMNS:
        raise FormError(
            f"{name} holds something in {letter(far.column)}{far.row}; at most {MAX_ROWS:,} rows "
            f"and {MAX_COLUMNS} columns are read."
        )
    letters = {title: letter(column) for column, title in reversed(header.items())}
    form = Form(name, top, list(header.values()), [], letters)
    rows: dict[int, dict[str, str]] = {}
    for cell in filled:
        if cell.row > top:
            _take(form, rows.setdefault(cell.row, {}), cell, header.get(cell.column))
        elif cell.instead:
            form.faults.append(_instead(form, cell))
    form.rows = [Filled(number, values) for number, values in sorted(rows.items())]
    return form


def _take(form: Form, values: dict[str, str], cell: Cell, column: str | None) -> None:
    """Put a cell into its row, or say why that cannot be done."""
    formula = "a formula" if FORMULA.match(cell.text) else ""
    if column is None:
        hint = "Give the column one of the names of the form, or empty it."
        place = f"{letter(cell.column)}{cell.row}"
        form.faults.append(Fault(form.file, "a column with a name", "none", hint, field=place))
    elif cell.instead or formula:
        form.faults.append(_instead(form, cell, formula))
    elif column in values:
        return  # the header names the column twice, which is a fault of its own
    else:
        values[column] = cell.text
        return
    form.bad.add(cell.row)


def _instead(form: Form, cell: Cell, formula: str = "") -> Fault:
    found = cell.instead or f"{formula}, {cell.text[:40]!r}"
    hint = "Write the value itself, as text, in a cell of its own."
    return Fault(form.file, "a value", found, hint, field=f"{letter(cell.column)}{cell.row}")
