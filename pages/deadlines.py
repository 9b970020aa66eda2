"""Deadlines: upcoming first, then past; of one Party, one procedure, one kind."""

from itertools import groupby
from operator import itemgetter

import streamlit as st

from lanzadash import words
from lanzadash.queries.deadlines import deadline_kinds, deadlines
from lanzadash.queries.meetings import last_meeting_with_deadlines
from lanzadash.queries.obligations import obligations
from lanzadash.queries.parties import parties
from lanzadash.queries.recommendations import rounds
from lanzadash.web import takeaway
from lanzadash.web.address import select
from lanzadash.web.view import labels, view

here = view("deadlines")
say, ask = here.say, here.address

here.title(
    say("Deadlines"),
    say("What Parties are asked to send, by when, to whom, and which paragraph says so."),
)
names = labels(here.rows(parties), "party", say)
procedures = labels(here.rows(rounds), "round", say, "short")
with st.container(horizontal=True, vertical_alignment="bottom", key="filters"):
    party = select(
        ask,
        say("Party"),
        "party",
        say.in_order(names, names.__getitem__),
        words=names.__getitem__,
        anything=say("All Parties"),
    )
    round = select(
        ask,
        say("Procedure"),
        "round",
        procedures,
        words=procedures.__getitem__,
        anything=say("All procedures"),
    )
    kinds = {code: words.deadline_kind(say, code) for code in here.ask(deadline_kinds)}
    kind = select(
        ask,
        say("Kind"),
        "kind",
        say.in_order(kinds, kinds.__getitem__),
        words=kinds.__getitem__,
        anything=say("All kinds"),
    )
    takeaway.subscribe(here, party=party, round=round, kind=kind)
here.faults()

filters = {"party": party, "round": round, "kind": kind}
found = here.rows(deadlines, **filters)
chosen = [row for row in found if row["addressed"] or not party]
dated = [row for row in chosen if row["due"]]
past = [row for row in reversed(dated) if row["last_day"] < here.as_of.day]
busy = here.first(last_meeting_with_deadlines)
owed = [] if party else here.rows(obligations)
here.draw(
    "deadlines.html",
    bonds={id: list(rows) for id, rows in groupby(owed, key=itemgetter("deadline"))},
    upcoming=[row for row in dated if row["last_day"] >= here.as_of.day],
    past=past,
    rules=[row for row in chosen if not row["due"]],
    unclear=[row for row in found if not row["addressed"]] if party else [],
    party=party,
    filters=filters,
    where=takeaway.server() + here.address.here("deadlines"),
    choice=" · ".join(
        known[value]
        for value, known in ((party, names), (round, procedures), (kind, kinds))
        if value
    ),
    last=next((row for row in past if row["standing"]), None),
    busy=busy,
)
takeaway.files(here, "deadlines", **filters)
