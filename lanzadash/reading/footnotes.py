"""Footnotes: found by their mark, wherever in the document their body stands."""

from __future__ import annotations

from collections.abc import Sequence

from lanzadash.reading.formats.blocks import Block, Mark


class Footnotes:
    """The footnotes of a document."""

    def __init__(self, blocks: Sequence[Block]) -> None:
        self._notes = [block for block in blocks if block.kind == "footnote"]

    def cited_by(self, block: Block, start: int = 0, end: int | None = None) -> list[Block]:
        """The notes whose marks stand in ``block``, or in its text from ``start`` to ``end``."""
        marks = (mark for mark in block.marks if start <= mark.at <= (end or len(block.text)))
        found = (self._body(mark, block) for mark in marks)
        return [note for note in found if note]

    def _body(self, mark: Mark, block: Block) -> Block | None:
        """The note with this mark; where marks start again on each page, the next one below."""
        same = [note for note in self._notes if note.label == mark.label]
        below = [note for note in same if note.position > block.position]
        return below[0] if below else same[-1] if same else None
