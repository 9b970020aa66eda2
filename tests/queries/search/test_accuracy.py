"""The table of queries: what each must find and must not, judged by reading the decisions."""

from __future__ import annotations

import pytest

from lanzadash.store import Connection
from tools.search_accuracy.table import Asked, asked, figures, outcome

ASKED = asked()


def test_the_collection_has_decisions_in_both_languages(collection: Connection) -> None:
    found = collection.execute(
        """select count(*), count(*) filter (text_fr is null), count(*) filter (text_en is null)
        from decisions"""
    ).fetchone()
    assert found is not None
    every, english_alone, french_alone = found
    assert every >= 140
    assert min(english_alone, french_alone) >= 30


def test_the_table_names_decisions_that_there_are(collection: Connection) -> None:
    there = {row[0] for row in collection.execute("select decision from decisions").fetchall()}
    for row in ASKED:
        assert row.must <= there, row.query
        assert (row.must_not or frozenset()) <= there, row.query


def test_the_table_is_long_and_half_of_it_french() -> None:
    assert len(ASKED) >= 70
    french = sum(row.language == "fr" for row in ASKED)
    assert 0.4 < french / len(ASKED) < 0.6
    assert len({(row.language, row.query) for row in ASKED}) == len(ASKED)


@pytest.mark.parametrize("row", ASKED, ids=[f"{row.language} {row.query}" for row in ASKED])
def test_a_query_finds_what_a_person_would_want(collection: Connection, row: Asked) -> None:
    one = outcome(collection, row)
    if row.known_gap:
        assert not one.kept, f"no longer a gap, empty its cell known_gap: {row.known_gap}"
        return
    assert not one.missed, row.why
    assert not one.wrong, row.why
    assert one.kept, f"{row.why}; offered: {sorted(one.offered)}"


def test_precision_and_recall_over_the_whole_table(collection: Connection) -> None:
    sums = figures(outcome(collection, row) for row in ASKED)
    assert sums.precision >= 0.98
    assert sums.recall >= 0.96
