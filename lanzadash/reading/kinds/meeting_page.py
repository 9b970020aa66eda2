"""A web page about a meeting: when and where, its agenda if printed, what comes next."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from lanzadash.reading.agenda_items import first_item, itemised, read_items
from lanzadash.reading.assembly import Assembly
from lanzadash.reading.formats.blocks import Block, Source
from lanzadash.reading.kinds.standing import read_deadlines
from lanzadash.reading.next_meetings import find_next_meetings
from lanzadash.reading.rules import Rules
from lanzadash.reading.titles import is_page_section, title_kind
from lanzadash.records import Reading


def read(source: Source, rules: Rules) -> Reading:
    """The reading of a meeting's page."""
    source = replace(source, blocks=itemised(source.blocks))
    front = _front(source.blocks)
    document = Assembly(source, rules, front)
    title = next(
        (b.text for b in front if document.ledger.taken.get(b.position) == "meeting"), None
    )
    next_meetings = find_next_meetings(source.blocks, document)
    begin = first_item(source.blocks)
    items = read_items(source.blocks[begin:], document.ledger)
    for block in source.blocks:
        if title_kind(block.text) or _is_link(block):
            document.ledger.take(block, "reference")
    return document.reading(
        "meeting_page",
        title or source.title,
        agenda_items=items,
        next_meetings=next_meetings,
        deadlines=read_deadlines(document, past_counts=True),
    )


def _front(blocks: Sequence[Block]) -> Sequence[Block]:
    """The title and what stands under it, up to the next heading or the first item."""
    title = next((at for at, block in enumerate(blocks) if block.kind != "furniture"), 0)
    for at, block in enumerate(blocks[: title + 12]):
        apart = block.kind == "heading" or block.label is not None or is_page_section(block.text)
        if at > title and apart:
            return blocks[:at]
    return blocks[: title + 12]


def _is_link(block: Block) -> bool:
    """Whether a block is nothing but links, as the documents listed on a page are."""
    linked = sum(link.end - link.start for link in block.links)
    return bool(block.text) and linked > 0.9 * len(block.text)
