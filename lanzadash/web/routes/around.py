"""What the page of a record shows beside the record itself."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from lanzadash.queries import decisions, documents, meetings, parties, recommendations, threads
from lanzadash.queries.deadlines import deadlines
from lanzadash.queries.obligations import obligations
from lanzadash.queries.standing import status_map
from lanzadash.web.promises import promises
from lanzadash.web.routes.asking import Asking
from lanzadash.web.routes.lists import Row
from lanzadash.web.routes.parameters import Parameters
from lanzadash.web.view import labels

DECISIONS_MOST = 500


def around(list: str, asking: Asking[Parameters], row: Row) -> dict[str, Any]:
    """What the template of a record of this list asks for, by name, ``row`` among it."""
    return {"row": row, **_AROUND[list](asking, row)}


def _decision(asking: Asking[Parameters], row: Row) -> dict[str, Any]:
    id = row["decision"]
    return {
        "links": asking.rows(decisions.links, id),
        "relations": asking.rows(threads.relations, decision=id),
        "threads": asking.rows(threads.threads, decision=id),
        "causes": asking.rows(decisions.theme_causes, id),
        "deadlines": asking.rows(deadlines, decision=id),
        "sources": asking.rows(documents.sources, id),
        "neighbours": asking.ask(decisions.neighbours, id),
        "theme_names": _themes(asking),
    }


def _meeting(asking: Asking[Parameters], row: Row) -> dict[str, Any]:
    id = row["meeting"]
    agenda = asking.rows(meetings.agenda, id)
    return {
        "promises": promises(asking.rows(threads.promised, id), agenda, row, asking.as_of),
        "dates": asking.rows(meetings.meeting_dates, id),
        "agenda": agenda,
        "decisions": asking.rows(decisions.decisions, meeting=id, limit=DECISIONS_MOST),
        "documents": asking.rows(documents.documents, meeting=id),
        "deadlines": asking.rows(deadlines, meeting=id),
        "theme_names": _themes(asking),
    }


def _party(asking: Asking[Parameters], row: Row) -> dict[str, Any]:
    id = row["party"]
    found = asking.rows(deadlines, party=id)
    due = [one for one in found if one["due"] and one["addressed"]]
    return {
        "party": id,
        "rounds": asking.rows(parties.party_rounds, id),
        "recommendations": asking.rows(parties.party_recommendations, id),
        "decisions": asking.rows(parties.party_decisions, id),
        "upcoming": [one for one in due if one["last_day"] >= asking.as_of.day],
        "past": [one for one in reversed(due) if one["last_day"] < asking.as_of.day],
        "unclear": [one for one in found if not one["addressed"]],
    }


def _recommendation(asking: Asking[Parameters], row: Row) -> dict[str, Any]:
    id, say = row["recommendation"], asking.say
    standing = asking.rows(status_map, "assessment", recommendation=id)
    on_file = [one for one in standing if one["status"] != "not_on_file"]
    return {
        "steps": asking.rows(recommendations.stages, id),
        "standing": say.in_order(on_file, lambda one: str(say.pick(one, "name"))),
        "decisions": asking.rows(decisions.decisions, recommendation=id, limit=DECISIONS_MOST),
        "theme_names": _themes(asking),
    }


def _themes(asking: Asking[Parameters]) -> Mapping[str, str]:
    return labels(asking.rows(decisions.themes), "theme", asking.say)


def _deadline(asking: Asking[Parameters], row: Row) -> dict[str, Any]:
    party = getattr(asking.parameters, "party", None)
    return {
        "party": party,
        "bonds": {row["deadline"]: asking.rows(obligations, deadline=row["deadline"])},
    }


def _alone(asking: Asking[Parameters], row: Row) -> dict[str, Any]:
    return {}


_AROUND: Mapping[str, Callable[[Asking[Parameters], Row], dict[str, Any]]] = {
    "decisions": _decision,
    "deadlines": _deadline,
    "meetings": _meeting,
    "parties": _party,
    "recommendations": _recommendation,
    "documents": _alone,
}
