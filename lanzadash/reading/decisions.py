"""Blocks -> decisions: numbered, lettered, bulleted or bare; with sections, contexts and points.

A state machine over the blocks. What opens with a finite verb is a decision, what opens with a
noun is a heading: agenda items and decisions can be two series of numbers in one document.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Literal

from lanzadash.reading.folding import fold
from lanzadash.reading.formats.blocks import Block
from lanzadash.reading.introductions import (
    is_account,
    is_adoption_line,
    is_appendix,
    is_closing,
    is_context,
    is_introduction,
    is_opening,
)
from lanzadash.reading.ledger import Ledger
from lanzadash.reading.verbs import find_verb, is_operative
from lanzadash.records import Verb

Style = Literal["numbered", "lettered", "bulleted", "plain"]

BULLETS = frozenset("-–—•‣▪▫◦●○■□◆◇❖⁃∙·➢➤►▶→✓✔✗✘❑❒o*+")
# "Decision 3:", "Décision n° 3 -"
_NAMED = re.compile(
    r"(?:decision|décision) (?:n[°o]\.? ?)?(?P<number>\d{1,3}) ?(?:[.:)-]\s*|$)", re.IGNORECASE
)
# A decision slipped in later: "3bis".
_EXTRA = re.compile(r"\d{1,3} ?(?:bis|ter|quater)", re.IGNORECASE)
_NESTED = re.compile(r"\d{1,3}(?:\.\w{1,2})+")


@dataclass
class Draft:
    """A decision being put together: its own blocks, its points, and what stands above it."""

    blocks: list[Block]
    number: int | None
    section: Block | None
    context: Block | None
    text: str
    points: list[Block] = field(default_factory=list)
    cells: list[Block] = field(default_factory=list)

    @property
    def verb(self) -> Verb:
        return find_verb(self.text)

    @property
    def opens_list(self) -> bool:
        """Whether its text announces points: it ends in a colon."""
        return self.blocks[-1].text.rstrip(" ,;").endswith(":")

    def all_blocks(self) -> list[Block]:
        return [*self.blocks, *self.points]


def read_decisions(blocks: Sequence[Block], ledger: Ledger) -> list[Draft]:
    """The decisions among ``blocks``, in order, each block taken in ``ledger``."""
    machine = _Machine(blocks, ledger)
    body = [block for block in blocks if block.kind not in ("furniture", "footnote")]
    for block, following in zip(body, [*body[1:], None], strict=False):
        if is_appendix(block.text) and machine.drafts:
            break
        machine.step(block, following)
    return machine.drafts


def first_decision(blocks: Sequence[Block]) -> int:
    """Where among ``blocks`` the decisions begin; how many there are, if there are none."""
    opening = next((at for at, block in enumerate(blocks) if _is_opening(block)), None)
    if opening is not None:
        return opening + 1
    drafts = read_decisions(blocks, Ledger(()))
    first = drafts[0].blocks[0] if drafts else None
    return next((at for at, block in enumerate(blocks) if block is first), len(blocks))


def style_of(blocks: Sequence[Block]) -> Style:
    """How decisions are told apart: by numbers, letters, bullets, or by their verbs alone."""
    operative = [block for block in blocks if _is_operative(block, block.text)]
    named = any(_NAMED.match(fold(block.text)) for block in blocks)
    if named or any((block.label or "").isdecimal() for block in operative):
        return "numbered"
    if sum(block.label is not None and block.label not in BULLETS for block in operative) > 1:
        return "lettered"
    bulleted = sum(block.label in BULLETS for block in operative)
    return "bulleted" if bulleted > sum(block.label is None for block in operative) else "plain"


@dataclass
class _Machine:
    blocks: Sequence[Block]
    ledger: Ledger
    drafts: list[Draft] = field(default_factory=list)
    section: Block | None = None
    context: Block | None = None
    last_point: int | None = None
    """The number of the last sub-point, where sub-points are numbered too."""

    def __post_init__(self) -> None:
        self.style = style_of(self.blocks)
        self.begun = not any(_is_opening(block) for block in self.blocks)
        self.opened = False
        self.known = frozenset(self.ledger.taken)
        self.level: int | None = None

    def step(self, block: Block, following: Block | None) -> None:
        number, text = _numbered(block)
        if _is_opening(block) and (not self.drafts or not self.drafts[-1].opens_list):
            self.begun = self.opened = True
            self.ledger.take(block, "opening")
        elif block.position in self.known:
            return
        elif self.begun and self.is_decision(block, number, text):
            self.decide(block, number, text)
        elif block.kind == "cell":
            if self.drafts:
                self.drafts[-1].cells.append(block)
            self.ledger.take(block, "cell")
        elif self.is_point(block):
            self.drafts[-1].points.append(block)
            self.last_point = number
            self.ledger.take(block, "point")
        elif self.begun and self.is_context(block, following):
            self.context = block
            self.ledger.take(block, "context")
        elif (self.begun or _is_marked(block)) and self.is_heading(block, following):
            self.section, self.context = block, None
            self.ledger.take(block, "section")
        elif self.is_continuation(block):
            self.go_on(block)

    def is_decision(self, block: Block, number: int | None, text: str) -> bool:
        operative = _is_operative(block, text)
        if self.style == "numbered":
            if number is None:
                label = block.label or ""
                return operative and bool(_NESTED.fullmatch(label) or _EXTRA.fullmatch(label))
            if _NAMED.match(fold(block.text)):
                return True
            if operative:
                return not self.restarts(number) or not self.drafts[-1].opens_list
            goes_on = self.continues(number) and number != (self.last_point or -1) + 1
            return bool(self.drafts) and goes_on and block.kind != "heading" and _is_sentence(text)
        if self.style == "lettered":
            lettered = block.label is not None and block.label not in BULLETS
            return lettered and (operative or self.is_sibling(block))
        if self.style == "bulleted":
            return block.label in BULLETS and (operative or self.is_sibling(block))
        return operative and block.label is None and block.kind != "heading"

    def restarts(self, number: int) -> bool:
        """Whether a number does not go on with the series of decisions."""
        return bool(self.drafts) and not self.continues(number)

    def continues(self, number: int) -> bool:
        last = next((d.number for d in reversed(self.drafts) if d.number is not None), 0)
        return number == last + 1

    def is_sibling(self, block: Block) -> bool:
        """A bullet without a verb among bullets that are decisions, and under none of them."""
        same = bool(self.drafts) and block.level == self.level
        return same and not self.drafts[-1].opens_list and not self.drafts[-1].points

    def is_point(self, block: Block) -> bool:
        if not self.drafts or block.label is None or block.kind == "heading":
            return False
        if block.label.isdecimal():
            number = int(block.label)
            if self.last_point is not None:
                return number == self.last_point + 1
            return self.drafts[-1].opens_list and self.restarts(number) and number == 1
        if block.label in BULLETS:
            return True
        upper = block.label.isupper() and not self.drafts[-1].opens_list
        return not upper and _NESTED.fullmatch(block.label) is None

    def is_context(self, block: Block, following: Block | None) -> bool:
        """A line with a colon that leads to decisions; one that leads to another is a section."""
        if block.label is not None or block.kind == "heading" or not is_context(block.text):
            return False
        if following is None or is_introduction(following.text) or following.kind == "heading":
            return False
        if is_introduction(block.text):
            return True
        number, text = _numbered(following)
        return len(block.text) < 250 and self.is_decision(following, number, text)

    def is_heading(self, block: Block, following: Block | None) -> bool:
        if block.kind == "heading" or is_introduction(block.text):
            return True
        if block.label is not None:
            return block.label not in BULLETS
        if len(block.text) > 150 or block.text[:1].islower() or block.text[-1:] in ".;,:":
            return False
        if _is_marked(block):
            return True
        if following is None or not (self.drafts or self.opened):
            return False
        return _leads(following) or (
            self.style == "plain" and _is_operative(following, following.text)
        )

    def is_continuation(self, block: Block) -> bool:
        """A paragraph under the last decision, with no heading or context line between."""
        if not self.drafts or block.kind == "heading" or is_closing(block.text):
            return False
        above = self.drafts[-1]
        return (above.section, above.context) == (self.section, self.context)

    def decide(self, block: Block, number: int | None, text: str) -> None:
        self.drafts.append(Draft([block], number, self.section, self.context, text))
        self.level, self.last_point = block.level, None
        self.ledger.take(block, "decision")

    def go_on(self, block: Block) -> None:
        """A paragraph that goes on with the decision above it."""
        draft = self.drafts[-1]
        draft.blocks.append(block)
        draft.text = f"{draft.text} {block.text}".strip()
        self.ledger.take(block, "decision")


def _numbered(block: Block) -> tuple[int | None, str]:
    """The number a block is printed with, and its text without it."""
    named = _NAMED.match(fold(block.text))
    if named:
        return int(named["number"]), block.text[named.end() :]
    label = block.label or ""
    return (int(label) if label.isdecimal() and len(label) < 4 else None), block.text


def _is_opening(block: Block) -> bool:
    return block.label is None and is_opening(block.text)


def _is_operative(block: Block, text: str) -> bool:
    return is_operative(text) and not is_account(text) and not is_adoption_line(block.text)


def _is_marked(block: Block) -> bool:
    """Whether the document itself marks a block as a heading: by kind, number or bold."""
    bold = block.bold and block.bold[0][0] == 0 and block.bold[-1][1] >= len(block.text) - 1
    return block.kind == "heading" or bool(bold) or (block.label or "-") not in BULLETS


def _leads(following: Block) -> bool:
    """Whether what follows is what a heading stands above."""
    introduces = is_introduction(following.text) or is_context(following.text)
    return following.label is not None or introduces


def _is_sentence(text: str) -> bool:
    return len(text.split()) > 5 and text.rstrip()[-1:] in (".", ";", ":")
