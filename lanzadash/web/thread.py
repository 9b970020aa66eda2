"""What the page of one thread shows, in the dashboard and without scripts."""

from __future__ import annotations

from collections.abc import Callable
from itertools import groupby
from operator import itemgetter
from typing import Any

from lanzadash import words
from lanzadash.language import Language
from lanzadash.queries import threads
from lanzadash.queries.recommendations import rounds
from lanzadash.web.view import Rows


def title(say: Language, row: dict[str, Any]) -> str:
    """The name of a thread: that of its procedure, or its recommendation's code."""
    if row["kind"] == "recommendation":
        return words.recommendation_code(say, row)
    return str(say.pick(row, "name"))


def around(
    rows: Callable[..., Rows], say: Language, row: dict[str, Any], *, oldest_first: bool
) -> dict[str, Any]:
    """What ``thread.html`` asks for, by name; ``rows`` asks a query as of the day of the page."""
    thread = row["thread"]
    steps = rows(threads.steps, thread, newest_first=not oldest_first)
    # Agenda items stand on the page of each decision; here they would say the same twice.
    related = [
        one for one in rows(threads.relations, thread=thread) if one["other_kind"] != "agenda_item"
    ]
    procedures = {one["round"]: one for one in rows(rounds)}
    follows = procedures.get(thread, {}).get("follows")
    beside = [(say("Follows"), procedures[follows])] if follows in procedures else []
    beside += [(say("Followed by"), one) for one in procedures.values() if one["follows"] == thread]
    made_in = (thread, follows) if row["kind"] == "round" else ()
    return {
        "row": row,
        "steps": steps,
        "decided": {one["step"]: one for one in steps if one["kind"] == "decision_taken"},
        "loops": rows(threads.loops, thread),
        "relations": {id: list(found) for id, found in groupby(related, key=itemgetter("of"))},
        "recommendations": [
            one
            for one in (rows(threads.threads) if made_in else [])
            if one["kind"] == "recommendation" and one["round"] in made_in
        ],
        "beside": beside,
        "order": "oldest" if oldest_first else None,
    }
