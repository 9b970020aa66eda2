"""Generated deadlines that no list sets, and what became of all of them for each Party."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from random import Random
from typing import Any, Literal, TypeAlias, get_args

from lanzadash.demo.plan import FOLLOW_UP, LATEST, MADE_UP, ROUND, Plan
from lanzadash.demo.words import ASKED, KINDS, TOPICS, about
from lanzadash.records import DeadlineRow, ObligationRow, Record

State: TypeAlias = Literal[
    "received", "received_late", "extended", "not_applicable", "nothing_received"
]
CALL, SURVEY, DRAFT = "example-call/information", "example-call/survey", "example-call/draft"
"""The deadlines that calls set: one holds, one is cancelled, one is replaced by the first."""
_STATES: tuple[State | None, ...] = (*get_args(State), None)
_WEIGHTS = (10, 2, 2, 1, 1, 2)


def deadlines(plan: Plan) -> list[DeadlineRow]:
    """One on the agenda of the next meeting, three set by calls; all are still to come."""
    agenda = DeadlineRow(
        deadline=f"{plan.body}/{LATEST + 1}/item-2.1/deadline-1",
        body=plan.body,
        meeting=LATEST + 1,
        agenda_item="2.1",
        round=ROUND,
        kind="amendments",
        due=plan.today + dt.timedelta(days=20),
        force="may",
        addressees_en="Parties",
        addressees_fr="Parties",
        known_on=plan.meetings[LATEST].end,
        **about(ASKED[2], TOPICS[0]),
        **MADE_UP,
    )
    calls = [
        DeadlineRow(
            deadline=deadline,
            body=plan.body,
            round=FOLLOW_UP,
            kind=KINDS[kind],
            due=plan.today + dt.timedelta(days=days),
            force="must",
            recommendations=["R1", "R2", "R3"],
            reference_en="Illustrative call",
            reference_fr="Exemple d’appel",
            addressees_en="Parties",
            addressees_fr="Parties",
            known_on=plan.meetings[meeting].end,
            **about(ASKED[kind], TOPICS[kind]),
            **MADE_UP,
        )
        for deadline, kind, days, meeting in (
            (CALL, 3, 150, LATEST),
            (SURVEY, 0, 30, LATEST - 1),
            (DRAFT, 1, 14, LATEST - 1),
        )
    ]
    return [agenda, *calls]


def obligations(
    plan: Plan, asked: Iterable[DeadlineRow], lists: Sequence[Record], chance: Random
) -> list[ObligationRow]:
    """What each Party did, by lot: the same lot for every Party and deadline.

    Of what is still to come, one Party in six has answered already; of what is past, chance
    leaves some with nothing on file.
    """
    return [
        answer
        for deadline, due in _due(plan, asked, lists)
        for party in plan.parties
        for answer in _answers(plan, deadline, due, party, chance)
    ]


def _due(
    plan: Plan, asked: Iterable[DeadlineRow], lists: Iterable[Record]
) -> Iterator[tuple[str, dt.date]]:
    for row in asked:
        if row.due:
            yield row.deadline, row.due
    for record in lists:
        for said in record.deadlines:
            if said.due and record.meeting:
                number = record.meeting.number
                yield f"{plan.body}/{number}/d{said.decision}/deadline-1", said.due


def _answers(
    plan: Plan, deadline: str, due: dt.date, party: str, chance: Random
) -> Iterator[ObligationRow]:
    known: dict[str, Any] = {"deadline": deadline, "party": party, **MADE_UP}
    if due >= plan.today:
        if chance.random() < 1 / 6:
            on = plan.today - dt.timedelta(days=chance.randrange(1, 15))
            yield ObligationRow(state="received", state_on=on, known_on=on, **known)
        return
    (state,) = chance.choices(_STATES, _WEIGHTS)
    if state is None:
        return
    late = state in ("received_late", "nothing_received")
    days = dt.timedelta(days=chance.randrange(1, 20))
    on = min(due + days if late else due - days, plan.today)
    until = due + dt.timedelta(days=30) if state == "extended" else None
    yield ObligationRow(state=state, state_on=on, known_on=on, extended_to=until, **known)
