"""Decisions: the list that filters and words select, or one decision with its source."""

import streamlit as st

from lanzadash import words
from lanzadash.queries import decisions as ask_for
from lanzadash.queries.deadlines import deadlines
from lanzadash.queries.documents import sources
from lanzadash.queries.parties import parties
from lanzadash.queries.recommendations import rounds
from lanzadash.queries.threads import relations, threads
from lanzadash.web import takeaway
from lanzadash.web.address import search, select
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
offered = here.ask(ask_for.facets)
names = labels(here.rows(parties), "party", say)
procedures = labels(here.rows(rounds), "round", say, "short")
wanted_words = search(ask, say("Search decisions"), "q", say("Words that the decision contains"))
with st.container(horizontal=True, key="filters"):
    theme = select(
        ask,
        say("Theme"),
        "theme",
        theme_names,
        words=theme_names.__getitem__,
        anything=say("All themes"),
    )
    round = select(
        ask,
        say("Procedure"),
        "round",
        procedures,
        words=procedures.__getitem__,
        anything=say("All procedures"),
    )
    meeting = select(
        ask,
        say("Meeting"),
        "meeting",
        offered["meetings"],
        words=lambda id: words.meeting(say, int(id.rsplit("/", 1)[1])),
        anything=say("All meetings"),
    )
    verb = select(
        ask,
        say("Verb"),
        "verb",
        say.in_order(offered["verbs"], lambda code: words.verb(say, code)),
        words=lambda code: words.verb(say, code),
        anything=say("All verbs"),
    )
    party = select(
        ask,
        say("Party named"),
        "party",
        say.in_order(offered["parties"], lambda code: names.get(code, code)),
        words=lambda code: names.get(code, code),
        anything=say("All Parties"),
    )
    recommendation = select(
        ask,
        say("Recommendation"),
        "recommendation",
        offered["codes"],
        words=str,
        anything=say("All recommendations"),
    )

size = 25
found = here.rows(
    ask_for.decisions,
    words=wanted_words,
    theme=theme,
    round=round,
    meeting=meeting,
    verb=verb,
    party=party,
    recommendation=recommendation,
    limit=size,
    offset=(page - 1) * size if (page := ask.number("page", 1_000_000)) else 0,
)
total = found[0]["total"] if found else 0
here.faults()
here.draw(
    "decisions.html",
    decisions=found,
    total=total,
    page=page,
    pages=-(-total // size),
    here=lambda **changes: ask.here("decisions", **changes),
    theme_names=theme_names,
)
takeaway.files(
    here,
    "decisions",
    q=wanted_words,
    theme=theme,
    round=round,
    meeting=meeting,
    verb=verb,
    party=party,
    recommendation=recommendation,
)
