"""A list of decisions: its decisions, and everything that each of them names or asks for."""

from __future__ import annotations

from typing import Any

from lanzadash.reading.assembly import Assembly
from lanzadash.reading.cues import Frame
from lanzadash.reading.deadlines import Context, codes_in, find_addresses, find_deadlines
from lanzadash.reading.decisions import Draft, first_decision, read_decisions
from lanzadash.reading.formats.blocks import Block, Source
from lanzadash.reading.ledger import place_of
from lanzadash.reading.mentions import (
    document_mentions,
    meeting_mentions,
    paragraph_references,
    party_mentions,
    recommendation_mentions,
)
from lanzadash.reading.next_meetings import find_next_meetings
from lanzadash.reading.rules import Rules
from lanzadash.reading.titles import find_title
from lanzadash.records import Deadline, Decision, Reading

_Found = dict[str, list[Any]]


def read(source: Source, rules: Rules) -> Reading:
    """The reading of a list of decisions."""
    front = source.blocks[: first_decision(source.blocks)]
    document = Assembly(source, rules, front)
    title = find_title(front, "list_of_decisions")
    if title:
        document.ledger.take(title, "title")
    drafts = read_decisions(source.blocks, document.ledger)
    frame = document.frame(past_counts=False)
    found: _Found = {}
    for index, draft in enumerate(drafts, 1):
        notes = [
            note for block in draft.all_blocks() for note in document.footnotes.cited_by(block)
        ]
        notes = list(dict.fromkeys(notes))
        document.ledger.take(notes, "footnote")
        _add(found, _facts(draft, index, notes, document, frame))
    _add(found, {"deadlines": _outside(document, drafts, frame, found.get("deadlines", []))})
    found["next_meetings"] = find_next_meetings(source.blocks, document)
    return document.reading("list_of_decisions", title.text if title else None, **found)


def _facts(
    draft: Draft, index: int, notes: list[Block], document: Assembly, frame: Frame
) -> _Found:
    """One decision and what it holds, each fact with its number and index."""
    number, rules = draft.number, document.rules
    decision = Decision(
        index=index,
        number=number,
        section=draft.section.text if draft.section else None,
        context=draft.context.text if draft.context else None,
        verb=draft.verb,
        text=draft.text,
        points=[block.text for block in draft.points],
        footnotes=[note.text for note in notes],
        place=place_of(draft.blocks[0]),
    )
    texts = [decision.text, *decision.points, *decision.footnotes]
    return {
        "decisions": [decision],
        "deadlines": _deadlines(draft, index, notes, decision, frame),
        "meeting_mentions": meeting_mentions(texts, rules, number, index),
        "recommendation_mentions": recommendation_mentions(texts, number, index),
        "document_mentions": document_mentions(texts, rules, number, index),
        "party_mentions": party_mentions(texts, rules, number, index),
        "paragraph_references": paragraph_references(texts, rules, number, index),
    }


def _deadlines(
    draft: Draft, index: int, notes: list[Block], decision: Decision, frame: Frame
) -> list[Deadline]:
    whole = " ".join([decision.text, *decision.points, *decision.footnotes])
    context = Context(
        frame=frame,
        codes=tuple(codes_in(whole)),
        addresses=tuple(find_addresses(whole)),
        listed=" ".join(decision.points),
    )
    return [
        deadline
        for block in [*draft.all_blocks(), *notes]
        for deadline in find_deadlines(block.text, context, place_of(block), draft.number, index)
    ]


def _outside(
    document: Assembly, drafts: list[Draft], frame: Frame, known: list[Deadline]
) -> list[Deadline]:
    """Deadlines that stand outside the decisions, in a context line or an appendix.

    One in a context line belongs to the first decision under it. A day that a decision sets
    already is not set again.
    """
    under = {
        draft.context.position: (draft.number, at)
        for at, draft in reversed(list(enumerate(drafts, 1)))
        if draft.context
    }
    days = {deadline.due for deadline in known if deadline.due}
    first = drafts[0].blocks[0].position if drafts else 0
    found: list[Deadline] = []
    for block in document.blocks:
        taken = document.ledger.taken.get(block.position)
        if block.position > first and taken is None or block.position in under:
            number, index = under.get(block.position, (None, None))
            for deadline in find_deadlines(
                block.text, Context(frame), place_of(block), number, index
            ):
                if deadline.due and deadline.due not in days:
                    found.append(deadline)
    return found


def _add(found: _Found, more: _Found) -> None:
    for name, values in more.items():
        found.setdefault(name, []).extend(values)
