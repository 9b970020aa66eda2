"""Lines joined to running text: which line ends are spaces, which hyphens belong to the word.

The same sign stands for a hyphen of the word ("self-generated"), of a range or a code, and for one
that the line end put there ("recom-mendation"). What the document itself writes elsewhere decides;
a figure, a capital or a known first part keeps the hyphen.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from lanzadash.reading.formats.runs import Run, plain

_HYPHENS = "-\u2010\u2011\u00ad"
_HYPHEN = re.compile(f"[{_HYPHENS}]")
# "22–", with "25 February" on the next line; "and/", with "or"
_RANGE_CUT = re.compile(r"\S[–—]$|\w/$")
_WORD = re.compile(r"[^\W\d_]+(?:[-\u2010\u2011][^\W\d_]+)*")
_LAST_WORD = re.compile(r"[^\W\d_]*$")
_FIRST_WORD = re.compile(r"[^\W\d_]*")
# First parts of compounds, English and French, that are no first syllables of other words.
_FIRST_PARTS = frozenset(
    "après audio avant child cross demi follow non peer peut policy self semi vice well".split()
)
_OFTEN = 0.025
_WORD_LENGTH = 4
# "lanzarote.committee@coe.", "https://www.coe.int/en/": the rest stands on the next line.
_ADDRESS_CUT = re.compile(r"(?:\S@|\S@[\w-]+\.|https?:/{1,2}|(?:https?://|www\.)\S*[/.=?&_])$")
_ADDRESS = re.compile(r"\S*@\S*$|(?:https?://|www\.)\S*$")


@dataclass
class Words:
    """What a document writes within its lines, and whether it cuts words at their ends.

    ``whole`` are words and parts of compounds, ``compounds`` are written with a hyphen.
    """

    whole: set[str] = field(default_factory=set)
    compounds: set[str] = field(default_factory=set)
    cuts_words: bool = False

    @classmethod
    def of(cls, lines: Sequence[str]) -> Words:
        """Learn from all lines; the word at a cut is not learnt."""
        words = cls()
        cuts: list[tuple[str, str]] = []
        before = ""
        for line in lines:
            found = [match[0].lower() for match in _WORD.finditer(line)]
            if before and found and line.lstrip()[:1].islower():
                cuts.append((before, found.pop(0)))
            is_cut = line.rstrip().endswith(tuple(_HYPHENS))
            before = found.pop() if is_cut and found else ""
            for word in found:
                parts = _HYPHEN.split(word)
                words.whole.update(parts)
                if len(parts) > 1:
                    words.compounds.add("-".join(parts))
        certain = any(left + right in words.whole for left, right in cuts)
        words.cuts_words = certain or len(cuts) > max(2, _OFTEN * len(lines))
        return words

    def keeps_hyphen(self, before: str, after: str) -> bool:
        """Whether the hyphen between the parts of a word is its own: ``self``, ``generated``."""
        left, right = before.lower(), after.lower()
        if f"{left}-{right}" in self.compounds:
            return True
        if left + right in self.whole:
            return False
        if left in _FIRST_PARTS or (left == "co" and right.startswith("o")):
            return True  # "co-operation", "co-ordination": so the Council of Europe writes
        is_first = len(left) >= _WORD_LENGTH and left in self.whole
        is_second = len(right) >= _WORD_LENGTH and right in self.whole
        return (is_first and is_second) if self.cuts_words else (is_first or is_second)


def joined(lines: Sequence[Sequence[Run]], words: Words) -> list[Run]:
    """``lines`` as the runs of one paragraph."""
    runs = list(lines[0])
    for line in lines[1:]:
        before, after = plain(runs).rstrip(), plain(line).lstrip()
        if before.endswith(tuple(_HYPHENS)) and len(before) > 1:
            keeps = _keeps_hyphen(before, after, words)
            _end(runs, "-" if keeps else "")
            runs += _begun(line)
        elif _RANGE_CUT.search(before) or (_ADDRESS_CUT.search(before) and not after[:1].isupper()):
            _end(runs, before[-1])
            runs += _begun(line)
        else:
            runs += [Run(" "), *line]
    return runs


def _cuts_address(before: str, after: str) -> bool:
    if after[:1] in "./@?=&_" and _ADDRESS.search(before):
        return True
    return _ADDRESS_CUT.search(before) is not None and not after[:1].isupper()


def _keeps_hyphen(before: str, after: str, words: Words) -> bool:
    stem = before[:-1]
    if stem[-1:].isspace():
        return True
    left, right = _LAST_WORD.search(stem), _FIRST_WORD.match(after)
    first, second = left[0] if left else "", right[0] if right else ""
    if not first or not second or not second.islower():
        # Figures, codes, symbols, names: "30-November", "T-ES(2021)37", "Vice-Chair".
        return True
    if _ADDRESS.search(stem) and first + second not in words.whole:
        return True
    return words.keeps_hyphen(first, second)


def _end(runs: list[Run], sign: str) -> None:
    """Replace the last character of ``runs``, trailing white space aside, with ``sign``."""
    while runs and not runs[-1].text.strip():
        runs.pop()
    runs[-1] = runs[-1].saying(runs[-1].text.rstrip()[:-1] + sign)


def _begun(line: Sequence[Run]) -> list[Run]:
    kept = list(line)
    while kept and not kept[0].text.strip():
        kept.pop(0)
    return [kept[0].saying(kept[0].text.lstrip()), *kept[1:]] if kept else []
