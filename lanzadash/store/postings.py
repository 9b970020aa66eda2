"""Which word stands where: texts taken apart, their words numbered, and put in order.

Texts are taken apart by the database, in parallel; only the distinct words come to Python, to be
folded and stemmed. A word that stands in a text is three numbers as soon as it is taken out, and
these are put in order a range of words at a time: that bounds the memory.
"""

from __future__ import annotations

from typing import Any

import duckdb
import numpy as np
import numpy.typing as npt
import pyarrow as pa

from lanzadash.search.words import LANGUAGES, Language, folded, stem

_TABLES = """
    create temp sequence numbers;
    create temp table forms (number integer, form varchar, language varchar);
    create temp table stood (number integer, entry integer, place integer);
"""

_TEXTS = """
    create temp table texts as
    select e.entry, t.text from search.entries e join ({texts}) as t(record, text) using (record)
    where t.text is not null
"""

# nfc_normalize drops what follows a NUL, which parts words as any other mark does.
_TOKENS = """
    create temp table tokens as
    select entry, unnest(forms) as form, unnest(range(len(forms))) as position
    from (
        select entry, string_split(spaced, ' ') as forms
        from (
            select entry, trim(regexp_replace(lower(nfc_normalize(replace(text, chr(0), ' '))),
                                              '[^\\p{L}\\p{N}]+', ' ', 'g')) as spaced
            from texts where entry >= $first and entry < $last)
        where spaced <> '')
"""

_FORMS = """
    insert into forms
    select nextval('numbers'), form, $language from (select distinct form from tokens) t
    where not exists (
        select 1 from forms f where f.form = t.form and f.language = $language)
"""

_STOOD = """
    insert into stood
    select f.number, t.entry, $field * 65536 + t.position
    from tokens t join forms f on f.form = t.form and f.language = $language
"""

_PLACED = """
    create temp table placed as
    select n.word, s.entry, s.place from stood s join numbered n using (number)
"""

_WORDS = """
    insert into search.words
    select n.word, n.form, n.language, n.folded, n.stem, p.entries
    from numbered n join counted p using (word) order by n.word
"""

_TEXTS_AT_ONCE = 50_000
_PLACES_AT_ONCE = 4_000_000


class Postings:
    """Takes texts apart, field after field, then fills the tables of words and where they stand.

    ``entries``: how many things there are to find.
    """

    def __init__(self, connection: duckdb.DuckDBPyConnection, entries: int) -> None:
        self._connection = connection
        self._fields: list[tuple[Language, float]] = []
        self._lengths = np.zeros((len(LANGUAGES), entries))
        connection.execute(_TABLES)

    def take(self, texts: str, language: Language, weight: float) -> None:
        """Take apart what a query for ``record, text`` answers: the texts of one more field.

        ``weight``: what a word counts there.
        """
        self._fields.append((language, weight))
        self._connection.execute(_TEXTS.format(texts=texts))
        for first in range(0, self._lengths.shape[1], _TEXTS_AT_ONCE):
            self._connection.execute(_TOKENS, {"first": first, "last": first + _TEXTS_AT_ONCE})
            counts = self._connection.execute(
                "select entry, count(*) as words from tokens group by 1"
            ).fetchnumpy()
            row = LANGUAGES.index(language)
            self._lengths[row, counts["entry"]] += weight * np.asarray(counts["words"])
            self._connection.execute(_FORMS, {"language": language})
            asked = {"language": language, "field": len(self._fields)}
            self._connection.execute(_STOOD, asked)
            self._connection.execute("drop table tokens")
        self._connection.execute("drop table texts")

    def write(self) -> None:
        """Fill the tables ``words``, ``places`` and ``postings``."""
        self._number()
        self._connection.execute(_PLACED)
        for done in ("table stood", "table forms", "sequence numbers"):
            self._connection.execute(f"drop {done}")
        norms = self._norms()
        counted = [self._range(first, last, norms) for first, last in self._ranges()]
        self._connection.register("counted", pa.concat_tables(counted))
        self._connection.execute(_WORDS)
        self._connection.unregister("counted")
        for done in ("placed", "numbered"):
            self._connection.execute(f"drop table {done}")

    def _number(self) -> None:
        """The table ``numbered``: the words in the order of their folded forms."""
        found = self._connection.execute("select form, language, number from forms").fetchall()
        rows = sorted(
            (folded(form), form, language, stem(form, language), number)
            for form, language, number in found
        )
        names = ("folded", "form", "language", "stem")
        columns: dict[str, Any] = {
            "word": pa.array(range(len(rows)), pa.int32()),
            "number": pa.array([row[4] for row in rows], pa.int32()),
            **{n: pa.array([row[at] for row in rows], pa.string()) for at, n in enumerate(names)},
        }
        self._connection.register("made", pa.table(columns))
        self._connection.execute("create temp table numbered as select * from made")
        self._connection.unregister("made")

    def _norms(self) -> npt.NDArray[np.float64]:
        """By language and entry: how long its texts are beside the others, as BM25 has it."""
        norms = np.ones_like(self._lengths)
        for norm, length in zip(norms, self._lengths, strict=True):
            said = length > 0
            norm[said] = 0.25 + 0.75 * (length[said] / (length[said].mean() if said.any() else 1))
        return norms

    def _ranges(self) -> list[tuple[int, int]]:
        """Words from one to before another, in so many places as can be put in order at once."""
        counts = self._connection.execute(
            "select word, count(*) from placed group by word order by word"
        ).fetchall()
        starts, places = [0], 0
        for word, count in counts:
            if places and places + count > _PLACES_AT_ONCE:
                starts.append(word)
                places = 0
            places += count
        return list(zip(starts, [*starts[1:], len(counts)], strict=True))

    def _range(self, first: int, last: int, norms: npt.NDArray[np.float64]) -> pa.Table:
        """Write where these words stand; in how many entries each does."""
        places = self._connection.execute(
            """select * from placed where word >= $first and word < $last
            order by word, entry, place""",
            {"first": first, "last": last},
        ).to_arrow_table()
        word, entry, place = (column.to_numpy() for column in places.columns)
        new = np.ones(len(word), np.bool_)
        new[1:] = (word[1:] != word[:-1]) | (entry[1:] != entry[:-1])
        starts = np.flatnonzero(new)
        field = place >> 16
        weights = np.array([0.0, *(weight for _, weight in self._fields)])
        language = np.array([0, *(LANGUAGES.index(code) for code, _ in self._fields)])
        frequency = np.add.reduceat(weights[field], starts) if len(starts) else np.empty(0)
        word, entry = word[starts], entry[starts]
        weight = np.floor(32 * frequency / norms[language[field[starts]], entry] + 0.5)
        postings = {
            "word": word,
            "entry": entry,
            "weight": np.clip(weight, 1, 255).astype(np.uint8),
        }
        for table, made in (("places", places), ("postings", pa.table(postings))):
            self._connection.register("made", made)
            self._connection.execute(f"insert into search.{table} select * from made")
            self._connection.unregister("made")
        words, counts = np.unique(word, return_counts=True)
        return pa.table({"word": words, "entries": counts.astype(np.int32)})
