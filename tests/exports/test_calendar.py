"""The calendar, read back by another library than the one that wrote it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from typing import Any
from zoneinfo import ZoneInfo

import pytest
import vobject
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from lanzadash.exports.calendar import calendar
from lanzadash.exports.stamps import Stamp
from lanzadash.language import Language, language

Maker = Callable[..., dict[str, Any]]
Row = dict[str, Any]
DAY = dt.date.fromisoformat
SITE = "https://example.org"


def written(deadlines: Sequence[Row] = (), meetings: Sequence[Row] = (), **over: Any) -> bytes:
    say: Language = over.pop("say", None) or language("en")
    return calendar(deadlines, meetings, say, base_url=SITE, **over)


def events(file: bytes) -> list[Any]:
    return list(getattr(vobject.readOne(file.decode()), "vevent_list", []))


def one(file: bytes) -> Any:
    (event,) = events(file)
    return event


def test_a_day_is_an_all_day_event_whose_end_is_the_next_day(deadline: Maker) -> None:
    event = one(written([deadline(due=DAY("2031-12-31"))]))
    assert event.dtstart.value == DAY("2031-12-31")
    assert event.dtend.value == DAY("2032-01-01")
    assert event.transp.value == "TRANSPARENT"


def test_what_a_deadline_says(deadline: Maker) -> None:
    event = one(written([deadline()]))
    assert event.summary.value == "Deadline: Replies about the helpline."
    assert event.url.value == f"{SITE}/id/T-XY/5/d2/deadline-1"
    assert event.categories.value == ["Deadline", "Replies to a questionnaire"]
    for said in (
        "15 December 2031",
        "Of whom: Parties",
        "Send to: desk@example.org",
        "Recommendations: R2 and R9",
        "Procedure: Harbours",
        "Set by: 5th meeting, decision 2",
        "Source: T-XY(2031)12_en · sourced",
        "Unofficial tool. Only the adopted text counts.",
    ):
        assert said in event.description.value


def test_french(deadline: Maker) -> None:
    event = one(written([deadline()], say=language("fr")))
    assert "Réponses au sujet de la ligne d’écoute." in event.summary.value
    assert "15 décembre 2031" in event.description.value


SUMMARIES = [
    ({"force": "may"}, "Invitation: Replies about the helpline.", "an invitation is one"),
    (
        {"inclusive": False},
        "Before this day: Deadline: Replies about the helpline.",
        "the day itself is too late",
    ),
    (
        {"summary_en": None},
        "Deadline: Réponses au sujet de la ligne d’écoute. (in French)",
        "the other language before none",
    ),
    (
        {"summary_en": None, "summary_fr": None},
        "Deadline: 5th meeting, decision 2 · Replies to a questionnaire",
        "what set it and its kind before nothing",
    ),
    (
        {"summary_en": None, "summary_fr": None, "kind": "other"},
        "Deadline: 5th meeting, decision 2",
        "a kind that says nothing is not said",
    ),
]


@pytest.mark.parametrize(("over", "expected", "why"), SUMMARIES, ids=[why for *_, why in SUMMARIES])
def test_summary(over: Row, expected: str, why: str, deadline: Maker) -> None:
    assert one(written([deadline(**over)])).summary.value == expected


STATUSES = [
    ({}, "CONFIRMED"),
    ({"certainty": "inferred"}, "TENTATIVE"),
    ({"certainty": "well_known"}, "TENTATIVE"),
    ({"addressees_certainty": "inferred"}, "TENTATIVE"),
    ({"addressed": False}, "TENTATIVE"),
    ({"standing": False, "change": "cancelled"}, "CANCELLED"),
    ({"standing": False, "change": "replaced", "replaced_by": "x"}, "CANCELLED"),
    ({"state": "not_applicable"}, "CANCELLED"),
]


@pytest.mark.parametrize(("over", "expected"), STATUSES)
def test_status_of_a_deadline(over: Row, expected: str, deadline: Maker) -> None:
    event = one(written([deadline(**over)]))
    assert event.status.value == expected
    assert hasattr(event, "valarm_list") is (expected != "CANCELLED")
    assert event.summary.value.startswith("No longer: ") is (expected == "CANCELLED")


STEP = {
    "change": "moved",
    "old": DAY("2031-12-01"),
    "new": DAY("2031-12-15"),
    "on": DAY("2031-11-20"),
    "meeting": "T-XY/6",
    "meeting_number": 6,
    "decision": "T-XY/6/d4",
    "number": 4,
    "position": 4,
    "source": "T-XY(2032)03",
    "certainty": "sourced",
}
NOT_THERE = {"meeting": None, "decision": None, "old": None, "new": None}
MOVED = "Change: moved from 1 December 2031 to 15 December 2031"
CHANGES = [
    ({"steps": [STEP]}, f"{MOVED} (6th meeting, decision 4)"),
    ({"steps": [STEP | {"decision": None}]}, f"{MOVED} (6th meeting)"),
    (
        {"standing": False, "steps": [STEP | NOT_THERE | {"change": "cancelled"}]},
        "Change: cancelled (T-XY(2032)03)",
    ),
    (
        {
            "standing": False,
            "replaced_by": "T-XY/6/d4/deadline-1",
            "steps": [STEP | NOT_THERE | {"change": "replaced", "source": None}],
        },
        "Change: replaced by T-XY/6/d4/deadline-1",
    ),
    (
        {
            "steps": [
                STEP,
                STEP
                | NOT_THERE
                | {"change": "extended", "old": STEP["new"], "new": DAY("2031-12-20")},
            ]
        },
        f"{MOVED} (6th meeting, decision 4)\n"
        "Change: extended from 15 December 2031 to 20 December 2031 (T-XY(2032)03)",
    ),
]


@pytest.mark.parametrize(("over", "expected"), CHANGES)
def test_what_became_of_a_deadline(over: Row, expected: str, deadline: Maker) -> None:
    assert f"\n{expected}\n" in one(written([deadline(**over)])).description.value


def test_a_printed_time_does_not_move_with_the_day(deadline: Maker) -> None:
    moved = deadline(due_time="18:00", change="moved", first_due=DAY("2031-12-01"))
    event = one(written([moved]))
    assert event.dtstart.value == DAY("2031-12-15")
    assert "18:00" not in event.description.value


@pytest.mark.parametrize(
    ("over", "expected"),
    [
        ({"addressees_en": "Malta", "addressees_certainty": "inferred"}, "Malta · inferred"),
        (
            {"addressees_en": None, "addressees_fr": None, "addressed": False},
            "addressee not on file: may concern you",
        ),
    ],
)
def test_who_is_asked(over: Row, expected: str, deadline: Maker) -> None:
    event = one(written([deadline(**over)]))
    assert f"Of whom: {expected}" in event.description.value.splitlines()


MEETINGS = [
    ({}, "CONFIRMED", "announced"),
    ({"tentative": True}, "TENTATIVE", "announced, to be confirmed"),
    ({"status": "held"}, "CONFIRMED", "held"),
]


@pytest.mark.parametrize(("over", "status", "words"), MEETINGS)
def test_meeting(over: Row, status: str, words: str, meeting: Maker) -> None:
    event = one(written(meetings=[meeting(**over)]))
    assert event.status.value == status
    assert f"\n{words}\n" in event.description.value
    assert event.summary.value == "6th meeting (T-XY)"
    assert event.location.value == "Strasbourg"
    assert (event.dtstart.value, event.dtend.value) == (DAY("2032-03-02"), DAY("2032-03-05"))
    assert not hasattr(event, "valarm_list")


# --- identity and change --------------------------------------------------------------------------


def test_a_moved_deadline_keeps_its_uid_and_counts_the_move(deadline: Maker) -> None:
    before = one(written([deadline()]))
    moved = deadline(due=DAY("2032-02-01"), changes=[DAY("2032-01-20")])
    after = one(written([moved]))
    assert before.uid.value == after.uid.value == "T-XY/5/d2/deadline-1@lanzadash"
    assert (before.sequence.value, after.sequence.value) == ("0", "1")
    assert before.last_modified.value == dt.datetime(2031, 11, 6, tzinfo=dt.UTC)
    assert after.last_modified.value == after.dtstamp.value
    assert after.last_modified.value == dt.datetime(2032, 1, 20, tzinfo=dt.UTC)


def test_a_rule_gives_each_party_an_event_of_its_own(deadline: Maker) -> None:
    rule = deadline(rule="ratified+6m", due=DAY("2032-04-15"))
    uids = {one(written([rule], party=party)).uid.value for party in ("PRT", "TUN")}
    assert uids == {
        "T-XY/5/d2/deadline-1/PRT@lanzadash",
        "T-XY/5/d2/deadline-1/TUN@lanzadash",
    }


def test_an_extension_is_the_same_event_on_a_later_day(deadline: Maker) -> None:
    first = DAY("2031-12-15")
    granted = {"due": DAY("2032-01-31"), "first_due": first, "changes": [DAY("2031-12-10")]}
    event = one(written([deadline(**granted)], party="PRT"))
    assert event.uid.value == "T-XY/5/d2/deadline-1@lanzadash"
    assert event.dtstart.value == DAY("2032-01-31")
    assert event.sequence.value == "1"


def test_a_stamp_handed_in_comes_first(deadline: Maker) -> None:
    given = Stamp(7, dt.datetime(2032, 5, 1, 12, tzinfo=dt.UTC))
    event = one(written([deadline()], stamps={"T-XY/5/d2/deadline-1": given}))
    assert (event.sequence.value, event.last_modified.value) == ("7", given.modified)


def test_a_deadline_without_a_day_is_left_out(deadline: Maker) -> None:
    assert events(written([deadline(due=None, rule="ratified+6m")])) == []


def test_same_input_same_bytes(deadline: Maker, meeting: Maker) -> None:
    rows = [deadline(), deadline(deadline="T-XY/5/d3/deadline-1", due_time="18:00")]
    assert written(rows, [meeting()]) == written(rows, [meeting()])


def test_illustrative_data_says_so_and_never_takes_a_real_uid(deadline: Maker) -> None:
    event = one(written([deadline()], illustrative=True))
    assert event.summary.value.startswith("Illustrative: ")
    assert event.uid.value.endswith("@demo.lanzadash")
    assert "Illustrative data." in event.description.value


def test_the_file_says_what_it_is(deadline: Maker) -> None:
    file = written([deadline()], name="Lanzarote Committee, Portugal")
    lines = file.decode().replace("\r\n ", "").split("\r\n")
    assert "VERSION:2.0" in lines
    assert "PRODID:-//lanzadash//lanzadash//EN" in lines
    assert "X-WR-CALNAME:Lanzarote Committee\\, Portugal" in lines
    assert "REFRESH-INTERVAL;VALUE=DURATION:PT12H" in lines
    assert "X-PUBLISHED-TTL:PT12H" in lines
    assert not any(line.startswith("UID:") for line in lines[: lines.index("BEGIN:VEVENT")])


# --- alarms and hours -----------------------------------------------------------------------------


def alarms(event: Any, viewer: str) -> list[dt.datetime]:
    """When a viewer's calendar would remind, on the viewer's clock."""
    zone = ZoneInfo(viewer)
    start = event.dtstart.value
    if not isinstance(start, dt.datetime):
        start = dt.datetime.combine(start, dt.time(), zone)
    found = []
    for alarm in getattr(event, "valarm_list", []):
        trigger = alarm.trigger.value
        # Days of a duration are the calendar's: added to a zoned time, the clock stands still.
        when = start + trigger if isinstance(trigger, dt.timedelta) else trigger
        found.append(when.astimezone(zone))
    return found


CHOICES: list[tuple[Sequence[int], list[str]]] = [
    ((30, 7, 1), ["2031-11-15 09:00", "2031-12-08 09:00", "2031-12-14 09:00"]),
    ((1, 3, 1), ["2031-12-12 09:00", "2031-12-14 09:00"]),
    ((0,), ["2031-12-15 09:00"]),
    ((), []),
]


@pytest.mark.parametrize(("chosen", "expected"), CHOICES)
def test_alarms_can_be_chosen(chosen: Sequence[int], expected: list[str], deadline: Maker) -> None:
    event = one(written([deadline()], alarms=chosen))
    assert [f"{at:%Y-%m-%d %H:%M}" for at in alarms(event, "Europe/Paris")] == expected
    assert all(alarm.action.value == "DISPLAY" for alarm in getattr(event, "valarm_list", []))


VIEWERS = ("Atlantic/Azores", "Europe/Paris", "Asia/Tbilisi")
"""West of Strasbourg, there, and east of it where clocks are never changed."""

CHANGES_OF_CLOCKS = [
    # the day of a deadline, its printed time, that moment in UTC
    ("2031-03-29", "18:00", "2031-03-29 17:00", "the day before summer time"),
    ("2031-03-30", "01:59", "2031-03-30 00:59", "the last minute of winter time"),
    ("2031-03-30", "03:00", "2031-03-30 01:00", "the first minute of summer time"),
    ("2031-03-30", "18:00", "2031-03-30 16:00", "the day of the change"),
    ("2031-03-31", "18:00", "2031-03-31 16:00", "the day after"),
    ("2031-10-25", "18:00", "2031-10-25 16:00", "the day before winter time"),
    ("2031-10-26", "01:59", "2031-10-25 23:59", "before the hour that comes twice"),
    ("2031-10-26", "03:00", "2031-10-26 02:00", "after the hour that comes twice"),
    ("2031-10-26", "18:00", "2031-10-26 17:00", "the day of the change"),
    ("2031-10-27", "18:00", "2031-10-27 17:00", "the day after"),
    ("2045-03-26", "18:00", "2045-03-26 16:00", "beyond 2038"),
]


@pytest.mark.parametrize("viewer", VIEWERS)
@pytest.mark.parametrize(("day", "time", "utc", "why"), CHANGES_OF_CLOCKS)
def test_a_moment_across_changes_of_clocks(
    day: str, time: str, utc: str, why: str, viewer: str, deadline: Maker
) -> None:
    timed = deadline(due=DAY(day), due_time=time, zone="Europe/Paris")
    event = one(written([timed], alarms=(1,)))
    # vobject knows the zone only by the VTIMEZONE in the file: that is tried here as well.
    start = event.dtstart.value
    assert f"{start.astimezone(dt.UTC):%Y-%m-%d %H:%M}" == utc
    shown = start.astimezone(ZoneInfo(viewer))
    expected = dt.datetime.fromisoformat(f"{utc}+00:00").astimezone(ZoneInfo(viewer))
    assert f"{shown:%Y-%m-%d %H:%M}" == f"{expected:%Y-%m-%d %H:%M}"
    eve = DAY(day) - dt.timedelta(days=1)
    in_strasbourg = dt.datetime.combine(eve, dt.time(9), ZoneInfo("Europe/Paris"))
    assert alarms(event, viewer) == [in_strasbourg]


@pytest.mark.parametrize("viewer", VIEWERS)
@pytest.mark.parametrize("day", ["2031-03-30", "2031-03-31", "2031-10-26", "2031-10-27"])
def test_a_day_is_the_same_day_everywhere_and_reminds_at_nine(
    day: str, viewer: str, deadline: Maker
) -> None:
    event = one(written([deadline(due=DAY(day))], alarms=(30, 7, 1)))
    assert event.dtstart.value == DAY(day)
    eves = [DAY(day) - dt.timedelta(days=days) for days in (30, 7, 1)]
    assert [at.replace(tzinfo=None) for at in alarms(event, viewer)] == [
        dt.datetime.combine(eve, dt.time(9)) for eve in eves
    ]


TIMES = [
    (
        {"due_time": "18:00", "zone": None},
        "2031-12-15 17:00",
        "Strasbourg if no zone is printed",
    ),
    ({"due_time": "18:00", "zone": "Europe/London"}, "2031-12-15 18:00", "another printed zone"),
]


@pytest.mark.parametrize(("over", "utc", "why"), TIMES)
def test_zones(over: Row, utc: str, why: str, deadline: Maker) -> None:
    event = one(written([deadline(**over)]))
    assert f"{event.dtstart.value.astimezone(dt.UTC):%Y-%m-%d %H:%M}" == utc
    assert not hasattr(event, "dtend")


@pytest.mark.parametrize(("time", "zone"), [("24:00", None), ("noon", None), ("18:00", "Mars/One")])
def test_an_hour_that_no_clock_shows_leaves_the_day(
    time: str, zone: str | None, deadline: Maker
) -> None:
    event = one(written([deadline(due_time=time, zone=zone)]))
    assert event.dtstart.value == DAY("2031-12-15")
    assert time in event.description.value


# --- hostile texts --------------------------------------------------------------------------------

PAYLOADS = [
    "<script>alert(1)</script>",
    "line\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nUID:forged",
    "a\x00b\x07c\x1b[31m",
    'back\\slash; comma, colon: "quote"',
    "=cmd|' /C calc'!A0",
    "é" * 200,
]


@pytest.mark.parametrize("payload", PAYLOADS)
def test_a_text_stays_a_text(payload: str, deadline: Maker, meeting: Maker) -> None:
    hostile = deadline(summary_en=payload, addressees_en=payload, submit_to=payload, source=payload)
    file = written([hostile], [meeting(place=payload)], name=payload)
    assert file.decode().replace("\r\n", "").isprintable()
    assert all(len(line) <= 75 for line in file.split(b"\r\n"))
    deadline_event, meeting_event = events(file)
    seen = "".join(payload.replace("\r\n", "\n").split("\x1b"))
    seen = "".join(letter for letter in seen if letter == "\n" or letter.isprintable())
    assert deadline_event.summary.value == f"Deadline: {seen}"
    assert meeting_event.location.value == seen


@settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(text=st.text(), days=st.integers(0, 20_000), alarm=st.integers(0, 400))
def test_any_text_and_day_can_be_written(text: str, days: int, alarm: int, deadline: Maker) -> None:
    due = DAY("2010-07-01") + dt.timedelta(days=days)
    event = one(written([deadline(summary_en=text, due=due)], alarms=(alarm,)))
    assert event.dtstart.value == due
    (at,) = alarms(event, "Europe/Paris")
    assert at.replace(tzinfo=None) == dt.datetime.combine(
        due - dt.timedelta(days=alarm), dt.time(9)
    )
