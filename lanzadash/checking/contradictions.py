"""Sources that cannot both be right."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from lanzadash.checking.bodies import meeting_of
from lanzadash.faults import Fault
from lanzadash.records import MeetingRow
from lanzadash.shelf import Shelf


def contradiction_faults(shelf: Shelf) -> Iterator[Fault]:
    """Meetings with two sets of dates on which they were held, in the facts or in lists of
    decisions. Announced dates may differ from each other and from those held."""
    held: dict[str, tuple[dt.date, dt.date | None, str]] = {}
    for meeting, start, end, file, row in _held(shelf):
        first = held.setdefault(meeting, (start, end, file))
        if first[:2] != (start, end):
            yield Fault(
                file=file,
                row=row,
                field="start, end" if row else "meeting.start, meeting.end",
                expected=f"{meeting} held on {_days(*first[:2])} as in {first[2]}",
                found=_days(start, end),
                hint="Keep the better source, or enter a correction in corrections.csv.",
            )


def _held(
    shelf: Shelf,
) -> Iterator[tuple[str, dt.date, dt.date | None, str, int | None]]:
    for line in shelf.lines(MeetingRow):
        row = line.row
        if row.status == "held" and row.number is not None:
            name = f"{row.body}/{row.number}"
            yield name, row.start, row.end, "facts/meetings.csv", line.number
    for name, record in shelf.records.items():
        meeting = meeting_of(record, shelf)
        # Only a list of decisions is written afterwards; an agenda announces.
        if record.document.kind == "list_of_decisions" and meeting and record.meeting:
            start, end = record.meeting.start, record.meeting.end
            if start:
                yield meeting, start, end, f"records/{name}.json", None


def _days(start: dt.date, end: dt.date | None) -> str:
    return f"{start} to {end}" if end else str(start)
