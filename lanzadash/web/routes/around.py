"""What the page of a record shows beside the record itself."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from lanzadash.language import Language
from lanzadash.queries import decisions, documents, meetings, parties, recommendations
from lanzadash.queries.asof import AsOf
from lanzadash.queries.deadlines import deadlines
from lanzadash.store import Connection
from lanzadash.web.routes.lists import Row
from lanzadash.web.view import labels, rows

DECISIONS_MOST = 500


def around(list: str, connection: Connection, as_of: AsOf, say: Language, row: Row) -> Row:
    """What the template of a record of this list asks for, by name, ``row`` among it."""
    return {"row": row, **_AROUND[list](connection, as_of, say, row)}


def _decision(connection: Connection, as_of: AsOf, say: Language, row: Row) -> Row:
    id = row["decision"]
    return {
        "links": rows(decisions.links(connection, as_of, id)),
        "causes": rows(decisions.theme_causes(connection, id)),
        "deadlines": rows(deadlines(connection, as_of, decision=id)),
        "sources": rows(documents.sources(connection, id)),
        "neighbours": decisions.neighbours(connection, id),
        "theme_names": labels(rows(decisions.themes(connection)), "theme", say),
    }


def _meeting(connection: Connection, as_of: AsOf, say: Language, row: Row) -> Row:
    id = row["meeting"]
    taken = decisions.decisions(connection, as_of, meeting=id, limit=DECISIONS_MOST)
    return {
        "dates": rows(meetings.meeting_dates(connection, as_of, id)),
        "agenda": rows(meetings.agenda(connection, as_of, id)),
        "decisions": rows(taken),
        "documents": rows(documents.documents(connection, as_of, meeting=id)),
        "deadlines": rows(deadlines(connection, as_of, meeting=id)),
        "theme_names": labels(rows(decisions.themes(connection)), "theme", say),
    }


def _party(connection: Connection, as_of: AsOf, say: Language, row: Row) -> Row:
    id = row["party"]
    due = [one for one in rows(deadlines(connection, as_of, party=id)) if one["due"]]
    return {
        "rounds": rows(parties.party_rounds(connection, as_of, id)),
        "recommendations": rows(parties.party_recommendations(connection, as_of, id)),
        "decisions": rows(parties.party_decisions(connection, as_of, id)),
        "upcoming": [one for one in due if one["due"] >= as_of.day],
        "past": [one for one in reversed(due) if one["due"] < as_of.day],
    }


def _recommendation(connection: Connection, as_of: AsOf, say: Language, row: Row) -> Row:
    id = row["recommendation"]
    standing = recommendations.status_map(connection, as_of, "assessment", recommendation=id)
    named = decisions.decisions(connection, as_of, recommendation=id, limit=DECISIONS_MOST)
    on_file = [one for one in rows(standing) if one["status"] != "not_on_file"]
    return {
        "steps": rows(recommendations.stages(connection, as_of, id)),
        "standing": sorted(on_file, key=lambda one: say.sort_key(str(say.pick(one, "name")))),
        "decisions": rows(named),
        "theme_names": labels(rows(decisions.themes(connection)), "theme", say),
    }


def _alone(connection: Connection, as_of: AsOf, say: Language, row: Row) -> Row:
    return {}


_AROUND: Mapping[str, Callable[[Connection, AsOf, Language, Row], dict[str, Any]]] = {
    "decisions": _decision,
    "deadlines": _alone,
    "meetings": _meeting,
    "parties": _party,
    "recommendations": _recommendation,
    "documents": _alone,
}
