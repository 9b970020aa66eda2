"""The read-only API: lists as ``{total, items, next}``, and each record alone."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from lanzadash.exports.address import permalink
from lanzadash.queries.obligations import obligations
from lanzadash.web.routes.asking import Asking
from lanzadash.web.routes.lists import List, Row
from lanzadash.web.routes.paging import not_found, page_of, turned
from lanzadash.web.routes.parameters import Parameters
from lanzadash.web.routes.replies import Reply, as_json
from lanzadash.web.routes.titles import title


def whole_list(shown: List) -> Callable[[Asking[Parameters]], Reply]:
    """Answers one page of a list."""

    def answer(asking: Asking[Parameters]) -> Reply:
        found = page_of(shown, asking)
        _, following = turned(asking, found)
        items = [item(shown, row, asking) for row in found.rows]
        return as_json({"total": found.total, "items": items, "next": following})

    return answer


def one_of(shown: List) -> Callable[[Asking[Parameters]], Reply]:
    """Answers one record of a list."""

    def answer(asking: Asking[Parameters]) -> Reply:
        row = shown.find(asking, asking.named["id"])
        if row is None:
            raise not_found(asking)
        return as_json(alone(shown, row, asking))

    return answer


def item(shown: List, row: Row, asking: Asking[Parameters]) -> dict[str, Any]:
    """A row as the API gives it: its id, its name in words and its lasting address come first."""
    id = row[shown.key]
    address = permalink(asking.base_url, id)
    return {"id": id, "title": title(shown.name, asking.say, row), "url": address, **row}


def alone(shown: List, row: Row, asking: Asking[Any]) -> dict[str, Any]:
    """The same where it is asked for alone: a deadline with what each Party owes."""
    told = item(shown, row, asking)
    if shown.name == "deadlines":
        told["obligations"] = asking.rows(obligations, deadline=row["deadline"])
    return told
