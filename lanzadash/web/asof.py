"""The as-of control: today, the last day of a meeting, or any day."""

from __future__ import annotations

import datetime as dt

import streamlit as st

from lanzadash import words
from lanzadash.queries.meetings import held_meetings
from lanzadash.web.address import FIRST_DAY
from lanzadash.web.view import View, today


def control(view: View) -> None:
    """Draw the control; what is chosen stands in the address as ``as_of``."""
    say = view.say
    chosen = view.address.day("as_of")
    label = say.date(chosen) if chosen else say("today")
    with st.popover(say("As of: {day}", day=label), key="as-of"):
        meetings = {
            row["end_date"].isoformat(): say(
                "{meeting} ({day})",
                meeting=words.meeting(say, row["number"]),
                day=say.date(row["end_date"]),
            )
            for row in view.rows(held_meetings)
        }
        # A closed popover does not take new values, and would send its old one with the next
        # change of anything else: so the widgets are new ones for each day.
        by_meeting, by_day = f"as-of-meeting-{chosen}", f"as-of-day-{chosen}"
        days = ["", *meetings]
        st.selectbox(
            say("As of the last day of a meeting"),
            days,
            index=days.index(str(chosen)) if str(chosen) in days else 0,
            format_func=lambda day: meetings[day] if day else say("Today"),
            key=by_meeting,
            on_change=_write,
            args=(by_meeting,),
        )
        shown = chosen or today()
        st.date_input(
            say("Or as of any day"),
            value=shown,
            # The address may name a day that the calendar would not offer.
            min_value=min(shown, FIRST_DAY),
            max_value=max(shown, dt.date(today().year + 10, 12, 31)),
            format="DD/MM/YYYY",
            key=by_day,
            on_change=_write,
            args=(by_day,),
        )


def _write(key: str) -> None:
    value = st.session_state[key]
    if not value or value == today():
        st.query_params.pop("as_of", None)
    else:
        st.query_params["as_of"] = str(value)
    st.query_params.pop("page", None)
