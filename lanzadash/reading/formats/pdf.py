"""PDF files to blocks: a small reader of our own over pdfium's characters.

No library keeps what the record rests on. Of 11 decisions on two pages pdfplumber, pypdf, pdfminer
and pdfium's own plain text recover 4 whole, because they cannot tell a footnote, a running header
or a page break from the text, and all of them turn a raised 1 into a plain one; pymupdf4llm
recovers 8, is ten times as slow and under the AGPL. pdfium is fast, well kept and permissive, and
says of each character where it stands and how large it is: the rest is here.
"""

from __future__ import annotations

import ctypes
import hashlib
from collections.abc import Callable, Iterator
from pathlib import Path

import pypdfium2
import pypdfium2.raw as pdfium

from lanzadash.reading.formats.blocks import RefusedError, Source
from lanzadash.reading.formats.drafts import finish
from lanzadash.reading.formats.limits import check_pages, check_size, check_text
from lanzadash.reading.formats.pdf_layout import drafts_of
from lanzadash.reading.formats.pdf_pieces import Page, read_page

_FEW_CHARACTERS = 20
_MOST_UNMAPPED = 0.3


def read_blocks(path: Path, data: bytes) -> Source:
    """The PDF file ``data``, named ``path``, as blocks with their pages.

    Running headers, footers and page numbers are furniture; a paragraph that runs over a page
    break is one block on the page where it begins; footnotes come after the text of their page.
    Raises ``RefusedError`` for a scan, a file that is encrypted, empty or broken, or over 2,000
    pages. pdfium is not thread-safe: read one file at a time.
    """
    check_size(path.name, data)
    document = _open(path.name, data)
    try:
        check_pages(path.name, len(document))
        pages = list(_pages(path.name, document))
        title, language = _title(document), _language(document)
    finally:
        document.close()
    notes = _check_readable(path.name, pages)
    blocks = finish(drafts_of(pages))
    check_text(path.name, blocks)
    return Source(
        file=path.name,
        sha256=hashlib.sha256(data).hexdigest(),
        format="pdf",
        blocks=blocks,
        title=title,
        language=language,
        pages=len(pages),
        notes=notes,
    )


def _open(name: str, data: bytes) -> pypdfium2.PdfDocument:
    try:
        return pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        if error.err_code in (pdfium.FPDF_ERR_PASSWORD, pdfium.FPDF_ERR_SECURITY):
            raise RefusedError(
                f"{name} is encrypted. Open it with its password and save it without one."
            ) from None
        raise RefusedError(f"{name} is broken: pdfium cannot open it. Fetch it again.") from None


def _pages(name: str, document: pypdfium2.PdfDocument) -> Iterator[Page]:
    for index in range(len(document)):
        try:
            page = document[index]
        except pypdfium2.PdfiumError:
            raise RefusedError(f"{name} is broken: page {index + 1} cannot be read.") from None
        try:
            yield read_page(page, index + 1)
        finally:
            page.close()


def _check_readable(name: str, pages: list[Page]) -> tuple[str, ...]:
    """Refuse scans and fonts without meaning; say which pages hold no text."""
    empty = [page for page in pages if _characters(page) < _FEW_CHARACTERS]
    pictures = [page for page in empty if page.has_image]
    if len(empty) * 2 > len(pages) and pictures:
        raise RefusedError(
            f"{name} is a scan: {len(pictures)} of {len(pages)} pages are pictures without text. "
            "Run text recognition over it, or find the file it was printed from."
        )
    written = sum(_characters(page) for page in pages)
    if sum(page.unmapped for page in pages) > _MOST_UNMAPPED * max(written, 1):
        raise RefusedError(
            f"{name} cannot be read: its fonts do not say which letters they draw. "
            "Run text recognition over it, or find the file it was printed from."
        )
    notes = []
    if pictures:
        numbers = ", ".join(str(page.number) for page in pictures)
        notes.append(f"pages without text, only pictures: {numbers}")
    if sum(page.invisible for page in pages) * 2 > written > 0:
        notes.append("the text was recognised from pictures: check every figure")
    return tuple(notes)


def _characters(page: Page) -> int:
    return sum(len(piece.text.strip()) for piece in page.pieces)


def _title(document: pypdfium2.PdfDocument) -> str | None:
    title = _utf16(lambda *room: pdfium.FPDF_GetMetaText(document, b"Title", *room), ctypes.c_char)
    return " ".join(title.split()) or None


def _language(document: pypdfium2.PdfDocument) -> str | None:
    tag = _utf16(lambda *room: pdfium.FPDFCatalog_GetLanguage(document, *room), ctypes.c_ushort)
    return tag[:2].lower() if tag[:2].isalpha() else None


def _utf16(fill: Callable[..., int], unit: type[ctypes.c_char] | type[ctypes.c_ushort]) -> str:
    """What ``fill`` writes into a buffer, once it has said how many bytes it needs."""
    length = fill(None, 0)
    buffer = (unit * (length // ctypes.sizeof(unit) + 1))()
    fill(buffer, length)
    return bytes(buffer).decode("utf-16-le", errors="replace").split("\0", 1)[0]
