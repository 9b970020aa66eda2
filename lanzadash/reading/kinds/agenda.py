"""An agenda or order of business."""

from __future__ import annotations

from dataclasses import replace

from lanzadash.reading.agenda_items import first_item, is_timetable, itemised, read_items
from lanzadash.reading.assembly import Assembly
from lanzadash.reading.formats.blocks import Source
from lanzadash.reading.kinds.standing import read_deadlines
from lanzadash.reading.next_meetings import find_next_meetings
from lanzadash.reading.rules import Rules
from lanzadash.reading.titles import find_title, title_kind
from lanzadash.records import Reading


def read(source: Source, rules: Rules) -> Reading:
    """The reading of an agenda: its items with their numbers and nesting, no decision."""
    source = replace(source, blocks=itemised(source.blocks))
    front = source.blocks[: first_item(source.blocks)]
    document = Assembly(source, rules, front)
    title = find_title(front, "agenda")
    if title:
        document.ledger.take(title, "title")
    next_meetings = find_next_meetings(source.blocks, document)
    items = read_items(source.blocks[len(front) :], document.ledger)
    for block in source.blocks:
        if title_kind(block.text) and len(block.text) < 80:
            document.ledger.take(block, "reference")
        elif items and block.label is None and is_timetable(block.text):
            document.ledger.take(block, "timetable")
    return document.reading(
        "agenda",
        title.text if title else None,
        agenda_items=items,
        next_meetings=next_meetings,
        deadlines=read_deadlines(document, past_counts=True),
    )
