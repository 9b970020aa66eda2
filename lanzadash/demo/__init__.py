"""A second data folder, generated: what the dashboard would show if everything were on file.

The Parties, their treaty dates, the themes and the words are the real ones; everything else is
made up in generic words and spread by chance, so that no outcome says anything of any State. Each
generated row has the certainty ``illustrative`` and the source "generated example".
"""

from __future__ import annotations

import datetime as dt
import random
from pathlib import Path

from lanzadash.demo.changes import deadline_changes
from lanzadash.demo.deadlines import deadlines, obligations
from lanzadash.demo.folder import write
from lanzadash.demo.lists import agendas, lists_of_decisions
from lanzadash.demo.plan import Plan
from lanzadash.demo.room import looks_back, notes, put_before_next
from lanzadash.demo.rounds import (
    assessments,
    documents,
    recommendations,
    round_parties,
    rounds,
    stages,
)
from lanzadash.demo.threads import threaded
from lanzadash.library import Library

__all__ = ["generate"]

_REAL = ("bodies", "parties", "party_aliases", "tiles", "themes", "vocabulary", "statuses")


def generate(library: Library, out: Path, today: dt.date, seed: int = 0) -> None:
    """Write a data folder ``out`` for the first body of ``library``, as of ``today``.

    Twelve meetings up to the 28th, two to come, deadlines from tomorrow on, a round with forty
    recommendations assessed for every Party, two agendas that fill the screens of a room. The same
    library, day and seed give the same files.
    Records that an earlier generation left there are removed; other files are left alone.

    Raises ``OSError`` if a file cannot be written.
    """
    chance = random.Random(seed)
    plan = Plan.around(library, today)
    lists = lists_of_decisions(plan, chance)
    meetings = agendas(plan, chance)
    asked = deadlines(plan)
    rows = {
        **{name: getattr(library, name) for name in _REAL},
        "rounds": rounds(plan),
        "round_parties": round_parties(plan, chance),
        "meetings": plan.rows(),
        "deadlines": asked,
        "deadline_changes": deadline_changes(plan, lists),
        "decision_links": looks_back(plan, meetings, lists),
        "decision_themes": [],
        "recommendations": recommendations(plan, chance),
        "assessments": assessments(plan, chance),
        "stages": stages(plan),
        "obligations": obligations(plan, asked, lists, chance),
        "documents": [*documents(plan), *notes(plan)],
        "corrections": [],
    }
    write(out, rows, [*meetings, *put_before_next(threaded(lists))])
