"""The cells of a plain table: what an export writes as values, as markup."""

from __future__ import annotations

import datetime as dt

from markupsafe import Markup, escape

from lanzadash.exports.columns import Column
from lanzadash.language import Language, Text
from lanzadash.web import html
from lanzadash.web.routes.lists import Row

_ADDRESSES = ("source", "address")
_PARTIAL_DATES = ("dated", "stage_on")


def cell(say: Language, column: Column, row: Row) -> Markup:
    """One value in the reader's language, escaped; empty where nothing is on file."""
    value = column.value(row, say)
    if value is None or value == "":
        return Markup("")
    if isinstance(value, Text):
        return html.marked(say, value)
    if isinstance(value, bool):
        return escape(say("yes") if value else say("no"))
    if isinstance(value, dt.date):
        return html.day(say, value)
    if isinstance(value, list | tuple):
        return escape(say.list(str(one) for one in value))
    if column.key in _PARTIAL_DATES:
        return escape(say.partial_date(str(value)))
    return html.source(str(value)) if column.key in _ADDRESSES else escape(_whole(value))


def _whole(value: object) -> object:
    return int(value) if isinstance(value, float) and value.is_integer() else value
