"""The front of a document: symbol, version, language, dates, and the meeting it is about."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import TypeVar

from lanzadash.reading.dates import DateSpan, find_dates
from lanzadash.reading.folding import fold
from lanzadash.reading.formats.blocks import Block
from lanzadash.reading.ledger import Ledger
from lanzadash.reading.meetings import NOUN, find_meetings, find_mode
from lanzadash.reading.places import place_after, place_before, place_in
from lanzadash.reading.rules import Body, Rules
from lanzadash.reading.symbols import Symbol, find_symbols
from lanzadash.reading.times import TIME
from lanzadash.records import Meeting, Mode

_ADOPTED = re.compile(
    r"\W*(?:(?:list\sof\sdecisions|liste\sdes?\sdécisions|as|texte?|document|report|rapport)\s)?"
    r"(?:adopted|approved|adoptée?s?|approuvée?s?)\b",
    re.IGNORECASE,
)
# Date: 7 March 2022 · Strasbourg, le 7 mars 2022 · [7 March 2022]
_DATED = re.compile(
    r"[\s\[(]*(?:(?:date|dated|daté|datée)(?:\s(?:of|du))?\s?:?\s)?(?:[^\W\d_][\w'-]*(?:\s[^\W\d_][\w'-]*){0,2}\s?[,(]\s?)?"
    r"(?:on\s|le\s|du\s|the\s|from\s|les\s)?(?:[a-z]+day,?\s|(?:lun|mar|mercre|jeu|vendre|same)di\s|dimanche\s)?$",
    re.IGNORECASE,
)
_VENUE = re.compile(
    r"\s*(?:venue|place|location|lieu|endroit)\s?:\s*(?P<place>.+?)\s*$", re.IGNORECASE
)
_HELD = re.compile(r"\b(?:held|a\stenu|tenue?|met|s'est\sréuni)\b", re.IGNORECASE)
_MEETING_LINE = re.compile(rf"\b{NOUN}\b", re.IGNORECASE)
_LETTERHEAD = re.compile(
    r"(?:the\s)?(?:council\sof\seurope|conseil\sde\sl'europe|convention\b|l'europe\ssur|l'exploitation\set|"
    r"exploitation\sand|et\sles\sabus|(?:https?://)?www\.|secretariat|secrétariat|directorate|direction)",
)
_Value = TypeVar("_Value")


@dataclass
class Header:
    """What the front of a document says of itself."""

    symbol: Symbol | None = None
    dated: dt.date | None = None
    adopted: dt.date | None = None
    numbers: list[int] = field(default_factory=list)
    ranges: list[tuple[dt.date, dt.date]] = field(default_factory=list)
    modes: list[Mode] = field(default_factory=list)
    places: list[str] = field(default_factory=list)
    body: Body | None = None
    seen_meeting: bool = False

    def add(self, dates: DateSpan | None, mode: Mode | None, place: str | None) -> None:
        """Take note of what one line says of the meeting."""
        self.seen_meeting = True
        if dates:
            self.ranges.append((dates.first, dates.last))
        if mode:
            self.modes.append(mode)
        if place:
            self.places.append(place)

    def meeting(self) -> Meeting | None:
        """The meeting, each value only where every mention of it agrees; ``None`` if none is."""
        number = _agreed(self.numbers)
        dates = _widest(self.ranges)
        mode = "hybrid" if "hybrid" in self.modes else _agreed(self.modes)
        place = _agreed(self.places)
        if number is None and dates is None:
            return None
        return Meeting(
            body=self.body.code if self.body else None,
            number=number,
            start=dates[0] if dates else None,
            end=dates[1] if dates else None,
            mode=mode,
            place=place,
        )


def read_header(
    front: Sequence[Block], blocks: Sequence[Block], rules: Rules, ledger: Ledger
) -> Header:
    """Read the blocks in ``front``, taking each that it understands; ``blocks`` are all of them."""
    header = Header()
    codes = rules.codes
    for block in front:
        name = _line(block, header, rules, codes)
        if name:
            ledger.take(block, name)
    if header.symbol is None:
        header.symbol = _running_symbol(blocks, codes)
    header.body = _body(header.symbol, blocks, rules)
    return header


def _line(block: Block, header: Header, rules: Rules, codes: tuple[str, ...]) -> str | None:
    text, folded = block.text, fold(block.text)
    dates = find_dates(text)
    symbols = find_symbols(text, codes)
    name = None
    if symbols and header.symbol is None and len(text) - (symbols[0].end - symbols[0].start) < 60:
        header.symbol, name = symbols[0].symbol, "symbol"
    if _ADOPTED.match(folded):
        header.adopted = header.adopted or _adoption_day(dates)
        return "adopted"
    venue = _VENUE.match(text)
    if venue:
        return _venue(venue, dates, header)
    if _is_sentence(text) and not _HELD.search(folded):
        return name
    if _is_name(folded, rules):
        return "name of the committee"
    return (
        _meeting(block, header, rules, dates)
        or _standing_date(text, dates, header, bool(symbols))
        or name
    )


def _venue(venue: re.Match[str], dates: Sequence[DateSpan], header: Header) -> str:
    """A line that names the place: "Venue: KUDO platform", "Lieu : Strasbourg, 7-8 mars 2022"."""
    at = venue.start("place")
    printed = venue["place"][: dates[0].start - at] if dates else venue["place"]
    header.add(dates[0] if dates else None, find_mode(printed), printed.strip(" ,("))
    return "venue"


def _meeting(block: Block, header: Header, rules: Rules, dates: Sequence[DateSpan]) -> str | None:
    """A line that names the meeting: "35th meeting (remote)", "Virtual meeting, 21-25 ..."."""
    text = block.text
    if not _MEETING_LINE.search(fold(text)):
        return None
    spans = [span for span in find_meetings(text, rules.names) if span.number is not None]
    mode = find_mode(text)
    if not spans and (_is_sentence(text) or not (dates or mode)):
        return None
    chosen = spans[0].dates if spans else None
    if chosen is None and dates and not _is_sentence(text):
        chosen = dates[0]
    if spans and spans[0].number is not None:
        header.numbers.append(spans[0].number)
    header.add(chosen, mode, None if mode == "remote" else _place(text, chosen))
    return "meeting"


def _standing_date(
    text: str, dates: Sequence[DateSpan], header: Header, with_symbol: bool
) -> str | None:
    """A line that is a date and little else: the document's own, or the meeting's."""
    if len(dates) != 1:
        return None
    day = dates[0]
    behind = text[day.end :].strip(" .)]")
    if len(behind) > (25 if day.single else 40) or re.search(TIME, text, re.IGNORECASE):
        return None
    before = fold(text[: day.start])
    if not with_symbol and not (_DATED.match(before) or _only_names(before)):
        return None
    if day.single and not header.seen_meeting:
        header.dated = header.dated or day.first
        return "date"
    header.add(day, find_mode(text), _place(text, day))
    return "meeting dates"


def _place(text: str, dates: DateSpan | None) -> str | None:
    """The town printed beside the dates of a meeting, or with "in" anywhere in its line."""
    beside = None
    if dates:
        beside = place_before(text[: dates.start]) or place_after(text[dates.end :])
    return beside or place_in(text)


def _only_names(before: str) -> bool:
    """Whether only names and articles stand before a date: "La Haye (Pays-Bas), du"."""
    words = re.findall(r"[^\W\d_]+", before)
    small = ("le", "la", "les", "du", "de", "on", "in", "at", "from", "the", "à", "and", "et")
    named = (word[0].isupper() or word in small for word in words)
    return len(before) < 60 and "." not in before and all(named)


def _adoption_day(dates: Sequence[DateSpan]) -> dt.date | None:
    single = {span.first for span in dates if span.single}
    return single.pop() if len(single) == 1 else None


def _is_name(folded: str, rules: Rules) -> bool:
    """Whether a line is the name of a committee, or the part of it that a break left."""
    line = re.sub(r"^(?:the|le|la)\s", "", folded.casefold().strip(" .:,"))
    names = tuple(fold(name).casefold() for name in rules.names)
    return line.startswith(names) and not find_dates(folded) or bool(_LETTERHEAD.match(line))


def _is_sentence(text: str) -> bool:
    return len(text) > 160 or (text.endswith(".") and len(text.split()) > 12)


def _running_symbol(blocks: Iterable[Block], codes: tuple[str, ...]) -> Symbol | None:
    """The symbol in a running header, where the front page prints none."""
    found = {
        span.symbol
        for block in blocks
        if block.kind == "furniture"
        for span in find_symbols(block.text, codes)
    }
    return found.pop() if len(found) == 1 else None


def _body(symbol: Symbol | None, blocks: Sequence[Block], rules: Rules) -> Body | None:
    """The committee whose document this is: by its symbol, else the only one it names."""
    for body in rules.bodies:
        if symbol and re.match(rf"{re.escape(body.code)}(?:-|\()", symbol.work):
            return body
    named = [
        body
        for body in rules.bodies
        if any(
            fold(name).casefold() in fold(block.text).casefold()
            for name in body.names
            for block in blocks
        )
    ]
    return named[0] if len(named) == 1 else None


def _widest(ranges: list[tuple[dt.date, dt.date]]) -> tuple[dt.date, dt.date] | None:
    """The range that holds all others, as a meeting's days do; ``None`` where none does."""
    if not ranges:
        return None
    whole = min(first for first, _ in ranges), max(last for _, last in ranges)
    return whole if whole in ranges else None


def _agreed(values: list[_Value]) -> _Value | None:
    distinct = set(values)
    return values[0] if len(distinct) == 1 else None
