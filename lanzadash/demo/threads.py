"""Generated threads: decisions that take up, postpone and replace one another, and one gone silent.

They are added at the end of the lists, so that the numbers of the other decisions stay as they are.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from lanzadash.demo.plan import FOLLOW_UP, LATEST
from lanzadash.demo.words import TOPICS, Words, about
from lanzadash.records import (
    MeetingMention,
    RecommendationMention,
    Record,
    RecordedDecision,
    Relation,
    Verb,
)

SILENT = "R37"
"""The recommendation that nobody mentions again once its draft was postponed."""
_SILENT_SINCE = LATEST - 3
_FOLLOWED = "R5"
_TOPICS = {_FOLLOWED: TOPICS[4], SILENT: TOPICS[6]}


@dataclass(frozen=True)
class _Link:
    relation: Relation
    cue: str
    meeting: int


@dataclass(frozen=True)
class _Step:
    """A decision of a meeting on one recommendation, and how it relates to other meetings."""

    meeting: int
    code: str
    verb: Verb
    words: Words
    links: tuple[_Link, ...]


_CONSIDERED = ("The draft on {} goes to the next meeting.", "Le projet sur {} sera examiné.")
_POSTPONED = ("The draft on {} is put off once more.", "Le projet sur {} est reporté.")
_RECEIVED = ("The note on {}, asked for before, is in.", "La note demandée sur {} est reçue.")
_AMENDED = ("The plan for {} is changed.", "Le plan pour {} est modifié.")
_REPLACED = (
    "A new plan for {} takes the place of the old.",
    "Un nouveau plan pour {} le remplace.",
)

_STEPS = (
    _Step(22, _FOLLOWED, "agree", _CONSIDERED, (_Link("considered_at", "to_be_considered", 23),)),
    _Step(
        23,
        _FOLLOWED,
        "decide",
        _POSTPONED,
        (_Link("follows_up", "as_decided", 22), _Link("postpones", "postponed_to", 24)),
    ),
    _Step(24, _FOLLOWED, "examine", _RECEIVED, (_Link("fulfils", "done_as_requested", 23),)),
    _Step(26, _FOLLOWED, "decide", _AMENDED, (_Link("amends", "amends_decision", 24),)),
    _Step(
        27,
        _FOLLOWED,
        "adopt",
        _REPLACED,
        (
            _Link("supersedes", "replaces_decision", 26),
            _Link("considered_at", "to_be_considered", LATEST + 1),
        ),
    ),
    _Step(
        _SILENT_SINCE,
        SILENT,
        "decide",
        _POSTPONED,
        (_Link("postpones", "postponed_to", _SILENT_SINCE + 1),),
    ),
)


def threaded(lists: Iterable[Record]) -> list[Record]:
    """The lists with the decisions of the threads, and without later words on what went silent."""
    return [_with_steps(_quiet(one)) for one in lists]


def _quiet(record: Record) -> Record:
    number = record.meeting.number if record.meeting else None
    followed = number in {step.meeting for step in _STEPS}
    if number is None or (number < _SILENT_SINCE and not followed):
        return record
    hushed = {_FOLLOWED} if followed else set()
    hushed |= {SILENT} if number >= _SILENT_SINCE else set()
    mentions = [one for one in record.recommendation_mentions if one.code not in hushed]
    deadlines = [
        one.model_copy(
            update={"recommendations": [code for code in one.recommendations if code not in hushed]}
        )
        for one in record.deadlines
    ]
    return record.model_copy(update={"recommendation_mentions": mentions, "deadlines": deadlines})


def _with_steps(record: Record) -> Record:
    number = record.meeting.number if record.meeting else None
    steps = [step for step in _STEPS if step.meeting == number]
    for step in steps:
        record = _with(record, step)
    return record


def _with(record: Record, step: _Step) -> Record:
    index = len(record.decisions) + 1
    decision = RecordedDecision(
        index=index,
        number=index,
        verb=step.verb,
        round=FOLLOW_UP,
        **about(step.words, _TOPICS[step.code]),
    )
    named = RecommendationMention(index=index, decision=index, code=step.code)
    return record.model_copy(
        update={
            "decisions": [*record.decisions, decision],
            "recommendation_mentions": [*record.recommendation_mentions, named],
            "meeting_mentions": [*record.meeting_mentions, *_mentions(step, index)],
        }
    )


def _mentions(step: _Step, index: int) -> Sequence[MeetingMention]:
    return [
        MeetingMention(
            index=index, decision=index, number=link.meeting, relation=link.relation, cue=link.cue
        )
        for link in step.links
    ]
