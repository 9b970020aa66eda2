"""Word's automatic numbering: labels as printed, turned into lists that Word counts itself."""

from __future__ import annotations

import re
from typing import Any

from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

BULLET = "•"


class Numbering:
    """The numbering part of a document, filled as its paragraphs come.

    One list runs on as long as each label is the one that Word would count next, whatever stands
    in between; a label out of turn starts a new list at that number.
    """

    def __init__(self, part: Any) -> None:
        self._root = part.element
        self._lists: dict[str, tuple[int, list[int]]] = {}
        self._made = 100

    def place(self, family: str, label: str, level: int = 0) -> tuple[int, int]:
        """The list and the level at which Word prints ``label``. ``family`` keeps series apart."""
        if label == "-":
            return self._list(f"{family} bullets", [BULLET] * 3, "bullet", []), level
        if not label[0].isdigit():
            pattern = [re.sub(r"[a-z]+", f"%{depth}", label) for depth in (1, 2, 3)]
            key = f"{family} {label[-1]}"
            if label.startswith("a"):
                self._lists.pop(key, None)
            return self._list(key, pattern, "lowerLetter", []), level
        numbers = [int(number) for number in re.findall(r"\d+", label)]
        return self._counted(family, label, numbers), len(numbers) - 1

    def _counted(self, family: str, label: str, numbers: list[int]) -> int:
        found = self._lists.get(family)
        if found is None or not _follows(found[1], numbers):
            self._lists.pop(family, None)
            return self._list(family, _patterns(label), "decimal", numbers)
        self._lists[family] = (found[0], numbers)
        return found[0]

    def _list(self, key: str, patterns: list[str], kind: str, numbers: list[int]) -> int:
        if key not in self._lists:
            self._made += 1
            starts = [*numbers, 1, 1, 1]
            self._append(self._made, patterns, kind, starts)
            self._lists[key] = (self._made, numbers)
        return self._lists[key][0]

    def _append(self, number: int, patterns: list[str], kind: str, starts: list[int]) -> None:
        levels = "".join(
            f'<w:lvl w:ilvl="{depth}"><w:start w:val="{starts[depth]}"/><w:numFmt w:val="{kind}"/>'
            f'<w:lvlText w:val="{words}"/><w:lvlJc w:val="left"/>'
            f'<w:pPr><w:ind w:left="{360 * (depth + 1)}" w:hanging="360"/></w:pPr></w:lvl>'
            for depth, words in enumerate(patterns)
        )
        abstract = parse_xml(
            f'<w:abstractNum {nsdecls("w")} w:abstractNumId="{number}">'
            f'<w:multiLevelType w:val="multilevel"/>{levels}</w:abstractNum>'
        )
        instance = parse_xml(
            f'<w:num {nsdecls("w")} w:numId="{number}"><w:abstractNumId w:val="{number}"/></w:num>'
        )
        first = self._root.find(instance.tag)
        if first is None:
            self._root.append(abstract)
        else:
            first.addprevious(abstract)
        self._root.append(instance)


def _patterns(label: str) -> list[str]:
    """Word's patterns for three levels: ``%1.``, ``%1.%2``, each ending as the label does."""
    end = re.sub(r"[\d.]*\d", "", label)
    return ["%1" + (end or "."), "%1.%2" + end, "%1.%2.%3" + end]


def _follows(last: list[int], numbers: list[int]) -> bool:
    """Would Word count from ``last`` to ``numbers``?"""
    depth = len(numbers)
    if depth > len(last):
        return numbers == [*last, *[1] * (depth - len(last))]
    return numbers[:-1] == last[: depth - 1] and numbers[-1] == last[depth - 1] + 1
