"""What goes wrong is said in words, with what to do; never a traceback."""

from __future__ import annotations

import datetime as dt
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import duckdb
import pytest
from playwright.sync_api import expect

from lanzadash import __version__
from lanzadash.library import load
from lanzadash.store import publish, published

Fixture = Callable[..., Any]
DATA = Path(__file__).parents[2] / "data"


@pytest.mark.parametrize(
    ("address", "words"),
    [
        ("/decisions?id=T-ES/35/d99", "“T-ES/35/d99” is not on file"),
        ("/meetings?id=<img src=x onerror=alert(1)>", "onerror=alert(1)>” is not on file"),
        ("/party?party=ZZZ", "party = “ZZZ”"),
        ("/deadlines?as_of=yesterday", "as_of = “yesterday”"),
        ("/deadlines?lang=de", "lang = “de”"),
        ("/recommendations?round=nothing&layer=nothing", "round = “nothing”"),
    ],
)
def test_what_the_address_asks_for_in_vain(
    served: Any, visit: Fixture, address: str, words: str
) -> None:
    page = visit(served, address)
    expect(page.locator("body")).to_contain_text(words)
    expect(page.locator("h1")).to_have_count(1)
    expect(page.locator("footer")).to_be_visible()


def test_a_store_that_is_missing_then_there_then_newer(
    start: Fixture, visit: Fixture, shipped: Path, tmp_path: Path
) -> None:
    store = tmp_path / "store"
    page = visit(start(store), "/deadlines")
    expect(page.locator("h1")).to_have_text("Nothing to show yet")
    expect(page.locator("body")).to_contain_text("python -m lanzadash build")
    shutil.copytree(shipped, store)
    page.reload()
    expect(page.locator("h1")).to_have_text("Deadlines")
    expect(page.locator("footer")).to_contain_text("20 November 2026")
    later = dt.datetime(2026, 11, 21, 12, tzinfo=dt.UTC)
    publish(store, load(DATA), version=__version__, built_at=later)
    page.get_by_role("link", name="Decisions", exact=True).click()
    expect(page.locator("footer")).to_contain_text("21 November 2026")


def test_a_page_that_fails_shows_an_id(
    start: Fixture, visit: Fixture, shipped: Path, tmp_path: Path
) -> None:
    file = published(shipped)
    assert file is not None
    broken = tmp_path / "broken.duckdb"
    shutil.copy(file, broken)
    with duckdb.connect(str(broken)) as database:
        database.execute("drop table decision_links")
    page = visit(start(broken), "/decisions?id=T-ES/35/d6")
    fault = page.get_by_role("alert")
    expect(fault).to_contain_text("This page could not be drawn.")
    expect(page.locator("footer")).to_be_visible()
    expect(page.locator("body")).not_to_contain_text("decision_links")
