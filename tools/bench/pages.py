"""A page's own work for each redraw, and the memory of a server with ten sessions."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from pathlib import Path
from statistics import median

from streamlit.testing.v1 import AppTest

from lanzadash import __version__
from lanzadash.library import load
from lanzadash.store import build
from tools.bench.building import DATA
from tools.bench.measure import Figure, resident, times

ROOT = DATA.parent
ADDRESSES = {
    "today": {},
    "deadlines": {"party": "PRT"},
    "decisions": {"q": "report"},
    "meetings": {},
    "recommendations": {"layer": "assessment"},
    "party": {"party": "PRT"},
    "sources": {},
}


def figures() -> list[Figure]:
    """Milliseconds of each page's script, and mebibytes of the serving process."""
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder) / "built.duckdb"
        build(load(DATA), out, version=__version__)
        os.environ["LANZADASH_STORE"] = str(out)
        empty = _empty()
        return [_redraw(page, query, empty) for page, query in ADDRESSES.items()] + _memory(out)


def _empty() -> float:
    """Milliseconds that the test harness itself takes for a script that draws nothing."""
    test = AppTest.from_string("import streamlit", default_timeout=30)
    return median(times(test.run, rounds=15, warm=3, clock=time.process_time))


def _redraw(page: str, query: dict[str, str], empty: float) -> Figure:
    test = AppTest.from_file(str(ROOT / "lanzadash" / "web" / "frame.py"), default_timeout=30)
    test.run()
    if page != "today":
        test.switch_page(str(ROOT / "pages" / f"{page}.py"))
    for name, value in query.items():
        test.query_params[name] = value
    taken = times(test.run, rounds=15, warm=3, clock=time.process_time)
    return Figure(f"redraw of {page}, processor time", [t - empty for t in taken], "ms", 60)


def _memory(store: Path, sessions: int = 10) -> list[Figure]:
    """Resident memory with ten browser sessions open, each having seen every page."""
    chromium = next(
        (p for p in ("/usr/bin/chromium", "/usr/bin/google-chrome") if Path(p).exists()), None
    )
    if chromium is None:
        print("No Chromium found: memory with ten sessions was not measured.", file=sys.stderr)
        return []
    from playwright.sync_api import sync_playwright

    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "streamlit", "run", "app.py", f"--server.port={port}"]
    server = subprocess.Popen(
        [*command, "--server.address=127.0.0.1", "--logger.level=error"],
        cwd=ROOT,
        env=os.environ | {"LANZADASH_STORE": str(store)},
        stdout=subprocess.DEVNULL,
    )
    try:
        _wait(f"http://127.0.0.1:{port}/_stcore/health")
        with sync_playwright() as play:
            browser = play.chromium.launch(
                executable_path=chromium, args=["--no-sandbox", "--disable-gpu"]
            )
            tabs = [browser.new_page() for _ in range(sessions)]
            for page in ADDRESSES:
                for tab in tabs:
                    tab.goto(f"http://127.0.0.1:{port}/{'' if page == 'today' else page}")
                    tab.wait_for_selector("footer.colophon")
            used = resident(server.pid)
            browser.close()
    finally:
        server.terminate()
        server.wait()
    return [Figure(f"serving process with {sessions} sessions", [used], "MiB", 400)]


def _wait(address: str, seconds: float = 60) -> None:
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        try:
            with urllib.request.urlopen(address):
                return
        except (urllib.error.URLError, ConnectionError):
            time.sleep(0.1)
    raise RuntimeError(f"{address} did not answer within {seconds} s")
