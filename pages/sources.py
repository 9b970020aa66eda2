"""Sources: every document behind the data, what was read from it, and how far to trust it."""

import streamlit as st

from lanzadash import words
from lanzadash.queries import documents as ask_for
from lanzadash.queries.threads import reviews
from lanzadash.web import takeaway
from lanzadash.web.address import select
from lanzadash.web.view import view

here = view("sources")
say, ask = here.say, here.address

here.title(
    say("Sources"),
    say("Every document behind the data, what was read from it, and what was left over."),
)
with st.container(horizontal=True, key="filters"):
    kinds = {code: words.document_kind(say, code) for code in here.ask(ask_for.document_kinds)}
    kind = select(
        ask,
        say("Kind of document"),
        "kind",
        say.in_order(kinds, kinds.__getitem__),
        words=kinds.__getitem__,
        anything=say("All kinds"),
    )
here.faults()
here.draw(
    "sources.html",
    documents=here.rows(ask_for.documents, kind=kind),
    certainties=here.rows(ask_for.certainties),
    undated=here.rows(ask_for.unknown_since),
    corrections=here.rows(ask_for.corrections),
    reviews=here.rows(reviews),
    meta=here.meta,
)
takeaway.files(here, "documents", kind=kind)
