"""One deadline or meeting as a calendar event."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from urllib.parse import quote

from lanzadash import words
from lanzadash.exports import ical, phrases
from lanzadash.exports.address import permalink
from lanzadash.exports.ical import Lines
from lanzadash.exports.moments import ZONE, moment
from lanzadash.exports.rows import Row
from lanzadash.exports.stamps import Stamp, stamp
from lanzadash.language import Language

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

    def deadline(self, row: Row) -> Lines:
        """The event of a deadline that has a day."""
        say = self.say
        what = phrases.what(say, row)
        title = say("Invitation: {what}", what=what)
        if row["force"] == "must":
            title = say("Deadline: {what}", what=what)
        if not row["inclusive"]:
            title = say("Before this day: {title}", title=title)
        lines = [
            phrases.due(say, row),
            what,
            phrases.labelled(say, say("Asked"), phrases.asked(say, row)),
            self._line(say("Of whom"), phrases.addressees(say, row)),
            self._line(say("Send to"), row["submit_to"]),
            self._line(say("Recommendations"), say.list(row["codes"] or [])),
            self._line(say("Procedure"), phrases.picked(say, row, "round_short")),
            self._line(say("Set by"), phrases.set_by(say, row)),
            *(self._line(say("Change"), step) for step in phrases.steps(say, row)),
            self._line(say("State on file"), _state(say, row)),
        ]
        status = _deadline_status(row)
        if status == "CANCELLED":  # clients that subscribe tend to ignore the status
            title = say("No longer: {title}", title=title)
        at = moment(row)
        event = [
            *self._record(self._deadline_id(row), row["deadline"], row, title, lines),
            ical.text("CATEGORIES", say("Deadline"), words.deadline_kind(say, row["kind"])),
            "TRANSP:TRANSPARENT",
            f"STATUS:{status}",
            *([ical.local("DTSTART", at, ZONE.key)] if at else _days(row["due"])),
        ]
        if not _settled(row, status):
            too_late = 0 if row["inclusive"] else 1  # the last day in time is the one before
            for days in sorted(set(self.alarms), reverse=True):
                event += _alarm(days + too_late, at, self._marked(title))
        return ical.component("VEVENT", event)

    def meeting(self, row: Row) -> Lines:
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
        event = [
            *self._record(row["meeting"], row["meeting"], row, title, lines, number is None),
            ical.text("CATEGORIES", say("Meeting")),
            f"STATUS:{'TENTATIVE' if tentative else 'CONFIRMED'}",
            *_days(row["start_date"], row["end_date"]),
            *([ical.text("LOCATION", place)] if place else []),
        ]
        return ical.component("VEVENT", event)

    def _record(
        self,
        uid: str,
        id: str,
        row: Row,
        title: str,
        lines: Iterable[str],
        listed: bool = False,
    ) -> Lines:
        """What the event of any record says. ``listed``: it stands in the list of meetings only."""
        say = self.say
        base = self.base_url.rstrip("/")
        url = f"{base}/meetings" if listed else permalink(base, id)
        version = self.stamps.get(id) or stamp(row)
        about = [
            phrases.labelled(say, say("Source"), phrases.source(say, row)),
            url,
            "",
            phrases.notice(say, illustrative=self.illustrative),
        ]
        return [
            f"UID:{quote(uid, safe='/')}@{self.site}",
            ical.instant("DTSTAMP", version.modified),
            ical.instant("LAST-MODIFIED", version.modified),
            f"SEQUENCE:{version.sequence}",
            ical.text("SUMMARY", self._marked(title)),
            ical.text("DESCRIPTION", "\n".join([*filter(None, lines), *about])),
            f"URL:{url}",
        ]

    def _marked(self, title: str) -> str:
        return self.say("Illustrative: {title}", title=title) if self.illustrative else title

    def _deadline_id(self, row: Row) -> str:
        """A rule gives each Party a day of its own, and so an event of its own."""
        return f"{row['deadline']}/{self.party}" if row["rule"] and self.party else row["deadline"]

    def _line(self, label: str, value: str | None) -> str:
        return phrases.labelled(self.say, label, value) if value else ""


def _deadline_status(row: Row) -> str:
    if not row["standing"] or row["state"] == "not_applicable":
        return "CANCELLED"
    told = (row["certainty"], row["addressees_certainty"])
    unconfirmed = not row["addressed"] or any(certainty in UNCONFIRMED for certainty in told)
    return "TENTATIVE" if unconfirmed else "CONFIRMED"


def _settled(row: Row, status: str) -> bool:
    """Nobody needs reminding."""
    return status == "CANCELLED" or row["state"] in ("received", "received_late")


def _state(say: Language, row: Row) -> str:
    """What is on file of the answer, the day of asking aside: an event says the same every day."""
    told = words.obligation_state(say, row["state"]) if row["state"] else ""
    on = say.date(row["state_on"]) if row["state_on"] else ""
    source = f"({row['state_source']})" if row["state_source"] else ""
    return " ".join(filter(None, [", ".join(filter(None, [told, on])), source]))


def _days(first: dt.date, last: dt.date | None = None) -> Lines:
    """Whole days; the end of an event is the day after its last one."""
    return [ical.day("DTSTART", first), ical.day("DTEND", (last or first) + DAY)]


def _alarm(days: int, before: dt.datetime | None, title: str) -> Lines:
    """A reminder at 09:00 so many days before.

    A trigger on an all-day event counts from the midnight at which it begins for the viewer:
    ``-PT15H`` is 09:00 on the day before. Before a moment the trigger is a moment itself, because
    a duration would be an hour off across a change of the clocks.
    """
    if before:
        at = dt.datetime.combine(before.date() - days * DAY, ALARM_TIME, ZONE)
        trigger = ical.instant("TRIGGER;VALUE=DATE-TIME", at)
    elif days:
        whole = f"{days - 1}D" if days > 1 else ""
        trigger = f"TRIGGER:-P{whole}T{24 - ALARM_TIME.hour}H"
    else:
        trigger = f"TRIGGER:PT{ALARM_TIME.hour}H"
    return ical.component("VALARM", ["ACTION:DISPLAY", ical.text("DESCRIPTION", title), trigger])
