"""The timeline is a function of its rows: what is drawn, and in which words."""

from __future__ import annotations

import datetime as dt
from typing import Any

from lanzadash.figures.axis import Span, around
from lanzadash.figures.timeline import Timeline, axis, day_lines, timeline
from lanzadash.language import language

DAY = dt.date(2031, 6, 1)
SOURCED: dict[str, Any] = {"source": "our own example", "certainty": "sourced"}


def met(number: int | None, status: str, start: str, end: str, **more: Any) -> dict[str, Any]:
    return {
        "meeting": None if number is None else f"T-XY/{number}",
        "number": number,
        "status": status,
        "start_date": dt.date.fromisoformat(start),
        "end_date": dt.date.fromisoformat(end),
        "city": None,
        "place": None,
        "mode": None,
        "tentative": False,
        "announced_at": None,
        **SOURCED,
        **more,
    }


def asked(name: str, due: str | None, **more: Any) -> dict[str, Any]:
    return {
        "deadline": name,
        "due": due and dt.date.fromisoformat(due),
        "first_due": None,
        "standing": True,
        "change": None,
        "kind": "questionnaire",
        "summary_en": "Replies.",
        "summary_fr": "Réponses.",
        **SOURCED,
        **more,
    }


def issued(name: str, shown_on: str, adopted_on: str | None = None) -> dict[str, Any]:
    return {
        "document": name,
        "kind": "opinion",
        "symbol": None,
        "title": "Opinion on harbours",
        "language": None,
        "shown_on": shown_on,
        "adopted_on": adopted_on,
        **SOURCED,
    }


def round(name: str, start: int | None, end: int | None) -> dict[str, Any]:
    return {
        "round": name,
        "kind": "thematic_round",
        "short_en": name.title(),
        "short_fr": name.title(),
        "start_year": start,
        "end_year": end,
        **SOURCED,
    }


def drawn(code: str = "en") -> Timeline:
    return timeline(
        [
            met(4, "held", "2030-03-04", "2030-03-06", city="Valletta"),
            met(5, "announced", "2031-01-21", "2031-01-24", mode="remote"),
            met(5, "held", "2031-01-28", "2031-02-01", mode="remote"),
            met(None, "announced", "2031-11-04", "2031-11-06", announced_at="T-XY/5"),
        ],
        [round("harbours", 2029, 2030), round("bridges", 2030, None), round("ever", None, None)],
        [
            asked("a", "2031-05-01"),
            asked("b", "2031-09-01", first_due=dt.date(2031, 7, 1), change="moved"),
            asked("c", "2031-10-01", standing=False, change="cancelled"),
            asked("rule", None),
        ],
        [issued("x", "2031-02", None), issued("y", "2031-02-01", "2031-02-01"), issued("z", "?")],
        DAY,
        language(code),
    )


def told(lane: str, code: str = "en") -> list[tuple[str, str, str, str]]:
    found = drawn(code).items[lane]
    return [(item.state, item.title, item.status, item.when) for item in found]


def test_announced_and_held_are_two_marks() -> None:
    assert told("meetings") == [
        ("held", "4th meeting, Valletta", "held", "4-6 March 2030"),
        ("announced", "5th meeting, remote", "announced", "21-24 January 2031"),
        ("held", "5th meeting, remote", "held", "28 January – 1 February 2031"),
        ("announced", "meeting without a number", "announced", "4-6 November 2031"),
    ]


def test_days_without_a_number_lead_to_the_meeting_that_announced_them() -> None:
    assert [item.target for item in drawn().items["meetings"]][-1] == "T-XY/5"


def test_a_deadline_that_was_moved_stands_on_both_days() -> None:
    assert told("deadlines") == [
        ("due", "Replies", "", "1 May 2031"),
        ("due", "Replies", "", "1 September 2031"),
        ("moved", "Replies", "moved", "1 July 2031"),
        ("cancelled", "Replies", "cancelled", "1 October 2031"),
    ]


def test_a_document_is_adopted_only_where_that_is_on_file() -> None:
    assert [(state, when) for state, _, _, when in told("documents")] == [
        ("dated", "February 2031"),
        ("adopted", "1 February 2031"),
    ]


def test_a_round_without_an_end_on_file_lasts_till_the_day_of_the_view() -> None:
    harbours, bridges = drawn().items["rounds"]
    assert (harbours.state, harbours.end, harbours.when) == (
        "round",
        dt.date(2030, 12, 31),
        "2029–2030",
    )
    assert (bridges.state, bridges.end, bridges.when) == ("open", DAY, "since 2030")


def test_everything_is_what_is_on_file_and_the_day_itself() -> None:
    assert drawn().everything(DAY) == Span(dt.date(2017, 1, 1), dt.date(2031, 12, 31))
    for far in (dt.date.min, dt.date.max):
        assert drawn().everything(far) == drawn().everything(DAY)
    empty = timeline([], [], [], [], DAY, language("en"))
    assert empty.everything(DAY).meets(DAY, DAY)
    assert [lane.rows for lane in empty.lanes(around("1y", DAY))] == [1, 1, 1, 1]


def test_the_table_holds_what_the_picture_shows_latest_first() -> None:
    span = Span(dt.date(2031, 1, 1), dt.date(2031, 12, 31))
    shown = drawn()
    within = shown.within(span)
    in_picture = [item for lane in shown.lanes(span) for mark in lane.marks for item in mark.items]
    assert sorted(id(item) for _, item in within) == sorted(id(item) for item in in_picture)
    starts = [item.start for _, item in within]
    assert starts == sorted(starts, reverse=True)


def test_in_french() -> None:
    assert told("meetings", "fr")[1] == (
        "announced",
        "5e réunion, à distance",
        "annoncée",
        "21-24 janvier 2031",
    )
    assert told("deadlines", "fr")[0][1] == "Réponses"


def test_lines_of_two_days_stand_on_two_rows_where_they_are_near() -> None:
    span = around("1m", DAY)
    days = {"today": (DAY, "Today, 1 Jun 2031"), "as-of": (dt.date(2031, 6, 2), "As of 2 Jun 2031")}
    assert [(line.state, line.row) for line in day_lines(days, span)] == [
        ("today", 0),
        ("as-of", 1),
    ]
    assert day_lines({"today": (dt.date(2040, 1, 1), "x")}, span) == []


def test_no_word_stands_where_the_axis_ends() -> None:
    marked = axis(Span(dt.date(2031, 6, 2), dt.date(2031, 6, 30)), language("en"))
    assert [label for _, label in marked] == [
        "2 Jun 2031",
        "9 Jun 2031",
        "16 Jun 2031",
        "23 Jun 2031",
        "",
    ]
