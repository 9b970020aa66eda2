from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import duckdb
import pytest

from lanzadash.library import Library
from lanzadash.store import BuildError, build, schema


def contents(file: Path) -> dict[str, list[tuple[object, ...]]]:
    """Every table in the order in which its rows were stored."""
    with duckdb.connect(str(file), read_only=True) as connection:
        return {
            name: connection.execute(f"select * from {name} order by rowid").fetchall()
            for name in schema.tables()
        }


def test_the_same_library_gives_the_same_rows_in_the_same_order(
    library: Library, tmp_path: Path
) -> None:
    for name in ("one", "other"):
        build(library, tmp_path / f"{name}.duckdb", version="1.0")
    assert contents(tmp_path / "one.duckdb") == contents(tmp_path / "other.duckdb")


def test_meta_says_what_the_file_was_built_from(library: Library, tmp_path: Path) -> None:
    at = dt.datetime(2032, 2, 2, 9, 30, tzinfo=dt.UTC)
    report = build(library, tmp_path / "built.duckdb", version="1.0", built_at=at)
    assert dict(row[:2] for row in contents(report.file)["meta"]) == {
        "version": "1.0",
        "built_at": "2032-02-02T09:30:00+00:00",
        "digest": "0" * 64,
        "illustrative": "false",
        "read_until": "2032-02-01",
    }


def test_every_column_and_table_has_its_words(
    built: Callable[..., Any],
) -> None:
    ask = built()
    ours = "where not internal and comment is null"
    assert ask(f"select table_name from duckdb_tables() {ours}") == []
    assert ask(f"select table_name, column_name from duckdb_columns() {ours}") == []
    assert ask("select comment from duckdb_tables() where table_name = 'themes'") == [("Themes",)]


def test_the_file_is_self_contained(library: Library, tmp_path: Path) -> None:
    out = tmp_path / "there" / "built.duckdb"
    out.parent.mkdir()
    build(library, out, version="1.0")
    assert [file.name for file in out.parent.iterdir()] == ["built.duckdb"]


def test_progress_is_told_to_the_end(library: Library, tmp_path: Path) -> None:
    told: list[tuple[str, int, int]] = []
    build(
        library,
        tmp_path / "built.duckdb",
        version="1.0",
        progress=lambda step, done, of: told.append((step, done, of)),
    )
    assert [done for _, done, _ in told] == [0, 1, 2, 3]
    assert {of for _, _, of in told} == {3}


def test_all_faults_are_told_and_the_old_file_stays(library: Library, tmp_path: Path) -> None:
    out = tmp_path / "built.duckdb"
    build(library, out, version="1.0")
    before = out.read_bytes()
    cover = library.round_parties[0]
    wrong = replace(
        library,
        round_parties=(
            cover.model_copy(update={"party": "XXX"}),
            cover.model_copy(update={"round": "tunnels"}),
        ),
        tiles=(*library.tiles, library.tiles[0].model_copy(update={"party": "MLT"})),
    )
    with pytest.raises(BuildError) as raised:
        build(wrong, out, version="1.0")
    assert raised.value.faults == [
        "round_parties harbours/XXX: expected party to be one of parties, found 'XXX'",
        "obligations T-ES/85/d2/deadline-1/XXX: expected party to be one of parties, found 'XXX'",
        "round_parties tunnels/MLT: expected round to be one of rounds, found 'tunnels'",
        "MLT and PRT: expected that two Parties do not share a tile",
    ]
    assert out.read_bytes() == before
    assert [file.name for file in tmp_path.iterdir()] == ["built.duckdb"]


def test_two_rows_with_one_key_are_a_fault(library: Library, tmp_path: Path) -> None:
    twice = replace(library, rounds=(*library.rounds, library.rounds[0]))
    with pytest.raises(BuildError, match="rounds: expected one round harbours, found 2"):
        build(twice, tmp_path / "built.duckdb", version="1.0")


def test_a_folder_that_is_not_there_is_told(library: Library, tmp_path: Path) -> None:
    with pytest.raises(BuildError, match="could not be written"):
        build(library, tmp_path / "none" / "built.duckdb", version="1.0")


def test_a_name_with_a_quote(library: Library, tmp_path: Path) -> None:
    report = build(library, tmp_path / "l'été.duckdb", version="1.0")
    assert len(contents(report.file)["parties"]) == 3
