"""Which entries of an index match a query, how well, and why."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import reduce
from operator import or_
from typing import TypeAlias

import numpy as np
import numpy.typing as npt

from lanzadash.queries.search.index import Index, Mask, Weights
from lanzadash.search.query import Clause, Query
from lanzadash.search.snippets import Sequences
from lanzadash.search.words import LANGUAGES, Language, folded, telling
from lanzadash.store import Connection

_SATURATION = 1.2  # k1 of BM25: how soon a word that stands there again stops counting
_SCALE = 32  # of search.postings.weight
_FEWER = 20  # so many times fewer are looked up among the others, not merged with them
_SYNONYM = 0.5  # what a theme counts beside a word as rare that was typed

Meant: TypeAlias = tuple[tuple[str, str], ...]
"""Facets and values that words stand for: ``(("theme", "helplines"),)``."""
Places: TypeAlias = npt.NDArray[np.int64]
"""Entry and place in one number."""


@dataclass(frozen=True)
class Wanted:
    """Words in a row that were asked for, and the phrases of what they stand for."""

    own: Sequences
    instead: tuple[Sequences, ...] = ()


@dataclass(frozen=True)
class Heard:
    """One clause of a query and what it found alone, by the day of the view.

    ``forms`` are the forms looked for, the commonest first. ``meant``: what it stands for, or is
    part of a phrase for. ``lost``: those of its words that stand nowhere.
    """

    clause: Clause
    entries: int
    forms: tuple[str, ...]
    languages: frozenset[Language]
    meant: Meant
    lost: tuple[str, ...]
    excluded: bool = False


@dataclass
class Match:
    """Entries that match, how well, and in which language."""

    mask: Mask
    score: Weights
    spoken: dict[Language, Mask]


@dataclass(frozen=True)
class Matches:
    """What a whole query matches. Without anything to look for: everything, scored 0."""

    match: Match
    heard: tuple[Heard, ...]
    wanted: tuple[Wanted, ...]
    ranked: bool


class Matcher:
    """Looks a query up in one file."""

    def __init__(
        self,
        connection: Connection,
        index: Index,
        known: Mask,
        without: Sequence[str],
        strict: bool,
    ) -> None:
        self._connection = connection
        self._index = index
        self._known = known
        self._without = set(without)
        self._strict = strict

    def matches(self, query: Query) -> Matches:
        """What the query matches. ``NOT`` holds for all of it."""
        heard: list[Heard] = []
        wanted: list[Wanted] = []
        groups = [self._group(group, heard, wanted) for group in query.groups]
        match = _either(groups) if groups else self._everything()
        for clause in query.excluded:
            unwanted = self._clause(clause, heard, [], (), excluded=True)
            match.mask = match.mask & ~unwanted.mask
        return Matches(match, tuple(heard), tuple(wanted), bool(groups))

    def knows(self, word: str) -> bool:
        """Whether the word stands anywhere, by the day of the view."""
        match = self._postings(self._index.vocabulary.exactly(word))
        return bool((match.mask & self._known).any())

    def _everything(self) -> Match:
        size = self._index.size
        nowhere = {language: np.zeros(size, np.bool_) for language in LANGUAGES}
        return Match(np.ones(size, np.bool_), np.zeros(size, np.float32), nowhere)

    def _group(self, clauses: Sequence[Clause], heard: list[Heard], wanted: list[Wanted]) -> Match:
        """All clauses; where some of them together stand for a theme or a Party, they or that."""
        found: list[Match] = []
        at = 0
        while at < len(clauses):
            meant, length = self._meant(clauses[at:])
            part = clauses[at : at + max(length, 1)]
            typed: list[Wanted] = []
            words = _all(self._clause(one, heard, typed, meant) for one in part)
            if meant:
                words = _either([words, *(self._value(*one) for one in meant)])
            phrases = self._phrases(meant)
            wanted += [Wanted(one.own, phrases) for one in typed]
            found.append(words)
            at += len(part)
        return _all(found)

    def _meant(self, clauses: Sequence[Clause]) -> tuple[Meant, int]:
        """What the longest beginning of these clauses stands for, and its length."""
        said: list[dict[Language, tuple[str, ...]]] = []
        for clause in clauses:
            if clause.exact or clause.prefix or (said and clause.joined):
                break
            said.append({code: telling(" ".join(clause.words), code) for code in LANGUAGES})
        for count in range(len(said), 0, -1):
            roots = {code: sum((one[code] for one in said[:count]), ()) for code in LANGUAGES}
            meant = {
                (one.facet, one.value)
                for one in self._index.synonyms
                if one.telling == roots[one.language] and one.value not in self._without
            }
            if meant:
                return tuple(sorted(meant)), count
        return (), 0

    def _value(self, facet: str, value: str) -> Match:
        size = self._index.size
        values = self._index.facets.get(facet)
        mask = values.having((value,), size) if values else np.zeros(size, np.bool_)
        score = np.where(mask, _SYNONYM * _rarity(size, int(mask.sum())), 0).astype(np.float32)
        return Match(mask, score, {code: np.zeros(size, np.bool_) for code in LANGUAGES})

    def _phrases(self, meant: Meant) -> tuple[Sequences, ...]:
        vocabulary = self._index.vocabulary
        return tuple(
            tuple(
                frozenset(vocabulary.forms[form] for form in vocabulary.of_stem(root, one.language))
                for root in one.stems
            )
            for one in self._index.synonyms
            if (one.facet, one.value) in meant
        )

    def _clause(
        self,
        clause: Clause,
        heard: list[Heard],
        wanted: list[Wanted],
        meant: Meant,
        excluded: bool = False,
    ) -> Match:
        forms = [self._forms(clause, at) for at in range(len(clause.words))]
        found = [self._postings(some) for some in forms]
        match = _all(found)
        if len(forms) > 1 and match.mask.any():
            match.mask = match.mask & self._in_a_row(forms)
        for spoken in match.spoken.values():
            spoken &= match.mask
        vocabulary = self._index.vocabulary
        known = match.mask & self._known
        common = sorted({*forms[-1]}, key=lambda form: -vocabulary.entries[form])
        heard.append(
            Heard(
                clause,
                int(known.sum()),
                tuple(dict.fromkeys(vocabulary.forms[form] for form in common)),
                frozenset(code for code, mask in match.spoken.items() if (mask & known).any()),
                meant,
                tuple(
                    word
                    for word, one in zip(clause.words, found, strict=True)
                    if not (one.mask & self._known).any()
                ),
                excluded,
            )
        )
        own = tuple(frozenset(vocabulary.forms[form] for form in some) for some in forms)
        wanted.append(Wanted(own))
        return match

    def _forms(self, clause: Clause, at: int) -> list[int]:
        vocabulary, word = self._index.vocabulary, clause.words[at]
        if clause.prefix and at == len(clause.words) - 1:
            forms = vocabulary.beginning(word)
        else:
            forms = vocabulary.exactly(word) if clause.exact else vocabulary.any_form(word)
        if self._strict:
            forms = [form for form in forms if _same_accents(vocabulary.forms[form], word)]
        return forms

    def _postings(self, forms: Sequence[int]) -> Match:
        """Entries in which one of these forms stands, scored by BM25."""
        size, vocabulary = self._index.size, self._index.vocabulary
        total = np.zeros(size, np.float32)
        spoken = {code: np.zeros(size, np.bool_) for code in LANGUAGES}
        if forms:
            rows = self._connection.execute(
                f"select word, entry, weight from search.postings where word in ({_listed(forms)})"
            ).to_arrow_table()
            word, entry, weight = (column.to_numpy() for column in rows.columns)
            total = np.bincount(entry, weight, size).astype(np.float32)
            for code in LANGUAGES:
                spoken[code][entry[vocabulary.speaks(code)[word]]] = True
        mask = reduce(or_, spoken.values())
        frequency = total / _SCALE
        rarity = _rarity(size, int(mask.sum()))
        score = rarity * frequency * (_SATURATION + 1) / (frequency + _SATURATION)
        return Match(mask, score.astype(np.float32), spoken)

    def _in_a_row(self, forms: Sequence[Sequence[int]]) -> Mask:
        """Entries in which one of each forms follows the one before."""
        here = self._places(forms[0])
        for some in forms[1:]:
            here = _common(here + 1, self._places(some))
        found = np.zeros(self._index.size, np.bool_)
        found[(here >> 32).astype(np.int64)] = True
        return found

    def _places(self, forms: Sequence[int]) -> Places:
        rows = self._connection.execute(
            f"""select (entry::bigint << 32) + place as at from search.places
            where word in ({_listed(forms)})"""
        ).to_arrow_table()
        # One run of each form; stable, since that merges runs.
        found: Places = np.sort(rows["at"].to_numpy(), kind="stable")
        return found


def _same_accents(form: str, word: str) -> bool:
    """Whether it is not an accent that first tells them apart, as it is ``réponses`` and
    ``reponse``."""
    apart = next((pair for pair in zip(form, word, strict=False) if len({*pair}) > 1), None)
    return apart is None or folded(apart[0]) != folded(apart[1])


def _common(one: Places, other: Places) -> Places:
    """What stands in both. Each is in order and has nothing twice."""
    if len(one) * _FEWER < len(other):
        at = np.searchsorted(other, one)
        common: Places = one[other[np.minimum(at, len(other) - 1)] == one]
        return common
    both = np.concatenate([one, other])
    both.sort(kind="stable")  # two runs in order: merged
    common = both[1:][both[1:] == both[:-1]]
    return common


def _listed(forms: Iterable[int]) -> str:
    return ", ".join(map(str, forms)) or "null"


def _rarity(size: int, entries: int) -> float:
    """The inverse document frequency of BM25."""
    return float(np.log1p((size - entries + 0.5) / (entries + 0.5)))


def _all(found: Iterable[Match]) -> Match:
    """What every one of these matches; the scores add up."""
    first, *rest = found
    for one in rest:
        first = Match(
            first.mask & one.mask,
            first.score + one.score,
            {code: first.spoken[code] | one.spoken[code] for code in LANGUAGES},
        )
    return first


def _either(found: Sequence[Match]) -> Match:
    """What one of these matches; the scores of those that do add up."""
    first, *rest = found
    for one in rest:
        first = Match(
            first.mask | one.mask,
            np.where(first.mask, first.score, 0) + np.where(one.mask, one.score, 0),
            {
                code: (first.spoken[code] & first.mask) | (one.spoken[code] & one.mask)
                for code in LANGUAGES
            },
        )
    return first
