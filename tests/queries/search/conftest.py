"""The search collection, built once for the tests of search."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

import pytest

from lanzadash.queries.asof import AsOf
from lanzadash.store import Connection, open_store
from tools.search_accuracy.collection import collect


@pytest.fixture(scope="session")
def collected(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The documents of the corpus, read in with their texts and built."""
    return collect(tmp_path_factory.mktemp("collection"))


@pytest.fixture(scope="session")
def collection(collected: Path) -> Iterator[Connection]:
    """A cursor on it, only looked at."""
    cursor = open_store(collected).cursor()
    yield cursor
    cursor.close()


@pytest.fixture(scope="session")
def today() -> AsOf:
    """A day after everything in the collection."""
    return AsOf(dt.date(2033, 12, 1))
