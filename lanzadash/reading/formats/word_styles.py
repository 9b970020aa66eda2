"""Styles of a Word file: what a paragraph or run is by its style, and by its style's ancestors."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from lxml.etree import _Element as Element

from lanzadash.reading.formats.word_package import W

_OFF = frozenset({"0", "false", "off", "none"})
_HIDES = frozenset(W + name for name in ("vanish", "strike", "dstrike"))
_RAISED_BY = 6  # half points; less is optical adjustment


def value(parent: Element | None, name: str) -> str | None:
    """The ``w:val`` of the child ``name``; ``None`` without such a child or value."""
    child = parent.find(W + name) if parent is not None else None
    return child.get(W + "val") if child is not None else None


def integer(parent: Element | None, name: str) -> int | None:
    """The same as a whole number; ``None`` where it is none."""
    printed = value(parent, name) or ""
    return int(printed) if printed.removeprefix("-").isdecimal() and len(printed) < 10 else None


def is_on(parent: Element, name: str) -> bool | None:
    """Whether the switch ``name`` is on; ``None`` where nothing is said."""
    child = parent.find(W + name)
    return None if child is None else child.get(W + "val") not in _OFF


@dataclass(frozen=True)
class TextLook:
    """How characters look; ``None`` where that is left to what stands behind."""

    bold: bool | None = None
    raised: bool | None = None
    hidden: bool | None = None
    language: str | None = None

    @classmethod
    def of(cls, properties: Element | None) -> TextLook:
        """What run properties (``w:rPr``) say themselves. Struck out text counts as hidden."""
        if properties is None:
            return _PLAIN
        bold = raised = hidden = language = None
        for child in properties:
            said = child.get(W + "val")
            if child.tag == W + "b":
                bold = said not in _OFF
            elif child.tag in _HIDES:
                hidden = said not in _OFF or bool(hidden)
            elif child.tag == W + "vertAlign":
                raised = said == "superscript"
            elif child.tag == W + "position" and raised is None:
                raised = (integer(properties, "position") or 0) >= _RAISED_BY
            elif child.tag == W + "lang":
                language = said
        return cls(bold, raised, hidden, language)

    def over(self, behind: TextLook) -> TextLook:
        """This look where it says something, else the one behind it."""
        if self is _PLAIN:
            return behind
        return TextLook(
            behind.bold if self.bold is None else self.bold,
            behind.raised if self.raised is None else self.raised,
            behind.hidden if self.hidden is None else self.hidden,
            self.language or behind.language,
        )


_PLAIN = TextLook()


@dataclass(frozen=True)
class Style:
    """One style with all that it inherits. ``numbering`` is (list id, level or ``None``)."""

    id: str
    name: str
    look: TextLook = _PLAIN
    outline: int | None = None
    numbering: tuple[int, int | None] | None = None
    numbered_by: str = ""
    indent: int = 0


class Styles:
    """The styles of one file, from ``styles.xml``; a file without one has plain styles only."""

    def __init__(self, root: Element | None) -> None:
        self._root = root
        self._elements = {
            style.get(W + "styleId", ""): style
            for style in (root.iter(W + "style") if root is not None else ())
        }
        self._known: dict[str, Style] = {}

    def get(self, style_id: str) -> Style:
        """The style ``style_id``, inherited properties included; plain where it is unknown."""
        if style_id not in self._known:
            self._known[style_id] = self._resolve(style_id)
        return self._known[style_id]

    @cached_property
    def default_paragraph(self) -> str:
        """The style of a paragraph that names none."""
        for style_id, style in self._elements.items():
            if style.get(W + "type") == "paragraph" and style.get(W + "default") not in (
                None,
                *_OFF,
            ):
                return style_id
        return ""

    @cached_property
    def base(self) -> TextLook:
        """How characters look before any style."""
        path = f"{W}docDefaults/{W}rPrDefault/{W}rPr"
        return TextLook.of(self._root.find(path) if self._root is not None else None)

    def _ancestry(self, style_id: str) -> Iterator[Element]:
        seen: set[str] = set()
        while style_id in self._elements and style_id not in seen:
            seen.add(style_id)
            yield self._elements[style_id]
            style_id = value(self._elements[style_id], "basedOn") or ""

    def _resolve(self, style_id: str) -> Style:
        look, outline, indent = _PLAIN, None, None
        numbering: tuple[int, int | None] | None = None
        numbered_by = ""
        for style in self._ancestry(style_id):
            look = look.over(TextLook.of(style.find(W + "rPr")))
            paragraph = style.find(W + "pPr")
            outline = integer(paragraph, "outlineLvl") if outline is None else outline
            indent = left_indent(paragraph) if indent is None else indent
            numbers = paragraph.find(W + "numPr") if paragraph is not None else None
            list_id = integer(numbers, "numId")
            if numbering is None and list_id is not None:
                numbering = list_id, integer(numbers, "ilvl")
                numbered_by = style.get(W + "styleId", "")
        named = self._elements.get(style_id)
        name = (value(named, "name") or style_id).lower()
        return Style(style_id, name, look, outline, numbering, numbered_by, indent or 0)


def left_indent(properties: Element | None) -> int | None:
    """The left indent that paragraph properties set, in twentieths of a point."""
    indent = properties.find(W + "ind") if properties is not None else None
    printed = indent.get(W + "left", indent.get(W + "start", "")) if indent is not None else ""
    return int(printed) if printed.isdecimal() and len(printed) < 10 else None
