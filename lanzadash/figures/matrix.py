"""Parties × recommendations of a round, as one figure."""

from __future__ import annotations

import pandas as pd
import plotly.graph_objects as go

from lanzadash.figures import palette
from lanzadash.language import Language


def matrix(pairs: pd.DataFrame, say: Language, words: dict[str, str]) -> go.Figure:
    """A grid with a cell for each pair of Party and recommendation.

    ``pairs`` holds ``party, name_en, name_fr, recommendation, code, position, status``, one row
    for each pair; ``words`` the word for each status. Colour, symbol and the text on hover say
    the same.
    """
    name = pairs[f"name_{say.code}"].fillna(pairs["name_en"])
    pairs = pairs.assign(name=name, key=name.map(say.sort_key))
    columns = pairs.drop_duplicates("recommendation").sort_values(["position", "recommendation"])
    rows = pairs.drop_duplicates("party").sort_values("key")
    cells = pairs.pivot(index="party", columns="recommendation", values="status").loc[
        rows["party"], columns["recommendation"]
    ]
    order = [status for status in palette.STATUS if status in set(pairs["status"])]
    labels = [
        code if isinstance(code, str) else key.split("/")[1]
        for code, key in zip(columns["code"], columns["recommendation"], strict=True)
    ]
    number = cells.map(order.index)
    figure = go.Figure(
        go.Heatmap(
            z=number.to_numpy(),
            x=list(range(len(labels))),
            y=rows["name"],
            text=cells.map(lambda status: palette.SYMBOLS.get(status, "")).to_numpy(),
            texttemplate="%{text}",
            customdata=[
                [
                    [label, words.get(status, status)]
                    for label, status in zip(labels, line, strict=True)
                ]
                for line in cells.to_numpy()
            ],
            hovertemplate="%{y}, %{customdata[0]}: %{customdata[1]}<extra></extra>",
            colorscale=_steps([palette.STATUS[status][0] for status in order]),
            zmin=-0.5,
            zmax=max(len(order) - 0.5, 0.5),
            showscale=False,
            xgap=2,
            ygap=2,
        )
    )
    for status in order:
        figure.add_scatter(
            x=[None],
            y=[None],
            mode="markers",
            marker={"symbol": "square", "size": 12, "color": palette.STATUS[status][0]},
            name=f"{palette.SYMBOLS.get(status, '')} {words.get(status, status)}".strip(),
        )
    figure.update_xaxes(
        tickmode="array",
        tickvals=list(range(len(labels))),
        ticktext=labels,
        side="top",
        fixedrange=True,
        showgrid=False,
    )
    figure.update_yaxes(autorange="reversed", fixedrange=True, showgrid=False, dtick=1)
    figure.update_layout(
        height=120 + 19 * len(rows),
        margin={"l": 8, "r": 8, "t": 60, "b": 40},
        font={"family": palette.FONT, "size": 13},
        legend={"orientation": "h", "y": -0.01, "yanchor": "top"},
        dragmode=False,
    )
    return figure


def _steps(colours: list[str]) -> list[list[object]]:
    """A colour scale of flat steps, one for each whole number from 0."""
    n = max(len(colours), 1)
    colours = colours or [palette.PAPER]
    return [[edge, colour] for i, colour in enumerate(colours) for edge in (i / n, (i + 1) / n)]
