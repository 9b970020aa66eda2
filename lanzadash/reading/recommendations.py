"""Codes of the committee's own recommendations: ``R12``, ``R I-5``, ``IV-3``, ``10``.

Not codes: texts of other bodies ("Recommendation 2175 (2020)", "Recommendation CM/Rec(2018)7"),
counts ("the 10 recommendations") and rules ("Rule 4§1").
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from lanzadash.reading.folding import fold

_ROMAN = r"(?:X{0,3}(?:IX|IV|V?I{1,3}|V)|X{1,3})"
# R12 · R I-5 · IV-3
_SERIES = (
    rf"R ?\.? ?(?P<r>\d{{1,3}})(?!\d)|(?:(?P<s>R)\.? ?-? ?)?(?P<chapter>{_ROMAN}) ?- "
    rf"?(?P<n>\d{{1,2}})(?!\d)"
)
# 10, as in "Recommendation 10": not the year or number of another body's text.
_NUMBER = r"(?P<plain>\d{1,3})(?!\d)(?! ?\()(?! ?(?:er|e|st|nd|rd|th)\b)"
_BEHIND = r"(?![\w(§%])(?!-\d)"

_WORD = r"\b(?:[Rr]ecommendations?|[Rr]ecommandations?|RECOMMENDATIONS?|RECOMMANDATIONS?)"
_NUMBER_SIGN = r"(?:[Nn](?:os?|°|º|r)\.? ?)?"
_CODE = rf"(?:{_SERIES}|{_NUMBER})"
_AND = r"(?:,? (?:and|et|&|or|ou|as well as|ainsi que|to|through|à) (?:to |sur )?| ?[,;/] ?| ?- ?)"

_OPENING = re.compile(rf"{_WORD} (?:\( ?)?{_NUMBER_SIGN}(?=R\W?\d|R\W?[IVX]|[IVX]+ ?-|\d)")
_ONE = re.compile(rf"(?:{_CODE}){_BEHIND}")
_NEXT = re.compile(rf"{_AND}{_NUMBER_SIGN}(?=R\W?\d|R\W?[IVX]|[IVX]+ ?-|\d)")
# Bare in the text, without the word: "(R7, R11 and R37)". A lone "10" or "IV-3" would be a guess.
_BARE = re.compile(
    rf"(?<![\w§/.-])(?:R(?P<r>\d{{1,3}})|(?P<s>R) ?-?(?P<chapter>{_ROMAN}) ?- ?(?P<n>\d{{1,2}}))"
    rf"{_BEHIND}"
)
# ... and 12 on hearings
_TITLED = re.compile(
    rf"(?:,|\band|\bet) (?P<code>{_CODE})(?= (?:on|sur|concerning|regarding|concernant|relative)\b)"
)
_GENERAL = re.compile(r"(?:\b[Gg]eneral|\bgénérale|[Pp]olicy) $")
_OTHER_BODY = re.compile(
    r" (?:of|by|du|de|des|from) (?:the |la |l')?(?:Parliamentary|Assembl|Congr|"
    r"Committee of Ministers|"
    r"Comité des Ministres|CEDAW|GREVIO|GRETA|UN\b|United|European|Commissioner)"
)


@dataclass(frozen=True)
class Code:
    """A recommendation's code: ``R12`` is ("R", None, 12), ``R I-5`` is ("R", "I", 5)."""

    series: str | None
    chapter: str | None
    number: int


@dataclass(frozen=True)
class CodeSpan:
    """A code printed at ``text[start:end]``."""

    start: int
    end: int
    code: Code


@lru_cache(maxsize=4096)
def find_codes(text: str) -> tuple[CodeSpan, ...]:
    """Every code in ``text``, in order; "Recommendations R1 to R3" names three."""
    folded = fold(text)
    spans: list[CodeSpan] = []
    for opening in _OPENING.finditer(folded):
        if not _GENERAL.search(folded[max(0, opening.start() - 20) : opening.start()]):
            listed = _listed(folded, opening.end())
            spans += listed + (_scattered(folded, listed[-1]) if listed else [])
    for match in _BARE.finditer(folded):
        if not any(span.start < match.end() and match.start() < span.end for span in spans):
            spans.append(CodeSpan(match.start(), match.end(), _code(match)))
    return tuple(sorted(spans, key=lambda span: (span.start, span.code.number)))


def parse_code(text: str) -> Code | None:
    """The code that ``text`` is, or ``None`` where it is anything else."""
    match = re.fullmatch(_CODE, fold(text).strip())
    return _code(match) if match else None


def print_code(code: Code) -> str:
    """``code`` as the committee prints it, without the word; inverse of reading."""
    if not code.chapter:
        return f"{code.series or ''}{code.number}"
    return (
        f"{code.series} {code.chapter}-{code.number}"
        if code.series
        else f"{code.chapter}-{code.number}"
    )


def _listed(folded: str, at: int) -> list[CodeSpan]:
    """The codes that follow the word "Recommendations" at ``at``: "R7, R11 and R37"."""
    spans: list[CodeSpan] = []
    joined = ""
    while match := _ONE.match(folded, at):
        if match["plain"] and _OTHER_BODY.match(folded, match.end()):
            return []
        span = CodeSpan(match.start(), match.end(), _code(match))
        if spans and bool(match["plain"]) != _is_plain(spans[-1].code):
            break
        if spans and re.search(r"\b(?:to|through|à)\b|^ ?- ?$", joined):
            spans += _between(spans[-1], span)
        spans.append(span)
        following = _NEXT.match(folded, match.end())
        if not following:
            break
        joined, at = following[0], following.end()
    return spans


def _scattered(folded: str, last: CodeSpan) -> list[CodeSpan]:
    """Codes without "R" later in the clause: "Recommendations 10 on data and 12 on hearings"."""
    if last.code.series:
        return []
    clause = re.compile(r"[^.;:]*").match(folded, last.end)
    return [
        CodeSpan(match.start("code"), match.end("code"), _code(match))
        for match in _TITLED.finditer(folded, last.end, clause.end() if clause else last.end)
    ]


def _is_plain(code: Code) -> bool:
    return code.series is None and code.chapter is None


def _between(first: CodeSpan, last: CodeSpan) -> list[CodeSpan]:
    """The codes that "R1 to R5" names beside the two it prints."""
    one, other = first.code, last.code
    if (one.series, one.chapter) != (other.series, other.chapter) or other.number - one.number > 60:
        return []
    return [
        CodeSpan(last.start, last.end, Code(one.series, one.chapter, number))
        for number in range(one.number + 1, other.number)
    ]


def _code(match: re.Match[str]) -> Code:
    groups = match.groupdict()
    if groups["r"]:
        return Code("R", None, int(groups["r"]))
    if groups["chapter"]:
        return Code(groups["s"], groups["chapter"], int(groups["n"]))
    return Code(None, None, int(groups["plain"]))
