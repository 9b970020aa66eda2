"""What stands inside a line of text: bold, links, escapes and footnote marks taken out of it.

The committee's plain texts carry Markdown residue (``**10 December 2021**``, ``[list](#)``,
``\\(2015\\)``), so text and Markdown files share this. Marks are taken out before anything is
normalised: "recommendation¹" must never become "recommendation1".
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field

from lanzadash.reading.formats.blocks import Link, Mark

SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹"
_DIGITS = str.maketrans(SUPERSCRIPTS, "0123456789")

_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060\ufeff\x00-\x08\x0e-\x1f\x7f]")
_SPACE = re.compile(r"\s+")

_TOKEN = re.compile(
    r"""
      \\(?P<escaped>[\\`*_{}\[\]()\#+.!|>~-])
    | \[\^(?P<caret>[^\]\s]{1,20})\]
    | <sup>\s*\[?(?P<raised>[^<>\]]{1,6}?)\]?\s*</sup>
    | !\[(?P<picture>[^\]]{0,300})\]\([^()]{0,500}\)
    | \[(?P<label>(?:[^\[\]]|\[[^\[\]]{0,100}\]){1,500}?)\]
      \((?P<address>[^()\s]{0,500}(?:\([^()\s]{0,100}\)[^()\s]{0,200})?)(?:\s+"[^"]{0,200}")?\)
    | <(?P<bare>https?://[^<>\s]{1,500}|[\w.+-]{1,64}@[\w.-]{1,200})>
    | (?P<tag></?[a-zA-Z][^<>]{0,200}>)
    | (?P<bold>\*\*|(?<!\w)__(?=\S)|(?<=\S)__(?!\w))
    | (?P<emphasis>(?<![\w*])\*(?=[^\s*][^*]{0,300}(?<=\S)\*(?!\w))
        |(?<!\w)_(?=[^\s_][^_]{0,300}_(?!\w)))
    | (?P<closing>(?<=\S)_(?!\w))
    | (?<!\bm)(?<!\bkm)(?<!\bcm)(?P<digits>[⁰¹²³⁴⁵⁶⁷⁸⁹]+(?:[,˒]\s?[⁰¹²³⁴⁵⁶⁷⁸⁹]+)*)
    | \[(?P<square>\d{1,3}|\*{1,3})\]
    | \((?P<round>\d{1,3}|\*{1,3})\)
    | (?<=[^\s*])(?P<sign>\*{1,3}|[†‡])(?![\w*])
    """,
    re.VERBOSE,
)
# The characters that open a token: only there is it worth a look.
_SPECIAL = re.compile(r"[\\\[!<*_(†‡⁰¹²³⁴⁵⁶⁷⁸⁹]")


@dataclass(frozen=True)
class Notes:
    """The footnotes that have a body, by the form of their mark: ``[1]``, ``(1)``, ``*``."""

    square: frozenset[str] = frozenset()
    round: frozenset[str] = frozenset()
    sign: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Inline:
    """A line without its markup; ranges and marks are offsets in ``text``."""

    text: str
    bold: tuple[tuple[int, int], ...] = ()
    links: tuple[Link, ...] = ()
    marks: tuple[Mark, ...] = ()


def clean(raw: str) -> str:
    """``raw`` composed (NFC), without invisible characters, every run of white space one space."""
    text = _INVISIBLE.sub("", unicodedata.normalize("NFC", raw)).replace("\u2011", "-")
    return _SPACE.sub(" ", text).strip()


def parse(raw: str, notes: Notes = Notes()) -> Inline:
    """Take the markup out of ``raw``. Never raises; unbalanced markup is dropped."""
    line = _Line(notes)
    line.read(clean(raw))
    return line.finish()


@dataclass
class _Line:
    notes: Notes
    text: str = ""
    opened: int | None = None
    emphasised: str | None = None
    space_owed: bool = False
    bold: list[tuple[int, int]] = field(default_factory=list)
    links: list[Link] = field(default_factory=list)
    marks: list[Mark] = field(default_factory=list)

    def read(self, raw: str) -> None:
        at = 0
        for special in _SPECIAL.finditer(raw):
            token = _TOKEN.match(raw, special.start()) if special.start() >= at else None
            if token:
                self.add(raw[at : token.start()])
                self.take(token)
                at = token.end()
        self.add(raw[at:])

    def add(self, part: str) -> None:
        """Append plain text, never two spaces running; a mark between words leaves one."""
        if self.space_owed and part:
            part = f" {part}" if part[0].isalnum() else part
            self.space_owed = False
        if not self.text or self.text.endswith(" "):
            part = part.lstrip(" ")
        self.text += part

    def take(self, token: re.Match[str]) -> None:
        kind = token.lastgroup or ""
        value = token[kind]
        if kind in ("escaped", "bare", "picture"):
            self.add(value)
        elif kind == "address":
            self.link(token["label"], value)
        elif kind == "bold":
            self.toggle()
        elif kind == "tag":
            self.add(" " if value.lower().startswith("<br") else "")
        elif kind == "emphasis":
            self.emphasised = value
        elif kind in ("closing", "sign") and value == self.emphasised:
            self.emphasised = None
        elif kind == "digits":
            for label in re.split(r"[,˒]\s?", value):
                self.mark(label.translate(_DIGITS))
        elif kind == "caret" or (kind == "raised" and not value.strip("0123456789*†‡")):
            self.mark(value)
        elif kind == "raised":
            self.add(value)  # 35<sup>th</sup>
        elif kind in ("square", "round", "sign") and value in getattr(self.notes, kind):
            self.mark(value)
        else:
            self.add(token[0])

    def link(self, label: str, address: str) -> None:
        start = len(self.text)
        self.read(label)
        if len(self.text) > start:
            self.links.append(Link(start, len(self.text), address))

    def toggle(self) -> None:
        if self.opened is None:
            self.opened = len(self.text)
        else:
            if len(self.text.rstrip()) > self.opened:
                self.bold.append((self.opened, len(self.text.rstrip())))
            self.opened = None

    def mark(self, label: str) -> None:
        self.space_owed = self.space_owed or self.text.endswith(" ")
        self.text = self.text.rstrip(" ")
        self.marks.append(Mark(label, len(self.text)))

    def finish(self) -> Inline:
        text = self.text.rstrip()
        size = len(text)
        return Inline(
            text,
            tuple((start, min(end, size)) for start, end in self.bold if start < size),
            tuple(
                Link(link.start, min(link.end, size), link.address)
                for link in self.links
                if link.start < size
            ),
            tuple(Mark(mark.label, min(mark.at, size)) for mark in self.marks),
        )
