"""A printed hour stands in Strasbourg's time; a reader's own clock beside it, where it differs."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, expect

from lanzadash import __version__
from lanzadash.library import load
from lanzadash.store import publish

STRASBOURG = "By 18:00 (Strasbourg time)"
READERS = [
    ("Atlantic/Azores", "· 16:00 (your time, Atlantic/Azores)", "two hours west"),
    ("Asia/Tbilisi", "· 21:00 (your time, Asia/Tbilisi)", "three hours east in winter"),
    ("Asia/Tokyo", "· 16 December 2031, 02:00 (your time, Asia/Tokyo)", "the next day"),
    ("Europe/Paris", None, "the same zone"),
    ("Europe/Berlin", None, "another zone, the same hour"),
]


@pytest.fixture
def small(data_folder: Callable[..., Path], tmp_path: Path, start: Any) -> Any:
    """A server over the small folder, whose one list prints 18:00 on 15 December 2031."""
    publish(tmp_path / "store", load(data_folder(deadline_changes=[])), version=__version__)
    return start(tmp_path / "store")


def test_both_clocks(small: Any, browser: Browser) -> None:
    for zone, own, why in READERS:
        context = browser.new_context(locale="en-GB", timezone_id=zone)
        context.set_default_timeout(30_000)
        page = context.new_page()
        page.goto(f"{small.address}/deadlines")
        due = page.locator(".due", has_text=STRASBOURG)
        expect(due, why).to_be_visible(timeout=30_000)
        if own:
            expect(due.locator("[data-own-time]"), why).to_have_text(own)
        else:
            expect(due.locator("[data-own-time][data-told]"), why).to_be_hidden()
        context.close()
