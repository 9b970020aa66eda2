"""Whatever stands in an address, the answer is an answer or says what was wrong."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import quote, urlencode

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from starlette.applications import Starlette
from starlette.testclient import TestClient

from lanzadash.web.routes import ROUTES
from lanzadash.web.routes.lists import LISTS
from lanzadash.web.routes.operations import OPERATIONS

PATHS = [
    *(operation.path for operation in OPERATIONS if "{" not in operation.path),
    *(f"/plain/{name}" for name in LISTS),
]
NAMES = sorted({name for operation in OPERATIONS for name in operation.model.model_fields})
VALUES = ["PRT", "fr", "2021-12-03", "1", "R12", "ict", "T-ES/35", "none", "", "%", "\0", "'", "_"]
PAIRS = st.lists(
    st.tuples(st.sampled_from(NAMES) | st.text(max_size=8), st.sampled_from(VALUES) | st.text()),
    max_size=4,
)
ANY = settings(
    max_examples=40,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)


@pytest.fixture
def asked(shipped: Path, monkeypatch: pytest.MonkeyPatch) -> TestClient:
    monkeypatch.setenv("LANZADASH_STORE", str(shipped))
    monkeypatch.setenv("LANZADASH_TODAY", "2026-11-21")
    return TestClient(Starlette(routes=ROUTES))


@ANY
@given(path=st.sampled_from(PATHS), pairs=PAIRS)
def test_any_query(path: str, pairs: list[tuple[str, str]], asked: TestClient) -> None:
    query = urlencode(pairs, errors="surrogatepass")
    assert asked.get(f"{path}?{query}").status_code in (200, 400, 404)


@ANY
@given(
    path=st.text(max_size=30), ending=st.sampled_from(["", ".json", ".ics", ".bib", ".ris", "/"])
)
def test_any_id(path: str, ending: str, asked: TestClient) -> None:
    address = quote(path, errors="surrogatepass")
    assert asked.get(f"/id/{address}{ending}").status_code in (200, 404)
    assert asked.get(f"/api/v1/decisions/{address}").status_code in (200, 404)


@ANY
@given(query=st.binary(max_size=40))
def test_any_bytes(query: bytes, asked: TestClient) -> None:
    text = quote(query, safe="&=%+;")
    assert asked.get(f"/api/v1/deadlines?{text}").status_code in (200, 400, 404)
