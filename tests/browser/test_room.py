"""A meeting walked through by keyboard alone, with the network and without it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from .conftest import Server, free_port

ADDRESS = "/room/T-ES/28?lang=en"


@pytest.fixture(scope="module")
def room(illustrative: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    """A server over generated data."""
    server = Server(free_port(), illustrative, tmp_path_factory.mktemp("room") / "log")
    yield server
    server.stop()


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A projector's page; when the test ends nothing was wrong and one thing was asked for."""
    context = browser.new_context(viewport={"width": 1280, "height": 720}, locale="en-GB")
    page, wrong, asked = context.new_page(), [], []
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.on("console", lambda line: wrong.append(line.text) if line.type == "error" else None)
    page.on("request", lambda request: asked.append(request.url))
    yield page
    context.close()
    assert wrong == []
    assert len({*asked}) <= 1, "one answer is the whole page"


def shown(page: Page) -> str:
    """The id of the screen that is shown, of which there is one alone."""
    visible: list[str] = page.evaluate(
        "[...document.querySelectorAll('article')].filter(a => a.offsetParent).map(a => a.id)"
    )
    assert len(visible) == 1
    return visible[0]


def states(page: Page) -> dict[str, str]:
    """The state of each line of the side list, by the id of its screen."""
    return dict(
        page.evaluate(
            "[...document.querySelectorAll('nav li')].map(one =>"
            "[one.querySelector('a').hash.slice(1), one.dataset.state])"
        )
    )


def test_a_meeting_by_keyboard_alone(room: Any, page: Page) -> None:
    page.goto(room.address + ADDRESS)
    assert shown(page) == "meeting"
    ids = list(states(page))
    assert len(ids) >= 31
    walked = []
    for key in ["ArrowRight", "PageDown"] * (len(ids) // 2 + 1):
        page.keyboard.press(key)
        walked.append(shown(page))
        assert page.evaluate("location.hash") == f"#{walked[-1]}"
        assert page.evaluate("document.activeElement.id") == f"{walked[-1]}-title"
        assert page.locator("nav [aria-current=step]").get_attribute("href") == f"#{walked[-1]}"
    assert walked[: len(ids) - 1] == ids[1:]
    assert walked[-1] == ids[-1], "the last one stays"

    page.keyboard.press("Home")
    assert shown(page) == "meeting"
    page.keyboard.press("End")
    assert shown(page) == ids[-1]
    page.keyboard.press("PageUp")
    assert shown(page) == ids[-2]
    page.keyboard.press("ArrowLeft")
    assert shown(page) == ids[-3]

    page.keyboard.press("/")
    page.keyboard.type("DECIDES NOTHING SUCH")
    expect(page.locator("nav li:not(.unfound)")).to_have_count(0)
    page.keyboard.press("Control+a")
    page.keyboard.type("follow-up to the")
    page.keyboard.press("Enter")
    assert shown(page) == "item-3"
    expect(page.locator("[role=status]")).to_contain_text(f"of {len(ids)} screens")
    page.keyboard.press("Escape")
    expect(page.locator("nav li.unfound")).to_have_count(0)
    assert page.evaluate("document.activeElement.id") == "item-3-title"

    page.keyboard.press("?")
    expect(page.get_by_role("dialog", name="Keys")).to_be_visible()
    page.keyboard.press("ArrowRight")
    assert shown(page) == "item-3", "behind the help nothing moves"
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog")).to_be_hidden()


def test_what_is_done_is_kept(room: Any, page: Page) -> None:
    page.goto(room.address + ADDRESS + "#item-2")
    found = states(page)
    assert (found["item-1"], found["item-2"], found["item-2.1"]) == ("done", "now", "next")
    page.keyboard.press("ArrowRight")
    page.keyboard.press("d")
    page.keyboard.press("ArrowLeft")
    assert states(page)["item-2.1"] == "done"
    assert states(page)["item-2.2"] == "next"
    page.get_by_role("button", name="Item 1 is done").click()
    assert states(page)["item-1"] != "done"
    before, hash = states(page), page.evaluate("location.hash")
    page.goto("about:blank")
    page.goto(room.address + ADDRESS + hash)
    assert (shown(page), states(page)) == ("item-2", before)


def test_without_the_network(room: Any, page: Page) -> None:
    page.goto(room.address + ADDRESS)
    page.context.set_offline(True)
    for _ in range(5):
        page.keyboard.press("ArrowRight")
    assert shown(page) != "meeting"
    page.keyboard.press("/")
    page.keyboard.type("procedural")
    page.keyboard.press("Enter")
    assert shown(page) == "item-5"
    page.keyboard.press("Escape")
    page.keyboard.press("t")
    assert page.evaluate("document.documentElement.dataset.theme") == "dark"
    page.locator("nav a").nth(2).click()
    assert page.evaluate("location.hash") == "#item-2"
    assert shown(page) == "item-2"


def test_the_essentials_need_no_scrolling(room: Any, page: Page) -> None:
    page.goto(room.address + ADDRESS)
    for width, height in ((1280, 720), (1920, 1080)):
        page.set_viewport_size({"width": width, "height": height})
        page.keyboard.press("Home")
        for id in states(page):
            over = page.evaluate(
                "[document.querySelector('main'), document.documentElement]"
                ".map(e => [e.scrollHeight - e.clientHeight, e.scrollWidth - e.clientWidth])"
            )
            assert max(map(max, over)) <= 1, (id, width, over)
            page.keyboard.press("ArrowRight")
        size = page.locator("article[data-shown] h2").evaluate(
            "e => parseFloat(getComputedStyle(e).fontSize)"
        )
        assert size >= height / 24


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_contrast_is_enough(room: Any, page: Page, scheme: Any) -> None:
    page.emulate_media(color_scheme=scheme)
    page.goto(room.address + ADDRESS + "#item-3")
    found = page.evaluate(
        """() => {
        const light = (c) => { const [r, g, b] = c.match(/[\\d.]+/g).map(v => v / 255)
            .map(v => v <= 0.03928 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4);
            return 0.2126 * r + 0.7152 * g + 0.0722 * b; };
        const behind = (e) => { for (; e; e = e.parentElement) {
            const c = getComputedStyle(e).backgroundColor;
            if (!/, 0\\)$/.test(c)) return c; } };
        return [...document.querySelectorAll("article[data-shown] *, nav *, header *, footer *")]
            .filter(e => e.offsetParent && [...e.childNodes].some(n => /\\S/.test(n.data)))
            .map(e => { const [a, b] = [light(getComputedStyle(e).color), light(behind(e))];
                return [e.outerHTML, (Math.max(a, b) + .05) / (Math.min(a, b) + .05)]; })
            .filter(([, ratio]) => ratio < 4.5); }"""
    )
    assert found == []


def test_one_long_page_without_scripts(room: Any, browser: Browser) -> None:
    context = browser.new_context(java_script_enabled=False, viewport={"width": 390, "height": 800})
    page = context.new_page()
    page.goto(room.address + ADDRESS)
    articles = page.locator("article")
    assert articles.count() >= 31
    assert all(one.is_visible() for one in articles.all())
    assert page.locator("nav button, .clock").first.is_hidden()
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    context.close()


def test_the_dashboard_leads_into_the_room(served: Any, visit: Any) -> None:
    page = visit(served, "/meetings?id=T-ES/36&lang=fr")
    expect(page.locator("#promised")).to_contain_text("Promis pour cette réunion")
    page.get_by_role("link", name="Ouvrir pour la salle").click()
    page.wait_for_url("**/room/T-ES/36?lang=fr")
    assert shown(page) == "meeting"
    assert page.locator("html").get_attribute("lang") == "fr"
