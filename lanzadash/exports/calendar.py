"""Deadlines and meetings as an iCalendar file (RFC 5545, RFC 7986)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence

from icalendar import Calendar, Timezone, vDuration, vText

from lanzadash.exports import phrases
from lanzadash.exports.events import Events
from lanzadash.exports.rows import Row, clean
from lanzadash.exports.stamps import Stamp
from lanzadash.language import Language

ALARMS = (30, 7, 1)
"""Days before a deadline on which a calendar reminds."""

REFRESH = dt.timedelta(hours=12)

# Rules rather than the list of dates that the library would make: they do not end in 2038, and
# Outlook reads them. In force since summer time ends in October.
STRASBOURG = """\
BEGIN:VTIMEZONE
TZID:Europe/Paris
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
END:VTIMEZONE
"""


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
    file = _file(make, clean(name or say("Deadlines and meetings")))
    events = [make.deadline(row) for row in deadlines if row["due"]]
    events += [make.meeting(row) for row in meetings]
    if any(isinstance(event.decoded("dtstart"), dt.datetime) for event in events):
        file.add_component(Timezone.from_ical(STRASBOURG))
    for event in events:
        file.add_component(event)
    return bytes(file.to_ical())


def _file(make: Events, name: str) -> Calendar:
    """The calendar before its events: what it is called and how often to ask again.

    It has no UID of its own: two choices of one list are two calendars, and clients take two with
    one UID for the same.
    """
    file = Calendar()
    file.add("version", "2.0")
    file.add("prodid", f"-//lanzadash//{make.site}//{make.say.code.upper()}")
    notice = phrases.notice(make.say, illustrative=make.illustrative)
    texts = {"name": name, "x-wr-calname": name, "description": notice, "x-wr-caldesc": notice}
    for key, text in texts.items():
        file.add(key, vText(text))  # else the library would not escape a name
    file.add("refresh-interval", REFRESH, parameters={"VALUE": "DURATION"})  # RFC 7986 wants that
    file.add("x-published-ttl", vDuration(REFRESH))
    return file
