"""The timeline in a browser: boxes, keys, what a click opens, a phone, a printed page."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import combinations
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

Fixture = Callable[..., Any]

ZOOMS = {
    "fifteen years": "/meetings",
    "one year": "/meetings?zoom=1y&from=2021-06-01",
    "one month": "/meetings?zoom=1m&from=2021-12-01&as_of=2021-12-03",
}

BOXES = """() => [...document.querySelectorAll(".timeline .mark, .timeline .canvas h3")]
    .map((box) => [box.innerText, box.getBoundingClientRect().toJSON()])"""
CUT = """() => [...document.querySelectorAll(".timeline .mark .label")]
    .filter((label) => label.scrollWidth > label.clientWidth).map((label) => label.innerText)"""
TICKS = """() => [...document.querySelectorAll(".timeline .tick")].map((tick) => {
    const range = document.createRange();
    range.selectNodeContents(tick);
    return [tick.innerText, range.getBoundingClientRect().toJSON()];
}).filter(([words]) => words)"""


@pytest.fixture(params=[(1280, 720), (1920, 1080), (1024, 768)], ids=str)
def screen(request: pytest.FixtureRequest, browser: Browser) -> Iterator[Page]:
    width, height = request.param
    context = browser.new_context(viewport={"width": width, "height": height}, locale="en-GB")
    yield context.new_page()
    context.close()


def overlap(one: dict[str, float], other: dict[str, float]) -> bool:
    return (
        one["left"] < other["right"] - 0.5
        and other["left"] < one["right"] - 0.5
        and one["top"] < other["bottom"] - 0.5
        and other["top"] < one["bottom"] - 0.5
    )


def test_no_two_labels_overlap(screen: Page, served: Any) -> None:
    for zoom, address in ZOOMS.items():
        for lang in ("en", "fr"):
            screen.goto(f"{served.address}{address}{'&' if '?' in address else '?'}lang={lang}")
            screen.locator(".timeline .legend").wait_for()
            for boxes in (screen.evaluate(BOXES), screen.evaluate(TICKS)):
                assert len(boxes) > 3, zoom
                hit = [(a, b) for (a, x), (b, y) in combinations(boxes, 2) if overlap(x, y)]
                assert hit == [], (zoom, lang)
            assert screen.evaluate(CUT) == [], (zoom, lang)


def test_keys_come_closer_and_move_along(served: Any, visit: Fixture) -> None:
    page = visit(served, "/meetings?as_of=2021-12-03")
    shown = page.locator("#timeline-title")
    page.locator("[data-key=timeline]").focus()
    for key, address, title in (
        ("+", "zoom=5y", "1 June 2019 – 31 May 2024"),
        ("+", "zoom=1y", "1 June 2021 – 31 May 2022"),
        ("ArrowLeft", "zoom=1y&from=2020-12-01", "1 December 2020 – 30 November 2021"),
        ("-", "zoom=5y&from=2018-12-01", "1 December 2018 – 30 November 2023"),
        ("Home", "zoom=5y", "1 June 2019 – 31 May 2024"),
        ("0", "", "1 January 2008 – 31 December 2022"),
    ):
        page.keyboard.press(key)
        expect(shown).to_have_text(f"Lanzarote Committee: {title}")
        base = f"{served.address}/meetings?as_of=2021-12-03"
        assert page.url == base + (f"&{address}" if address else "")
        expect(page.locator("[data-key=timeline]")).to_be_focused()


def test_buttons_keep_the_focus(served: Any, visit: Fixture) -> None:
    page = visit(served, "/meetings?as_of=2021-12-03")
    page.get_by_role("link", name="1 month").click()
    expect(page.locator("#timeline-title")).to_contain_text("1-31 December 2021")
    expect(page.get_by_role("link", name="1 month")).to_be_focused()
    page.get_by_role("link", name="Earlier").click()
    expect(page.locator("#timeline-title")).to_contain_text("1-30 November 2021")


@pytest.mark.parametrize(
    ("mark", "heading"),
    [
        ("35th meeting", "35th meeting"),
        ("10 Dec 2021", "Additional information: 10 December 2021"),
        ("Compliance report on Recommendation R12", "Compliance report on Recommendation R12"),
        ("Refugee crisis: compliance procedure", "Refugee crisis special report"),
    ],
)
def test_a_click_opens_the_thing(served: Any, visit: Fixture, mark: str, heading: str) -> None:
    page = visit(served, "/meetings?zoom=1m&from=2021-12-01")
    page.locator(".timeline a.mark").filter(has_text=mark).first.click()
    expect(page.locator("h1")).to_contain_text(heading)


def test_a_mark_that_counts_several_comes_closer(served: Any, visit: Fixture) -> None:
    page = visit(served, "/meetings")
    several = page.locator(".timeline a.mark.several").first
    count = int(several.locator(".label").inner_text())
    several.click()
    expect(page.locator("#timeline-title")).not_to_contain_text("1 January 2012")
    assert page.locator(".timeline .documents .mark").count() >= min(count, 2)


def test_on_a_phone_it_is_a_list(browser: Browser, served: Any) -> None:
    context = browser.new_context(viewport={"width": 390, "height": 844}, locale="en-GB")
    page = context.new_page()
    page.goto(f"{served.address}/meetings?zoom=1y&from=2021-06-01")
    rows = page.locator(".timeline tbody tr")
    expect(rows.first).to_be_visible()
    expect(page.locator(".timeline figure")).to_be_hidden()
    assert {row.evaluate("row => getComputedStyle(row).display") for row in rows.all()} == {"block"}
    wide = page.evaluate("document.querySelector('[data-testid=stMain]').scrollWidth")
    assert wide <= 390
    context.close()


def test_the_picture_says_what_it_is_when_printed(served: Any, visit: Fixture) -> None:
    page = visit(served, "/meetings?zoom=1y&from=2021-06-01")
    page.emulate_media(media="print")
    picture = page.locator(".timeline figure")
    for words in ("Lanzarote Committee", "as of 21 November 2026", "Source", "unofficial"):
        expect(picture).to_contain_text(words)
    expect(page.locator(".zooming")).to_be_hidden()
    # A page of A4 has 186 mm between its margins: 703 px.
    assert picture.locator(".canvas").evaluate("e => e.getBoundingClientRect().width") <= 1160
