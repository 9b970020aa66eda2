"""A brief as a Word document, by python-docx."""

from __future__ import annotations

import datetime as dt
import io
import zipfile

import docx
from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml.ns import qn
from docx.shared import Cm, Emu, Pt, RGBColor
from docx.table import Table, _Cell, _Row
from docx.text.paragraph import Paragraph
from docx.text.run import Run
from lxml.etree import SubElement, _Element

from lanzadash.exports.brief import Brief, Item, Section

TAGS = {"en": "en-GB", "fr": "fr-FR"}
TEXT_WIDTH = Cm(17)
CELL = "NoSpacing"
INK = RGBColor(0x1A, 0x1A, 0x1A)
EPOCH = (1980, 1, 1, 0, 0, 0)
"""The first moment that a ZIP archive can hold."""


def to_docx(brief: Brief) -> bytes:
    """The brief as DOCX: real headings, tables with header rows, a running head, page numbers,
    its language and title set; the same brief, the same bytes.
    """
    document = docx.Document()
    _properties(document, brief)
    _styles(document)
    _page(document, brief)
    document.add_heading(brief.title, 1)
    for label, value in brief.facts:
        paragraph = document.add_paragraph()
        paragraph.paragraph_format.space_after = Pt(0)
        paragraph.add_run(f"{label}: ").bold = True
        paragraph.add_run(value)
    document.add_paragraph(brief.notice, style="Quote")
    if not brief.sections:
        document.add_paragraph(brief.empty)
    for section in brief.sections:
        document.add_heading(section.heading, 2)
        _table(document, section)
    file = io.BytesIO()
    document.save(file)
    return _same_bytes(file.getvalue())


def _properties(document: Document, brief: Brief) -> None:
    told = document.core_properties
    told.title, told.author, told.language = brief.title, "lanzadash", TAGS[brief.language]
    told.comments, told.keywords, told.last_modified_by = brief.notice, "", "lanzadash"
    told.created = told.modified = dt.datetime.combine(brief.as_of, dt.time())
    told.revision = 1
    run_properties = document.styles.element.find(f".//{qn('w:rPrDefault')}/{qn('w:rPr')}")
    run_properties.find(qn("w:lang")).set(qn("w:val"), TAGS[brief.language])


def _styles(document: Document) -> None:
    """Small enough for tables, and dark enough to be read."""
    for name, size in (("Normal", 10), ("Heading 1", 17), ("Heading 2", 12), ("No Spacing", 9)):
        font = document.styles[name].font
        font.size, font.color.rgb = Pt(size), INK


def _page(document: Document, brief: Brief) -> None:
    page = document.sections[0]
    page.page_width, page.page_height = Cm(21), Cm(29.7)
    page.left_margin = page.right_margin = Cm(2)
    page.header.paragraphs[0].add_run(brief.running)
    foot = page.footer.paragraphs[0]
    foot.add_run(f"{brief.page} ")
    _field(foot.add_run(), "PAGE")
    foot.add_run(" / ")
    _field(foot.add_run(), "NUMPAGES")


def _field(run: Run, name: str) -> None:
    """A value that Word works out itself, such as the number of the page."""
    for kind in ("begin", None, "end"):
        if kind:
            SubElement(run._r, qn("w:fldChar"), {qn("w:fldCharType"): kind})
        else:
            SubElement(run._r, qn("w:instrText")).text = name


def _table(document: Document, section: Section) -> None:
    table = document.add_table(rows=1, cols=len(section.columns), style="Table Grid")
    table.autofit = False
    SubElement(table._tbl.tblPr, qn("w:tblCaption"), {qn("w:val"): section.heading})
    for cell, title in zip(table.rows[0].cells, section.columns, strict=True):
        _cell_paragraph(cell.paragraphs[0]).add_run(title).bold = True
    _row_property(table.rows[0], "w:tblHeader")
    for item in section.items:
        row = table.add_row()
        _row_property(row, "w:cantSplit")
        cells = row.cells
        for cell, lines in zip(cells, item.cells, strict=True):
            _lines(cell, lines)
        _hyperlink(_cell_paragraph(cells[-1].add_paragraph()), item)
    _widths(table, section)


def _widths(table: Table, section: Section) -> None:
    """Word reads the widths of cells, LibreOffice those of columns."""
    for column, share in zip(table.columns, section.widths, strict=True):
        width = Emu(TEXT_WIDTH * share // sum(section.widths))
        column.width = width
        for cell in column.cells:
            cell.width = width


def _row_property(row: _Row, name: str) -> None:
    SubElement(row._tr.get_or_add_trPr(), qn(name))


def _lines(cell: _Cell, lines: tuple[str, ...]) -> None:
    first, *others = lines or ("",)
    _cell_paragraph(cell.paragraphs[0]).add_run(first)
    for line in others:
        _cell_paragraph(cell.add_paragraph(line))


def _cell_paragraph(paragraph: Paragraph) -> Paragraph:
    """Styled by id: by name, python-docx looks through all styles for each paragraph."""
    paragraph._p.style = CELL
    return paragraph


def _hyperlink(paragraph: Paragraph, item: Item) -> None:
    """python-docx reads hyperlinks and does not write them."""
    target = paragraph.part.relate_to(item.link, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
    parent: _Element = paragraph._p
    link = SubElement(parent, qn("w:hyperlink"), {qn("r:id"): target})
    run = SubElement(link, qn("w:r"))
    SubElement(SubElement(run, qn("w:rPr")), qn("w:u"), {qn("w:val"): "single"})
    SubElement(run, qn("w:t")).text = item.id


def _same_bytes(document: bytes) -> bytes:
    """The archive with the time of its making taken out."""
    file = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(document)) as made,
        zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as kept,
    ):
        for name in made.namelist():
            entry = zipfile.ZipInfo(name, EPOCH)
            entry.compress_type = zipfile.ZIP_DEFLATED
            kept.writestr(entry, made.read(name))
    return file.getvalue()
