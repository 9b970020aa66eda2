"""Feeds, read back by feedparser."""

from __future__ import annotations

import calendar
import datetime as dt
from collections.abc import Callable, Iterable
from typing import Any
from xml.etree import ElementTree as ET

import feedparser
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lanzadash.exports.feed import NAMESPACE, Entry, change_entries, decision_entries, feed
from lanzadash.language import language

Maker = Callable[..., dict[str, Any]]
DAY = dt.date.fromisoformat
SITE = "https://example.org"
NOON = dt.datetime(2031, 11, 6, 12, tzinfo=dt.UTC)


def written(entries: Iterable[Entry], **over: Any) -> bytes:
    given = {
        "title": "Decisions",
        "self_url": f"{SITE}/decisions.atom?theme=a&lang=en",
        "alternate_url": f"{SITE}/decisions?theme=a",
    }
    return feed(entries, over.pop("say", None) or language("en"), **(given | over))


def read(file: bytes) -> Any:
    parsed = feedparser.parse(file)
    assert not parsed.bozo, parsed.get("bozo_exception")
    assert parsed.version == "atom10"
    return parsed


def an_entry(id: str, day: dt.datetime = NOON, **over: Any) -> Entry:
    return Entry(id=id, title=f"About {id}", url=f"{SITE}/id/{id}", updated=day, **over)


def test_the_feed_itself() -> None:
    told = read(written([an_entry("T-XY/5/d2")])).feed
    assert told.id == "tag:lanzadash,2026:decisions.atom?theme=a&lang=en"
    assert told.title == "Decisions"
    assert told.updated == "2031-11-06T12:00:00Z"
    assert told.language == "en"
    assert told.author == "lanzadash"
    assert told.subtitle.startswith("Unofficial tool.")
    assert {link.rel: link.href for link in told.links} == {
        "self": f"{SITE}/decisions.atom?theme=a&lang=en",
        "alternate": f"{SITE}/decisions?theme=a",
    }


def test_a_decision(decision: Maker) -> None:
    (entry,) = read(written(decision_entries([decision()], language("en"), base_url=SITE))).entries
    assert entry.id == "tag:lanzadash,2026:T-XY/5/d2"
    assert entry.title == "5th meeting, decision 2: Invited"
    assert entry.link == f"{SITE}/id/T-XY/5/d2"
    assert entry.updated == entry.published == "2031-11-06T00:00:00Z"
    assert [tag.term for tag in entry.tags] == ["helplines"]
    assert entry.summary == (
        "Helplines\nParties are asked about the helpline.\nSource: T-XY(2031)12_en · sourced"
    )


def test_a_moved_deadline_is_an_entry_of_its_own(change: Maker) -> None:
    (entry,) = read(written(change_entries([change()], language("en"), base_url=SITE))).entries
    assert entry.id == "tag:lanzadash,2026:deadline_moved/T-XY/5/d2/deadline-1/change-1"
    assert entry.title == "Deadline moved: 15 December 2031 → 1 February 2032"
    assert entry.link == f"{SITE}/id/T-XY/5/d2/deadline-1"
    assert entry.published == entry.updated == "2032-01-20T00:00:00Z"
    assert [tag.term for tag in entry.tags] == ["deadline_moved"]
    assert entry.summary == (
        "Replies about the helpline.\n6th meeting, decision 4\nSource: T-XY(2032)01_en · sourced"
    )


LINKS = [
    ("rounds", None, f"{SITE}/plain/recommendations"),
    ("recommendations", "harbours/R2", f"{SITE}/id/harbours/R2"),
    ("rounds", "harbours", f"{SITE}/plain/recommendations?round=harbours"),
    ("meeting_dates", "T-XY/2032-03-02/announced-1", f"{SITE}/plain/meetings"),
]


@pytest.mark.parametrize(("table", "record", "link"), LINKS)
def test_a_record_without_a_page_is_linked_to_its_list(
    table: str, record: str | None, link: str, change: Maker
) -> None:
    row = change(record_table=table, record=record, kind="stage_reached", recommendations=1)
    (entry,) = change_entries([row], language("en"), base_url=SITE)
    assert entry.url == link


def test_a_rule_is_told_in_words(change: Maker) -> None:
    row = change(kind="deadline_set", old=None, new="ratified+6m")
    (entry,) = change_entries([row], language("en"), base_url=SITE)
    assert entry.title == "Deadline set: six months after each Party’s ratification"


def test_french(decision: Maker) -> None:
    say = language("fr")
    parsed = read(written(decision_entries([decision()], say, base_url=SITE), say=say))
    assert parsed.feed.language == "fr"
    assert "ligne d’écoute" in parsed.entries[0].summary


def test_the_last_change_comes_first_and_order_does_not_depend_on_the_input() -> None:
    days = [NOON - dt.timedelta(days=days) for days in (2, 0, 1, 0)]
    entries = [an_entry(id, day) for id, day in zip("abcd", days, strict=True)]
    assert [entry.id[-1] for entry in read(written(entries)).entries] == ["b", "d", "c", "a"]
    assert written(entries) == written(reversed(entries))


def test_ids_outlive_a_move_of_the_server() -> None:
    here, there = (
        read(written([an_entry("a")], self_url=f"https://{host}/changes.atom")).feed.id
        for host in ("here.example", "there.example")
    )
    assert here == there == "tag:lanzadash,2026:changes.atom"


def test_an_empty_feed_is_valid() -> None:
    parsed = read(written([]))
    assert parsed.entries == []
    assert calendar.timegm(parsed.feed.updated_parsed) == 0


def test_illustrative_data_says_so_and_never_takes_a_real_id() -> None:
    parsed = read(written([an_entry("a")], illustrative=True))
    assert parsed.entries[0].id == "tag:demo.lanzadash,2026:a"
    assert parsed.entries[0].title == "Illustrative: About a"
    assert "Illustrative data." in parsed.feed.subtitle


PAYLOADS = ["<script>alert(1)</script>", "]]>&lt;b&gt;", "a\x00b\x0bc", "\ud800", "&amp;"]


@pytest.mark.parametrize("payload", PAYLOADS)
def test_a_text_stays_a_text(payload: str) -> None:
    hostile = Entry(payload, payload, SITE, NOON, summary=payload, categories=(payload,))
    root = ET.fromstring(written([hostile], title=payload))
    entry = root.find(f"{{{NAMESPACE}}}entry")
    assert entry is not None
    shown = "".join(letter for letter in payload if letter.isprintable())
    for name in ("title", "summary"):
        text = entry.find(f"{{{NAMESPACE}}}{name}")
        assert text is not None
        assert (text.text or "") == shown
        assert list(text) == []
        assert text.get("type", "text") == "text"


@settings(max_examples=40, deadline=None)
@given(st.text(), st.text(), st.text())
def test_any_text_gives_xml(id: str, title: str, summary: str) -> None:
    root = ET.fromstring(written([Entry(id, title, SITE, NOON, summary=summary)], title=title))
    assert root.tag == f"{{{NAMESPACE}}}feed"
