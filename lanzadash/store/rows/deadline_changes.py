"""What became of deadlines after they were set: moved, cancelled, replaced."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Mapping

from lanzadash.library import Library
from lanzadash.store.rows.row import Findings, Row, cited, sourced


def deadline_changes(
    library: Library,
    ends: Mapping[str, dt.date],
    decisions: Iterable[Row],
    deadlines: Iterable[Row],
    findings: Findings,
) -> list[Row]:
    """The table ``deadline_changes``, those of one deadline in the order of the file.

    One that says from which day is a fault where another day is on file: its id may have come to
    mean another deadline.

    What a meeting changed is known from its last day on; ``ends`` are those days.
    """
    on_file = {row["decision"] for row in decisions}
    counted: Counter[str] = Counter()
    day = {row["deadline"]: row["due"] for row in deadlines}
    rows = []
    for fact in library.deadline_changes:
        if fact.from_due and fact.deadline in day and fact.from_due != day[fact.deadline]:
            findings.faults.append(
                f"facts/deadline_changes.csv: {fact.deadline}: expected from_due to be the day on "
                f"file, {day[fact.deadline]}, found {fact.from_due}; "
                "name the deadline that is meant"
            )
        day[fact.deadline] = fact.due or day.get(fact.deadline)
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
