"""Threads for programs, and as pages without JavaScript."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import Field

from lanzadash.queries import threads
from lanzadash.web import thread
from lanzadash.web.address import href
from lanzadash.web.routes.asking import Asking
from lanzadash.web.routes.document import kept, page
from lanzadash.web.routes.lists import Row
from lanzadash.web.routes.paging import not_found, page_in, turned
from lanzadash.web.routes.parameters import Parameters
from lanzadash.web.routes.replies import Reply, as_json
from lanzadash.web.routes.values import OnFile


class Ordered(Parameters):
    """In which order the steps of a thread stand."""

    order: Annotated[str, OnFile("step_orders")] | None = Field(
        None, description="Which step comes first. Without it, the newest."
    )


def as_list(asking: Asking[Parameters]) -> Reply:
    """Answers a page of all threads as JSON."""
    found = page_in(asking.rows(threads.threads), asking)
    _, following = turned(asking, found)
    items = [_item(asking, row) for row in found.rows]
    return as_json({"total": found.total, "items": items, "next": following})


def as_object(asking: Asking[Ordered]) -> Reply:
    """Answers one thread as JSON: its steps, its loops, and how its decisions relate."""
    row = _found(asking)
    steps = asking.rows(threads.steps, row["thread"], newest_first=not _oldest_first(asking))
    return as_json(
        {
            **_item(asking, row),
            "steps": steps,
            "loops": asking.rows(threads.loops, row["thread"]),
            "relations": asking.rows(threads.relations, thread=row["thread"]),
        }
    )


def as_page_of_all(asking: Asking[Parameters]) -> Reply:
    """Answers all threads as a page."""
    given = kept(asking)
    return page(
        asking,
        "threads.html",
        title=asking.say("Threads"),
        formats=[("JSON", "application/json", href("api/v1/threads", **given))],
        page=href("threads", **given),
        current="threads",
        threads=asking.rows(threads.threads),
    )


def as_page(asking: Asking[Ordered]) -> Reply:
    """Answers one thread as a page."""
    row, given = _found(asking), kept(asking)
    around = thread.around(asking.rows, asking.say, row, oldest_first=_oldest_first(asking))
    return page(
        asking,
        "thread.html",
        title=thread.title(asking.say, row),
        formats=[("JSON", "application/json", href(f"api/v1/threads/{row['thread']}", **given))],
        page=href("threads", id=row["thread"], **given),
        current="threads",
        **around,
    )


def _oldest_first(asking: Asking[Ordered]) -> bool:
    return asking.parameters.order == "oldest"


def _found(asking: Asking[Any]) -> Row:
    """The thread that the path names. Raises ``RequestError`` (404) without one."""
    found = asking.rows(threads.threads, thread=asking.named["id"])
    if not found:
        raise not_found(asking)
    return found[0]


def _item(asking: Asking[Any], row: Row) -> dict[str, Any]:
    address = asking.base_url + href("threads", id=row["thread"])
    return {
        "id": row["thread"],
        "title": thread.title(asking.say, row),
        "url": address,
        **row,
    }
