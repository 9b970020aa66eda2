"""The lists that the API, the feeds, the exports and the plain pages all offer."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple, TypeAlias

import pandas as pd

from lanzadash.queries import (
    deadlines,
    decisions,
    documents,
    meetings,
    parties,
    recommendations,
    search,
)
from lanzadash.web.routes import parameters as p
from lanzadash.web.routes.asking import Asking
from lanzadash.web.routes.matching import matching
from lanzadash.web.view import rows
from lanzadash.words import _

Row: TypeAlias = dict[str, Any]


class Found(NamedTuple):
    """The rows of a page, and how many there are on all pages."""

    rows: list[Row]
    total: int


Ask: TypeAlias = Callable[[Asking[Any], Mapping[str, Any], int, int], Found]
Find: TypeAlias = Callable[[Asking[Any], str], Row | None]


@dataclass(frozen=True)
class List:
    """A list of records.

    ``name`` stands in addresses, ``key`` is the column with the ids. ``ask`` takes the filters by
    the names of ``filters``, how many rows and from which one; ``find`` takes an id.
    """

    name: str
    key: str
    title: str
    about: str
    filters: type[p.Filters]
    ask: Ask
    find: Find


def _decisions(asking: Asking[Any], filters: Mapping[str, Any], limit: int, offset: int) -> Found:
    hits = asking.ask(
        search.found,
        filters["q"] or "",
        search.chosen({name: filters[name] for name in search.FACETS}),
        by_date=filters["sort"] == "date",
        strict=filters["accents"] == "exact",
        without=filters["without"],
        limit=limit,
        offset=offset,
    )
    return Found(asking.rows(decisions.listed, hits.records), hits.total)


def _decision(asking: Asking[Any], id: str) -> Row | None:
    return next(iter(asking.rows(decisions.decision, id)), None)


def _whole(query: Callable[..., pd.DataFrame], key: str) -> tuple[Ask, Find]:
    """How to ask a query that gives all its rows at once, as those of the short lists do."""

    def ask(asking: Asking[Any], filters: Mapping[str, Any], limit: int, offset: int) -> Found:
        given = {name: value for name, value in filters.items() if name != "q"}
        frame = asking.ask(query, **given)
        if words := filters["q"]:
            found = matching(rows(frame), words)
            return Found(found[offset : offset + limit], len(found))
        return Found(rows(frame.iloc[offset : offset + limit]), len(frame))

    def find(asking: Asking[Any], id: str) -> Row | None:
        frame = asking.ask(query)
        return next(iter(rows(frame[frame[key] == id])), None)

    return ask, find


LISTS: Mapping[str, List] = {
    one.name: one
    for one in (
        List(
            "deadlines",
            "deadline",
            _("Deadlines"),
            "Submission deadlines, earliest first, rules without a day last.",
            p.DeadlineFilters,
            *_whole(deadlines.deadlines, "deadline"),
        ),
        List(
            "decisions",
            "decision",
            _("Decisions"),
            "Decisions, latest meeting first, in printed order.",
            p.DecisionFilters,
            _decisions,
            _decision,
        ),
        List(
            "meetings",
            "meeting",
            _("Meetings"),
            "Meetings, latest first, with the dates known on that day.",
            p.MeetingFilters,
            *_whole(meetings.meetings, "meeting"),
        ),
        List(
            "recommendations",
            "recommendation",
            _("Recommendations"),
            "Recommendations in the order of their reports, each with its latest step on file.",
            p.RecommendationFilters,
            *_whole(recommendations.recommendations, "recommendation"),
        ),
        List(
            "parties",
            "party",
            _("Parties"),
            "States Parties by code, with their treaty dates.",
            p.PartyFilters,
            *_whole(parties.parties, "party"),
        ),
        List(
            "documents",
            "document",
            _("Documents"),
            "Official documents, those that were read first.",
            p.DocumentFilters,
            *_whole(documents.documents, "document"),
        ),
    )
}
"""Every list, by its name."""
