"""Word's automatic numbers, which stand nowhere in the text and have to be counted.

A list (``w:num``) is an instance of a pattern (``w:abstractNum``), and all lists of one pattern
count together across headings and tables, unless a list says where it starts. That is where other
readers go wrong: they count each run of paragraphs anew.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from lxml.etree import _Element as Element

from lanzadash.reading.formats.labels import BULLET, roman
from lanzadash.reading.formats.word_package import W
from lanzadash.reading.formats.word_styles import Styles, integer, is_on, value

_LEVELS = 9
_SIGN_FONTS = ("symbol", "wingdings", "webdings")
# Footnote marks of the format "chicago": *, †, ‡, §, **, ...
_SIGNS = "*†‡§"


@dataclass(frozen=True)
class _Level:
    start: int = 1
    printer: str = "decimal"
    text: str = ""
    restarts_after: int | None = None
    is_legal: bool = False
    style: str | None = None

    @classmethod
    def of(cls, element: Element) -> _Level:
        fonts = element.find(f"{W}rPr/{W}rFonts")
        font = fonts.get(W + "ascii", "").lower() if fonts is not None else ""
        printer, text = value(element, "numFmt") or "decimal", value(element, "lvlText") or ""
        if printer == "bullet" and (not text.strip() or font.startswith(_SIGN_FONTS)):
            text = BULLET
        start = integer(element, "start")
        return cls(
            start=0 if start is None else start,
            printer=printer,
            text=text,
            restarts_after=integer(element, "lvlRestart"),
            is_legal=bool(is_on(element, "isLgl")),
            style=value(element, "pStyle"),
        )


@dataclass
class _List:
    pattern: int
    levels: dict[int, _Level]
    starts: dict[int, int] = field(default_factory=dict)


class Numbering:
    """Hands out the label of each numbered paragraph, in the order of the document."""

    def __init__(self, root: Element | None, styles: Styles) -> None:
        self._lists: dict[int, _List] = {}
        self._counts: dict[int, dict[int, int]] = {}
        if root is not None:
            self._load(root, styles)

    def level_of(self, list_id: int, style: str) -> int | None:
        """The level of the list that is linked to ``style``; ``None`` where none is."""
        entry = self._lists.get(list_id)
        levels = entry.levels.items() if entry else ()
        return next((depth for depth, level in levels if level.style == style), None)

    def label(self, list_id: int, depth: int) -> str | None:
        """Count one paragraph of this list and level; its label, or ``None`` if it shows none."""
        entry = self._lists.get(list_id)
        level = entry.levels.get(depth) if entry else None
        if entry is None or level is None:
            return None
        counts = self._counts.setdefault(entry.pattern, {})
        if depth in entry.starts:
            counts[depth] = entry.starts.pop(depth)
        else:
            counts[depth] = counts[depth] + 1 if depth in counts else level.start
        for deeper in [at for at in counts if at > depth]:
            after = entry.levels[deeper].restarts_after if deeper in entry.levels else None
            if after is None or (after > 0 and depth < after):
                del counts[deeper]
        return _printed(entry.levels, counts, depth)

    def _load(self, root: Element, styles: Styles) -> None:
        patterns = _by_id(root, "abstractNum", "abstractNumId")
        lists = _by_id(root, "num", "numId")
        for list_id, element in lists.items():
            pattern = integer(element, "abstractNumId")
            # A pattern may only name a numbering style, whose list has the real pattern.
            for _ in range(_LEVELS):
                linked = value(patterns.get(pattern or 0), "numStyleLink")
                numbering = styles.get(linked).numbering if linked else None
                if not numbering or numbering[0] not in lists:
                    break
                pattern = integer(lists[numbering[0]], "abstractNumId")
            if pattern is not None and pattern in patterns:
                self._lists[list_id] = _list(pattern, patterns[pattern], element)


def _by_id(root: Element, name: str, attribute: str) -> dict[int, Element]:
    found = ((_number(part, attribute), part) for part in root.iterchildren(W + name))
    return {number: part for number, part in found if number is not None}


def _list(pattern: int, defined: Element, element: Element) -> _List:
    entry = _List(pattern, _levels(defined))
    for override in element.iter(W + "lvlOverride"):
        entry.levels |= _levels(override)
        depth, start = _number(override, "ilvl"), integer(override, "startOverride")
        if depth is not None and start is not None:
            entry.starts[depth] = start
    return entry


def _levels(parent: Element) -> dict[int, _Level]:
    found = ((_number(part, "ilvl"), part) for part in parent.iterchildren(W + "lvl"))
    return {depth: _Level.of(part) for depth, part in found if depth is not None}


def _number(element: Element, name: str) -> int | None:
    printed = element.get(W + name, "")
    return int(printed) if printed.isdecimal() and len(printed) < 10 else None


def _printed(levels: dict[int, _Level], counts: dict[int, int], depth: int) -> str | None:
    level = levels[depth]

    def number(found: re.Match[str]) -> str:
        at = int(found[1]) - 1
        named = levels.get(at, level)
        printer = "decimal" if level.is_legal else named.printer
        return print_number(counts.get(at, named.start), printer)

    text = re.sub(r"%([1-9])", number, level.text).strip()
    if level.printer == "bullet":
        return text
    return text.strip("()[]").rstrip(".:;-–— ").strip() or None


def print_number(number: int, printer: str) -> str:
    """``number`` in one of Word's number formats; plain digits for those no list here uses."""
    if printer in ("none", "bullet"):
        return ""
    if printer in ("lowerRoman", "upperRoman"):
        return roman(number) if printer == "lowerRoman" else roman(number).upper()
    if printer in ("lowerLetter", "upperLetter"):
        letters = _doubled("abcdefghijklmnopqrstuvwxyz", number)
        return letters if printer == "lowerLetter" else letters.upper()
    if printer == "chicago":
        return _doubled(_SIGNS, number)
    return f"{number:02d}" if printer == "decimalZero" else str(number)


def _doubled(signs: str, number: int) -> str:
    """a, b ... z, aa, bb: so Word goes on, unlike a browser."""
    if not 0 < number <= 26 * len(signs):
        return str(number)
    times, place = divmod(number - 1, len(signs))
    return signs[place] * (times + 1)
