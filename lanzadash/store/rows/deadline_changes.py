"""What became of deadlines after they were set: moved, cancelled, replaced."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Mapping

from lanzadash.library import Library
from lanzadash.store.rows.row import Row, cited, sourced


def deadline_changes(
    library: Library, ends: Mapping[str, dt.date], decisions: Iterable[Row]
) -> list[Row]:
    """The table ``deadline_changes``, those of one deadline in the order of the file.

    What a meeting changed is known from its last day on; ``ends`` are those days.
    """
    on_file = {row["decision"] for row in decisions}
    counted: Counter[str] = Counter()
    rows = []
    for fact in library.deadline_changes:
        counted[fact.deadline] += 1
        position = counted[fact.deadline]
        meeting = None if fact.meeting is None else f"{fact.body}/{fact.meeting}"
        decision = f"{meeting}/d{fact.decision}"
        rows.append(
            {
                "deadline_change": f"{fact.deadline}/change-{position}",
                "deadline": fact.deadline,
                "position": position,
                "change": fact.change,
                "due": fact.due,
                "replaced_by": fact.replaced_by,
                "meeting": meeting,
                "decision": decision if decision in on_file else None,
                **sourced(cited(fact), fact.known_on or ends.get(meeting or "")),
            }
        )
    return rows
