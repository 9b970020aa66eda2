"""What is kept of a built file: its vocabulary, its values, and for how long."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest

from lanzadash import __version__
from lanzadash.library import load
from lanzadash.queries.asof import AsOf
from lanzadash.queries.search import found
from lanzadash.queries.search.index import Index, index
from lanzadash.store import Connection, build, open_store


@pytest.fixture(scope="session")
def at(collection: Connection) -> Index:
    return index(collection)


def forms(at: Index, numbers: list[int]) -> set[str]:
    return {at.vocabulary.forms[number] for number in numbers}


@pytest.mark.parametrize(
    ("word", "expected", "why"),
    [
        ("reponses", {"réponses"}, "accents aside"),
        ("RÉPONSES", {"réponses"}, "case aside"),
        ("helpline", set(), "not in another form"),
        ("kovacova", {"kováčová"}, "several accents"),
        ("oeuvre", {"œuvre"}, "two letters for one"),
        ("qzxvwk", set(), "not on file"),
    ],
)
def test_a_word_as_it_is(at: Index, word: str, expected: set[str], why: str) -> None:
    assert forms(at, at.vocabulary.exactly(word)) == expected, why


@pytest.mark.parametrize(
    ("word", "expected", "missing"),
    [
        ("helpline", {"helplines"}, {"help"}),
        ("adopting", {"adopted", "adopts", "adoption"}, {"adapt"}),
        ("reponse", {"réponse", "réponses"}, {"répondre"}),
        ("traduction", {"traduire", "traduit"}, set()),
        ("child", {"children"}, set()),
        ("observers", {"observer", "observers"}, {"observations"}),
        ("observateurs", {"observateur", "observateurs"}, {"observations"}),
    ],
)
def test_a_word_in_any_form(at: Index, word: str, expected: set[str], missing: set[str]) -> None:
    found = forms(at, at.vocabulary.any_form(word))
    assert expected <= found
    assert not missing & found
    assert forms(at, at.vocabulary.exactly(word)) <= found


def test_the_beginning_of_a_word(at: Index) -> None:
    found = forms(at, at.vocabulary.beginning("ÉLE"))
    assert "élections" in found
    assert "elected" in found
    assert all(at.vocabulary.folded[one] for one in at.vocabulary.beginning("ele"))
    assert not at.vocabulary.beginning("qzx")
    assert forms(at, at.vocabulary.exactly("elected")) <= found


def test_things_are_numbered_in_the_order_of_the_list(collection: Connection, at: Index) -> None:
    decisions = np.flatnonzero(at.kinds["decision"]).astype(np.int32)
    records = at.records(collection, decisions)
    assert records[0] == "T-ES/67/d1"
    assert records[-1] == "T-ES/50/d12"
    assert at.records(collection, decisions[:0]) == []
    assert at.records(collection, decisions[::-1]) == records[::-1]


def test_a_day_before_everything_knows_nothing(at: Index) -> None:
    assert not at.known(np.datetime64("2000-01-01")).any()
    assert at.known(None).all()


def test_an_index_is_read_once_and_again_for_a_new_file(
    data_folder: Callable[..., Path], tmp_path: Path
) -> None:
    root = data_folder()
    days = [dt.datetime(2032, 1, day, tzinfo=dt.UTC) for day in (1, 2)]
    made = []
    for day in days:
        file = tmp_path / f"{day.day}.duckdb"
        build(load(root), file, version=__version__, built_at=day)
        cursor = open_store(file).cursor()
        made.append(index(cursor))
        assert index(cursor) is made[-1]
    assert made[0] is not made[1]


def test_a_file_with_nothing_in_it_is_searched(
    data_folder: Callable[..., Path], tmp_path: Path
) -> None:
    root = data_folder(records=())
    for table in ("recommendations", "assessments", "stages", "themes", "deadline_changes"):
        for path in root.rglob(f"{table}.csv"):
            header = path.read_text(encoding="utf-8").splitlines()[0]
            path.write_text(f"{header}\n", encoding="utf-8")
    (root / "corrections.csv").write_text(
        "record,field,printed,corrected,why,date\n", encoding="utf-8"
    )
    file = tmp_path / "empty.duckdb"
    build(load(root), file, version=__version__)
    cursor = open_store(file).cursor()
    answer = found(cursor, AsOf(dt.date(2032, 1, 1)), "helplines OR x* NOT y", (("year", ("1",)),))
    assert answer.total == 0
    assert answer.records == ()
