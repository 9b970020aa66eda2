"""From a request to an answer: what every route of ours does in the same way."""

from __future__ import annotations

import datetime as dt
import logging
import secrets
from collections.abc import Callable, Mapping
from contextlib import closing
from http import HTTPStatus
from typing import TypeAlias

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from lanzadash.language import Language
from lanzadash.queries.documents import meta
from lanzadash.store import Connection, Store, StoreError, open_store
from lanzadash.web.answers import Answers
from lanzadash.web.routes import freshness
from lanzadash.web.routes.asking import Asking, base_url, day_asked
from lanzadash.web.routes.negotiation import asked_language
from lanzadash.web.routes.on_file import offered
from lanzadash.web.routes.parameters import P, read
from lanzadash.web.routes.problems import RequestError
from lanzadash.web.routes.replies import ALWAYS, Reply, refused
from lanzadash.web.view import store_path, today

log = logging.getLogger("lanzadash")

Refusal: TypeAlias = Callable[[RequestError, Language], Reply]

REPLIES = Answers(most=128, small=lambda reply: len(reply.body) <= 256 * 1024)
"""The latest replies by their tags, which stand for all that a reply follows from: calendars and
feeds are fetched again and again by many. At most 32 MiB."""

_ABOUT = Answers(most=4)

_READS = ("GET", "HEAD")
_METHODS = (*_READS, "OPTIONS", "POST", "PUT", "PATCH", "DELETE")
"""All are taken, so that the wrong ones are answered by a problem of ours too."""

_PREFLIGHT = {
    "Allow": "GET, HEAD, OPTIONS",
    "Access-Control-Allow-Methods": "GET, HEAD",
    "Access-Control-Allow-Headers": "If-None-Match, If-Modified-Since",
    "Access-Control-Max-Age": "86400",
}

_UNKEPT = {"Cache-Control": "no-store", "Vary": "Accept-Language"}
"""What is wrong now may not be in a moment; it is told in the reader's language."""


def get(
    path: str,
    model: type[P],
    handler: Callable[[Asking[P]], Reply],
    *,
    refuse: Refusal = refused,
) -> Route:
    """A route for reading, answered in a thread of its own; what goes wrong is told by ``refuse``.

    ``handler`` raises ``RequestError`` where it cannot answer. Nothing published is a problem 503,
    and a fault of ours a 500 with a number under which the log has it.
    """

    def endpoint(request: Request) -> Response:
        if request.method == "OPTIONS":
            return Response(status_code=HTTPStatus.NO_CONTENT, headers=ALWAYS | _PREFLIGHT)
        say = asked_language(request)
        try:
            return _answered(request, say, model, handler)
        except RequestError as error:
            problem = error
        except StoreError as error:
            log.error("nothing to serve: %s", error)  # it names folders, which concern nobody else
            detail = say("Nothing is published at the moment. Ask again in a minute.")
            retry = {"Retry-After": "60"}
            problem = RequestError(HTTPStatus.SERVICE_UNAVAILABLE, detail, headers=retry)
        except Exception as error:
            problem = _failed(error, say)
        return _response(refuse(problem, say), problem.status, _UNKEPT | problem.headers)

    return Route(path, endpoint, methods=list(_METHODS))


def _answered(
    request: Request, say: Language, model: type[P], handler: Callable[[Asking[P]], Reply]
) -> Response:
    if request.method not in _READS:
        detail = say("Nothing can be changed here: only GET and HEAD are answered.")
        raise RequestError(HTTPStatus.METHOD_NOT_ALLOWED, detail, headers={"Allow": "GET, HEAD"})
    store, day = open_store(store_path()), today()
    about = _about(store)
    query = sorted(request.query_params.multi_items())
    asked = (say.code, base_url(request), request.scope["path"], repr(query))
    tag = freshness.entity_tag(about, day, *asked)
    modified = freshness.last_modified(about, day)
    head = _head(tag, modified, say)
    # A tag that fits was given to this very request, so that nothing needs checking.
    if freshness.has_tag(request.headers, tag):
        return _unchanged(head)

    def made() -> Reply:
        with closing(store.cursor()) as connection:
            return handler(_understood(request, say, model, connection, about, day))

    reply = REPLIES.get(tag, made)
    if freshness.has_any(request.headers) or freshness.has_since(request.headers, modified):
        return _unchanged(head)
    return _response(reply, HTTPStatus.OK, head)


def _about(store: Store) -> Mapping[str, str]:
    """What the published file says of itself, asked once for each."""

    def asked() -> Mapping[str, str]:
        with closing(store.cursor()) as connection:
            return meta(connection)

    return _ABOUT.get(store.edition, asked)


def _understood(
    request: Request,
    say: Language,
    model: type[P],
    connection: Connection,
    about: Mapping[str, str],
    day: dt.date,
) -> Asking[P]:
    values = offered(connection, say, freshness.generation(about))
    query = request.query_params.multi_items()
    parameters = read(model, query, values, say)
    return Asking(
        path=request.scope["path"],
        named=request.path_params,
        query=query,
        parameters=parameters,
        say=say,
        today=day,
        as_of=day_asked(parameters.as_of, day),
        base_url=base_url(request),
        connection=connection,
        meta=about,
        offered=values,
    )


def _head(tag: str, modified: dt.datetime, say: Language) -> dict[str, str]:
    return {
        **ALWAYS,
        "ETag": tag,
        "Last-Modified": freshness.http_date(modified),
        "Cache-Control": "no-cache",
        "Vary": "Accept-Language",
        "Content-Language": say.code,
    }


def _unchanged(head: Mapping[str, str]) -> Response:
    """304 without a policy: a browser would put it in place of the one that the page came with."""
    kept = {name: value for name, value in head.items() if name != "Content-Security-Policy"}
    return Response(status_code=HTTPStatus.NOT_MODIFIED, headers=kept)


def _response(reply: Reply, status: HTTPStatus, headers: Mapping[str, str]) -> Response:
    head = {**ALWAYS, **headers, "Content-Type": reply.media, **reply.headers}
    return Response(reply.body, status_code=status, headers=head)


def _failed(error: Exception, say: Language) -> RequestError:
    id = secrets.token_hex(4)
    log.error("request failed, id %s", id, exc_info=error)
    detail = say("Nothing is lost. If you report it, give this number: {id}.", id=id)
    return RequestError(HTTPStatus.INTERNAL_SERVER_ERROR, detail)
