"""An empty form for assessments, as XLSX with lists to choose from, or as CSV."""

from __future__ import annotations

import csv
import datetime as dt
import io
from collections.abc import Mapping, Sequence

from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from lanzadash.forms.assessments import CERTAINTIES, COLUMNS, NEEDED, SHEET, Choices
from lanzadash.language import Language, language
from lanzadash.words import _

LAST_ROW = 2_000
"""Rows that offer lists to choose from; a form may have more."""

MEANINGS = {
    "recommendation": _("The recommendation: a code of the list. Needed."),
    "party": _("The Party: a code of three letters of the list. Needed."),
    "relation": _(
        "addressed: the recommendation names the Party; assessed: the Committee looked at it for "
        "the Party. Needed."
    ),
    "assessed_on": _(
        "The day of it as precisely as the text prints it: 2021-12-03, 2021-12 or 2021."
    ),
    "outcome": _(
        "Only where a text of the Committee states one; else empty, which says that the outcome is "
        "not on file."
    ),
    "document": _("The document, by its symbol or its title."),
    "note": _("A remark of your own."),
    "source": _("Where it was read: symbols or public addresses, separated by “ ; ”. Needed."),
    "certainty": _(
        "sourced: read there; inferred: follows from what was read; well_known: recalled, to be "
        "confirmed. Needed."
    ),
    "known_on": _("The first day on which the source proves it: 2021-12-03; else empty."),
}
RULES = (
    _("One row for one Party and one recommendation on one day. Keep the first row as it is."),
    _("A later assessment is a new row. A row that is on file already is never changed."),
    _("Write values, not formulas; do not merge cells; write dates in figures."),
    _("What is wrong is named cell by cell; all other rows are taken."),
)
_WIDTHS = {"recommendation": 26, "document": 36, "note": 36, "source": 48}


def empty_csv() -> bytes:
    """The header alone, as a spreadsheet opens it."""
    text = io.StringIO(newline="")
    csv.writer(text, lineterminator="\r\n").writerow(COLUMNS)
    return text.getvalue().encode("utf-8-sig")


def empty_xlsx(allowed: Choices, made_on: dt.date) -> bytes:
    """Three sheets: the form, how to fill it in English and French, and the codes with their words.

    The lists offered are ``allowed``. Every cell is text, so that no date is turned into another;
    there is no macro. The same input gives the same bytes.
    """
    file = io.BytesIO()
    book = Workbook(file, {"strings_to_formulas": False, "strings_to_urls": False})
    book.set_properties(
        {"title": SHEET, "author": "lanzadash", "created": dt.datetime.combine(made_on, dt.time())}
    )
    bold = book.add_format({"bold": True, "bottom": 1, "text_wrap": True, "valign": "top"})
    wrapped = book.add_format({"text_wrap": True, "valign": "top"})
    form = book.add_worksheet(SHEET)
    _form(form, bold, book.add_format({"num_format": "@"}))
    _instructions(book.add_worksheet("Instructions"), bold, wrapped)
    lists = _lists(allowed)
    _codes(book.add_worksheet("Lists"), lists, bold)
    for at, (name, codes) in enumerate(lists.items()):
        column = chr(65 + 3 * at)
        if codes:
            _offer(form, name, f"=Lists!${column}$2:${column}${len(codes) + 1}")
    for name in ("assessed_on", "known_on"):
        _explain(form, name)
    book.close()
    return file.getvalue()


def _form(sheet: Worksheet, bold: Format, text: Format) -> None:
    sheet.freeze_panes(1, 0)
    for at, name in enumerate(COLUMNS):
        sheet.set_column(at, at, _WIDTHS.get(name, 18), text)
        sheet.write_string(0, at, name, bold)


def _instructions(sheet: Worksheet, bold: Format, wrapped: Format) -> None:
    """How to fill the form, English beside French."""
    says: Sequence[Language] = (language("en"), language("fr"))
    sheet.set_column(0, 0, 18)
    sheet.set_column(1, 2, 70, wrapped)
    sheet.write_string(0, 1, "English", bold)
    sheet.write_string(0, 2, "Français", bold)
    lines = [*(("", rule) for rule in RULES), *MEANINGS.items()]
    for row, (name, meaning) in enumerate(lines, start=1):
        sheet.write_string(row, 0, name, bold)
        for column, say in enumerate(says, start=1):
            sheet.write_string(row, column, say(meaning), wrapped)


def _lists(allowed: Choices) -> dict[str, list[tuple[str, str, str]]]:
    """Column to the codes it may hold, each with its words in English and French."""
    return {
        "recommendation": [
            (key, row.summary_en, row.summary_fr) for key, row in allowed.recommendations.items()
        ],
        "party": [(key, row.name_en, row.name_fr) for key, row in allowed.parties.items()],
        "relation": [(key, row.name_en, row.name_fr) for key, row in allowed.relations.items()],
        "outcome": [(key, row.name_en, row.name_fr) for key, row in allowed.outcomes.items()],
        "certainty": [(key, "", "") for key in CERTAINTIES],
    }


def _codes(
    sheet: Worksheet, lists: Mapping[str, Sequence[tuple[str, str, str]]], bold: Format
) -> None:
    for at, (name, codes) in enumerate(lists.items()):
        sheet.set_column(3 * at, 3 * at, 26)
        sheet.set_column(3 * at + 1, 3 * at + 2, 40)
        for beside, heading in enumerate((name, "English", "Français")):
            sheet.write_string(0, 3 * at + beside, heading, bold)
            for row, words in enumerate(codes, start=1):
                sheet.write_string(row, 3 * at + beside, words[beside])
    sheet.freeze_panes(1, 0)


def _offer(sheet: Worksheet, name: str, source: str) -> None:
    """A list to choose from, which refuses anything else."""
    at = COLUMNS.index(name)
    rule = {
        "validate": "list",
        "source": source,
        "ignore_blank": name not in NEEDED,
        "error_title": name,
        "error_message": language("en")(MEANINGS[name])[:255],
    }
    sheet.data_validation(1, at, LAST_ROW, at, rule)


def _explain(sheet: Worksheet, name: str) -> None:
    """What to write, shown beside the cell."""
    at = COLUMNS.index(name)
    says = (language("en"), language("fr"))
    words = "\n".join(say(MEANINGS[name]) for say in says)
    rule = {"validate": "any", "input_title": name, "input_message": words[:255]}
    sheet.data_validation(1, at, LAST_ROW, at, rule)
