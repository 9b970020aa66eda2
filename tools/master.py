"""The masters of the corpus: one document in the dialect of ``tests/corpus/README.md``, parsed."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

LineKind = Literal["title", "heading", "bold", "item", "point", "paragraph", "note", "row"]


@dataclass(frozen=True)
class Run:
    """Words set alike; or, where ``note`` is given, the mark of that footnote."""

    text: str
    bold: bool = False
    address: str | None = None
    note: str | None = None


@dataclass(frozen=True)
class Line:
    """One paragraph. ``label`` is its printed number with its punctuation, or the note's mark.

    ``level`` is the depth: of a heading from 1, of a point from 1. A row has ``cells``.
    """

    kind: LineKind
    runs: tuple[Run, ...] = ()
    label: str | None = None
    level: int = 0
    cells: tuple[tuple[Run, ...], ...] = ()

    @property
    def text(self) -> str:
        """The words alone: no label, no footnote mark."""
        return "".join(run.text for run in self.runs)


@dataclass(frozen=True)
class Master:
    """A document before it is rendered. ``notes`` are its footnotes by mark."""

    name: str
    settings: dict[str, str]
    lines: tuple[Line, ...]
    notes: dict[str, Line] = field(default_factory=dict)

    @property
    def formats(self) -> list[str]:
        """The formats it is rendered in."""
        return self.settings["formats"].split()

    @property
    def title(self) -> str:
        """The words of its first title."""
        return next((line.text for line in self.lines if line.kind == "title"), self.name)

    @property
    def language(self) -> str:
        """``en`` or ``fr``, from the end of its name."""
        return "fr" if self.name.endswith("-fr") else "en"

    def style(self, format: str) -> str:
        """The style asked for in a format, or that format's first one."""
        first = {"txt": "plain", "md": "plain", "html": "clean", "docx": "automatic"}
        return self.settings.get(format, first.get(format, "plain"))


# "4. words", "12) words", "2.1 words", "2.1.1. words"
ITEM = re.compile(r"(\d+[.)]|\d+(?:\.\d+)+\.?)\s+(.*)")
# "  - words", "    b. words", "  iv) words"
POINT = re.compile(r"( {2,})(-|[a-z]{1,4}[.)])\s+(.*)")
NOTE = re.compile(r"\[\^(\d+)\]:\s+(.*)")
HEADING = re.compile(r"(#+)\s+(.*)")
BOLD_LINE = re.compile(r"\*\*([^*]+)\*\*")
# a footnote mark, a link, bold words
INLINE = re.compile(r"\[\^(\d+)\]|\[([^\]]*)\]\(([^)]*)\)|\*\*([^*]+)\*\*")


def load(folder: Path) -> Master:
    """The master of one folder of the corpus. Raises ``OSError`` where there is none."""
    words = (folder / "document.md").read_text(encoding="utf-8")
    _, front, body = words.split("---\n", 2)
    pairs = (line.split(":", 1) for line in front.splitlines())
    settings = {key.strip(): value.split(" #")[0].strip() for key, value in pairs}
    lines = tuple(_line(text) for text in body.splitlines() if text.strip())
    notes = {line.label: line for line in lines if line.kind == "note" and line.label}
    return Master(folder.name, settings, lines, notes)


def _line(text: str) -> Line:
    if found := HEADING.fullmatch(text):
        depth = len(found[1])
        if depth == 1:
            return Line("title", _runs(found[2]))
        numbered = ITEM.fullmatch(found[2])
        label, words = (numbered[1], numbered[2]) if numbered else (None, found[2])
        return Line("heading", _runs(words), label, depth - 1)
    if found := NOTE.fullmatch(text):
        return Line("note", _runs(found[2]), found[1])
    if found := POINT.fullmatch(text):
        return Line("point", _runs(found[3]), found[2], len(found[1]) // 2)
    if text.startswith("|"):
        cells = [_runs(cell.strip()) for cell in text.strip().strip("|").split("|")]
        return Line("row", cells=tuple(cells))
    if found := BOLD_LINE.fullmatch(text):
        return Line("bold", _runs(found[1]))
    if found := ITEM.fullmatch(text):
        return Line("item", _runs(found[2]), found[1])
    return Line("paragraph", _runs(text))


def _runs(text: str) -> tuple[Run, ...]:
    runs: list[Run] = []
    end = 0
    for found in INLINE.finditer(text):
        if found.start() > end:
            runs.append(Run(text[end : found.start()]))
        end = found.end()
        if found[1]:
            runs.append(Run("", note=found[1]))
        elif found[4]:
            runs.append(Run(found[4], bold=True))
        else:
            runs.append(Run(found[2], address=found[3]))
    if end < len(text):
        runs.append(Run(text[end:]))
    return tuple(runs)
