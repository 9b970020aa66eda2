"""Every page in French: no word of English that the catalogue knows, and French spaces."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from babel.messages.pofile import read_po
from playwright.sync_api import BrowserContext, Page, expect

from lanzadash.language import LOCALES

Fixture = Callable[..., Any]

PAGES = [
    "/?lang=fr",
    "/?lang=fr&as_of=2021-12-03",
    "/deadlines?lang=fr",
    "/decisions?lang=fr",
    "/decisions?lang=fr&id=T-ES/35/d6",
    "/meetings?lang=fr",
    "/meetings?lang=fr&id=T-ES/28",
    "/recommendations?lang=fr&layer=stage",
    "/changes?lang=fr&since=2021-06-01",
    "/party?lang=fr",
    "/party?lang=fr&party=PRT",
    "/sources?lang=fr",
    "/decisions?lang=fr&id=T-ES/35/d99",
]
PLAIN = [
    "/plain/deadlines?lang=fr",
    "/id/T-ES/35/d6?lang=fr",
    "/id/refugee-crisis/R7?lang=fr",
    "/plain/decisions?lang=fr&theme=nothing",
]

PLACEHOLDER = re.compile(r"\\?\{\w+\\?\}|%\\?\(\w+\\?\)s")
WORD = re.compile(r"[^\W\d_]+")
MISSET = re.compile(r"\w[:;!?](?=\s)|\w»|«\w|[ ][:;!?»]|«[ ]|\w'\w")
"""A sign without its space, with one at which a line may break, or a straight apostrophe."""


@pytest.mark.parametrize("address", PAGES)
def test_a_page_in_french(served: Any, visit: Fixture, address: str) -> None:
    check(visit(served, address))


@pytest.mark.parametrize("address", PLAIN)
def test_a_plain_page_in_french(served: Any, context: BrowserContext, address: str) -> None:
    page = context.new_page()
    page.goto(served.address + address)
    check(page)
    page.close()


def check(page: Page) -> None:
    expect(page.locator("html")).to_have_attribute("lang", "fr")
    expect(page.locator("h1")).to_be_visible()
    words = in_french(page)
    assert [message for message, pattern in english() if pattern.search(words)] == []
    assert [words[max(0, at.start() - 20) : at.end() + 20] for at in MISSET.finditer(words)] == []


def in_french(page: Page) -> str:
    """The visible words, closed parts opened; what is marked as English is left out."""
    page.evaluate(
        """document.querySelectorAll("details").forEach((part) => { part.open = true; });
           document.querySelectorAll("[lang=en], code").forEach((part) => part.remove());"""
    )
    return page.inner_text("body")


def english() -> Iterator[tuple[str, re.Pattern[str]]]:
    """The messages of three words or more that are not the same in French."""
    with Path(LOCALES / "fr" / "messages.po").open("rb") as file:
        catalogue = read_po(file, locale="fr")
    for message in catalogue:
        given = message.string if isinstance(message.string, str) else message.string[0]
        for words in [message.id] if isinstance(message.id, str) else message.id:
            if len(WORD.findall(PLACEHOLDER.sub(" ", words))) > 2 and words != given:
                yield words, re.compile(PLACEHOLDER.sub(".{1,60}?", re.escape(words)))
