"""As of the last day of the 35th meeting, and as of today: the same addresses, another record."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from playwright.sync_api import expect

Fixture = Callable[..., Any]
PAST = "as_of=2021-12-03"
ANNOUNCED = re.compile("Announced .*22-25 February 2022")
HELD = re.compile("Held .*7-10 March 2022")


def test_two_deadlines_a_week_off_then_past(served: Any, visit: Fixture) -> None:
    page = visit(served, f"/deadlines?{PAST}")
    upcoming = page.locator("section[aria-labelledby=upcoming]")
    expect(upcoming.locator("article")).to_have_count(2)
    expect(upcoming).to_contain_text("10 December 2021")
    expect(upcoming).to_contain_text("in 7 days")
    expect(page.locator(".banner.past")).to_contain_text("As of 3 December 2021.")
    page.get_by_role("link", name="Back to today").click()
    expect(page.locator(".banner.past")).to_have_count(0)
    expect(page.locator("section[aria-labelledby=upcoming] article")).to_have_count(0)
    expect(page.locator("section[aria-labelledby=past]")).to_contain_text("10 December 2021")
    assert page.url == f"{served.address}/deadlines"


def test_the_36th_meeting_announced_then_held(served: Any, visit: Fixture) -> None:
    page = visit(served, f"/meetings?id=T-ES/36&{PAST}")
    dates = page.locator("section[aria-labelledby=dates] li")
    expect(dates).to_have_count(1)
    expect(dates).to_contain_text(ANNOUNCED)
    page.get_by_role("link", name="Back to today").click()
    expect(dates).to_have_count(2)
    expect(dates.nth(0)).to_contain_text(ANNOUNCED)
    expect(dates.nth(1)).to_contain_text(HELD)


def test_nothing_upcoming_leads_to_the_latest_meeting_that_had_any(
    served: Any, visit: Fixture
) -> None:
    page = visit(served, "/deadlines")
    empty = page.locator("section[aria-labelledby=upcoming]")
    expect(empty).to_contain_text("No deadline on file is still to come.")
    expect(empty).to_contain_text("The last one on file was")
    empty.get_by_role("link").click()
    expect(page.locator(".banner.past")).to_be_visible()
    expect(page.locator("section[aria-labelledby=upcoming] article").first).to_be_visible()
    assert "as_of=" in page.url


def test_the_control_writes_the_address(served: Any, visit: Fixture) -> None:
    page = visit(served, "/deadlines?party=PRT")
    page.get_by_role("button", name="As of: today").click()
    page.get_by_role("combobox", name="As of the last day of a meeting").click()
    page.get_by_role("option", name="35th meeting (3 December 2021)").click()
    expect(page.locator(".banner.past")).to_contain_text("As of 3 December 2021.")
    assert page.url == f"{served.address}/deadlines?party=PRT&{PAST}"
    expect(page.locator("section[aria-labelledby=upcoming]")).to_contain_text("in 7 days")
