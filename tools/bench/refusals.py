"""Files that are refused, and how long that takes: each is made here, none is kept."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from pathlib import Path

import pypdfium2

from lanzadash.reading.formats import RefusedError, open_source
from lanzadash.reading.formats.limits import MAX_BYTES, MAX_CHARACTERS, MAX_PAGES
from tools.bench.measure import Figure, times

_WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_TYPES = (
    b'<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/'
    b'content-types"><Default Extension="xml" ContentType="application/vnd.openxmlformats-'
    b'officedocument.wordprocessingml.document.main+xml"/></Types>'
)
_RELATIONS = (
    b'<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/'
    b'relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/'
    b'officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/>'
    b"</Relationships>"
)
_DEEP = 100_000


def refusals(folder: Path) -> list[Figure]:
    """Milliseconds until each is refused. Raises ``AssertionError`` for one that is not."""
    figures = []
    for name, make in FILES.items():
        path = folder / name.replace(" ", "-")
        path.write_bytes(make())
        taken = times(lambda path=path: _refused(path), rounds=3, warm=0)  # type: ignore[misc]
        figures.append(Figure(f"refusal: {path.stem}{path.suffix}", taken, "ms", 1000))
        path.unlink()
    return figures


def _refused(path: Path) -> None:
    try:
        open_source(path)
    except RefusedError:
        return
    raise AssertionError(f"{path.name} was read")


def _large() -> bytes:
    return b"quay " * (MAX_BYTES // 5 + 1)


def _long() -> bytes:
    return b"Along the quay.\n\n" * (MAX_CHARACTERS // 15 + 1)


def _pages() -> bytes:
    document, made = pypdfium2.PdfDocument.new(), io.BytesIO()
    for _ in range(MAX_PAGES + 1):
        document.new_page(100, 100)
    document.save(made)
    return made.getvalue()


def _nested_page() -> bytes:
    return b"<html><body>" + b"<div>" * _DEEP + b"quay" + b"</div>" * _DEEP


def _expanding_page() -> bytes:
    return f"<!DOCTYPE html [{_entities()}]><html><body>&e9;</body></html>".encode()


def _nested_word() -> bytes:
    deep = "<w:sdt><w:sdtContent>" * _DEEP + "</w:sdtContent></w:sdt>" * _DEEP
    return _word(f'<w:document xmlns:w="{_WORD}"><w:body>{deep}</w:body></w:document>'.encode())


def _expanding_word() -> bytes:
    body = "<w:body><w:p><w:r><w:t>&e9;</w:t></w:r></w:p></w:body>"
    document = f'<w:document xmlns:w="{_WORD}">{body}</w:document>'
    return _word(f"<!DOCTYPE w:document [{_entities()}]>{document}".encode())


def _bomb() -> bytes:
    return _word(bytes(MAX_BYTES))


def _entities() -> str:
    """Ten entities, each ten times the one before."""
    each = (f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 10))
    return '<!ENTITY e0 "quay">' + "".join(each)


def _word(document: bytes) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", _TYPES)
        archive.writestr("_rels/.rels", _RELATIONS)
        archive.writestr("word/document.xml", document)
    return packed.getvalue()


FILES: dict[str, Callable[[], bytes]] = {
    "over 50 MB.txt": _large,
    "over 2000 pages.txt": _long,
    "over 2000 pages.md": _long,
    "over 2000 pages.pdf": _pages,
    "nested.html": _nested_page,
    "nested.docx": _nested_word,
    "zip bomb.docx": _bomb,
    "entities.html": _expanding_page,
    "entities.docx": _expanding_word,
}
