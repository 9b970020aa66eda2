"""Deadlines and meetings as an iCalendar file (RFC 5545, RFC 7986)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from lanzadash.exports import ical, phrases
from lanzadash.exports.events import Events
from lanzadash.exports.ical import Lines
from lanzadash.exports.moments import ZONE
from lanzadash.exports.rows import Row
from lanzadash.exports.stamps import Stamp
from lanzadash.language import Language

ALARMS = (30, 7, 1)
"""Days before a deadline on which a calendar reminds."""

REFRESH = "PT12H"

# In force since summer time ends in October; rules rather than dates, which would end one day.
STRASBOURG = f"""\
BEGIN:VTIMEZONE
TZID:{ZONE.key}
BEGIN:STANDARD
DTSTART:19961027T030000
RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU
TZNAME:CET
TZOFFSETFROM:+0200
TZOFFSETTO:+0100
END:STANDARD
BEGIN:DAYLIGHT
DTSTART:19970330T020000
RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU
TZNAME:CEST
TZOFFSETFROM:+0100
TZOFFSETTO:+0200
END:DAYLIGHT
END:VTIMEZONE"""


def calendar(
    deadlines: Iterable[Row],
    meetings: Iterable[Row],
    say: Language,
    *,
    base_url: str,
    name: str | None = None,
    alarms: Sequence[int] = ALARMS,
    party: str | None = None,
    stamps: Mapping[str, Stamp] | None = None,
    illustrative: bool = False,
) -> bytes:
    """An iCalendar file of these deadlines and meetings; the same input gives the same bytes.

    ``deadlines`` and ``meetings`` are rows of the queries of these names, ``name`` is what the
    calendar is called. A deadline without a day is left out. With ``party`` the rows are those of
    that Party, with its own days.

    Days are all-day events and stay days in every time zone. A deadline with a printed time
    begins, and ends, at that moment, in Strasbourg's time. Deadlines remind at 09:00 so many days
    before, for each of ``alarms``: the viewer's 09:00 before a day, Strasbourg's before a moment.

    The UID is made from the record's id, never from its date, so that a moved deadline stays one
    event. SEQUENCE, LAST-MODIFIED and DTSTAMP are those of :func:`lanzadash.exports.stamps.stamp`,
    or of ``stamps`` where the record's id has one there.
    """
    make = Events(say, base_url, alarms, party, stamps or {}, illustrative)
    events = [make.deadline(row) for row in deadlines if row["due"]]
    events += [make.meeting(row) for row in meetings]
    lines = _head(make, name or say("Deadlines and meetings"))
    if any(line.startswith("DTSTART;TZID=") for event in events for line in event):
        lines += STRASBOURG.splitlines()
    for event in events:
        lines += event
    return ical.written(ical.component("VCALENDAR", lines))


def _head(make: Events, name: str) -> Lines:
    """What stands before the events: what the calendar is called and how often to ask again.

    It has no UID of its own: two choices of one list are two calendars, and clients take two with
    one UID for the same.
    """
    notice = phrases.notice(make.say, illustrative=make.illustrative)
    return [
        "VERSION:2.0",
        f"PRODID:-//lanzadash//{make.site}//{make.say.code.upper()}",
        *(ical.text(key, name) for key in ("NAME", "X-WR-CALNAME")),
        *(ical.text(key, notice) for key in ("DESCRIPTION", "X-WR-CALDESC")),
        f"REFRESH-INTERVAL;VALUE=DURATION:{REFRESH}",  # RFC 7986 wants the type named
        f"X-PUBLISHED-TTL:{REFRESH}",
    ]
