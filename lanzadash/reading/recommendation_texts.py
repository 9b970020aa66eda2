"""Blocks -> the recommendations a report makes: code, grade, wording, addressees."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from lanzadash.reading.folding import fold
from lanzadash.reading.footnotes import Footnotes
from lanzadash.reading.formats.blocks import Block
from lanzadash.reading.grades import Graded, addressees, find_grade
from lanzadash.reading.ledger import Ledger, place_of
from lanzadash.reading.parties import find_parties
from lanzadash.reading.recommendations import find_codes, parse_code, print_code
from lanzadash.reading.rules import Rules
from lanzadash.records import Recommendation

# "Recommendation 10", "Recommandation R7 :", "Recommendation R7 on data collection"
_HEADER = re.compile(
    r"\W*recomm[ae]ndation (?:n[°o]\.? ?)?(?P<code>(?:R[\s.-]?)?(?:[IVX]+ ?- ?\d{1,2}|"
    r"\d{1,3}))(?![\w(§])"
    r"(?P<behind> ?[:.)-]?\s*)",
    re.IGNORECASE,
)
_BARE = re.compile(r"\W*(?P<code>R ?\d{1,3}|R ?-?[IVX]+ ?- ?\d{1,2})\b(?P<behind> ?[:.)-]?\s*)")
_TITLE = re.compile(
    r"(?:on|sur|concerning|concernant|regarding|relative|relating|about)\b", re.IGNORECASE
)
_TRAILING = re.compile(
    r"[\[(] ?(?:see |cf\.? |voir )?(?:recomm[ae]ndation )?[^()]{1,20}[\])]\W*$", re.IGNORECASE
)
_ALL_BUT = re.compile(
    r"\b(?:except|other than|apart from|excluding|sauf|hormis|à l'exception|autres que|"
    r"with the exception)\b",
    re.IGNORECASE,
)


@dataclass
class _Draft:
    code: str
    head: Block
    blocks: list[Block] = field(default_factory=list)
    text: str = ""
    graded: Graded | None = None

    @property
    def complete(self) -> bool:
        return bool(self.text) and not self.blocks[-1].text.rstrip(" ,;").endswith(":")


def read_recommendations(
    blocks: Sequence[Block], footnotes: Footnotes, rules: Rules, ledger: Ledger
) -> list[Recommendation]:
    """The recommendations among ``blocks``, in order, each code once.

    ``parties`` are those named in the addressees or in the footnote cited there; ``addressees``
    are the words as printed ("Parties that have not yet done so").
    """
    found: dict[str, Recommendation] = {}
    for draft in _drafts(blocks):
        if not draft.text or (draft.code in found and found[draft.code].verb):
            continue
        ledger.take([draft.head, *draft.blocks], "recommendation")
        found[draft.code] = _recommendation(draft, footnotes, rules, ledger)
    return list(found.values())


def _drafts(blocks: Sequence[Block]) -> list[_Draft]:
    drafts: list[_Draft] = []
    current: _Draft | None = None
    for block in blocks:
        if block.kind in ("furniture", "footnote"):
            continue
        opened = _open(block)
        if opened:
            drafts.append(opened)
            current = opened
        elif current and not _goes_on(current, block):
            current = None
    return drafts


def _open(block: Block) -> _Draft | None:
    """A block that begins a recommendation: its header, or the whole of it."""
    folded = fold(block.text)
    header = _HEADER.match(folded) or _BARE.match(folded)
    code = parse_code(header["code"]) if header else None
    if header and code:
        rest = block.text[header.end() :]
        if not rest or (_TITLE.match(rest) and not find_grade(rest)):
            return _Draft(print_code(code), block)
        if header["behind"].strip() or find_grade(rest):
            return _Draft(print_code(code), block, [block], rest, find_grade(rest))
        return None
    trailing = _TRAILING.search(folded)
    codes = find_codes(block.text[trailing.start() :]) if trailing else []
    graded = find_grade(block.text) if len(codes) == 1 else None
    if graded and trailing:
        return _Draft(print_code(codes[0].code), block, [block], block.text, graded)
    return None


def _goes_on(draft: _Draft, block: Block) -> bool:
    """Take ``block`` as the wording of ``draft``, or as points that go on with it."""
    if block.kind == "heading" or (draft.complete and block.label is None):
        return False
    if draft.complete and not draft.blocks[0].text.rstrip().endswith(":"):
        return False
    draft.blocks.append(block)
    draft.text = f"{draft.text} {block.text}".strip()
    draft.graded = draft.graded or find_grade(draft.text)
    return True


def _recommendation(
    draft: _Draft, footnotes: Footnotes, rules: Rules, ledger: Ledger
) -> Recommendation:
    graded = draft.graded
    block = draft.blocks[0]
    shift = len(block.text) - len(draft.text) if block is draft.head else 0
    printed = addressees(draft.text, graded) if graded else None
    named = [printed] if printed else []
    if graded and printed:
        notes = footnotes.cited_by(
            block, graded.start + max(shift, 0), graded.end + max(shift, 0) + 1
        )
        ledger.take(notes, "footnote")
        named += [note.text for note in notes]
    excluded = any(_ALL_BUT.search(fold(words)) for words in named)
    parties = dict.fromkeys(
        span.party for words in named for span in find_parties(words, rules.party_names)
    )
    return Recommendation(
        code=draft.code,
        verb=graded.verb if graded else None,
        text=draft.text,
        parties=[] if excluded else list(parties),
        addressees=printed,
        place=place_of(draft.head),
    )
