"""SEQUENCE and LAST-MODIFIED from one published file to the next: with what an event says alone."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from pathlib import Path
from typing import Any

import icalendar
import pytest
from starlette.testclient import TestClient

from lanzadash import __version__
from lanzadash.library import load
from lanzadash.store import publish

Row = dict[str, str]
EVENT = "harbours/replies@lanzadash"
REPLIES = "harbours/replies"
FIRST = dt.datetime(2032, 6, 1, 12, tzinfo=dt.UTC)

MOVED = {
    "deadline": REPLIES,
    "change": "moved",
    "due": "2032-07-01",
    "known_on": "2032-05-01",
}
EXTENDED = {
    "deadline": REPLIES,
    "state": "extended",
    "state_on": "2032-05-02",
    "extended_to": "2032-09-01",
}
RECEIVED = {"deadline": REPLIES, "state": "received", "state_on": "2032-05-03"}
REWORDED = {"deadlines": [{"summary_en": "Other words."}]}
CORRECTED = {"deadlines": [{"due": "2032-06-30"}]}
ANSWERED = REWORDED | {"obligations": [EXTENDED]}

STEPS: list[tuple[list[dict[str, Any]], str, int, int, str]] = [
    # what is published one after another, asked by whom, SEQUENCE, the publication that changed it
    ([{}], "", 0, -1, "as first published"),
    ([{}, {}], "", 0, -1, "the same again"),
    ([{}, REWORDED], "", 1, 1, "reworded"),
    ([{}, REWORDED, REWORDED], "", 1, 1, "reworded, then the same"),
    ([{}, REWORDED, {}], "", 2, 2, "the old words again"),
    ([{}, CORRECTED], "", 1, 1, "another day, without a change on file"),
    ([{}, {"deadline_changes": [MOVED]}], "", 1, 1, "moved"),
    ([{"deadline_changes": [MOVED]}], "", 1, -1, "moved before it was first published"),
    ([{}, REWORDED, ANSWERED], "?party=PRT", 3, 2, "extended, for the Party, that had answered"),
    ([{}, REWORDED, ANSWERED], "", 1, 1, "extended, for another"),
    (
        [{}, ANSWERED, ANSWERED | {"obligations": [EXTENDED, RECEIVED]}],
        "?party=PRT",
        4,
        2,
        "an answer is told, and takes the alarms away",
    ),
]


@pytest.fixture
def published(
    data_folder: Callable[..., Path], tmp_path: Path, site_of: Callable[[Path], TestClient]
) -> Callable[..., TestClient]:
    """The routes over the small folder, published again and again, an hour apart."""

    def ask(*folders: dict[str, Any]) -> TestClient:
        for hour, changes in enumerate(folders):
            at = FIRST + dt.timedelta(hours=hour)
            library = load(data_folder(**changes))
            publish(tmp_path / "store", library, version=__version__, built_at=at)
        return site_of(tmp_path / "store")

    return ask


def event(site: TestClient, query: str) -> icalendar.Event:
    calendar = icalendar.Calendar.from_ical(site.get(f"/calendar.ics{query}").content)
    [found] = [one for one in calendar.walk("VEVENT") if one["uid"] == EVENT]
    return found


@pytest.mark.parametrize(
    ("folders", "query", "sequence", "by", "why"), STEPS, ids=[step[-1] for step in STEPS]
)
def test_a_revision_is_a_change_of_what_is_said(
    folders: list[dict[str, Any]],
    query: str,
    sequence: int,
    by: int,
    why: str,
    published: Callable[..., TestClient],
) -> None:
    found = event(published(*folders), query)
    assert found["sequence"] == sequence
    changed = found["last-modified"].dt
    assert changed == FIRST + dt.timedelta(hours=by) if by >= 0 else changed < FIRST


def test_the_same_published_again_gives_the_same_bytes(
    published: Callable[..., TestClient],
) -> None:
    before = published({}, REWORDED).get("/calendar.ics").content
    after = published(REWORDED).get("/calendar.ics").content
    assert after.splitlines() == before.splitlines()


def test_known_since_an_unknown_day_is_stamped_with_the_first_publication(
    published: Callable[..., TestClient],
) -> None:
    unknown = {"deadlines": [{"known_on": "", "meeting": "", "reference_en": "A call"}]}
    found = event(published(unknown, unknown), "")
    assert found["dtstamp"].dt == found["last-modified"].dt == FIRST
