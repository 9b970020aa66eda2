"""Footnotes and endnotes of a Word file, numbered as Word numbers them: as they are cited."""

from __future__ import annotations

from dataclasses import dataclass

from lxml.etree import _Element as Element

from lanzadash.reading.formats.word_numbering import print_number
from lanzadash.reading.formats.word_package import Package, W
from lanzadash.reading.formats.word_styles import integer, value


@dataclass(frozen=True)
class Note:
    """A cited note: the mark that a reader sees, its content and the part it stands in."""

    label: str
    element: Element
    part: str


class _Series:
    """The footnotes, or the endnotes, of a file."""

    def __init__(self, package: Package, main: str, kind: str, printer: str) -> None:
        self.part = package.related(main, f"{kind}s") or ""
        root = package.tree(self.part) if self.part else None
        found = root.iterchildren(W + kind) if root is not None else ()
        self.elements = {note.get(W + "id", ""): note for note in found}
        self.printer, self.start, self.restart = printer, 1, ""
        self.count = 0

    def set_up(self, properties: Element | None) -> None:
        """Take over what the settings or a section say of numbering."""
        self.printer = value(properties, "numFmt") or self.printer
        start = integer(properties, "numStart")
        self.start = self.start if start is None else start
        self.restart = value(properties, "numRestart") or self.restart

    def next_mark(self) -> str:
        self.count += 1
        return print_number(self.start + self.count - 1, self.printer)


class Notes:
    """Hands out the mark of each note cited; ``cited`` is in the order of the text."""

    def __init__(self, package: Package, main: str, root: Element) -> None:
        self.cited: list[Note] = []
        self._series = {
            kind: _Series(package, main, kind, printer)
            for kind, printer in (("footnote", "decimal"), ("endnote", "lowerRoman"))
        }
        settings = package.related(main, "settings")
        said = package.tree(settings) if settings else None
        section = root.find(f"{W}body/{W}sectPr")
        for kind, series in self._series.items():
            for element in (said, section):
                series.set_up(element.find(f"{W}{kind}Pr") if element is not None else None)

    def cite(self, reference: Element, run: Element) -> str | None:
        """The mark of the note that ``reference``, standing in ``run``, cites."""
        kind = str(reference.tag).removeprefix(W).removesuffix("Reference")
        series = self._series[kind]
        element = series.elements.get(reference.get(W + "id", ""))
        if reference.get(W + "customMarkFollows"):
            label = "".join(text.text or "" for text in run.iter(W + "t")).strip()
        else:
            label = series.next_mark()
        if element is not None and label:
            self.cited.append(Note(label, element, series.part))
        return label or None

    def end_paragraph(self, properties: Element | None) -> None:
        """A section ends with its last paragraph; its numbers may start anew after it."""
        if properties is not None and properties.find(W + "sectPr") is not None:
            for series in self._series.values():
                if series.restart == "eachSect":
                    series.count = 0
