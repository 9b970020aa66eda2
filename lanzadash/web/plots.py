"""Plotly figures on a page, with everything they load served by ourselves."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from lanzadash.web.view import View

if TYPE_CHECKING:
    from plotly.graph_objects import Figure


def draw(view: View, figure: Figure, *, key: str) -> None:
    """Draw a figure as wide as the page, in the view's language, with no link to anywhere."""
    st.plotly_chart(
        figure,
        key=f"{key}-{view.say.code}",
        config={
            "displaylogo": False,
            "locale": view.say.code,
            "modeBarButtonsToRemove": ["select2d", "lasso2d"],
            "scrollZoom": False,
        },
    )
