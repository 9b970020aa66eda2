"""What a person sees of a deadline that was moved, cancelled or replaced."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from lanzadash import __version__
from lanzadash.library import load
from lanzadash.store import publish

Opener = Callable[..., Any]
DAY = "2031-11-20"
"""After the 5th meeting asked for replies by 15 December 2031."""

REPLIES = "T-XY/5/d2/deadline-1"
BY = {"deadline": REPLIES, "meeting": "5", "decision": "1", "known_on": "2031-11-06"}
MOVED = {**BY, "change": "moved", "due": "2032-01-31"}
CANCELLED = {**BY, "change": "cancelled", "due": ""}
REPLACED = {**CANCELLED, "change": "replaced", "replaced_by": "harbours/replies"}


@pytest.fixture
def drawn(
    data_folder: Callable[..., Path], tmp_path: Path, open_page: Opener
) -> Callable[..., str]:
    """The HTML of a page of the small folder with one change of its one deadline to come."""

    def draw(page: str, change: dict[str, str], **address: str) -> str:
        store = tmp_path / "store"
        publish(store, load(data_folder(deadline_changes=[change])), version=__version__)
        html: str = open_page(page, store, as_of=DAY, **address).html
        return re.sub(r"\s+", " ", re.sub(r"<time[^>]*>|</time>", "", html))

    return draw


def test_a_moved_deadline_stands_at_its_new_day_beside_the_old_one(
    drawn: Callable[..., str],
) -> None:
    html = drawn("deadlines", MOVED)
    assert '<h2 id="upcoming">Upcoming <span class="count">1</span>' in html
    assert "<h3> 31 January 2032 " in html
    assert "<del>15 December 2031</del> → <ins>31 January 2032</ins>" in html
    assert re.search(r'href="/decisions\?[^"]*id=T-XY/5/d1">5th meeting, decision 1<', html)


@pytest.mark.parametrize(
    ("change", "word"), [(CANCELLED, "Cancelled"), (REPLACED, "Replaced")], ids=["c", "r"]
)
def test_what_no_longer_holds_is_struck_through_in_its_place_and_not_counted(
    change: dict[str, str], word: str, drawn: Callable[..., str]
) -> None:
    html = drawn("deadlines", change)
    assert '<h2 id="upcoming">Upcoming <span class="count">0</span>' in html
    assert "No deadline on file is still to come." in html
    assert "<h3> <del>15 December 2031</del>" in html
    assert "<h4><del>" in html
    assert f"<strong>{word}</strong>" in html
    assert (f"id/{change.get('replaced_by')}" in html) is (word == "Replaced")


def test_today_has_no_deadline_that_was_cancelled(drawn: Callable[..., str]) -> None:
    assert REPLIES in drawn("", MOVED)
    assert REPLIES not in drawn("", CANCELLED)


def test_a_party_with_nothing_but_a_cancelled_deadline(drawn: Callable[..., str]) -> None:
    html = drawn("party", CANCELLED, party="PRT")
    assert "No deadline on file for this Party is still to come." in html
    assert f'class="deadline void" id="{REPLIES}"' in html
