"""How a decision relates to a meeting it names: follows up, postpones to, merely cites."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from lanzadash.reading.clauses import sentence_at
from lanzadash.reading.folding import fold
from lanzadash.reading.meetings import MeetingSpan
from lanzadash.reading.relation_cues import CUES, POSSESSIVE, UNDONE, WILL_CONSIDER, RelationCue
from lanzadash.records import Meeting, Relation

_NEAR = 500
"""How far before a meeting's name the words that tell the relation may begin."""


@dataclass(frozen=True)
class Related:
    """A relation with our name of the cue that gave it and the words, if it was a cue."""

    relation: Relation
    cue: str | None = None
    words: str | None = None


def relation_of(
    text: str, span: MeetingSpan, spans: Sequence[MeetingSpan], own: Meeting | None
) -> Related | None:
    """How ``text`` relates to the meeting at ``span``, one of the ``spans`` found in it.

    ``own`` is the meeting that the decision was taken at; to itself it relates in no way. Only
    cues that fit the direction count: what is to come cannot be followed up. A meeting named
    without a cue is cited.
    """
    if own and own.number is not None and span.number == own.number:
        return None
    ahead = _is_ahead(span, own)
    folded = fold(text)
    start = max([sentence_at(folded, span.start)[0], span.start - _NEAR, *_ends(span, spans)])
    before = folded[start : span.start]
    for cue in CUES:
        at = _start(cue, before) if ahead in (None, cue.ahead) else None
        if at is not None:
            return Related(cue.relation, cue.name, text[start + at : span.end])
    if ahead:
        behind = WILL_CONSIDER.match(folded, span.end, sentence_at(folded, span.start)[1])
        if behind:
            return Related("considered_at", "will_consider", text[span.start : behind.end()])
    return Related("cites")


def _start(cue: RelationCue, before: str) -> int | None:
    """Where in ``before`` the words of a cue begin that lead to its end: the nearest there are."""
    if cue.name == "done_as_requested" and UNDONE.search(before):
        return None
    its = None if cue.ahead else POSSESSIVE.search(before)
    end = its.start() if its else len(before)
    start, match = None, cue.pattern.search(before, 0, end)
    while match:
        start = match.start()
        match = cue.pattern.search(before, start + 1, end)
    return start


def _ends(span: MeetingSpan, spans: Sequence[MeetingSpan]) -> list[int]:
    """Where the meetings named before end, each of them with its own words before it."""
    return [other.end for other in spans if other.end <= span.start]


def _is_ahead(span: MeetingSpan, own: Meeting | None) -> bool | None:
    """Whether the meeting comes after ``own``; ``None`` where that cannot be told."""
    if own is None:
        return None
    if span.number is not None and own.number is not None:
        return span.number > own.number
    day: dt.date | None = own.end or own.start
    return span.first > day if span.first and day else None
