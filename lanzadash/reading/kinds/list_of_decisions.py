"""Lists of decisions: numbered, lettered or bare; with sections, context lines and footnotes.

A state machine over the blocks. What opens with a finite verb is a decision, what opens with a
noun is a heading: agenda items and decisions can be two series of numbers in one document.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from lanzadash.reading.folding import fold
from lanzadash.reading.footnotes import Footnotes
from lanzadash.reading.formats.blocks import Block
from lanzadash.reading.introductions import is_context, is_introduction, is_opening
from lanzadash.reading.ledger import Ledger
from lanzadash.reading.verbs import find_verb, is_operative
from lanzadash.records import Verb

_BULLETS = frozenset("-–—•◦▪▫■□●○‣⁃·o*+✓✔❖➢►▶→")
_ANNEX = re.compile(
    r"\W*(?:appendix|appendices|annex|annexes|annexe|addendum)\b.{0,120}$", re.IGNORECASE
)
# "Decision 3:", "Décision n° 3 -"
_NAMED = re.compile(
    r"(?:decision|décision)\s(?:n[°o]\.?\s?)?(?P<number>\d{1,3})\s?(?:[.:)-]\s*|$)", re.IGNORECASE
)


@dataclass
class Draft:
    """A decision being put together: its own blocks, its points, and what stands above it."""

    blocks: list[Block]
    number: int | None
    section: str | None
    context: str | None
    text: str
    points: list[Block] = field(default_factory=list)

    @property
    def verb(self) -> Verb:
        return find_verb(self.text)

    @property
    def opens_list(self) -> bool:
        """Whether its text announces points: it ends in a colon."""
        return self.blocks[-1].text.rstrip(" ,;").endswith(":")

    def all_blocks(self) -> list[Block]:
        return [*self.blocks, *self.points]


@dataclass
class _Machine:
    blocks: Sequence[Block]
    ledger: Ledger
    drafts: list[Draft] = field(default_factory=list)
    section: str | None = None
    context: str | None = None
    over: bool = False
    point_series: bool = False

    def __post_init__(self) -> None:
        self.style = _style(self.blocks)
        self.level: int | None = None

    def run(self) -> list[Draft]:
        for at, block in enumerate(self.blocks):
            if block.kind in ("furniture", "footnote") or self.over:
                continue
            following = next(
                (b for b in self.blocks[at + 1 :] if b.kind not in ("furniture", "footnote")), None
            )
            self.step(block, following)
        return self.drafts

    def step(self, block: Block, following: Block | None) -> None:
        number, text = self.numbered(block)
        if is_opening(block.text) and not self.drafts:
            self.ledger.take(block, "opening")
        elif self.drafts and _ANNEX.match(block.text) and len(block.text) < 120:
            self.over = True
        elif self.is_decision(block, number, text):
            self.decide(block, number, text)
        elif self.is_point(block):
            self.drafts[-1].points.append(block)
            self.point_series = True
            self.ledger.take(block, "point")
        elif is_context(block.text, following.text if following else ""):
            self.context = block.text
            self.ledger.take(block, "context")
        elif self.is_heading(block, following):
            self.section, self.context = block.text, None
            self.ledger.take(block, "section")
        elif self.drafts:
            self.go_on(block)

    def numbered(self, block: Block) -> tuple[int | None, str]:
        named = _NAMED.match(fold(block.text))
        if named:
            return int(named["number"]), block.text[named.end() :]
        if block.label and block.label.isdecimal():
            return int(block.label), block.text
        return None, block.text

    def is_decision(self, block: Block, number: int | None, text: str) -> bool:
        operative = is_operative(text)
        if self.style == "numbered":
            if number is None:
                return operative and _is_nested(block.label)
            if self.restarts(number) and not operative:
                return False
            return operative or (
                self.continues(number) and _is_sentence(text) and block.kind != "heading"
            )
        if self.style == "lettered":
            return operative and bool(block.label) and block.label not in _BULLETS
        if block.label in _BULLETS or self.style == "bulleted":
            return block.label in _BULLETS and (operative or self.is_sibling(block))
        return operative and block.kind != "heading"

    def restarts(self, number: int) -> bool:
        """Whether a number begins or goes on with a series of points under the last decision."""
        return bool(self.drafts) and self.drafts[-1].opens_list and not self.continues(number)

    def continues(self, number: int) -> bool:
        last = next((d.number for d in reversed(self.drafts) if d.number is not None), 0)
        return number == last + 1

    def is_sibling(self, block: Block) -> bool:
        """A bullet without a verb beside bullets that are decisions, not under one."""
        return bool(self.drafts) and block.level == self.level and not self.drafts[-1].opens_list

    def is_point(self, block: Block) -> bool:
        if not self.drafts or block.label is None:
            return False
        if block.kind == "heading":
            return False
        if block.label in _BULLETS or not block.label.isdecimal():
            return not _is_nested(block.label) and not (
                block.label.isupper() and not self.drafts[-1].opens_list
            )
        return self.restarts(int(block.label)) or (self.point_series and self.drafts[-1].opens_list)

    def is_heading(self, block: Block, following: Block | None) -> bool:
        if block.kind == "heading" or is_introduction(block.text):
            return True
        if block.label is not None:
            return block.label not in _BULLETS
        whole = block.bold and block.bold[0][0] == 0 and block.bold[-1][1] >= len(block.text) - 1
        short = len(block.text) < 150 and not re.search(r"[.;,:]$", block.text)
        leads = following is not None and (
            following.label is not None
            or following.kind == "heading"
            or is_introduction(following.text)
        )
        return bool(short and (whole or leads)) and not block.text[:1].islower()

    def decide(self, block: Block, number: int | None, text: str) -> None:
        if not text.strip() and block.text:
            text = block.text
        self.drafts.append(Draft([block], number, self.section, self.context, text))
        self.level, self.point_series = block.level, False
        self.ledger.take(block, "decision")

    def go_on(self, block: Block) -> None:
        """A paragraph that goes on with the decision above it."""
        draft = self.drafts[-1]
        draft.blocks.append(block)
        draft.text = f"{draft.text} {block.text}"
        self.ledger.take(block, "decision")


def read_decisions(blocks: Sequence[Block], ledger: Ledger) -> list[Draft]:
    """The decisions among ``blocks``, in order, each block taken in ``ledger``."""
    return _Machine(blocks, ledger).run()


def footnotes_of(draft: Draft, footnotes: Footnotes, ledger: Ledger) -> list[Block]:
    """The footnotes cited by a decision or its points, wherever they stand."""
    notes = [note for block in draft.all_blocks() for note in footnotes.cited_by(block)]
    ledger.take(notes, "footnote")
    return notes


def _style(blocks: Sequence[Block]) -> str:
    """How decisions are told apart: by numbers, letters, bullets, or by their verbs alone."""
    operative = [block for block in blocks if is_operative(block.text)]
    numbered = sum(
        bool(block.label and block.label.isdecimal()) or bool(_NAMED.match(fold(block.text)))
        for block in [*operative, *(b for b in blocks if _NAMED.match(fold(b.text)))]
    )
    if numbered:
        return "numbered"
    lettered = [b for b in operative if b.label and b.label not in _BULLETS]
    if len(lettered) > 1:
        return "lettered"
    bulleted = [b for b in operative if b.label in _BULLETS]
    plain = [b for b in operative if b.label is None and not is_opening(b.text)]
    return "bulleted" if len(bulleted) > len(plain) else "plain"


def _is_nested(label: str | None) -> bool:
    return label is not None and re.fullmatch(r"\d{1,3}(?:\.\w{1,2})+", label) is not None


def _is_sentence(text: str) -> bool:
    return len(text.split()) > 5 and text.rstrip()[-1:] in ".;:"
