"""What a reader of the page sees in a Word file, and nothing else."""

import io
import time
import zipfile
from pathlib import Path

import docx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lanzadash.reading.formats.blocks import Mark, RefusedError, Source
from lanzadash.reading.formats.docx import read_blocks
from tests.reading.formats.word_files import KINDS, NAMESPACES, level, num, p, pattern, t, word


def read(data: bytes) -> Source:
    return read_blocks(Path("list.docx"), data)


def shown(data: bytes) -> list[str]:
    return [" ".join((block.kind, block.label or "·", block.text)) for block in read(data).blocks]


NUMBERS = pattern(0, level(0, "%1.")) + num(1, 0)


def ins(content: str) -> str:
    return f'<w:ins w:id="1" w:author="a">{content}</w:ins>'


def deleted(text: str) -> str:
    return f'<w:del w:id="2" w:author="a"><w:r><w:delText>{text}</w:delText></w:r></w:del>'


ENDS_REMOVED = '<w:rPr><w:del w:id="3" w:author="a"/></w:rPr>'
TEXTS = [
    (p(t("a ") + ins(t("new ")) + deleted("old ") + t("b")), ["paragraph · a new b"], "changes"),
    (
        p("x", "1.0") + p(deleted("y"), "1.0", ENDS_REMOVED) + p("z", "1.0"),
        ["item 1 x", "item 2 z"],
        "a removed item is not counted",
    ),
    (p("a ", properties=ENDS_REMOVED) + p("b"), ["paragraph · a b"], "a removed end joins"),
    (
        p(t("a ") + '<w:moveFrom w:id="4">' + t("no") + "</w:moveFrom>")
        + '<w:moveTo w:id="5">'
        + p("b")
        + "</w:moveTo>",
        ["paragraph · a", "paragraph · b"],
        "moved text stands where it went",
    ),
    (
        f"<w:sdt><w:sdtPr/><w:sdtContent>{p('x', '1.0')}</w:sdtContent></w:sdt>" + p("y", "1.0"),
        ["item 1 x", "item 2 y"],
        "a content control around a paragraph",
    ),
    (
        p(t("by ") + f"<w:sdt><w:sdtContent>{t('10 May')}</w:sdtContent></w:sdt>"),
        ["paragraph · by 10 May"],
        "a content control in a line",
    ),
    (
        p(
            "<w:r><w:t>30</w:t><w:noBreakHyphen/><w:t>November</w:t><w:tab/><w:t>co</w:t>"
            "<w:softHyphen/><w:t>op\u00a0x</w:t></w:r>"
        ),
        ["paragraph · 30-November coop x"],
        "special characters",
    ),
    (p("<w:r><w:t>4.</w:t><w:tab/><w:t>x</w:t></w:r>"), ["item 4 x"], "a typed number"),
    (p("<w:r><w:t>4</w:t><w:tab/><w:t>x</w:t></w:r>"), ["item 4 x"], "a number and a tab"),
    (
        p("<w:r><w:t>4. x</w:t><w:br/><w:t>5. y</w:t></w:r>"),
        ["item 4 x", "item 5 y"],
        "a line break",
    ),
    (p(t("a") + t("no", "<w:vanish/>") + t("b")), ["paragraph · ab"], "hidden text"),
    (p(t("a") + t("no", "<w:strike/>") + t("b")), ["paragraph · ab"], "struck out text"),
    (
        p(
            '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>PAGE</w:instrText>'
            '</w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>'
            + t("7")
            + '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
            + t(" x")
        ),
        ["paragraph · 7 x"],
        "a field shows its result",
    ),
    (
        p('<w:r><w:fldChar w:fldCharType="begin"/></w:r>' + t("no")) + p("x"),
        ["paragraph · x"],
        "a broken field ends with its paragraph",
    ),
    (
        p(
            t("x")
            + "<w:r><mc:AlternateContent><mc:Choice><w:drawing><w:txbxContent>"
            + p("boxed")
            + "</w:txbxContent></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox>"
            "<w:txbxContent>"
            + p("boxed")
            + "</w:txbxContent></v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
        ),
        ["paragraph · x", "paragraph · boxed"],
        "a text box, once",
    ),
    (
        p('<w:r><w:sym w:font="Wingdings" w:char="F0FC"/></w:r>' + t(" done")),
        ["item • done"],
        "a bullet of a sign font",
    ),
    (p("<m:oMath><m:r><m:t>a+b</m:t></m:r></m:oMath>"), ["paragraph · a+b"], "a formula"),
]


@pytest.mark.parametrize(("body", "expected", "why"), TEXTS)
def test_what_a_reader_of_the_page_sees(body: str, expected: list[str], why: str) -> None:
    data = word(body, numbering=NUMBERS)
    assert shown(data) == expected, why


def test_accepted_changes_are_reported() -> None:
    (remark,) = read(word(p(ins(t("new")) + deleted("old")))).notes
    assert "1 added, 1 removed" in remark
    assert read(word(p("x"))).notes == ()


def cell(*paragraphs: str) -> str:
    return f"<w:tc><w:tcPr/>{''.join(paragraphs)}</w:tc>"


def table(*rows: str) -> str:
    return f"<w:tbl><w:tblPr/>{''.join(f'<w:tr>{row}</w:tr>' for row in rows)}</w:tbl>"


TABLES = [
    (table(cell(p("1.")) + cell(p("Opening")), cell(p("2")) + cell(p("Closing"))),
     ["item 1 Opening", "item 2 Closing"], "numbers in the first column"),
    (table(cell(p("", "1.0")) + cell(p("Opening"))), ["paragraph · Opening"], "an empty item"),
    (table(cell(p("Party")) + cell(p("35"))), ["cell · Party", "cell · 35"], "a table of data"),
    (table(cell(p("x", "1.0"), p("y", "1.0"))), ["item 1 x", "item 2 y"], "a frame"),
    (table('<w:trPr><w:del w:id="1"/></w:trPr>' + cell(p("no"))) + p("x"), ["paragraph · x"],
     "a removed row"),
    (table(cell(table(cell(p("a")) + cell(p("b"))))), ["cell · a", "cell · b"], "a table within"),
]  # fmt: skip


@pytest.mark.parametrize(("body", "expected", "why"), TABLES)
def test_tables(body: str, expected: list[str], why: str) -> None:
    assert shown(word(body, numbering=NUMBERS)) == expected, why


def cite(number: int, kind: str = "footnote", custom: str = "") -> str:
    own = f' w:customMarkFollows="1"/><w:t>{custom}</w:t' if custom else "/"
    return f'<w:r><w:{kind}Reference w:id="{number}"{own}></w:r>'


def note(number: int, text: str, kind: str = "footnote") -> str:
    return f'<w:{kind} w:id="{number}">{p(f"<w:r><w:{kind}Ref/></w:r>" + t(" " + text))}</w:{kind}>'


def test_footnotes_are_numbered_as_they_are_cited() -> None:
    removed = f'<w:del w:id="9">{cite(7)}</w:del>'
    body = p(t("a") + cite(5) + t(" b") + removed + cite(3) + t("."))
    data = word(body, footnotes=note(0, "no") + note(3, "three") + note(5, "five") + note(7, "no"))
    text, first, second = read(data).blocks
    assert (text.text, text.marks) == ("a b.", (Mark("1", 1), Mark("2", 3)))
    assert [(block.kind, block.label, block.text) for block in (first, second)] == [
        ("footnote", "1", "five"),
        ("footnote", "2", "three"),
    ]


def test_endnotes_custom_marks_and_marks_set_by_hand() -> None:
    raised = '<w:vertAlign w:val="superscript"/>'
    body = (
        p(t("a") + cite(1, "endnote") + t(" b") + cite(2, custom="*"))
        + p(t("its 35") + t("th", raised) + t(" c") + t("1", raised) + t("2", raised))
        + p(t("12", raised) + t(" by hand"))
    )
    data = word(body, footnotes=note(2, "starred"), endnotes=note(1, "at the end", "endnote"))
    first, second, by_hand, end, star = read(data).blocks
    assert [mark.label for mark in first.marks] == ["i", "*"]
    assert (second.text, second.marks) == ("its 35th c", (Mark("12", 10),))
    assert [(block.kind, block.label) for block in (by_hand, end, star)] == [
        ("footnote", "12"),
        ("footnote", "i"),
        ("footnote", "*"),
    ]


def test_sections_may_number_their_footnotes_anew() -> None:
    end = "<w:sectPr/>"
    body = p(t("a") + cite(1), properties=end) + p(t("b") + cite(2))
    last = '<w:sectPr><w:footnotePr><w:numRestart w:val="eachSect"/></w:footnotePr></w:sectPr>'
    data = word(body + last, footnotes=note(1, "one") + note(2, "two"))
    assert [block.label for block in read(data).blocks if block.kind == "footnote"] == ["1", "1"]


def test_bold_and_links() -> None:
    link = (
        f'<Relationship Id="l" Type="{KINDS}/hyperlink" Target="https://x.int/" '
        'TargetMode="External"/>'
    )
    field = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'
    mail = '<w:r><w:instrText> HYPERLINK "mailto:a@b.int" </w:instrText></w:r>'
    body = p(
        t("by ") + t("10 ", "<w:b/>") + t("May", "<w:b/>") + t(" no", '<w:b w:val="0"/>')
        + f'<w:hyperlink r:id="l">{t(" here")}</w:hyperlink>'
        + field.format("begin") + mail
        + field.format("separate") + t(" a@b.int") + field.format("end"),
        style="Strong",
    )  # fmt: skip
    strong = (
        '<w:style w:type="paragraph" w:styleId="Strong"><w:name w:val="Strong"/>'
        '<w:rPr><w:b w:val="false"/></w:rPr></w:style>'
    )
    (block,) = read(word(body, links=link, styles=strong)).blocks
    assert [block.text[start:end] for start, end in block.bold] == ["10 May"]
    assert [(block.text[link.start : link.end], link.address) for link in block.links] == [
        ("here", "https://x.int/"),
        ("a@b.int", "mailto:a@b.int"),
    ]


def test_headers_come_first_and_footers_last() -> None:
    section = '<w:headerReference r:id="header1"/><w:footerReference r:id="footer1"/>'
    data = word(f"{p('x')}<w:sectPr>{section}</w:sectPr>", header1=p("T-XX(2021)3"), footer1=p("2"))
    assert shown(data) == ["furniture · T-XX(2021)3", "paragraph · x", "furniture · 2"]


def test_a_file_in_the_strict_form() -> None:
    data = word(p("x", "1.0"), numbering=NUMBERS)
    file = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(file, "w") as new:
        for name in old.namelist():
            text = (
                old.read(name)
                .decode()
                .replace(
                    "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
                    "http://purl.oclc.org/ooxml/wordprocessingml/main",
                )
            )
            new.writestr(
                name,
                text.replace(KINDS, "http://purl.oclc.org/ooxml/officeDocument/relationships"),
            )
    assert shown(file.getvalue()) == ["item 1 x"]


def test_a_file_of_another_program(tmp_path: Path) -> None:
    made = docx.Document()
    made.core_properties.title, made.core_properties.language = "List", "fr-FR"
    made.add_paragraph("Adopted its agenda", style="List Number")
    made.add_heading("As regards a theme", 1)
    made.add_paragraph("Agreed", style="List Number")
    made.save(str(tmp_path / "made.docx"))
    source = read_blocks(tmp_path / "made.docx", (tmp_path / "made.docx").read_bytes())
    assert [(block.kind, block.label, block.level) for block in source.blocks] == [
        ("item", "1", 0),
        ("heading", None, 0),
        ("item", "2", 0),
    ]
    assert (source.title, source.language, source.format) == ("List", "fr", "docx")


def test_the_language_is_that_of_most_of_the_text() -> None:
    english = (
        '<w:docDefaults><w:rPrDefault><w:rPr><w:lang w:val="en-GB"/></w:rPr></w:rPrDefault>'
        "</w:docDefaults>"
    )
    body = p(t("décisions du Comité", '<w:lang w:val="fr-FR"/>')) + p("list")
    assert read(word(body, styles=english)).language == "fr"
    assert read(word(p("x"))).language is None


def zipped(**members: bytes) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name.replace("__", "/").replace("_xml", ".xml"), content)
    return file.getvalue()


DEEP = "<w:sdt><w:sdtContent>" * 200 + p("x") + "</w:sdtContent></w:sdt>" * 200
ENTITIES = b'<!DOCTYPE d [<!ENTITY a "b"><!ENTITY c "&a;&a;">]><d>&c;</d>'
REFUSED = [
    (b"", "empty"),
    (b"PK\x03\x04 no", "broken"),
    (b"\xd0\xcf\x11\xe0" + b"WordDocument", r"\.doc"),
    (b"\xd0\xcf\x11\xe0" + "EncryptedPackage".encode("utf-16-le"), "encrypted"),
    (zipped(mimetype=b"application/vnd.oasis.opendocument.text"), "no Word document"),
    (zipped(word__document_xml=b"<workbook/>"), "no Word document"),
    (zipped(word__document_xml=b"<w:document"), "not well-formed"),
    (zipped(word__document_xml=ENTITIES), "entities"),
    (zipped(word__document_xml=b"0" * 60 * 2**20), "60 MB"),
    (zipped(word__document_xml=bytes(300 * 2**20)), "300 MB"),
    (zipped(**{f"m{number}": b"" for number in range(10_001)}), "10,001 files"),
    (zipped(**{"..__..__etc__passwd": b"x"}), "outside itself"),
    (word(DEEP), "nested too deep"),
    (word(p("")), "no text"),
    (word((p("x" * 50_000)) * 201), "characters"),
    (b"PK\x03\x04" + b"x" * 51 * 2**20, "51 MB"),
]


@pytest.mark.parametrize(("data", "reason"), REFUSED, ids=[reason for _, reason in REFUSED])
def test_a_refusal_says_why_and_comes_at_once(data: bytes, reason: str) -> None:
    begun = time.perf_counter()
    with pytest.raises(RefusedError, match=reason):
        read(data)
    assert time.perf_counter() - begun < 5, "a second, and room for a busy machine"


def test_more_than_2000_pages_are_refused() -> None:
    data = zipped(
        word__document_xml=f"<w:document {NAMESPACES}><w:body/></w:document>".encode(),
        docProps__app_xml=b"<Properties><Pages>2001</Pages></Properties>",
    )
    with pytest.raises(RefusedError, match="2,001 pages"):
        read(data)


WHOLE = word(
    p("x", "1.0") + "".join(body for body, *_ in TEXTS + TABLES)
    + p(t("a") + cite(3)),
    numbering=NUMBERS,
    footnotes=note(3, "three"),
)  # fmt: skip


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_no_damage_raises_anything_but_a_refusal(data: st.DataObject) -> None:
    inside = data.draw(st.booleans())
    with zipfile.ZipFile(io.BytesIO(WHOLE)) as archive:
        members = {name: archive.read(name) for name in archive.namelist()}
    name = data.draw(st.sampled_from(sorted(members)))
    damaged = bytearray(members[name] if inside else WHOLE)
    for _ in range(data.draw(st.integers(1, 6))):
        start = data.draw(st.integers(0, len(damaged) - 1))
        damaged[start : start + data.draw(st.integers(0, 20))] = data.draw(st.binary(max_size=6))
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        for member, content in members.items():
            archive.writestr(member, bytes(damaged) if member == name else content)
    try:
        read(file.getvalue() if inside else bytes(damaged))
    except RefusedError:
        return
