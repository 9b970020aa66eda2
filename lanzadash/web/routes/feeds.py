"""The calendar and the feeds: what is on file, past and to come, as other programs subscribe."""

from __future__ import annotations

from collections.abc import Sequence

from pydantic import BaseModel

from lanzadash.exports.calendar import ALARMS, calendar
from lanzadash.exports.feed import Entry, change_entries, decision_entries, feed
from lanzadash.exports.stamps import Stamp, revised
from lanzadash.queries.changes import changes
from lanzadash.queries.deadlines import deadlines
from lanzadash.queries.documents import bodies
from lanzadash.queries.meetings import meetings, unnumbered
from lanzadash.queries.records import revisions
from lanzadash.web.routes.asking import Asking
from lanzadash.web.routes.lists import LISTS, Row
from lanzadash.web.routes.parameters import (
    CalendarParameters,
    ChangeFilters,
    DeadlineChoice,
    DecisionFilters,
    Parameters,
)
from lanzadash.web.routes.replies import Reply
from lanzadash.web.routes.views import chosen, dashboard, here, in_words

CALENDAR = "text/calendar; charset=utf-8"
ATOM = "application/atom+xml; charset=utf-8"
ENTRIES = 500
"""Entries of a feed: the newest. Whoever wants them all takes an export."""


def whole_calendar(asking: Asking[CalendarParameters]) -> Reply:
    """The deadlines chosen, and the meetings.

    A choice of procedure or kind is one of deadlines: meetings, which have neither, are left out.
    """
    given = asking.parameters
    due = asking.rows(deadlines, **chosen(asking, DeadlineChoice))
    every = given.round is None and given.kind is None
    met = [*asking.rows(meetings), *asking.rows(unnumbered)] if every else []
    words = [word for _, word in in_words(asking, DeadlineChoice)]
    return as_calendar(asking, due, met, words, party=given.party, alarms=given.alarms)


def as_calendar(
    asking: Asking[Parameters],
    due: Sequence[Row],
    met: Sequence[Row],
    words: Sequence[str] = (),
    *,
    party: str | None = None,
    alarms: Sequence[int] = ALARMS,
) -> Reply:
    """Deadlines and meetings as an iCalendar file, called after what was chosen."""
    stamps = {} if asking.as_of.past else _stamps(asking, due, met, party)
    body = calendar(
        due,
        met,
        asking.say,
        base_url=asking.base_url,
        name=" · ".join([committee(asking), *words]),
        alarms=alarms,
        party=party,
        stamps=stamps,
        illustrative=asking.illustrative,
    )
    return Reply(body, CALENDAR, {"Content-Disposition": 'inline; filename="lanzadash.ics"'})


def _stamps(
    asking: Asking[Parameters], due: Sequence[Row], met: Sequence[Row], party: str | None
) -> dict[str, Stamp]:
    counted = asking.rows(revisions, party)
    return revised("deadline", due, counted) | revised("meeting", met, counted)


def decision_feed(asking: Asking[Parameters]) -> Reply:
    """The decisions chosen, the newest first."""
    choice = chosen(asking, DecisionFilters)
    found = LISTS["decisions"].ask(asking, choice, ENTRIES, 0).rows
    entries = decision_entries(found, asking.say, base_url=asking.base_url)
    return _feed(asking, entries, asking.say("Decisions"), "decisions", DecisionFilters)


def change_feed(asking: Asking[Parameters]) -> Reply:
    """What has become known, the newest first."""
    choice = chosen(asking, ChangeFilters)
    kind = choice.pop("kind")
    found = asking.rows(changes, kinds=(kind,) if kind else (), limit=ENTRIES, **choice)
    entries = change_entries(found, asking.say, base_url=asking.base_url)
    return _feed(asking, entries, asking.say("Changes"), "changes", ChangeFilters)


def _feed(
    asking: Asking[Parameters],
    entries: Sequence[Entry],
    title: str,
    list: str,
    filters: type[BaseModel],
) -> Reply:
    words = [word for _, word in in_words(asking, filters)]
    body = feed(
        entries,
        asking.say,
        title=" · ".join([committee(asking), title, *words]),
        self_url=here(asking),
        alternate_url=dashboard(asking, list, filters),
        illustrative=asking.illustrative,
    )
    return Reply(body, ATOM)


def committee(asking: Asking[Parameters]) -> str:
    """The short name of the committee, or of all of them."""
    names = (str(asking.say.pick(row, "short")) for row in asking.rows(bodies))
    return asking.say.list(names)
