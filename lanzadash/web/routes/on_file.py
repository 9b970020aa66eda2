"""The values that a parameter may have where the data decides it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping, Sequence
from functools import cache

from lanzadash.language import CODES
from lanzadash.queries import decisions
from lanzadash.queries.asof import AsOf
from lanzadash.queries.deadlines import deadline_kinds
from lanzadash.queries.documents import document_kinds
from lanzadash.queries.meetings import meetings
from lanzadash.queries.parties import parties
from lanzadash.queries.recommendations import recommendations, rounds
from lanzadash.store import Connection
from lanzadash.web.routes.values import Offered

_ALL = AsOf(dt.date.max)
"""A filter may name whatever is on file; what was known on a day is for the list to say."""

SORTS: Mapping[str, Callable[[Connection], Sequence[str]]] = {
    "languages": lambda _: CODES,
    "parties": lambda c: list(parties(c)["party"]),
    "rounds": lambda c: list(rounds(c, _ALL)["round"]),
    "meetings": lambda c: list(meetings(c, _ALL)["meeting"]),
    "themes": lambda c: list(decisions.themes(c)["theme"]),
    "verbs": lambda c: decisions.facets(c)["verbs"],
    "recommendations": lambda c: [
        *decisions.facets(c)["codes"],
        *recommendations(c, _ALL)["recommendation"],
    ],
    "deadline_kinds": deadline_kinds,
    "document_kinds": document_kinds,
}


def offered(connection: Connection) -> Offered:
    """The values on file of one sort (``parties``), each sort asked for once at most."""
    return cache(lambda sort: SORTS[sort](connection))
