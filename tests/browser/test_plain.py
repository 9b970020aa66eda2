"""The pages without JavaScript, in a browser that runs none."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

PATHS = [
    "/id/T-ES/35/d6",
    "/id/T-ES/35/d6/deadline-1",
    "/id/T-ES/35",
    "/id/PRT",
    "/id/refugee-crisis/R12",
    "/id/T-ES-2021-37_en_rev",
    "/plain/deadlines?party=PRT",
    "/plain/decisions",
    "/plain/documents",
]


@pytest.fixture(params=[1200, 390], ids=["desk", "phone"])
def page(request: pytest.FixtureRequest, browser: Browser) -> Iterator[Page]:
    size = {"width": request.param, "height": 800}
    context = browser.new_context(java_script_enabled=False, viewport=size, locale="en-GB")
    yield context.new_page()
    context.close()


def test_pages_stand_drawn_without_a_script(page: Page, served: Any) -> None:
    said: list[str] = []
    asked: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.on("request", lambda request: asked.append(request.url))
    for path in PATHS:
        said.clear()
        asked.clear()
        answer = page.goto(served.address + path)
        assert answer is not None
        assert answer.status == 200, path
        assert said == [], path
        assert asked == [served.address + path], "one answer is the whole page"
        assert page.viewport_size is not None
        wide = page.evaluate("document.documentElement.scrollWidth")
        assert wide <= page.viewport_size["width"], path
        # The style was let through: the page is not in the browser's own.
        assert page.locator("h1").evaluate("e => getComputedStyle(e).marginTop") == "0px", path


def test_the_form_filters_and_links_lead_on(page: Page, served: Any) -> None:
    page.goto(f"{served.address}/plain/deadlines?lang=fr")
    page.select_option("select[name=party]", "MCO")
    page.click("form.filters button")
    assert "party=MCO" in page.url
    assert "lang=fr" in page.url
    page.click("tbody th a >> nth=0")
    assert "/id/" in page.url
    assert page.locator("html").get_attribute("lang") == "fr"
    page.click("a[hreflang=en]")
    assert page.locator("html").get_attribute("lang") == "en"
