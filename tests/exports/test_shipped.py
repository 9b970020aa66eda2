"""Every export of the repository's own data, through the queries that pages and routes use."""

from __future__ import annotations

import csv
import datetime as dt
import io
from collections.abc import Callable
from typing import Any

import feedparser
import pytest
import vobject

from lanzadash.exports.about import About
from lanzadash.exports.brief import deadlines_brief, decisions_brief
from lanzadash.exports.brief_docx import to_docx
from lanzadash.exports.brief_pdf import to_pdf
from lanzadash.exports.calendar import calendar
from lanzadash.exports.citation import Citing
from lanzadash.exports.feed import change_entries, decision_entries, feed
from lanzadash.exports.listings import LISTINGS
from lanzadash.exports.tables import to_csv, to_json
from lanzadash.exports.workbook import to_xlsx
from lanzadash.language import CODES, language
from lanzadash.queries.asof import AsOf
from lanzadash.queries.changes import changes
from lanzadash.queries.deadlines import deadlines
from lanzadash.queries.decisions import decisions
from lanzadash.queries.documents import documents
from lanzadash.queries.meetings import meetings
from lanzadash.queries.parties import parties
from lanzadash.queries.recommendations import recommendations
from lanzadash.store import Connection
from lanzadash.web.view import rows

Rows = list[dict[str, Any]]
SITE = "https://example.org"
TODAY = AsOf(dt.date(2026, 11, 21))
THEN = AsOf(dt.date(2021, 12, 3), past=True)

LISTS: dict[str, Callable[[Connection, AsOf], Any]] = {
    "deadlines": deadlines,
    "decisions": decisions,
    "meetings": meetings,
    "recommendations": recommendations,
    "parties": lambda connection, as_of: parties(connection),
    "documents": documents,
}


def events(connection: Connection, as_of: AsOf, **over: Any) -> dict[str, Any]:
    """The events of the calendar by UID."""
    due = rows(deadlines(connection, as_of, party=over.get("party")))
    met = rows(meetings(connection, as_of))
    file = calendar(due, met, language("en"), base_url=SITE, **over)
    return {event.uid.value: event for event in vobject.readOne(file.decode()).vevent_list}


def test_every_list_is_offered() -> None:
    assert set(LISTS) == set(LISTINGS)


@pytest.mark.parametrize("code", CODES)
@pytest.mark.parametrize("name", LISTS)
def test_a_query_gives_all_that_a_listing_tells(
    name: str, code: str, connection: Connection
) -> None:
    say = language(code)
    listed = rows(LISTS[name](connection, TODAY))
    about = About(title=name, as_of=TODAY.day, base_url=SITE)
    table = list(csv.reader(io.StringIO(to_csv(name, listed, say, about).decode("utf-8-sig"))))
    assert len(table) - 1 == len(listed) > 0
    assert to_json(name, listed, say, about)
    assert to_xlsx(name, listed, say, about)


def test_every_event_is_told_apart_and_announced_dates_become_held_ones(
    connection: Connection,
) -> None:
    then, now = events(connection, THEN), events(connection, TODAY)
    uid = "T-ES/36@lanzadash"
    assert then[uid].dtstart.value == dt.date(2022, 2, 22)
    assert now[uid].dtstart.value == dt.date(2022, 3, 7)
    assert (then[uid].sequence.value, now[uid].sequence.value) == ("0", "1")
    assert then[uid].last_modified.value.date() == dt.date(2021, 12, 3)
    assert now[uid].last_modified.value.date() == dt.date(2022, 3, 10)
    listed = rows(deadlines(connection, TODAY)), rows(meetings(connection, TODAY))
    assert len(now) == sum(1 for row in listed[0] if row["due"]) + len(listed[1])


def test_the_two_deadlines_of_december_2021(connection: Connection) -> None:
    found = events(connection, THEN)
    for decision in (3, 6):
        event = found[f"T-ES/35/d{decision}/deadline-1@lanzadash"]
        assert event.dtstart.value == dt.date(2021, 12, 10)
        assert f"35th meeting, decision {decision}" in event.description.value


def test_a_party_gets_its_own_day_of_a_rule(connection: Connection) -> None:
    by_party = {party: events(connection, TODAY, party=party) for party in ("PRT", "TUN")}
    own = {
        party: {uid for uid in found if uid.endswith(f"/{party}@lanzadash")}
        for party, found in by_party.items()
    }
    assert not own["PRT"] & own["TUN"]


@pytest.mark.parametrize("code", CODES)
def test_feeds_citations_and_briefs(code: str, connection: Connection) -> None:
    say = language(code)
    due, decided = rows(deadlines(connection, TODAY)), rows(decisions(connection, TODAY))
    changed = rows(changes(connection, TODAY, since=None, limit=1000))
    entries = change_entries(changed, say, base_url=SITE)
    entries += decision_entries(decided, say, base_url=SITE)
    parsed = feedparser.parse(
        feed(entries, say, title="Changes", self_url=f"{SITE}/changes.atom", alternate_url=SITE)
    )
    assert not parsed.bozo
    assert len({entry.id for entry in parsed.entries}) == len(changed) + len(decided)
    cite = Citing(say, "Committee", SITE, TODAY.day)
    cited = [cite.decision(row) for row in decided] + [cite.deadline(row) for row in due]
    cited += [cite.recommendation(row) for row in rows(recommendations(connection, TODAY))]
    assert len({citation.text for citation in cited}) == len(cited)
    about = About(title="Brief", as_of=TODAY.day, base_url=SITE)
    for brief in (deadlines_brief(due, say, about), decisions_brief(decided, say, about)):
        assert to_pdf(brief).startswith(b"%PDF-")
        assert to_docx(brief).startswith(b"PK")
