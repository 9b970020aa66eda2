"""The routes as the server has them, over a published store, without a server."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient

from lanzadash import __version__
from lanzadash.library import load
from lanzadash.store import publish
from lanzadash.web.routes import ROUTES
from lanzadash.web.routes.serving import REPLIES

TODAY = "2026-11-21"

Site = TestClient


@pytest.fixture
def site_of(monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[[Path], Site]]:
    """Ask the routes over any store: ``site_of(folder).get("/readyz")``."""
    monkeypatch.setenv("LANZADASH_TODAY", TODAY)
    monkeypatch.delenv("LANZADASH_URL", raising=False)
    REPLIES.clear()
    with ExitStack() as stack:

        def ask(store: Path) -> Site:
            monkeypatch.setenv("LANZADASH_STORE", str(store))
            return stack.enter_context(TestClient(Starlette(routes=ROUTES)))

        yield ask


@pytest.fixture
def site(shipped: Path, site_of: Callable[[Path], Site]) -> Site:
    """The routes over the repository's data."""
    return site_of(shipped)


@pytest.fixture
def small(
    data_folder: Callable[..., Path], tmp_path: Path, site_of: Callable[[Path], Site]
) -> Callable[..., Site]:
    """The routes over the small folder, with the rows that a test wants different."""

    def ask(**changes: object) -> Site:
        publish(tmp_path / "store", load(data_folder(**changes)), version=__version__)
        return site_of(tmp_path / "store")

    return ask
