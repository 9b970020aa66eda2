"""One Party: treaty dates, rounds, recommendations, deadlines; or the list of all Parties."""

import streamlit as st

from lanzadash.queries import parties as ask_for
from lanzadash.queries.deadlines import deadlines
from lanzadash.web import takeaway
from lanzadash.web.address import select
from lanzadash.web.view import labels, view

here = view("party")
say, ask = here.say, here.address

everyone = here.rows(ask_for.parties)
names = labels(here.rows(ask_for.parties), "party", say)
order = say.in_order(names, names.__getitem__)
chosen = ask.choice("party", names)
here.title(names[chosen] if chosen else say("Parties"))
select(
    ask,
    say("Party"),
    "party",
    order,
    words=names.__getitem__,
    anything=say("All Parties"),
)
here.faults()

if chosen is None:
    here.draw(
        "parties.html", parties=sorted(everyone, key=lambda row: order.index(str(row["party"])))
    )
    st.stop()

found = here.rows(deadlines, party=chosen)
due = [row for row in found if row["due"] and row["addressed"]]
here.draw(
    "party.html",
    party=chosen,
    row=next(row for row in everyone if row["party"] == chosen),
    rounds=here.rows(ask_for.party_rounds, chosen),
    recommendations=here.rows(ask_for.party_recommendations, chosen),
    decisions=here.rows(ask_for.party_decisions, chosen),
    upcoming=[row for row in due if row["last_day"] >= here.as_of.day],
    past=[row for row in reversed(due) if row["last_day"] < here.as_of.day],
    unclear=[row for row in found if not row["addressed"]],
)
takeaway.subscribe(here, party=chosen)
takeaway.files(here, "deadlines", party=chosen)
