"""The search as a person uses it: typed, narrowed, undone, gone back to, followed."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from lanzadash.language import language

Fixture = Callable[..., Any]
FRENCH = language("fr")


def ask(page: Page, words: str) -> None:
    box = page.get_by_role("textbox", name="Search")
    box.fill(words)
    box.press("Enter")


def test_words_facets_and_back(served: Any, visit: Fixture) -> None:
    page = visit(served, "/decisions")
    articles = page.locator("article.decision")
    expect(articles).to_have_count(11)
    ask(page, "information")
    page.wait_for_url(f"{served.address}/decisions?q=information")
    expect(articles).to_have_count(5)
    expect(page.locator("mark").first).to_be_visible()
    facet = page.get_by_role("link", name="Awareness raising and education 1")
    facet.press("Enter")
    page.wait_for_url(f"{served.address}/decisions?q=information&theme=awareness")
    expect(articles).to_have_count(1)
    chosen = page.locator("a[data-key='theme=awareness']")
    expect(chosen).to_have_attribute("aria-current", "true")
    expect(chosen).to_be_focused()
    page.reload()
    expect(articles).to_have_count(1)
    page.go_back()
    expect(articles).to_have_count(5)
    page.go_forward()
    expect(articles).to_have_count(1)
    page.get_by_role("link", name="Take off Awareness raising and education").click()
    expect(articles).to_have_count(5)
    page.get_by_role("link", name="Take off information").click()
    page.wait_for_url(f"{served.address}/decisions")
    expect(page.get_by_role("textbox", name="Search")).to_have_value("")
    expect(articles).to_have_count(11)


@pytest.mark.parametrize(
    ("typed", "reached", "heading"),
    [
        ("36th meeting", "/meetings?id=T-ES/36", "36th meeting"),
        ("35/6", "/decisions?id=T-ES/35/d6", "35th meeting, decision 6"),
        ("r 12", "/recommendations?recommendation=refugee-crisis/R12", "Recommendations"),
    ],
)
def test_a_number_leads_straight_to_the_thing(
    served: Any, visit: Fixture, typed: str, reached: str, heading: str
) -> None:
    page = visit(served, "/decisions")
    ask(page, typed)
    page.wait_for_url(served.address + reached)
    expect(page.locator("h1")).to_have_text(heading)


def test_a_shared_address_does_not_jump(served: Any, visit: Fixture) -> None:
    page = visit(served, "/decisions?q=36th+meeting")
    expect(page.get_by_role("link", name="36th meeting").first).to_be_visible()
    expect(page.locator("h1")).to_have_text("Decisions")


def test_nothing_found_says_why_and_offers_a_way_on(served: Any, visit: Fixture) -> None:
    page = visit(served, "/decisions?q=chidlren&verb=adopt")
    empty = page.locator(".empty")
    expect(empty).to_contain_text("“chidlren” is found nowhere")
    empty.get_by_role("link", name="children", exact=True).click()
    page.wait_for_url(f"{served.address}/decisions?q=children&verb=adopt")
    expect(page.locator("article.decision").first).to_be_visible()


def test_a_meeting_dims_what_does_not_match(served: Any, visit: Fixture) -> None:
    page = visit(served, "/decisions?q=children&verb=agree")
    page.get_by_role("link", name="among the decisions of its meeting").first.click()
    page.wait_for_url(f"{served.address}/meetings?id=T-ES/35&q=children&verb=agree")
    articles = page.locator("article.decision")
    expect(articles).to_have_count(11)
    dimmed = page.locator("article.decision.dim")
    expect(dimmed.first).to_contain_text("does not match")
    assert 0 < dimmed.count() < 11
    page.get_by_role("link", name="Show all alike").click()
    expect(dimmed).to_have_count(0)


def test_the_link_is_copied(served: Any, visit: Fixture) -> None:
    page = visit(served, "/decisions?q=children")
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.get_by_role("button", name="Copy link").click()
    expect(page.get_by_role("button", name="Link copied")).to_be_visible()
    assert page.evaluate("navigator.clipboard.readText()") == page.url


def test_a_french_query_finds_the_decision_and_says_in_which_language(
    served: Any, visit: Fixture
) -> None:
    page = visit(served, "/decisions?q=enfants+réfugiés")
    article = page.locator("article.decision").first
    expect(article.locator(".excerpt").last).to_contain_text("Our summary, French")
    expect(article.locator("q[lang=fr] mark").first).to_be_visible()
    page = visit(served, "/decisions?q=refugies&lang=fr&accents=exact")
    expect(page.locator(".empty")).to_contain_text(FRENCH("Nothing on file matches."))
