"""PDF files as they are printed: pages that cut decisions, notes at their foot, two columns."""

import io
import time
from pathlib import Path

import pypdfium2
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from lanzadash.reading.formats.blocks import Block, Mark, RefusedError, Source
from lanzadash.reading.formats.pdf import read_blocks
from tests.reading.formats.pdf_files import filler, typeset


def read(data: bytes) -> Source:
    return read_blocks(Path("list.pdf"), data)


def shown(data: bytes) -> list[str]:
    return [" ".join((block.kind, block.label or "·", block.text)) for block in read(data).blocks]


HEADER = "#text(9pt)[T-XX(2021)37\\_en rev. #h(1fr) #counter(page).display()]"
LIST = f"""
#align(right)[T-XX(2021)37\\_en rev.]
#align(center)[#text(16pt, weight: "bold")[List of decisions]]
#align(center)[35#super[th] meeting, 30 November – 3 December 2021]
The Committee:
#item([1.], [Adopted its agenda.])
*As regards the first theme*

In the context of the procedure on “{filler(12)}”:
#item([2.], [Decided to keep the recommendation#footnote[Recommendation R I-5, {filler(60)}, end.]
  on {filler(25)}.])
#item([3.], [Agreed that {filler(40)}, by *10 December 2021*, to the Secretariat
  (#link("mailto:a.b@example.org")[a.b\\@example.org]).])
#item([4.], [Decided#footnote[Another note.] that {filler(30)} in two respects:])
#pad(left: 2em)[#item([(a)], [{filler(20)};]) #item([(b)], [{filler(5)}.])]
#item([5.], [Took note of {filler(30)} at its 36#super[th] meeting.])
#item([6.], [Adopted this list.])
"""


@pytest.fixture(scope="module")
def decisions() -> Source:
    return read(typeset(LIST, HEADER))


def body(source: Source) -> list[Block]:
    return [block for block in source.blocks if block.kind not in ("furniture", "footnote")]


def test_a_list_of_decisions_over_four_pages(decisions: Source) -> None:
    assert [(block.kind, block.label, block.text) for block in body(decisions)] == [
        ("paragraph", None, "T-XX(2021)37_en rev."),
        ("heading", None, "List of decisions"),
        ("paragraph", None, "35th meeting, 30 November – 3 December 2021"),
        ("paragraph", None, "The Committee:"),
        ("item", "1", "Adopted its agenda."),
        ("paragraph", None, "As regards the first theme"),
        ("paragraph", None, f"In the context of the procedure on “{filler(12)}”:"),
        ("item", "2", f"Decided to keep the recommendation on {filler(25)}."),
        (
            "item",
            "3",
            f"Agreed that {filler(40)}, by 10 December 2021, to the Secretariat (a.b@example.org).",
        ),
        ("item", "4", f"Decided that {filler(30)} in two respects:"),
        ("item", "a", f"{filler(20)};"),
        ("item", "b", f"{filler(5)}."),
        ("item", "5", f"Took note of {filler(30)} at its 36th meeting."),
        ("item", "6", "Adopted this list."),
    ]


def test_its_notes_marks_furniture_and_pages(decisions: Source) -> None:
    notes = [block for block in decisions.blocks if block.kind == "footnote"]
    assert [(note.label, note.text, note.page) for note in notes] == [
        ("1", f"Recommendation R I-5, {filler(60)}, end.", 1),
        ("2", "Another note.", 3),
    ]
    cited = {block.label: block.marks for block in body(decisions) if block.marks}
    assert cited == {"2": (Mark("1", 34),), "4": (Mark("2", 7),)}
    furniture = {block.text for block in decisions.blocks if block.kind == "furniture"}
    assert furniture == {"T-XX(2021)37_en rev.", "1", "2", "3", "4"}
    assert decisions.pages == 4
    assert {block.label: block.page for block in body(decisions)}["4"] == 3
    assert (decisions.title, decisions.language) == ("List of decisions", "en")


def test_its_bold_words_links_and_levels(decisions: Source) -> None:
    by_label = {block.label: block for block in decisions.blocks if block.kind == "item"}
    third = by_label["3"]
    assert [third.text[start:end] for start, end in third.bold] == ["10 December 2021"]
    assert [(third.text[link.start : link.end], link.address) for link in third.links] == [
        ("a.b@example.org", "mailto:a.b@example.org")
    ]
    assert by_label["a"].level > by_label["4"].level == by_label["1"].level


@pytest.mark.parametrize("hyphenate", [False, True])
@pytest.mark.parametrize("justify", [False, True])
def test_however_it_is_set(decisions: Source, hyphenate: bool, justify: bool) -> None:
    data = typeset(LIST, HEADER, "Page #context counter(page).display() of 4", hyphenate, justify)
    assert [block.text for block in body(read(data))] == [b.text for b in body(decisions)]


PRINTED = [
    ("Date of the next meeting\\ – 7-11 May, tbc",
     ["paragraph · Date of the next meeting", "item – 7-11 May, tbc"], "a dash before a range"),
    ("4. One.\n\n5. Two.", ["item 4 One.", "item 5 Two."], "typed numbers"),
    ("- one\n- two", ["item • one", "item • two"], "bullets"),
    (
        "#list(marker: box(circle(radius: 2pt, fill: black)), [one], [two])",
        ["item • one", "item • two"],
        "bullets drawn as shapes",
    ),
    (
        f"{filler(8)} from 30 November\\ – 3 December 2021.",
        [f"paragraph · {filler(8)} from 30 November – 3 December 2021."],
        "a range over a line end",
    ),
    (
        f"{filler(16)} rev.\\ and so on.",
        [f"paragraph · {filler(16)} rev. and so on."],
        "an abbreviation at a line end",
    ),
    ("LANZAROTE COMMITTEE\\ List of decisions\\ 7 March 2022",
     ["paragraph · LANZAROTE COMMITTEE", "paragraph · List of decisions",
      "paragraph · 7 March 2022"], "a title block without spaces"),
    (f"Yes#super[1] and {filler(30)}.\n\n#v(1fr)#text(8pt)[#super[1] No note, #super[2] but text]",
     [f"paragraph · Yes and {filler(30)}.", "footnote 1 No note, but text"], "a note without rule"),
    ("#set super(typographic: true)\nits 35#super[th] meeting#super[12] there",
     ["paragraph · its 35th meeting there"], "superscripts of the font"),
    ("#set super(typographic: false)\nits 35#super[th] meeting#super[12] there",
     ["paragraph · its 35th meeting there"], "superscripts drawn small"),
    ("Kosovo\\* too.\n\n\\* A word on names.",
     ["paragraph · Kosovo too.", "footnote * A word on names."], "a star"),
    ("#table(columns: 2, stroke: none, [1.], [Opening], [2.], [Any other business])",
     ["item 1 Opening", "item 2 Any other business"], "an agenda in two columns"),
    ("#table(columns: (2cm, 1fr), [9.30], [1. Opening], [11.00], [2. " + filler(12) + "])",
     ["cell · 9.30", "item 1 Opening", "cell · 11.00", f"item 2 {filler(12)}"],
     "an order of business"),
    ("1. Opening ......... 3\n\nText.",
     ["furniture · 1. Opening ……… 3", "paragraph · Text."], "a table of contents"),
    ("Text.#place(center + horizon, rotate(-45deg)[DRAFT])", ["paragraph · Text."], "a stamp"),
]  # fmt: skip


@pytest.mark.parametrize(("page", "expected", "why"), PRINTED, ids=[row[2] for row in PRINTED])
def test_what_a_reader_of_the_page_sees(page: str, expected: list[str], why: str) -> None:
    assert shown(typeset(page)) == expected


def test_two_columns_are_read_one_after_the_other() -> None:
    items = [f"#item([{number}.], [{filler(17)}, no. {number}.])\n" for number in range(1, 13)]
    data = typeset("#set page(columns: 2)\n#set text(8pt)\n" + "".join(items), justify=True)
    assert shown(data) == [f"item {number} {filler(17)}, no. {number}." for number in range(1, 13)]


def test_a_page_stored_sideways_is_read_as_it_is_seen() -> None:
    words = f"#set page(width: 15cm, height: 12cm)\n#rotate(-90deg, reflow: true)[{filler(30)}]"
    document = pypdfium2.PdfDocument(typeset(words))
    document[0].set_rotation(90)
    file = io.BytesIO()
    document.save(file)
    assert shown(file.getvalue()) == [f"paragraph · {filler(30)}"]


def test_what_repeats_is_furniture_though_it_looks_like_text() -> None:
    data = typeset(f"{filler(250)}.", "List of decisions", "Strasbourg")
    source = read(data)
    assert [block.text for block in body(source)] == [f"{filler(250)}."]
    assert {block.text for block in source.blocks if block.kind == "furniture"} == {
        "List of decisions",
        "Strasbourg",
    }


@pytest.mark.parametrize(
    "last", ["11. Adopted this list.", "It thanked all who came.", "As to work"]
)
def test_a_line_alone_on_the_last_page_is_no_header(last: str) -> None:
    margin = "#set page(margin: 1.2cm)\n"
    data = typeset(f"{margin}4. {filler(20)}.\n#pagebreak()\n{last}")
    (_, found) = body(read(data))
    assert found.text == last.removeprefix("11. ")
    assert found.page == 2


def test_headings_that_differ_in_a_number_are_no_furniture() -> None:
    pages = [f"= Recommendation {number}\n{filler(20)}." for number in range(1, 4)]
    source = read(typeset("\n#pagebreak()\n".join(pages)))
    headings = [block.text for block in source.blocks if block.kind == "heading"]
    assert headings == ["Recommendation 1", "Recommendation 2", "Recommendation 3"]


def picture(words: str = "") -> bytes:
    """A page that is one picture, and pages of text after it."""
    file = io.BytesIO()
    Image.new("RGB", (60, 80), "white").save(file, "PDF")
    scan = pypdfium2.PdfDocument(file.getvalue())
    if words:
        scan.import_pages(pypdfium2.PdfDocument(typeset(words)))
    saved = io.BytesIO()
    scan.save(saved)
    return saved.getvalue()


def blank(pages: int) -> bytes:
    document, saved = pypdfium2.PdfDocument.new(), io.BytesIO()
    for _ in range(pages):
        document.new_page(100, 100)
    document.save(saved)
    return saved.getvalue()


ENCRYPTED = typeset("Text.").replace(
    b"trailer\n<<",
    b"trailer\n<< /Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O (%b) /U (%b) >>"
    % (b"o" * 32, b"u" * 32),
)
REFUSED = [
    (b"", "empty"),
    (b"%PDF-1.7\nno", "broken"),
    (typeset("Text.")[:300], "broken"),
    (picture(), "is a scan: 1 of 1 pages"),
    (blank(1), "no text"),
    (blank(2_001), "2,001 pages"),
    (ENCRYPTED, "encrypted"),
    (b"%PDF-1.7\n" + b"x" * 51 * 2**20, "51 MB"),
]


@pytest.mark.parametrize(("data", "reason"), REFUSED, ids=[reason for _, reason in REFUSED])
def test_a_refusal_says_why_and_comes_at_once(data: bytes, reason: str) -> None:
    begun = time.perf_counter()
    with pytest.raises(RefusedError, match=reason):
        read(data)
    assert time.perf_counter() - begun < 5, "a second, and room for a busy machine"


def test_a_page_that_is_a_picture_is_named() -> None:
    source = read(picture(f"{filler(20)}.\n#pagebreak()\n{filler(10)}."))
    assert source.notes == ("pages without text, only pictures: 1",)


WHOLE = typeset(LIST, HEADER)


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_no_damage_raises_anything_but_a_refusal(data: st.DataObject) -> None:
    damaged = bytearray(WHOLE)
    for _ in range(data.draw(st.integers(1, 12))):
        start = data.draw(st.integers(0, len(damaged) - 1))
        damaged[start : start + data.draw(st.integers(0, 40))] = data.draw(st.binary(max_size=8))
    try:
        blocks = read(bytes(damaged)).blocks
    except RefusedError:
        return
    for block in blocks:
        assert block.text == " ".join(block.text.split())
        assert all(0 <= mark.at <= len(block.text) for mark in block.marks)
