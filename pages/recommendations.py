"""Recommendations: the status map, the matrix, and the stage of each recommendation."""

from itertools import groupby
from operator import itemgetter

import streamlit as st

from lanzadash import words
from lanzadash.figures.matrix import matrix
from lanzadash.queries import recommendations as ask_for
from lanzadash.web import plots, takeaway
from lanzadash.web.address import segments, select
from lanzadash.web.view import labels, view

here = view("recommendations")
say, ask = here.say, here.address

here.title(
    say("Recommendations"),
    say("Where each Party stands, in layers kept apart. What is not on file is said to be so."),
)
procedures = here.rows(ask_for.rounds, with_recommendations=True)
fullest_first = sorted(procedures, key=lambda row: -row["recommendations"])
names = labels(fullest_first, "round", say, "short")
if (asked := ask.text("recommendation")) and not ask.text("round"):
    ask.set("round", here.ask(ask_for.round_of, asked))
with st.container(horizontal=True, key="filters"):
    round = select(
        ask,
        say("Monitoring round"),
        "round",
        names,
        words=names.__getitem__,
    )
    made = here.rows(ask_for.recommendations, round=round)
    made_names = {row["recommendation"]: words.recommendation(say, row) for row in made}
    recommendation = select(
        ask,
        say("Recommendation"),
        "recommendation",
        made_names,
        words=made_names.__getitem__,
        default=max(made, key=lambda row: row["parties_on_file"])["recommendation"]
        if made
        else None,
    )
layer = segments(
    ask, say("Layer"), "layer", ask_for.LAYERS, words=lambda code: words.layer(say, code)
)
here.faults()

legend = here.rows(ask_for.statuses, layer)
tiles = here.rows(ask_for.status_map, layer, round=round, recommendation=recommendation)
here.draw(
    "status_map.html",
    tiles=say.in_order(tiles, lambda row: str(say.pick(row, "name"))),
    legend=legend,
    layer=layer,
    subject=say(words.LAYERS[layer])
    if layer == "treaty"
    else names.get(round or "")
    if layer == "coverage"
    else made_names.get(recommendation or ""),
)
if round:
    here.draw("matrix_heading.html", round=names[round])
    pair_words = {code: words.pair(say, code) for code in words.PAIRS}
    plots.draw(
        here,
        "matrix",
        lambda: matrix(here.ask(ask_for.assessment_matrix, round), say, pair_words),
        round,
    )
    pairs = here.rows(ask_for.assessment_matrix, round)
    lines = [list(cells) for _, cells in groupby(pairs, key=itemgetter("party"))]
    here.draw(
        "recommendations.html",
        recommendations=made,
        lines=say.in_order(lines, lambda cells: str(say.pick(cells[0], "name"))),
        round=names[round],
    )
takeaway.files(here, "recommendations", round=round)
