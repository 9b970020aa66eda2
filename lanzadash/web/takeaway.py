"""What a person takes along from a page: files, feeds, a calendar to subscribe to, a citation."""

from __future__ import annotations

from ipaddress import ip_address
from urllib.parse import urlsplit

import streamlit as st

from lanzadash.exports.citation import Citing
from lanzadash.exports.listings import LISTINGS
from lanzadash.exports.rows import Row
from lanzadash.queries.documents import bodies
from lanzadash.web.address import href
from lanzadash.web.view import View, today

_BRIEFS = ("docx", "pdf")
_FILES = ("csv", "xlsx", "json")
_ALARMS = ("30,7,1", "7,1", "1", "none")


def files(view: View, name: str, **filters: object) -> None:
    """Links to the list on this page as files, with exactly what is filtered.

    ``name`` is a list of the routes: deadlines, decisions, meetings, recommendations, parties,
    documents.
    """
    endings = (*_FILES, *_BRIEFS) if name in ("deadlines", "decisions") else _FILES
    plain = {key: value for key, value in filters.items() if value}
    view.draw(
        "takeaway.html",
        what=view.say(LISTINGS[name].title),
        files=[(end.upper(), view.link(f"export/{name}.{end}", **plain)) for end in endings],
        feed=view.link("decisions.atom", **plain) if name == "decisions" else None,
        plain=view.link(f"plain/{name}", **plain),
        api=view.link(f"api/v1/{name}", **plain),
    )


def citation(view: View, row: Row) -> str:
    """How one decision is cited, in house style: a row of the query ``decision``."""
    committee = str(view.say.pick(view.rows(bodies)[0], "short"))
    illustrative = view.meta["illustrative"] == "true"
    return Citing(view.say, committee, server(), today(), illustrative).decision(row).text


def server() -> str:
    """The address of this server as the browser has it, empty where that is unknown."""
    parts = urlsplit(st.context.url or "")
    return f"{parts.scheme}://{parts.netloc}" if parts.netloc else ""


def is_local(host: str) -> bool:
    """Whether a host is one of this machine or network, which no other service can reach."""
    try:
        return not ip_address(host).is_global
    except ValueError:
        return "." not in host or host.endswith((".local", ".internal", ".localhost"))


def subscribe(view: View, **filters: object) -> None:
    """A button that opens the address of the calendar with these filters, and how to use it."""
    if st.button(view.say("Subscribe"), key="subscribe", icon=None):
        _dialog(view, filters)


def _dialog(view: View, filters: dict[str, object]) -> None:
    say = view.say

    @st.dialog(say("Subscribe to the calendar"))
    def opened() -> None:
        choices = {
            "30,7,1": say("30, 7 and 1 days before"),
            "7,1": say("7 days and 1 day before"),
            "1": say("1 day before"),
            "none": say("no alarms"),
        }
        top = st.container()
        alarms = st.radio(
            say("Alarms, at 9 in the morning"),
            _ALARMS,
            format_func=choices.__getitem__,
            key="alarms",
        )
        given = {**filters, "lang": say.code, "alarms": alarms}
        path = href("calendar.ics", **given)
        base = urlsplit(server())
        if is_local(base.hostname or ""):
            with top:
                view.draw("subscribe_local.html", path=path)
        address = server() + path
        st.code(address, language=None, wrap_lines=True)
        webcal = f"webcal://{base.netloc}{path}"
        st.link_button(say("Open in this device’s calendar"), webcal)  # cleaned out of other HTML
        view.draw("subscribe.html", path=path)

    opened()
