"""The cells of an XLSX file: values only, and nothing of what such a file can hide."""

from __future__ import annotations

import datetime as dt
import io
import zipfile
import zlib
from collections.abc import Iterator

from openpyxl import load_workbook
from openpyxl.cell.cell import Cell as Written
from openpyxl.utils.exceptions import InvalidFileException
from openpyxl.workbook import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from lanzadash.forms.cells import MAX_COLUMNS, MAX_ROWS, Cell, FormError, letter

MAX_UNPACKED = 60 * 2**20
MAX_MEMBERS = 500

_BROKEN = (
    InvalidFileException,
    zipfile.BadZipFile,
    zlib.error,
    AttributeError,
    EOFError,
    LookupError,
    OSError,
    SyntaxError,
    TypeError,
    ValueError,
)
"""What the library raises for a file that is not what it should be."""


def xlsx_cells(name: str, data: bytes, sheet: str) -> Iterator[Cell]:
    """The cells of one worksheet: that named ``sheet``, or the only one.

    Raises ``FormError`` for a file that is broken, encrypted, holds macros or would unpack to more
    than 60 MB.
    """
    _check_package(name, data)
    try:
        book = load_workbook(io.BytesIO(data), data_only=False, keep_links=False)
    except _BROKEN as error:
        raise FormError(f"{name} cannot be opened as XLSX ({error}). Save it again.") from None
    return _cells(name, _worksheet(name, book, sheet))


def _check_package(name: str, data: bytes) -> None:
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError):
        hint = "Is it an old .xls, or has it a password? Save it as .xlsx without one."
        raise FormError(f"{name} is no XLSX file. {hint}") from None
    members = archive.infolist()
    unpacked = sum(member.file_size for member in members)
    if unpacked > MAX_UNPACKED or len(members) > MAX_MEMBERS:
        raise FormError(
            f"{name} would unpack to {unpacked >> 20:,} MB in {len(members):,} parts; at most "
            f"{MAX_UNPACKED >> 20} MB in {MAX_MEMBERS} are read. Load its rows in parts."
        )
    for member in members:
        if member.flag_bits & 1:
            raise FormError(f"{name} is encrypted. Save it without a password.")
        if member.filename.endswith("vbaProject.bin"):
            raise FormError(f"{name} holds macros. Save it as .xlsx, which holds none.")
        if member.filename.endswith((".xml", ".rels")) and b"<!DOCTYPE" in _head(archive, member):
            raise FormError(f"{name} declares entities in {member.filename}; no form does.")


def _head(archive: zipfile.ZipFile, member: zipfile.ZipInfo) -> bytes:
    try:
        with archive.open(member) as part:
            return part.read(4096)
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError):
        return b""  # whoever opens it next says what is broken


def _worksheet(name: str, book: Workbook, sheet: str) -> Worksheet:
    found = book[sheet] if sheet in book.sheetnames else book.worksheets[0]
    if found.title != sheet and len(book.worksheets) > 1:
        named = ", ".join(book.sheetnames)
        raise FormError(f"{name}: expected a sheet {sheet!r}, found {named}. Rename the right one.")
    if found.max_row > MAX_ROWS or found.max_column > MAX_COLUMNS:
        far = f"{letter(found.max_column)}{found.max_row}"
        raise FormError(
            f"{name} reaches to {far}; at most {MAX_ROWS:,} rows and {MAX_COLUMNS} columns are "
            "read. Delete the rows and columns that stand empty."
        )
    return found


def _cells(name: str, sheet: Worksheet) -> Iterator[Cell]:
    merged = {merge.coord: (merge.min_row, merge.min_col) for merge in sheet.merged_cells.ranges}
    for coordinates, (row, column) in merged.items():
        yield Cell(column, row, "", f"the merged cells {coordinates}")
    for cells in sheet.iter_rows():
        for cell in cells:
            if isinstance(cell, Written) and (cell.row, cell.column) not in merged.values():
                yield _cell(cell)


def _cell(cell: Written) -> Cell:
    column, row, value = cell.column, cell.row, cell.value
    if cell.data_type == "f":
        shown = value if isinstance(value, str) else "over several cells"
        return Cell(column, row, "", f"a formula, {shown[:40]!r}")
    if cell.data_type == "e":
        return Cell(column, row, "", f"the error {value}")
    return Cell(column, row, _text(value))


def _text(value: object) -> str:
    """A value as it is written in a CSV file: days in ISO 8601, whole numbers without a point."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, dt.datetime) and value.time() == dt.time():
        return value.date().isoformat()
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value).strip()
