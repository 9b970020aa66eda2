"""Changes: what has become known since a day, and what the latest build changed."""

import streamlit as st

from lanzadash import words
from lanzadash.exports import changes as told
from lanzadash.queries.changes import KINDS, changes
from lanzadash.queries.meetings import latest_meeting
from lanzadash.queries.parties import parties
from lanzadash.queries.recommendations import rounds
from lanzadash.web import news
from lanzadash.web.address import day, select
from lanzadash.web.view import Rows, labels, view

here = view("changes")
say, ask = here.say, here.address
last = here.first(latest_meeting)
decided = here.first(latest_meeting, decided=True)

here.title(
    say("Changes"),
    say("Decisions taken, deadlines set or moved, statuses, stages, meetings and documents."),
)
names = labels(here.rows(parties), "party", say)
procedures = labels(here.rows(rounds), "round", say, "short")
with st.container(horizontal=True, vertical_alignment="bottom", key="filters"):
    since = day(ask, say("Since"), "since", last["end_date"] if last else None, here.as_of.day)
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
    kind = select(
        ask,
        say("Kind"),
        "kind",
        KINDS,
        words=lambda code: words.change(say, code),
        anything=say("All kinds"),
    )

size = 50
page = ask.number("page", 1_000_000)


def on_page(page: int) -> Rows:
    """The changes on one page of the list."""
    return here.rows(
        changes,
        since=since,
        party=party,
        round=round,
        kinds=(kind,) if kind else (),
        limit=size,
        offset=(page - 1) * size,
    )


found = on_page(page)
if not found and page > 1:
    ask.faults.append(("page", str(page)))
    page = 1
    found = on_page(page)
total = found[0]["total"] if found else 0
here.faults()
here.draw(
    "changes.html",
    changes=found,
    since=since,
    last=last,
    decided=decided,
    names=names,
    subject=lambda row: told.subject(say, row),
    what=lambda row: told.what(say, row),
    by=lambda row: told.by(say, row),
    parties=lambda row: told.parties(say, row),
    total=total,
    page=page,
    pages=-(-total // size),
    here=lambda **changes: ask.here("changes", **changes),
    feed=here.link("changes.atom", party=party, round=round, kind=kind),
    differences=news.of_latest_build() if not here.as_of.past else None,
)
