"""A brief as a Word document, by python-docx."""

from __future__ import annotations

import datetime as dt
import io
import zipfile

import docx
from docx.document import Document
from docx.enum.text import WD_TAB_ALIGNMENT
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml.ns import qn
from docx.shared import Cm, Emu, Pt, RGBColor
from docx.table import Table, _Cell, _Row
from docx.text.paragraph import Paragraph
from docx.text.run import Run
from lxml.etree import SubElement, _Element

from lanzadash.exports.docx_fonts import FAMILY, embed
from lanzadash.exports.paper import Brief, Item, Section
from lanzadash.language import language

TAGS = {"en": "en-GB", "fr": "fr-FR"}
MARGIN = Cm(2.1)
TEXT_WIDTH = Cm(21) - 2 * MARGIN
CELL = "NoSpacing"
INK = RGBColor(0x1A, 0x1A, 0x1A)
SOFT = RGBColor(0x50, 0x50, 0x50)
LINK = "1A4B8C"
EPOCH = (1980, 1, 1, 0, 0, 0)
"""The first moment that a ZIP archive can hold."""


def to_docx(brief: Brief) -> bytes:
    """The brief as DOCX: real headings, tables with header rows, a running head, page numbers,
    its language and title set; the same brief, the same bytes.
    """
    document = docx.Document()
    embed(document)
    _properties(document, brief)
    _styles(document, dense=brief.dense)
    _page(document, brief)
    if brief.masthead:
        _masthead(document, brief)
    document.add_heading(brief.title, 1)
    for line in brief.subtitle:
        document.add_paragraph(line, style="Subtitle")
    if not brief.dense:
        _facts(document, brief)
    document.add_paragraph(brief.notice, style="Quote")
    if not brief.sections:
        document.add_paragraph(brief.empty)
    for section in brief.sections:
        document.add_heading(section.heading, 2)
        if section.items:
            _table(document, section, dense=brief.dense)
        if section.remark:
            document.add_paragraph(section.remark, style="Caption")
    if brief.dense:
        _facts(document, brief)
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


def _styles(document: Document, *, dense: bool) -> None:
    """Small enough for tables, and dark enough to be read: points, and points before and after."""
    cell = 8.5 if dense else 9
    for name, size, before, after in (
        ("Normal", 9 if dense else 10, 0, 4),
        ("Heading 1", 20, 4, 4),
        ("Heading 2", 11.5 if dense else 12.5, 9 if dense else 14, 4),
        ("Subtitle", 10.5, 0, 4),
        ("No Spacing", cell, 0, 0),
        ("Quote", cell, 2, 2),
        ("Caption", cell, 3, 0),
        ("Header", 8.5, 0, 0),
        ("Footer", 8.5, 0, 0),
    ):
        style = document.styles[name]
        font, spaced = style.font, style.paragraph_format
        font.size, font.color.rgb, font.name = Pt(size), INK, FAMILY
        fonts = style.element.rPr.rFonts
        for theme in [attribute for attribute in fonts.attrib if attribute.endswith("Theme")]:
            del fonts.attrib[theme]
        spaced.space_before, spaced.space_after, spaced.line_spacing = Pt(before), Pt(after), 1.0
    for name, italic in (("Heading 1", False), ("Subtitle", False), ("Caption", True)):
        font = document.styles[name].font
        font.bold, font.italic = False, italic
    spacing = document.styles["Subtitle"].element.rPr.find(qn("w:spacing"))
    spacing.getparent().remove(spacing)
    for name in ("Header", "Footer"):
        style = document.styles[name]
        style.font.color.rgb = SOFT
        style.paragraph_format.tab_stops.clear_all()


def _page(document: Document, brief: Brief) -> None:
    page = document.sections[0]
    page.page_width, page.page_height = Cm(21), Cm(29.7)
    page.left_margin = page.right_margin = MARGIN
    page.top_margin, page.bottom_margin = Cm(2.3), Cm(2.1)
    page.header_distance = page.footer_distance = Cm(1.1)
    head, foot = page.header.paragraphs[0], page.footer.paragraphs[0]
    head.add_run(brief.running)
    _rule(head)
    foot.add_run(f"{brief.foot}\t{brief.page} ")
    _field(foot.add_run(), "PAGE")
    foot.add_run(" / ")
    _field(foot.add_run(), "NUMPAGES")
    _right_tab(foot)


def _masthead(document: Document, brief: Brief) -> None:
    """Who, and at the end of the line what."""
    paragraph = document.add_paragraph()
    run = paragraph.add_run("\t".join(brief.masthead))
    run.font.small_caps, run.font.size = True, Pt(11)
    _right_tab(paragraph)


def _right_tab(paragraph: Paragraph) -> None:
    """One tab leads to the right margin."""
    paragraph.paragraph_format.tab_stops.add_tab_stop(TEXT_WIDTH, WD_TAB_ALIGNMENT.RIGHT)


def _rule(paragraph: Paragraph) -> None:
    borders = SubElement(paragraph._p.get_or_add_pPr(), qn("w:pBdr"))
    _border(borders, "bottom", 4, "505050")


def _border(borders: _Element, side: str, eighths: int, colour: str) -> None:
    """A line so many eighths of a point thick."""
    told = {"val": "single", "sz": str(eighths), "space": "1", "color": colour}
    SubElement(borders, qn(f"w:{side}"), {qn(f"w:{name}"): value for name, value in told.items()})


def _facts(document: Document, brief: Brief) -> None:
    for place, (label, value) in enumerate(brief.facts):
        paragraph = document.add_paragraph(style="No Spacing" if brief.dense else None)
        paragraph.paragraph_format.space_before = Pt(10 if brief.dense and not place else 0)
        paragraph.paragraph_format.space_after = Pt(0)
        paragraph.add_run(f"{label}{language(brief.language).colon}").bold = True
        paragraph.add_run(value)


def _field(run: Run, name: str) -> None:
    """A value that Word works out itself, such as the number of the page."""
    for kind in ("begin", None, "end"):
        if kind:
            SubElement(run._r, qn("w:fldChar"), {qn("w:fldCharType"): kind})
        else:
            SubElement(run._r, qn("w:instrText")).text = name


def _table(document: Document, section: Section, *, dense: bool) -> None:
    table = document.add_table(rows=1, cols=len(section.columns))
    table.autofit = False
    _ruled(table)
    SubElement(table._tbl.tblPr, qn("w:tblCaption"), {qn("w:val"): section.heading})
    for cell, title in zip(table.rows[0].cells, section.columns, strict=True):
        _cell_paragraph(cell.paragraphs[0]).add_run(title).bold = True
    _row_property(table.rows[0], "w:cantSplit")
    _row_property(table.rows[0], "w:tblHeader")
    for item in section.items:
        row = table.add_row()
        _row_property(row, "w:cantSplit")
        cells = row.cells
        for place, (cell, lines) in enumerate(zip(cells, item.cells, strict=True)):
            _lines(cell, lines, bold=item.strong and place < 2)
        if item.id:
            last = cells[-1].paragraphs[-1]
            if dense:
                last.add_run(" ")
            elif item.cells[-1]:
                last = _cell_paragraph(cells[-1].add_paragraph())
            _hyperlink(last, item)
    _widths(table, section)


def _ruled(table: Table) -> None:
    """Lines between the rows and none between the columns, with a little air around the words."""
    (layout,) = table._tbl.xpath("./w:tblPr/w:tblLayout")  # the order of its neighbours is fixed
    borders = layout.makeelement(qn("w:tblBorders"))
    layout.addprevious(borders)
    for side, eighths, colour in (
        ("top", 8, "1A1A1A"),
        ("bottom", 8, "1A1A1A"),
        ("insideH", 2, "B0B0B0"),
    ):
        _border(borders, side, eighths, colour)
    margins = layout.makeelement(qn("w:tblCellMar"))
    layout.addnext(margins)
    for side, twentieths in (("top", 24), ("left", 0), ("bottom", 24), ("right", 110)):
        width = {qn("w:w"): str(twentieths), qn("w:type"): "dxa"}
        SubElement(margins, qn(f"w:{side}"), width)


def _widths(table: Table, section: Section) -> None:
    """Word reads the widths of cells, LibreOffice those of columns."""
    for column, share in zip(table.columns, section.widths, strict=True):
        width = Emu(TEXT_WIDTH * share // sum(section.widths))
        column.width = width
        for cell in column.cells:
            cell.width = width


def _row_property(row: _Row, name: str) -> None:
    SubElement(row._tr.get_or_add_trPr(), qn(name))


def _lines(cell: _Cell, lines: tuple[str, ...], *, bold: bool) -> None:
    first, *others = lines or ("",)
    for paragraph, line in (
        (cell.paragraphs[0], first),
        *((cell.add_paragraph(), line) for line in others),
    ):
        _cell_paragraph(paragraph).add_run(line).bold = bold or None


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
    drawn = SubElement(run, qn("w:rPr"))
    SubElement(drawn, qn("w:color"), {qn("w:val"): LINK})
    SubElement(drawn, qn("w:u"), {qn("w:val"): "single"})
    for place, part in enumerate(item.id.split("-")):
        if place:
            SubElement(run, qn("w:noBreakHyphen"))
        SubElement(run, qn("w:t")).text = part


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
