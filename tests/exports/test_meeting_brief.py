"""The brief for a meeting: what it says, what it leaves out and counts, and its two files."""

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

from lanzadash.exports.about import About
from lanzadash.exports.brief_docx import to_docx
from lanzadash.exports.brief_pdf import to_pdf
from lanzadash.exports.cutting import shortened
from lanzadash.exports.meeting_brief import PAGES, File, meeting_brief
from lanzadash.exports.outstanding import due_around
from lanzadash.exports.paper import Brief, Section
from lanzadash.language import Language, language

Maker = Callable[..., dict[str, Any]]
DAY = dt.date.fromisoformat


@pytest.fixture
def about() -> About:
    return About(
        title="Brief for the 6th meeting",
        as_of=DAY("2032-01-10"),
        base_url="https://example.org",
        address="https://example.org/meetings?id=T-XY/6",
        version="1.0",
        digest="5a5a5a5a5a5a5a5a",
    )


def agenda_item(number: str, parent: str | None = None, **over: Any) -> dict[str, Any]:
    """A row of the query ``agenda``."""
    return {
        "agenda_item": f"T-XY/6/item-{number}",
        "document": "agenda-6",
        "number": number,
        "parent": parent,
        "title_en": None,
        "title_fr": None,
        "summary_en": f"Harbour {number}",
        "summary_fr": f"Port {number}",
        "source": "agenda-6",
        "certainty": "sourced",
    } | over


def before(make: Maker, number: str, **over: Any) -> dict[str, Any]:
    """A row of the query ``history``."""
    return make(agenda_item=f"T-XY/6/item-{number}", total=3, because="same_round") | over


def promise(make: Maker, **over: Any) -> dict[str, Any]:
    """A row of the query ``promised``."""
    return make(agenda_item=None, item_number=None, open=True, type="considered_at") | over


def bond(party: str, status: str = "passed") -> dict[str, Any]:
    """A row of the query ``obligations``."""
    return {
        "deadline": "T-XY/4/d1/deadline-1",
        "party": party,
        "name_en": f"Land of {party}",
        "name_fr": f"Pays de {party}",
        "status": status,
    }


@pytest.fixture
def file(decision: Maker, deadline: Maker, meeting: Maker) -> File:
    """A meeting to come, with something of everything."""
    return File(
        meeting=meeting(),
        before=meeting(
            meeting="T-XY/5", number=5, status="held", start_date=DAY("2031-11-04"),
            end_date=DAY("2031-11-06"),
        ),
        after=None,
        agenda=[
            agenda_item("1", summary_en="Opening"),
            agenda_item("2"),
            agenda_item("2.1", "2"),
            agenda_item("3", summary_en="Adoption of the list", summary_fr="Adoption de la liste"),
        ],
        history=[before(decision, "2"), before(decision, "2.1")],
        promised=[
            promise(decision, decision="T-XY/5/d3", agenda_item="T-XY/6/item-2", item_number="2"),
            promise(decision, decision="T-XY/5/d4", summary_en="A plan for piers."),
        ],
        decisions=[],
        deadlines=[
            deadline(
                deadline="T-XY/4/d1/deadline-1",
                due=DAY("2031-05-01"),
                last_day=DAY("2031-05-01"),
                status="passed",
                statuses=[{"status": "received", "parties": 1}, {"status": "passed", "parties": 2}],
            ),
            deadline(due=DAY("2032-02-01"), last_day=DAY("2032-02-01")),
            deadline(deadline="late", due=DAY("2032-06-01"), last_day=DAY("2032-06-01")),
        ],
        obligations=[bond("AAA", "received"), bond("CCC"), bond("BBB")],
        documents=[],
    )  # fmt: skip


@pytest.fixture
def brief(file: File, english: Language, about: About) -> Brief:
    return meeting_brief(file, "Harbour Committee", english, about)


def rows_of(brief: Brief, heading: str) -> list[tuple[tuple[str, ...], ...]]:
    return [item.cells for item in section_of(brief, heading).items]


def section_of(brief: Brief, heading: str) -> Section:
    return next(one for one in brief.sections if one.heading.split(" (")[0] == heading)


# --- what it says ---------------------------------------------------------------------------------


def test_an_item_has_the_last_decision_on_it_and_the_items_below_point_there(brief: Brief) -> None:
    assert rows_of(brief, "Agenda") == [
        (("1",), ("Opening",), ("–",)),
        (
            ("2",),
            ("Harbour 2",),
            ("5th meeting, decision 2: Parties are asked about the helpline. (2\u00a0earlier)",),
        ),
        (("2.1",), ("Harbour 2.1",), ("as item 2",)),
        (("3",), ("Adoption of the list",), ("–",)),
    ]


def test_what_its_agenda_does_not_carry_stands_alone(brief: Brief) -> None:
    missing = "Put before it by earlier decisions, and not found on its agenda"
    assert rows_of(brief, missing) == [
        (("–",), ("A plan for piers.",), ("5th meeting, decision 2",))
    ]
    assert rows_of(brief, "Decisions to be taken") == [
        (("2",), ("Parties are asked about the helpline.",), ("5th meeting, decision 2",)),
        (("3",), ("Adoption of the list",), ("its words on the agenda · inferred",)),
    ]


def test_who_has_not_answered_is_named_and_nobody_is_called_in_default(brief: Brief) -> None:
    ((since, told),) = rows_of(brief, "Outstanding")
    assert since == ("1 May 2031", "8 months ago")
    assert told[1] == (
        "date passed, outcome not on file: Land of BBB and Land of CCC · received: 1 Party"
    )


def test_deadlines_stand_before_or_after_the_meeting(brief: Brief) -> None:
    assert [cells[0] for cells in rows_of(brief, "Deadlines before the meeting")] == [
        ("1 February 2032",)
    ]
    assert [cells[0] for cells in rows_of(brief, "Deadlines after the meeting")] == [
        ("1 June 2032",)
    ]


def test_head_and_end_say_what_it_is(brief: Brief) -> None:
    assert brief.masthead == ("Harbour Committee", "T-XY/6")
    assert brief.running == "T-XY/6 · Brief for the 6th meeting · as of 10 January 2032"
    assert brief.subtitle[0].startswith("announced for 2-4 March 2032 · Strasbourg")
    assert dict(brief.facts)["Address"] == "https://example.org/meetings?id=T-XY/6"
    assert dict(brief.facts)["Sources"] == "T-XY(2031)12_en · agenda-6"


def test_after_the_meeting_come_its_decisions_and_what_was_promised(
    file: File, decision: Maker, english: Language, about: About
) -> None:
    held = replace(
        file,
        meeting=file.meeting | {"status": "held"},
        decisions=[decision(decision="T-XY/6/d1", number=1)],
    )
    brief = meeting_brief(held, "X", english, replace(about, as_of=DAY("2032-03-10")))
    outcomes = [cells[2] for cells in rows_of(brief, "Put before it by earlier decisions")]
    assert outcomes == [("not on file",), ("not on file",)]
    assert rows_of(brief, "Decisions taken") == [
        (("1",), ("Helplines. Parties are asked about the helpline.",))
    ]


def test_each_gap_is_said(file: File, english: Language, about: About) -> None:
    bare = replace(
        file, agenda=[], history=[], promised=[], deadlines=[], obligations=[], before=None
    )
    brief = meeting_brief(bare, "X", english, about)
    assert [(one.heading, one.remark) for one in brief.sections] == [
        ("Agenda", "No agenda of this meeting is on file."),
        (
            "Decisions to be taken",
            "None is known from earlier decisions or from its agenda.",
        ),
        ("Outstanding", "Nothing that was due before it is outstanding."),
        ("Deadlines before the meeting", "None is on file."),
        ("Deadlines after the meeting", "None is on file."),
    ]


def test_without_an_agenda_nothing_is_missing_from_it(
    file: File, english: Language, about: About
) -> None:
    brief = meeting_brief(replace(file, agenda=[], history=[]), "X", english, about)
    assert len(rows_of(brief, "Decisions to be taken")) == 2


@pytest.mark.parametrize(
    ("over", "outstanding", "why"),
    [
        ({}, True, "the day is over and no answer on file"),
        ({"standing": False, "status": "cancelled"}, False, "cancelled"),
        ({"status": "received"}, False, "answered"),
        ({"due": DAY("2032-01-10"), "last_day": DAY("2032-01-10")}, False, "the last day is today"),
        ({"due": None, "last_day": None}, True, "a rule: each Party has its own day"),
    ],
)
def test_what_is_outstanding(
    over: dict[str, Any], outstanding: bool, why: str, deadline: Maker, meeting: Maker
) -> None:
    past = {"due": DAY("2031-05-01"), "last_day": DAY("2031-05-01"), "status": "passed"}
    row = deadline(**past | over)
    due = due_around([row], meeting(), None, None, DAY("2032-01-10"))
    assert bool(due.outstanding) is outstanding, why


# --- two pages ------------------------------------------------------------------------------------


def pages(file: bytes) -> int:
    return len(pypdfium2.PdfDocument(file))


@pytest.mark.parametrize("lang", ["en", "fr"])
def test_a_long_agenda_is_cut_and_counted(
    lang: str, file: File, decision: Maker, about: About
) -> None:
    items = [agenda_item(str(n), summary_en="Pier " * 60, summary_fr="Quai " * 60)
             for n in range(1, 121)]  # fmt: skip
    long = replace(file, agenda=items, history=[before(decision, str(n)) for n in range(1, 121)])
    brief = meeting_brief(long, "X", language(lang), about)
    agenda = brief.sections[0]
    assert pages(to_pdf(brief)) == PAGES
    assert 4 <= len(agenda.items) < 120
    assert agenda.remark.startswith(f"{120 - len(agenda.items)} ")
    assert "(120)" in agenda.heading


def test_a_list_of_names_is_whole_or_a_count(
    file: File, deadline: Maker, english: Language, about: About
) -> None:
    names = [f"{chr(65 + n)}{'x' * 30}" for n in range(12)]
    row = file.deadlines[0] | {"statuses": [{"status": "passed", "parties": len(names)}]}
    many = [row | {"deadline": f"{row['deadline']}-{n}"} for n in range(40)]
    bonds = [bond(name) | {"deadline": one["deadline"]} for one in many for name in names]
    brief = meeting_brief(replace(file, deadlines=many, obligations=bonds), "X", english, about)
    for cells in rows_of(brief, "Outstanding"):
        assert cells[1][1] == "date passed, outcome not on file: 12 Parties"


@pytest.mark.parametrize(
    ("text", "most", "short"),
    [
        ("piers and quays", 20, "piers and quays"),
        ("piers and quays", 11, "piers and …"),
        ("x" * 30, 10, "x" * 9 + "…"),
        ("two\nlines", 20, "two lines"),
    ],
)
def test_a_long_text_ends_with_an_ellipsis(text: str, most: int, short: str) -> None:
    assert shortened(text, most) == short


# --- the files ------------------------------------------------------------------------------------


@pytest.mark.parametrize(("lang", "tag"), [("en", "en-GB"), ("fr", "fr-FR")])
def test_pdf_is_tagged(lang: str, tag: str, file: File, about: About) -> None:
    made = to_pdf(meeting_brief(file, "Harbour Committee", language(lang), about))
    reader = pypdf.PdfReader(io.BytesIO(made))
    catalogue = reader.trailer["/Root"]
    assert catalogue["/MarkInfo"]["/Marked"]
    assert catalogue["/Lang"] == tag
    assert reader.metadata is not None
    assert reader.metadata["/Title"] == "Brief for the 6th meeting"
    assert len(reader.pages) <= PAGES


def test_docx_has_headings_header_rows_a_page_number_and_its_font(brief: Brief) -> None:
    document = docx.Document(io.BytesIO(to_docx(brief)))
    headings = [p.text for p in document.paragraphs if p.style and "Heading" in p.style.name]
    assert headings[:2] == ["Brief for the 6th meeting", "Agenda (4)"]
    assert all(t._tbl.xpath("./w:tr[1]/w:trPr/w:tblHeader") for t in document.tables)
    assert document.core_properties.language == "en-GB"
    section = document.sections[0]
    assert section.header.paragraphs[0].text == brief.running
    assert section.footer._element.xpath(".//w:instrText/text()") == ["PAGE", "NUMPAGES"]
    fonts = [str(p.partname) for p in document.part.package.iter_parts() if "font" in p.partname]
    assert {f"/word/fonts/font{n}.odttf" for n in (1, 2, 3)} <= set(fonts)


@pytest.mark.parametrize("write", [to_pdf, to_docx])
def test_same_file_same_bytes(
    write: Callable[[Brief], bytes], file: File, english: Language, about: About
) -> None:
    first, second = (write(meeting_brief(file, "X", english, about)) for _ in range(2))
    assert first == second


@pytest.mark.parametrize("write", [to_pdf, to_docx])
def test_a_text_stays_a_text(
    write: Callable[[Brief], bytes], file: File, english: Language, about: About
) -> None:
    payload = "#panic() $x$ *b* <w:t>x</w:t> ]]>"
    hostile = replace(
        file,
        agenda=[agenda_item("1", title_en=payload)],
        documents=[{"symbol": None, "version": None, "language": "en", "title": payload}],
    )
    made = write(meeting_brief(hostile, payload, english, about))
    if write is to_pdf:
        text = "".join(page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(made))
    else:
        document = docx.Document(io.BytesIO(made))
        cells = [cell.text for t in document.tables for row in t.rows for cell in row.cells]
        text = "".join([p.text for p in document.paragraphs] + cells)
    assert "".join(text.split()).count("".join(payload.split())) >= 3


def test_illustrative_data_says_so_on_each_page(
    file: File, english: Language, about: About
) -> None:
    brief = meeting_brief(file, "X", english, replace(about, illustrative=True))
    assert "Illustrative" in brief.running
    assert "Illustrative data." in brief.foot
    assert "nothing in it is true" in brief.notice
