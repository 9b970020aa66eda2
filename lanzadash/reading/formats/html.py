"""Web pages to blocks: a small reader of our own over lxml.

No library keeps what the record rests on. Measured on one page with every trap: markdownify loses
4 of 11 numbers and trafilatura all; html-to-markdown 3.21 keeps plain numbers at 0.3 ms a page,
but prints lettered and Roman lists as 1, 2, 3, ignores ``value`` and ``reversed``, and turns a
superscript 1 and the "th" of 35th into the same plain text.
"""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from pathlib import Path

from lxml.html import HtmlElement

from lanzadash.reading.formats.blocks import BlockKind, Source
from lanzadash.reading.formats.drafts import Draft, finish, row
from lanzadash.reading.formats.html_lists import Numbering
from lanzadash.reading.formats.html_notes import Notes
from lanzadash.reading.formats.html_styles import Style, Styles, word_label
from lanzadash.reading.formats.html_tree import language, main_part, parse
from lanzadash.reading.formats.labels import BULLET
from lanzadash.reading.formats.limits import check_size, check_text
from lanzadash.reading.formats.runs import Run


def read_blocks(path: Path, data: bytes) -> Source:
    """The web page ``data``, named ``path``, as blocks.

    Where a page marks its main part, all around it is furniture. What no reader sees (scripts,
    hidden and struck out text) is dropped. Raises ``RefusedError`` for what is empty, binary, too
    long or nested too deep; broken HTML is read as a browser would.
    """
    check_size(path.name, data)
    root = parse(path.name, data)
    content = main_part(root)
    reader = _Reader(root, content)
    reader.read(root, _Look(kind="paragraph" if content is root else "furniture"))
    blocks = finish(reader.drafts)
    check_text(path.name, blocks)
    return Source(
        file=path.name,
        sha256=hashlib.sha256(data).hexdigest(),
        format="html",
        blocks=blocks,
        title=" ".join((root.findtext(".//title") or "").split()) or None,
        language=language(root, content),
    )


_DROPPED = frozenset(
    "audio button canvas datalist del dialog embed head iframe input map meter noframes noscript "
    "object progress rp rt s script select strike style svg template textarea title video".split()
)
_BLOCKS = frozenset(
    "address article aside blockquote body caption center dd details dir div dl dt fieldset "
    "figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr legend li main menu nav ol "
    "p pre section summary table tbody td tfoot th thead tr ul".split()
)
_HEADINGS = {f"h{level + 1}": level for level in range(6)}
_LISTS = frozenset({"ol", "ul", "menu", "dir"})
_WHITE = re.compile(r"[ \t\r\n\f]+")


@dataclass(frozen=True)
class _Look:
    """What an element hands down to all that stands in it."""

    kind: BlockKind = "paragraph"
    is_main: bool = False
    level: int = 0
    numbering: Numbering | None = None
    bold: bool = False
    raised: bool = False
    link: str | None = None
    is_sign: bool = False
    keeps_lines: bool = False


class _Reader:
    """Walks the tree. ``drafts`` grows; a label or a note's mark waits for its text."""

    def __init__(self, root: HtmlElement, content: HtmlElement) -> None:
        self.drafts: list[Draft] = []
        self._runs: list[Run] = []
        self._label: str | None = None
        self._note: str | None = None
        self._content = content
        self._styles = Styles.of(root)
        self._notes = Notes.of(root)

    def read(self, element: HtmlElement, look: _Look) -> None:
        """Take in all that stands in ``element``."""
        self._say(element.text, look)
        for child in element:
            if child in self._notes.back_links:
                self._note = self._notes.labels.get(child, self._note)
            elif child.tag not in _DROPPED:
                self._element(child, look)
            self._say(child.tail, look)

    def _say(self, text: str | None, look: _Look) -> None:
        if not text:
            return
        if look.is_sign:
            text = re.sub(r"\S", BULLET, text)
        if not look.keeps_lines:
            text = _WHITE.sub(" ", text)
        self._runs.append(Run(text, look.bold, look.link, look.raised))

    def _element(self, element: HtmlElement, look: _Look) -> None:
        style = self._styles.declared(element)
        if style.is_hidden:
            return
        if element in self._notes.marks:
            self._runs.append(Run("", note=self._notes.marks[element]))
        elif style.is_list_label:
            self._label = word_label(element.text_content())
        elif element.tag == "br":
            self._runs.append(Run("\n"))
        elif element.tag in _BLOCKS:
            self._block(element, style, look)
        else:
            self._note = self._notes.labels.get(element, self._note)
            self.read(element, self._inner(element, style, look))

    def _block(self, element: HtmlElement, style: Style, look: _Look) -> None:
        self._flush(look)
        inner = self._inner(element, style, look)
        if element.tag == "li":
            self._label = inner.numbering.label(element, style) if inner.numbering else BULLET
        if element.tag == "tr":
            self.drafts += row(
                [self._apart(cell, look) for cell in element if cell.tag not in _DROPPED]
            )
        elif note := self._notes.labels.get(element):
            parts = self._apart(element, look)
            runs = [run for part in parts for run in (*part.runs, Run(" "))]
            self.drafts.append(Draft(runs, kind="footnote", label=note))
        else:
            self.read(element, inner)
            self._flush(inner)
        if element.tag == "li":
            self._label = None

    def _apart(self, element: HtmlElement, look: _Look) -> list[Draft]:
        """What stands in ``element``, kept out of the page for now."""
        outer, self.drafts, self._label = self.drafts, [], None
        style = self._styles.declared(element)
        if not style.is_hidden:
            inner = self._inner(element, style, look)
            self.read(element, inner)
            self._flush(inner)
        inside, self.drafts = self.drafts, outer
        return inside

    def _flush(self, look: _Look) -> None:
        """End the paragraph being read."""
        runs, self._runs = self._runs, []
        if not any(run.text.strip() or run.note for run in runs):
            return
        label, note, self._label, self._note = self._label, self._note, None, None
        if look.kind == "furniture":
            self.drafts.append(Draft(runs, kind="furniture"))
        elif note:
            self.drafts.append(Draft(runs, kind="footnote", label=note))
        else:
            continues = look.numbering is not None and label is None and look.kind == "paragraph"
            self.drafts.append(Draft(runs, look.kind, label, look.level + continues))

    def _inner(self, element: HtmlElement, style: Style, look: _Look) -> _Look:
        tag = str(element.tag)
        kind, level, numbering = look.kind, look.level, look.numbering
        is_main = look.is_main or tag == "article" or element is self._content
        if element is self._content:
            kind = "paragraph"
        elif tag in ("nav", "aside") or (tag in ("header", "footer") and not is_main):
            kind = "furniture"
        elif tag in _HEADINGS and kind == "paragraph":
            kind, level = "heading", _HEADINGS[tag]
        elif tag in _LISTS:
            level += numbering is not None
            numbering = Numbering(element, style, self._styles, numbering)
        elif tag in ("blockquote", "dd"):
            level += 1
        bold = tag in ("b", "strong", "th") or look.bold
        address = (element.get("href") or "").strip() if tag == "a" else ""
        return _Look(
            kind=kind,
            is_main=is_main,
            level=level,
            numbering=numbering,
            bold=bold if style.bold is None else style.bold,
            raised=(look.raised or tag == "sup") if style.raised is None else style.raised,
            link=look.link if not address or address.startswith("#") else address,
            is_sign=style.is_sign or (look.is_sign and not element.get("style")),
            keeps_lines=look.keeps_lines or style.keeps_lines or tag == "pre",
        )
