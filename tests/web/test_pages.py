"""Every page, drawn in both languages: one heading, the disclaimer, no failure."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from lanzadash.language import CODES, language
from lanzadash.web.pages import TITLES

Opener = Callable[..., Any]

VIEWS: list[tuple[str, dict[str, str]]] = [
    *((path, {}) for path in TITLES),
    ("decisions", {"id": "T-ES/35/d6"}),
    ("decisions", {"q": "compliance", "page": "1"}),
    ("threads", {"id": "refugee_crisis_compliance"}),
    ("threads", {"id": "refugee-crisis/R7", "order": "oldest"}),
    ("threads", {"state": "open"}),
    ("threads", {"state": "dormant"}),
    ("meetings", {"id": "T-ES/28"}),
    ("meetings", {"id": "T-ES/35"}),
    ("meetings", {"id": "T-ES/36"}),
    ("party", {"party": "PRT"}),
    ("party", {"party": "TUN"}),
    *(
        ("recommendations", {"layer": layer})
        for layer in ("coverage", "assessment", "stage", "outcome", "treaty")
    ),
]
MACHINE = re.compile(r"\b(nan|NaN|NaT|None(?! on file)|True|False|0th)\b|(?<![\d.])\d+\.0(?![\d.])")
"""What a missing value or a whole number looks like when it slips through."""
DAYS = ["2021-12-03", "0001-01-01", "2030-01-01", "9999-12-31"]


@pytest.mark.parametrize("code", CODES)
@pytest.mark.parametrize(("page", "address"), VIEWS, ids=str)
def test_a_page_has_one_heading_and_the_disclaimer(
    open_page: Opener, page: str, address: dict[str, str], code: str
) -> None:
    drawn = open_page(page, lang=code, **address)
    assert not drawn.app.exception
    assert drawn.html.count("<h1") == 1
    assert language(code)("Unofficial tool.") in drawn.html
    assert 'class="banner' not in drawn.html
    assert not MACHINE.search(re.sub(r"<[^>]+>", " ", drawn.html))


@pytest.mark.parametrize("day", DAYS)
@pytest.mark.parametrize(
    ("page", "address"), [*((path, {}) for path in TITLES), ("party", {"party": "ARM"})], ids=str
)
def test_a_page_can_be_seen_as_of_any_day(
    open_page: Opener, page: str, address: dict[str, str], day: str
) -> None:
    drawn = open_page(page, as_of=day, **address)
    assert not drawn.app.exception
    assert drawn.html.count("<h1") == 1
    assert 'class="banner past"' in drawn.html
    assert all(
        "as_of=" in link for link in re.findall(r'class="tile[^>]*href="([^"]+)"', drawn.html)
    )


@pytest.mark.parametrize(
    ("page", "address"),
    [
        ("deadlines", {"as_of": "2021-12-03"}),
        ("decisions", {"id": "T-ES/35/d6"}),
        ("meetings", {"id": "T-ES/35"}),
        ("party", {"party": "RUS"}),
        ("party", {"party": "PRT"}),
    ],
    ids=str,
)
def test_decisions_without_a_number_are_told_by_their_place(
    open_page: Opener, unnumbered: Path, page: str, address: dict[str, str]
) -> None:
    drawn = open_page(page, unnumbered, **address)
    assert not drawn.app.exception
    assert re.search(r"[1-9]\w* decision, not numbered", drawn.html)
    assert not MACHINE.search(drawn.html)


@pytest.fixture(scope="module")
def unnumbered(altered: Callable[[Any], Path]) -> Path:
    """The repository's data as if no list printed numbers before its decisions."""
    return altered(lambda database: database.execute("update decisions set number = null"))


@pytest.mark.parametrize(
    ("day", "heading"),
    [("", "Today, Saturday 21 November 2026"), ("2030-01-01", "As of 1 January 2030")],
)
def test_only_today_is_called_so(open_page: Opener, day: str, heading: str) -> None:
    address = {"as_of": day} if day else {}
    assert f"<h1>{heading}</h1>" in open_page(**address).html


@pytest.mark.parametrize(
    ("page", "address", "shown"),
    [("decisions", {"id": "T-ES/35/d6"}, True), ("deadlines", {}, False), ("", {}, False)],
)
def test_the_blocks_of_the_reader_stand_with_the_record_alone(
    open_page: Opener, page: str, address: dict[str, str], shown: bool
) -> None:
    html = open_page(page, as_of="2021-12-03", **address).html
    assert ("block 22 as read here" in html) is shown
    assert "paragraph 22" not in html


@pytest.mark.parametrize(
    ("page", "address"),
    [("deadlines", {}), ("decisions", {"id": "T-ES/35/d6"}), ("sources", {})],
    ids=str,
)
def test_the_source_leads_to_its_document(
    open_page: Opener, page: str, address: dict[str, str]
) -> None:
    html = open_page(page, **address).html
    assert '<a href="/id/T-ES-2021-37_en_rev" data-plain>T-ES(2021)37_en rev.</a>' in html
