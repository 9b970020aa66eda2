"""What was typed, as what is asked for. Any string has a meaning; none is an error.

``child protection``  both words, in any form
``"child protection"``  these words one after the other, in this form
``child OR minor``  one or the other (OU), in small letters too; AND binds before OR
``child AND victims``  both words (ET), never a theme that they are the phrase of together
``NOT report``, ``-report``  without it (SAUF, NON); holds for the whole query
``help*``  every word that begins so

A comma, a semicolon and a stroke part words as a space does (``agenda/report``), but not those of a
symbol or a number (``T-ES/35``, ``12,500``), nor ``and/or``; a bar is OR.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from typing import Literal

from lanzadash.search.words import STOPWORDS, composed, folded, words

MOST = 32
"""Words that are looked for, those of phrases too, and as many that are not wanted; the rest of a
longer query is left out."""

_LONGEST = 64  # letters of a word; no longer one is on file
_WIDEST = 200  # characters of a clause that are kept as they were typed

_QUOTES = re.compile("[“”„‟«»″＂]")
_APOSTROPHES = re.compile("['’‘ʼ`´]")
_DASHES = "-‐‑‒–—−"
_RUN = r'[^\s",;/|]+'
_JOINTS = "|".join(
    (
        r'/(?=[^\s",;/|]*\d)',  # T-ES/35, classroom/R17
        r"(?<=\d)/",  # T-ES(2021)37/rev
        r"(?<=\band)/(?=or\b)|(?<=\bet)/(?=ou\b)",  # and/or, et/ou
        r"(?<=\d),(?=\d{3}(?!\d))",  # 12,500
    )
)
_PIECE = re.compile(  # a bar, "a phrase", -"a phrase", a word
    rf'\||[{_DASHES}]?"[^"]*"|{_RUN}(?:(?:{_JOINTS}){_RUN})*', re.IGNORECASE
)
_OPERATORS: dict[str, Literal["and", "or", "not"]] = {
    "AND": "and",
    "ET": "and",
    "OR": "or",
    "OU": "or",
    "or": "or",
    "ou": "or",
    "Or": "or",
    "Ou": "or",
    "|": "or",
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
    none of these. ``ignored``: words that say nothing. ``cut``: words beyond ``MOST``.

    ``text`` is what was typed without what is not looked for: words said again or cut, and
    operators and marks beside nothing. The places of the clauses are those in it.
    """

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
    parts = list(_parts(_typed(text)))
    if any(part.wanted and not _empty(part.clause) for part in parts):
        parts = [replace(part, ignored=part.wanted and _empty(part.clause)) for part in parts]
    kept, cut = _within(_once(parts))
    text, placed = _laid_out(kept)
    wanted = groupby((part for part in placed if part.wanted), lambda part: part.group)
    return Query(
        text,
        tuple(tuple(part.clause for part in group) for _, group in wanted),
        tuple(part.clause for part in placed if part.negation),
        tuple(part.clause for part in placed if part.ignored),
        cut,
    )


@dataclass(frozen=True)
class _Part:
    """One clause and how it was typed, with the operators before it: the ``OR`` before its
    ``group``, an ``AND``, and ``NOT`` or a minus; ``""`` where there is none."""

    clause: Clause
    typed: str
    group: int
    alternative: str
    conjunction: str
    negation: str
    ignored: bool = False

    @property
    def wanted(self) -> bool:
        return not self.negation and not self.ignored


def _typed(text: str) -> str:
    """The text with one kind of quotes, as many closed as opened, and without apostrophes."""
    text = _APOSTROPHES.sub(" ", _QUOTES.sub('"', composed(text)))
    if text.count('"') % 2:  # the last one opens a phrase that is never closed
        at = text.rindex('"')
        text = f"{text[:at]} {text[at + 1 :]}"
    return text


def _parts(text: str) -> Iterator[_Part]:
    """The clauses in the order in which they were typed."""
    group, alternative, conjunction, negation, begun = 0, "", "", "", False
    for piece in _PIECE.findall(text):
        operator = _OPERATORS.get(piece)
        if operator == "not":
            negation = f"{piece} "
        elif operator:
            negation, conjunction = "", piece if operator == "and" and begun else ""
        if operator == "or":
            group, alternative, begun = group + 1, piece, False
        clause = None if operator else _clause(piece)
        if clause is None:
            continue
        if _minus(piece):
            negation, piece = negation or "-", piece[1:]
        if _empty(clause) and negation:  # NOT the report, SAUF l’enfant
            continue
        telling = not negation and not _empty(clause)
        clause = replace(clause, joined=telling and bool(conjunction))
        yield _Part(clause, piece, group, alternative, conjunction, negation)
        conjunction, negation, begun = "" if telling else conjunction, "", begun or telling


def _clause(piece: str) -> Clause | None:
    found = tuple(word.text[:_LONGEST] for word in words(piece))
    exact = '"' in piece
    return Clause(found, exact, piece.endswith("*") and not exact, 0, 0) if found else None


def _once(parts: Iterable[_Part]) -> list[_Part]:
    """The parts without what was said before in the same group, and without groups said before."""
    first: dict[tuple[int | str, Clause], _Part] = {}
    for part in parts:
        scope = part.group if part.wanted else "ignored" if part.ignored else "unwanted"
        first.setdefault((scope, part.clause), part)
    groups: dict[int, list[Clause]] = defaultdict(list)
    for part in first.values():
        if part.wanted:
            groups[part.group].append(part.clause)
    kept = {tuple(clauses): group for group, clauses in reversed(groups.items())}.values()
    return [part for part in first.values() if not part.wanted or part.group in kept]


def _within(parts: Sequence[_Part]) -> tuple[list[_Part], int]:
    """As much of the parts as is looked for, and the number of words left out."""
    kept, cut = [], 0
    room = {"wanted": MOST, "unwanted": MOST, "ignored": MOST}
    for part in parts:
        of = "ignored" if part.ignored else "unwanted" if part.negation else "wanted"
        most, count = room[of], len(part.clause.words)
        room[of] = max(most - count, 0)
        cut += 0 if part.ignored else count - (most - room[of])
        if most:
            kept.append(_shortened(part, most))
    return kept, cut


def _shortened(part: _Part, most: int) -> _Part:
    clause = part.clause
    if len(clause.words) > most:
        clause = replace(clause, words=clause.words[:most], prefix=False)
    elif len(part.typed) <= _WIDEST:
        return part
    typed = f'"{" ".join(clause.words)}"' if clause.exact else "-".join(clause.words)
    return replace(part, clause=clause, typed=f"{typed}*" if clause.prefix else typed)


def _laid_out(parts: Iterable[_Part]) -> tuple[str, list[_Part]]:
    """The parts as one text again, and the parts with their places in it."""
    text, placed, group = "", [], 0
    for part in parts:
        before = part.alternative if part.group != group else ""
        before = before or (part.conjunction if part.clause.joined else "")
        text += f" {before} " if text and before else " " if text else ""
        start, group = len(text), part.group
        text += part.negation + part.typed
        placed.append(replace(part, clause=replace(part.clause, start=start, end=len(text))))
    return text, placed


def _minus(text: str) -> bool:
    return len(text) > 1 and text[0] in _DASHES and (text[1].isalnum() or text[1] == '"')


def _empty(clause: Clause) -> bool:
    """Whether it is a single word that says nothing, and was not asked for in quotes."""
    plain = not clause.exact and not clause.prefix and len(clause.words) == 1
    return plain and folded(clause.words[0]) in STOPWORDS
