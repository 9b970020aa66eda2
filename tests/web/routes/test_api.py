"""Lists and records as JSON."""

from __future__ import annotations

from typing import Any

import pytest
from starlette.testclient import TestClient

from lanzadash.store import Connection
from lanzadash.web.routes.lists import LISTS


@pytest.mark.parametrize("name", LISTS)
def test_a_list_holds_every_row_on_file(
    name: str, site: TestClient, connection: Connection
) -> None:
    on_file = connection.execute(f"select count(*) from {name}").fetchone()
    assert on_file is not None
    assert site.get(f"/api/v1/{name}").json()["total"] == on_file[0]


@pytest.mark.parametrize("name", LISTS)
def test_pages_of_a_list_hold_each_row_once(name: str, site: TestClient) -> None:
    whole = site.get(f"/api/v1/{name}?per_page=200").json()
    assert whole["next"] is None
    size, address, found = max(1, len(whole["items"]) // 3), f"/api/v1/{name}", []
    address = f"{address}?per_page={size}"
    while address:
        page = site.get(address).json()
        assert page["total"] == whole["total"]
        assert len(page["items"]) <= size
        found += page["items"]
        address = page["next"]
    assert found == whole["items"]


@pytest.mark.parametrize("name", LISTS)
def test_a_record_alone_begins_as_in_its_list(name: str, site: TestClient) -> None:
    item = site.get(f"/api/v1/{name}?per_page=1").json()["items"][0]
    alone = site.get(f"/api/v1/{name}/{item['id']}").json()
    assert {key: alone[key] for key in ("id", "title", "url")} == {
        key: item[key] for key in ("id", "title", "url")
    }
    assert site.get(item["url"]).status_code == 200
    assert site.get(item["url"] + ".json").json() == alone


FOUND = [
    ("deadlines?as_of=2021-12-03", ["T-ES/35/d3/deadline-1", "T-ES/35/d6/deadline-1"], "as of"),
    ("deadlines?party=PRT&kind=amendments", ["T-ES/36/item-2.1.2/deadline-1"], "two filters"),
    ("deadlines?q=R31", ["T-ES/35/d6/deadline-1"], "a word of a list"),
    ("deadlines?party=&kind=amendments", ["T-ES/36/item-2.1.2/deadline-1"], "empty is none"),
    ("decisions?recommendation=R12", ["T-ES/35/d4"], "printed code"),
    ("decisions?recommendation=refugee-crisis/R12", ["T-ES/35/d4"], "id"),
    ("decisions?party=rus", ["T-ES/35/d2"], "case aside"),
    ("decisions?as_of=2021-12-02", [], "not yet known"),
    ("meetings?q=T-ES/36", ["T-ES/36"], "an id as words"),
    ("parties?q=turkiye", ["TUR"], "accents aside"),
    ("parties?q=TURKIYE", ["TUR"], "case aside"),
]


@pytest.mark.parametrize(("asked", "ids", "why"), FOUND)
def test_filters(asked: str, ids: list[str], why: str, site: TestClient) -> None:
    found = site.get(f"/api/v1/{asked}")
    assert [item["id"] for item in found.json()["items"]] == ids, why


def test_words_are_in_the_language_asked_for(site: TestClient) -> None:
    asked = "/api/v1/parties/DEU"
    assert site.get(asked).json()["title"] == "Germany"
    assert site.get(asked + "?lang=fr").json()["title"] == "Allemagne"
    assert site.get(asked, headers={"Accept-Language": "fr-CH, en;q=0.5"}).json()["title"] == (
        "Allemagne"
    )


WRONG = [
    ("deadlines?party=XXX", 400, "party", "PRT"),
    ("deadlines?lang=de", 400, "lang", "fr"),
    ("deadlines?partei=PRT", 400, "partei", "party"),
    ("deadlines?partei=", 400, "partei", "party"),
    ("deadlines?theme=ict", 400, "theme", "round"),
    ("deadlines?as_of=2021-02-30", 400, "as_of", None),
    ("deadlines?as_of=20211203", 400, "as_of", None),
    ("deadlines?page=0", 400, "page", None),
    ("deadlines?page=1.0", 400, "page", None),
    ("deadlines?page=%D9%A1", 400, "page", None),
    ("deadlines?per_page=201", 400, "per_page", None),
    ("deadlines?party=PRT&party=MCO", 400, "party", None),
    ("deadlines?page=2&per_page=200", 404, "page", None),
    ("decisions?page=7", 404, "page", None),
    ("decisions?verb=promise", 400, "verb", "adopt"),
    ("decisions?q=" + "a" * 10_001, 400, "q", None),
    ("documents?kind=poem", 400, "kind", "agenda"),
]


@pytest.mark.parametrize(("asked", "status", "name", "offered"), WRONG)
def test_what_cannot_be_used_is_named_with_what_would_do(
    asked: str, status: int, name: str, offered: str | None, site: TestClient
) -> None:
    answer = site.get(f"/api/v1/{asked}")
    problem: dict[str, Any] = answer.json()
    assert answer.status_code == problem["status"] == status
    assert answer.headers["content-type"] == "application/problem+json"
    assert [fault["parameter"] for fault in problem["errors"]] == [name]
    assert offered is None or offered in problem["errors"][0]["allowed"]


def test_all_faults_are_told_at_once(site: TestClient) -> None:
    problem = site.get("/api/v1/decisions?party=X&verb=Y&as_of=Z&lang=W&page=V&foo=U").json()
    named = [fault["parameter"] for fault in problem["errors"]]
    assert sorted(named) == ["as_of", "foo", "lang", "page", "party", "verb"]


def test_faults_told_are_bounded(site: TestClient) -> None:
    query = "&".join(f"p{n}={'x' * 200}" for n in range(100))
    assert len(site.get(f"/api/v1/decisions?{query}").content) < 20_000


MISSING = [
    ("decisions/T-ES/35/d99", "is not on file."),
    ("decisions/PRT", "is not on file."),
    ("meetings/T-ES/36?as_of=2010-01-01", "as of 1 January 2010"),
    ("parties/%00", "is not on file."),
    ("parties/" + "x" * 3000, "is not on file."),
]


@pytest.mark.parametrize(("asked", "said"), MISSING)
def test_a_record_that_is_not_on_file_is_a_problem(asked: str, said: str, site: TestClient) -> None:
    answer = site.get(f"/api/v1/{asked}")
    assert answer.status_code == 404
    assert said in answer.json()["detail"]
    assert len(answer.content) < 1000


@pytest.mark.parametrize("word", ["true", "sourced", "must", "nan"])
def test_words_are_looked_for_in_texts_alone(word: str, site: TestClient) -> None:
    for name in ("deadlines", "meetings", "parties"):
        assert site.get(f"/api/v1/{name}?q={word}").json()["total"] == 0
    assert site.get("/api/v1/parties?q=portugal").json()["total"] == 1
