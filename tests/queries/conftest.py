"""The small folder, built and open."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from lanzadash import __version__
from lanzadash.library import load
from lanzadash.store import Connection, build, open_store


@pytest.fixture
def opened(data_folder: Callable[..., Path], tmp_path: Path) -> Iterator[Callable[..., Connection]]:
    """A cursor on the small folder, built with the rows that a test wants different."""
    with ExitStack() as stack:

        def make(**changes: object) -> Connection:
            file = tmp_path / f"{len(list(tmp_path.iterdir()))}.duckdb"
            build(load(data_folder(**changes)), file, version=__version__)
            return stack.enter_context(open_store(file).cursor())

        yield make
