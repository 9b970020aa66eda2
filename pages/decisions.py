"""Decisions: a search over them, or one decision with its source."""

import streamlit as st

from lanzadash import words
from lanzadash.queries import decisions as ask_for
from lanzadash.queries.deadlines import deadlines
from lanzadash.queries.documents import sources
from lanzadash.queries.meetings import agenda_items
from lanzadash.queries.recommendations import recommendations
from lanzadash.queries.search import jumps
from lanzadash.queries.threads import relations, threads
from lanzadash.web import takeaway
from lanzadash.web.address import just_written, search
from lanzadash.web.searching import Search, excerpts, highlighter
from lanzadash.web.view import labels, view

here = view("decisions")
say, ask = here.say, here.address
theme_names = labels(here.rows(ask_for.themes), "theme", say)

if wanted := ask.text("id"):
    row = here.first(ask_for.decision, wanted)
    if row is None:
        here.not_found(say("Decision"), wanted, "decisions")
    here.title(
        say(
            "{meeting}, {paragraph}",
            meeting=words.meeting(say, row["meeting_number"]),
            paragraph=words.paragraph(say, row["number"], row["position"]),
        )
    )
    here.faults()
    here.draw(
        "decision.html",
        row=row,
        links=here.rows(ask_for.links, wanted),
        relations=here.rows(relations, decision=wanted),
        threads=here.rows(threads, decision=wanted),
        causes=here.rows(ask_for.theme_causes, wanted),
        deadlines=here.rows(deadlines, decision=wanted),
        sources=here.rows(sources, wanted),
        citation=takeaway.citation(here, row),
        neighbours=here.ask(ask_for.neighbours, wanted),
        theme_names=theme_names,
    )
    st.stop()

here.title(
    say("Decisions"),
    say("What the Committee decided, by paragraph, each with its source."),
)
wanted_words = search(
    ask,
    say("Search decisions, recommendations and agenda items"),
    "q",
    say("Words, “a phrase”, OR, NOT, help*, T-ES(2021)37, R12, 35/6, 36th meeting"),
)
asked = Search(here, "decisions", wanted_words)
ids = asked.found.records
if asked.kind == "decision":
    rows = here.rows(ask_for.listed, ids)
elif asked.kind == "recommendation":
    by_id = {row["recommendation"]: row for row in here.rows(recommendations)}
    rows = [by_id[id] for id in ids]
else:
    rows = here.rows(agenda_items, ids)
here.faults()
here.draw(
    "decisions.html",
    search=asked,
    rows=rows,
    jumps=here.ask(jumps, asked.text),
    straight=just_written("q"),
    kinds=(
        ("decision", say("Decisions")),
        ("recommendation", say("Recommendations")),
        ("agenda_item", say("Agenda items")),
    ),
    mark=highlighter(asked.found),
    excerpts=excerpts(here, rows, asked.found) if asked.kind == "decision" else {},
    theme_names=theme_names,
)
if asked.kind == "decision":
    takeaway.files(here, "decisions", **asked.taken_along)
