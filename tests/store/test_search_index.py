"""The tables of search in a built file: every word where it stands, and nothing else."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from lanzadash.library import Library
from lanzadash.records import Record, Texts
from lanzadash.search.words import folded, stem, words
from lanzadash.store import Connection, build, open_store

from .conftest import a_list, texts_of


def built(library: Library, folder: Path) -> Connection:
    file = folder / f"{len(list(folder.iterdir()))}.duckdb"
    build(library, file, version="1.0")
    return open_store(file).cursor()


@pytest.fixture
def made(library: Library, tmp_path: Path) -> Iterator[Connection]:
    """The small library with both lists and their texts."""
    records = (a_list("en"), a_list("fr"))
    texts = {f"T-ES-2031-85_{code}": texts_of(code, f"Ça {code}") for code in ("en", "fr")}
    connection = built(replace(library, records=records, texts=texts), tmp_path)
    yield connection
    connection.close()


def rows(connection: Connection, query: str) -> list[tuple[Any, ...]]:
    return connection.execute(query).fetchall()


def test_everything_that_can_be_found_is_an_entry(made: Connection) -> None:
    for table, key, kind in (
        ("decisions", "decision", "decision"),
        ("recommendations", "recommendation", "recommendation"),
        ("agenda_items", "agenda_item", "agenda_item"),
    ):
        there = rows(made, f"select {key}, known_on from {table} order by 1")
        found = rows(
            made, f"select record, known_on from search.entries where kind = '{kind}' order by 1"
        )
        assert found == there, table
    numbers = [row[0] for row in rows(made, "select entry from search.entries order by entry")]
    assert numbers == list(range(len(numbers)))


def test_words_are_in_the_order_of_their_folded_forms(made: Connection) -> None:
    found = rows(made, "select word, form, language, folded, stem from search.words order by word")
    assert [row[0] for row in found] == list(range(len(found)))
    assert [row[3] for row in found] == sorted(row[3] for row in found)
    assert len({(row[1], row[2]) for row in found}) == len(found)
    for _, form, language, fold, root in found:
        assert (fold, root) == (folded(form), stem(form, language))


def test_a_word_counts_the_things_it_stands_in(made: Connection) -> None:
    assert not rows(
        made,
        """select form from search.words w
        where entries <> (select count(*) from search.postings p where p.word = w.word)
           or entries <> (select count(distinct entry) from search.places p where p.word = w.word)
           or entries = 0""",
    )


def test_what_stands_in_a_text_stands_there_in_order(made: Connection) -> None:
    found = rows(
        made,
        """select w.language, place // 65536, list(form order by place)
        from search.places p join search.words w using (word)
        join search.entries e using (entry) where e.record = 'T-ES/85/d2' group by all""",
    )
    said = {(language, " ".join(forms)) for language, _, forms in found}
    assert ("en", "ça en 2 a b") in said
    assert ("fr", "ça fr 2 a b") in said
    assert ("en", "replies about the helpline are asked for") in said
    assert ("en", "context") in said
    fields = [field for _, field, _ in found]
    assert len(fields) == len(set(fields))


def test_a_word_weighs_more_in_a_summary_than_in_a_text(library: Library, tmp_path: Path) -> None:
    record = a_list(
        "en",
        decisions=[
            {"index": 1, "number": 1, "verb": "adopt", "summary_en": "the zebra"},
            {"index": 2, "number": 2, "verb": "adopt", "summary_en": "the horse"},
        ],
    )
    texts = Texts.model_validate(
        {
            "id": record.id,
            "sha256": record.document.sha256,
            "decisions": [
                {"index": 1, "text": "about a horse"},
                {"index": 2, "text": "about a zebra"},
            ],
        }
    )
    connection = built(replace(library, records=(record,), texts={record.id: texts}), tmp_path)
    found = dict(
        rows(
            connection,
            """select record, weight from search.postings join search.words using (word)
            join search.entries using (entry) where form = 'zebra'""",
        )
    )
    assert found["T-ES/85/d1"] > found["T-ES/85/d2"]


def test_every_facet_is_of_things_there_are(made: Connection) -> None:
    doubled = rows(
        made, "select facet, value, entry from search.facets group by all having count(*) > 1"
    )
    assert doubled == []
    loose = "select * from search.facets anti join search.entries using (entry)"
    assert rows(made, loose) == []
    found = {
        (facet, value)
        for facet, value in rows(
            made,
            """select facet, value from search.facets join search.entries using (entry)
            where record = 'T-ES/85/d2'""",
        )
    }
    assert {("meeting", "T-ES/85"), ("verb", "invite"), ("year", "2031")} <= found
    assert ("recommendation", "harbours/R2") in found
    assert ("code", "R2") in found
    assert ("theme", "helplines") in found
    assert ("document_kind", "list_of_decisions") in found


def test_recommendations_and_agenda_items_have_the_themes_of_their_words(
    library: Library, tmp_path: Path
) -> None:
    above = library.themes[0].model_copy(
        update={"theme": "protection", "phrases_en": (), "phrases_fr": ()}
    )
    themes = (above, library.themes[0].model_copy(update={"parent": "protection"}))
    summaries = {"harbours/R1": "Open helplines.", "harbours/R2": "Hear children."}
    recommendations = tuple(
        one.model_copy(update={"summary_en": summaries.get(one.recommendation, "Other.")})
        for one in library.recommendations
    )
    agenda = a_list(
        "fr",
        decisions=[],
        deadlines=[],
        recommendation_mentions=[],
        meeting_mentions=[],
        agenda_items=[
            {"number": "1", "summary_en": "Opening"},
            {"number": "2", "summary_en": "A new helpline", "summary_fr": "Ligne d’assistance"},
        ],
    )
    agenda = agenda.model_copy(
        update={
            "id": "agenda-85_fr",
            "document": agenda.document.model_copy(update={"kind": "agenda", "symbol": None}),
        }
    )
    changed = replace(
        library, themes=themes, recommendations=recommendations, records=(*library.records, agenda)
    )
    found = rows(
        built(changed, tmp_path),
        """select record, value from search.facets join search.entries using (entry)
        where facet = 'theme' and kind <> 'decision' order by all""",
    )
    assert found == [
        ("T-ES/85/item-2", "helplines"),
        ("T-ES/85/item-2", "protection"),
        ("harbours/R1", "helplines"),
        ("harbours/R1", "protection"),
    ]


def test_phrases_of_themes_are_synonyms(made: Connection) -> None:
    found = {
        (row[0], row[1]): row[2]
        for row in rows(made, "select language, phrase, stems from search.synonyms")
    }
    assert found["en", "Portuguese Republic"] == ["portugues", "republ"]
    assert found["en", "child victims"] == ["child", "victim"]
    assert set(found) >= {("en", "Helplines"), ("fr", "Lignes d’assistance"), ("fr", "TIC")}


def test_a_library_without_anything_to_find_is_built(library: Library, tmp_path: Path) -> None:
    empty = replace(library, recommendations=(), assessments=(), stages=(), themes=(), records=())
    connection = built(empty, tmp_path)
    assert rows(connection, "select count(*) from search.entries") == [(0,)]
    assert rows(connection, "select count(*) from search.words") == [(0,)]


def test_nothing_temporary_is_left(made: Connection) -> None:
    tables = {
        row[0] for row in rows(made, "select table_name from duckdb_tables() where temporary")
    }
    assert not tables
    schemas = {row[0] for row in rows(made, "select distinct schema_name from duckdb_tables()")}
    assert schemas == {"main", "search"}


LETTERS = st.characters(exclude_categories=["Cs", "Cn"])


@settings(
    deadline=None, max_examples=4, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.lists(st.text(LETTERS, min_size=1), min_size=1, max_size=40))
@example(["one\x00two three", "\x00"])
@example(["İstanbul ΑΣ Σ", "e\u0301\u0327 ﬁ ½ª²Ⅷ", "Ångström \u212b", "l’été T‑ES(2031)85_fr"])
def test_the_words_of_a_text_are_those_of_a_query(
    library: Library, tmp_path: Path, said: list[str]
) -> None:
    decisions = [
        {"index": n, "number": n, "verb": "adopt", "summary_en": text}
        for n, text in enumerate(said, start=1)
    ]
    record = Record.model_validate(
        a_list("en").model_dump()
        | {"decisions": decisions, "deadlines": [], "recommendation_mentions": []}
        | {"meeting_mentions": []}
    )
    connection = built(replace(library, records=(record,)), tmp_path)
    found: dict[str, Counter[str]] = {}
    for name, form in rows(
        connection,
        """select record, form from search.places join search.words using (word)
        join search.entries using (entry)
        where place // 65536 = 3 and kind = 'decision'""",
    ):
        found.setdefault(name, Counter())[form] += 1
    connection.close()
    for number, text in enumerate(said, start=1):
        expected = Counter(word.text for word in words(text))
        assert found.get(f"T-ES/85/d{number}", Counter()) == expected
