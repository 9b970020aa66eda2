"""The tables of search, made from the tables of the record inside the same file.

An inverted index over the forms of words, not over their stems: the same postings then serve exact
words, any form of a word, beginnings of words and phrases. Words are taken apart by the database,
in parallel; only the distinct ones come to Python, to be folded and stemmed.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import duckdb
import pyarrow as pa

from lanzadash.records import ThemeRow
from lanzadash.search.words import LANGUAGES, Language, folded, stem, stems
from lanzadash.store import schema

_ENTRIES = """
    insert into search.entries
    select row_number() over (order by kind, known_on desc nulls last, number desc, position,
                              record) - 1, record, kind, known_on
    from (
        select d.decision as record, 'decision' as kind, m.number, d.position, d.known_on
        from decisions d join meetings m using (meeting)
        union all
        select recommendation, 'recommendation', null, position, known_on from recommendations
        union all
        select a.agenda_item, 'agenda_item', m.number, a.position, a.known_on
        from agenda_items a left join meetings m using (meeting))
"""

_LABELS = """
    create temp view labels as
    select record, record as label from search.entries
    union all
    select decision as record, t.name_{lang} as label
    from decision_themes x join themes t using (theme)
    union all
    select decision, p.name_{lang}
    from decision_themes x join themes t using (theme) join themes p on p.theme = t.parent
    union all
    select l.decision, p.name_{lang}
    from decision_links l join parties p on p.party = l.target where l.type = 'mentions_party'
    union all
    select decision, printed from decision_links where type = 'mentions_recommendation'
    union all
    select decision, printed from decision_links where type = 'mentions_document'
    union all
    select d.decision, concat_ws(' ', s.symbol, s.version)
    from decisions d join documents s using (document)
    union all
    select d.decision, coalesce(r.name_{lang}, r.short_{lang})
    from decisions d join rounds r using (round)
    union all
    select m.recommendation, m.code from recommendations m where m.code is not null
    union all
    select m.recommendation, coalesce(r.name_{lang}, r.short_{lang})
    from recommendations m join rounds r using (round)
"""

_FIELDS = {
    "labels": (
        1.5,
        "select record, string_agg(label, ' . ' order by label) from labels group by 1",
    ),
    "context": (
        1.5,
        """select decision, concat_ws(' ', section_{lang}, context_{lang}, heading_{lang})
        from decisions""",
    ),
    "summary": (
        2.5,
        """select decision, summary_{lang} from decisions
        union all select recommendation, summary_{lang} from recommendations
        union all select agenda_item, concat_ws(' ', summary_{lang}, title_{lang})
        from agenda_items""",
    ),
    "text": (
        1.0,
        """select decision, concat_ws(' ', text_{lang}, array_to_string(points_{lang}, ' '))
        from decisions
        union all select recommendation, text_{lang} from recommendations""",
    ),
    "footnotes": (
        0.5,
        "select decision, array_to_string(footnotes_{lang}, ' ') from decisions",
    ),
}
"""What is searched, and how much a word there weighs beside one in the text. Each has a number of
its own in each language, so that no phrase goes from one into another."""

_TEXTS = """
    create temp table texts as
    select e.entry, t.text from search.entries e join ({texts}) as t(record, text) using (record)
    where t.text is not null
"""

_TOKENS = """
    create temp table tokens as
    select entry, unnest(forms) as form, unnest(range(len(forms))) as position
    from (
        select entry, string_split(spaced, ' ') as forms
        from (
            select entry, trim(regexp_replace(lower(nfc_normalize(text)),
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

_LENGTHS = """
    create temp table lengths as
    with of_fields as (
        select t.entry, t.language, sum(t.words * f.weight) as length
        from counted t join fields f using (field) group by all),
    averages as (select language, avg(length) as average from of_fields group by all)
    select entry, language, 0.25 + 0.75 * length / average as norm
    from of_fields join averages using (language)
"""

_PLACES = """
    insert into search.places
    select n.word, s.entry, s.place
    from stood s join numbered n using (number)
    where n.word >= $first and n.word < $last order by n.word, s.entry, s.place
"""

_POSTINGS = """
    insert into search.postings
    with found as (
        select word, entry, sum(weight) as frequency
        from search.places join fields on field = place // 65536
        where word >= $first and word < $last group by all)
    select p.word, p.entry,
           greatest(1, least(255, round(32 * p.frequency / l.norm)))
    from found p join numbered w using (word)
    join lengths l on l.entry = p.entry and l.language = w.language
    order by p.word, p.entry
"""

_WORDS = """
    insert into search.words
    select n.word, n.form, n.language, n.folded, n.stem, count(*)
    from numbered n join search.postings p using (word) group by all order by n.word
"""

_TEMPORARY = (
    "table fields (field integer, weight double)",
    "table counted (entry integer, language varchar, field integer, words integer)",
    "sequence numbers",
    "table forms (number integer, form varchar, language varchar)",
    "table stood (number integer, entry integer, place integer)",
)

_AT_ONCE = 4_000_000
"""Words in texts, and places of words, that are worked on at once: what bounds the memory."""
_A_TEXT = 40  # words, about: how many texts that is

_FACETS = """
    insert into search.facets
    -- A code that is its own target is not known to be one recommendation: it stands for all.
    with open_codes as (
        select distinct target as printed from decision_links
        where type = 'mentions_recommendation' and target = printed)
    select facet, value, e.entry from (
        select distinct 'theme' as facet, unnest([t.theme, t.parent]) as value, decision as record
        from decision_themes join themes t using (theme)
        union all select 'round', round, decision from decisions
        union all select 'round', round, recommendation from recommendations
        union all select 'meeting', meeting, decision from decisions
        union all select 'meeting', meeting, agenda_item from agenda_items
        union all select 'year', year(known_on)::varchar, decision from decisions
        union all select 'year', year(known_on)::varchar, recommendation from recommendations
        union all select 'year', year(known_on)::varchar, agenda_item from agenda_items
        union all select 'verb', verb, decision from decisions
        union all select distinct 'grade', r.grade, l.decision
        from decision_links l join recommendations r on r.recommendation = l.target
        where l.type = 'mentions_recommendation'
        union all select 'grade', grade, recommendation from recommendations
        union all select distinct 'party', target, decision
        from decision_links where type = 'mentions_party'
        union all select distinct 'party', party, recommendation from assessments
        union all select distinct 'recommendation', unnest([target, o.printed]), decision
        from decision_links l left join open_codes o using (printed)
        where l.type = 'mentions_recommendation'
        union all select distinct 'code', printed, decision
        from decision_links where type = 'mentions_recommendation'
        union all select distinct 'document_kind', d.kind, x.decision
        from decisions x join documents d using (document)
        union all select distinct 'document_kind', d.kind, x.agenda_item
        from agenda_items x join documents d using (document)
        union all select 'body', m.body, x.decision from decisions x join meetings m using (meeting)
        union all select 'body', r.body, x.recommendation
        from recommendations x join rounds r using (round)
        union all select 'body', m.body, x.agenda_item
        from agenda_items x join meetings m using (meeting)
    ) join search.entries e using (record)
    where value is not null order by facet, value, entry
"""


def fill(connection: duckdb.DuckDBPyConnection, themes: Iterable[ThemeRow]) -> None:
    """Make and fill the tables of search from the filled tables of the record.

    A word that stands in a text is three numbers as soon as it is taken out, and they are put in
    order a range of words at a time.
    """
    connection.execute(schema.script("search"))
    connection.execute(_ENTRIES)
    for made in _TEMPORARY:
        connection.execute(f"create temp {made}")
    field = 0
    for language in LANGUAGES:
        connection.execute("drop view if exists labels")
        connection.execute(_LABELS.format(lang=language))
        for weight, texts in _FIELDS.values():
            field += 1
            connection.execute("insert into fields values (?, ?)", [field, weight])
            connection.execute(_TEXTS.format(texts=texts.format(lang=language)))
            _take_apart(connection, field, language)
            connection.execute("drop table texts")
    _number(connection)
    connection.execute(_LENGTHS)
    for first, last in _ranges(connection):
        connection.execute(_PLACES, {"first": first, "last": last})
        connection.execute(_POSTINGS, {"first": first, "last": last})
    connection.execute(_WORDS)
    connection.execute(_FACETS)
    _synonyms(connection, themes)
    connection.execute("drop view labels")
    for made in ("lengths", "numbered", "stood", "forms", "counted", "fields"):
        connection.execute(f"drop table {made}")
    connection.execute("drop sequence numbers")


def _take_apart(connection: duckdb.DuckDBPyConnection, field: int, language: Language) -> None:
    """The words of the table ``texts``, each with its number and where it stands."""
    row = connection.execute("select coalesce(max(entry) + 1, 0) from texts").fetchone()
    entries = row[0] if row else 0
    for first in range(0, entries, _AT_ONCE // _A_TEXT):
        last = first + _AT_ONCE // _A_TEXT
        connection.execute(_TOKENS, {"first": first, "last": last})
        connection.execute(
            "insert into counted select entry, $language, $field, count(*) from tokens group by 1",
            {"language": language, "field": field},
        )
        connection.execute(_FORMS, {"language": language})
        connection.execute(_STOOD, {"language": language, "field": field})
        connection.execute("drop table tokens")


def _number(connection: duckdb.DuckDBPyConnection) -> None:
    """The table ``numbered``: the words in the order of their folded forms."""
    found = connection.execute("select number, form, language from forms").fetchall()
    rows = sorted(
        (folded(form), form, language, stem(form, language), number)
        for number, form, language in found
    )
    columns = {
        "word": pa.array(range(len(rows)), pa.int32()),
        **{
            name: pa.array([row[at] for row in rows], pa.string())
            for at, name in enumerate(("folded", "form", "language", "stem"))
        },
        "number": pa.array([row[4] for row in rows], pa.int32()),
    }
    connection.register("made", pa.table(columns))
    connection.execute("create temp table numbered as select * from made")
    connection.unregister("made")


def _ranges(connection: duckdb.DuckDBPyConnection) -> list[tuple[int, int]]:
    """Words from one to before another, that stand in so many places that one can work on them."""
    counts = connection.execute(
        """select n.word, count(*) from stood s join numbered n using (number)
        group by n.word order by n.word"""
    ).fetchall()
    starts, places = [0], 0
    for word, count in counts:
        if places and places + count > _AT_ONCE:
            starts.append(word)
            places = 0
        places += count
    return list(zip(starts, [*starts[1:], len(counts)], strict=True))


def _synonyms(connection: duckdb.DuckDBPyConnection, themes: Iterable[ThemeRow]) -> None:
    rows: list[dict[str, Any]] = []
    for theme in themes:
        said: dict[Language, list[str]] = {
            "en": [theme.name_en, *theme.phrases_en],
            "fr": [theme.name_fr, *theme.phrases_fr],
        }
        rows += [
            {
                "theme": theme.theme,
                "language": language,
                "phrase": phrase,
                "stems": stems(phrase, language),
            }
            for language, phrases in said.items()
            for phrase in dict.fromkeys(phrases)
        ]
    _insert(connection, "synonyms", rows)


def _insert(connection: duckdb.DuckDBPyConnection, table: str, rows: list[dict[str, Any]]) -> None:
    if not rows:
        return
    connection.register("made", pa.Table.from_pylist(rows))
    connection.execute(f"insert into search.{table} select * from made")
    connection.unregister("made")
