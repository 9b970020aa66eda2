"""HTTP routes of our own, beside the pages, over the same queries.

``ROUTES`` goes into ``st.App(..., routes=ROUTES)``. Everything is for reading only.
"""

from __future__ import annotations

from http import HTTPStatus

from starlette.requests import Request
from starlette.responses import JSONResponse
from starlette.routing import BaseRoute, Route

from lanzadash.web.routes import document, plain, records, room, threads
from lanzadash.web.routes.asking import Asking
from lanzadash.web.routes.lists import LISTS
from lanzadash.web.routes.openapi import describe
from lanzadash.web.routes.operations import OPERATIONS
from lanzadash.web.routes.parameters import OfRecord, Paged, Parameters, joined
from lanzadash.web.routes.problems import RequestError
from lanzadash.web.routes.replies import ALWAYS, Reply, as_json
from lanzadash.web.routes.serving import get


def _description(asking: Asking[Parameters]) -> Reply:
    about = {"base_url": asking.base_url, "version": asking.meta["version"]}
    return as_json(describe(OPERATIONS, asking.offered, **about))


def _nothing_here(asking: Asking[Parameters]) -> Reply:
    """Else the dashboard would answer, with a page, what a program asks."""
    detail = asking.say("Nothing stands at this address. See /api/v1/openapi.json.")
    raise RequestError(HTTPStatus.NOT_FOUND, detail)


def _healthy(request: Request) -> JSONResponse:
    """The server answers, whether or not it has something to show."""
    return JSONResponse({"status": "ok"}, headers=ALWAYS)


ROUTES: list[BaseRoute] = [
    get("/api/v1/openapi.json", Parameters, _description),
    *(operation.route() for operation in OPERATIONS),
    *(
        get(
            f"/plain/{one.name}",
            joined(f"{one.name}_plain", Paged, one.filters),
            plain.as_page(one),
            refuse=document.refused,
        )
        for one in LISTS.values()
    ),
    get("/plain/threads", Parameters, threads.as_page_of_all, refuse=document.refused),
    get("/plain/threads/{id:path}", threads.Ordered, threads.as_page, refuse=document.refused),
    get("/id/{id:path}.json", OfRecord, records.as_object),
    get("/id/{id:path}.ics", OfRecord, records.as_calendar),
    get("/id/{id:path}.bib", OfRecord, records.as_bibtex),
    get("/id/{id:path}.ris", OfRecord, records.as_ris),
    get("/id/{id:path}", OfRecord, records.as_page, refuse=document.refused),
    get("/room", room.Chosen, room.as_chosen, refuse=document.refused),
    get("/room/{id:path}", Parameters, room.as_page, refuse=document.refused),
    Route("/healthz", _healthy),
    get("/api/{rest:path}", Parameters, _nothing_here),
    get("/export/{rest:path}", Parameters, _nothing_here),
    get("/picture/{rest:path}", Parameters, _nothing_here),
    get("/plain/{rest:path}", Parameters, _nothing_here, refuse=document.refused),
]
