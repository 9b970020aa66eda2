"""Meetings: the timeline, or one meeting with its dates, agenda, decisions and deadlines."""

import streamlit as st

from lanzadash import words
from lanzadash.figures.timeline import timeline
from lanzadash.queries import meetings as ask_for
from lanzadash.queries.deadlines import deadlines
from lanzadash.queries.decisions import decisions, themes
from lanzadash.queries.documents import documents
from lanzadash.queries.recommendations import rounds
from lanzadash.web import plots, takeaway
from lanzadash.web.searching import Search, highlighter
from lanzadash.web.view import labels, view

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
    here.draw(
        "meeting.html",
        row=row,
        search=asked,
        matches=asked.matches() if asked.asked else None,
        mark=highlighter(asked.found),
        dates=here.rows(ask_for.meeting_dates, wanted),
        agenda=here.rows(ask_for.agenda, wanted),
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
here.faults()
plots.draw(
    here,
    "timeline",
    lambda: timeline(
        here.ask(ask_for.meetings), here.ask(rounds), here.ask(deadlines), here.as_of.day, say
    ),
)
here.draw(
    "meetings.html",
    meetings=on_file,
    rounds=here.rows(rounds),
)
takeaway.subscribe(here)
takeaway.files(here, "meetings")
