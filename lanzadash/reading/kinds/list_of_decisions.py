"""A list of decisions: its decisions, and everything that each of them names or asks for."""

from __future__ import annotations

from lanzadash.reading.assembly import Assembly
from lanzadash.reading.decision_deadlines import Filed, deadlines_around, deadlines_of
from lanzadash.reading.decisions import Draft, first_decision, read_decisions
from lanzadash.reading.formats.blocks import Source
from lanzadash.reading.ledger import place_of
from lanzadash.reading.mentions import (
    document_mentions,
    meeting_mentions,
    meetings_named,
    paragraph_references,
    party_mentions,
    recommendation_mentions,
    relation_texts,
)
from lanzadash.reading.next_meetings import find_next_meetings
from lanzadash.reading.rules import Rules
from lanzadash.reading.titles import find_title
from lanzadash.records import Decision, Reading


def read(source: Source, rules: Rules) -> Reading:
    """The reading of a list of decisions."""
    front = source.blocks[: first_decision(source.blocks)]
    document = Assembly(source, rules, front)
    title = find_title(front, "list_of_decisions")
    if title:
        document.ledger.take(title, "title")
    drafts = read_decisions(source.blocks, document.ledger)
    decisions = [_filed(draft, index, document) for index, draft in enumerate(drafts, 1)]
    frame = document.frame(past_counts=False)
    deadlines = [one for filed in decisions for one in deadlines_of(filed, frame, document)]
    deadlines += list(deadlines_around(decisions, frame, document, deadlines))
    named = [(filed.texts, filed.draft.number, filed.index) for filed in decisions]
    meetings = [
        (texts, meetings_named(texts, rules, document.meeting), number, index)
        for texts, number, index in named
    ]
    return document.reading(
        "list_of_decisions",
        title.text if title else None,
        decisions=[_decision(filed) for filed in decisions],
        deadlines=deadlines,
        meeting_mentions=[m for _, met, n, i in meetings for m in meeting_mentions(met, n, i)],
        recommendation_mentions=[m for t, n, i in named for m in recommendation_mentions(t, n, i)],
        document_mentions=[m for t, n, i in named for m in document_mentions(t, rules, n, i)],
        party_mentions=[m for t, n, i in named for m in party_mentions(t, rules, n, i)],
        paragraph_references=[
            m for t, met, n, i in meetings for m in paragraph_references(t, met, n, i)
        ],
        relations=[words for _, met, _, i in meetings for words in relation_texts(met, i)],
        next_meetings=find_next_meetings(source.blocks, document),
    )


def _filed(draft: Draft, index: int, document: Assembly) -> Filed:
    """A decision with the footnotes that it or its points cite, wherever they stand."""
    notes = [note for block in draft.all_blocks() for note in document.footnotes.cited_by(block)]
    document.ledger.take(notes, "footnote")
    return Filed(draft, index, tuple(dict.fromkeys(notes)))


def _decision(filed: Filed) -> Decision:
    draft = filed.draft
    return Decision(
        index=filed.index,
        number=draft.number,
        section=draft.section.text if draft.section else None,
        context=draft.context.text if draft.context else None,
        verb=draft.verb,
        text=draft.text,
        points=[block.text for block in draft.points],
        footnotes=[note.text for note in filed.notes],
        place=place_of(draft.blocks[0]),
    )
