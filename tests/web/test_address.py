"""The address is the state: what it can hold, what is wrong with it, who writes it."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from lanzadash.web.address import href

Opener = Callable[..., Any]
PARTIES = ("MLT", "PRT")


@pytest.mark.parametrize(
    ("page", "values", "expected"),
    [
        ("", {}, "/"),
        ("", {"lang": "fr"}, "/?lang=fr"),
        ("decisions", {"id": "T-ES/35/d6"}, "/decisions?id=T-ES/35/d6"),
        ("decisions", {"page": 2}, "/decisions?page=2"),
        ("decisions", {"theme": None, "q": ""}, "/decisions"),
        ("decisions", {"q": "a & b=c"}, "/decisions?q=a%20%26%20b%3Dc"),
        ("decisions", {"q": "enquête"}, "/decisions?q=enqu%C3%AAte"),
        ("decisions", {"q": '"><script>'}, "/decisions?q=%22%3E%3Cscript%3E"),
        ("decisions", {"recommendation": "R I-5"}, "/decisions?recommendation=R%20I-5"),
        ("deadlines", {"as_of": dt.date(2021, 12, 3)}, "/deadlines?as_of=2021-12-03"),
    ],
)
def test_href(page: str, values: dict[str, object], expected: str) -> None:
    assert href(page, **values) == expected


@pytest.mark.parametrize(
    ("method", "arguments", "given", "expected", "faulty"),
    [
        ("text", (), "T-ES/35", "T-ES/35", False),
        ("text", (), "  ", None, False),
        ("text", (), None, None, False),
        ("choice", (PARTIES,), "PRT", "PRT", False),
        ("choice", (PARTIES,), "prt", "PRT", False),
        ("choice", (PARTIES,), None, None, False),
        ("choice", (PARTIES,), "ZZZ", None, True),
        ("choice", (PARTIES,), "PRT ", "PRT", False),
        ("choice", ((),), "PRT", None, True),
        ("day", (), "2021-12-03", dt.date(2021, 12, 3), False),
        ("day", (), None, None, False),
        ("day", (), "3 December 2021", None, True),
        ("day", (), "2021-13-03", None, True),
        ("day", (), "2021-02-29", None, True),
        ("number", (5,), "5", 5, False),
        ("number", (5,), None, 1, False),
        ("number", (5,), "6", 1, True),
        ("number", (5,), "0", 1, True),
        ("number", (5,), "-1", 1, True),
        ("number", (5,), "²", 1, True),
        ("number", (5,), "1e9", 1, True),
        ("number", (0,), "1", 1, False),
    ],
)
def test_what_cannot_be_used_is_left_out_and_told(
    method: str, arguments: tuple[Any, ...], given: str | None, expected: object, faulty: bool
) -> None:
    def script(method: str, arguments: tuple[object, ...]) -> None:
        import streamlit as st

        from lanzadash.web.address import Address

        address = Address()
        st.session_state["found"] = getattr(address, method)("name", *arguments)
        st.session_state["faults"] = address.faults

    app = AppTest.from_function(script, kwargs={"method": method, "arguments": arguments})
    if given is not None:
        app.query_params["name"] = given
    app.run()
    assert not app.exception
    assert app.session_state["found"] == expected
    assert app.session_state["faults"] == ([("name", str(given).strip())] if faulty else [])


@pytest.mark.parametrize("name", ["party", "round", "kind"])
def test_a_filter_writes_the_address_and_is_read_from_it(open_page: Opener, name: str) -> None:
    drawn = open_page("deadlines", lang="fr", as_of="2022-01-01", page="2")
    box = drawn.app.selectbox(key=f"choice-{name}")
    value = box.options[1]  # words; the address holds the code
    box.select_index(1).run()
    address = dict(drawn.app.query_params)
    assert address.keys() == {"lang", "as_of", name}  # and back to the first page of a list
    again = open_page("deadlines", **address)
    box = again.app.selectbox(key=f"choice-{name}")
    assert box.format_func(box.value) == value
    assert again.html == drawn.html


def test_taking_a_filter_off_takes_it_out_of_the_address(open_page: Opener) -> None:
    drawn = open_page("deadlines", party="PRT")
    drawn.app.selectbox(key="choice-party").select_index(0).run()
    assert dict(drawn.app.query_params) == {}


def test_words_to_search_stand_in_the_address(open_page: Opener) -> None:
    drawn = open_page("decisions", theme="nothing")
    drawn.app.text_input(key="words-q").set_value("rules of procedure").run()
    assert drawn.app.query_params["q"] == "rules of procedure"


def test_the_first_layer_is_not_in_the_address(open_page: Opener) -> None:
    drawn = open_page("recommendations", layer="stage")
    [layers] = [part for part in drawn.parts if 'aria-label="Layer"' in part]
    first, second = re.findall(r'href="([^"]+)"', layers)[:2]
    assert "layer=" not in first
    assert "layer=outcome" in second


@pytest.mark.parametrize(
    ("page", "name", "value"),
    [
        (page, name, value)
        for page, name, values in [
            ("", "lang", ["de", "<script>"]),
            ("", "as_of", ["yesterday", "2021-02-30", "2021-12-03T00:00"]),
            ("deadlines", "party", ["ZZZ", "'; drop table deadlines --"]),
            ("deadlines", "round", ["nothing"]),
            ("deadlines", "kind", ["nothing"]),
            ("decisions", "theme", ["nothing"]),
            ("decisions", "meeting", ["T-ES/999"]),
            ("decisions", "verb", ["ponder"]),
            ("decisions", "page", ["0", "-1", "x", "99999999999"]),
            ("recommendations", "round", ["nothing"]),
            ("recommendations", "recommendation", ["nothing"]),
            ("recommendations", "layer", ["nothing"]),
            ("recommendations", "show", ["nothing"]),
            ("recommendations", "party", ["ZZZ"]),
            ("party", "party", ["ZZZ"]),
            ("sources", "kind", ["nothing"]),
        ]
        for value in values
    ],
)
def test_a_page_says_what_in_its_address_it_left_out(
    open_page: Opener, page: str, name: str, value: str
) -> None:
    drawn = open_page(page, **{name: value})
    assert not drawn.app.exception
    [told] = [part for part in drawn.parts if 'class="banner fault"' in part]
    assert name in told
    assert "<script>" not in told
    assert drawn.html.count("<h1") == 1


@pytest.mark.parametrize(
    ("page", "id"),
    [
        ("decisions", "T-ES/35/d99"),
        ("decisions", "<img src=x onerror=alert(1)>"),
        ("decisions", "x" * 5000),
        ("meetings", "T-ES/999"),
        ("meetings", "T-ES/1"),
    ],
)
def test_an_id_that_is_not_on_file_is_told(open_page: Opener, page: str, id: str) -> None:
    drawn = open_page(page, id=id)
    assert not drawn.app.exception
    assert drawn.html.count("<h1") == 1
    assert "is not on file" in drawn.html
    assert "<img" not in drawn.html
    assert len(drawn.html) < 20_000
    assert f'href="/{page}"' in drawn.html


def test_an_unknown_name_in_the_address_does_no_harm(open_page: Opener) -> None:
    drawn = open_page("decisions", page="1", self="x", values="y", changes="z", utm_source="w")
    assert not drawn.app.exception


def test_the_menu_and_the_languages_keep_what_they_should(open_page: Opener) -> None:
    drawn = open_page("deadlines", lang="en", as_of="2021-12-03", party="PRT")
    masthead = next(part for part in drawn.parts if "masthead" in part).replace("&amp;", "&")
    assert 'href="/meetings?lang=en&as_of=2021-12-03"' in masthead
    assert 'href="/deadlines?lang=fr&as_of=2021-12-03&party=PRT"' in masthead
