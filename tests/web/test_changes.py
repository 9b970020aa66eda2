"""The page of changes: since a day, since the last meeting, of a Party, of a kind."""

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
MOVED = {
    "deadline": "T-XY/5/d2/deadline-1",
    "change": "moved",
    "due": "2032-01-31",
    "meeting": "5",
    "decision": "1",
    "known_on": "2031-12-01",
}
CANCELLED = {**MOVED, "change": "cancelled", "due": ""}


def words(html: str) -> str:
    return re.sub(r"\s+", " ", re.sub(r"<[^>]*>", "", html))


def test_without_a_day_since_the_last_meeting(open_page: Opener) -> None:
    drawn = open_page("changes")
    assert "known since 15 February 2024 or later" in words(drawn.html)
    assert "Since the last meeting on file, the 41st meeting (15 February 2024)" in drawn.html
    assert 'href="/changes?since=2021-12-03">' in drawn.html
    assert "T-ES/35/d6" not in drawn.html


def test_since_a_day_newest_first_with_links_to_every_record(open_page: Opener) -> None:
    html = open_page("changes", since="2021-12-03", as_of="2021-12-03").html
    assert 'href="/decisions?as_of=2021-12-03&amp;id=T-ES/35/d6"' in html
    assert 'href="/id/T-ES/35/d6/deadline-1?as_of=2021-12-03" data-plain>10 December 2021<' in html
    assert 'href="/meetings?as_of=2021-12-03&amp;id=T-ES/36">36th meeting<' in html
    days = re.findall(r'<h2><time datetime="([\d-]+)"', open_page("changes").html)
    assert days == sorted(days, reverse=True)
    assert len(days) == len(set(days)) > 1


def test_one_line_for_41_parties(open_page: Opener) -> None:
    html = open_page("changes", since="2021-12-03", kind="status_changed").html
    assert html.count("<summary>41 Parties</summary>") >= 2
    assert 'href="/party?party=PRT">Portugal</a>' in html


def test_what_the_address_asks_for_stands_in_the_feed(open_page: Opener) -> None:
    html = open_page("changes", party="PRT", kind="deadline_set", since="2020-01-01").html
    assert 'href="/changes.atom?party=PRT&amp;kind=deadline_set"' in html
    assert re.search(r'data-last-visit hidden>.*?href="/changes\?[^"]*party=PRT', html)


@pytest.mark.parametrize("wrong", [{"since": "yesterday"}, {"kind": "rumour"}, {"party": "ZZZ"}])
def test_what_cannot_be_used_is_said(open_page: Opener, wrong: dict[str, str]) -> None:
    drawn = open_page("changes", **wrong)
    assert not drawn.app.exception
    assert next(iter(wrong.values())) in drawn.html


def test_nothing_since_then_says_what_to_do(open_page: Opener) -> None:
    drawn = open_page("changes", since="2026-11-01")
    assert "Nothing that matches has become known since that day." in drawn.html
    assert "Choose an earlier day" in drawn.html


def test_a_day_chosen_stands_in_the_address(open_page: Opener) -> None:
    drawn = open_page("changes", page="2", party="PRT")
    drawn.app.date_input(key="day-since").set_value("2021-12-03").run()
    assert dict(drawn.app.query_params) == {"party": "PRT", "since": "2021-12-03"}
    assert "known since 3 December 2021 or later" in words(drawn.html)


@pytest.fixture
def store(data_folder: Callable[..., Path], tmp_path: Path) -> Callable[..., Path]:
    """The small folder published again and again, each time with these changes of its deadline."""

    def make(*generations: list[dict[str, str]]) -> Path:
        for changes in generations:
            folder = data_folder(deadline_changes=changes)
            publish(tmp_path / "store", load(folder), version=__version__)
        return tmp_path / "store"

    return make


def test_moved_and_cancelled(store: Callable[..., Path], open_page: Opener) -> None:
    html = open_page("changes", store([MOVED]), since="2031-11-07", as_of="2032-02-01").html
    assert "Deadline moved 15 December 2031 → 31 January 2032" in words(html)
    assert re.search(r'id=T-XY/5/d1">5th meeting, decision 1<', html)
    html = open_page("changes", store([CANCELLED]), since="2031-11-07", as_of="2032-02-01").html
    assert "<del>15 December 2031</del>" in html


def test_what_the_latest_build_changed(store: Callable[..., Path], open_page: Opener) -> None:
    heading = "What the latest build of the data changed"
    assert heading not in open_page("changes", store([])).html
    html = open_page("changes", store([MOVED])).html
    assert heading in html
    assert "Changes of deadlines: 1 added" in words(html)
    assert "T-XY/5/d2/deadline-1/change-1" in html
    assert heading not in open_page("changes", store(), as_of="2021-12-03").html
    assert "Nothing that a reader sees." in open_page("changes", store([MOVED])).html
