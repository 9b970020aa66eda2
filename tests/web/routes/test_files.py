"""Lists as files: what is filtered, all of it, re-opened with other readers."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import docx
import openpyxl
import pypdf
import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient

from lanzadash.web.routes.files import as_file, formats
from lanzadash.web.routes.lists import LISTS, Found
from lanzadash.web.routes.parameters import joined
from lanzadash.web.routes.serving import get

OFFERED = [(name, ending) for name, one in LISTS.items() for ending in formats(one)]


@pytest.mark.parametrize(("name", "ending"), OFFERED)
def test_every_file_is_named_after_its_list_and_day(
    name: str, ending: str, site: TestClient
) -> None:
    answer = site.get(f"/export/{name}.{ending}?as_of=2022-03-10")
    assert answer.status_code == 200
    named = f'attachment; filename="lanzadash-{name}-2022-03-10.{ending}"'
    assert answer.headers["content-disposition"] == named


def in_csv(content: bytes) -> list[str]:
    return [row["Id"] for row in csv.DictReader(io.StringIO(content.decode("utf-8-sig")))]


def in_json(content: bytes) -> list[str]:
    return [item["deadline"] for item in json.loads(content)["items"]]


def in_xlsx(content: bytes) -> list[str]:
    sheet = openpyxl.load_workbook(io.BytesIO(content)).worksheets[0]
    return [str(row[0]) for row in sheet.iter_rows(min_row=2, values_only=True)]


@pytest.mark.parametrize(("ending", "ids"), [("csv", in_csv), ("json", in_json), ("xlsx", in_xlsx)])
def test_a_file_holds_what_is_filtered(
    ending: str, ids: Callable[[bytes], list[str]], site: TestClient
) -> None:
    choice = "party=PRT&as_of=2021-12-03"
    shown = site.get(f"/api/v1/deadlines?{choice}").json()["items"]
    found = ids(site.get(f"/export/deadlines.{ending}?{choice}").content)
    assert found == [item["id"] for item in shown]
    assert len(found) == 2


def test_a_file_says_what_was_chosen(site: TestClient) -> None:
    about = site.get("/export/deadlines.json?party=PRT&as_of=2021-12-03").json()["about"]
    assert about["filter"] == "Party: Portugal"
    assert about["address"] == "http://testserver/deadlines?party=PRT&as_of=2021-12-03"


def test_briefs(site: TestClient) -> None:
    written = docx.Document(io.BytesIO(site.get("/export/deadlines.docx").content))
    assert len(written.tables) >= 2
    printed = pypdf.PdfReader(io.BytesIO(site.get("/export/decisions.pdf?lang=fr").content))
    assert printed.trailer["/Root"]["/Lang"].startswith("fr")


def test_a_character_that_no_font_has(site: TestClient) -> None:
    answer = site.get("/export/deadlines.pdf", params={"q": "\U00019080 ✈ العربية"})
    assert answer.status_code == 200
    assert "□" in pypdf.PdfReader(io.BytesIO(answer.content)).pages[0].extract_text()


def test_more_rows_than_a_file_holds_are_refused(
    shipped: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    many = replace(LISTS["parties"], ask=lambda *_: Found([], 50_001))
    route = get("/parties.csv", joined("parties", many.filters), as_file(many, "csv"))
    monkeypatch.setenv("LANZADASH_STORE", str(shipped))
    answer = TestClient(Starlette(routes=[route])).get("/parties.csv")
    assert answer.status_code == 400
    assert "50,001 rows" in answer.json()["detail"]
