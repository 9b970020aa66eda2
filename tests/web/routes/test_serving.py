"""What every route does in the same way."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import cast

import pytest
from starlette.routing import Route
from starlette.testclient import TestClient

from lanzadash.library import load
from lanzadash.store import publish
from lanzadash.web.routes import ROUTES

PATHS = [
    "/api/v1/deadlines",
    "/api/v1/openapi.json",
    "/calendar.ics",
    "/decisions.atom",
    "/export/parties.csv",
    "/id/PRT",
    "/id/PRT.json",
    "/plain/deadlines",
    "/readyz",
]


@pytest.mark.parametrize("path", PATHS)
def test_an_unchanged_answer_is_not_sent_again(path: str, site: TestClient) -> None:
    first = site.get(path)
    assert first.status_code == 200
    tag, since = first.headers["etag"], first.headers["last-modified"]
    for condition in (
        {"If-None-Match": tag},
        {"If-None-Match": f'"other", {tag}'},
        {"If-None-Match": tag.removeprefix("W/")},
        {"If-None-Match": "*"},
        {"If-Modified-Since": since},
    ):
        again = site.get(path, headers=condition)
        assert (again.status_code, again.content) == (304, b""), condition
        assert again.headers["etag"] == tag
    for condition in (
        {"If-None-Match": '"other"'},
        {"If-None-Match": '"other"', "If-Modified-Since": since},
        {"If-Modified-Since": "Thu, 01 Jan 1970 00:00:00 GMT"},
        {"If-Modified-Since": "yesterday"},
        {"If-Modified-Since": "Mon, 01 Jan 99999999999 00:00:00 GMT"},
    ):
        assert site.get(path, headers=condition).content == first.content, condition


def test_a_tag_is_of_one_address_language_host_and_day(
    site: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    def tag(path: str, **headers: str) -> str:
        return str(site.get(path, headers=headers).headers["etag"])

    tags = [
        tag("/id/PRT"),
        tag("/id/MCO"),
        tag("/id/PRT?lang=fr"),
        tag("/id/PRT?as_of=2021-12-03"),
        tag("/id/PRT", Host="elsewhere.example"),
    ]
    monkeypatch.setenv("LANZADASH_TODAY", "2026-11-22")
    tags.append(tag("/id/PRT"))
    assert len(set(tags)) == len(tags)
    assert tag("/id/PRT", **{"Accept-Language": "fr"}) != tag("/id/PRT")


def test_another_build_is_another_answer(
    data_folder: Callable[..., Path], tmp_path: Path, site_of: Callable[[Path], TestClient]
) -> None:
    store = tmp_path / "store"
    publish(store, load(data_folder()), version="1")
    site = site_of(store)
    before = site.get("/api/v1/deadlines/harbours/replies")
    assert before.json()["due"] == "2031-05-01"
    publish(store, load(data_folder(deadlines=[{"due": "2031-06-01"}])), version="1")
    after = site.get(
        "/api/v1/deadlines/harbours/replies", headers={"If-None-Match": before.headers["etag"]}
    )
    assert after.json()["due"] == "2031-06-01"


@pytest.mark.parametrize("path", PATHS)
def test_a_wrong_query_is_never_unchanged(path: str, site: TestClient) -> None:
    for headers in (
        {"If-Modified-Since": "Fri, 01 Jan 2100 00:00:00 GMT"},
        {"If-None-Match": "*"},
    ):
        refused = site.get(f"{path}?foo=1", headers=headers)
        assert refused.status_code == 400
        assert refused.headers["cache-control"] == "no-store"
        assert refused.headers["vary"] == "Accept-Language"


@pytest.mark.parametrize("path", PATHS)
def test_only_reading_is_answered(path: str, site: TestClient) -> None:
    whole = site.get(path)
    head = site.head(path)
    assert head.status_code == 200
    assert head.headers["etag"] == whole.headers["etag"]
    for method in ("POST", "PUT", "PATCH", "DELETE"):
        refused = site.request(method, path)
        assert refused.status_code == 405
        assert refused.headers["allow"] == "GET, HEAD"
        assert refused.headers["content-type"].startswith(("application/problem+json", "text/html"))


def test_any_site_may_read(site: TestClient) -> None:
    asked = {
        "Origin": "https://elsewhere.example",
        "Access-Control-Request-Method": "GET",
        "Access-Control-Request-Headers": "if-none-match",
    }
    before = site.options("/api/v1/deadlines", headers=asked)
    assert before.status_code == 204
    assert "GET" in before.headers["access-control-allow-methods"]
    assert "If-None-Match" in before.headers["access-control-allow-headers"]
    for path in ("/api/v1/deadlines", "/api/v1/deadlines?foo=1", "/calendar.ics"):
        assert site.get(path).headers["access-control-allow-origin"] == "*"


@pytest.mark.parametrize("path", [*PATHS, "/api/v1/nothing", "/id/nothing", "/healthz"])
def test_no_answer_runs_anything(path: str, site: TestClient) -> None:
    headers = site.get(path).headers
    assert "default-src 'none'" in headers["content-security-policy"]
    assert "script-src" not in headers["content-security-policy"]
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "no-referrer"


def test_nothing_published(tmp_path: Path, site_of: Callable[[Path], TestClient]) -> None:
    site = site_of(tmp_path / "nowhere")
    for path in PATHS:
        answer = site.get(path)
        assert answer.status_code == 503
        assert "Nothing is published at the moment." in answer.text
        assert str(tmp_path) not in answer.text
        assert "Traceback" not in answer.text
    assert site.get("/healthz").status_code == 200


def test_a_damaged_file(tmp_path: Path, site_of: Callable[[Path], TestClient]) -> None:
    (tmp_path / "built.duckdb").write_bytes(b"not a database" * 100)
    answer = site_of(tmp_path / "built.duckdb").get("/api/v1/deadlines")
    assert answer.status_code == 503
    assert str(tmp_path) not in answer.text


@pytest.mark.parametrize("path", ["/api/", "/api/v1/poems", "/api/v2/deadlines", "/export/a.csv"])
def test_where_nothing_stands_a_program_gets_a_problem(path: str, site: TestClient) -> None:
    answer = site.get(path)
    assert answer.status_code == 404
    assert answer.json()["status"] == 404


def test_links_begin_with_the_address_set(
    site: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LANZADASH_URL", "https://lanzadash.example/")
    url = site.get("/api/v1/parties/PRT").json()["url"]
    assert url == "https://lanzadash.example/id/PRT"


@pytest.mark.parametrize("host", ["a b", "<script>", "x:y", "[::1", "évil", ""])
def test_a_strange_host_does_no_harm(host: str, site: TestClient) -> None:
    answer = site.get("/id/PRT", headers={"Host": host.encode("latin-1")})
    assert answer.status_code in (200, 400)
    assert "<script>" not in answer.text.replace('<script type="application/ld+json">', "")


def test_routes_stand_beside_what_streamlit_keeps() -> None:
    reserved = ("/_stcore", "/media", "/component", "/static")
    assert not [route for route in ROUTES if cast(Route, route).path.startswith(reserved)]
