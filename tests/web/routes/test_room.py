"""The page for a meeting's room: whole in one answer, and plain about what is not on file."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable
from html.parser import HTMLParser
from pathlib import Path

import pytest

from .conftest import TODAY, Site

FETCHED = {"src", "srcset", "data", "poster", "action", "background", "formaction", "ping"}
"""Attributes by which a page asks for something; ``href`` too, but on a link that is followed."""


class Parts(HTMLParser):
    """What a page would fetch, its ids, the places its own links lead to, its headings."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.fetched: list[str] = []
        self.ids: list[str] = []
        self.inner: list[str] = []
        self.headings: list[int] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if re.fullmatch("h[1-6]", tag):
            self.headings.append(int(tag[1]))
        for name, value in attrs:
            value = value or ""
            if name == "id":
                self.ids.append(value)
            elif name == "href" and tag == "a" and value.startswith("#"):
                self.inner.append(value[1:])
            elif (name in FETCHED or (name == "href" and tag != "a")) and value != "data:,":
                self.fetched.append(f"{tag} {name}={value}")


@pytest.mark.parametrize("address", ["/room/T-ES/28", "/room/T-ES/29?lang=fr"])
def test_one_answer_is_all_of_it(
    illustrative: Path, site_of: Callable[[Path], Site], address: str
) -> None:
    answer = site_of(illustrative).get(address)
    assert answer.status_code == 200
    page = Parts(answer.text)
    assert page.fetched == []
    assert "url(" not in answer.text
    assert "@import" not in answer.text
    policy = answer.headers["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "connect-src" not in policy
    assert "script-src 'sha256-" in policy
    assert len(answer.content) < 500_000
    assert len(page.ids) == len(set(page.ids))
    assert set(page.inner) <= set(page.ids)
    assert answer.text.count("<article") >= 31, "the meeting and thirty items or more"
    assert page.headings[0] == 1
    assert all(after - before <= 1 for before, after in zip(page.headings, page.headings[1:]))  # noqa: B905


def test_a_page_asked_for_again_keeps_its_policy(site: Site) -> None:
    """A browser takes the headers of a 304 in place of those that it has."""
    first = site.get("/room/T-ES/28")
    again = site.get("/room/T-ES/28", headers={"If-None-Match": first.headers["ETag"]})
    assert again.status_code == 304
    assert "Content-Security-Policy" not in again.headers


def test_a_full_screen_has_all_its_parts(
    illustrative: Path, site_of: Callable[[Path], Site]
) -> None:
    said = screen(site_of(illustrative).get("/room/T-ES/28").text, "item-3")
    for part in (
        "Decided at this meeting",
        "Decided before",
        "Outstanding",
        "Deadlines from this meeting to the next",
        "Recommendations",
        "Illustrative note",
    ):
        assert part in said
    numbers = [int(n) for n in re.findall(r"(\d+)th meeting, decision", said.split("before")[1])]
    assert numbers == sorted(numbers, reverse=True), "newest first"
    assert 28 not in numbers


def test_what_was_promised_and_what_became_of_it(
    illustrative: Path, site_of: Callable[[Path], Site]
) -> None:
    ask = site_of(illustrative)
    after = screen(ask.get("/room/T-ES/28").text, "meeting")
    assert "promised, outcome not on file" in after
    assert "taken up" in after
    before = screen(ask.get("/room/T-ES/29").text, "meeting")
    assert "no agenda item is known to carry it" in before
    assert "agenda item 3" in before
    assert "outcome not on file" not in before, "it is still to come"


LACKING = [
    ("/room/T-ES/36", 200, "No agenda of this meeting is on file", "no agenda"),
    ("/room/T-ES/36", 200, "no agenda on file", "so that nothing is said to lack on it"),
    ("/room/T-ES/36", 200, "No decisions of this meeting are on file.", "no decisions"),
    ("/room/T-ES/28", 200, "No earlier decision on file points at this meeting.", "no promises"),
    ("/room/T-ES/36?as_of=2022-02-28", 200, "rien au dossier ne dit qu’elle s’est tenue", "passed"),
    ("/room/T-ES/36?as_of=2021-11-01", 404, "T-ES/36", "not yet announced on that day"),
    ("/room/T-ES/99", 404, "T-ES/28", "unknown: those that are on file"),
    ("/room/%3Cscript%3E", 404, "&lt;script&gt;", "nothing of the address is markup"),
    ("/room?meeting=T-ES/99", 400, "T-ES/28", "unknown"),
    ("/room/T-ES/28?meeting=T-ES/36", 400, "meeting", "the path says which"),
    ("/room/T-ES/28?as_of=yesterday", 400, "YYYY-MM-DD", "no day"),
]


@pytest.mark.parametrize(("address", "status", "words", "why"), LACKING)
def test_what_is_missing_is_said(
    site: Site, address: str, status: int, words: str, why: str
) -> None:
    language = "fr" if "dossier" in words else "en"
    answer = site.get(address, headers={"Accept-Language": language})
    assert answer.status_code == status, why
    assert words in answer.text, why
    assert "Traceback" not in answer.text


def test_the_nearest_meeting_without_one_chosen(
    illustrative: Path, site_of: Callable[[Path], Site]
) -> None:
    ask = site_of(illustrative)
    assert 'data-room="T-ES/29"' in ask.get("/room").text
    assert 'data-room="T-ES/27"' in ask.get("/room?meeting=T-ES/27").text


def test_as_of_a_day_nothing_later_is_told(
    illustrative: Path, site_of: Callable[[Path], Site]
) -> None:
    ask = site_of(illustrative)
    held = dt.date.fromisoformat(TODAY) - dt.timedelta(days=40)
    assert "28th meeting, decision" in ask.get("/room/T-ES/28").text
    assert "28th meeting, decision" not in ask.get(f"/room/T-ES/28?as_of={held}").text


def screen(page: str, id: str) -> str:
    """One screen of the page."""
    found = re.search(rf'<article id="{re.escape(id)}".*?</article>', page, re.DOTALL)
    assert found, id
    return found.group()
