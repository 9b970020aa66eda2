"""Files -> blocks. Which reader a file gets is told by its first bytes, then by its name."""

from __future__ import annotations

import importlib
import re
from pathlib import Path

from lanzadash.reading.formats.blocks import RefusedError, Source

__all__ = ["LIMIT", "RefusedError", "Source", "open_source"]

LIMIT = 50 * 2**20
"""A larger file is refused: no document of a committee is."""

_SIGNATURES = (
    (b"%PDF-", "pdf"),
    (b"PK\x03\x04", "docx"),
    (b"PK\x05\x06", "docx"),
)
_REFUSED = (
    (b"{\\rtf", "RTF", "Save it as .docx."),
    (b"\xd0\xcf\x11\xe0", "an old Word document (.doc) or an encrypted one", "Save it as .docx."),
    (b"\x89PNG", "a picture", "Give the document itself."),
    (b"\xff\xd8\xff", "a picture", "Give the document itself."),
    (b"GIF8", "a picture", "Give the document itself."),
)
_SUFFIXES = {
    ".pdf": "pdf",
    ".docx": "docx",
    ".html": "html",
    ".htm": "html",
    ".xhtml": "html",
    ".md": "markdown",
    ".markdown": "markdown",
}
_HTML = re.compile(rb"(?is)\A(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]*>\s*)?<(?:!doctype html|html)\b")


def open_source(path: Path) -> Source:
    """The file at ``path`` as blocks.

    Raises ``RefusedError``, with the reason and what can be done, for a file that is missing,
    empty, larger than ``LIMIT``, of a format that is not read, or broken.
    """
    data = _bytes(path)
    reader = importlib.import_module(f"{__name__}.{_format(path, data)}")
    source: Source = reader.read_blocks(path, data)
    return source


def _bytes(path: Path) -> bytes:
    try:
        size = path.stat().st_size
        if size > LIMIT:
            raise RefusedError(
                f"{path.name}: expected at most {LIMIT >> 20} MB, found {size >> 20} MB."
            )
        data = path.read_bytes()
    except OSError as error:
        raise RefusedError(f"{path}: cannot be opened ({error.strerror}).") from error
    if not data.strip():
        raise RefusedError(f"{path.name}: expected a document, found an empty file.")
    return data


def _format(path: Path, data: bytes) -> str:
    for signature, what, advice in _REFUSED:
        if data.startswith(signature):
            raise RefusedError(
                f"{path.name}: expected text, Markdown, HTML, DOCX or PDF, found {what}. {advice}"
            )
    named = _SUFFIXES.get(path.suffix.lower())
    signed = next((name for sign, name in _SIGNATURES if data.lstrip().startswith(sign)), None)
    if signed:
        return signed
    if named in ("pdf", "docx"):
        raise RefusedError(
            f"{path.name}: expected {named.upper()}, as its name says, found something else. "
            "Fetch the file again."
        )
    return named or ("html" if _HTML.match(data[:1000]) else "text")
