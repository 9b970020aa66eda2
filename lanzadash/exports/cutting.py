"""The tables of a brief that has to stay on so many pages: rows and texts cut, and counted."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from lanzadash.exports.address import permalink
from lanzadash.exports.paper import Item, Section
from lanzadash.exports.rows import clean
from lanzadash.language import Language

_NAMES = 12
_NAME = 80


@dataclass(frozen=True)
class Cut:
    """Tables of at most ``most`` rows, and a multiple of that where a table has a larger share;
    their texts of at most ``length`` characters, an ellipsis at the end of what was longer.
    """

    say: Language
    base_url: str
    most: int
    length: int

    def section(
        self,
        heading: str,
        columns: tuple[str, ...],
        widths: tuple[int, ...],
        items: Sequence[Item],
        remark: str = "",
        share: int = 1,
    ) -> Section:
        """A table of ``share`` times as many rows as the shortest are cut to."""
        say, most = self.say, share * self.most
        more = len(items) - most
        if more > 0:
            remark = say.plural(
                "{n} more row: see the address at the end.",
                "{n} more rows: see the address at the end.",
                more,
            )
        counted = f"{heading} ({say.number(len(items))})" if items else heading
        return Section(counted, columns, widths, tuple(items[:most]), remark)

    def item(self, id: str, cells: Iterable[Iterable[str | None]], strong: bool = False) -> Item:
        """A row; ``id`` is that of the record it leads to, empty where there is none."""
        lines = tuple(
            tuple(shortened(line, self.length) for line in cell if line) for cell in cells
        )
        return Item(id, permalink(self.base_url, id) if id else "", lines, strong)

    def listed(self, names: Iterable[str]) -> str:
        """Names in one line, each once; how many more there are where they are many."""
        say = self.say
        told = [shortened(name, _NAME) for name in dict.fromkeys(names)]
        if not told:
            return say("not on file")
        kept = told[: min(self.most, _NAMES)]
        more = len(told) - len(kept)
        rest = say.plural("{n} more", "{n} more", more) if more else ""
        return " · ".join(filter(None, [*kept, rest]))


def shortened(text: object, most: int) -> str:
    """``text`` in one line, cut at a word where it is longer than ``most``."""
    line = clean(text).replace("\n", " ")
    if len(line) <= most:
        return line
    if " " in line[: most // 2]:
        return textwrap.shorten(line, most, placeholder=" …")
    return line[: most - 1] + "…"
