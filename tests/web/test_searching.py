"""The search on the page, drawn without a browser."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

Opener = Callable[..., Any]


@pytest.mark.parametrize(
    ("address", "said"),
    [
        ({"q": "children"}, "also child"),
        ({"q": "sensibilisation"}, "Awareness raising and education"),
        ({"q": "NOT children"}, "left out"),
        ({"q": "the report"}, "left aside, too common: the"),
        ({"q": "AND OR NOT"}, "no word to look for, so everything is shown"),
        ({"q": " ".join(f"w{n}" for n in range(40))}, "8 more words were not looked for"),
        ({"q": "information", "verb": "thank"}, "Without the filter Verb: 5 found"),
        ({"q": "réfugiés", "accents": "exact"}, "accents count"),
        ({"q": "children", "in": "recommendation"}, "33 found"),
        ({"q": "agenda", "in": "agenda_item"}, "agenda item"),
        ({"theme": "no-such-theme"}, "no-such-theme"),
        ({"q": "children", "page": "99"}, "35th meeting, decision 9"),
        ({"q": "children", "page": "1" * 5_000}, "35th meeting, decision 9"),
        ({"q": "sensibilisation", "without": "awareness"}, "not looked for as well"),
        ({"q": '"draft rport"'}, "Spelt like it:"),
        ({"q": "compliance", "as_of": "2015-01-01"}, "is found nowhere"),
        ({"party": "PRT"}, "Nothing on file matches."),
    ],
    ids=str,
)
def test_what_the_page_says(open_page: Opener, address: dict[str, str], said: str) -> None:
    drawn = open_page("decisions", **address)
    assert not drawn.app.exception
    assert said in " ".join(drawn.html.split())


@pytest.mark.parametrize(
    "typed",
    [
        '"',
        "*",
        "(((",
        "NOT",
        "--",
        "'; drop table decisions",
        "%_\\",
        "\u202eabc",
        "a" * 10_000,
        "<b>",
    ],
)
def test_any_query_draws_the_page(open_page: Opener, typed: str) -> None:
    drawn = open_page("decisions", q=typed)
    assert not drawn.app.exception
    assert "<h1" in drawn.html


def test_files_are_of_what_is_on_the_page(open_page: Opener) -> None:
    address = {"q": "children", "sort": "date", "accents": "exact", "without": "awareness"}
    drawn = open_page("decisions", **address)
    for name, value in address.items():
        assert f"{name}={value}" in drawn.parts[-2]


def test_a_code_that_is_one_recommendation_is_one_value(open_page: Opener) -> None:
    html = open_page("decisions", recommendation="R7").html
    assert html.count(">R7</span>") + html.count(">Recommendation R7</span>") == 1
    assert 'data-key="recommendation=refugee-crisis/R7" aria-current="true"' in html
