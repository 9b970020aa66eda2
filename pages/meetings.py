"""Meetings: the timeline, or one meeting with its dates, agenda, decisions and deadlines."""

import streamlit as st

from lanzadash import words
from lanzadash.figures.lanes import WIDTH
from lanzadash.figures.timeline import axis, day_lines, timeline
from lanzadash.queries import meetings as ask_for
from lanzadash.queries.deadlines import deadlines
from lanzadash.queries.decisions import decisions, themes
from lanzadash.queries.documents import bodies, dated_reports, documents
from lanzadash.queries.recommendations import rounds
from lanzadash.queries.threads import promised
from lanzadash.web import takeaway
from lanzadash.web.promises import promises
from lanzadash.web.searching import Search, highlighter
from lanzadash.web.span import zooming
from lanzadash.web.view import ANSWERS, labels, today, view

here = view("meetings")
say = here.say
on_file = here.rows(ask_for.meetings)

if wanted := here.address.text("id"):
    row = next((row for row in on_file if row["meeting"] == wanted), None)
    if row is None:
        here.not_found(say("Meeting"), wanted, "meetings")
    here.title(words.meeting(say, row["number"]).capitalize())
    asked = Search(here, "meetings", here.address.text("q"))
    here.faults()
    agenda = here.rows(ask_for.agenda, wanted)
    here.draw(
        "meeting.html",
        row=row,
        promises=promises(here.rows(promised, wanted), agenda, row, here.as_of),
        search=asked,
        matches=asked.matches(wanted) if asked.asked else None,
        mark=highlighter(asked.found),
        dates=here.rows(ask_for.meeting_dates, wanted),
        agenda=agenda,
        decisions=here.rows(decisions, meeting=wanted, limit=500),
        documents=here.rows(documents, meeting=wanted),
        deadlines=here.rows(deadlines, meeting=wanted),
        theme_names=labels(here.rows(themes), "theme", say),
    )
    st.stop()

here.title(
    say("Meetings"),
    say(
        "Meetings, monitoring rounds and deadlines over the years. A gap is a meeting not on file."
    ),
)
day = here.as_of.day
line = ANSWERS.get(
    (here.edition, "timeline", here.as_of, say.code),
    lambda: timeline(
        here.rows(ask_for.dates_on_file),
        here.rows(rounds),
        here.rows(deadlines),
        here.rows(dated_reports),
        day,
        say,
    ),
)
chosen = zooming(here.address, "meetings", line.everything(day), day)
here.faults()
lanes = list(line.lanes(chosen.span))
within = line.within(chosen.span)
marked = {"today": (today(), say("Today, {day}", day=say.short_date(today())))}
if day != today():
    marked["as-of"] = (day, say("As of {day}", day=say.short_date(day)))
here.draw(
    "timeline.html",
    committee=say.list(str(say.pick(row, "short")) for row in here.rows(bodies)),
    zooming=chosen,
    width=WIDTH,
    axis=axis(chosen.span, say),
    days=day_lines(marked, chosen.span),
    lanes=lanes,
    states={mark.state for lane in lanes for mark in lane.marks},
    within=within,
    sources=len({part for _, item in within for part in (item.source or "").split(" ; ") if part}),
    illustrative=here.meta["illustrative"] == "true",
)
here.draw(
    "meetings.html",
    meetings=on_file,
    rounds=here.rows(rounds),
)
takeaway.subscribe(here)
takeaway.files(here, "meetings")
