"""What one generated meeting puts before the next, and what the items of its agenda look back on.

The decisions are added at the end of the lists, so that the numbers of the others stay as they are.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice

from lanzadash.demo.plan import FOLLOW_UP, LATEST, MADE_UP, SECOND, SURVEY, Plan
from lanzadash.demo.words import TOPICS, Words, about
from lanzadash.records import (
    DecisionLinkRow,
    DocumentMention,
    DocumentRow,
    MeetingMention,
    Record,
    RecordedDecision,
)

_COMES_BACK: Words = (
    "The next meeting looks at the chapter on {}.",
    "La prochaine réunion examinera le chapitre sur {}.",
)
_PUT_OFF: Words = (
    "The choice of experts on {} is left to the next meeting.",
    "Le choix d’experts sur {} est laissé à la prochaine réunion.",
)
_PUT_BEFORE_NEXT = {
    LATEST - 1: ((FOLLOW_UP, _COMES_BACK), (SECOND, _PUT_OFF), (None, _COMES_BACK)),
    LATEST: ((FOLLOW_UP, _COMES_BACK), (SURVEY, _PUT_OFF), (None, _COMES_BACK)),
}
"""What the last two meetings put before the next, by procedure, one of them none on file."""
_LOOKS_BACK = 5
"""Earlier decisions that an item without a procedure is linked to, at most."""


def note(round: str) -> str:
    """The symbol of the generated note on a procedure."""
    return round.upper().replace("_", "-")


def notes(plan: Plan) -> list[DocumentRow]:
    """A note on each procedure, for the latest meeting held."""
    return [
        DocumentRow(
            symbol=note(round),
            language="en",
            kind="working_document",
            title=f"Illustrative note on {TOPICS[position][0]}",
            body=plan.body,
            meeting=LATEST,
            dated=str(plan.meetings[LATEST - 1].end),
            known_on=plan.meetings[LATEST - 1].end,
            **MADE_UP,
        )
        for position, round in enumerate((FOLLOW_UP, SECOND, SURVEY))
    ]


def put_before_next(lists: Sequence[Record]) -> list[Record]:
    """The lists, in which the last two meetings put something before the next one."""
    return [
        _with_promises(one) if one.meeting and one.meeting.number in _PUT_BEFORE_NEXT else one
        for one in lists
    ]


def _with_promises(record: Record) -> Record:
    assert record.meeting is not None
    assert record.meeting.number is not None
    promised = _PUT_BEFORE_NEXT[record.meeting.number]
    decisions, mentions, documents = [], [], []
    for index, (round, words) in enumerate(promised, start=len(record.decisions) + 1):
        put_off = words is _PUT_OFF
        decisions.append(
            RecordedDecision(
                index=index,
                number=index,
                verb="decide" if put_off else "agree",
                round=round,
                **about(words, TOPICS[index % len(TOPICS)]),
            )
        )
        mentions.append(
            MeetingMention(
                index=index,
                decision=index,
                number=record.meeting.number + 1,
                relation="postpones" if put_off else "considered_at",
                cue="postponed_to" if put_off else "to_be_considered",
            )
        )
        if round:
            documents.append(DocumentMention(index=index, decision=index, symbol=note(round)))
    return record.model_copy(
        update={
            "decisions": [*record.decisions, *decisions],
            "meeting_mentions": [*record.meeting_mentions, *mentions],
            "document_mentions": [*record.document_mentions, *documents],
        }
    )


def looks_back(
    plan: Plan, agendas: Sequence[Record], lists: Sequence[Record]
) -> list[DecisionLinkRow]:
    """Items of a full agenda that belong to no procedure, linked to decisions on their topic."""
    return [
        DecisionLinkRow(
            decision=decision,
            type="considered_at",
            target_kind="agenda_item",
            target=f"{plan.body}/{agenda.meeting.number}/item-{item.number}",
            why="generated: the same topic",
            known_on=plan.meetings[number].end,
            **MADE_UP,
        )
        for agenda in agendas
        if agenda.meeting and (agenda.meeting.number or 0) >= LATEST
        for item in agenda.agenda_items
        if item.parent and item.round is None and item.number[0] != "3"
        for decision, number in islice(
            _on_topic(plan, item.summary_en or "", agenda.meeting.number or 0, lists), _LOOKS_BACK
        )
    ]


def _on_topic(
    plan: Plan, topic: str, before: int, lists: Sequence[Record]
) -> Iterator[tuple[str, int]]:
    """Decisions on a topic that meetings before took outside all procedures, newest first."""
    for one in reversed(lists):
        number = one.meeting.number if one.meeting else None
        if number is None or number >= before:
            continue
        for decision in one.decisions:
            if decision.round is None and topic.casefold() in (decision.summary_en or ""):
                yield f"{plan.body}/{number}/d{decision.number}", number
