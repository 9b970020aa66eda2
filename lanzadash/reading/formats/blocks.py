"""What every format reader gives: a document as numbered blocks, each with its place.

A format reader knows about files (encodings, numbering, fonts, pages) and nothing about the
committee; a kind reader knows the house style and nothing about files. They meet here.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

BlockKind = Literal["heading", "paragraph", "item", "footnote", "cell", "furniture"]


class RefusedError(Exception):
    """The file cannot be read. The message says why, and what can be done."""


@dataclass(frozen=True)
class Link:
    """A hyperlink over ``text[start:end]`` of its block."""

    start: int
    end: int
    address: str


@dataclass(frozen=True)
class Mark:
    """A footnote mark: the note ``label`` is cited before character ``at`` of its block."""

    label: str
    at: int


@dataclass(frozen=True)
class Block:
    """One paragraph, heading, list item, table cell or footnote.

    ``text`` is one line: white space folded, non-breaking and soft hyphens resolved, the list
    label and the footnote marks taken out, quotes and dashes as printed. ``label`` is the list
    label as a reader of the page sees it, without closing punctuation: ``4``, ``a``, ``2.1.1``,
    ``•``; automatic numbering is resolved. ``level`` is the depth of the indent or heading, from 0.
    A footnote's ``label`` is its mark. ``bold`` holds (start, end) ranges of ``text``.
    ``kind`` is ``furniture`` for running headers, footers and page numbers.
    """

    position: int
    text: str
    kind: BlockKind = "paragraph"
    label: str | None = None
    level: int = 0
    page: int | None = None
    bold: tuple[tuple[int, int], ...] = ()
    links: tuple[Link, ...] = ()
    marks: tuple[Mark, ...] = ()


@dataclass(frozen=True)
class Source:
    """A file as blocks. ``title`` and ``language`` are what the file says of itself, if it does."""

    file: str
    sha256: str
    format: str
    blocks: tuple[Block, ...]
    title: str | None = None
    language: str | None = None
    pages: int | None = None
    notes: tuple[str, ...] = field(default=())
