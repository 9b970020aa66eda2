"""Lists as CSV and JSON; as a workbook see :mod:`lanzadash.exports.workbook`."""

from __future__ import annotations

import csv
import datetime as dt
import io
import json
from collections.abc import Iterable

from lanzadash.exports.about import About
from lanzadash.exports.columns import Cell
from lanzadash.exports.listings import LISTINGS
from lanzadash.exports.rows import Row, clean
from lanzadash.language import Language

_FORMULA = ("=", "+", "-", "@")


def to_csv(name: str, rows: Iterable[Row], say: Language, about: About) -> bytes:
    """A list as CSV: UTF-8 with a byte order mark, as Excel wants it; RFC 4180 otherwise.

    ``name`` is a key of :data:`~lanzadash.exports.listings.LISTINGS`, ``rows`` are rows of the
    query of that name. Headers are words; days are ``YYYY-MM-DD``; several values in a cell are
    separated by semicolons. A text that a spreadsheet would take for a formula gets an apostrophe
    in front. The last column repeats the disclaimer, since rows are passed on without their file.
    """
    listing = LISTINGS[name]
    file = io.StringIO(newline="")
    writer = csv.writer(file)
    writer.writerow([*(say(column.title) for column in listing.columns), say("Notice")])
    notice = about.notice(say)
    for cells in listing.cells(rows, say, about.base_url):
        writer.writerow([*(_written(cell, say) for cell in cells), notice])
    return file.getvalue().encode("utf-8-sig")


def to_json(name: str, rows: Iterable[Row], say: Language, about: About) -> bytes:
    """A list as JSON: ``{about, columns: [{key, title, meaning}], total, items: [{key: value}]}``.

    Days are ``YYYY-MM-DD``, missing values ``null``; texts and words are in the language asked
    for, keys are the same in each.
    """
    listing = LISTINGS[name]
    keys = [column.key for column in listing.columns]
    items = [
        dict(zip(keys, cells, strict=True)) for cells in listing.cells(rows, say, about.base_url)
    ]
    told = {
        "about": {
            "title": clean(about.title),
            "filter": clean(about.filters),
            "as_of": about.as_of,
            "address": about.address,
            "version": about.version,
            "digest": about.digest,
            "illustrative": about.illustrative,
            "language": say.code,
            "notice": about.notice(say),
        },
        "columns": [
            {"key": column.key, "title": say(column.title), "meaning": say(column.meaning)}
            for column in listing.columns
        ],
        "total": len(items),
        "items": items,
    }
    return json.dumps(told, ensure_ascii=False, indent=1, default=dt.date.isoformat).encode()


def in_words(cell: Cell, say: Language) -> str | int | float | dt.date | None:
    """A cell for a spreadsheet: yes and no in words, several values as one text."""
    if isinstance(cell, bool):
        return say("yes") if cell else say("no")
    return "; ".join(cell) if isinstance(cell, list) else cell


def _written(cell: Cell, say: Language) -> str:
    value = in_words(cell, say)
    if isinstance(value, str):
        return f"'{value}" if value.lstrip().startswith(_FORMULA) else value
    return "" if value is None else str(value)
