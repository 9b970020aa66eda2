"""A text from the data can never become markup."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import duckdb
import pytest

from lanzadash.language import Text, language
from lanzadash.web.html import day, marked, render, source

Opener = Callable[..., Any]
EN, FR = language("en"), language("fr")
EVIL = """</p><script>alert(1)</script>"'><img src=x onerror=alert(1)>{{ 7*7 }} ; javascript:1"""
TEXTS = """
    _en _fr title note source address submit_to place city country printed phrase report addressees
    document state_source found_in coverage launched article zone due_time version reached_on
    assessed_on
""".split()

KEYS = {
    (table, "document")
    for table in ("documents", "decisions", "deadlines", "agenda_items", "sources")
}


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (None, ""),
        ("T-ES(2021)37_en rev.", "T-ES(2021)37_en rev."),
        (
            "https://rm.coe.int/a?b=1&c=2",
            '<a href="https://rm.coe.int/a?b=1&amp;c=2" rel="noreferrer external">rm.coe.int</a>',
        ),
        (
            "A ; http://x.org/1",
            'A · <a href="http://x.org/1" rel="noreferrer external">x.org</a>',
        ),
        ("javascript:alert(1)", "javascript:alert(1)"),
        ("https://", "https://"),
        ("<b>", "&lt;b&gt;"),
        (
            'https://x.org/"onclick="y',
            '<a href="https://x.org/&#34;onclick=&#34;y" rel="noreferrer external">x.org</a>',
        ),
    ],
)
def test_sources(value: str | None, expected: str) -> None:
    assert source(value) == expected


def test_a_day_can_be_read_by_a_machine_too() -> None:
    expected = '<time datetime="2021-12-10">10 December 2021</time>'
    assert day(EN, dt.date(2021, 12, 10)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (Text("R & D", "en"), "R &amp; D"),
        (Text("<b>", "fr"), '<span lang="fr">&lt;b&gt;</span> <small class="note">(in French)'),
    ],
)
def test_a_text_in_the_other_language_says_so(text: Text, expected: str) -> None:
    assert marked(EN, text).startswith(expected)


def test_a_title_is_a_text() -> None:
    assert render("title.html", FR, title="<b>", lead="a & b") == (
        '<h1>&lt;b&gt;</h1>\n<p class="lead">a &amp; b</p>'
    )


@pytest.mark.parametrize("code", ["en", "fr"])
@pytest.mark.parametrize(
    ("page", "address"),
    [
        ("", {}),
        ("", {"as_of": "2021-12-03"}),
        ("deadlines", {}),
        ("decisions", {}),
        ("decisions", {"q": EVIL}),
        ("decisions", {"id": "T-ES/35/d6"}),
        ("decisions", {"id": "T-ES/35/d2"}),
        ("decisions", {"id": EVIL}),
        ("meetings", {}),
        ("meetings", {"id": "T-ES/28"}),
        ("meetings", {"id": "T-ES/35"}),
        ("recommendations", {}),
        ("recommendations", {"layer": "stage"}),
        ("party", {}),
        ("party", {"party": "PRT"}),
        ("party", {"party": EVIL}),
        ("sources", {}),
    ],
    ids=str,
)
def test_no_text_of_the_data_or_the_address_becomes_markup(
    open_page: Opener, poisoned: Path, page: str, address: dict[str, str], code: str
) -> None:
    drawn = open_page(page, poisoned, lang=code, **address)
    assert not drawn.app.exception
    assert "alert(1)" in drawn.html
    markup = Markup()
    markup.feed(drawn.html)
    assert not markup.tags & {"script", "img", "iframe", "object", "style"}
    assert not {name for name in markup.attributes if name.startswith("on")}
    assert not {link for link in markup.links if not link.startswith(("/", "http", "mailto:"))}


@pytest.fixture(scope="module")
def poisoned(altered: Callable[[Any], Path]) -> Path:
    """The repository's data with markup in every text."""

    def poison(database: duckdb.DuckDBPyConnection) -> None:
        columns = database.execute(
            """select table_name, column_name from duckdb_columns()
               where data_type = 'VARCHAR' and not internal
               and schema_name = 'main' and table_name <> 'meta'"""
        ).fetchall()
        for table, column in columns:
            if column.endswith(tuple(TEXTS)) and (table, column) not in KEYS:
                database.execute(f"update {table} set {column} = concat({column}, ?)", [EVIL])
        lists = "text_en = $evil, text_fr = $evil, points_en = [$evil], footnotes_fr = [$evil]"
        database.execute(f"update decisions set {lists}", {"evil": EVIL})

    return altered(poison)


class Markup(HTMLParser):
    """Collects what a page is made of."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.attributes: set[str] = set()
        self.links: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.attributes |= {name for name, _ in attrs}
        self.links |= {value or "" for name, value in attrs if name in ("href", "src", "action")}


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("T-XY(2031)12", '<a href="/id/T-XY-2031-12" data-plain>T-XY(2031)12</a>'),
        ("T-XY(2031)13", "T-XY(2031)13"),
        ("<b>", '<a href="/id/&#34;&gt;" data-plain>&lt;b&gt;</a>'),
    ],
)
def test_a_document_on_file_is_a_link(value: str, expected: str) -> None:
    assert source(value, {"T-XY(2031)12": "/id/T-XY-2031-12", "<b>": '/id/">'}) == expected
