"""Servers on this machine, a clock that moves only when somebody sleeps, and a run of fetch."""

from __future__ import annotations

import datetime as dt
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from lanzadash.fetching import Hosts, Index, Manners, Outcome, Target, fetch
from lanzadash.records import HostRow
from tests.fetching.local_server import Server

TODAY = dt.date(2031, 5, 6)


class Time:
    """``slept`` are the pauses that were taken, in seconds."""

    def __init__(self) -> None:
        self.now, self.slept = 0.0, list[float]()

    def clock(self) -> float:
        return self.now

    def sleep(self, seconds: float) -> None:
        self.slept.append(seconds)
        self.now += seconds


@pytest.fixture
def time() -> Time:
    return Time()


@pytest.fixture
def make_server(monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[[], Server]]:
    for name in ("HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY"):
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.lower(), raising=False)
    running = []

    def make() -> Server:
        server = Server()
        thread = threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True)
        thread.start()
        running.append((server, thread))
        return server

    yield make
    for server, thread in running:
        server.shutdown()
        thread.join()
        server.server_close()


@pytest.fixture
def server(make_server: Callable[[], Server]) -> Server:
    return make_server()


def host_row(host: str, **changes: Any) -> HostRow:
    """A host on this machine that allows everything."""
    formats = ["html", "pdf", "docx", "text"]
    values = {"name": "A quay", "formats": formats, "pause": 0, "scheme": "http", "private": True}
    return HostRow.model_validate({"host": host, **values, **changes})


@pytest.fixture
def rows(server: Server) -> list[HostRow]:
    """The hosts that may be asked; a test adds to them or takes away."""
    return [host_row(server.host)]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "downloads"


Run = Callable[..., list[Outcome]]


@pytest.fixture
def run(rows: list[HostRow], time: Time, folder: Path) -> Run:
    """Fetch addresses into the folder; gives the outcomes in order. Every call is a new run."""

    def call(*addresses: str, whole: bool = False, told: Any = None, **changes: Any) -> Any:
        manners = {"clock": time.clock, "sleep": time.sleep, "jitter": lambda: 0.5, **changes}
        found = fetch(
            [Target(address, (address,)) for address in addresses],
            Index.load(folder),
            Hosts({row.host: row for row in rows}),
            today=TODAY,
            manners=Manners(**manners),
            whole=whole,
            told=told or (lambda name, here, of: None),
        )
        return [outcome for _, outcome in found]

    return call
