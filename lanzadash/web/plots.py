"""Plotly figures on a page, with everything they load served by ourselves."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from typing import TYPE_CHECKING

import streamlit as st

from lanzadash.web.view import ANSWERS, View

if TYPE_CHECKING:
    from plotly.graph_objects import Figure


def draw(view: View, name: str, make: Callable[[], Figure], *of: Hashable) -> None:
    """Draw a figure as wide as the page, in the view's language, with no link to anywhere.

    ``make`` is asked once for each day, language and ``of``, what the figure is of besides.
    """
    figure = ANSWERS.get((view.edition, name, view.as_of, view.say.code, *of), make)
    st.plotly_chart(
        figure,
        key=f"{name}-{view.say.code}",
        config={
            "displaylogo": False,
            "locale": view.say.code,
            "modeBarButtonsToRemove": ["select2d", "lasso2d"],
            "scrollZoom": False,
        },
    )
