"""A real Chromium on a real server; a server of its own for a page that is to be opened cold."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect, sync_playwright

ROOT = Path(__file__).parents[2]
TODAY = "2026-11-21"
NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
FLAGS = ("--no-sandbox", "--disable-gpu", "--disable-background-networking")
NONE_FOUND = (
    "no Chromium was found. Get one with `apt-get install chromium` or with "
    "`.venv/bin/playwright install chromium`, or name one in LANZADASH_CHROMIUM"
)
PROBED = ("_stcore/health", "_stcore/host-config")
"""What Streamlit asks for under every page's path before it asks at the root; answered 404."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Everything here drives the browser, and one process alone runs it."""
    for item in items:
        if item.path.is_relative_to(Path(__file__).parent):
            item.add_marker(pytest.mark.browser)
            item.add_marker(pytest.mark.xdist_group("browser"))
            if chromium() is None:
                item.add_marker(pytest.mark.skip(NONE_FOUND))


@cache
def chromium() -> str | None:
    """The path of a Chromium: the one named, the system's, Playwright's own."""
    if named := os.environ.get("LANZADASH_CHROMIUM"):
        return named
    if found := next(filter(None, map(shutil.which, NAMES)), None):
        return found
    with sync_playwright() as playwright:
        own = playwright.chromium.executable_path
    return own if Path(own).exists() else None


class Server:
    """``app.py`` under ``streamlit run`` as ``python -m lanzadash serve`` starts it."""

    def __init__(self, port: int, store: Path, log: Path) -> None:
        self.address = f"http://127.0.0.1:{port}"
        options = [f"--server.port={port}", "--server.address=127.0.0.1"]
        with log.open("wb") as output:
            self._process = subprocess.Popen(
                [sys.executable, "-m", "streamlit", "run", "app.py", *options],
                cwd=ROOT,
                env=os.environ | {"LANZADASH_STORE": str(store), "LANZADASH_TODAY": TODAY},
                stdout=output,
                stderr=subprocess.STDOUT,
            )
        try:
            self._wait(log)
        except BaseException:
            self.stop()
            raise

    def stop(self) -> None:
        self._process.kill()
        self._process.wait()

    def _wait(self, log: Path) -> None:
        """Until it answers."""
        end = time.monotonic() + 60
        while time.monotonic() < end and self._process.poll() is None:
            try:
                urllib.request.urlopen(f"{self.address}/_stcore/health", timeout=5).close()
                return
            except OSError:
                time.sleep(0.05)
        raise RuntimeError(f"the server did not start:\n{log.read_text('utf-8')}")


Starter = Callable[..., Server]
Opener = Callable[..., Page]


@pytest.fixture(scope="session")
def served(shipped: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A server that has been running for a while."""
    server = Server(free_port(), shipped, tmp_path_factory.mktemp("served") / "log")
    yield server
    server.stop()


@pytest.fixture(scope="session")
def cold_port() -> int:
    """One port for all cold servers, so that the browser keeps the scripts it has fetched."""
    return free_port()


@pytest.fixture
def start(shipped: Path, cold_port: int, tmp_path: Path) -> Iterator[Starter]:
    """Start a server that nobody has asked for anything yet; ended with the test."""
    started: list[Server] = []

    def start(store: Path = shipped) -> Server:
        started.append(Server(cold_port, store, tmp_path / "log"))
        return started[-1]

    yield start
    for server in started:
        server.stop()


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium(), args=FLAGS)
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def context(browser: Browser) -> Iterator[BrowserContext]:
    """One visitor, whose browser keeps what it has fetched."""
    context = browser.new_context(viewport={"width": 1400, "height": 900}, locale="en-GB")
    context.set_default_timeout(30_000)
    expect.set_options(timeout=30_000)
    yield context
    context.close()


@pytest.fixture
def visit(context: BrowserContext) -> Iterator[Opener]:
    """Open an address in a tab of its own, drawn to its end.

    When the test ends: no error in the console, nothing asked of any other host, no traceback.
    """
    opened: list[tuple[Page, list[str], list[str]]] = []

    def visit(server: Server, address: str) -> Page:
        page, errors, asked = context.new_page(), [], []
        page.on("pageerror", lambda error: errors.append(str(error)))
        page.on(
            "console",
            lambda line: (
                errors.append(f"{line.text} {line.location['url']}")
                if line.type == "error" and not line.location["url"].endswith(PROBED)
                else None
            ),
        )
        page.on("request", lambda request: asked.append(request.url))
        page.on("websocket", lambda socket: asked.append(socket.url.replace("ws:", "http:", 1)))
        opened.append((page, errors, asked))
        page.goto(server.address + address)
        drawn(page)
        return page

    yield visit
    for page, errors, asked in opened:
        words = page.inner_text("body")
        own = page.evaluate("location.origin")
        page.close()
        assert errors == []
        assert [url for url in asked if not url.startswith((own, "data:", "blob:"))] == []
        assert "Traceback" not in words


def drawn(page: Page) -> None:
    """Wait until the script has run and the page stands."""
    app = page.locator("[data-testid=stApp][data-test-script-state=notRunning]")
    app.locator("h1, footer").first.wait_for()


def free_port() -> int:
    """A port that nothing listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port
