"""The language of a page without scripts: in what it links to, and in its order."""

from __future__ import annotations

import pytest
from lxml import html
from starlette.testclient import TestClient


def test_a_problem_keeps_the_language(site: TestClient) -> None:
    page = html.fromstring(site.get("/plain/deadlines?lang=fr&party=XXX").content)
    links = page.xpath("//main//a/@href | //nav//a/@href")
    assert len(links) > 6
    assert all(link.endswith("lang=fr") for link in links)


@pytest.mark.parametrize(
    ("lang", "one", "other"),
    [("en", "Germany", "Greece"), ("fr", "Albanie", "Allemagne"), ("fr", "Espagne", "Estonie")],
)
def test_parties_stand_by_their_names(lang: str, one: str, other: str, site: TestClient) -> None:
    page = html.fromstring(site.get(f"/plain/parties?lang={lang}").content)
    names = [" ".join(cell.text_content().split()) for cell in page.xpath("//tbody//th")]
    assert names.index(other) == names.index(one) + 1
