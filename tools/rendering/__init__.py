"""One master of the corpus in five formats. The same master gives the same bytes."""

from __future__ import annotations

from collections.abc import Callable

from tools.master import Master
from tools.rendering.docx import docx
from tools.rendering.html import html
from tools.rendering.pdf import pdf
from tools.rendering.text import markdown, text

FORMATS: dict[str, Callable[[Master], bytes]] = {
    "txt": text,
    "md": markdown,
    "html": html,
    "docx": docx,
    "pdf": pdf,
}
"""What renders a master, by the ending of the file."""
