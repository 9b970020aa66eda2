"""Lists without JavaScript: for print, for a screen reader, for an old phone."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import NamedTuple

from lanzadash.exports import phrases
from lanzadash.exports.listings import LISTINGS
from lanzadash.queries.asof import AsOf
from lanzadash.web.address import href
from lanzadash.web.routes.asking import Asking
from lanzadash.web.routes.cells import cell
from lanzadash.web.routes.document import kept, page
from lanzadash.web.routes.files import formats
from lanzadash.web.routes.lists import Found, List, Row
from lanzadash.web.routes.paging import page_in, page_of, turned
from lanzadash.web.routes.parameters import Parameters, sort_of
from lanzadash.web.routes.replies import Reply
from lanzadash.web.routes.titles import title
from lanzadash.web.routes.views import address, chosen, dashboard, in_words, one_line

_EVERY = 10_000
_COLUMNS = {
    "deadlines": ("summary", "force", "addressees", "submit_to", "codes", "set_by"),
    "decisions": ("verb", "context", "summary", "codes"),
    "meetings": ("start_date", "end_date", "status", "place", "decisions", "deadlines"),
    "recommendations": ("grade", "summary", "stage", "stage_on"),
    "parties": ("signed", "ratified", "in_force"),
    "documents": ("kind", "dated", "address"),
}
"""Columns of a printed table, of those of an export; the name comes first, the source last."""


class Field(NamedTuple):
    """One filter above a list; without ``options`` words are asked for."""

    name: str
    label: str
    value: str | None
    options: Mapping[str, str] | None


def as_page(shown: List) -> Callable[[Asking[Parameters]], Reply]:
    """Answers a list as tables, with its filters as a form."""
    listing = LISTINGS[shown.name]
    by_key = {column.key: column for column in listing.columns}
    columns = [by_key[key] for key in _COLUMNS[shown.name]]
    named = phrases.due if shown.name == "deadlines" else partial(title, shown.name)

    def answer(asking: Asking[Parameters]) -> Reply:
        say = asking.say
        found = _ORDERS.get(shown.name, page_of)(shown, asking)
        previous, following = turned(asking, found)
        words = [word for _, word in in_words(asking, shown.filters)]
        return page(
            asking,
            "list.html",
            title=" · ".join([say(shown.title), *words]),
            first=say("Due") if shown.name == "deadlines" else say(shown.title),
            current=shown.name,
            formats=_formats(shown, asking),
            page=dashboard(asking, shown.name, shown.filters),
            fields=_fields(shown, asking),
            kept=[(name, value) for name, value in kept(asking).items() if value],
            total=found.total,
            chosen=one_line(asking, shown.filters),
            sections=_sections(shown, asking, found.rows),
            columns=[one for one in columns if any(cell(say, one, row) for row in found.rows)],
            address=lambda row: href(f"id/{row[shown.key]}", **_own(shown, asking), **kept(asking)),
            name=partial(named, say),
            cell=partial(cell, say),
            previous=previous,
            following=following,
        )

    return answer


def _deadlines(shown: List, asking: Asking[Parameters]) -> Found:
    """Deadlines to come first, then rules without a day, then the past from its end."""
    filters = chosen(asking, shown.filters)
    rows = shown.ask(asking, filters, _EVERY, 0).rows
    past = [row for row in rows if _is_past(row, asking.as_of)]
    others = [row for row in rows if not _is_past(row, asking.as_of)]
    return page_in([*others, *reversed(past)], asking)


def _parties(shown: List, asking: Asking[Parameters]) -> Found:
    """Parties by their names in the language of the page."""
    rows = shown.ask(asking, chosen(asking, shown.filters), _EVERY, 0).rows
    return page_in(asking.say.in_order(rows, partial(title, shown.name, asking.say)), asking)


_ORDERS = {"deadlines": _deadlines, "parties": _parties}


def _is_past(row: Row, as_of: AsOf) -> bool:
    return bool(row["due"] and row["last_day"] < as_of.day)


def _sections(
    shown: List, asking: Asking[Parameters], rows: Sequence[Row]
) -> list[tuple[str, Sequence[Row]]]:
    """The rows under their headings; only deadlines have any."""
    if shown.name != "deadlines":
        return [("", rows)]
    say, day = asking.say, asking.as_of
    party = chosen(asking, shown.filters)["party"]
    unclear = [row for row in rows if party and not row["addressed"]]
    rows = [row for row in rows if row["addressed"] or not party]
    return [
        (say("Upcoming"), [row for row in rows if row["due"] and not _is_past(row, day)]),
        (say("Addressee not on file: may concern you"), unclear),
        (say("Standing rules"), [row for row in rows if not row["due"]]),
        (say("Past"), [row for row in rows if _is_past(row, day)]),
    ]


def _own(shown: List, asking: Asking[Parameters]) -> dict[str, str | None]:
    """A deadline is opened as the Party sees it that was chosen."""
    return {"party": getattr(asking.parameters, "party", None)} if shown.name == "deadlines" else {}


def _fields(shown: List, asking: Asking[Parameters]) -> list[Field]:
    values = chosen(asking, shown.filters)
    fields = []
    for name, field in shown.filters.model_fields.items():
        if not field.title:  # how the list is made, not which rows
            continue
        sort = sort_of(shown.filters, name)
        options = asking.offered(sort) if sort else None
        fields.append(Field(name, asking.say(field.title or name), values[name], options))
    return fields


def _formats(shown: List, asking: Asking[Parameters]) -> list[tuple[str, str, str]]:
    """The same list for other programs: name, media type, address."""
    choice = {**chosen(asking, shown.filters), **kept(asking)}
    return [
        (ending.upper(), form.media, address(f"/export/{shown.name}.{ending}", [], choice))
        for ending, form in formats(shown).items()
    ]
