"""How a list of a web page counts its items, as a browser shows it."""

from __future__ import annotations

from collections.abc import Callable

from lxml.html import HtmlElement

from lanzadash.reading.formats.html_styles import Style, Styles
from lanzadash.reading.formats.labels import BULLET, letters, roman

_PRINTERS: dict[str, Callable[[int], str]] = {
    "1": str,
    "decimal": str,
    "a": letters,
    "lower-alpha": letters,
    "lower-latin": letters,
    "A": lambda number: letters(number).upper(),
    "upper-alpha": lambda number: letters(number).upper(),
    "upper-latin": lambda number: letters(number).upper(),
    "i": roman,
    "lower-roman": roman,
    "I": lambda number: roman(number).upper(),
    "upper-roman": lambda number: roman(number).upper(),
}


class Numbering:
    """Labels for the items of one list, in turn."""

    def __init__(
        self, element: HtmlElement, style: Style, styles: Styles, outer: Numbering | None
    ) -> None:
        self.shown: str | None = None
        """The label of the item being read."""
        self._is_ordered = element.tag == "ol"
        self._is_bare = style.counts == "none" and not (self._is_ordered and styles.counts_itself)
        self._print = _PRINTERS.get(style.counts or element.get("type") or "", str)
        self._step = -1 if element.get("reversed") is not None else 1
        items = sum(child.tag == "li" for child in element) if self._step < 0 else 1
        self._next = _integer(element.get("start"), items)
        joined = outer.shown if outer and styles.joins_numbers and self._is_ordered else None
        self._prefix = f"{joined}." if joined else ""

    def label(self, item: HtmlElement, style: Style) -> str | None:
        """The label before ``item``; ``None`` where the list shows none."""
        number = _integer(item.get("value"), self._next)
        self._next = number + self._step
        if self._is_bare or style.counts == "none":
            self.shown = None
        elif self._is_ordered:
            printed = _PRINTERS.get(style.counts or item.get("type") or "", self._print)(number)
            self.shown = self._prefix + printed
        else:
            self.shown = BULLET
        return self.shown


def _integer(value: str | None, otherwise: int) -> int:
    digits = (value or "").strip().removeprefix("+")
    is_number = digits.removeprefix("-").isdecimal() and len(digits) < 10
    return int(digits) if is_number else otherwise
