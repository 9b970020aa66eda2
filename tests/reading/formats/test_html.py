"""Web pages of every make: hand-written, exported by word processors, made by content systems."""

import hashlib
import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lanzadash.reading.formats.blocks import Mark, RefusedError, Source
from lanzadash.reading.formats.html import read_blocks


def read(page: str | bytes) -> Source:
    data = page.encode() if isinstance(page, str) else page
    return read_blocks(Path("page.html"), data)


def shown(page: str | bytes) -> list[str]:
    """The blocks of a page as ``kind label text``, for tables of expectations."""
    return [" ".join((block.kind, block.label or "·", block.text)) for block in read(page).blocks]


LISTS = [
    ("<ol><li>one<li>two</ol>", ["item 1 one", "item 2 two"], "tags left open"),
    ("<ol start=4><li>one</ol>", ["item 4 one"], "start"),
    ("<ol><li value=7>one</li><li>two</li></ol>", ["item 7 one", "item 8 two"], "value"),
    ("<ol reversed><li>x<li>y</ol>", ["item 2 x", "item 1 y"], "reversed"),
    ("<ol start=x><li>one</ol>", ["item 1 one"], "a start that is no number"),
    ("<ol type=a><li>x<li>y</ol>", ["item a x", "item b y"], "letters"),
    ("<ol type=I start=4><li>x</ol>", ["item IV x"], "Roman capitals"),
    ("<ol style='list-style: lower-roman inside'><li>x<li>y</ol>", ["item i x", "item ii y"], ""),
    ("<ul><li>x</ul>", ["item • x"], "bullets"),
    ("<ul style='list-style-type:none'><li>4. x</ul>", ["item 4 x"], "typed numbers"),
    ("<ul><li>4. x</ul>", ["item 4 x"], "a typed number beats a bullet"),
    ("<ol class=plain><li>4. x</ol>", ["item 4 x"], "and a number"),
    ("<ol><li>(a) x</ol>", ["item 1 (a) x"], "but a letter is text"),
    ("<ol start=2><li><p>x</p><p>y</p></ol>", ["item 2 x", "paragraph · y"], "two paragraphs"),
    (
        "<ol><li>x:<ol type=a><li>p</ol>and y</ol>",
        ["item 1 x:", "item a p", "paragraph · and y"],
        "nested",
    ),
    (
        "<style>li:before{content:counters(n, '.')}</style>"
        "<ol style='list-style:none'><li>x<ol style='list-style:none'><li>y</ol></ol>",
        ["item 1 x", "item 1.1 y"],
        "numbered by the sheet",
    ),
    ("<p>4. x<br>continued<br>5. y</p>", ["item 4 x continued", "item 5 y"], "line breaks"),
    ("<div>4.</div><div>x</div>", ["item 4 x"], "a number in an element of its own"),
    (
        "<p><span style='mso-list:Ignore'>9.<span>&nbsp; </span></span>x</p>",
        ["item 9 x"],
        "saved by Word",
    ),
    (
        "<p><span style='font-family:Wingdings'>§<span style='font:7pt \"Times\"'>&nbsp;"
        "</span></span>x</p>",
        ["item • x"],
        "a bullet of Word's sign font",
    ),
]


@pytest.mark.parametrize(("page", "expected", "why"), LISTS)
def test_a_list_is_numbered_as_a_reader_sees_it(page: str, expected: list[str], why: str) -> None:
    assert shown(page) == expected, why


TABLES = [
    ("<tr><td>1.<td>Opening<tr><td>2<td>Closing", ["item 1 Opening", "item 2 Closing"]),
    ("<tr><td>Party<td>35", ["cell · Party", "cell · 35"]),
    ("<tr><td>2.1.1<td>Reading<td>09:30", ["item 2.1.1 Reading", "cell · 09:30"]),
    ("<tr><td><p>4. x</p><p>5. y</p>", ["item 4 x", "item 5 y"]),
    ("<tr><td>2021<td>opened", ["cell · 2021", "cell · opened"]),
    ("<tr><td>-<td>nothing", ["cell · -", "cell · nothing"]),
]


@pytest.mark.parametrize(("table", "expected"), TABLES)
def test_a_row_reads_as_its_items(table: str, expected: list[str]) -> None:
    assert shown(f"<table>{table}</table>") == expected


SEEN = [
    ("<p>a&nbsp;b co&shy;op &eacute; T&#8209;XX</p>", ["paragraph · a b coop é T-XX"]),
    ("<p>x<script>no</script><del>no</del><s>no</s><ins>y</ins></p>", ["paragraph · xy"]),
    ("<p>x</p><p hidden>no</p><p style='display: none'>no</p>", ["paragraph · x"]),
    ("<style>.h{display:none}</style><p class=h>no</p><p>x</p>", ["paragraph · x"]),
    ("<style>@media print{.h{display:none}}</style><p class=h>x</p>", ["paragraph · x"]),
    ("<p>x</p><!-- no --><?no?>", ["paragraph · x"]),
    ("<pre>4. x\n5. y</pre>", ["item 4 x", "item 5 y"]),
    ("<h2>As to<br>work</h2><p>x</p>", ["heading · As to work", "paragraph · x"]),
    ("<p>T-XX(2021)3<br>7 March 2022</p>", ["paragraph · T-XX(2021)3", "paragraph · 7 March 2022"]),
    ("<p>one<p>two</i></div><p>three", [f"paragraph · {word}" for word in ("one", "two", "three")]),
    ("<div>one<div>two</div>three</div>", [f"paragraph · {x}" for x in ("one", "two", "three")]),
    (
        "<header>Site</header><nav>Menu</nav><main><header><h1>List</h1></header><aside>Ad</aside>"
        "x</main><footer>Foot</footer>",
        [
            "furniture · Site",
            "furniture · Menu",
            "heading · List",
            "furniture · Ad",
            "paragraph · x",
            "furniture · Foot",
        ],
    ),
    (
        "<header>Site</header>x<footer>2</footer>",
        ["furniture · Site", "paragraph · x", "furniture · 2"],
    ),
    ("<div>Menu</div><article>x</article>", ["furniture · Menu", "paragraph · x"]),
]


@pytest.mark.parametrize(("page", "expected"), SEEN)
def test_what_a_reader_sees_is_kept_and_nothing_else(page: str, expected: list[str]) -> None:
    assert shown(page) == expected


NOTES = {
    "pandoc": (
        '<p>Decided<a href="#fn1" id="fnref1" role="doc-noteref"><sup>1</sup></a> so.</p>'
        '<section><ol><li id="fn1"><p>The note. <a href="#fnref1">↩︎</a></p></li></ol></section>'
    ),
    "word": (
        "<p>Decided<a href='#_ftn1' name='_ftnref1'><span>[1]</span></a> so.</p>"
        "<div id=ftn1><p><a href='#_ftnref1' name='_ftn1'>[1]</a> The note.</p></div>"
    ),
    "writer": (
        '<p>Decided<a class="sdfootnoteanc" name="sdfootnote1anc" href="#sdfootnote1sym">'
        "<sup>1</sup></a> so.</p>"
        '<div id="sdfootnote1"><p><a name="sdfootnote1sym" href="#sdfootnote1anc">1</a>The note.'
        "</p></div>"
    ),
    "wiki": (
        '<p>Decided<sup id="cite_ref-1"><a href="#cite_note-1">[1]</a></sup> so.</p>'
        '<ol><li id="cite_note-1"><a href="#cite_ref-1">^</a> The note.</li></ol>'
    ),
    "by hand": "<p>Decided<sup>1</sup> so.</p><p><sup>1</sup> The note.</p>",
    "in brackets": "<p>Decided <sup>[1]</sup> so.</p><p><sup>[1]</sup> The note.</p>",
    "by a style": (
        "<p>Decided<span style='vertical-align: super'>1</span> so.</p>"
        "<p><span style='vertical-align:super'>1</span> The note.</p>"
    ),
    "typed signs": "<p>Decided¹ so.</p><p>¹ The note.</p>",
}


@pytest.mark.parametrize("make", NOTES)
def test_a_footnote_of_any_make(make: str) -> None:
    decided, note = read(NOTES[make]).blocks
    assert (decided.text, decided.marks) == ("Decided so.", (Mark("1", 7),))
    assert (note.kind, note.label, note.text) == ("footnote", "1", "The note.")


def test_letters_above_the_line_are_no_marks() -> None:
    (block,) = read("<p>its 35<sup>th</sup> and 1<sup>er</sup> avril<sup>2, 3</sup></p>").blocks
    assert block.text == "its 35th and 1er avril"
    assert [mark.label for mark in block.marks] == ["2", "3"]


def test_a_star_cites_the_paragraph_that_begins_with_one() -> None:
    named, note = read("<p>Kosovo* and others</p><p>* A word on names.</p>").blocks
    assert (named.text, named.marks) == ("Kosovo and others", (Mark("*", 6),))
    assert (note.kind, note.label, note.text) == ("footnote", "*", "A word on names.")


def test_bold_and_links_lie_over_their_words() -> None:
    (block,) = read(
        "<style>.c1{font-weight:700}</style><p>4. by <b> 10 May</b> <span class=c1>2021</span> to "
        "<a href='mailto:a@b.int'>a@<i>b</i>.int</a> or <a href='#x'>here</a></p>"
    ).blocks
    assert block.label == "4"
    assert [block.text[start:end] for start, end in block.bold] == ["10 May 2021"]
    assert [(block.text[link.start : link.end], link.address) for link in block.links] == [
        ("a@b.int", "mailto:a@b.int")
    ]


def test_levels_are_depths() -> None:
    source = read("<h2>x</h2><ol><li>a<ul><li>b</ul>c</ol><blockquote>d</blockquote>")
    assert [block.level for block in source.blocks] == [1, 0, 1, 1, 1]


def test_what_the_page_says_of_itself() -> None:
    page = "<html lang=fr-FR><head><title>Liste\n des décisions</title></head><p>x</p></html>"
    source = read(page)
    assert (source.title, source.language, source.format) == ("Liste des décisions", "fr", "html")
    assert (source.file, source.pages) == ("page.html", None)
    assert source.sha256 == hashlib.sha256(page.encode()).hexdigest()
    assert [block.position for block in source.blocks] == [1]


@pytest.mark.parametrize(
    "data",
    [
        "<p>Décidé – 4</p>".encode(),
        "<p>Décidé – 4</p>".encode("utf-8-sig"),
        "<p>Décidé – 4</p>".encode("utf-16"),
        "<p>Décidé – 4</p>".encode("cp1252"),
        "<meta charset=iso-8859-1><p>Décidé – 4</p>".encode("cp1252"),
        "<meta charset=utf-8><p>Décidé – 4</p>".encode("cp1252"),
        "<meta charset=hex><p>Décidé – 4</p>".encode(),
        '<?xml version="1.0" encoding="utf-8"?><html><p>Décidé – 4</p></html>'.encode(),
    ],
)
def test_any_character_set(data: bytes) -> None:
    assert [block.text for block in read(data).blocks] == ["Décidé – 4"]


REFUSED = [
    (b"", "empty"),
    (b"  ", "no text"),
    (b"<p></p>", "no text"),
    (b"<nav>Menu</nav>", "no text"),
    (b"\x00\x01\x02\x00" * 100, "binary"),
    (b"<div>" * 100_000 + b"x", "nested deeper"),
    (b'<!DOCTYPE html [<!ENTITY a "b"><!ENTITY c "&a;&a;">]><p>&c;</p>', "entities"),
    (b"<p>" + b"x" * 51 * 2**20, "51 MB"),
    (b"<p>xxxxxxxxx\n</p>" * 550_000, "tags"),
    ((b"<p>" + b"x\n" * 1_000) * 5_100, "characters"),
]


@pytest.mark.parametrize(("data", "reason"), REFUSED)
def test_a_refusal_says_why_and_comes_at_once(data: bytes, reason: str) -> None:
    begun = time.perf_counter()
    with pytest.raises(RefusedError, match=reason):
        read(data)
    assert time.perf_counter() - begun < 5, "a second, and room for a busy machine"


PAGE = "".join(NOTES.values()) + "".join(f"{page}" for page, *_ in LISTS) + SEEN[9][0]


@settings(max_examples=150, deadline=None)
@given(st.data())
def test_no_damage_raises_anything_but_a_refusal(data: st.DataObject) -> None:
    page = bytearray(PAGE.encode())
    for _ in range(data.draw(st.integers(1, 12))):
        start = data.draw(st.integers(0, len(page) - 1))
        end = start + data.draw(st.integers(0, 40))
        page[start:end] = data.draw(st.binary(max_size=8) | st.just(bytes(page[start:end] * 3)))
    try:
        blocks = read(bytes(page)).blocks
    except RefusedError:
        return
    for block in blocks:
        assert block.text == " ".join(block.text.split())
        assert all(0 <= mark.at <= len(block.text) for mark in block.marks)
        assert all(0 <= start < end <= len(block.text) for start, end in block.bold)
