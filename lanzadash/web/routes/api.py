"""The read-only API: lists as ``{total, items, next}``, and each record alone."""

from __future__ import annotations

from collections.abc import Callable
from http import HTTPStatus
from typing import Any, cast

from lanzadash.exports.address import permalink
from lanzadash.language import Language
from lanzadash.web.routes.answers import Answer, as_json
from lanzadash.web.routes.asking import Asking
from lanzadash.web.routes.lists import Found, List, Row
from lanzadash.web.routes.parameters import Paged, Parameters
from lanzadash.web.routes.problems import Fault, RequestError
from lanzadash.web.routes.titles import title
from lanzadash.web.routes.views import chosen, here

_QUOTED = 100
"""Characters of a wrong id that are quoted back."""


def whole_list(shown: List) -> Callable[[Asking[Parameters]], Answer]:
    """Answers one page of a list."""

    def answer(asking: Asking[Parameters]) -> Answer:
        page = page_of(shown, asking)
        paging = cast(Paged, asking.parameters)
        more = paging.page * paging.per_page < page.total
        return as_json(
            {
                "total": page.total,
                "items": [item(shown, row, asking) for row in page.rows],
                "next": here(asking, page=paging.page + 1) if more else None,
            }
        )

    return answer


def one_of(shown: List) -> Callable[[Asking[Parameters]], Answer]:
    """Answers one record of a list."""
    return lambda asking: as_json(item(shown, found(shown, asking), asking))


def page_of(shown: List, asking: Asking[Parameters]) -> Found:
    """The page of a list that is asked for. Raises ``RequestError`` (404) past the last one."""
    paging = cast(Paged, asking.parameters)
    filters = chosen(asking, shown.filters)
    offset = (paging.page - 1) * paging.per_page
    page = shown.ask(asking.connection, asking.as_of, filters, paging.per_page, offset)
    if not page.rows and paging.page > 1:
        total = shown.ask(asking.connection, asking.as_of, filters, 1, 0).total
        raise _no_such_page(paging, total, asking.say)
    return page


def found(shown: List, asking: Asking[Parameters]) -> Row:
    """The record that the path names. Raises ``RequestError`` (404) where there is none."""
    row = shown.find(asking.connection, asking.as_of, asking.named["id"])
    if row is None:
        raise not_found(asking)
    return row


def not_found(asking: Asking[Parameters]) -> RequestError:
    """The path names a record that is not on file, or was not on the day asked for."""
    say, id = asking.say, asking.named["id"][:_QUOTED]
    if asking.as_of.past:
        day = say.date(asking.as_of.day)
        detail = say("“{id}” is not on file as of {day}.", id=id, day=day)
    else:
        detail = say("“{id}” is not on file.", id=id)
    return RequestError(HTTPStatus.NOT_FOUND, detail)


def item(shown: List, row: Row, asking: Asking[Parameters]) -> dict[str, Any]:
    """A row as the API gives it: its id, its name in words and its lasting address come first."""
    id = row[shown.key]
    address = permalink(asking.base_url, id)
    return {"id": id, "title": title(asking.say, shown.name, row), "url": address, **row}


def _no_such_page(paging: Paged, total: int, say: Language) -> RequestError:
    last = max(1, -(-total // paging.per_page))
    detail = say("The list has no such page; the last one is {last}.", last=last)
    return RequestError(HTTPStatus.NOT_FOUND, detail, [Fault("page", str(paging.page), detail)])
