"""One page of a list, or one record of it, as a request asks for it."""

from __future__ import annotations

from collections.abc import Sequence
from http import HTTPStatus
from typing import cast

from lanzadash.web.routes.asking import Asking
from lanzadash.web.routes.lists import Found, List, Row
from lanzadash.web.routes.parameters import Paged, Parameters
from lanzadash.web.routes.problems import Fault, RequestError
from lanzadash.web.routes.views import chosen, here

_QUOTED = 100
"""Characters of a wrong id that are quoted back."""


def page_of(shown: List, asking: Asking[Parameters]) -> Found:
    """The page of a list that is asked for. Raises ``RequestError`` (404) past the last one."""
    paging, filters = cast(Paged, asking.parameters), chosen(asking, shown.filters)
    first = (paging.page - 1) * paging.per_page
    found = shown.ask(asking, filters, paging.per_page, first)
    if found.rows or paging.page == 1:
        return found
    raise _no_such_page(asking, shown.ask(asking, filters, 1, 0).total)


def page_in(rows: Sequence[Row], asking: Asking[Parameters]) -> Found:
    """The same of rows that are all at hand."""
    paging = cast(Paged, asking.parameters)
    first = (paging.page - 1) * paging.per_page
    if first and first >= len(rows):
        raise _no_such_page(asking, len(rows))
    return Found(list(rows[first : first + paging.per_page]), len(rows))


def _no_such_page(asking: Asking[Parameters], total: int) -> RequestError:
    paging = cast(Paged, asking.parameters)
    last = max(1, -(-total // paging.per_page))
    detail = asking.say("The list has no such page; the last one is {last}.", last=last)
    return RequestError(HTTPStatus.NOT_FOUND, detail, [Fault("page", str(paging.page), detail)])


def turned(asking: Asking[Parameters], found: Found) -> tuple[str | None, str | None]:
    """The addresses of the page before this one and of the next, where there are any."""
    paging = cast(Paged, asking.parameters)
    more = paging.page * paging.per_page < found.total
    previous = here(asking, page=paging.page - 1) if paging.page > 1 else None
    return previous, here(asking, page=paging.page + 1) if more else None


def not_found(asking: Asking[Parameters], id: str | None = None) -> RequestError:
    """The path names a record that is not on file, or was not on the day asked for."""
    say, id = asking.say, (id or asking.named["id"])[:_QUOTED]
    if asking.as_of.past:
        day = say.date(asking.as_of.day)
        detail = say("“{id}” is not on file as of {day}.", id=id, day=day)
    else:
        detail = say("“{id}” is not on file.", id=id)
    return RequestError(HTTPStatus.NOT_FOUND, detail)
