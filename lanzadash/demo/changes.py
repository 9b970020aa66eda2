"""Generated changes of deadlines: one moved, one cancelled, one replaced."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import Any

from lanzadash.demo.deadlines import CALL, DRAFT, SURVEY
from lanzadash.demo.plan import LATEST, MADE_UP, Plan
from lanzadash.records import DeadlineChangeRow, Record, RecordedDecision


def deadline_changes(plan: Plan, lists: Sequence[Record]) -> list[DeadlineChangeRow]:
    """What the latest meeting changed: its last three decisions say so."""
    before, latest = (_list(plan, number, lists) for number in (LATEST - 1, LATEST))
    moved = before.deadlines[-1]
    at: dict[str, Any] = {
        "body": plan.body,
        "meeting": LATEST,
        "known_on": plan.meetings[LATEST].end,
        **MADE_UP,
    }
    put_off, cancelled, replaced = (_number(one) for one in latest.decisions[-3:])
    return [
        DeadlineChangeRow(
            deadline=f"{plan.body}/{LATEST - 1}/d{moved.decision}/deadline-1",
            change="moved",
            from_due=moved.due,
            due=plan.today + dt.timedelta(days=45),
            decision=put_off,
            **at,
        ),
        DeadlineChangeRow(deadline=SURVEY, change="cancelled", decision=cancelled, **at),
        DeadlineChangeRow(
            deadline=DRAFT, change="replaced", replaced_by=CALL, decision=replaced, **at
        ),
    ]


def _list(plan: Plan, number: int, lists: Sequence[Record]) -> Record:
    return next(one for one in lists if one.meeting and one.meeting.number == number)


def _number(decision: RecordedDecision) -> int:
    assert decision.number is not None
    return decision.number
