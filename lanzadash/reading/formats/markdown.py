"""Markdown files: what only Markdown has is taken out, then lines to blocks."""

from __future__ import annotations

import hashlib
import html
import re
from pathlib import Path

from lanzadash.reading.formats.blocks import RefusedError, Source
from lanzadash.reading.formats.limits import check_length
from lanzadash.reading.formats.lines import read_lines
from lanzadash.reading.formats.text import decode

_FRONT_MATTER = re.compile(r"\A---\s*\n(?:[\w-]+:.*\n|\s+.*\n|#.*\n)*---\s*\n")
_COMMENT = re.compile(r"<!--(?:(?!-->).)*-->", re.DOTALL)
_FENCE = re.compile(r"(?m)^\s*(?:```|~~~).*$")
# "Title" over "=====" or "-----"
_UNDERLINED = re.compile(r"(?m)^(?P<text>[^\s#>|*-].{0,200})\n(?P<line>=+|-{3,})[ \t]*$")
_HARD_BREAK = re.compile(r"(?m)(?:\\| {2,})$")


def read_blocks(path: Path, data: bytes) -> Source:
    """Markdown as blocks. Raises ``RefusedError`` where ``data`` holds no text, or too much."""
    text = decode(data)
    check_length(path.name, len(text))
    blocks = read_lines(plain(text))
    if not blocks:
        raise RefusedError(f"{path.name}: expected text, found only white space.")
    return Source(path.name, hashlib.sha256(data).hexdigest(), "markdown", blocks)


def plain(text: str) -> str:
    """``text`` without front matter, comments and fences; underlined headings as ``#``."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    text = _FRONT_MATTER.sub("", text)
    text = _FENCE.sub("", _COMMENT.sub("", text))
    text = _UNDERLINED.sub(_heading, text)
    return html.unescape(_HARD_BREAK.sub("\n", text))


def _heading(found: re.Match[str]) -> str:
    return f"{'#' if found['line'][0] == '=' else '##'} {found['text']}\n"
