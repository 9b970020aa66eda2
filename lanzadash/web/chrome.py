"""Masthead, banners, footer, style: drawn on every page."""

from __future__ import annotations

from pathlib import Path

import streamlit as st

from lanzadash.figures import palette
from lanzadash.language import Language
from lanzadash.queries.documents import bodies
from lanzadash.store import StoreError
from lanzadash.web import html, stale
from lanzadash.web.pages import TITLES
from lanzadash.web.view import View, today

_HERE = Path(__file__).parent
ICON = _HERE / "static" / "icon.png"
_STYLE = (_HERE / "style.css").read_text("utf-8") + palette.css()
_SCRIPT = (_HERE / "behaviour.js").read_text("utf-8")
LANGUAGES = (("en", "English"), ("fr", "Français"))


def style_and_behaviour(say: Language) -> None:
    """The style sheet, the language of the document, and links that do not reload the page."""
    st.html(f"<style>{_STYLE}</style>")
    st.html(
        f"<script>document.documentElement.lang = '{say.code}';{_SCRIPT}</script>",
        unsafe_allow_javascript=True,
    )


def masthead(view: View) -> None:
    """The name, the menu with the current page marked, the languages."""
    view.draw(
        "masthead.html",
        pages=[{"path": path, "title": view.say(title)} for path, title in TITLES.items()],
        current=view.page,
        body=view.say.list(str(view.say.pick(row, "short")) for row in view.rows(bodies)),
        languages=LANGUAGES,
        here=lambda **changes: view.address.here(view.page, **changes),
    )


def banners(view: View) -> None:
    """Illustrative data, an older build and views of another day say so above the page."""
    illustrative = view.meta["illustrative"] == "true"
    future = view.as_of.day > today()
    faults = stale.faults(view.meta)
    if illustrative or view.as_of.past or future or faults:
        view.draw(
            "banners.html",
            illustrative=illustrative,
            faults=faults,
            built=view.built,
            future=future,
            here=lambda **changes: view.address.here(view.page, **changes),
        )


def footer(view: View) -> None:
    """The disclaimer and the version of the data."""
    view.draw("footer.html", meta=view.meta, built=view.built)


def unavailable(say: Language, error: StoreError) -> None:
    """Nothing can be shown: say why, and what to do."""
    st.html(f"<style>{_STYLE}</style>")
    st.html(html.render("unavailable.html", say, error=str(error)))
