"""The page for a meeting's room, with a generated agenda: made by the server, drawn, walked."""

from __future__ import annotations

import asyncio
import datetime as dt
import os
import sys
import tempfile
from pathlib import Path

from lanzadash import __version__
from lanzadash.demo import generate
from lanzadash.library import load
from lanzadash.store import publish
from lanzadash.web.routes.asking import KEPT
from lanzadash.web.routes.serving import REPLIES
from tools.bench.building import DATA
from tools.bench.measure import Figure, times
from tools.bench.routes import Site, forgetting

_TODAY = dt.date(2026, 11, 21)
_ADDRESS = "/room/T-ES/28"
_ITEMS = 40
_CHROMIUM = ("/usr/bin/chromium", "/usr/bin/google-chrome")
# From the key to the end of the first frame that shows the next item.
_PRESS = """() => new Promise((told) => {
    const start = performance.now(), painted = new MessageChannel();
    painted.port1.onmessage = () => told(performance.now() - start);
    document.dispatchEvent(new KeyboardEvent("keydown", { key: "ArrowRight", bubbles: true }));
    requestAnimationFrame(() => painted.port2.postMessage(0));
})"""
_PAINT = "() => performance.getEntriesByName('first-contentful-paint')[0]?.startTime"


def figures() -> list[Figure]:
    """Kilobytes of the page, and milliseconds: made anew, drawn by a browser, per key."""
    with tempfile.TemporaryDirectory() as folder, asyncio.Runner() as runner:
        data, store = Path(folder) / "data", Path(folder) / "store"
        generate(load(DATA), data, _TODAY)
        publish(store, load(data), version=__version__)
        os.environ |= {"LANZADASH_STORE": str(store), "LANZADASH_TODAY": str(_TODAY)}
        site = Site(runner)
        head, body = site.whole(_ADDRESS)
        items = body.count(b"<article") - 1
        assert items >= _ITEMS, items
        anew = times(forgetting(site, _ADDRESS, REPLIES), rounds=15, warm=3)
        cold = times(forgetting(site, _ADDRESS, KEPT, REPLIES), rounds=9, warm=2)
        return [
            Figure(f"room of {items} items, size", [len(body) / 1000], "kB", 500),
            Figure("room, made anew", anew, "ms", 300),
            Figure("room, nothing kept", cold, "ms"),
            *_in_browser(body, head[b"content-security-policy"].decode(), items),
        ]


def _in_browser(body: bytes, policy: str, items: int) -> list[Figure]:
    chromium = next((path for path in _CHROMIUM if Path(path).exists()), None)
    if chromium is None:
        print("No Chromium found: drawing the room was not measured.", file=sys.stderr)
        return []
    from playwright.sync_api import sync_playwright

    drawn, pressed = [], []
    with sync_playwright() as play:
        browser = play.chromium.launch(
            executable_path=chromium, args=["--no-sandbox", "--disable-gpu"]
        )
        for _ in range(7):
            page = browser.new_page(viewport={"width": 1280, "height": 720})
            page.route(
                "**/*",
                lambda route: route.fulfill(
                    body=body,
                    headers={"Content-Type": "text/html", "Content-Security-Policy": policy},
                ),
            )
            page.goto(f"http://room.test{_ADDRESS}")
            page.wait_for_function(_PAINT)
            drawn.append(page.evaluate(_PAINT))
            pressed += [page.evaluate(_PRESS) for _ in range(items)]
            page.close()
        browser.close()
    return [
        Figure("room, drawn by a browser", drawn[1:], "ms", 300),
        Figure("room, a key to the next item", pressed, "ms", 50),
    ]
