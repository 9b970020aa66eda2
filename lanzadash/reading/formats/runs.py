"""Runs of characters, as a format reader collects them, and the one line of text they make.

Here white space is folded, invisible characters go, and footnote marks are told from ordinals:
before any further normalisation, which would turn "recommendation¹" into "recommendation1".
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from itertools import groupby

from lanzadash.reading.formats.blocks import Link, Mark


@dataclass(frozen=True)
class Run:
    """Characters of one look. ``raised`` is superscript; ``note`` is the mark of a real footnote.

    In ``text`` a line feed is a line break that a reader sees, a tab is a tab stop.
    """

    text: str
    bold: bool = False
    link: str | None = None
    raised: bool = False
    note: str | None = None

    def saying(self, text: str) -> Run:
        """Other characters of the same look."""
        if text == self.text:
            return self
        return Run(text, self.bold, self.link, self.raised, self.note)

    @property
    def is_mark(self) -> bool:
        """Whether this is a footnote mark and no text."""
        return self.note is not None or (self.raised and bool(_MARKS.fullmatch(self.text)))


@dataclass
class Line:
    """Folded text and what lies over it."""

    text: str = ""
    bold: list[tuple[int, int]] = field(default_factory=list)
    links: list[Link] = field(default_factory=list)
    marks: list[Mark] = field(default_factory=list)


_INVISIBLE = "\u00ad\u200b\u200e\u200f\u2060\ufeff" + "".join(
    map(chr, [*range(0x202A, 0x202F), *range(0x2066, 0x206A)])
)
_PRINTED = str.maketrans(
    dict.fromkeys(_INVISIBLE, "")
    | {"\u2010": "-", "\u2011": "-"}
    | {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"}
    | {chr(code): " " for code in (*range(0x09), *range(0x0E, 0x20), 0x7F)}
)
# "recommendation¹", "recommendation⁽²⁾": digits that are footnote marks by themselves.
_RAISED_DIGITS = re.compile("([⁽]?[⁰¹²³⁴⁵⁶⁷⁸⁹]+[⁾]?)")
_LOWERED = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁽⁾", "0123456789()")
# "1", "(1)", "[12]", "1, 2", "*", "†" when raised. "th" and "er" are not marks.
_MARK = r"[\[(]?(\d{1,3}|[*†‡§]{1,4})[\])]?"
_MARKS = re.compile(rf"\s*{_MARK}(?:[,;\s]+{_MARK})*\s*")
_SPACE = re.compile(r"\s+")
_PRIVATE_USE = re.compile("[\ue000-\uf8ff\U000f0000-\U0010ffff\ud800-\udfff]")


def plain(runs: Iterable[Run]) -> str:
    """The characters of ``runs``, marks included."""
    return "".join(run.text for run in runs)


def clean(runs: Iterable[Run]) -> list[Run]:
    """Hyphens, ligatures and invisible characters resolved, printed superscripts as raised runs."""
    cleaned: list[Run] = []
    for run in runs:
        text = run.text.translate(_PRINTED)
        if not unicodedata.is_normalized("NFC", text):
            text = unicodedata.normalize("NFC", text)
        if run.raised:
            cleaned.append(run.saying(text.translate(_LOWERED)))
        elif _RAISED_DIGITS.search(text):
            cleaned += raise_marks(run.saying(text), _RAISED_DIGITS)
        else:
            cleaned.append(run.saying(text))
    return cleaned


def raise_marks(run: Run, mark: re.Pattern[str]) -> Iterator[Run]:
    """``run`` in parts, those that the only group of ``mark`` finds raised."""
    if run.note is not None:
        yield run
        return
    for position, part in enumerate(mark.split(run.text)):
        if position % 2:
            yield replace(run.saying(part.translate(_LOWERED)), raised=True)
        elif part:
            yield run.saying(part)


def broken(runs: Iterable[Run]) -> list[list[Run]]:
    """``runs`` parted at their line breaks."""
    lines: list[list[Run]] = [[]]
    for run in runs:
        for position, part in enumerate(run.text.split("\n")):
            if position:
                lines.append([])
            if part or run.note:
                lines[-1].append(run.saying(part))
    return lines


def cut(runs: Iterable[Run], count: int) -> list[Run]:
    """``runs`` without their first ``count`` characters."""
    kept: list[Run] = []
    for run in runs:
        if run.note or len(run.text) > count:
            kept.append(run.saying(run.text[count:]))
        count = max(0, count - len(run.text))
    return kept


def fold(runs: Iterable[Run]) -> Line:
    """``runs`` as one line, marks taken out of the text and kept with their places."""
    line = Line()
    written = (run for run in runs if run.text or run.note)
    for (note, raised), group in groupby(written, key=_above_line):
        parts = list(group)
        text, at = plain(parts), len(line.text.rstrip())
        if note:
            line.marks.append(Mark(note, at))
        elif raised and _MARKS.fullmatch(text):
            line.marks += [Mark(found[1], at) for found in re.finditer(_MARK, text)]
        else:
            for run in parts:
                _append(line, run)
    return _trimmed(line)


def _above_line(run: Run) -> tuple[str | None, bool]:
    return run.note, run.raised


def _append(line: Line, run: Run) -> None:
    text = _SPACE.sub(" ", _PRIVATE_USE.sub("", run.text))
    if not line.text or line.text[-1] == " ":
        text = text.removeprefix(" ")
    start, line.text = len(line.text), line.text + text
    end = len(line.text)
    if run.bold:
        if line.bold and not line.text[line.bold[-1][1] : start].strip():
            line.bold[-1] = (line.bold[-1][0], end)
        else:
            line.bold.append((start, end))
    if run.link:
        last = line.links[-1] if line.links else None
        if last and last.end == start and last.address == run.link:
            line.links[-1] = replace(last, end=end)
        else:
            line.links.append(Link(start, end, run.link))


def _trimmed(line: Line) -> Line:
    """No white space at the end of the text, nor at either end of what lies over it."""
    text = line.text.rstrip()
    bold = [_tight(text, start, end) for start, end in line.bold]
    links = [(*_tight(text, link.start, link.end), link.address) for link in line.links]
    return Line(
        text,
        [(start, end) for start, end in bold if start < end],
        [Link(start, end, address) for start, end, address in links if start < end],
        line.marks,
    )


def _tight(text: str, start: int, end: int) -> tuple[int, int]:
    part = text[start:end]
    left = len(part) - len(part.lstrip())
    return start + left, start + max(left, len(part.rstrip()))
