"""The brief for a meeting, asked for over HTTP and read back by other libraries."""

from __future__ import annotations

import io

import docx
import pypdf
import pytest
from starlette.testclient import TestClient

DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
each_meeting = pytest.mark.parametrize(
    "meeting", ["T-ES/28", "T-ES/35", "T-ES/36"], ids=["no decisions", "no agenda", "neither"]
)
each_language = pytest.mark.parametrize("lang", ["en", "fr"])


@each_meeting
@each_language
def test_pdf(meeting: str, lang: str, site: TestClient) -> None:
    reply = site.get(f"/export/meeting/{meeting}.pdf?lang={lang}")
    assert reply.headers["content-type"] == "application/pdf"
    name = f"lanzadash-{meeting.replace('/', '-')}-{lang}-2026-11-21.pdf"
    assert name in reply.headers["content-disposition"]
    reader = pypdf.PdfReader(io.BytesIO(reply.content))
    assert len(reader.pages) <= 2
    assert reader.trailer["/Root"]["/MarkInfo"]["/Marked"]
    assert reader.trailer["/Root"]["/Lang"].startswith(lang)
    assert all(meeting in page.extract_text() for page in reader.pages)


@each_meeting
@each_language
def test_docx(meeting: str, lang: str, site: TestClient) -> None:
    reply = site.get(f"/export/meeting/{meeting}.docx?lang={lang}")
    assert reply.headers["content-type"] == DOCX
    document = docx.Document(io.BytesIO(reply.content))
    assert document.core_properties.language.startswith(lang)
    assert meeting in document.sections[0].header.paragraphs[0].text


def test_before_a_meeting_it_tells_what_was_put_before_it(site: TestClient) -> None:
    reply = site.get("/export/meeting/T-ES/36.docx?lang=en&as_of=2021-12-05")
    document = docx.Document(io.BytesIO(reply.content))
    headings = [p.text for p in document.paragraphs if p.style and p.style.name == "Heading 2"]
    assert headings == [
        "Agenda",
        "Decisions to be taken (3)",
        "Outstanding",
        "Deadlines before the meeting (2)",
        "Deadlines after the meeting",
    ]
    assert "as of 5 December 2021" in document.sections[0].header.paragraphs[0].text


@pytest.mark.parametrize(
    "address", ["T-ES/999.pdf", "T-ES/35/d6.docx", "T-ES/41.pdf?as_of=2021-12-05"]
)
def test_what_is_no_meeting_on_file(address: str, site: TestClient) -> None:
    reply = site.get(f"/export/meeting/{address}")
    assert reply.status_code == 404
    assert reply.headers["content-type"] == "application/problem+json"


def test_it_is_described_and_linked(site: TestClient) -> None:
    paths = site.get("/api/v1/openapi.json").json()["paths"]
    for ending in ("pdf", "docx"):
        assert f"/export/meeting/{{id}}.{ending}" in paths
        assert f"/export/meeting/T-ES/28.{ending}?lang=fr" in site.get("/id/T-ES/28?lang=fr").text
