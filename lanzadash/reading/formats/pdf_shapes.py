"""What stands on a page of a PDF beside its text: rules, bullets, pictures, links, over pdfium."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

import pypdfium2.raw as pdfium
from pypdfium2 import PdfPage


@dataclass(frozen=True)
class Box:
    """A rectangle: of a link, a rule, a bullet that is drawn rather than written."""

    left: float
    bottom: float
    right: float
    top: float

    @property
    def width(self) -> float:
        return self.right - self.left

    @property
    def height(self) -> float:
        return self.top - self.bottom


@dataclass(frozen=True)
class Frame:
    """From the page as stored to the page as seen: cropped, and turned by quarters."""

    box: Box
    turns: int

    @classmethod
    def of(cls, page: PdfPage) -> Frame:
        return cls(Box(*page.get_bbox()), pdfium.FPDFPage_GetRotation(page))

    def point(self, x: float, y: float) -> tuple[float, float]:
        x, y = x - self.box.left, y - self.box.bottom
        if self.turns == 1:
            return y, self.box.width - x
        if self.turns == 2:
            return self.box.width - x, self.box.height - y
        if self.turns == 3:
            return self.box.height - y, x
        return x, y

    def seen(self, box: Box) -> Box:
        first, second = self.point(box.left, box.bottom), self.point(box.right, box.top)
        return Box(*map(min, first, second), *map(max, first, second))


def links(page: PdfPage, frame: Frame) -> Iterator[tuple[Box, str]]:
    """The areas of the page that lead to an outside address."""
    position, link, rect = ctypes.c_int(0), pdfium.FPDF_LINK(), pdfium.FS_RECTF()
    while pdfium.FPDFLink_Enumerate(page, position, link):
        action = pdfium.FPDFLink_GetAction(link)
        length = pdfium.FPDFAction_GetURIPath(page.pdf, action, None, 0) if action else 0
        if length > 1 and pdfium.FPDFLink_GetAnnotRect(link, rect):
            buffer = ctypes.create_string_buffer(length)
            pdfium.FPDFAction_GetURIPath(page.pdf, action, buffer, length)
            box = frame.seen(Box(rect.left, rect.bottom, rect.right, rect.top))
            yield box, buffer.value.decode("utf-8", errors="replace")


_MOST_DRAWN = 3_000
_RULE_HEIGHT = 3.0
_DOT = (1.5, 8.0)


def drawn(page: PdfPage, frame: Frame) -> tuple[tuple[Box, ...], tuple[Box, ...], bool]:
    """Thin horizontal rules, small bullets drawn as shapes, and whether there is a picture."""
    rules: list[Box] = []
    dots: list[Box] = []
    has_image = False
    edges = [ctypes.c_float() for _ in range(4)]
    for shape in islice(_objects(page), _MOST_DRAWN):
        kind = pdfium.FPDFPageObj_GetType(shape)
        has_image = has_image or kind == pdfium.FPDF_PAGEOBJ_IMAGE
        if kind != pdfium.FPDF_PAGEOBJ_PATH or not pdfium.FPDFPageObj_GetBounds(shape, *edges):
            continue
        box = frame.seen(Box(*(edge.value for edge in edges)))
        if box.height <= _RULE_HEIGHT and box.width > 10 * _RULE_HEIGHT:
            rules.append(box)
        elif _DOT[0] < box.width < _DOT[1] and 0.6 < box.width / max(box.height, 0.1) < 1.6:
            dots.append(box)
    return tuple(rules), tuple(dots), has_image


def _objects(page: PdfPage) -> Iterator[pdfium.FPDF_PAGEOBJECT]:
    """What is drawn on the page, also inside one layer of forms: browsers put all into one."""
    for index in range(pdfium.FPDFPage_CountObjects(page)):
        drawn = pdfium.FPDFPage_GetObject(page, index)
        if pdfium.FPDFPageObj_GetType(drawn) == pdfium.FPDF_PAGEOBJ_FORM:
            for inner in range(pdfium.FPDFFormObj_CountObjects(drawn)):
                yield pdfium.FPDFFormObj_GetObject(drawn, inner)
        else:
            yield drawn
