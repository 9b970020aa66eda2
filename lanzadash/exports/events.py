"""One deadline or meeting as a calendar event."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from urllib.parse import quote
from zoneinfo import ZoneInfo

from icalendar import Alarm, Event

from lanzadash import words
from lanzadash.exports import phrases
from lanzadash.exports.address import permalink
from lanzadash.exports.rows import Row, clean
from lanzadash.exports.stamps import Stamp, stamp
from lanzadash.language import Language

ZONE = ZoneInfo("Europe/Paris")
"""Strasbourg's time, in which a printed time without a zone is read."""

ALARM_TIME = dt.time(9)
DAY = dt.timedelta(days=1)
UNCONFIRMED = ("inferred", "well_known")


@dataclass(frozen=True)
class Events:
    """Makes the events of one calendar. The fields are the arguments of ``calendar``."""

    say: Language
    base_url: str
    alarms: Sequence[int]
    party: str | None
    stamps: Mapping[str, Stamp]
    illustrative: bool

    @property
    def site(self) -> str:
        """The right-hand side of every UID; generated data never passes for real data."""
        return "demo.lanzadash" if self.illustrative else "lanzadash"

    def deadline(self, row: Row) -> Event:
        """The event of a deadline that has a day."""
        say = self.say
        what = phrases.summary(say, row) or words.deadline_kind(say, row["kind"])
        title = say("Invitation: {what}", what=what)
        if row["force"] == "must":
            title = say("Deadline: {what}", what=what)
        if not row["inclusive"]:
            title = say("Before this day: {title}", title=title)
        lines = [
            phrases.due(say, row),
            what,
            phrases.labelled(say, say("Asked"), phrases.asked(say, row)),
            self._line(say("Of whom"), phrases.picked(say, row, "addressees")),
            self._line(say("Send to"), row["submit_to"]),
            self._line(say("Recommendations"), say.list(row["codes"] or [])),
            self._line(say("Procedure"), phrases.picked(say, row, "round_short")),
            self._line(say("Set by"), phrases.set_by(say, row)),
            self._line(say("Change"), phrases.changed(say, row)),
        ]
        status = _deadline_status(row)
        if status == "CANCELLED":  # clients that subscribe tend to ignore the status
            title = say("No longer: {title}", title=title)
        event = self._event(self._deadline_id(row), row["deadline"], row, title, lines)
        event.add("categories", [say("Deadline"), words.deadline_kind(say, row["kind"])])
        event.add("transp", "TRANSPARENT")
        event.add("status", status)
        moment = _moment(row)
        event.add("dtstart", moment or row["due"])
        if moment is None:
            event.add("dtend", row["due"] + DAY)
        if status != "CANCELLED":
            for days in sorted(set(self.alarms), reverse=True):
                event.add_component(_alarm(days, moment, str(event["summary"])))
        return event

    def meeting(self, row: Row) -> Event:
        """The event of a meeting, from its first day to its last."""
        say = self.say
        tentative = row["status"] == "announced" and row["tentative"]
        number = None if row["number"] is None else int(row["number"])
        title = f"{words.meeting(say, number)} ({row['body']})"
        place = words.place(say, row["place"] or row["city"])
        standing = say("held") if row["status"] == "held" else say("announced")
        lines = [
            say.span(row["start_date"], row["end_date"]),
            say("announced, to be confirmed") if tentative else standing,
            words.mode(say, row["mode"]),
        ]
        event = self._event(row["meeting"], row["meeting"], row, title, lines)
        event.add("categories", [say("Meeting")])
        event.add("status", "TENTATIVE" if tentative else "CONFIRMED")
        event.add("dtstart", row["start_date"])
        event.add("dtend", row["end_date"] + DAY)
        if place:
            event.add("location", clean(place))
        return event

    def _event(self, uid: str, id: str, row: Row, title: str, lines: Iterable[str]) -> Event:
        say = self.say
        url = permalink(self.base_url, id)
        version = self.stamps.get(id) or stamp(row)
        if self.illustrative:
            title = say("Illustrative: {title}", title=title)
        about = [
            phrases.labelled(say, say("Source"), phrases.source(say, row)),
            url,
            "",
            phrases.notice(say, illustrative=self.illustrative),
        ]
        event = Event()
        event.add("uid", f"{quote(uid, safe='/')}@{self.site}")
        event.add("dtstamp", version.modified)
        event.add("last-modified", version.modified)
        event.add("sequence", version.sequence)
        event.add("summary", clean(title))
        event.add("description", clean("\n".join([*filter(None, lines), *about])))
        event.add("url", url)
        return event

    def _deadline_id(self, row: Row) -> str:
        """A rule gives each Party a day of its own, and so an event of its own."""
        return f"{row['deadline']}/{self.party}" if row["rule"] and self.party else row["deadline"]

    def _line(self, label: str, value: str | None) -> str:
        return phrases.labelled(self.say, label, value) if value else ""


def _deadline_status(row: Row) -> str:
    if not row["standing"] or row["state"] == "not_applicable":
        return "CANCELLED"
    return "TENTATIVE" if row["certainty"] in UNCONFIRMED else "CONFIRMED"


def _moment(row: Row) -> dt.datetime | None:
    """The printed time in Strasbourg's zone; none where there is none, or it is not a clock's."""
    if row["first_due"]:  # the time was printed with another day
        return None
    try:
        time = dt.time.fromisoformat(row["due_time"] or "")
        zone = ZoneInfo(row["zone"]) if row["zone"] else ZONE
    except (ValueError, KeyError, OSError):
        return None
    return dt.datetime.combine(row["due"], time, zone).astimezone(ZONE)


def _alarm(days: int, moment: dt.datetime | None, title: str) -> Alarm:
    """A reminder at 09:00 so many days before.

    A trigger on an all-day event counts from the midnight at which it begins for the viewer:
    ``-PT15H`` is 09:00 on the day before. Before a moment the trigger is a moment itself, because
    a duration would be an hour off across a change of the clocks.
    """
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", title)
    if moment is None:
        alarm.add("trigger", dt.timedelta(days=-days, hours=ALARM_TIME.hour))
    else:
        at = dt.datetime.combine(moment.date() - days * DAY, ALARM_TIME, ZONE)
        alarm.add("trigger", at.astimezone(dt.UTC), parameters={"VALUE": "DATE-TIME"})
    return alarm
