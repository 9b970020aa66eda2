"""What a person takes along."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from lanzadash.web.takeaway import is_local

Opener = Callable[..., Any]


@pytest.mark.parametrize(
    ("host", "local"),
    [
        ("localhost", True),
        ("127.0.0.1", True),
        ("::1", True),
        ("192.168.1.4", True),
        ("desk", True),
        ("desk.local", True),
        ("", True),
        ("dashboard.example.org", False),
        ("93.184.215.14", False),
    ],
)
def test_addresses_that_no_other_service_can_reach(host: str, local: bool) -> None:
    assert is_local(host) is local


def test_it_says_what_is_taken_along(open_page: Opener) -> None:
    html = open_page("party", party="PRT").html
    assert "<strong>Take it along</strong>: Deadlines" in html


def test_a_fault_in_the_address_is_told_once(open_page: Opener) -> None:
    assert open_page("party", party="XXX").html.count("“XXX”") == 1


@pytest.mark.parametrize(
    ("address", "shown"), [({}, "All Parties"), ({"party": "PRT", "kind": "other"}, "Portugal")]
)
def test_a_printed_list_says_what_it_shows(
    open_page: Opener, address: dict[str, str], shown: str
) -> None:
    html = open_page("deadlines", as_of="2021-12-03", **address).html
    printed = html[html.index('<p class="printed">') :].split("</p>")[0]
    assert shown in printed
    assert "3 December 2021" in printed
    assert "as_of=2021-12-03" in printed


def test_a_code_leads_to_its_thread(open_page: Opener) -> None:
    html = open_page("decisions", id="T-ES/35/d6").html
    assert 'href="/threads?id=refugee-crisis/R7"' in html.replace("%2F", "/")
