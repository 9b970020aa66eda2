"""Our own routes, asked as the server asks them, without a network between."""

from __future__ import annotations

import asyncio
import os
import tempfile
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from starlette.applications import Starlette

from lanzadash import __version__
from lanzadash.library import load
from lanzadash.store import publish
from lanzadash.web.routes import ROUTES
from lanzadash.web.routes.asking import KEPT
from lanzadash.web.routes.serving import REPLIES
from tools.bench.building import DATA
from tools.bench.measure import Figure, times

_ASKED = (
    ("calendar of one Party", "/calendar.ics?party=PRT", 30),
    ("API, a page of decisions", "/api/v1/decisions", 50),
    ("plain page, deadlines of one Party", "/plain/deadlines?party=PRT", 100),
    ("page of one decision", "/id/T-ES/35/d6", 100),
    ("brief for a meeting, PDF", "/export/meeting/T-ES/28.pdf", 1000),
    ("brief for a meeting, Word", "/export/meeting/T-ES/28.docx", 1000),
)
_UNCHANGED = 2


def figures() -> list[Figure]:
    """Milliseconds of an answer: first of all, made anew, kept, and unchanged by its tag."""
    with tempfile.TemporaryDirectory() as folder, asyncio.Runner() as runner:
        publish(Path(folder), load(DATA), version=__version__)
        os.environ["LANZADASH_STORE"] = folder
        site = Site(runner)
        return [figure for row in _ASKED for figure in _of(site, *row)]


class Site:
    """The routes as an ASGI application; a client's own work would be most of what is measured."""

    def __init__(self, runner: asyncio.Runner) -> None:
        self._application = Starlette(routes=ROUTES)
        self._runner = runner

    def get(self, address: str, tag: bytes = b"") -> Mapping[bytes, bytes]:
        """The head of an answer that is 200, or 304 where a ``tag`` is sent."""
        head, _ = self.whole(address, tag)
        return head

    def whole(self, address: str, tag: bytes = b"") -> tuple[Mapping[bytes, bytes], bytes]:
        """The same with its body."""
        path, query = urlsplit(address).path, urlsplit(address).query
        asked = {
            "type": "http",
            "http_version": "1.1",
            "method": "GET",
            "scheme": "http",
            "server": ("localhost", 80),
            "path": path,
            "query_string": query.encode(),
            "headers": [(b"host", b"localhost"), (b"if-none-match", tag)],
        }
        told: list[Any] = []

        async def send(message: Any) -> None:
            told.append(message)

        async def receive() -> Any:
            return {"type": "http.request", "body": b"", "more_body": False}

        self._runner.run(self._application(asked, receive, send))
        assert told[0]["status"] == (304 if tag else 200), address
        return dict(told[0]["headers"]), b"".join(part.get("body", b"") for part in told[1:])


def _of(site: Site, what: str, address: str, bar: float) -> list[Figure]:
    tag = site.get(address)[b"etag"]
    asked: tuple[tuple[str, Callable[[], object], float | None], ...] = (
        ("nothing kept", forgetting(site, address, KEPT, REPLIES), None),
        ("made anew", forgetting(site, address, REPLIES), bar),
        ("kept", lambda: site.get(address), bar),
        ("unchanged", lambda: site.get(address, tag), _UNCHANGED),
    )
    return [
        Figure(f"{what}, {how}", times(run, rounds=25, warm=5), "ms", most)
        for how, run, most in asked
    ]


def forgetting(site: Site, address: str, *kept: Any) -> Callable[[], object]:
    """Ask with nothing in ``kept`` from before."""

    def asked() -> object:
        for answers in kept:
            answers.clear()
        return site.get(address)

    return asked
