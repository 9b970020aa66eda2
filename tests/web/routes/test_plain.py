"""Pages without JavaScript."""

from __future__ import annotations

import itertools
import json
import re
from collections.abc import Callable
from typing import Any
from urllib.parse import parse_qsl, unquote, urlsplit

import lxml.html
import pytest
from starlette.testclient import TestClient

from lanzadash.queries.records import list_of
from lanzadash.store import Connection
from lanzadash.web.routes.lists import LISTS

RECORDS = {
    "decisions": "T-ES/35/d6",
    "deadlines": "T-ES/35/d6/deadline-1",
    "meetings": "T-ES/35",
    "parties": "PRT",
    "recommendations": "refugee-crisis/R12",
    "documents": "T-ES-2021-37_en_rev",
}
KEPT = {"lang": "fr", "as_of": "2022-03-10"}
PAGES = [*(f"/id/{id}" for id in RECORDS.values()), *(f"/plain/{name}" for name in LISTS)]


def read(site: TestClient, address: str) -> Any:
    answer = site.get(address)
    assert answer.status_code == 200, address
    assert answer.headers["content-type"] == "text/html; charset=utf-8"
    return lxml.html.document_fromstring(answer.text)


@pytest.mark.parametrize("path", PAGES)
@pytest.mark.parametrize("lang", ["en", "fr"])
def test_a_page_is_whole_and_well_made(path: str, lang: str, site: TestClient) -> None:
    page = read(site, f"{path}?lang={lang}&as_of=2022-03-10")
    assert page.get("lang") == lang
    assert len(page.findall(".//h1")) == 1
    levels = [int(element.tag[1]) for element in page.iter("h1", "h2", "h3", "h4")]
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in itertools.pairwise(levels))
    for table in page.iter("table"):
        assert table.findall(".//th[@scope]")
    alternates = {
        link.get("hreflang"): link.get("href") for link in page.findall(".//link[@hreflang]")
    }
    assert set(alternates) == {"en", "fr", "x-default"}
    assert page.find(".//link[@rel='canonical']").get("href") == alternates[lang]
    ids = [element.get("id") for element in page.iter() if element.get("id")]
    assert len(ids) == len(set(ids))
    # No script but the data for search engines, nothing fetched from anywhere.
    assert {script.get("type") for script in page.iter("script")} <= {"application/ld+json"}
    assert not page.findall(".//*[@src]")
    assert not page.findall(".//link[@rel='stylesheet']")
    assert page.find(".//footer") is not None


@pytest.mark.parametrize("path", PAGES)
def test_every_link_to_a_route_leads_somewhere(
    path: str, site: TestClient, connection: Connection
) -> None:
    page = read(site, f"{path}?lang=fr&as_of=2022-03-10")
    links = {urlsplit(element.get("href")) for element in page.iter("a", "link")}
    ours = [link for link in links if link.path.startswith(("/id/", "/plain/", "/export/"))]
    assert ours
    for link in ours:
        if not link.netloc:
            assert dict(parse_qsl(link.query)) | KEPT == dict(parse_qsl(link.query)), link
        if link.path.startswith("/id/"):
            id = re.sub(r"\.(json|ics|bib|ris)$", "", unquote(link.path.removeprefix("/id/")))
            assert list_of(connection, id), link
    lists = sorted(link.geturl() for link in ours if link.path.startswith("/plain/"))
    assert [site.get(link).status_code for link in lists[:3]] == [200] * 3


def test_every_kind_of_record_has_a_page(site: TestClient, connection: Connection) -> None:
    for one in LISTS.values():
        rows = connection.execute(f"select {one.key} from {one.name} order by 1").fetchall()
        for (id,) in (rows[0], rows[len(rows) // 2], rows[-1]):
            assert list_of(connection, id) == one.name
            assert site.get(f"/id/{id}").status_code == 200, id


@pytest.mark.parametrize(("name", "id"), RECORDS.items())
def test_data_for_search_engines(name: str, id: str, site: TestClient) -> None:
    page = read(site, f"/id/{id}")
    data = json.loads(page.find(".//script").text)
    assert data["@context"] == "https://schema.org"
    assert data["identifier"] == id
    assert data["url"] == f"http://testserver/id/{id}"
    assert data["name"] == page.find(".//h1").text


SAID = [
    ("/id/T-ES/35/d6", "10 December 2021"),
    ("/id/T-ES/35/d6", "T-ES(2021)37_en rev."),
    ("/id/T-ES/35/d6/deadline-1", "date passed, outcome not on file"),
    ("/id/T-ES/36?as_of=2021-12-03", "22-25 February 2022"),
    ("/id/PRT", "1 December 2012"),
    ("/id/refugee-crisis/R12", "compliance report adopted"),
    ("/plain/deadlines?as_of=2021-12-03", "in 7 days"),
    ("/plain/deadlines?as_of=2021-12-03", "You see what was known on that day"),
    ("/plain/deadlines?as_of=2030-01-01", "still to come"),
    ("/plain/deadlines?party=PRT", "Deadlines · Portugal"),
    ("/plain/decisions?q=nothing-of-this", "Nothing on file matches."),
]


@pytest.mark.parametrize(("address", "words"), SAID)
def test_what_a_page_says(address: str, words: str, site: TestClient) -> None:
    assert words in " ".join(read(site, address).text_content().split())


def test_deadlines_to_come_stand_before_those_of_the_past(
    site: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LANZADASH_TODAY", "2022-02-01")
    page = read(site, "/plain/deadlines?per_page=200")
    headings = [heading.text for heading in page.findall(".//h2")]
    assert headings == ["Upcoming", "Standing rules", "Past"]
    first = page.findall(".//table")[0].find(".//tbody//a").text
    assert first == "17 February 2022"


def test_the_form_keeps_what_was_chosen(site: TestClient) -> None:
    page = read(site, "/plain/decisions?theme=ict&q=draft&lang=fr&as_of=2022-03-10")
    form = page.find(".//form")
    assert dict(form.fields) | {"theme": "ict", "q": "draft", "lang": "fr"} == dict(form.fields)
    assert form.fields["as_of"] == "2022-03-10"
    assert all(label.text.strip() for label in form.findall(".//label"))


def test_lists_turn_pages(site: TestClient) -> None:
    page = read(site, "/plain/parties?per_page=20&lang=en")
    following = page.find(".//a[@rel='next']").get("href")
    second = read(site, following)
    assert second.find(".//a[@rel='prev']") is not None
    assert page.find(".//tbody//a").text == "Albania"
    assert second.find(".//tbody//a").text != "Albania"


@pytest.mark.parametrize(
    ("path", "status", "words"),
    [
        ("/id/T-ES/99", 404, "is not on file"),
        ("/plain/poems", 404, "Nothing stands at this address"),
        ("/plain/deadlines?party=XXX", 400, "PRT"),
        ("/plain/parties?page=9", 404, "the last one is 1"),
        ("/plain/deadlines?page=9", 404, "the last one is 1"),
    ],
)
def test_what_cannot_be_shown_is_told_on_a_page(
    path: str, status: int, words: str, site: TestClient
) -> None:
    answer = site.get(path)
    assert answer.status_code == status
    page = lxml.html.document_fromstring(answer.text)
    assert len(page.findall(".//h1")) == 1
    assert words in page.text_content()


HOSTILE = "</script><script>alert(1)</script><img src=x onerror=alert(2)>\x07 {{ 7*7 }} [a](b) =1+1"


def test_a_text_never_becomes_markup(small: Callable[..., TestClient]) -> None:
    site = small(
        deadlines=[{"summary_en": HOSTILE, "addressees_en": HOSTILE, "source": HOSTILE}],
        recommendations=[{"summary_en": HOSTILE, "report": HOSTILE}],
        documents=[{"title": HOSTILE}],
        parties=[{"name_en": HOSTILE}, {"party": "PRT", "iso2": "PT"}],
    )
    for path in (
        "/id/harbours/replies",
        "/id/harbours/R1",
        "/id/MLT",
        "/plain/deadlines",
        "/plain/documents",
        "/plain/parties?q=%3Cscript%3Ealert(3)",
        "/id/%3Cscript%3Ealert(3)",
        "/plain/deadlines?%3Cscript%3E=alert(3)",
    ):
        page = lxml.html.document_fromstring(site.get(path).text)
        assert not page.findall(".//img"), path
        assert not [s for s in page.iter("script") if s.get("type") != "application/ld+json"], path
        assert "49" not in page.text_content().replace("7*7", ""), path
    data = lxml.html.document_fromstring(site.get("/id/harbours/replies").text).find(".//script")
    assert "<img src=x onerror" in json.loads(data.text)["description"]


def test_illustrative_data_says_so_and_is_kept_from_search_engines(
    small: Callable[..., TestClient],
) -> None:
    site = small(deadlines=[{"certainty": "illustrative"}])
    for path in ("/id/harbours/replies", "/plain/deadlines", "/id/PRT"):
        page = lxml.html.document_fromstring(site.get(path).text)
        assert "Illustrative data." in page.text_content()
        assert page.find(".//meta[@name='robots']").get("content") == "noindex"
        assert page.find(".//script") is None
    assert b"Illustrative" in site.get("/calendar.ics").content
    assert b"Illustrative" in site.get("/changes.atom").content
    assert b"Illustrative" in site.get("/export/deadlines.csv").content


def test_a_deadline_lists_what_each_party_owes(small: Callable[..., TestClient]) -> None:
    site = small()
    page = site.get("/id/harbours/replies").text
    assert '<details class="bonds"><summary>Party by Party' in page
    assert "received: 1 Party" in page
    for path in ("/id/harbours/replies.json", "/api/v1/deadlines/harbours/replies"):
        [own] = [one for one in site.get(path).json()["obligations"] if one["party"] == "PRT"]
        assert (own["status"], own["due"]) == ("received", "2031-05-01"), path


def test_a_party_keeps_its_own_day_and_state_one_click_away(
    small: Callable[..., TestClient],
) -> None:
    until = {"state": "extended", "state_on": "2031-04-01", "extended_to": "2031-06-20"}
    site = small(obligations=[until])
    assert "/id/harbours/replies?party=PRT" in site.get("/plain/deadlines?party=PRT").text
    assert "/id/harbours/replies.ics?party=PRT" in site.get("/id/PRT").text
    page = site.get("/id/harbours/replies?party=PRT").text
    assert "20 June 2031" in page
    assert "/id/harbours/replies.ics?party=PRT" in page
    assert "DATE:20310620" in site.get("/id/harbours/replies.ics?party=PRT").text
    assert "DATE:20310501" in site.get("/id/harbours/replies.ics").text
    assert site.get("/id/harbours/replies?party=XXX").status_code == 400


@pytest.mark.parametrize("id", ["T-ES/35/d1", "general-overview/replies"])
def test_what_has_no_day_has_no_calendar(id: str, site: TestClient) -> None:
    assert site.get(f"/id/{id}.ics").status_code == 404
    assert f"/id/{id}.ics" not in site.get(f"/id/{id}").text
