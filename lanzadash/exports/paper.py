"""What a brief consists of, as it will be printed: headings, tables and words, no layout yet."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass


@dataclass(frozen=True)
class Item:
    """A row of a table: the lines of each cell, and the record it leads to by its id and address.

    ``id`` is empty where it leads to none. ``strong`` marks one that others stand under; its
    first two cells are set bold.
    """

    id: str
    link: str
    cells: tuple[tuple[str, ...], ...]
    strong: bool = False


@dataclass(frozen=True)
class Section:
    """A heading and the table under it, if it has rows. ``widths`` are shares of the page's width.

    ``remark`` stands below: what is missing, or how many rows were left out.
    """

    heading: str
    columns: tuple[str, ...]
    widths: tuple[int, ...]
    items: tuple[Item, ...]
    remark: str = ""


@dataclass(frozen=True)
class Brief:
    """All the words of a brief.

    ``facts`` are labels and values about it; ``masthead`` is who and what, above the title, and
    ``subtitle`` the lines below it. With ``dense`` it is set small, the facts at its end.
    """

    title: str
    language: str
    as_of: dt.date
    facts: tuple[tuple[str, str], ...]
    notice: str
    sections: tuple[Section, ...]
    running: str
    page: str
    empty: str
    foot: str
    masthead: tuple[str, ...] = ()
    subtitle: tuple[str, ...] = ()
    dense: bool = False
