"""The address is the state: filters, languages, links, back and forward."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from lanzadash.language import language

Fixture = Callable[..., Any]
FRENCH = language("fr")


def choose(page: Page, label: str, option: str) -> None:
    """Choose in one of Streamlit's boxes."""
    page.get_by_role("combobox", name=label).fill(option)
    page.get_by_role("option", name=option, exact=True).click()


def test_a_filter_changes_the_address_and_a_reload_gives_the_same(
    served: Any, visit: Fixture
) -> None:
    page = visit(served, "/deadlines")
    choose(page, "Party", "Portugal")
    page.wait_for_url(f"{served.address}/deadlines?party=PRT")
    choose(page, "Kind", "Additional information")
    page.wait_for_url(f"{served.address}/deadlines?party=PRT&kind=additional_information")
    articles = page.locator("article.deadline")
    expect(articles).to_have_count(2)
    page.reload()
    expect(articles).to_have_count(2)
    expect(page.get_by_role("combobox", name="Party")).to_have_value("Portugal")
    page.go_back()
    page.wait_for_url(f"{served.address}/deadlines?party=PRT")
    expect(articles).not_to_have_count(2)
    expect(page.get_by_role("combobox", name="Kind")).to_have_value("All kinds")
    page.go_forward()
    expect(articles).to_have_count(2)


def test_a_search_is_an_address(served: Any, visit: Fixture) -> None:
    page = visit(served, "/decisions")
    page.get_by_role("textbox", name="Search decisions").fill("rules of procedure")
    page.keyboard.press("Enter")
    page.wait_for_url(f"{served.address}/decisions?q=rules+of+procedure")
    expect(page.locator("article.decision")).to_have_count(1)
    expect(page.locator("article.decision h2")).to_contain_text("decision 10")


def test_the_language_keeps_the_page_and_its_filters(served: Any, visit: Fixture) -> None:
    page = visit(served, "/deadlines?party=PRT&as_of=2021-12-03")
    page.get_by_role("link", name="Français").click()
    page.wait_for_url(f"{served.address}/deadlines?party=PRT&as_of=2021-12-03&lang=fr")
    expect(page.locator("html")).to_have_attribute("lang", "fr")
    expect(page.locator("h1")).to_have_text(FRENCH("Deadlines"))
    expect(page.locator("main, body").first).to_contain_text("10 décembre 2021")
    expect(page.get_by_role("combobox", name=FRENCH("Party")).first).to_have_value("Portugal")
    page.get_by_role("link", name="English").click()
    expect(page.locator("html")).to_have_attribute("lang", "en")
    expect(page.locator("h1")).to_have_text("Deadlines")


def test_the_browsers_language_is_taken_where_the_address_names_none(
    served: Any, browser: Browser
) -> None:
    page = browser.new_context(locale="fr-CA").new_page()
    page.goto(f"{served.address}/deadlines")
    expect(page.locator("h1")).to_have_text(FRENCH("Deadlines"))
    expect(page.locator("html")).to_have_attribute("lang", "fr")
    page.context.close()


def test_links_between_pages_do_not_reload(served: Any, visit: Fixture) -> None:
    page = visit(served, "/?as_of=2021-12-03")
    page.evaluate("window.before = true")
    connected: list[str] = []
    page.on("websocket", lambda socket: connected.append(socket.url))
    page.get_by_role("link", name="All deadlines").click()
    expect(page.locator("h1")).to_have_text("Deadlines")
    page.locator("article.deadline").first.get_by_role("link", name="35th meeting").click()
    expect(page.locator("h1")).to_have_text(re.compile("^35th meeting, decision"))
    page.get_by_role("link", name="Next decision").click()
    page.go_back()
    page.go_back()
    expect(page.locator("h1")).to_have_text("Deadlines")
    assert page.url == f"{served.address}/deadlines?as_of=2021-12-03"
    assert page.evaluate("window.before")
    assert connected == []


@pytest.mark.parametrize(
    ("label", "choose_by", "address", "heading"),
    [
        ("Delegate", "MLT", "/party?lang=en&party=MLT", "Malta"),
        ("Observer", "compliance", "/decisions?lang=en&q=compliance", "Decisions"),
        ("Chair", "T-ES/35", "/meetings?lang=en&id=T-ES%2F35", "35th meeting"),
    ],
)
def test_three_doors(
    served: Any, visit: Fixture, label: str, choose_by: str, address: str, heading: str
) -> None:
    page = visit(served, "/?lang=en")
    door = page.locator("form.door").filter(has_text=label)
    if door.locator("select").count():
        door.locator("select").select_option(choose_by)
    else:
        door.get_by_role("searchbox").fill(choose_by)
    door.get_by_role("button").click()
    expect(page.locator("h1")).to_have_text(heading)
    assert page.url == served.address + address


def test_a_tile_opens_the_party(served: Any, visit: Fixture) -> None:
    page = visit(served, "/recommendations?layer=treaty&as_of=2021-12-03")
    tiles = page.locator(".tiles a")
    expect(tiles).to_have_count(48)
    tile = tiles.filter(has_text="Liechtenstein")
    expect(tile).to_contain_text("in force")  # in words, beside the colour and the symbol
    tile.click()
    expect(page.locator("h1")).to_have_text("Liechtenstein")
    assert page.url == f"{served.address}/party?as_of=2021-12-03&party=LIE"


def test_the_timeline_is_drawn(served: Any, visit: Fixture) -> None:
    page = visit(served, "/meetings")
    expect(page.locator(".timeline .mark").first).to_be_visible()
