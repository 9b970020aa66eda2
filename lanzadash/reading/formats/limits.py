"""How much a format reader takes on before it refuses, and the words it refuses with."""

from __future__ import annotations

from collections.abc import Iterable

from lanzadash.reading.formats.blocks import Block, RefusedError

MAX_BYTES = 50 * 2**20
MAX_PAGES = 2_000
MAX_CHARACTERS = MAX_PAGES * 5_000
"""What 2,000 pages hold, for files that have no pages of their own."""


def check_size(name: str, data: bytes) -> None:
    """Raise ``RefusedError`` where ``data`` is empty or over 50 MB."""
    if not data:
        raise RefusedError(f"{name} is empty (0 bytes). Fetch it again.")
    if len(data) > MAX_BYTES:
        raise RefusedError(
            f"{name} has {len(data) / 2**20:.0f} MB; at most {MAX_BYTES // 2**20} MB are read. "
            "Read its parts one by one."
        )


def check_length(name: str, characters: int) -> None:
    """Raise ``RefusedError`` where a file without pages holds more text than 2,000 pages do."""
    if characters > MAX_CHARACTERS:
        raise RefusedError(
            f"{name} holds {characters:,} characters, more than {MAX_PAGES:,} pages do. "
            "Read its parts one by one."
        )


def check_pages(name: str, pages: int) -> None:
    """Raise ``RefusedError`` where there are more than 2,000 pages."""
    if pages > MAX_PAGES:
        raise RefusedError(
            f"{name} has {pages:,} pages; at most {MAX_PAGES:,} are read. "
            "Read its parts one by one."
        )


def check_text(name: str, blocks: Iterable[Block]) -> None:
    """Raise ``RefusedError`` where nothing readable was found."""
    if not any(block.kind != "furniture" for block in blocks):
        raise RefusedError(f"{name} holds no text. Open it: is it the document you meant?")
