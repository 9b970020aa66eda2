"""When the generated meetings are, and the names of what they deal with."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from lanzadash.library import Library
from lanzadash.records import MeetingRow

FIRST, LATEST, LAST = 17, 28, 30
"""Numbers of the first meeting, of the latest one held, and of the last one announced."""

ROUND = "example_round"
FOLLOW_UP = "example_round_follow_up"
SECOND = "example_second_round"
SURVEY = "example_survey"

MADE_UP: Mapping[str, Any] = {"source": "generated example", "certainty": "illustrative"}
"""What every generated row says of itself."""

_APART = dt.timedelta(weeks=13)


@dataclass(frozen=True)
class Meeting:
    """A generated meeting. ``announced`` is its first day as the meeting before it had it."""

    number: int
    start: dt.date
    announced: dt.date

    @property
    def end(self) -> dt.date:
        return self.start + dt.timedelta(days=2)


@dataclass(frozen=True)
class Plan:
    """The meetings around a day, for one body and its Parties."""

    today: dt.date
    body: str
    zone: str
    parties: tuple[str, ...]
    outcomes: tuple[str, ...]
    meetings: Mapping[int, Meeting]

    @classmethod
    def around(cls, library: Library, today: dt.date) -> Plan:
        """The plan for the first body of the library: the latest meeting four weeks ago."""
        body = library.bodies[0]
        return cls(
            today=today,
            body=body.body,
            zone=body.time_zone,
            parties=tuple(row.party for row in library.parties if row.body == body.body),
            outcomes=tuple(
                row.status
                for row in library.statuses
                if row.layer == "outcome"
                and not row.status.startswith("not_on")
                and row.status != "not_assessed"
            ),
            meetings={number: _meeting(number, today) for number in range(FIRST, LAST + 1)},
        )

    @property
    def held(self) -> list[Meeting]:
        """The meetings held, in order."""
        return [meeting for number, meeting in self.meetings.items() if number <= LATEST]

    @property
    def coming(self) -> list[Meeting]:
        """The meetings to come, in order."""
        return [meeting for number, meeting in self.meetings.items() if number > LATEST]

    def rows(self) -> list[MeetingRow]:
        """``facts/meetings.csv``: the dates held; those announced stand in the lists."""
        return [
            MeetingRow(
                body=self.body,
                number=meeting.number,
                status="held",
                start=meeting.start,
                end=meeting.end,
                mode=("in_person", "remote", "hybrid")[meeting.number % 3],
                known_on=meeting.end,
                **MADE_UP,
            )
            for meeting in self.held
        ]


def _meeting(number: int, today: dt.date) -> Meeting:
    """A Tuesday, every thirteen weeks; every fourth meeting was announced two weeks earlier."""
    near = today + dt.timedelta(weeks=-4) + _APART * (number - LATEST)
    if number > LATEST:
        near = today + dt.timedelta(weeks=4) + _APART * (number - LATEST - 1)
    start = near - dt.timedelta(days=near.weekday() - 1)
    moved = dt.timedelta(weeks=2 if number % 4 == 0 else 0)
    return Meeting(number, start, start - moved)
