"""The account of a reading: which block was taken for what, and what nobody took."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from lanzadash.reading.formats.blocks import Block
from lanzadash.records import Leftover, Place


@dataclass
class Ledger:
    """Takes blocks, each under a name ("title", "decision", "furniture")."""

    blocks: tuple[Block, ...]
    taken: dict[int, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.take((block for block in self.blocks if block.kind == "furniture"), "furniture")

    def take(self, blocks: Block | Iterable[Block], name: str) -> None:
        for block in (blocks,) if isinstance(blocks, Block) else blocks:
            self.taken.setdefault(block.position, name)

    def left(self) -> list[Leftover]:
        """The blocks that nobody took, in order."""
        return [
            Leftover(place=place_of(block), text=block.text or block.label or "")
            for block in self.blocks
            if block.position not in self.taken
        ]

    def coverage(self) -> float:
        """Share of the characters that somebody took, 0 to 1; 1 for a document without any."""
        total = sum(len(block.text) for block in self.blocks)
        taken = sum(len(block.text) for block in self.blocks if block.position in self.taken)
        return round(taken / total, 4) if total else 1.0


def place_of(block: Block) -> Place:
    """Where a block stands: its page, if the format has pages, and its position."""
    return Place(page=block.page, block=block.position)
