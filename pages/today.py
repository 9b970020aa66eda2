"""Today: what is due, what comes next, what was decided last, how fresh the data is."""

from lanzadash.queries.deadlines import deadlines
from lanzadash.queries.decisions import decisions
from lanzadash.queries.documents import documents
from lanzadash.queries.meetings import (
    last_meeting_with_deadlines,
    latest_meeting,
    meetings,
    next_meeting,
)
from lanzadash.queries.parties import parties
from lanzadash.web.view import labels, today, view

here = view("")
say = here.say

here.title(
    say("Today, {weekday} {day}", weekday=say.weekday(here.as_of.day), day=say.date(here.as_of.day))
    if here.as_of.day == today()
    else say("As of {day}", day=say.date(here.as_of.day)),
    say("The record of the Lanzarote Committee: what is due, what was decided, what followed."),
)
here.faults()

due = [row for row in here.rows(deadlines) if row["due"] and row["standing"]]
latest = here.first(latest_meeting, decided=True)
names = labels(here.rows(parties), "party", say)
here.draw(
    "today.html",
    upcoming=[row for row in due if row["last_day"] >= here.as_of.day],
    last=next((row for row in reversed(due) if row["last_day"] < here.as_of.day), None),
    busy=here.first(last_meeting_with_deadlines),
    coming=here.first(next_meeting),
    held=here.first(latest_meeting),
    latest=latest,
    decided=here.rows(decisions, meeting=latest["meeting"]) if latest else [],
    parties=say.in_order(names.items(), lambda item: item[1]),
    documents=here.rows(documents),
    meetings=here.rows(meetings),
    built=here.built,
)
