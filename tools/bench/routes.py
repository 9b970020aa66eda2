"""Our own routes, asked through Starlette without a network between."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable
from pathlib import Path

from starlette.applications import Starlette
from starlette.testclient import TestClient

from lanzadash import __version__
from lanzadash.library import load
from lanzadash.store import publish
from lanzadash.web.routes import ROUTES
from lanzadash.web.routes.serving import REPLIES
from lanzadash.web.view import ANSWERS
from tools.bench.building import DATA
from tools.bench.measure import Figure, times

_ASKED = (
    ("calendar of one Party", "/calendar.ics?party=PRT", 30),
    ("API, a page of decisions", "/api/v1/decisions", 50),
    ("plain page, deadlines of one Party", "/plain/deadlines?party=PRT", 100),
    ("page of one decision", "/id/T-ES/35/d6", 100),
)


def figures() -> list[Figure]:
    """Milliseconds of an answer made anew, of one kept, and of one unchanged by its tag."""
    with tempfile.TemporaryDirectory() as folder:
        publish(Path(folder), load(DATA), version=__version__)
        os.environ["LANZADASH_STORE"] = folder
        with TestClient(Starlette(routes=ROUTES)) as site:
            return [figure for row in _ASKED for figure in _of(site, *row)]


def _of(site: TestClient, what: str, address: str, bar: float) -> list[Figure]:
    tag = {"If-None-Match": site.get(address).headers["etag"]}
    return [
        Figure(f"{what}, made anew", times(_forgetting(lambda: site.get(address))), "ms", bar),
        Figure(f"{what}, kept", times(lambda: site.get(address)), "ms", bar),
        Figure(f"{what}, unchanged", times(lambda: site.get(address, headers=tag)), "ms"),
    ]


def _forgetting(ask: Callable[[], object]) -> Callable[[], object]:
    """Ask with nothing kept from before."""

    def asked() -> object:
        ANSWERS.clear()
        REPLIES.clear()
        return ask()

    return asked
