"""Masters as Word documents: automatic numbers, real footnotes, header and footer, links."""

from __future__ import annotations

import io
import zipfile
from typing import Any
from xml.sax.saxutils import escape

from docx import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn

from tools.master import Line, Master, Run
from tools.rendering.numbering import Numbering

FOOTNOTES = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
WHEN = (2027, 1, 1, 0, 0, 0)
"""The date of every member of the file: the same master gives the same bytes."""
BY = 'w:author="Secretariat" w:date="2027-01-01T00:00:00Z"'


def docx(master: Master) -> bytes:
    """The master as ``.docx``, in the style it asks for.

    ``automatic``: Word makes the numbers. ``typed``: they are words. ``revised``: automatic, with
    tracked insertions and deletions, and the title in a content control.
    """
    return _Writer(master).written()


class _Writer:
    def __init__(self, master: Master) -> None:
        self._master = master
        self._style = master.style("docx")
        self._document: Any = Document()
        self._numbering = Numbering(self._document.part.numbering_part)
        self._table: Any = None

    def written(self) -> bytes:
        for position, line in enumerate(self._master.lines):
            if line.kind != "note":
                self._add(line, position)
        self._furniture()
        if self._master.notes:
            self._footnotes()
        return _undated(self._document)

    def _add(self, line: Line, position: int) -> None:
        if line.kind == "row":
            self._row(line)
            return
        self._table = None
        styles = {"title": "Title", "heading": f"Heading {line.level}"}
        paragraph = self._document.add_paragraph(style=styles.get(line.kind, "Normal"))
        if line.label:
            self._label(paragraph, line)
        for run in line.runs:
            self._run(paragraph, run, bold=line.kind == "bold")
        if self._style == "revised":
            self._revise(paragraph, line, position)

    def _label(self, paragraph: Any, line: Line) -> None:
        label = line.label or ""
        if self._style == "typed":
            paragraph.add_run(f"{'•' if label == '-' else label}\t")
            return
        level = max(line.level - 1, 0) if line.kind == "point" else 0
        number, depth = self._numbering.place(line.kind, label, level)
        properties = paragraph._p.get_or_add_pPr().get_or_add_numPr()
        properties.get_or_add_ilvl().val = depth
        properties.get_or_add_numId().val = number

    def _run(self, paragraph: Any, run: Run, bold: bool = False) -> None:
        if run.note:
            marks = list(self._master.notes)
            paragraph._p.append(
                parse_xml(
                    f"<w:r {nsdecls('w')}><w:rPr><w:vertAlign w:val='superscript'/></w:rPr>"
                    f"<w:footnoteReference w:id='{marks.index(run.note) + 1}'/></w:r>"
                )
            )
            return
        made = paragraph.add_run(run.text)
        made.bold = True if bold or run.bold else None
        if run.address:
            related = self._document.part.relate_to(
                run.address, RELATIONSHIP_TYPE.HYPERLINK, is_external=True
            )
            link = OxmlElement("w:hyperlink")
            link.set(qn("r:id"), related)
            paragraph._p.append(link)
            link.append(made._r)

    def _row(self, line: Line) -> None:
        if self._table is None:
            self._table = self._document.add_table(rows=0, cols=len(line.cells))
        for cell, runs in zip(self._table.add_row().cells, line.cells, strict=True):
            for run in runs:
                self._run(cell.paragraphs[0], run)

    def _revise(self, paragraph: Any, line: Line, position: int) -> None:
        """Track a change: the last words were inserted, others before them deleted."""
        element = paragraph._p
        if line.kind == "title":
            control = parse_xml(f"<w:sdt {nsdecls('w')}><w:sdtPr/><w:sdtContent/></w:sdt>")
            element.addprevious(control)
            control[-1].append(element)
        last = element.findall(qn("w:r"))[-1:]
        if line.kind != "item" or position % 2 or not last:
            return
        inserted = parse_xml(f"<w:ins {nsdecls('w')} w:id='{position}' {BY}/>")
        deleted = parse_xml(
            f"<w:del {nsdecls('w')} w:id='{position + 900}' {BY}>"
            "<w:r><w:delText xml:space='preserve'>by 1 January 2030 </w:delText></w:r></w:del>"
        )
        last[0].addprevious(deleted)
        last[0].addprevious(inserted)
        inserted.append(last[0])

    def _furniture(self) -> None:
        section = self._document.sections[0]
        section.header.paragraphs[0].text = self._master.settings["running"]
        foot = section.footer.paragraphs[0]
        foot.add_run(self._master.settings.get("foot", "") + "\t")
        field = parse_xml(
            f"<w:fldSimple {nsdecls('w')} w:instr=' PAGE '><w:r><w:t>1</w:t></w:r></w:fldSimple>"
        )
        foot._p.append(field)

    def _footnotes(self) -> None:
        """python-docx knows no footnotes: the part is written by hand, separators included."""
        mark = "<w:r><w:rPr><w:vertAlign w:val='superscript'/></w:rPr><w:footnoteRef/></w:r>"
        notes = "".join(
            f"<w:footnote w:id='{number}'><w:p>{mark}<w:r><w:t xml:space='preserve'> "
            f"{escape(note.text)}</w:t></w:r></w:p></w:footnote>"
            for number, note in enumerate(self._master.notes.values(), 1)
        )
        content = (
            "<?xml version='1.0' encoding='UTF-8' standalone='yes'?>"
            f"<w:footnotes {nsdecls('w')}><w:footnote w:type='separator' w:id='-1'><w:p><w:r>"
            "<w:separator/></w:r></w:p></w:footnote><w:footnote w:type='continuationSeparator' "
            "w:id='0'><w:p><w:r><w:continuationSeparator/></w:r></w:p></w:footnote>"
            f"{notes}</w:footnotes>"
        ).encode()
        package = self._document.part.package
        part = Part(PackURI("/word/footnotes.xml"), FOOTNOTES, content, package)
        self._document.part.relate_to(part, RELATIONSHIP_TYPE.FOOTNOTES)


def _undated(document: Any) -> bytes:
    """The document's bytes, with one date on every member."""
    saved = io.BytesIO()
    document.save(saved)
    out = io.BytesIO()
    with zipfile.ZipFile(saved) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in sorted(old.namelist(), key=lambda name: (name != "[Content_Types].xml", name)):
            member = zipfile.ZipInfo(name, WHEN)
            member.compress_type = zipfile.ZIP_DEFLATED
            new.writestr(member, old.read(name))
    return out.getvalue()
