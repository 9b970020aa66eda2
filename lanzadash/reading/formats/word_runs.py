"""The characters of a Word paragraph: fields, links, tracked changes, marks, special characters."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from lxml.etree import _Element as Element

from lanzadash.reading.formats.labels import BULLET
from lanzadash.reading.formats.runs import Run
from lanzadash.reading.formats.word_notes import Notes
from lanzadash.reading.formats.word_package import Package, R, W
from lanzadash.reading.formats.word_styles import Style, Styles, TextLook, value

_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"

SKIPPED = frozenset(
    W + name
    for name in (
        "del",
        "moveFrom",
        "pPr",
        "rPr",
        "sectPr",
        "tblPr",
        "tblGrid",
        "sdtPr",
        "sdtEndPr",
        "rt",
    )
)
"""Elements whose content no reader sees once tracked changes are accepted."""

_CHARACTERS = {
    W + "tab": "\t",
    W + "ptab": "\t",
    W + "br": "\n",
    W + "cr": "\n",
    W + "noBreakHyphen": "\u2011",
    W + "softHyphen": "\u00ad",
}
_DRAWN = frozenset(W + name for name in ("drawing", "pict", "object"))
_HYPERLINK = re.compile(r'\s*HYPERLINK\s+"([^"]+)"')


@dataclass
class _Field:
    """A field begun and not yet ended: its instruction, then its result."""

    instruction: str = ""
    shows: bool = False

    @property
    def link(self) -> str | None:
        found = _HYPERLINK.match(self.instruction)
        return found[1] if found else None


class Runs:
    """Reads paragraphs in turn; keeps what one hands on to the next."""

    def __init__(self, styles: Styles, notes: Notes) -> None:
        self._styles, self._notes = styles, notes
        self._fields: list[_Field] = []
        self._links: dict[str, str] = {}
        self._languages: Counter[str] = Counter()
        self._found: list[Run] = []

    @property
    def language(self) -> str | None:
        """The language in which most of the text is marked, two letters."""
        most = self._languages.most_common(1)
        return most[0][0] if most else None

    def enter(self, package: Package, part: str) -> None:
        """Go on in another part of the file, whose links have ids of its own."""
        links = package.relations(part).items()
        self._links = {name: link.target for name, link in links if link.is_external}
        self._fields = []

    def of(self, paragraph: Element, style: Style) -> list[Run]:
        """The runs of ``paragraph``, which has this ``style``."""
        self._found = []
        self._walk(paragraph, style.look.over(self._styles.base), None)
        # A field whose result never begins is broken; it must not swallow what follows.
        self._fields = [field for field in self._fields if field.shows]
        return self._found

    def _walk(self, parent: Element, look: TextLook, link: str | None) -> None:
        for child in parent:
            if child.tag == W + "r":
                self._run(child, look, link)
            elif child.tag == W + "hyperlink":
                self._walk(child, look, self._links.get(child.get(R + "id", ""), link))
            elif child.tag == W + "fldSimple":
                field = _Field(child.get(W + "instr", ""))
                self._walk(child, look, field.link or link)
            elif child.tag == _M + "t":
                self._found.append(Run(child.text or ""))
            elif child.tag not in SKIPPED:
                self._walk(branch(child), look, link)

    def _run(self, element: Element, behind: TextLook, link: str | None) -> None:
        properties = element.find(W + "rPr")
        named = value(properties, "rStyle")
        look = behind
        if named:
            look = self._styles.get(named).look.over(look)
        if properties is not None:
            look = TextLook.of(properties).over(look)
        if not look.hidden:
            self._characters(element, look, link)

    def _characters(self, element: Element, look: TextLook, link: str | None) -> None:
        for child in element:
            if child.tag == W + "t":
                self._say(child.text or "", look, link)
            elif child.tag in _CHARACTERS:
                self._say(_CHARACTERS[child.tag], look, link)
            elif child.tag == W + "fldChar":
                self._field(child.get(W + "fldCharType"))
            elif child.tag == W + "instrText" and self._fields:
                self._fields[-1].instruction += child.text or ""
            elif child.tag == W + "sym":
                self._say(_symbol(child), look, link)
            elif child.tag in (W + "footnoteReference", W + "endnoteReference"):
                label = self._notes.cite(child, element)
                self._found.append(Run("", note=label) if label else Run(""))
                if child.get(W + "customMarkFollows"):
                    return
            elif child.tag == W + "ruby":
                for base in child.iterchildren(W + "rubyBase"):
                    self._walk(base, look, link)
            elif child.tag == _MC + "AlternateContent":
                self._characters(branch(child), look, link)

    def _say(self, text: str, look: TextLook, link: str | None) -> None:
        if not all(field.shows for field in self._fields):
            return
        links = [field.link for field in self._fields if field.link]
        link = links[-1] if links else link
        self._found.append(Run(text, bool(look.bold), link, bool(look.raised)))
        if look.language:
            self._languages[look.language[:2].lower()] += len(text)

    def _field(self, step: str | None) -> None:
        if step == "begin":
            self._fields.append(_Field())
        elif step == "separate" and self._fields:
            self._fields[-1].shows = True
        elif step == "end" and self._fields:
            self._fields.pop()


def branch(element: Element) -> Element:
    """Of two ways to draw the same, the newer one; any other element as it is."""
    if element.tag != _MC + "AlternateContent":
        return element
    choices = element.find(_MC + "Choice"), element.find(_MC + "Fallback")
    return next((choice for choice in choices if choice is not None and len(choice)), element)


def text_boxes(element: Element) -> Iterator[Element]:
    """The contents of the text boxes anchored in ``element``, each once."""
    if next(element.iter(W + "txbxContent"), None) is None:
        return
    for child in element:
        if child.tag == W + "txbxContent":
            yield child
        elif child.tag not in (W + "del", W + "moveFrom"):
            yield from text_boxes(branch(child))


def _symbol(element: Element) -> str:
    """A character of a sign font: for a reader, a bullet."""
    code = element.get(W + "char", "")
    is_plain = re.fullmatch("[0-9A-Fa-f]{2,4}", code) and not 0xE000 <= int(code, 16) <= 0xF8FF
    return chr(int(code, 16)) if is_plain else BULLET
