"""Every page opened by its address: first thing on a server that has just started."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Page, expect

Fixture = Callable[..., Any]

COLD = [
    ("/", "Today, Saturday 21 November 2026", "Next deadlines"),
    ("/deadlines", "Deadlines", "10 December 2021"),
    ("/decisions", "Decisions", "11 found"),
    ("/meetings", "Meetings", "7-10 March 2022"),
    ("/recommendations", "Recommendations", "One tile for each Party"),
    ("/party?party=TUN", "Tunisia", "Accession"),
    ("/changes?since=2021-12-03", "Changes", "22-25 February 2022"),
    ("/sources", "Sources", "T-ES(2021)37_en rev."),
]
WARM = [
    ("/decisions?id=T-ES/35/d6", "35th meeting, decision 6", "10 December 2021"),
    ("/meetings?id=T-ES/36", "36th meeting", "22-25 February 2022"),
    ("/party", "Parties", "48 States Parties"),
]


@pytest.mark.parametrize(("address", "heading", "words"), COLD, ids=[row[0] for row in COLD])
def test_a_page_opened_cold(
    start: Fixture, visit: Fixture, address: str, heading: str, words: str
) -> None:
    check(visit(start(), address), heading, words)


@pytest.mark.parametrize(("address", "heading", "words"), WARM, ids=[row[0] for row in WARM])
def test_another_view_of_a_page(
    served: Any, visit: Fixture, address: str, heading: str, words: str
) -> None:
    check(visit(served, address), heading, words)


def check(page: Page, heading: str, words: str) -> None:
    """One heading, the words, the frame around them, and nothing to scroll sideways on a phone."""
    expect(page.locator("h1")).to_have_text(heading)  # this one and no other
    expect(page.locator("body")).to_contain_text(words)
    expect(page).to_have_title(re.compile(" · lanzadash$"))
    expect(page.locator("footer")).to_contain_text("Only the adopted text counts.")
    expect(page.locator("nav [aria-current=page]")).to_have_count(1)
    page.set_viewport_size({"width": 390, "height": 844})
    too_wide = page.evaluate(
        """[document.scrollingElement, document.querySelector("[data-testid=stMain]")]
           .filter((element) => element.scrollWidth > element.clientWidth).length"""
    )
    assert not too_wide
