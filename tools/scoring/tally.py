"""Counts of right, missed and invented facts, and how good they have to be."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from tools.scoring.comparing import Fact, fits, near, shown

BARS = {
    "deadlines": (0.99, 1.00),
    "decisions": (0.99, 0.99),
    "decision texts": (0.99, 0.99),
    "sections and contexts": None,
    "points": None,
    "footnotes": None,
    "meetings": (0.98, 0.98),
    "meeting mentions": (0.98, 0.98),
    "next meetings": (0.98, 0.98),
    "agenda items": None,
    "recommendation mentions": (0.98, 0.98),
    "recommendations": (0.98, 0.98),
    "symbols": (0.98, 0.98),
    "document mentions": (0.98, 0.98),
    "Parties": (0.98, 0.98),
    "paragraph references": None,
    "rounds": None,
    "dates and languages": None,
    "kinds": None,
}
"""The kinds of facts, with the least precision and recall asked for."""


@dataclass
class Tally:
    """Facts of one kind: how many were right, which were missed and which invented."""

    right: int = 0
    missed: list[str] = field(default_factory=list)
    invented: list[str] = field(default_factory=list)

    @property
    def precision(self) -> float:
        """The share of what was read that is right; 1 where nothing was read."""
        read = self.right + len(self.invented)
        return self.right / read if read else 1.0

    @property
    def recall(self) -> float:
        """The share of what is expected that was read; 1 where nothing is expected."""
        expected = self.right + len(self.missed)
        return self.right / expected if expected else 1.0

    def add(self, other: Tally, where: str = "") -> None:
        """Counts another tally in, naming where its faults are."""
        self.right += other.right
        self.missed += [where + fault for fault in other.missed]
        self.invented += [where + fault for fault in other.invented]

    def judge(self, expected: Fact | None, read: Fact | None, right: bool = False) -> None:
        """Counts one expected fact and what was read in its place; ``None`` where there is none."""
        if right:
            self.right += 1
            return
        if expected is not None:
            self.missed.append(shown(expected))
        if read is not None:
            self.invented.append(shown(read, expected))

    def reaches(self, kind: str) -> bool:
        """Is it as good as is asked of this kind of fact?"""
        bar = BARS[kind]
        return bar is None or (self.precision >= bar[0] and self.recall >= bar[1])


def tally(expected: Sequence[Fact], read: Sequence[Fact], neutral: Sequence[Fact] = ()) -> Tally:
    """Compares two lists; what fits a ``neutral`` record is neither right nor invented.

    The fullest expectations are met first, so that a vague one cannot take another's fact.
    """
    counted, free = Tally(), list(read)
    unmet: list[Fact] = []
    for fact in sorted(expected, key=lambda fact: -len(fact)):
        found = next((other for other in free if fits(fact, other)), None)
        if found is None:
            unmet.append(fact)
        else:
            free.remove(found)
            counted.judge(fact, found, right=True)
    for fact in unmet:
        misread = next((other for other in free if near(fact, other)), None)
        if misread is not None:
            free.remove(misread)
        counted.judge(fact, misread)
    for other in free:
        if not any(fits(fact, other) for fact in neutral):
            counted.judge(None, other)
    return counted
