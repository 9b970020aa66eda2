from __future__ import annotations

import threading
from pathlib import Path

import duckdb
import pytest

from lanzadash.library import Library
from lanzadash.store import Store, StoreError, build, open_store


@pytest.fixture
def store(library: Library, tmp_path: Path) -> Store:
    file = tmp_path / "built.duckdb"
    build(library, file, version="1.0")
    return open_store(file)


def test_one_built_file_can_be_opened_by_its_path(store: Store, tmp_path: Path) -> None:
    assert store.file == tmp_path / "built.duckdb"
    assert store.cursor().execute("select count(*) from parties").fetchall() == [(3,)]


def test_a_cursor_is_its_callers_own(store: Store) -> None:
    """Many threads at once, each gets the answer to its own question."""
    answers: dict[int, list[tuple[int, ...]]] = {}

    def ask(number: int) -> None:
        cursor = store.cursor()
        answers[number] = [
            cursor.execute("select $n::integer from range(50)", {"n": number}).fetchall()[-1]
            for _ in range(20)
        ]

    threads = [threading.Thread(target=ask, args=(number,)) for number in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert answers == {number: [(number,)] * 20 for number in range(8)}


@pytest.mark.parametrize(
    "statement",
    [
        "select * from read_text('parties.csv')",
        "copy parties to 'parties.csv'",
        "attach 'other.duckdb'",
        "install fts",
        "load fts",
        "set enable_external_access = true",
        "set global TimeZone = 'UTC'",
        "create table mine (x integer)",
        "delete from parties",
        "select * from library",
    ],
)
def test_locked_down(store: Store, library: Library, statement: str) -> None:
    with pytest.raises(duckdb.Error):
        store.cursor().execute(statement)


def test_time_is_that_of_the_committee(store: Store) -> None:
    ask = "select current_setting('TimeZone')"
    assert store.cursor().execute(ask).fetchall() == [("Europe/Paris",)]


def test_what_is_not_there(tmp_path: Path) -> None:
    for path in (tmp_path, tmp_path / "none", tmp_path / "none.duckdb"):
        with pytest.raises(StoreError, match=r"Nothing is published in .* python -m lanzadash"):
            open_store(path)


@pytest.mark.parametrize("content", [b"", b"not a database", b"\0" * 20_000])
def test_a_damaged_file(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "damaged.duckdb"
    file.write_bytes(content)
    with pytest.raises(StoreError, match="is not a database of lanzadash, or is damaged"):
        open_store(file)


def test_a_file_that_is_cut_off(store: Store, tmp_path: Path) -> None:
    whole = store.file.read_bytes()
    cut = tmp_path / "cut.duckdb"
    cut.write_bytes(whole[: len(whole) // 3])
    with pytest.raises(StoreError):
        open_store(cut)


def test_another_database(tmp_path: Path) -> None:
    file = tmp_path / "other.duckdb"
    duckdb.connect(str(file)).execute("create table t (x integer)").close()
    with pytest.raises(StoreError, match="is not a database of lanzadash"):
        open_store(file)


def test_a_file_that_is_mended_can_be_opened(library: Library, tmp_path: Path) -> None:
    file = tmp_path / "built.duckdb"
    file.write_bytes(b"damaged")
    with pytest.raises(StoreError):
        open_store(file)
    build(library, file, version="1.0")
    assert open_store(file).cursor().execute("select count(*) from bodies").fetchall() == [(1,)]
