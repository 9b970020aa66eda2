"""Briefs: what they say, and the two files made of them, read back by other libraries."""

from __future__ import annotations

import datetime as dt
import io
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import docx
import pypdf
import pypdfium2
import pytest
from docx.oxml.ns import qn

from lanzadash.exports.about import About
from lanzadash.exports.brief import Brief, deadlines_brief, decisions_brief
from lanzadash.exports.brief_docx import to_docx
from lanzadash.exports.brief_pdf import to_pdf
from lanzadash.language import Language, language

Maker = Callable[..., dict[str, Any]]
DAY = dt.date.fromisoformat


@pytest.fixture
def rows(deadline: Maker) -> list[dict[str, Any]]:
    """Two past deadlines, one to come, and a rule."""
    return [
        deadline(deadline="T-XY/4/d1/deadline-1", due=DAY("2031-05-01")),
        deadline(deadline="T-XY/4/d2/deadline-1", due=DAY("2031-06-01")),
        deadline(),
        deadline(deadline="overview/replies", due=None, rule="ratified+6m"),
    ]


@pytest.fixture
def brief(rows: list[dict[str, Any]], english: Language, about: About) -> Brief:
    return deadlines_brief(rows, english, about)


def test_deadlines_are_grouped_upcoming_first_and_the_last_past_one_before_older(
    brief: Brief,
) -> None:
    assert [
        (section.heading, [item.id for item in section.items]) for section in brief.sections
    ] == [
        ("Upcoming (1)", ["T-XY/5/d2/deadline-1"]),
        ("Standing rules (1)", ["overview/replies"]),
        ("Past (2)", ["T-XY/4/d2/deadline-1", "T-XY/4/d1/deadline-1"]),
    ]


def test_what_a_deadline_says(brief: Brief) -> None:
    (item,) = brief.sections[0].items
    assert item.cells == (
        ("15 December 2031", "in 14 days"),
        (
            "Replies about the helpline.",
            "Replies to a questionnaire · to be submitted",
            "R2 and R9",
        ),
        ("Parties", "desk@example.org"),
        ("5th meeting, decision 2", "T-XY(2031)12_en · sourced"),
    )
    assert item.link == "https://example.org/id/T-XY/5/d2/deadline-1"


def test_a_cancelled_deadline_keeps_its_place_and_is_not_counted(
    deadline: Maker, english: Language, about: About
) -> None:
    step = dict.fromkeys(("old", "new", "decision", "meeting", "source"))
    moves = {"change": "moved", "old": DAY("2031-12-08"), "new": DAY("2031-12-15")}
    gone = deadline(
        steps=[step | {"change": "cancelled"}], standing=False, deadline="T-XY/5/d3/deadline-1"
    )
    moved = deadline(first_due=DAY("2031-12-08"), steps=[step | moves])
    (section,) = deadlines_brief([gone, moved], english, about).sections
    assert section.heading == "Upcoming (1)"
    assert [item.cells[0] for item in section.items] == [
        ("15 December 2031", "cancelled"),
        ("15 December 2031", "in 14 days", "moved from 8 December 2031 to 15 December 2031"),
    ]


STATUSES = [
    ({}, "open", ("15 December 2031", "in 14 days"), "nothing on file yet"),
    (
        {"state": "received", "state_on": DAY("2031-11-20"), "settled": True},
        "received",
        ("15 December 2031", "received, 20 November 2031"),
        "no countdown to what was answered",
    ),
    (
        {"statuses": [{"status": "received", "parties": 2}, {"status": "open", "parties": 1}]},
        "open",
        ("15 December 2031", "in 14 days", "received: 2 Parties · open: 1 Party"),
        "without a Party, how many",
    ),
    (
        {"due": DAY("2031-12-01"), "inclusive": False},
        "passed",
        ("before 1 December 2031", "yesterday", "date passed, outcome not on file"),
        "the day itself is too late",
    ),
]


@pytest.mark.parametrize(("over", "status", "cell", "why"), STATUSES, ids=[s[-1] for s in STATUSES])
def test_where_answers_stand(
    over: dict[str, Any],
    status: str,
    cell: tuple[str, ...],
    why: str,
    deadline: Maker,
    english: Language,
    about: About,
) -> None:
    (section,) = deadlines_brief([deadline(**over, status=status)], english, about).sections
    assert section.items[0].cells[0] == cell


def test_decisions_stand_under_their_meetings(
    decision: Maker, english: Language, about: About
) -> None:
    rows = [decision(), decision(decision="T-XY/5/p3", number=None), decision(meeting_number=4)]
    brief = decisions_brief(rows, english, about)
    assert [section.heading for section in brief.sections] == ["5th meeting (2)", "4th meeting (1)"]
    assert [item.cells[0] for item in brief.sections[0].items] == [("2",), ("–",)]


def test_an_address_as_source_is_shown_by_its_host(
    deadline: Maker, english: Language, about: About
) -> None:
    row = deadline(source="https://www.example.org/a/very/long/address ; T-XY(2031)12")
    (section,) = deadlines_brief([row], english, about).sections
    assert section.items[0].cells[3][1] == "www.example.org and T-XY(2031)12 · sourced"


# --- PDF ------------------------------------------------------------------------------------------


def pdf_text(file: bytes) -> str:
    document = pypdfium2.PdfDocument(file)
    return "\n".join(page.get_textpage().get_text_range() for page in document)


def test_pdf_is_tagged_and_says_its_language_and_title(brief: Brief) -> None:
    catalogue = pypdf.PdfReader(io.BytesIO(to_pdf(brief))).trailer["/Root"]
    assert catalogue["/MarkInfo"]["/Marked"]
    assert catalogue["/Lang"] == "en-GB"
    assert catalogue["/ViewerPreferences"]["/DisplayDocTitle"]
    assert "pdfuaid:part" in catalogue["/Metadata"].get_data().decode()
    assert pypdf.PdfReader(io.BytesIO(to_pdf(brief))).metadata["/Title"] == "Deadlines"


def roles(element: Any) -> set[str]:
    """The structure types in a tagged PDF: H1, Table, TH, ..."""
    if not isinstance(element, dict):
        return set()
    kids = element.get("/K", [])
    kids = kids if isinstance(kids, list) else [kids]
    found = set().union(*(roles(kid.get_object()) for kid in kids))
    return found | ({str(element["/S"])} if "/S" in element else set())


def test_pdf_has_headings_and_table_headers(brief: Brief) -> None:
    tree = pypdf.PdfReader(io.BytesIO(to_pdf(brief))).trailer["/Root"]["/StructTreeRoot"]
    assert {"/H1", "/H2", "/Table", "/TH", "/TD", "/Link"} <= roles(tree.get_object())


def test_pdf_says_what_it_is(brief: Brief) -> None:
    text = " ".join(pdf_text(to_pdf(brief)).split())
    for said in (
        "Deadlines · as of 1 December 2031",
        "Filter Party: Portugal",
        "Unofficial tool. Only the adopted text counts.",
        "15 December 2031",
        "desk@example.org",
        "T-XY/5/d2/deadline-1",
        "Page 1 / ",
    ):
        assert said in text


def test_pdf_embeds_its_fonts(brief: Brief) -> None:
    page = pypdf.PdfReader(io.BytesIO(to_pdf(brief))).pages[0]
    for font in page["/Resources"]["/Font"].values():
        (inner,) = font.get_object()["/DescendantFonts"]
        described = inner.get_object()["/FontDescriptor"].get_object()
        assert {"/FontFile3", "/FontFile2"} & set(described)


# --- DOCX -----------------------------------------------------------------------------------------


def test_docx_has_headings_header_rows_and_its_properties(brief: Brief) -> None:
    document = docx.Document(io.BytesIO(to_docx(brief)))
    headings = [(p.style.name, p.text) for p in document.paragraphs if "Heading" in p.style.name]
    assert headings == [
        ("Heading 1", "Deadlines"),
        ("Heading 2", "Upcoming (1)"),
        ("Heading 2", "Standing rules (1)"),
        ("Heading 2", "Past (2)"),
    ]
    for table in document.tables:
        assert table._tbl.xpath("./w:tr[1]/w:trPr/w:tblHeader")
        assert table._tbl.xpath("./w:tblPr/w:tblCaption")
    told = document.core_properties
    assert (told.title, told.language) == ("Deadlines", "en-GB")
    assert told.created.date() == DAY("2031-12-01")
    language_tag = document.styles.element.xpath("./w:docDefaults//w:lang")[0]
    assert language_tag.get(qn("w:val")) == "en-GB"


def test_docx_says_what_it_is(brief: Brief) -> None:
    document = docx.Document(io.BytesIO(to_docx(brief)))
    said = "\n".join(paragraph.text for paragraph in document.paragraphs)
    assert "Filter: Party: Portugal" in said
    assert "Unofficial tool. Only the adopted text counts." in said
    assert document.sections[0].header.paragraphs[0].text == "Deadlines · as of 1 December 2031"
    foot = document.sections[0].footer._element.xpath(".//w:instrText/text()")
    assert foot == ["PAGE", "NUMPAGES"]
    cells = [cell.text for cell in document.tables[0].rows[1].cells]
    assert cells[0] == "15 December 2031\nin 14 days"
    assert cells[2] == "Parties\ndesk@example.org"
    (link,) = document.tables[0]._tbl.xpath("./w:tr[2]//w:hyperlink/@r:id")
    assert document.part.rels[link].target_ref.endswith("/id/T-XY/5/d2/deadline-1")


# --- both -----------------------------------------------------------------------------------------

WRITERS = pytest.mark.parametrize("write", [to_pdf, to_docx])


@WRITERS
def test_same_brief_same_bytes(write: Callable[[Brief], bytes], brief: Brief) -> None:
    assert write(brief) == write(brief)


@WRITERS
def test_nothing_on_file(write: Callable[[Brief], bytes], english: Language, about: About) -> None:
    assert write(deadlines_brief([], english, about))


def pdf_words(file: bytes) -> str:
    return "".join(pdf_text(file).split())


def docx_words(file: bytes) -> str:
    document = docx.Document(io.BytesIO(file))
    parts = [p.text for p in document.paragraphs]
    parts += [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return "".join("".join(parts).split())


FILES = pytest.mark.parametrize(
    ("write", "words"), [(to_pdf, pdf_words), (to_docx, docx_words)], ids=["pdf", "docx"]
)


@FILES
def test_french(
    write: Callable[[Brief], bytes],
    words: Callable[[bytes], str],
    rows: list[dict[str, Any]],
    about: About,
) -> None:
    brief = deadlines_brief(rows, language("fr"), about)
    assert "Réponsesausujetdelaligned’écoute." in words(write(brief))


PAYLOADS = [
    "<b>bold</b><script>alert(1)</script>",
    "#panic() $x^2$ *bold* _it_ @ref <label> = Heading",
    '"#eval("1+1")" \\u{41} // comment /* x */',
    "&amp; ]]> <w:t>x</w:t>",
]


@FILES
@pytest.mark.parametrize("payload", PAYLOADS)
def test_a_text_stays_a_text(
    payload: str,
    write: Callable[[Brief], bytes],
    words: Callable[[bytes], str],
    deadline: Maker,
    english: Language,
    about: About,
) -> None:
    hostile = replace(about, title=payload, filters=payload)
    rows = [deadline(summary_en=f"a\x00{payload}\x1bz", addressees_en=payload)]
    shown = words(write(deadlines_brief(rows, english, hostile)))
    assert shown.count("".join(payload.split())) >= 4
    assert "".join(f"a{payload}z".split()) in shown


@FILES
def test_illustrative_data_says_so_on_each_page(
    write: Callable[[Brief], bytes],
    words: Callable[[bytes], str],
    rows: list[dict[str, Any]],
    english: Language,
    about: About,
) -> None:
    brief = deadlines_brief(rows, english, replace(about, illustrative=True))
    assert brief.running.startswith("Illustrative: ")
    assert "Illustrativedata." in words(write(brief))
