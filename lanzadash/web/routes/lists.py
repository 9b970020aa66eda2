"""The lists that the API, the feeds, the exports and the plain pages all offer."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple, TypeAlias

import pandas as pd

from lanzadash.queries import deadlines, decisions, documents, meetings, parties, recommendations
from lanzadash.queries.asof import AsOf
from lanzadash.store import Connection
from lanzadash.web.routes import parameters as p
from lanzadash.web.routes.matching import matching
from lanzadash.web.view import first, rows
from lanzadash.words import _

Row: TypeAlias = dict[str, Any]


class Found(NamedTuple):
    """The rows of a page, and how many there are on all pages."""

    rows: list[Row]
    total: int


Ask: TypeAlias = Callable[[Connection, AsOf, Mapping[str, Any], int, int], Found]
Find: TypeAlias = Callable[[Connection, AsOf, str], Row | None]


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


def _decisions(
    connection: Connection, as_of: AsOf, filters: Mapping[str, Any], limit: int, offset: int
) -> Found:
    given = {name: value for name, value in filters.items() if name != "q"}
    frame = decisions.decisions(
        connection, as_of, words=filters["q"], limit=limit, offset=offset, **given
    )
    found = rows(frame)
    return Found([_without_total(row) for row in found], int(found[0]["total"]) if found else 0)


def _without_total(row: Row) -> Row:
    return {name: value for name, value in row.items() if name != "total"}


def _decision(connection: Connection, as_of: AsOf, id: str) -> Row | None:
    return first(decisions.decision(connection, as_of, id))


def _whole(query: Callable[..., pd.DataFrame], key: str) -> tuple[Ask, Find]:
    """How to ask a query that gives all its rows at once, as those of the short lists do."""

    def ask(
        connection: Connection, as_of: AsOf, filters: Mapping[str, Any], limit: int, offset: int
    ) -> Found:
        given = {name: value for name, value in filters.items() if name != "q"}
        found = matching(rows(query(connection, as_of, **given)), filters["q"])
        return Found(found[offset : offset + limit], len(found))

    def find(connection: Connection, as_of: AsOf, id: str) -> Row | None:
        frame = query(connection, as_of)
        return first(frame[frame[key] == id])

    return ask, find


def _parties(connection: Connection, as_of: AsOf) -> pd.DataFrame:
    """Treaty dates are facts of their own, on whatever day they are looked at."""
    return parties.parties(connection)


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
            *_whole(_parties, "party"),
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
