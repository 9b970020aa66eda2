"""Lists as an Excel workbook."""

from __future__ import annotations

import datetime as dt
import io
from collections.abc import Callable, Iterable

from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from lanzadash.exports.about import About
from lanzadash.exports.columns import Cell, Column
from lanzadash.exports.listings import LISTINGS
from lanzadash.exports.rows import Row, clean
from lanzadash.exports.tables import in_words
from lanzadash.language import Language

LONGEST_TEXT = 32_767
"""Characters that a cell of Excel holds."""

DAY_ZERO = dt.date(1899, 12, 30)
FIRST_DAY = dt.date(1900, 3, 1)
"""Excel counts days, and a 29 February 1900 among them; one before that is written as text."""

WIDTHS = {"summary": 70, "context": 40, "when": 28, "permalink": 44, "source": 44, "title": 60}
STEP = 1_000


def to_xlsx(
    name: str,
    rows: Iterable[Row],
    say: Language,
    about: About,
    *,
    progress: Callable[[int], None] | None = None,
) -> bytes:
    """A list as a workbook of two sheets: the list, and "About" it; the same input, same bytes.

    ``name`` is a key of :data:`~lanzadash.exports.listings.LISTINGS`, ``rows`` are rows of the
    query of that name. Days are days; the header stays in sight and filters; a text is never a
    formula or a link. Rows are written as they come; ``progress`` is told how many there are after
    every thousand, and at the end.
    """
    listing = LISTINGS[name]
    file = io.BytesIO()
    options = {"constant_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    book = Workbook(file, options)
    book.set_properties(
        {
            "title": clean(about.title),
            "comments": about.notice(say),
            "author": "lanzadash",
            "created": dt.datetime.combine(about.as_of, dt.time()),
        }
    )
    header = book.add_format({"bold": True, "bottom": 1, "text_wrap": True, "valign": "top"})
    day = book.add_format({"num_format": "yyyy-mm-dd", "align": "left"})
    sheet = book.add_worksheet(say(listing.title))
    _headings(sheet, listing.columns, say, header)
    count = 0
    for cells in listing.cells(rows, say, about.base_url):
        count += 1
        for at, cell in enumerate(cells):
            _write(sheet, count, at, in_words(cell, say), day)
        if progress and count % STEP == 0:
            progress(count)
    if progress:
        progress(count)
    sheet.autofilter(0, 0, count, len(listing.columns) - 1)
    _about(book.add_worksheet(say("About")), listing.columns, say, about, count, header)
    book.close()
    return file.getvalue()


def _headings(sheet: Worksheet, columns: Iterable[Column], say: Language, header: Format) -> None:
    sheet.freeze_panes(1, 1)
    sheet.repeat_rows(0)
    sheet.set_landscape()
    for at, column in enumerate(columns):
        sheet.set_column(at, at, WIDTHS.get(column.key, 16))
        sheet.write_string(0, at, say(column.title), header)


def _write(sheet: Worksheet, row: int, at: int, cell: Cell, day: Format) -> None:
    if cell is None:
        return
    if isinstance(cell, dt.date) and cell >= FIRST_DAY:
        sheet.write_number(row, at, (cell - DAY_ZERO).days, day)
    elif isinstance(cell, int | float):
        sheet.write_number(row, at, cell)
    else:
        text = str(cell)
        cut = len(text) > LONGEST_TEXT
        sheet.write_string(row, at, text[: LONGEST_TEXT - 1] + "…" if cut else text)


def _about(
    sheet: Worksheet,
    columns: Iterable[Column],
    say: Language,
    about: About,
    count: int,
    header: Format,
) -> None:
    """The sheet that says where the list comes from and what its columns mean."""
    sheet.set_column(0, 0, 28)
    sheet.set_column(1, 1, 100)
    lines = [*about.facts(say, count), (say("Notice"), about.notice(say))]
    for row, (label, value) in enumerate(lines):
        sheet.write_string(row, 0, label, header)
        sheet.write_string(row, 1, clean(value))
    row = len(lines) + 1
    sheet.write_string(row, 0, say("Column"), header)
    sheet.write_string(row, 1, say("Meaning"), header)
    for column in columns:
        row += 1
        sheet.write_string(row, 0, say(column.title))
        sheet.write_string(row, 1, say(column.meaning))
