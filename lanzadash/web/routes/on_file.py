"""The values that a parameter may have where the data decides it, each with its word."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from typing import TypeAlias

from lanzadash import words
from lanzadash.language import Language
from lanzadash.queries import decisions, search
from lanzadash.queries.asof import AsOf
from lanzadash.queries.changes import KINDS
from lanzadash.queries.deadlines import deadline_kinds
from lanzadash.queries.documents import bodies, document_kinds
from lanzadash.queries.meetings import meetings
from lanzadash.queries.parties import parties
from lanzadash.queries.recommendations import recommendations, rounds
from lanzadash.queries.standing import LAYERS
from lanzadash.store import Connection
from lanzadash.web.answers import Answers
from lanzadash.web.routes.titles import title
from lanzadash.web.routes.values import Offered
from lanzadash.web.view import labels, rows

_ALL = AsOf(dt.date.max)
"""A filter may name whatever is on file; what was known on a day is for the list to say."""

Sort: TypeAlias = Callable[[Connection, Language], Mapping[str, str]]


def _in_order(say: Language, names: Mapping[str, str]) -> Mapping[str, str]:
    return dict(say.in_order(names.items(), lambda item: item[1]))


def _meetings(connection: Connection, say: Language) -> Mapping[str, str]:
    return {
        row["meeting"]: words.meeting(say, row["number"])
        for row in rows(meetings(connection, _ALL))
    }


def _recommendations(connection: Connection, say: Language) -> Mapping[str, str]:
    codes = {code: code for code in search.on_file(connection)["recommendation"]}
    made = rows(recommendations(connection, _ALL))
    return codes | {row["recommendation"]: title("recommendations", say, row) for row in made}


SORTS: Mapping[str, Sort] = {
    "languages": lambda _, say: {"en": say("English"), "fr": say("French")},
    "step_orders": lambda _, say: {"newest": say("Newest first"), "oldest": say("Oldest first")},
    "layers": lambda _, say: {code: words.layer(say, code) for code in LAYERS},
    "parties": lambda c, say: _in_order(say, labels(rows(parties(c)), "party", say)),
    "rounds": lambda c, say: labels(rows(rounds(c, _ALL)), "round", say, "short"),
    "meetings": _meetings,
    "themes": lambda c, say: labels(rows(decisions.themes(c)), "theme", say),
    "meant": lambda c, say: {
        **labels(rows(decisions.themes(c)), "theme", say),
        **labels(rows(parties(c)), "party", say),
    },
    "verbs": lambda c, say: _in_order(
        say, {code: words.verb(say, code) for code in search.on_file(c)["verb"]}
    ),
    "grades": lambda c, say: {code: words.grade(say, code) for code in search.on_file(c)["grade"]},
    "years": lambda c, _: {year: year for year in search.on_file(c)["year"]},
    "bodies": lambda c, say: labels(rows(bodies(c)), "body", say, "short"),
    "recommendations": _recommendations,
    "deadline_kinds": lambda c, say: _in_order(
        say, {code: words.deadline_kind(say, code) for code in deadline_kinds(c)}
    ),
    "change_kinds": lambda _, say: {code: words.change(say, code) for code in KINDS},
    "document_kinds": lambda c, say: _in_order(
        say, {code: words.document_kind(say, code) for code in document_kinds(c)}
    ),
}


_KEPT = Answers(most=4 * len(SORTS))


def offered(connection: Connection, say: Language, generation: str) -> Offered:
    """A function that gives the values of one sort, with their words.

    Each sort is asked for once in a language and ``generation``, which names the data published.
    """
    return lambda sort: _KEPT.get(
        (generation, say.code, sort), lambda: SORTS[sort](connection, say)
    )
