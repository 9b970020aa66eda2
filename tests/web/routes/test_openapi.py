"""The description of the API, and the API against its description."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from starlette.applications import Starlette
from starlette.testclient import TestClient

from lanzadash.web.routes import ROUTES
from lanzadash.web.routes.operations import OPERATIONS

PATHS = sorted(operation.path.replace(":path", "") for operation in OPERATIONS)
# Files of the other lists, and records of them, are answered by the same lines.
TRIED = [
    path
    for path in PATHS
    if ("/export/" not in path and "{id}" not in path)
    or "/deadlines." in path
    or "/decisions/" in path
]


def described(site: TestClient) -> dict[str, Any]:
    document: dict[str, Any] = site.get("/api/v1/openapi.json").json()
    return document


def test_every_route_for_programs_is_described(site: TestClient) -> None:
    assert sorted(described(site)["paths"]) == PATHS
    assert "/api/v1/deadlines" in PATHS


def test_parameters_list_what_is_on_file(site: TestClient) -> None:
    document = described(site)
    asked = document["paths"]["/api/v1/deadlines"]["get"]["parameters"]
    named = {parameter["name"]: parameter["schema"] for parameter in asked}
    assert set(named) == {
        "lang", "as_of", "page", "per_page", "q", "party", "round", "kind", "meeting"
    }  # fmt: skip
    assert named["party"] == {"$ref": "#/components/schemas/parties"}
    assert len(document["components"]["schemas"]["parties"]["enum"]) == 48
    assert named["per_page"] == {"type": "integer", "minimum": 1, "maximum": 200}


schemathesis = pytest.importorskip(
    "schemathesis", reason="schemathesis is not installed: pip install -r requirements-dev.txt"
)


@pytest.fixture(scope="module")
def schema(shipped: Path) -> Iterator[Any]:
    with pytest.MonkeyPatch.context() as patched:
        patched.setenv("LANZADASH_STORE", str(shipped))
        patched.setenv("LANZADASH_TODAY", "2026-11-21")
        yield schemathesis.openapi.from_asgi("/api/v1/openapi.json", Starlette(routes=ROUTES))


@pytest.mark.parametrize("mode", ["positive", "negative"])
@pytest.mark.parametrize("path", TRIED)
def test_the_routes_do_as_described(path: str, mode: str, schema: Any) -> None:
    """What fits the description is answered, what does not is refused, each as described."""
    operation = schema[path]["GET"]
    cases = operation.as_strategy(generation_mode=schemathesis.GenerationMode(mode))

    @settings(max_examples=4, deadline=None, derandomize=True, database=None)
    @given(case=cases)
    def check(case: Any) -> None:
        case.call_and_validate()

    check()
