"""Threads: procedures and recommendations with what is left open, or one of them by steps."""

import streamlit as st

from lanzadash.queries.recommendations import rounds
from lanzadash.queries.threads import threads
from lanzadash.web import thread
from lanzadash.web.address import select
from lanzadash.web.view import labels, view

here = view("threads")
say, ask = here.say, here.address

if wanted := ask.text("id"):
    row = here.first(threads, thread=wanted)
    if row is None:
        here.not_found(say("Thread"), wanted, "threads")
    order = ask.choice("order", ["newest", "oldest"])
    here.title(
        thread.title(say, row),
        say("Step by step, from the first mention on file to the day of this view."),
    )
    here.faults()
    here.draw(
        "thread.html",
        **thread.around(here.rows, say, row, oldest_first=order == "oldest"),
        here=lambda **changes: ask.here("threads", **changes),
    )
    st.stop()

here.title(
    say("Threads"),
    say("Each procedure and each recommendation from first mention to now, and what is left open."),
)
found = here.rows(threads)
in_use = {row["round"] for row in found}
names = labels([one for one in here.rows(rounds) if one["round"] in in_use], "round", say, "short")
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
