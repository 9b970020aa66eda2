"""What a column of an exported list is, and the columns that several lists share."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from lanzadash import words
from lanzadash.exports.address import permalink
from lanzadash.exports.rows import Row, clean
from lanzadash.language import Language

Cell = str | int | float | bool | dt.date | list[str] | None


def _(message: str) -> str:
    """Marks a word for the catalogues; it is looked up when written."""
    return message


@dataclass(frozen=True)
class Column:
    """``key`` is its name for machines; ``title`` and ``meaning`` are looked up when written."""

    key: str
    title: str
    meaning: str
    value: Callable[[Row, Language], object]


@dataclass(frozen=True)
class Listing:
    """A list: its title, the key of its rows' ids, and what is told of each row.

    The last column is the permalink.
    """

    title: str
    key: str
    columns: tuple[Column, ...]

    def cells(self, rows: Iterable[Row], say: Language, base_url: str) -> Iterator[list[Cell]]:
        """The cells of each row, in the order of ``columns``."""
        for row in rows:
            cells = [_cell(column.value(row, say)) for column in self.columns[:-1]]
            yield [*cells, permalink(base_url, row[self.key])]


def _cell(value: object) -> Cell:
    if value is None or value == "":
        return None
    if isinstance(value, bool | int | float | dt.date):
        return int(value) if isinstance(value, float) and value.is_integer() else value
    if isinstance(value, list | tuple):
        return [clean(part) for part in value]
    return clean(value)


def plain(key: str, title: str, meaning: str) -> Column:
    return Column(key, title, meaning, lambda row, say: row[key])


def picked(key: str, title: str, meaning: str) -> Column:
    return Column(key, title, meaning, lambda row, say: say.pick(row, key))


def written(key: str, title: str, meaning: str, lang: str = "") -> Column:
    """A text on file in one language only: that in the row's ``lang``, else English."""

    def value(row: Row, say: Language) -> object:
        return say.written(row[key], row[lang] if lang else None) if row[key] else None

    return Column(key, title, meaning, value)


def worded(
    key: str, title: str, meaning: str, word: Callable[[Language, str | None], str]
) -> Column:
    return Column(key, title, meaning, lambda row, say: word(say, row[key]))


def record_id(key: str) -> Column:
    return plain(key, _("Id"), _("Permanent id of the record, made from what is printed."))


SUMMARY = picked("summary", _("Summary"), _("In our own words; only the adopted text counts."))
ROUND = picked("round_short", _("Procedure"), _("Monitoring round or compliance procedure."))
SYMBOL = Column(
    "symbol",
    _("Document"),
    _("Symbol of the document that prints it, with language and version."),
    lambda row, say: words.cite(say, row),
)
PLACE = (
    plain("page", _("Page"), _("Page of the document, where it has pages.")),
    plain("block", _("Block as read"), _("Where the reader found it: a count, printed nowhere.")),
)
END = (
    plain("source", _("Source"), _("Document symbol or public address it was taken from.")),
    worded(
        "certainty",
        _("Certainty"),
        _("How far to trust the row: sourced, inferred, to be confirmed or illustrative."),
        words.certainty,
    ),
    plain("known_on", _("Known since"), _("Day since which it is known; empty if not on file.")),
    Column("permalink", _("Permalink"), _("Lasting address of the record."), lambda row, say: None),
)
