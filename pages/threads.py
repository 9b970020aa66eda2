"""Threads: procedures and recommendations with what is left open, or one of them by steps."""

from itertools import groupby
from operator import itemgetter

import streamlit as st

from lanzadash import words
from lanzadash.queries import threads as ask_for
from lanzadash.queries.recommendations import rounds
from lanzadash.web.address import select
from lanzadash.web.view import labels, view

here = view("threads")
say, ask = here.say, here.address

if wanted := ask.text("id"):
    row = here.first(ask_for.threads, thread=wanted)
    if row is None:
        here.not_found(say("Thread"), wanted, "threads")
    named = words.recommendation_code(say, row) if row["kind"] == "recommendation" else ""
    order = ask.choice("order", ["newest", "oldest"])
    here.title(
        named or str(say.pick(row, "name")),
        say("Step by step, from the first mention on file to the day of this view."),
    )
    here.faults()
    procedures = {one["round"]: one for one in here.rows(rounds)}
    follows = procedures.get(wanted, {}).get("follows")
    beside = [(say("Follows"), procedures[follows])] if follows in procedures else []
    beside += [(say("Followed by"), one) for one in procedures.values() if one["follows"] == wanted]
    related = [
        one
        for one in here.rows(ask_for.relations, thread=wanted)
        if one["other_kind"] != "agenda_item"
    ]
    steps = here.rows(ask_for.steps, wanted, newest_first=order != "oldest")
    here.draw(
        "thread.html",
        row=row,
        steps=steps,
        decided={one["step"]: one for one in steps if one["kind"] == "decision_taken"},
        loops=here.rows(ask_for.loops, wanted),
        relations={id: list(rows) for id, rows in groupby(related, key=itemgetter("of"))},
        recommendations=[
            one
            for one in here.rows(ask_for.threads)
            if one["kind"] == "recommendation" and one["round"] in (wanted, follows)
        ]
        if row["kind"] == "round"
        else [],
        beside=beside,
        order="oldest" if order == "oldest" else None,
        here=lambda **changes: ask.here("threads", **changes),
    )
    st.stop()

here.title(
    say("Threads"),
    say("Each procedure and each recommendation from first mention to now, and what is left open."),
)
found = here.rows(ask_for.threads)
names = labels(
    [row for row in here.rows(rounds) if row["round"] in {one["round"] for one in found}],
    "round",
    say,
    "short",
)
with st.container(horizontal=True, key="filters"):
    round = select(
        ask,
        say("Procedure"),
        "round",
        names,
        words=names.__getitem__,
        anything=say("All procedures"),
    )
    states = {"open": say("With an open loop"), "dormant": say("Dormant")}
    state = select(
        ask,
        say("State"),
        "state",
        states,
        words=states.__getitem__,
        anything=say("All threads"),
    )
here.faults()
here.draw(
    "threads.html",
    threads=[
        row
        for row in found
        if round in (None, row["round"]) and (state is None or row[f"{state}_loops"])
    ],
)
