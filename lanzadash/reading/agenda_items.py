"""Blocks -> the items of an agenda or order of business, nested as their numbers say."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from lanzadash.reading.dates import find_dates, find_partial_dates
from lanzadash.reading.decisions import BULLETS
from lanzadash.reading.folding import fold
from lanzadash.reading.formats.blocks import Block
from lanzadash.reading.formats.labels import split_label
from lanzadash.reading.ledger import Ledger, place_of
from lanzadash.reading.next_meetings import is_next_meeting_heading
from lanzadash.reading.times import TIME
from lanzadash.reading.titles import title_kind
from lanzadash.records import AgendaItem

_ARABIC = re.compile(r"\d{1,3}(?:\.\w{1,2})*")
# "Item 3. Monitoring", "Point 3 de l'ordre du jour : suivi"
_NAMED = re.compile(
    r"(?:agenda )?(?:item|point) (?:n[°o]\.? )?(?P<number>\d{1,2}(?:\.\d{1,2})*)"
    r"(?: of the agenda| de l'ordre du jour)? ?[.:–-]\s+(?=\S)",
    re.IGNORECASE,
)
_CHAPTER = re.compile(r"[IVX]{1,5}|[A-Z]")
# "09:30 - 11:00", "9.30 a.m.", "14h30"
_HOURS = re.compile(rf"\s*\(?{TIME}(?: ?(?:-|to|à|until) ?{TIME})?\)?\s*[:.|-]?\s*", re.IGNORECASE)
# What remains of "Tuesday, 8 March 2022 (9.30 - 12.30), afternoon" without its date and hours.
_DAY = re.compile(
    r"[\s,.:;()-]*(?:(?:day|jour|morning|afternoon|matin|après-midi|session|(?:mon|tues|wednes|"
    r"thurs|fri|satur|sun)day|"
    r"(?:lun|mar|mercre|jeu|vendre|same)di|dimanche|lunch|coffee|break|pause|déjeuner|café|le|"
    r"\d)[\s,.:;()-]*)*",
    re.IGNORECASE,
)


@dataclass
class _Item:
    number: str
    block: Block
    title: str
    parent: str | None
    notes: list[str] = field(default_factory=list)


def read_items(blocks: Sequence[Block], ledger: Ledger) -> list[AgendaItem]:
    """The items among ``blocks`` with what stands under each, every block taken in ``ledger``."""
    items: list[_Item] = []
    for block in blocks:
        taken = ledger.taken.get(block.position)
        if taken and not (taken == "next meeting" and block.label and block.label not in BULLETS):
            continue
        if block.kind == "footnote":
            continue
        if is_next_meeting_heading(block.text) and not block.label:
            break
        label, title = _labelled(block)
        if is_timetable(title) and label is None:
            ledger.take(block, "timetable")
        elif label and label not in BULLETS and title:
            items.append(_Item(label, block, title, _parent(label, items)))
            ledger.take(block, "agenda item")
        elif items and block.kind != "heading" and not title_kind(block.text):
            items[-1].notes.append(title)
            ledger.take(block, "note")
        elif items:
            break
    return [
        AgendaItem(
            number=item.number,
            title=item.title,
            parent=item.parent,
            notes=item.notes,
            place=place_of(item.block),
        )
        for item in items
    ]


def first_item(blocks: Sequence[Block]) -> int:
    """Where among ``blocks`` the items begin; how many there are, if there are none."""
    return next(
        (
            at
            for at, block in enumerate(blocks)
            if (_labelled(block)[0] or "-") not in BULLETS and block.kind != "footnote"
        ),
        len(blocks),
    )


def is_timetable(text: str) -> bool:
    """Whether ``text`` only says when: a day, hours, a break."""
    rest = fold(text)
    spans = [(span.start, span.end) for span in find_dates(text)]
    spans += [(span.start, span.end) for span in find_partial_dates(text)]
    for start, end in sorted(spans, reverse=True):
        rest = rest[:start] + rest[end:]
    rest = re.sub(TIME, "", rest, flags=re.IGNORECASE)
    return _DAY.fullmatch(rest) is not None


def itemised(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """``blocks`` with the number of an item as its label, also in "Item 3. Monitoring"."""
    return tuple(_itemised(block) for block in blocks)


def _itemised(block: Block) -> Block:
    named = _NAMED.match(fold(block.text)) if block.label is None else None
    if not named or block.kind in ("furniture", "footnote"):
        return block
    return replace(block, label=named["number"], text=block.text[named.end() :], bold=(), links=())


def _labelled(block: Block) -> tuple[str | None, str]:
    """A block's number and title; hours before the number are left out: "09:30 1. Opening"."""
    if block.label:
        return block.label, block.text
    hours = _HOURS.match(fold(block.text))
    if hours and hours.end() < len(block.text):
        label, end = split_label(block.text[hours.end() :])
        if label:
            return label, block.text[hours.end() + end :]
    return None, block.text


def _parent(number: str, items: Sequence[_Item]) -> str | None:
    """The printed number that ``number`` stands under: 2.1 for 2.1.1, 2 for a letter below it."""
    if _ARABIC.fullmatch(number):
        parts = number.split(".")
        for size in range(len(parts) - 1, 0, -1):
            above = ".".join(parts[:size])
            if any(item.number == above for item in items):
                return above
        chapters = (item.number for item in reversed(items) if _CHAPTER.fullmatch(item.number))
        return next(chapters, None) if len(parts) == 1 else None
    if _CHAPTER.fullmatch(number):
        return None
    return next((item.number for item in reversed(items) if _ARABIC.fullmatch(item.number)), None)
