"""Fonts inside a Word document, so that it looks the same wherever it is opened."""

from __future__ import annotations

import uuid
from functools import cache
from pathlib import Path

from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml.ns import nsmap, qn
from lxml.etree import Element, SubElement, tostring

FAMILY = "Libertinus Serif"
FOLDER = Path(__file__).with_name("fonts")
_FACES = {"Regular": "w:embedRegular", "Bold": "w:embedBold", "Italic": "w:embedItalic"}
_OBFUSCATED = "application/vnd.openxmlformats-officedocument.obfuscatedFont"


def embed(document: Document) -> None:
    """Put the family into the document, with a common one to stand in where that is refused."""
    table = document.part.part_related_by(RELATIONSHIP_TYPE.FONT_TABLE)
    fonts = Element(qn("w:fonts"), nsmap={name: nsmap[name] for name in ("w", "r")})
    font = SubElement(fonts, qn("w:font"), {qn("w:name"): FAMILY})
    SubElement(font, qn("w:altName"), {qn("w:val"): "Times New Roman"})
    SubElement(font, qn("w:family"), {qn("w:val"): "roman"})
    SubElement(font, qn("w:pitch"), {qn("w:val"): "variable"})
    for number, (face, name) in enumerate(_FACES.items(), start=1):
        key, blob = _obfuscated(face)
        uri = PackURI(f"/word/fonts/font{number}.odttf")
        part = Part(uri, _OBFUSCATED, blob, table.package)
        related = table.relate_to(part, RELATIONSHIP_TYPE.FONT)
        SubElement(font, qn(name), {qn("r:id"): related, qn("w:fontKey"): key})
    table._blob = tostring(fonts, xml_declaration=True, encoding="UTF-8", standalone=True)
    settings = document.settings.element
    settings.insert(1, settings.makeelement(qn("w:embedTrueTypeFonts")))  # after the zoom


@cache
def _obfuscated(face: str) -> tuple[str, bytes]:
    """A font with its key, as ECMA-376 (part 4, 3.1) wants it: the head is turned by the key."""
    key = uuid.uuid5(uuid.NAMESPACE_DNS, f"{FAMILY} {face}")
    font = (FOLDER / f"LibertinusSerif-{face}.ttf").read_bytes()
    turned = bytes(a ^ b for a, b in zip(font[:32], key.bytes[::-1] * 2, strict=True))
    return f"{{{str(key).upper()}}}", turned + font[32:]
