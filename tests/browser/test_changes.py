"""The link that a browser makes of the day of its own last visit."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from playwright.sync_api import Browser, expect

Fixture = Callable[..., Any]
OFFERED = "[data-last-visit]"


def test_a_first_visit_offers_no_last_one(served: Any, browser: Browser) -> None:
    context = browser.new_context()
    page = context.new_page()
    page.goto(f"{served.address}/changes")
    expect(page.locator(OFFERED)).to_be_attached()
    expect(page.locator(OFFERED)).to_be_hidden()
    page.reload()  # the same visit still
    expect(page.locator(OFFERED)).to_be_attached()
    expect(page.locator(OFFERED)).to_be_hidden()
    context.close()


def test_since_the_last_visit(served: Any, visit: Fixture) -> None:
    before = visit(served, "/changes")
    before.evaluate("localStorage.setItem('last-visit', '2021-12-03')")
    page = visit(served, "/changes?party=PRT")  # another tab: another visit
    offered = page.locator(OFFERED)
    expect(offered).to_contain_text("3 December 2021")
    offered.get_by_role("link").click()
    expect(page.locator(".count-line")).to_contain_text("known since 3 December 2021 or later")
    assert page.url == f"{served.address}/changes?party=PRT&since=2021-12-03"
    page.get_by_role("link", name="FR").click()
    expect(offered).to_contain_text("3 décembre 2021")
    assert before.evaluate("localStorage.getItem('last-visit')") > "2021-12-03"
