"""Any other document: symbol, dates, title; no decision and no deadline."""

from __future__ import annotations

from collections.abc import Sequence

from lanzadash.reading.assembly import Assembly
from lanzadash.reading.formats.blocks import Block, Source
from lanzadash.reading.rounds import find_rounds
from lanzadash.reading.rules import Rules
from lanzadash.records import Reading

_FRONT = 20


def read(source: Source, rules: Rules) -> Reading:
    """The reading of a document of no known kind."""
    front = front_of(source.blocks)
    document = Assembly(source, rules, front)
    title = take_title(front, document)
    rounds = find_rounds(source.blocks, document.ledger)
    return document.reading("other", title, meeting=None, rounds=rounds)


def front_of(blocks: Sequence[Block]) -> Sequence[Block]:
    """The blocks before the first running text or item, twenty at most."""
    for at, block in enumerate(blocks[:_FRONT]):
        sentence = block.text.endswith(".") and len(block.text.split()) > 8
        if at and (sentence or len(block.text) > 250 or block.label is not None):
            return blocks[:at]
    return blocks[:_FRONT]


def take_title(front: Sequence[Block], document: Assembly) -> str | None:
    """The title: the first heading in front, else the first line nobody knows, else the file's."""
    free = [
        block
        for block in front
        if block.position not in document.ledger.taken and block.kind != "footnote" and block.text
    ]
    headings = [block for block in free if block.kind == "heading"]
    title = next(iter(headings or free), None)
    if title is None:
        return document.source.title
    document.ledger.take(title, "title")
    return title.text
