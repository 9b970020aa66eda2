"""The same decisions and the same searches in SQLite FTS5, as one would write it.

``unicode61`` without accents and ``porter``; ranked by ``bm25`` with the weights of our fields;
``snippet`` for the page; facets counted by joining a table of what matched.
"""

from __future__ import annotations

import re
import sqlite3
from pathlib import Path

import duckdb

from lanzadash.queries.search.found import Filters
from tools.bench.search.cases import Case

_COLUMNS = "labels, context_en, context_fr, summary_en, summary_fr, text_en"
_TABLES = """
    create table decisions (entry integer primary key, decision text, known_on text, meeting text,
                            verb text, summary_en text, summary_fr text, text_en text);
    create table facets (facet text, value text, entry integer,
                         primary key (facet, value, entry)) without rowid;
    create table labelled (entry integer, facet text, value text,
                           primary key (entry, facet, value)) without rowid;
    create virtual table words using fts5 (
        {columns}, tokenize = "porter unicode61 remove_diacritics 2");
"""
_WEIGHTS = "1.5, 1.5, 1.5, 2.5, 2.5, 1.0"
_WORDS = """
    with labels as (
        select decision, concat_ws(' ', t.name_en, t.name_fr) as label
        from decision_themes join themes t using (theme)
        union all
        select decision, coalesce(printed, concat_ws(' ', p.name_en, p.name_fr))
        from decision_links l left join parties p on p.party = l.target),
    labelled as (select decision, string_agg(label, ' ') as labels from labels group by 1)
    select e.entry, l.labels, d.context_en, d.context_fr, d.summary_en, d.summary_fr, d.text_en
    from decisions d join search.entries e on e.record = d.decision
    left join labelled l using (decision)
"""
_DECISIONS = """
    select e.entry, d.decision, d.known_on::varchar, d.meeting, d.verb, d.summary_en, d.summary_fr,
           d.text_en
    from decisions d join search.entries e on e.record = d.decision
"""
_FACETS = """
    select facet, value, entry from search.facets join search.entries using (entry)
    where kind = 'decision'
"""
_PAGE = 25


def write(store: Path, out: Path) -> None:
    """Copy the decisions of a store file into an SQLite file, and index them."""
    source = duckdb.connect(str(store), read_only=True)
    source.execute("set enable_progress_bar = false")
    database = sqlite3.connect(out)
    database.executescript("pragma journal_mode = off; pragma synchronous = off")
    database.executescript(_TABLES.format(columns=_COLUMNS))
    for table, question, columns in (
        ("decisions", _DECISIONS, 8),
        (
            "words (rowid, labels, context_en, context_fr, summary_en, summary_fr, text_en)",
            _WORDS,
            7,
        ),
        ("facets", _FACETS, 3),
    ):
        found = source.execute(question)
        marks = ", ".join("?" * columns)
        while rows := found.fetchmany(20_000):
            database.executemany(f"insert into {table} values ({marks})", rows)
    database.execute("insert into labelled select entry, facet, value from facets order by 1, 2, 3")
    database.execute("insert into words (words) values ('optimize')")
    database.commit()
    database.execute("analyze")
    database.close()
    source.close()


class Fts5:
    """Searches such a file."""

    def __init__(self, file: Path) -> None:
        self._database = sqlite3.connect(f"file:{file}?mode=ro", uri=True)
        self._database.executescript(
            "pragma temp_store = memory; pragma cache_size = -262144;"
            "pragma mmap_size = 4000000000;"
            "create temp table hits (entry integer primary key, score real);"
        )

    def search(self, case: Case) -> int:
        """The first page with snippets, and the facets counted: how many were found."""
        ask = self._database.execute
        filters = dict(case.filters)
        match = _query(case.text)
        total = 0
        for left_out in [None, *filters]:
            others = tuple((name, values) for name, values in filters.items() if name != left_out)
            where, given = _where(others)
            ask("delete from hits")
            if match:
                ask(
                    f"insert into hits select rowid, bm25(words, {_WEIGHTS}) from words "
                    f"where words match ? {where.format('rowid')}",
                    [match, *given],
                )
            else:
                ask(
                    f"insert into hits select entry, 0 from decisions where 1 "
                    f"{where.format('entry')}",
                    given,
                )
            facet = "f.facet = ?" if left_out else "1"
            ask(
                f"select f.facet, f.value, count(*) from hits join labelled f using (entry) "
                f"where {facet} group by 1, 2",
                [left_out] if left_out else [],
            ).fetchall()
            if left_out is None:
                total = self._page(match)
        return total

    def _page(self, match: str) -> int:
        ask = self._database.execute
        (total,) = ask("select count(*) from hits").fetchone()
        page = ask(f"select entry from hits order by score, entry limit {_PAGE}").fetchall()
        ids = ", ".join(str(entry) for (entry,) in page)
        ask(f"select * from decisions where entry in ({ids})").fetchall()
        if match:
            ask(
                f"""select rowid, snippet(words, -1, '<mark>', '</mark>', '…', 45) from words
                where words match ? and rowid in ({ids})""",
                [match],
            ).fetchall()
        return int(total)


def _query(text: str) -> str:
    """In the language of FTS5: ``NOT`` takes two sides there."""
    wanted, _, unwanted = text.partition(" NOT ")
    asked = " OR ".join(
        "(" + " AND ".join(re.findall(r'"[^"]+"|\S+', group)) + ")"
        for group in wanted.split(" OR ")
        if group
    )
    return f"({asked}) NOT {unwanted}" if unwanted else asked


def _where(filters: Filters) -> tuple[str, list[str]]:
    """Conditions on a column named later, and their values."""
    conditions, given = "", []
    for facet, values in filters:
        marks = ", ".join("?" * len(values))
        conditions += (
            f" and {{0}} in (select entry from facets where facet = ? and value in ({marks}))"
        )
        given += [facet, *values]
    return conditions, given
