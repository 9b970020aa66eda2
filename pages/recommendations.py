"""Recommendations: where each Party stands as of any meeting, as tiles, matrix, map or table."""

import streamlit as st

from lanzadash import words
from lanzadash.queries import recommendations as made
from lanzadash.queries.standing import LAYERS, PAIR_LAYERS, history
from lanzadash.web import standing as stand
from lanzadash.web import status, takeaway
from lanzadash.web.address import select
from lanzadash.web.view import labels, view

here = view("recommendations")
say, ask = here.say, here.address

here.title(
    say("Recommendations"),
    say("Where each Party stands, in layers kept apart. What is not on file is said to be so."),
)
show = ask.choice("show", tuple(status.SHOWN)) or "tiles"
names = labels(stand.rounds(here), "round", say, "short")
if (asked := ask.text("recommendation")) and not ask.text("round"):
    ask.set("round", here.ask(made.round_of, asked))
party = ask.choice("party", tuple(status.parties(here)))
status.tabs(here, show, opened=bool(party))
with st.container(horizontal=True, key="filters"):
    round = select(ask, say("Monitoring round"), "round", names, words=names.__getitem__)
    on_file = here.rows(made.of_round, round)
    codes = {row["recommendation"]: words.recommendation(say, row) for row in on_file}
    recommendation = None
    if show in ("tiles", "map") or party:
        recommendation = select(
            ask,
            say("Recommendation"),
            "recommendation",
            codes,
            words=codes.__getitem__,
            default=stand.fullest(here, round),
        )
layer = LAYERS[0]
if show != "list" and not party:
    offered = LAYERS if show in ("tiles", "map") else PAIR_LAYERS
    layer = ask.choice("layer", offered) or offered[0]
    status.layers(here, offered, layer)
here.faults()

if show != "list" or party:
    status.meetings(here, round)
if party and recommendation:
    steps = here.rows(history, recommendation, party)
    status.history(here, steps, recommendation, party)
elif show == "list" or not (on_file or layer == "treaty"):
    here.draw("recommendations.html", recommendations=here.rows(made.recommendations, round=round))
else:
    found = stand.standing(here, layer, round)
    if show in ("tiles", "map") and layer in PAIR_LAYERS:
        found = found.only(recommendation)
    status.picture(here, show, found, round)
takeaway.files(here, "recommendations", round=round)
