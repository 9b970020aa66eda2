"""Where Parties stand as of a meeting: control, cells and pictures, by key and by click."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
from playwright.sync_api import Page, expect

Fixture = Callable[..., Any]
FETCHED = """performance.getEntriesByType("resource").some(
    (one) => one.name.includes("/picture/") && one.initiatorType === "fetch" && one.responseEnd)"""
ROUND = "/recommendations?round=refugee_crisis_urgent"


def control(page: Page) -> Any:
    return page.get_by_role("slider", name="As of a meeting")


def test_arrow_keys_go_from_meeting_to_meeting_and_back_restores_them(
    served: Any, visit: Fixture
) -> None:
    page = visit(served, f"{ROUND}&show=matrix&layer=stage&as_of=2022-03-10")
    shown = page.locator("[data-meeting]")
    expect(shown).to_have_text("36th meeting (10 March 2022)")
    control(page).focus()
    page.keyboard.press("ArrowLeft")
    page.wait_for_url("**as_of=2021-12-03**")
    expect(page.locator("figcaption")).to_contain_text("as of the 35th meeting (3 December 2021)")
    expect(page.locator("figcaption")).to_contain_text("changed since the 34th meeting")
    expect(control(page)).to_be_focused()
    expect(control(page)).to_have_attribute("aria-valuetext", "35th meeting (3 December 2021)")
    page.keyboard.press("ArrowRight")
    page.wait_for_url("**as_of=2022-03-10**")
    expect(page.locator("figcaption")).to_contain_text("as of the 36th meeting")
    page.go_back()
    expect(page.locator("figcaption")).to_contain_text("as of the 35th meeting")
    expect(shown).to_have_text("35th meeting (3 December 2021)")
    page.go_forward()
    expect(page.locator("figcaption")).to_contain_text("as of the 36th meeting")
    page.reload()
    expect(shown).to_have_text("36th meeting (10 March 2022)")


def test_a_link_goes_to_the_meeting_before_and_keeps_the_focus(served: Any, visit: Fixture) -> None:
    page = visit(served, f"{ROUND}&layer=stage&as_of=2022-03-10")
    earlier = page.locator("a[data-key=earlier-meeting]")
    earlier.focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**as_of=2021-12-03**")
    expect(page.locator("figcaption")).to_contain_text("as of the 35th meeting")
    expect(earlier).to_be_focused()
    changed = page.locator(".tiles .changed")
    expect(changed.first).to_contain_text("changed since the 34th meeting, before:")
    page.locator(".changed-list summary").click()
    expect(page.locator(".changed-list li").first).to_contain_text("→")


def test_a_cell_of_the_matrix_is_opened_by_key_and_by_click(served: Any, visit: Fixture) -> None:
    page = visit(served, f"{ROUND}&show=matrix&layer=stage&as_of=2022-03-10")
    cells = page.locator("table.matrix td")
    expect(cells).to_have_count(48 * 15)
    cells.first.focus()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowRight")
    expect(page.locator("table.matrix tbody tr").nth(1).locator("td").nth(1)).to_be_focused()
    page.keyboard.press("End")
    page.keyboard.press("Enter")
    page.wait_for_url("**party=AND**")
    expect(page.locator(".history")).to_contain_text("Andorra")
    expect(page.locator("a[data-key=back]")).to_be_focused()
    page.keyboard.press("Enter")
    expect(cells).to_have_count(48 * 15)
    portugal = page.locator("tr[data-party=PRT] td")
    portugal.nth(3).click()
    expect(page.locator(".history")).to_contain_text("Portugal")


def test_a_tile_opens_the_history_of_its_status(served: Any, visit: Fixture) -> None:
    page = visit(served, f"{ROUND}&recommendation=refugee-crisis/R7")
    page.locator("a[data-key=tile-PRT]").focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**party=PRT**")
    history = page.locator(".history")
    expect(history).to_contain_text("Portugal · Recommendation R7")
    expect(history).to_contain_text("35th meeting, decision 6")
    expect(history).to_contain_text("sourced")
    page.go_back()
    expect(page.locator(".tiles a")).to_have_count(48)


@pytest.mark.parametrize("show", ["tiles", "map", "matrix", "round"])
def test_a_picture_is_saved_as_svg_and_png_without_a_network(
    served: Any, visit: Fixture, tmp_path: Path, show: str
) -> None:
    page = visit(served, f"{ROUND}&show={show}&layer=stage&as_of=2021-12-03")
    link = page.locator("a[data-picture=png]")
    page.wait_for_function(FETCHED)  # kept once its link has been in sight for a while
    page.context.set_offline(True)
    try:
        with page.expect_download() as saved:
            link.click()
        png = Path(saved.value.path()).read_bytes()
        with page.expect_download() as saved:
            page.locator("a[data-picture='']").click()
        drawn = ElementTree.fromstring(Path(saved.value.path()).read_bytes())
    finally:
        page.context.set_offline(False)
    assert png.startswith(b"\x89PNG")
    assert int.from_bytes(png[16:20], "big") == 2 * int(drawn.attrib["width"])
    words = " ".join(" ".join(drawn.itertext()).split())
    assert "35th meeting (3 December 2021)" in words
    assert "no opinion on the status of any territory" in words
    assert "Sources: " in words
