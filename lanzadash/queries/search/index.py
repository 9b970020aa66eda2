"""What every search of one built file needs, read once: its vocabulary, its things, its values.

Postings stay in the file; a search reads those of its own words. At a million decisions this takes
about 100 MB, at a hundred thousand 10.
"""

from __future__ import annotations

import bisect
import threading
from collections import OrderedDict, defaultdict
from dataclasses import dataclass
from typing import TypeAlias

import numpy as np
import numpy.typing as npt

from lanzadash.search.words import LANGUAGES, Language, folded, stem, telling
from lanzadash.store import Connection

Mask: TypeAlias = npt.NDArray[np.bool_]
"""For each entry of an index, whether it is in."""
Numbers: TypeAlias = npt.NDArray[np.int32]
Weights: TypeAlias = npt.NDArray[np.float32]

_UNKNOWN = np.datetime64("NaT", "D")
MOST_VALUES = 500
"""Values of a facet that are counted and shown; those beyond can still be filtered by."""
_FEW = 8  # a facet is counted entry by entry where fewer than one in so many are in
_MOST_FORMS = 1000
"""Forms that the beginning of a word stands for. The commonest are taken."""
_KEPT = 3
"""Built files whose index is kept: the current one, and those that older sessions still read."""

_indexes: OrderedDict[tuple[str, str], Index] = OrderedDict()
_lock = threading.Lock()


@dataclass(frozen=True)
class Facet:
    """The values of one facet.

    Value ``i`` have ``entries[starts[i]:starts[i + 1]]``; entry ``i`` has the values
    ``of_entry[firsts[i]:firsts[i + 1]]``.
    """

    values: list[str]
    starts: Numbers
    entries: Numbers
    firsts: Numbers
    of_entry: Numbers

    def having(self, wanted: tuple[str, ...], size: int) -> Mask:
        """The entries that have one of these values; one that is not on file has none."""
        mask = np.zeros(size, dtype=np.bool_)
        for value in wanted:
            at = bisect.bisect_left(self.values, value)
            if at < len(self.values) and self.values[at] == value:
                mask[self.entries[self.starts[at] : self.starts[at + 1]]] = True
        return mask

    def counts(self, mask: Mask, among: Numbers) -> list[tuple[str, int]]:
        """How many of the entries in ``mask``, which ``among`` lists, have each value, the
        commonest first; values that none has are left out, and those beyond ``MOST_VALUES``."""
        if not self.values:
            return []
        if len(among) * _FEW < len(mask):
            per_value = np.bincount(self._values_of(among), minlength=len(self.values))
        else:
            per_value = np.add.reduceat(mask[self.entries], self.starts[:-1], dtype=np.int32)
        order = np.argsort(-per_value, kind="stable")[:MOST_VALUES]
        return [
            (self.values[at], count)
            for at, count in zip(order.tolist(), per_value[order].tolist(), strict=True)
            if count
        ]

    def _values_of(self, among: Numbers) -> Numbers:
        """The values of these entries, one after the other."""
        first = self.firsts[among]
        lengths = self.firsts[among + 1] - first
        skipped = np.repeat(first - np.cumsum(lengths) + lengths, lengths)
        values: Numbers = self.of_entry[np.arange(len(skipped), dtype=np.int32) + skipped]
        return values


class Vocabulary:
    """The forms of all words on file. A form is a number: ``search.words.word``."""

    def __init__(self, connection: Connection) -> None:
        rows = connection.execute(
            "select form, language, folded, stem, entries from search.words order by word"
        ).fetchall()
        self.forms: list[str] = [row[0] for row in rows]
        self.languages: list[Language] = [row[1] for row in rows]
        self.folded: list[str] = [row[2] for row in rows]
        self.entries: list[int] = [row[4] for row in rows]
        self._stems = [row[3] for row in rows]
        spoken = np.array(self.languages, dtype=object)
        self._spoken = {code: np.asarray(spoken == code) for code in LANGUAGES}
        self._by_stem: dict[tuple[Language, str], list[int]] = defaultdict(list)
        for number, (_, language, _, root, _) in enumerate(rows):
            self._by_stem[language, root].append(number)

    def speaks(self, language: Language) -> Mask:
        """For each form, whether it is one of that language."""
        return self._spoken[language]

    def exactly(self, word: str) -> list[int]:
        """The forms that are this word, accents and case aside."""
        fold = folded(word)
        first = bisect.bisect_left(self.folded, fold)
        return list(range(first, bisect.bisect_right(self.folded, fold)))

    def any_form(self, word: str) -> list[int]:
        """The forms that share a stem with the word, in either language, typed with its accents
        or without."""
        roots = {(language, stem(word, language)) for language in LANGUAGES}
        roots |= {(language, stem(folded(word), language)) for language in LANGUAGES}
        same = self.exactly(word)
        roots |= {(self.languages[form], self._stems[form]) for form in same}
        return sorted({form for root in roots for form in self._by_stem.get(root, ())} | {*same})

    def of_stem(self, root: str, language: Language) -> list[int]:
        """The forms of that stem."""
        return self._by_stem.get((language, root), [])

    def beginning(self, word: str) -> list[int]:
        """The forms that begin with the word, accents and case aside."""
        fold = folded(word)
        first = bisect.bisect_left(self.folded, fold)
        last = bisect.bisect_right(self.folded, f"{fold}\U0010ffff")
        forms = sorted(range(first, last), key=lambda form: -self.entries[form])
        return sorted(forms[:_MOST_FORMS])


@dataclass(frozen=True)
class Synonym:
    """A phrase that stands for a value, as the stems of its words: all, and those that say
    something. ``facet`` is theme or party."""

    facet: str
    value: str
    phrase: str
    language: Language
    stems: tuple[str, ...]
    telling: tuple[str, ...]


class Index:
    """One built file, as search sees it."""

    def __init__(self, connection: Connection) -> None:
        entries = connection.execute(
            "select kind, known_on from search.entries order by entry"
        ).fetchnumpy()
        kinds = np.asarray(entries["kind"], dtype=object)
        known = np.ma.asarray(entries["known_on"]).astype("datetime64[D]")
        self.size = len(kinds)
        self.kinds = {kind: np.asarray(kinds == kind) for kind in dict.fromkeys(kinds.tolist())}
        self._known = np.ma.filled(known, _UNKNOWN)
        self.vocabulary = Vocabulary(connection)
        self.synonyms = [
            Synonym(facet, value, phrase, language, tuple(stems), telling(phrase, language))
            for facet, value, phrase, language, stems in connection.execute(
                "select facet, value, phrase, language, stems from search.synonyms order by all"
            ).fetchall()
        ]
        names = connection.execute("select distinct facet from search.facets order by 1").fetchall()
        self.facets = {name: _facet(connection, name, self.size) for (name,) in names}

    def known(self, day: np.datetime64 | None) -> Mask:
        """The entries known by that day; all of them where there is none."""
        if day is None:
            return np.ones(self.size, dtype=np.bool_)
        return np.asarray(self._known <= day)  # nothing is less than an unknown day

    def records(self, connection: Connection, entries: Numbers) -> list[str]:
        """The ids of these entries, in their order."""
        if not len(entries):
            return []
        asked = ", ".join(map(str, entries.tolist()))
        rows = connection.execute(
            f"select entry, record from search.entries where entry in ({asked})"
        ).fetchall()
        by_entry = dict(rows)
        return [by_entry[entry] for entry in entries.tolist()]


def index(connection: Connection) -> Index:
    """The index of the file that the connection reads, from what is kept or read now."""
    meta = dict(
        connection.execute(
            "select key, value from meta where key in ('digest', 'built_at')"
        ).fetchall()
    )
    key = (meta["digest"], meta.get("built_at", ""))
    with _lock:
        if key not in _indexes:
            _indexes[key] = Index(connection)
        _indexes.move_to_end(key)
        while len(_indexes) > _KEPT:
            _indexes.popitem(last=False)
        return _indexes[key]


def _facet(connection: Connection, name: str, size: int) -> Facet:
    values = connection.execute(
        "select value, count(*) from search.facets where facet = ? group by 1 order by 1", [name]
    ).fetchall()
    entries = connection.execute(
        "select entry from search.facets where facet = ? order by value, entry", [name]
    ).fetchnumpy()["entry"]
    starts = np.concatenate([[0], np.cumsum([count for _, count in values])]).astype(np.int32)
    held = np.repeat(np.arange(len(values), dtype=np.int32), np.diff(starts))
    firsts = np.zeros(size + 1, np.int32)
    np.cumsum(np.bincount(entries, minlength=size), out=firsts[1:])
    return Facet(
        values=[value for value, _ in values],
        starts=starts,
        entries=np.asarray(entries, dtype=np.int32),
        firsts=firsts,
        of_entry=held[np.argsort(entries, kind="stable")],
    )
