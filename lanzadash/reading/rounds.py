"""Monitoring rounds as a document names them, with their years."""

from __future__ import annotations

import re
from collections.abc import Sequence

from lanzadash.reading.folding import fold
from lanzadash.reading.formats.blocks import Block
from lanzadash.reading.ledger import Ledger
from lanzadash.records import Round

# (2012-2018) · (2012 to 2018) · (de 2012 à 2018)
_YEARS = re.compile(
    r"\( ?(?:from |de )?(?P<start>(?:19|20)\d\d) ?(?:-|/|to|à) ?(?P<end>(?:19|20)\d\d) ?\)"
)
_ROUND = re.compile(
    r"\b(?:monitoring rounds?|compliance procedures?|cycles? de suivi|procédures? de conformité)\b",
    re.IGNORECASE,
)


def find_rounds(blocks: Sequence[Block], ledger: Ledger) -> list[Round]:
    """The rounds that are printed with their years, each once, in order.

    A line names rounds where it says so itself ("3rd monitoring round (2023-2025)"), or where it
    is listed under a heading that does.
    """
    found: list[Round] = []
    listing = False
    for block in blocks:
        folded = fold(block.text)
        years = list(_YEARS.finditer(folded))
        named = bool(_ROUND.search(folded))
        if block.label is None and not years and len(folded) < 120:
            listing = named
        if not years or not (named or (listing and block.label is not None)):
            continue
        title = block.text[: years[0].start()].strip(" :;,-–—")
        for match in years:
            one = Round(title=title, start_year=int(match["start"]), end_year=int(match["end"]))
            if not any(_same(one, other) for other in found):
                found.append(one)
        ledger.take(block, "round")
    return found


def _same(one: Round, other: Round) -> bool:
    """Two names of one round: the same years, and most words of the shorter title shared."""
    if (one.start_year, one.end_year) != (other.start_year, other.end_year):
        return False
    words, others = _words(one.title), _words(other.title)
    return len(words & others) * 2 > min(len(words), len(others))


def _words(title: str) -> set[str]:
    return set(re.findall(r"[^\W\d_]{4,}", title.casefold()))
