"""The pages: their addresses, their titles, and the scripts that draw them."""

from __future__ import annotations

import streamlit as st

from lanzadash.web.view import ROOT
from lanzadash.words import _

TITLES = {
    "": _("Today"),
    "deadlines": _("Deadlines"),
    "decisions": _("Decisions"),
    "threads": _("Threads"),
    "meetings": _("Meetings"),
    "recommendations": _("Recommendations"),
    "party": _("Parties"),
    "changes": _("Changes"),
    "sources": _("Sources"),
}
"""Address and title of each page, in the order of the menu."""


def current() -> tuple[st.Page, str]:
    """The page that the address asks for, and its path."""
    scripts = {path: _page(path) for path in TITLES}
    chosen = st.navigation(list(scripts.values()), position="hidden")
    return chosen, chosen.url_path


def _page(path: str) -> st.Page:
    script = ROOT / "pages" / f"{path or 'today'}.py"
    return st.Page(script, title=TITLES[path], url_path=path or None, default=not path)
