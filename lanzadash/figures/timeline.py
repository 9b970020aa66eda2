"""Meetings, monitoring rounds and deadlines over the years."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from lanzadash import words
from lanzadash.figures import palette
from lanzadash.language import Language


def timeline(
    meetings: pd.DataFrame,
    rounds: pd.DataFrame,
    deadlines: pd.DataFrame,
    day: dt.date,
    say: Language,
) -> go.Figure:
    """One lane of meetings, one of deadlines, one for each round; a line marks ``day``.

    ``meetings`` holds ``meeting, number, start_date, end_date, status, city, place``; ``rounds``
    holds ``short_en, short_fr, start_year, end_year`` (years, not days: a bar runs from the first
    day of the first year to the last of the last); ``deadlines`` holds ``due, summary_en,
    summary_fr``.
    """
    figure = go.Figure()
    years = rounds.dropna(subset=["start_year"])
    lanes = [str(say.pick(row, "short")) for row in _rows(years)]
    for lane, row in zip(lanes, _rows(years), strict=True):
        _bar(figure, lane, int(row["start_year"]), row["end_year"], day)
    _meetings(figure, meetings[meetings["status"] == "held"], say, say("Meetings held"), True)
    _meetings(
        figure, meetings[meetings["status"] == "announced"], say, say("Meetings announced"), False
    )
    _deadlines(figure, deadlines.dropna(subset=["due"]), say)
    figure.add_vline(x=day.isoformat(), line={"color": palette.MARKER, "width": 2, "dash": "dot"})
    figure.add_annotation(
        x=day.isoformat(),
        y=1,
        yref="paper",
        yanchor="bottom",
        showarrow=False,
        text=say.date(day),
        font={"color": palette.MARKER},
    )
    order = [*reversed(lanes), say("Deadlines"), say("Meetings")]
    for lane in order:
        _label(figure, lane)
    figure.update_yaxes(
        categoryorder="array", categoryarray=order, fixedrange=True, showticklabels=False
    )
    figure.update_xaxes(type="date", showgrid=True, tickformat="%Y", nticks=8)
    figure.update_layout(
        height=150 + 46 * (len(lanes) + 2),
        margin={"l": 8, "r": 8, "t": 40, "b": 40},
        font={"family": palette.FONT, "size": 14},
        legend={"orientation": "h", "y": -0.12, "yanchor": "top"},
        hovermode="closest",
        dragmode="pan",
    )
    return figure


def _label(figure: go.Figure, lane: str) -> None:
    """The name of a lane stands over it, so that a phone's width is left to the marks."""
    figure.add_annotation(
        x=0, xref="paper", xanchor="left", y=lane, yshift=16, text=lane, showarrow=False
    )


def _bar(figure: go.Figure, lane: str, start: int, end: float | None, day: dt.date) -> None:
    """One round. Where no end is on file the bar ends open, at ``day``, with an arrow."""
    known = end is not None and not pd.isna(end)
    ended = str(int(end)) if known and end is not None else ""
    last = f"{ended}-12-31" if ended else day.isoformat()
    figure.add_scatter(
        x=[f"{start}-01-01", last],
        y=[lane, lane],
        mode="lines+markers",
        line={"width": 12, "color": palette.ROUND},
        marker={"symbol": ["line-ns", "line-ns" if ended else "arrow-right"], "size": 10},
        hovertemplate=f"{lane}: {start}–{ended}<extra></extra>",
        showlegend=False,
    )


def _meetings(
    figure: go.Figure, meetings: pd.DataFrame, say: Language, name: str, held: bool
) -> None:
    if meetings.empty:
        return
    rows = _rows(meetings)
    figure.add_scatter(
        x=meetings["start_date"],
        y=[say("Meetings")] * len(rows),
        mode="markers",
        marker={
            "symbol": "circle" if held else "circle-open",
            "size": 11,
            "color": palette.MEETING if held else palette.ANNOUNCED,
            "line": {"width": 2, "color": palette.PAPER if held else palette.ANNOUNCED},
        },
        name=name,
        text=[_told(row, say) for row in rows],
        customdata=meetings["meeting"],
        hovertemplate="%{text}<extra></extra>",
    )


def _told(row: dict[str, Any], say: Language) -> str:
    """A meeting in words: its number, its days, its place where one is on file."""
    place = next((name for name in (row["city"], row["place"]) if isinstance(name, str)), None)
    days = say.span(row["start_date"].date(), row["end_date"].date())
    parts = (words.meeting(say, row["number"]), days, words.place(say, place))
    return "<br>".join(part for part in parts if part)


def _deadlines(figure: go.Figure, deadlines: pd.DataFrame, say: Language) -> None:
    if deadlines.empty:
        return
    rows = _rows(deadlines)
    figure.add_scatter(
        x=deadlines["due"],
        y=[say("Deadlines")] * len(rows),
        mode="markers",
        marker={"symbol": "diamond", "size": 12, "color": palette.DEADLINE},
        name=say("Deadlines"),
        text=[f"{say.date(row['due'].date())}<br>{say.pick(row, 'summary') or ''}" for row in rows],
        hovertemplate="%{text}<extra></extra>",
    )


def _rows(frame: pd.DataFrame) -> list[dict[str, Any]]:
    return [{str(name): value for name, value in row.items()} for row in frame.to_dict("records")]
