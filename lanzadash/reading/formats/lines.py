"""Lines of plain text or Markdown -> blocks: paragraphs joined, labels split off, footnotes told.

Why not a Markdown library: the committee's texts are plain text with Markdown residue. A parser
renumbers a list that a heading interrupts, takes an indented paragraph for code and a wrapped
line that begins "2022." for an item; what is printed must stay as printed.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from itertools import pairwise

from lanzadash.reading.formats.blocks import Block, BlockKind
from lanzadash.reading.formats.inline import SUPERSCRIPTS, Notes, clean, parse
from lanzadash.reading.formats.labels import cell_label, split_label
from lanzadash.reading.formats.pages import running_lines

_HEADING = re.compile(r"(#{1,6})\s+(.*?)\s*#*$")
_RULE = re.compile(r"[\s_*=.·…—–-]{3,}$")
_ROW = re.compile(r"\|.*\|$")
_ROW_RULE = re.compile(r"\|?\s*:?-{2,}:?\s*(\|\s*:?-{2,}:?\s*)*\|?$")
_NOTES_HEADING = re.compile(r"(?i)\W*(?:foot|end)?notes?(?: de bas de page)?\W*$")

# A footnote's body: "¹ Text", "[^1]: Text", "<sup>1</sup> Text": the mark alone tells it.
_SURE_NOTE = re.compile(
    rf"(?:([{SUPERSCRIPTS}]+)|\[\^([^\]\s]{{1,20}})\]:?|<sup>\s*(\d{{1,3}})\s*</sup>)\s*(?=\S)"
)
# "[1] Text", "(1) Text", "* Text": only where that mark is cited in the text.
_MAYBE_NOTE = re.compile(
    r"(?:\[(\d{1,3}|\*{1,3})\]:?|\((\d{1,3}|\*{1,3})\)|(\*{1,3}|[†‡]))\s*(?=\S)"
)
# "1 Text", "1. Text", "1) Text": only under a rule or a heading of notes, where ¹ is cited.
_PLAIN_NOTE = re.compile(r"(\d{1,3})(?:[.)]|\s*:)?\s+(?=\D)")
_LINK_DEFINITION = re.compile(r"\[[^\]^]{1,60}\]:\s*\S+:\S+\s*$")

_UNFINISHED = re.compile(r"[^.;:!?…»”\"]$")
# "2\.1\. Opening", "**3\)** Adopted"
_ESCAPED_LABEL = re.compile(r"^(?:\*\*)?\\?[(-]?[\w*+-]{1,4}(?:\\?\.\w{1,3}){0,4}\\[.)]")
# "30<tab>November – 3 December": no label.
_DATE_AFTER_TAB = re.compile(r"[^\W\d_]{3,9}\.?,?\s+(?:\d{4}|[-‐-―−]|to\b|au\b)")
# A word no line of its own ends with: "... will publish them in" / "2022."
_HANGING = re.compile(
    r"(?:(?<!\w)(?:a|an|the|of|in|on|by|to|and|or|for|with|at|from|its|le|la|les|de|du|des|et|ou|à|au|"
    r"aux|en|par|pour|que|sur|dans|avec|sa|son|ses)|,)$"
)
_DATE_REST = re.compile(r"\d{1,2}(?:er|st|nd|rd|th)?\s+\w+|\d{4}\b")
_WIDTHS = range(40, 130)
"""A text whose longest line is this long was wrapped by hand or by a converter."""


@dataclass
class _Draft:
    """A block being put together."""

    raw: str
    kind: BlockKind = "paragraph"
    label: str | None = None
    level: int = 0
    last: str = ""


@dataclass
class _Reader:
    text: str
    drafts: list[_Draft] = field(default_factory=list)
    open: bool = False
    under_rule: bool = False

    def __post_init__(self) -> None:
        self.lines = self.text.splitlines()
        longest = max((len(line) for line in self.lines), default=0)
        self.width = longest if longest in _WIDTHS and _is_wrapped(self.lines, longest) else None
        self.notes = _cited(self.lines)
        self.raised = set(re.findall(rf"(?<=\S)[{SUPERSCRIPTS}]+", self.text))

    def read(self) -> tuple[Block, ...]:
        running = running_lines(self.lines)
        for at, line in enumerate(self.lines):
            stripped = line.strip()
            if not clean(stripped):
                self.open = False
            elif at in running:
                self.drafts.append(_Draft(stripped, "furniture"))
                self.open = False
            else:
                self.line(stripped, len(line) - len(line.lstrip()))
        return tuple(self.blocks())

    def line(self, line: str, indent: int) -> None:
        line = re.sub(r"^(?:>\s?)+", "", line)
        line = _ESCAPED_LABEL.sub(lambda found: found[0].replace("\\", ""), line)
        heading = _HEADING.match(line)
        if heading:
            self.start(heading[2], "heading", len(heading[1]) - 1)
            self.open = False
        elif _RULE.match(line) or _LINK_DEFINITION.match(line) or _ROW_RULE.match(line):
            self.rule(line)
        elif _ROW.match(line):
            self.row(line)
        elif self.footnote(line):
            pass
        elif self.continues(line):
            self.join(line)
        else:
            self.start(line, "paragraph", indent // 2)

    def rule(self, line: str) -> None:
        self.drafts.append(_Draft(line, "furniture"))
        self.under_rule, self.open = True, False

    def row(self, line: str) -> None:
        """A row of a table: a cell that only holds a number labels what stands in the next one."""
        cells = [cell.strip() for cell in re.split(r"(?<!\\)\|", line.strip("|")) if cell.strip()]
        label: str | None = None
        for cell in cells:
            if label is None and cell is not cells[-1] and (label := cell_label(clean(cell))):
                continue
            if label is None:
                label, cell = split_bold_label(cell)
            self.drafts.append(_Draft(cell, "item" if label else "cell", label))
            label = None
        self.open = False

    def start(self, line: str, kind: BlockKind, level: int) -> None:
        label, rest = split_bold_label(line)
        if label and kind == "paragraph":
            kind = "item"
        self.drafts.append(_Draft(rest, kind, label, level, last=line))
        self.open = True
        self.under_rule = self.under_rule and bool(label)
        if _NOTES_HEADING.match(line):
            self.under_rule = True

    def footnote(self, line: str) -> bool:
        found = _SURE_NOTE.match(line)
        label = next((group for group in found.groups() if group), "") if found else ""
        if not found:
            found = _MAYBE_NOTE.match(line)
            label = self.maybe(found) if found else ""
        if not label:
            found = _PLAIN_NOTE.match(line) if self.under_rule else None
            superscript = found[1].translate(_RAISE) if found else ""
            label = found[1] if found and superscript in self.raised else ""
        if not label or not found:
            return False
        label = label.translate(_LOWER)
        self.drafts.append(_Draft(line[found.end() :], "footnote", label, last=line))
        self.open = True
        return True

    def maybe(self, found: re.Match[str]) -> str:
        square, bracket, sign = found.groups()
        if square in self.notes.square or bracket in self.notes.round or sign in self.notes.sign:
            return square or bracket or sign
        return ""

    def continues(self, line: str) -> bool:
        """Whether ``line`` goes on with the paragraph above it, no blank line between."""
        if not self.open:
            return False
        above = self.drafts[-1]
        unfinished = bool(_UNFINISHED.search(above.last))
        label, end = split_label(line)
        if label:
            wrapped_date = label in "-–—" and _DATE_REST.match(line[end:])
            return unfinished and bool(wrapped_date)
        if unfinished and (line[0].islower() or _HANGING.search(above.last)):
            return True
        if above.kind == "footnote" and self.width is None:
            return False
        first = line.split(maxsplit=1)[0]
        return self.width is not None and len(above.last) + len(first) >= 0.85 * self.width

    def join(self, line: str) -> None:
        above = self.drafts[-1]
        hyphenated = re.search(r"\w[\u00ad\u2010-]$", above.raw) is not None
        above.raw = above.raw.rstrip("\u00ad") + ("" if hyphenated else " ") + line
        above.last = line

    def blocks(self) -> list[Block]:
        blocks: list[Block] = []
        for draft in _with_lone_labels(self.drafts):
            inline = parse(draft.raw, self.notes)
            if inline.text or draft.label:
                blocks.append(
                    Block(
                        position=len(blocks) + 1,
                        text=inline.text,
                        kind=draft.kind,
                        label=draft.label,
                        level=draft.level,
                        bold=inline.bold,
                        links=inline.links,
                        marks=inline.marks,
                    )
                )
        return blocks


def _with_lone_labels(drafts: list[_Draft]) -> list[_Draft]:
    """A number alone on its line labels the paragraph below it."""
    kept: list[_Draft] = []
    for draft in drafts:
        above = kept[-1] if kept else None
        alone = above and above.kind == "item" and not above.raw.strip()
        if above and alone and (above.label or "")[:1].isalnum() and draft.kind == "paragraph":
            above.raw = draft.raw
        else:
            kept.append(draft)
    return kept


_RAISE = str.maketrans("0123456789", SUPERSCRIPTS)
_LOWER = str.maketrans(SUPERSCRIPTS, "0123456789")


def read_lines(text: str) -> tuple[Block, ...]:
    """The blocks of ``text``, in order. Never raises."""
    return _Reader(text).read()


def split_bold_label(line: str) -> tuple[str | None, str]:
    """The label of ``line`` and the rest, also where bold runs over it: ``**4.** Adopted``."""
    line = re.sub(r"^\*\*\s*([^\s*]{1,8})\s*\*\*\s*", r"\1 ", line)
    bold = re.match(r"\*\*\s*(?=\S)", line)
    label, end = _split(line[bold.end() :] if bold else line)
    if not label:
        return None, line
    if not bold:
        return label, line[end:]
    rest = line[bold.end() + end :]
    return (label, rest[2:].lstrip()) if rest.startswith("**") else (label, f"**{rest}")


def _split(line: str) -> tuple[str | None, int]:
    """Like ``split_label``; a second bullet behind a dash ("- ❖ ") is the one that counts."""
    label, end = split_label(line)
    if label and line[:end].strip().isdecimal() and _DATE_AFTER_TAB.match(line[end:]):
        return None, 0
    if label in ("-", "*"):
        second, more = split_label(line[end:])
        if second and not second.isalnum():
            return second, end + more
    return label, end


def _is_wrapped(lines: list[str], width: int) -> bool:
    """Whether a long line breaks off in a sentence that the next one goes on with."""
    return any(
        len(above) > 0.7 * width
        and _UNFINISHED.search(above.rstrip())
        and below.strip()[:1].islower()
        for above, below in pairwise(lines)
    )


def _cited(lines: list[str]) -> Notes:
    """The marks ``[1]``, ``(1)`` and ``*`` that are cited once in a line and open another one."""
    opening: dict[str, list[str]] = {"square": [], "round": [], "sign": []}
    for line in lines:
        found = _MAYBE_NOTE.match(line.strip())
        for kind, label in zip(opening, found.groups(), strict=True) if found else ():
            if label:
                opening[kind].append(label)
    text = "\n".join(lines)
    return Notes(
        square=frozenset(
            m
            for m in opening["square"]
            if _is_cited(rf"\[{re.escape(m)}\]", m, opening["square"], text)
        ),
        round=frozenset(
            m
            for m in opening["round"]
            if _is_cited(rf"\({re.escape(m)}\)", m, opening["round"], text)
        ),
        sign=frozenset(
            m
            for m in opening["sign"]
            if _is_cited(rf"(?<=\w){re.escape(m)}", m, opening["sign"], text)
        ),
    )


def _is_cited(pattern: str, mark: str, opening: list[str], text: str) -> bool:
    """One body, and the mark stands in the text behind something else than a line's beginning."""
    cited = re.search(rf"(?m)(?<=\S)[ \u00a0]?{pattern}(?![\w*(\]])", text)
    return opening.count(mark) == 1 and cited is not None
