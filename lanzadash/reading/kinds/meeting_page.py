"""A web page about a meeting: when and where, its agenda if printed, what comes next."""

from __future__ import annotations

from lanzadash.reading.agenda_items import first_item, read_items
from lanzadash.reading.assembly import Assembly
from lanzadash.reading.formats.blocks import Source
from lanzadash.reading.kinds.other import front_of
from lanzadash.reading.kinds.standing import read_deadlines
from lanzadash.reading.next_meetings import find_next_meetings
from lanzadash.reading.rules import Rules
from lanzadash.records import Reading


def read(source: Source, rules: Rules) -> Reading:
    """The reading of a meeting's page."""
    front = front_of(source.blocks)
    document = Assembly(source, rules, front)
    title = next(
        (b.text for b in front if document.ledger.taken.get(b.position) == "meeting"), None
    )
    next_meetings = find_next_meetings(source.blocks, document)
    begin = first_item(source.blocks)
    items = read_items(source.blocks[begin:], document.ledger)
    return document.reading(
        "meeting_page",
        title or source.title,
        agenda_items=items,
        next_meetings=next_meetings,
        deadlines=read_deadlines(document),
    )
