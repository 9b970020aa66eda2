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
from lanzadash.web.view import labels, rows, view

here = view("meetings")
say = here.say
on_file = ask_for.meetings(here.connection, here.as_of)

if wanted := here.address.text("id"):
    row = next((row for row in rows(on_file) if row["meeting"] == wanted), None)
    if row is None:
        here.not_found(say("Meeting"), wanted, "meetings")
    here.title(words.meeting(say, row["number"]).capitalize())
    here.faults()
    here.draw(
        "meeting.html",
        row=row,
        dates=rows(ask_for.meeting_dates(here.connection, here.as_of, wanted)),
        agenda=rows(ask_for.agenda(here.connection, here.as_of, wanted)),
        decisions=rows(decisions(here.connection, here.as_of, meeting=wanted, limit=500)),
        documents=rows(documents(here.connection, here.as_of, meeting=wanted)),
        deadlines=rows(deadlines(here.connection, here.as_of, meeting=wanted)),
        theme_names=labels(themes(here.connection), "theme", say),
    )
    st.stop()

here.title(
    say("Meetings"),
    say(
        "Meetings, monitoring rounds and deadlines over the years. A gap is a meeting not on file."
    ),
)
here.faults()
procedures = rounds(here.connection, here.as_of)
due = deadlines(here.connection, here.as_of)
plots.draw(here, timeline(on_file, procedures, due, here.as_of.day, say), key="timeline")
here.draw(
    "meetings.html",
    meetings=rows(on_file),
    rounds=rows(procedures),
)
takeaway.subscribe(here)
takeaway.files(here, "meetings")
