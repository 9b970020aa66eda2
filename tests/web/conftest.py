"""Pages drawn as the server draws them, without a browser."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import duckdb
import pytest
from streamlit.testing.v1 import AppTest

from lanzadash.store import published

ROOT = Path(__file__).parents[2]
TODAY = "2026-11-21"


@dataclass(frozen=True)
class Drawn:
    """A page that was drawn."""

    app: AppTest

    @property
    def parts(self) -> list[str]:
        """The HTML of the page, in pieces; without style and behaviour, which are not words."""
        bodies = [str(part.proto.body) for part in self.app.get("html")]
        return [body for body in bodies if not body.startswith(("<style>", "<script>"))]

    @property
    def html(self) -> str:
        """The HTML of the page."""
        return "\n".join(self.parts)


Opener = Callable[..., Drawn]
Alter = Callable[[duckdb.DuckDBPyConnection], object]


@pytest.fixture
def open_page(shipped: Path, monkeypatch: pytest.MonkeyPatch) -> Opener:
    """Draw a page of the dashboard: ``open_page("decisions", id="T-ES/35/d6")``.

    ``store`` is what it shows; the repository's data unless given.
    """

    def draw(page: str = "", /, store: Path = shipped, **address: str) -> Drawn:
        monkeypatch.setenv("LANZADASH_STORE", str(store))
        monkeypatch.setenv("LANZADASH_TODAY", TODAY)
        app = AppTest.from_file(ROOT / "lanzadash" / "web" / "frame.py", default_timeout=60)
        if page:
            app.switch_page(f"../../pages/{page}.py")
        for name, value in address.items():
            app.query_params[name] = value
        return Drawn(app.run())

    return draw


@pytest.fixture(scope="session")
def altered(shipped: Path, tmp_path_factory: pytest.TempPathFactory) -> Callable[[Alter], Path]:
    """A copy of the built file of the repository's data with something in it changed."""

    def alter(change: Alter) -> Path:
        file = published(shipped)
        assert file is not None
        copy = Path(shutil.copy(file, tmp_path_factory.mktemp("altered") / "lanzadash.duckdb"))
        with duckdb.connect(str(copy)) as database:
            change(database)
            # Answers are kept by this digest.
            database.execute("update meta set value = ? where key = 'digest'", [copy.parent.name])
        return copy

    return alter
