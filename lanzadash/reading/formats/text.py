"""Plain text files: bytes to characters, then lines to blocks."""

from __future__ import annotations

import codecs
import hashlib
from pathlib import Path

from lanzadash.reading.formats.blocks import RefusedError, Source
from lanzadash.reading.formats.limits import check_length
from lanzadash.reading.formats.lines import read_lines

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)


def read_blocks(path: Path, data: bytes) -> Source:
    """Plain text as blocks. Raises ``RefusedError`` where ``data`` holds no text, or too much."""
    text = decode(data)
    check_length(path.name, len(text))
    blocks = read_lines(text)
    if not blocks:
        raise RefusedError(f"{path.name}: expected text, found only white space.")
    return Source(path.name, hashlib.sha256(data).hexdigest(), "text", blocks)


def decode(data: bytes) -> str:
    """The characters of ``data``: by its byte order mark, else UTF-8, else Windows-1252.

    Raises ``RefusedError`` for anything that is not text.
    """
    encoding = next((name for mark, name in _MARKS if data.startswith(mark)), None)
    if encoding is None and b"\x00" in data:
        raise RefusedError("Expected a text, found a binary file. Give the document itself.")
    try:
        return data.decode(encoding or "utf-8")
    except UnicodeDecodeError:
        if encoding:
            raise RefusedError(
                f"Expected text in {encoding}, as its first bytes say, found bytes that are not. "
                "Save the file again as UTF-8."
            ) from None
    try:
        return data.decode("cp1252")
    except UnicodeDecodeError as error:
        raise RefusedError(
            f"Expected text in UTF-8 or Windows-1252, found byte {data[error.start]:#04x} "
            f"at position {error.start}. Save the file again as UTF-8."
        ) from None
