"""What differs between two built files."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import duckdb
import pytest

from lanzadash.library import Library
from lanzadash.records import DeadlineChangeRow, Record
from lanzadash.store import (
    Difference,
    StoreError,
    build,
    difference,
    latest_difference,
    open_store,
    publish,
    published,
)

List = Callable[..., Record]
REPLIES = "T-ES/85/d2/deadline-1"
MOVED = DeadlineChangeRow.model_validate(
    {
        "deadline": REPLIES,
        "body": "T-ES",
        "change": "moved",
        "due": "2032-02-01",
        "known_on": "2031-12-01",
        "source": "our own example",
        "certainty": "sourced",
    }
)


@pytest.fixture
def files(library: Library, tmp_path: Path) -> Callable[..., tuple[Path, Path]]:
    """Two built files: the small library, and the same with what a test wants different."""

    def make(**over: object) -> tuple[Path, Path]:
        old, new = tmp_path / "old.duckdb", tmp_path / "new.duckdb"
        build(library, old, version="1.0")
        build(replace(library, **over), new, version="1.0")
        return old, new

    return make


def test_the_same_data_differs_in_nothing(files: Callable[..., tuple[Path, Path]]) -> None:
    assert difference(*files()) == []


def test_added_and_removed(files: Callable[..., tuple[Path, Path]]) -> None:
    old, new = files(deadline_changes=(MOVED,))
    change = f"{REPLIES}/change-1"
    assert difference(old, new) == [Difference("deadline_changes", change, "added")]
    assert difference(new, old) == [Difference("deadline_changes", change, "removed")]


def test_changed_values(files: Callable[..., tuple[Path, Path]], the_list: List) -> None:
    decisions = [one.model_dump(mode="json") for one in the_list("en").decisions]
    decisions[1] |= {"verb": "instruct", "summary_en": None, "summary_fr": "Nouveau."}
    found = difference(*files(records=(the_list("en", decisions=decisions),)))
    assert [(one.key, one.column, one.old, one.new) for one in found] == [
        ("T-ES/85/d2", "verb", "invite", "instruct"),
        ("T-ES/85/d2", "summary_en", "Replies about the helpline are asked for.", None),
        ("T-ES/85/d2", "summary_fr", None, "Nouveau."),
    ]
    assert {(one.table, one.what) for one in found} == {("decisions", "changed")}


def test_what_one_of_them_does_not_have_yet(files: Callable[..., tuple[Path, Path]]) -> None:
    old, new = files(deadline_changes=(MOVED,))
    with duckdb.connect(str(old)) as database:
        database.execute("drop table deadline_changes")
        database.execute("alter table decisions drop column verb")
    assert [one.what for one in difference(old, new)] == ["added"]
    assert [one.what for one in difference(new, old)] == ["removed"]


def test_a_file_that_is_being_served_can_be_compared(
    files: Callable[..., tuple[Path, Path]],
) -> None:
    old, new = files(deadline_changes=(MOVED,))
    with open_store(old).cursor(), open_store(new).cursor():
        assert len(difference(old, new)) == 1


@pytest.mark.parametrize("broken", [0, 1])
def test_what_is_no_built_file(files: Callable[..., tuple[Path, Path]], broken: int) -> None:
    both = files()
    both[broken].write_bytes(b"not a database" * 1000)
    with pytest.raises(StoreError, match="lanzadash build"):
        difference(*both)


def test_the_latest_generation_beside_the_one_before(library: Library, tmp_path: Path) -> None:
    store = tmp_path / "store"
    assert latest_difference(store) is None
    publish(store, library, version="1.0")
    assert latest_difference(store) is None
    assert latest_difference(published(store) or store) is None
    publish(store, replace(library, deadline_changes=(MOVED,), digest="1" * 64), version="1.0")
    assert latest_difference(store) == (
        Difference("deadline_changes", f"{REPLIES}/change-1", "added"),
    )
