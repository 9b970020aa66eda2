"""Recommendations: the status map, the matrix, and the stage of each recommendation."""

import streamlit as st

from lanzadash import words
from lanzadash.figures.matrix import matrix
from lanzadash.queries import recommendations as ask_for
from lanzadash.web import plots, takeaway
from lanzadash.web.address import segments, select
from lanzadash.web.view import labels, rows, view

here = view("recommendations")
say, ask = here.say, here.address

here.title(
    say("Recommendations"),
    say("Where each Party stands, in layers kept apart. What is not on file is said to be so."),
)
procedures = ask_for.rounds(here.connection, here.as_of, with_recommendations=True)
fullest_first = procedures.sort_values("recommendations", ascending=False, kind="stable")
names = labels(fullest_first, "round", say, "short")
if (asked := ask.text("recommendation")) and not ask.text("round"):
    ask.set("round", ask_for.round_of(here.connection, asked))
with st.container(horizontal=True, key="filters"):
    round = select(
        ask,
        say("Monitoring round"),
        "round",
        names,
        words=names.__getitem__,
    )
    made = ask_for.recommendations(here.connection, here.as_of, round=round)
    made_names = {row["recommendation"]: words.recommendation(say, row) for row in rows(made)}
    recommendation = select(
        ask,
        say("Recommendation"),
        "recommendation",
        made_names,
        words=made_names.__getitem__,
    )
layer = segments(
    ask, say("Layer"), "layer", ask_for.LAYERS, words=lambda code: words.layer(say, code)
)
here.faults()

legend = rows(ask_for.statuses(here.connection, layer))
tiles = rows(
    ask_for.status_map(
        here.connection, here.as_of, layer, round=round, recommendation=recommendation
    )
)
here.draw(
    "status_map.html",
    tiles=sorted(tiles, key=lambda row: say.sort_key(str(say.pick(row, "name")))),
    legend=legend,
    layer=layer,
    subject=say(words.LAYERS[layer])
    if layer == "treaty"
    else names.get(round or "")
    if layer == "coverage"
    else made_names.get(recommendation or ""),
)
if round:
    pairs = ask_for.assessment_matrix(here.connection, here.as_of, round)
    here.draw("matrix_heading.html", round=names[round])
    plots.draw(
        here,
        matrix(pairs, say, {code: words.pair(say, code) for code in words.PAIRS}),
        key="matrix",
    )
    here.draw(
        "recommendations.html",
        recommendations=rows(made),
        pairs=rows(pairs),
        round=names[round],
    )
takeaway.files(here, "recommendations", round=round)
