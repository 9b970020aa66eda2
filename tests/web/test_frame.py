"""What stands around every page, and what a person sees when there is nothing to show."""

from __future__ import annotations

import datetime as dt
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import duckdb
import pytest

from lanzadash import __version__
from lanzadash.demo import generate
from lanzadash.language import CODES, language
from lanzadash.library import digest, load
from lanzadash.store import publish
from lanzadash.web.pages import TITLES

Opener = Callable[..., Any]
ROOT = Path(__file__).parents[2]


def nothing(store: Path) -> None:
    pass


def a_pointer_to_nothing(store: Path) -> None:
    (store / "current").write_text("lanzadash-abc-1.duckdb\n")


def a_pointer_out_of_the_folder(store: Path) -> None:
    (store / "current").write_text("../../etc/passwd\n")


def a_damaged_pointer(store: Path) -> None:
    (store / "current").write_bytes(b"\xff\xfe\x00")


def a_damaged_file(store: Path) -> None:
    (store / "lanzadash-abc-1.duckdb").write_bytes(b"not a database" * 1000)
    a_pointer_to_nothing(store)


def an_empty_file(store: Path) -> None:
    (store / "lanzadash-abc-1.duckdb").write_bytes(b"")
    a_pointer_to_nothing(store)


def another_database(store: Path) -> None:
    with duckdb.connect(str(store / "lanzadash-abc-1.duckdb")) as database:
        database.execute("create table shopping (item varchar)")
    a_pointer_to_nothing(store)


FAULTS = [
    nothing,
    a_pointer_to_nothing,
    a_pointer_out_of_the_folder,
    a_damaged_pointer,
    a_damaged_file,
    an_empty_file,
    another_database,
]


@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: fault.__name__)
def test_a_store_that_cannot_be_read_is_told_with_what_to_do(
    open_page: Opener, tmp_path: Path, fault: Callable[[Path], None]
) -> None:
    fault(tmp_path)
    drawn = open_page("deadlines", tmp_path)
    assert not drawn.app.exception
    assert drawn.html.count("<h1") == 1
    assert "python -m lanzadash build" in drawn.html
    assert "Traceback" not in drawn.html


@pytest.mark.parametrize("code", CODES)
def test_a_missing_store_is_told_in_the_language_of_the_address(
    open_page: Opener, tmp_path: Path, code: str
) -> None:
    drawn = open_page("", tmp_path / "nowhere", lang=code)
    assert language(code)("Nothing to show yet") in drawn.html


def test_pages_show_what_was_published_meanwhile(
    open_page: Opener, shipped: Path, tmp_path: Path
) -> None:
    store = tmp_path / "store"
    assert "Nothing to show yet" in open_page("", store).html
    shutil.copytree(shipped, store)
    assert "Nothing to show yet" not in open_page("", store).html


@pytest.mark.parametrize("page", TITLES)
def test_a_page_with_no_data_says_so(open_page: Opener, emptied: Path, page: str) -> None:
    drawn = open_page(page, emptied)
    assert not drawn.app.exception
    assert drawn.html.count("<h1") == 1


@pytest.mark.parametrize(
    ("page", "words"),
    [
        ("", "No decisions are on file for this day."),
        ("", "No coming meeting is on file."),
        ("deadlines", "No deadline on file is still to come."),
        ("decisions", "Nothing on file matches."),
        ("sources", "No document of this kind is on file."),
    ],
)
def test_missing_facts_are_said_to_be_missing(
    open_page: Opener, emptied: Path, page: str, words: str
) -> None:
    assert words in open_page(page, emptied).html


@pytest.mark.parametrize("page", TITLES)
def test_illustrative_data_says_so_on_every_page(open_page: Opener, demo: Path, page: str) -> None:
    drawn = open_page(page, demo)
    assert not drawn.app.exception
    assert 'class="banner illustrative"' in drawn.html
    assert drawn.html.count("Illustrative data.") >= 2  # at the top and in the footer


def test_illustrative_data_has_deadlines_to_come_and_outcomes(
    open_page: Opener, demo: Path
) -> None:
    deadlines = open_page("deadlines", demo, party="PRT")
    assert "No deadline on file is still to come." not in deadlines.html
    outcomes = open_page("recommendations", demo, layer="outcome")
    assert "status-in_compliance" in outcomes.html
    assert "status-not_in_compliance" in outcomes.html


@pytest.mark.parametrize(
    ("day", "banner"),
    [
        (None, None),
        ("2021-12-03", "As of 3 December 2021."),
        ("2026-11-20", "As of 20 November 2026."),
        ("2026-11-21", None),
        ("not a day", None),
        ("2026-12-01", "Counted from 1 December 2026."),
    ],
)
def test_a_view_of_another_day_says_so(
    open_page: Opener, day: str | None, banner: str | None
) -> None:
    drawn = open_page("deadlines", **({"as_of": day} if day else {}), kind="questionnaire")
    told = [part for part in drawn.parts if 'class="banner past"' in part]
    assert [banner in part for part in told] == ([True] if banner else [])
    assert all('href="/deadlines?kind=questionnaire"' in part for part in told)


def test_as_of_the_last_day_of_a_meeting(open_page: Opener) -> None:
    drawn = open_page("deadlines", party="PRT", page="2")
    days = next(box for box in drawn.app.selectbox if box.key.startswith("as-of"))
    days.select("2021-12-03").run()
    assert dict(drawn.app.query_params) == {"party": "PRT", "as_of": "2021-12-03"}
    assert "As of 3 December 2021." in drawn.html


def test_the_current_page_is_marked_in_the_menu(open_page: Opener) -> None:
    for page in TITLES:
        [masthead] = [part for part in open_page(page).parts if "masthead" in part]
        assert masthead.count('aria-current="page"') == 1
        assert f'href="/{page}" aria-current="page"' in masthead


@pytest.fixture(scope="module")
def emptied(altered: Callable[[Any], Path]) -> Path:
    """A built file with the committee and nothing else."""

    def empty(database: duckdb.DuckDBPyConnection) -> None:
        tables = "select schema_name || '.' || table_name from duckdb_tables()"
        for (table,) in database.execute(tables).fetchall():
            if table not in ("main.bodies", "main.meta"):
                database.execute(f"delete from {table}")

    return altered(empty)


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The generated data set, published."""
    data = tmp_path_factory.mktemp("demo")
    generate(load(ROOT / "data"), data, dt.date(2026, 11, 21))
    publish(data / "store", load(data), version=__version__)
    return data / "store"


def test_an_older_build_says_so_until_another_is_shown(
    open_page: Opener, shipped: Path, altered: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LANZADASH_FAULTS", f"3 {digest(ROOT / 'data')}")
    assert "The data has 3 faults." in open_page().html
    newer = altered(lambda database: None)
    assert "The data has" not in open_page(store=newer).html
