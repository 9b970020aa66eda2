"""Dates that cannot follow each other as they do."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from itertools import pairwise

from lanzadash.faults import Fault
from lanzadash.records import (
    DeadlineRow,
    MeetingMention,
    MeetingRow,
    NextMeeting,
    PartyRow,
    Record,
    RoundRow,
)
from lanzadash.shelf import Shelf

_HINT = "Compare both with the source."
Day = dt.date | int | None


def date_faults(shelf: Shelf) -> Iterator[Fault]:
    """Ends before their start, treaty dates out of order, deadlines that fall due before the
    meeting that set them."""
    for meeting in shelf.lines(MeetingRow):
        days = (("start", meeting.row.start), ("end", meeting.row.end))
        yield from _out_of_order("facts/meetings.csv", meeting.number, *days)
    for party in shelf.lines(PartyRow):
        row = party.row
        dates = (("signed", row.signed), ("ratified", row.ratified), ("in_force", row.in_force))
        yield from _out_of_order("reference/parties.csv", party.number, *dates)
    for round in shelf.lines(RoundRow):
        years = (("start_year", round.row.start_year), ("end_year", round.row.end_year))
        yield from _out_of_order("facts/rounds.csv", round.number, *years)
    yield from _due_too_soon(shelf)
    for name, record in shelf.records.items():
        yield from _in_record(f"records/{name}.json", record)


def _out_of_order(file: str, row: int | None, *days: tuple[str, Day]) -> Iterator[Fault]:
    known = [(field, str(day), day) for field, day in days if day is not None]
    for (first, printed, _), (field, later, _) in pairwise(known):
        if later < printed:
            yield Fault(file, f"{field} not before {first}, {printed}", later, _HINT, row, field)


def _due_too_soon(shelf: Shelf) -> Iterator[Fault]:
    starts = {
        (line.row.body, line.row.number): line.row.start
        for line in shelf.lines(MeetingRow)
        if line.row.status == "held"
    }
    for line in shelf.lines(DeadlineRow):
        row, start = line.row, starts.get((line.row.body, line.row.meeting))
        # An agenda may well repeat a date that passed before the meeting; a decision cannot.
        if start and row.due and row.due < start and row.agenda_item is None:
            expected = f"a day not before the meeting that set it, {start}"
            file, found = "facts/deadlines.csv", str(row.due)
            yield Fault(file, expected, found, _HINT, line.number, "due")


def _in_record(file: str, record: Record) -> Iterator[Fault]:
    meeting = record.meeting
    start = meeting.start if meeting else None
    if meeting:
        days = (("meeting.start", meeting.start), ("meeting.end", meeting.end))
        yield from _out_of_order(file, None, *days)
    announced: dict[str, MeetingMention | NextMeeting] = {
        **{f"meeting_mentions.{at}": one for at, one in enumerate(record.meeting_mentions)},
        **{f"next_meetings.{at}": one for at, one in enumerate(record.next_meetings)},
    }
    for stem, one in announced.items():
        yield from _out_of_order(file, None, (f"{stem}.start", one.start), (f"{stem}.end", one.end))
    for position, deadline in enumerate(record.deadlines):
        if start and deadline.due and deadline.decision is not None and deadline.due < start:
            expected = f"a day not before the meeting that set it, {start}"
            field = f"deadlines.{position}.due"
            yield Fault(file, expected, str(deadline.due), _HINT, field=field)
