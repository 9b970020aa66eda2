"""The calendar and the feeds."""

from __future__ import annotations

import feedparser
import icalendar
import pytest
from starlette.testclient import TestClient


def events(site: TestClient, address: str) -> dict[str, icalendar.Event]:
    answer = site.get(address)
    assert answer.headers["content-type"] == "text/calendar; charset=utf-8"
    calendar = icalendar.Calendar.from_ical(answer.content)
    return {str(event["uid"]): event for event in calendar.walk("VEVENT")}


DEADLINE = "T-ES/35/d6/deadline-1@lanzadash"

CHOSEN = [
    ("/calendar.ics", True, True, "everything, the past too"),
    ("/calendar.ics?party=PRT", True, True, "a Party that it binds"),
    ("/calendar.ics?party=TUN", False, True, "a Party that it does not bind"),
    ("/calendar.ics?kind=additional_information", True, False, "a kind: deadlines alone"),
    ("/calendar.ics?round=data_collection", False, False, "a procedure: deadlines alone"),
    ("/calendar.ics?as_of=2021-12-02", False, False, "before the meeting had ended"),
]


@pytest.mark.parametrize(("address", "deadline", "meeting", "why"), CHOSEN)
def test_what_stands_in_the_calendar(
    address: str, deadline: bool, meeting: bool, why: str, site: TestClient
) -> None:
    found = events(site, address)
    assert (DEADLINE in found) is deadline, why
    assert ("T-ES/35@lanzadash" in found) is meeting, why


def test_a_meeting_announced_without_a_number_is_an_event(site: TestClient) -> None:
    found = events(site, "/calendar.ics?as_of=2020-10-01").values()
    (event,) = (one for one in found if "without a number" in one["summary"])
    assert event["dtstart"].dt.year == 2020
    assert str(event["url"]).endswith("/meetings")


ALARMS = [("", 3), ("?alarms=", 3), ("?alarms=none", 0), ("?alarms=14", 1), ("?alarms=2,9,2", 2)]


@pytest.mark.parametrize(("query", "count"), ALARMS)
def test_alarms(query: str, count: int, site: TestClient) -> None:
    assert len(events(site, f"/calendar.ics{query}")[DEADLINE].walk("VALARM")) == count


@pytest.mark.parametrize("alarms", ["1,2,3,4,5,6", "100", "-1", "one", "1;2", "1, 2"])
def test_alarms_that_cannot_be(alarms: str, site: TestClient) -> None:
    answer = site.get("/calendar.ics", params={"alarms": alarms})
    assert answer.status_code == 400
    assert answer.json()["errors"][0]["parameter"] == "alarms"


RECORDS = [
    ("/id/T-ES/35/d6/deadline-1.ics", {DEADLINE}),
    ("/id/T-ES/35/d6.ics", {DEADLINE}),
    ("/id/T-ES/35.ics", {DEADLINE, "T-ES/35/d3/deadline-1@lanzadash", "T-ES/35@lanzadash"}),
]


@pytest.mark.parametrize(("address", "uids"), RECORDS)
def test_the_calendar_of_a_record(address: str, uids: set[str], site: TestClient) -> None:
    assert set(events(site, address)) == uids


def test_the_calendar_of_a_party_is_the_one_to_subscribe_to(site: TestClient) -> None:
    assert events(site, "/id/PRT.ics") == events(site, "/calendar.ics?party=PRT")


@pytest.mark.parametrize("id", ["refugee-crisis/R12", "T-ES-2021-37_en_rev"])
def test_a_record_without_a_day_has_no_calendar(id: str, site: TestClient) -> None:
    answer = site.get(f"/id/{id}.ics")
    assert answer.status_code == 404
    assert "calendar" in answer.json()["detail"]


FEEDS = [
    ("/decisions.atom", 11),
    ("/decisions.atom?recommendation=R12", 1),
    ("/decisions.atom?q=nothing-of-this", 0),
    ("/changes.atom?as_of=2021-12-03&since=2021-12-03", 21),
    ("/changes.atom?party=RUS&kind=new_decision&lang=fr", 1),
]


@pytest.mark.parametrize(("address", "count"), FEEDS)
def test_feeds(address: str, count: int, site: TestClient) -> None:
    answer = site.get(address)
    feed = feedparser.parse(answer.content)
    assert not feed.bozo
    assert len(feed.entries) == count
    assert feed.feed.links[0].href == f"http://testserver{address}"
    assert [entry.updated for entry in feed.entries] == sorted(
        (entry.updated for entry in feed.entries), reverse=True
    )
    for entry in feed.entries[:1]:
        assert site.get(entry.link).status_code == 200


def test_every_change_on_file_leads_somewhere(site: TestClient) -> None:
    feed = feedparser.parse(site.get("/changes.atom").content)
    assert len({entry.id for entry in feed.entries}) == len(feed.entries) > 100
    for link in {entry.link for entry in feed.entries}:
        assert site.get(link).status_code == 200, link


@pytest.mark.parametrize("wrong", ["since=yesterday", "kind=rumour", "party=ZZZ", "q=words"])
def test_changes_that_cannot_be_asked_for(wrong: str, site: TestClient) -> None:
    answer = site.get(f"/changes.atom?{wrong}")
    assert answer.status_code == 400
    assert answer.json()["errors"][0]["parameter"] == wrong.partition("=")[0]
