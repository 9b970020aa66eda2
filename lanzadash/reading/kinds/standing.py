"""Deadlines that stand outside any decision: in an agenda, on a meeting's page."""

from __future__ import annotations

from lanzadash.reading.assembly import Assembly
from lanzadash.reading.deadlines import Context, codes_in, find_addresses, find_deadlines
from lanzadash.reading.ledger import place_of
from lanzadash.records import Deadline


def read_deadlines(document: Assembly, past_counts: bool) -> list[Deadline]:
    """Every deadline in the document.

    ``past_counts``: whether days before the meeting count too, as in an agenda, or only those
    after the document itself.
    """
    frame = document.frame(past_counts)
    found: list[Deadline] = []
    for block in document.blocks:
        if block.kind != "furniture":
            context = Context(frame, tuple(codes_in(block.text)), tuple(find_addresses(block.text)))
            here = find_deadlines(block.text, context, place_of(block))
            if here:
                document.ledger.take(block, "deadline")
            found += here
    return found
