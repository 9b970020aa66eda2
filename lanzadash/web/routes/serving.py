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
from lanzadash.store import StoreError, open_store
from lanzadash.web.routes import freshness, recent
from lanzadash.web.routes.asking import Asking, base_url, day_asked
from lanzadash.web.routes.negotiation import asked_language
from lanzadash.web.routes.on_file import offered
from lanzadash.web.routes.parameters import P, read
from lanzadash.web.routes.problems import RequestError
from lanzadash.web.routes.replies import ALWAYS, Reply, refused
from lanzadash.web.view import store_path, today

log = logging.getLogger("lanzadash")

Refusal: TypeAlias = Callable[[RequestError, Language], Reply]

_READS = ("GET", "HEAD")
_METHODS = (*_READS, "OPTIONS", "POST", "PUT", "PATCH", "DELETE")
"""All are taken, so that the wrong ones are answered by a problem of ours too."""

_PREFLIGHT = {
    "Allow": "GET, HEAD, OPTIONS",
    "Access-Control-Allow-Methods": "GET, HEAD",
    "Access-Control-Allow-Headers": "If-None-Match, If-Modified-Since",
    "Access-Control-Max-Age": "86400",
}


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
            retry = {"Retry-After": "60"}
            problem = RequestError(HTTPStatus.SERVICE_UNAVAILABLE, str(error), headers=retry)
        except Exception as error:
            problem = _failed(error, say)
        return _response(refuse(problem, say), problem.status, problem.headers)

    return Route(path, endpoint, methods=list(_METHODS))


def _answered(
    request: Request, say: Language, model: type[P], handler: Callable[[Asking[P]], Reply]
) -> Response:
    if request.method not in _READS:
        detail = say("Nothing can be changed here: only GET and HEAD are answered.")
        raise RequestError(HTTPStatus.METHOD_NOT_ALLOWED, detail, headers={"Allow": "GET, HEAD"})
    with closing(open_store(store_path()).cursor()) as connection:
        about, day, base = meta(connection), today(), base_url(request)
        path, query = request.scope["path"], request.query_params.multi_items()
        tag = freshness.entity_tag(about, day, say.code, base, path, repr(sorted(query)))
        modified = freshness.last_modified(about, day)
        head = _head(tag, modified, say)
        # A tag that fits was given to this very request, so that nothing needs checking.
        if freshness.has_tag(request.headers, tag):
            return Response(status_code=HTTPStatus.NOT_MODIFIED, headers=head)
        answer = recent.recall(tag)
        if answer is None:
            values = offered(connection, say, freshness.generation(about))
            parameters = read(model, query, values, say)
            answer = handler(
                Asking(
                    path=path,
                    named=request.path_params,
                    query=query,
                    parameters=parameters,
                    say=say,
                    today=day,
                    as_of=day_asked(parameters.as_of, day),
                    base_url=base,
                    connection=connection,
                    meta=about,
                    offered=values,
                )
            )
            recent.keep(tag, answer)
        if freshness.has_since(request.headers, modified):
            return Response(status_code=HTTPStatus.NOT_MODIFIED, headers=head)
        return _response(answer, HTTPStatus.OK, head)


def _head(tag: str, modified: dt.datetime, say: Language) -> dict[str, str]:
    return {
        **ALWAYS,
        "ETag": tag,
        "Last-Modified": freshness.http_date(modified),
        "Cache-Control": "no-cache",
        "Vary": "Accept-Language",
        "Content-Language": say.code,
    }


def _response(answer: Reply, status: HTTPStatus, headers: Mapping[str, str]) -> Response:
    head = {**ALWAYS, **headers, "Content-Type": answer.media, **answer.headers}
    return Response(answer.body, status_code=status, headers=head)


def _failed(error: Exception, say: Language) -> RequestError:
    id = secrets.token_hex(4)
    log.error("request failed, id %s", id, exc_info=error)
    detail = say("Nothing is lost. If you report it, give this number: {id}.", id=id)
    return RequestError(HTTPStatus.INTERNAL_SERVER_ERROR, detail)
