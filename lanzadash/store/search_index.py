"""The tables of search, made from the tables of the record inside the same file.

An inverted index over the forms of words, not over their stems: the same postings then serve exact
words, any form of a word, beginnings of words and phrases.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

import duckdb
import pyarrow as pa

from lanzadash.records import PartyAliasRow, ThemeRow
from lanzadash.search.words import LANGUAGES, stems
from lanzadash.store import schema
from lanzadash.store.postings import Postings
from lanzadash.store.rows.themes import Themes

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
    select decision, unnest(list_distinct([printed, replace(printed, ' ', '')])) -- R I-5, RI-5
    from decision_links where type = 'mentions_recommendation'
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

_TOLD = """
    select recommendation, concat_ws(chr(10), summary_{lang}, text_{lang}) from recommendations
    union all select agenda_item, concat_ws(chr(10), summary_{lang}, title_{lang}) from agenda_items
"""
"""What gives themes to the things that have no table of them."""

_FACETS = """
    insert into search.facets
    -- A code that is its own target is not known to be one recommendation: it stands for all.
    with open_codes as (
        select distinct target as printed from decision_links
        where type = 'mentions_recommendation' and target = printed)
    select facet, value, e.entry from (
        select distinct 'theme' as facet, unnest([t.theme, t.parent]) as value, decision as record
        from decision_themes join themes t using (theme)
        union all
        select distinct 'theme', unnest([t.theme, t.parent]), record
        from told_themes join themes t using (theme)
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


def fill(
    connection: duckdb.DuckDBPyConnection,
    themes: Sequence[ThemeRow],
    aliases: Iterable[PartyAliasRow] = (),
) -> None:
    """Make and fill the tables of search from the filled tables of the record.

    A phrase of a theme is looked for as the theme too, another name of a Party as the Party.
    """
    connection.execute(schema.script("search"))
    connection.execute(_ENTRIES)
    ((entries,),) = connection.execute("select count(*) from search.entries").fetchall()
    postings = Postings(connection, entries)
    for language in LANGUAGES:
        connection.execute(_LABELS.format(lang=language))
        for weight, texts in _FIELDS.values():
            postings.take(texts.format(lang=language), language, weight)
        connection.execute("drop view labels")
    postings.write()
    _facets(connection, Themes(themes))
    _synonyms(connection, themes, aliases)
    for table in ("decision_themes", "decision_links"):  # for what a page of decisions shows
        connection.execute(f"create index {table}_decision on {table} (decision)")


def _facets(connection: duckdb.DuckDBPyConnection, rule: Themes) -> None:
    connection.execute("create temp table told_themes (record varchar, theme varchar)")
    for language in LANGUAGES:
        told = connection.execute(_TOLD.format(lang=language)).fetchall()
        _insert(
            connection,
            "told_themes",
            [
                {"record": record, "theme": theme}
                for record, text in told
                for theme in dict.fromkeys(theme for theme, _ in rule.of(text, language))
            ],
        )
    connection.execute(_FACETS)
    connection.execute("drop table told_themes")


def _synonyms(
    connection: duckdb.DuckDBPyConnection,
    themes: Iterable[ThemeRow],
    aliases: Iterable[PartyAliasRow],
) -> None:
    said = [("party", alias.party, alias.language, alias.alias) for alias in aliases]
    for theme in themes:
        said += [("theme", theme.theme, "en", one) for one in (theme.name_en, *theme.phrases_en)]
        said += [("theme", theme.theme, "fr", one) for one in (theme.name_fr, *theme.phrases_fr)]
    _insert(
        connection,
        "search.synonyms",
        [
            {
                "facet": facet,
                "value": value,
                "language": language,
                "phrase": phrase,
                "stems": stems(phrase, language),
            }
            for facet, value, language, phrase in dict.fromkeys(said)
        ],
    )


def _insert(connection: duckdb.DuckDBPyConnection, table: str, rows: list[dict[str, Any]]) -> None:
    if not rows:
        return
    connection.register("made", pa.Table.from_pylist(rows))
    connection.execute(f"insert into {table} select * from made")
    connection.unregister("made")
