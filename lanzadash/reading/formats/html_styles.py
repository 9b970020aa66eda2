"""What the style of an element tells a reader of the page: hidden, bold, raised, how a list counts.

Inline styles and simple rules of the page's own sheets (``.c1 {...}``, ``p.c1 {...}``) are enough:
so write the word processors that export pages. Sheets in other files are not there to be read.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from lxml.html import HtmlElement

from lanzadash.reading.formats.labels import BULLET, split_label

_BRACE = re.compile(r"([{}])")
_CLASS = re.compile(r"[a-z0-9]*\.([\w-]+)")
_COUNTS = re.compile(r"\b(none|decimal|(?:lower|upper)-(?:alpha|latin|roman))\b")
_BOLD = re.compile(r"\b(?:bold|bolder|[6-9]00)\b")
_SIGN_FONT = re.compile(r"\b(?:wingdings|symbol)")
_READ_ALOUD = frozenset({"sr-only", "visually-hidden", "screen-reader-text"})


@dataclass(frozen=True)
class Style:
    """``bold`` and ``raised`` are ``None`` where the element leaves them as they are."""

    is_hidden: bool = False
    bold: bool | None = None
    raised: bool | None = None
    counts: str | None = None
    is_sign: bool = False
    is_list_label: bool = False
    keeps_lines: bool = False


class Styles:
    """The style of each element, from its attributes and the page's own sheets."""

    def __init__(self, sheet: str) -> None:
        sheet = _without_comments(sheet.lower())
        self.joins_numbers = "counters(" in sheet
        """Nested lists are numbered 2.1.1 by the sheet."""
        self.counts_itself = self.joins_numbers or "counter(" in sheet
        """Lists without list numbers are numbered by the sheet."""
        self._classes = _classes(sheet)
        self._known: dict[tuple[str, str], Style] = {}

    @classmethod
    def of(cls, root: HtmlElement) -> Styles:
        """The styles of the page whose root element is ``root``."""
        return cls("\n".join(sheet.text or "" for sheet in root.iter("style")))

    def declared(self, element: HtmlElement) -> Style:
        """The style of ``element`` itself, without what it inherits."""
        classes, inline = element.get("class", ""), element.get("style", "")
        if element.get("hidden") is not None or element.get("aria-hidden") == "true":
            return Style(is_hidden=True)
        if (classes, inline) not in self._known:
            self._known[classes, inline] = self._style(classes.lower().split(), inline.lower())
        return self._known[classes, inline]

    def _style(self, classes: list[str], inline: str) -> Style:
        by_class = (self._classes.get(name, "") for name in classes)
        values = _values(";".join((*by_class, inline)))
        font, align = values.get("font", ""), values.get("vertical-align")
        weight = values.get("font-weight", font)
        lines = values.get("text-decoration", "") + values.get("text-decoration-line", "")
        counts = _COUNTS.search(values.get("list-style-type", values.get("list-style", "")))
        return Style(
            is_hidden=values.get("display") == "none"
            or values.get("visibility") == "hidden"
            or values.get("mso-hide") == "all"
            or "line-through" in lines
            or not _READ_ALOUD.isdisjoint(classes),
            bold=bool(_BOLD.search(weight)) if weight else None,
            raised=align == "super" if align else None,
            counts=counts[1] if counts else None,
            is_sign=bool(_SIGN_FONT.search(values.get("font-family", font))),
            is_list_label=values.get("mso-list") == "ignore",
            keeps_lines=values.get("white-space", "").startswith("pre"),
        )


def word_label(text: str) -> str:
    """The label in a page saved by Word, where bullets are letters of a sign font."""
    return split_label(f"{text.strip()} X")[0] or BULLET


# Sheets are taken apart by splitting: no expression can be made to search one twice.


def _without_comments(sheet: str) -> str:
    first, *rest = sheet.split("/*")
    return first + "".join(part.partition("*/")[2] for part in rest)


def _classes(sheet: str) -> dict[str, str]:
    """Class -> declarations, of rules for all media ("@media print" speaks of another one)."""
    declared: dict[str, list[str]] = {}
    opened: list[str] = []
    text = ""
    for part in _BRACE.split(sheet):
        if part == "{":
            opened.append(text.rpartition(";")[2])
        elif part == "}" and opened:
            selectors = opened.pop()
            for selector in [] if opened else selectors.split(","):
                if found := _CLASS.fullmatch(selector.strip()):
                    declared.setdefault(found[1], []).append(text)
        text = part
    return {name: ";".join(parts) for name, parts in declared.items()}


def _values(declarations: str) -> dict[str, str]:
    """Property -> value; the last one counts."""
    pairs = (declaration.partition(":") for declaration in declarations.split(";"))
    return {name.strip(): value.replace("!important", "").strip() for name, _, value in pairs}
