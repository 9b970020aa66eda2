"""List labels: split a printed one off its line, and print an automatic one as a page shows it.

A label is what stands before an item: ``4.``, ``2.1.1``, ``(a)``, ``iv)``, ``•``. What only looks
like one stays text: a year ("2022. ..."), a date ("10 December 2021"), a time ("9.30 Opening"),
an initial ("M. Dupont", "J. F. Miller"), a code ("R12").
"""

from __future__ import annotations

import re

BULLET = "•"

# Symbol and Wingdings put their bullets into the private use area.
_SIGN = "[•‣▪▫◦●○■□◆◇❖⁃∙·➢➤►▶→✓✔✗✘❑❒\uf000-\uf8ff]"
_NUMBER = r"\d{1,3}(?:\s?(?:bis|ter|quater)\b)?"
_DEEPER = r"(?:\.\d{1,2}){1,5}"
_ROMAN = r"(?=[ivxIVX])(?:x{0,3}(?:ix|iv|v?i{0,3})|X{0,3}(?:IX|IV|V?I{0,3}))"
_TIME = r"(?:[7-9]|1\d|2[01])\.[0-5][05]"
_LETTER = r"[^\W\d_]"
_QUOTE = r"[“«\"‘']"

_PATTERNS = (
    # "4) ", "(a) ", "iv)": a bracket closes it, so any single item will do.
    re.compile(rf"\(?({_NUMBER}|[a-zA-Z]|{_ROMAN})\)(?:\s+|(?={_LETTER}|{_QUOTE})|$)"),
    # "4. ", "2.1.1. ", "2.a. ", "4.Adopted": digits, then a full stop.
    re.compile(
        rf"({_NUMBER}|\d{{1,3}}{_DEEPER}|\d{{1,3}}\.[a-z])"
        rf"\.(?:\s+|(?={_LETTER}{{2}}|[A-ZÀ]\s|{_QUOTE})|$)"
    ),
    # "a. ", "A. ". Before a number it is an abbreviation ("p. 12"), before another an initial.
    re.compile(rf"([a-zA-LN-Z])\.(?:\s+(?={_LETTER}|{_QUOTE}|\()(?![A-Z]\.)|\s*$)"),
    # "iv. ", "II. "
    re.compile(rf"({_ROMAN})\.(?:\s+(?=\D)|\s*$)"),
    # "2.1 Opening": no closing stop, so a capital must follow ("2.5 million"). Not "9.30 Opening".
    re.compile(rf"(?!{_TIME}\s)(\d{{1,2}}{_DEEPER})\s+(?={_QUOTE}|(?![a-z]){_LETTER})"),
    # "4<tab>Adopted": only the tab tells this from "10 December 2021".
    re.compile(rf"(\d{{1,3}}(?:{_DEEPER})?|[a-z]) *\t\s*(?=\S)"),
    # "• ", "– ", "o ". A single space after the letter must be followed by a capital.
    re.compile(rf"({_SIGN})\s*|([-–—*])(?:\s+|$)|(o)(?:\s{{2,}}|\t|\s(?=[A-ZÀ-Þ]))"),
)
# "4", "2.1", "2.1.1", "IV": what a table cell of its own may hold without any closing sign.
_BARE = re.compile(rf"(?!{_TIME}$)(\d{{1,3}}(?:{_DEEPER})?|[ivx]{{2,5}}|[IVX]{{1,5}})$")

_NUMERALS = tuple(
    zip(
        (1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1),
        ("m", "cm", "d", "cd", "c", "xc", "l", "xl", "x", "ix", "v", "iv", "i"),
        strict=True,
    )
)


def split_label(line: str) -> tuple[str | None, int]:
    """The printed label that opens ``line``, without its punctuation, and where the rest begins.

    ``("4", 3)`` for ``4. Adopted``; ``(None, 0)`` where no label stands. Tabs and runs of spaces
    tell labels, so hand in the line as it stands, without leading white space.
    """
    for pattern in _PATTERNS:
        found = pattern.match(line)
        label = next((group for group in found.groups() if group), None) if found else None
        if found and label:
            return printed_sign(label), found.end()
    return None, 0


def lone_label(text: str) -> str | None:
    """The label where ``text`` is nothing else and is closed like one: ``4.``, ``(a)``, ``•``.

    A dash or a star alone is an ornament or an empty cell.
    """
    label, end = split_label(text)
    return label if label and end == len(text) and label not in "-–—*" else None


def cell_label(text: str) -> str | None:
    """The label where a table cell holds nothing else; there a bare ``4`` or ``2.1`` will do."""
    bare = _BARE.match(text)
    return bare[1] if bare else lone_label(text)


def printed_sign(label: str) -> str:
    """``label``, with a bullet for a sign that only its own font can show."""
    return BULLET if "\ue000" <= label[:1] <= "\uf8ff" else label


def roman(number: int) -> str:
    """``number`` in lower-case Roman numerals; Arabic where there are none (0, 4,000 and up)."""
    if not 0 < number < 4000:
        return str(number)
    printed = ""
    for value, sign in _NUMERALS:
        count, number = divmod(number, value)
        printed += sign * count
    return printed


def letters(number: int) -> str:
    """``number`` as a browser letters a list: a, b ... z, aa, ab ...; Arabic below 1."""
    printed = ""
    rest = number
    while rest > 0:
        rest, place = divmod(rest - 1, 26)
        printed = chr(ord("a") + place) + printed
    return printed or str(number)
