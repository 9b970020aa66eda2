"""Threads for programs and as pages without scripts."""

from __future__ import annotations

import pytest
from starlette.testclient import TestClient

THREAD = "refugee-crisis/R7"


def test_all_threads_in_pages(site: TestClient) -> None:
    first = site.get("/api/v1/threads?per_page=5").json()
    assert len(first["items"]) == 5 < first["total"]
    second = site.get(first["next"]).json()
    shown = [item["id"] for item in first["items"] + second["items"]]
    assert len(set(shown)) == 10
    assert first["items"][0]["url"].endswith(f"/threads?id={shown[0]}")


def test_one_thread_with_its_steps_and_loops(site: TestClient) -> None:
    newest = site.get(f"/api/v1/threads/{THREAD}").json()
    oldest = site.get(f"/api/v1/threads/{THREAD}?order=oldest").json()
    assert newest["title"] == "Recommendation R7"
    assert [one["step"] for one in newest["steps"]] == [
        one["step"] for one in oldest["steps"][::-1]
    ]
    assert {one["kind"] for one in newest["loops"]} == {"considered_at", "deadline"}
    assert {one["type"] for one in newest["relations"]} == {"considered_at"}


def test_as_of_a_day(site: TestClient) -> None:
    past = site.get(f"/api/v1/threads/{THREAD}?as_of=2021-12-05").json()
    assert all(one["open"] for one in past["loops"])
    assert site.get(f"/api/v1/threads/{THREAD}?as_of=2012-01-01").status_code == 404


@pytest.mark.parametrize(
    ("address", "status"),
    [
        ("/api/v1/threads/nothing", 404),
        ("/api/v1/threads?page=99", 404),
        (f"/api/v1/threads/{THREAD}?order=sideways", 400),
        ("/plain/threads/nothing", 404),
        (f"/plain/threads/{THREAD}?order=sideways", 400),
    ],
)
def test_what_cannot_be_answered(site: TestClient, address: str, status: int) -> None:
    assert site.get(address).status_code == status


@pytest.mark.parametrize("code", ["en", "fr"])
def test_pages_without_scripts(site: TestClient, code: str) -> None:
    listed = site.get(f"/plain/threads?lang={code}").text
    assert f'href="/plain/threads/{THREAD}?lang={code}"' in listed
    shown = site.get(f"/plain/threads/{THREAD}?lang={code}").text
    assert shown.count("<h1") == 1
    assert 'class="thread"' in shown
    assert "<script" not in shown


def test_the_page_of_a_decision_leads_to_its_threads(site: TestClient) -> None:
    shown = site.get("/id/T-ES/35/d5").text
    for thread in ("refugee_crisis_compliance", THREAD):
        assert f'href="/plain/threads/{thread}"' in shown
        assert site.get(f"/plain/threads/{thread}").status_code == 200
