"""A report, or an extract of one, with the recommendations it makes."""

from __future__ import annotations

from lanzadash.reading.assembly import Assembly
from lanzadash.reading.footnotes import Footnotes
from lanzadash.reading.formats.blocks import Source
from lanzadash.reading.kinds.other import front_of, take_title
from lanzadash.reading.kinds.standing import read_deadlines
from lanzadash.reading.ledger import Ledger
from lanzadash.reading.recommendation_texts import read_recommendations
from lanzadash.reading.rounds import find_rounds
from lanzadash.reading.rules import Rules
from lanzadash.records import Reading


def read(source: Source, rules: Rules) -> Reading:
    """The reading of a report: rounds, recommendations, and days by which Parties are to act."""
    front = front_of(source.blocks)
    document = Assembly(source, rules, front)
    title = take_title(front, document)
    return document.reading(
        "report",
        title,
        meeting=None,
        deadlines=[one for one in read_deadlines(document, past_counts=False) if one.due],
        recommendations=read_recommendations(
            source.blocks, document.footnotes, rules, document.ledger
        ),
        rounds=find_rounds(source.blocks, document.ledger),
    )


def has_recommendations(source: Source, rules: Rules) -> bool:
    """Whether the document makes recommendations of its own."""
    notes = Footnotes(source.blocks)
    return bool(read_recommendations(source.blocks, notes, rules, Ledger(())))
