"""What was typed, as what is asked for. Any string has a meaning; none is an error.

``child protection``  both words, in any form
``"child protection"``  these words one after the other, in this form
``child OR minor``  one or the other (OU), in small letters too; AND binds before OR
``child AND victims``  both words (ET), never a theme that they are the phrase of together
``NOT report``, ``-report``  without it (SAUF, NON); holds for the whole query
``help*``  every word that begins so
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Literal

from lanzadash.search.words import STOPWORDS, composed, folded, words

MOST = 32
"""Words that are looked for, those of phrases too; the rest of a longer query is left out."""

_QUOTES = re.compile("[“”„‟«»″＂]")
_APOSTROPHES = re.compile("['’‘ʼ`´]")
_DASHES = "-‐‑‒–—−"
_PIECE = re.compile(rf'[{_DASHES}]?"[^"]*"|[^\s"]+')  # "a phrase", -"a phrase", word
_OPERATORS: dict[str, Literal["and", "or", "not"]] = {
    "AND": "and",
    "ET": "and",
    "OR": "or",
    "OU": "or",
    "or": "or",
    "ou": "or",
    "NOT": "not",
    "NON": "not",
    "SAUF": "not",
}


@dataclass(frozen=True)
class Clause:
    """Words that stand one after the other. ``start`` and ``end`` are its place in the query, with
    the ``NOT`` before it.

    ``exact``: in the form that was typed, else in any. ``prefix``: the last word is the beginning
    of one. ``joined``: an AND stands before it.
    """

    words: tuple[str, ...]
    exact: bool
    prefix: bool
    start: int
    end: int
    joined: bool = False


@dataclass(frozen=True)
class Query:
    """``groups``: all clauses of one group must be found, in one group or another. ``excluded``:
    none of these. ``ignored``: words that say nothing. ``cut``: words beyond ``MOST``."""

    text: str
    groups: tuple[tuple[Clause, ...], ...]
    excluded: tuple[Clause, ...]
    ignored: tuple[Clause, ...]
    cut: int

    def without(self, *clauses: Clause) -> str:
        """The query as text with these clauses taken out."""
        text = self.text
        for clause in sorted(clauses, key=lambda one: -one.start):
            text = f"{text[: clause.start]} {text[clause.end :]}"
        return " ".join(text.split())

    def exactly(self, clause: Clause) -> str:
        """The query as text with this clause in quotes: in the form that was typed."""
        return self.replaced(clause, f'"{" ".join(clause.words)}"')

    def replaced(self, clause: Clause, words: str) -> str:
        """The query as text with other words in the place of this clause."""
        text = f"{self.text[: clause.start]} {words} {self.text[clause.end :]}"
        return " ".join(text.split())


def parse(text: str) -> Query:
    """What ``text`` asks for. A query of operators and marks alone asks for nothing."""
    text = _APOSTROPHES.sub(" ", _QUOTES.sub('"', composed(text)))
    if text.count('"') % 2:  # the last one opens a phrase that is never closed
        at = text.rindex('"')
        text = f"{text[:at]} {text[at + 1 :]}"
    groups: list[list[Clause]] = [[]]
    excluded: list[Clause] = []
    negation: int | None = None  # where the operator stands that negates the next clause
    joined = False
    count = 0
    for piece in _PIECE.finditer(text):
        operator = _OPERATORS.get(piece.group())
        if operator == "or":
            groups.append([])
        if operator:
            negation = piece.start() if operator == "not" else None
            joined = operator == "and"
            continue
        clause = _clause(piece, negation, joined)
        if clause is None:
            continue
        unwanted = negation is not None or _minus(piece.group())
        if unwanted and _empty(clause):  # NOT the report, SAUF l’enfant
            negation = clause.start
            continue
        room = MOST - count
        count += len(clause.words)
        if room > 0:
            (excluded if unwanted else groups[-1]).append(_shortened(clause, room))
        negation, joined = None, joined and _empty(clause)
    telling = any(not _empty(clause) for group in groups for clause in group)
    ignored = [clause for group in groups for clause in group if telling and _empty(clause)]
    kept = (tuple(clause for clause in group if clause not in ignored) for group in groups)
    return Query(
        text,
        tuple(group for group in kept if group),
        tuple(excluded),
        tuple(ignored),
        max(count - MOST, 0),
    )


def _clause(piece: re.Match[str], negation: int | None, joined: bool) -> Clause | None:
    text = piece.group()
    found = tuple(word.text for word in words(text))
    if not found:
        return None
    exact = '"' in text
    start = piece.start() if negation is None else negation
    return Clause(found, exact, text.endswith("*") and not exact, start, piece.end(), joined)


def _shortened(clause: Clause, most: int) -> Clause:
    if len(clause.words) <= most:
        return clause
    return replace(clause, words=clause.words[:most], prefix=False)


def _minus(text: str) -> bool:
    return len(text) > 1 and text[0] in _DASHES and (text[1].isalnum() or text[1] == '"')


def _empty(clause: Clause) -> bool:
    """Whether it is a single word that says nothing, and was not asked for in quotes."""
    plain = not clause.exact and not clause.prefix and len(clause.words) == 1
    return plain and folded(clause.words[0]) in STOPWORDS
