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
from lanzadash.reading.rules import Body, Rules
from lanzadash.reading.symbols import Symbol, find_symbols
from lanzadash.records import Meeting, Mode

_ADOPTED = re.compile(
    r"\W*(?:(?:list\sof\sdecisions|liste\sdes?\sdécisions|as|texte?|document|report|rapport)\s)?"
    r"(?:adopted|approved|adoptée?s?|approuvée?s?)\b",
    re.IGNORECASE,
)
# Strasbourg, 7 March 2022 · Strasbourg, le 7 mars 2022 · Date: 7 March 2022 · [7 March 2022]
_PLACED = re.compile(
    r"[\s\[(]*(?:(?:date|dated|datée?\sdu|dated\sof)\s?:?\s|(?P<place>[^\W\d_][\w'-]*(?:\s[A-ZÀ-Þ][\w'-]*){0,2})\s?[,(]?\s?)?(?:,\s?)?(?:on\s|le\s|du\s|the\s|from\s|les\s)?$",
    re.IGNORECASE,
)
_VENUE = re.compile(
    r"\s*(?:venue|place|location|lieu|endroit)\s?:\s*(?P<place>.+?)\s*$", re.IGNORECASE
)
_HELD = re.compile(r"\b(?:held|a\stenu|tenue?|met|s'est\sréuni)\b", re.IGNORECASE)
_IN_PLACE = re.compile(
    r"\b(?:in|à|at)\s(?P<place>(?:The\s|La\s)?[A-ZÀ-Þ][\w'-]+(?:\s[A-ZÀ-Þ][\w'-]+)?)"
    r"(?=[\s,]*(?:\((?P<country>[A-ZÀ-Þ]\w+)\))?[\s,]*(?:on|from|between|du|le|les|,|\d))"
)
_MEETING_LINE = re.compile(rf"\b{NOUN}\b", re.IGNORECASE)
_PLACE_NAME = re.compile(
    r"(?:^|[\s(,])(?P<place>(?:The\s|La\s)?[A-ZÀ-Þ][^\W\d_]+(?:[\s-][A-ZÀ-Þ][^\W\d_]+)?)\s?(?:\([A-ZÀ-Þ]\w+\))?,\s?(?:(?:from|on|du|le|les)\s)?$"
)
_LETTERHEAD = re.compile(
    r"(?:the\s)?(?:council\sof\seurope|conseil\sde\sl'europe|convention\b|l'europe\ssur|l'exploitation\set|"
    r"exploitation\sand|et\sles\sabus|(?:https?://)?www\.|secretariat|secrétariat|directorate|direction)",
)
_Value = TypeVar("_Value")
_NO_PLACE = frozenset(
    "meeting session réunion virtual remote online hybrid committee comité monday tuesday wednesday thursday friday "
    "saturday sunday lundi mardi mercredi jeudi vendredi samedi dimanche venue parties date dates".split()
)


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

    def meeting(self) -> Meeting | None:
        """The meeting, each value only where every mention of it agrees; ``None`` if none is."""
        number = _agreed(self.numbers)
        dates = _agreed(self.ranges)
        mode, place = _agreed(self.modes), _agreed(self.places)
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
    codes = tuple(body.code for body in rules.bodies)
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
        or _standing_date(folded, dates, header, symbols != [])
        or name
    )


def _venue(venue: re.Match[str], dates: list[DateSpan], header: Header) -> str:
    header.places.append(
        venue["place"][: dates[0].start - venue.start("place")].strip(" ,(")
        if dates
        else venue["place"]
    )
    mode = find_mode(venue["place"])
    if mode:
        header.modes.append(mode)
    if dates:
        header.ranges.append((dates[0].first, dates[0].last))
    return "venue"


def _meeting(block: Block, header: Header, rules: Rules, dates: list[DateSpan]) -> str | None:
    """A line that names the meeting: "35th meeting (remote)", "Virtual meeting, 21-25 ..."."""
    folded = fold(block.text)
    if not _MEETING_LINE.search(folded):
        return None
    names = tuple(name for body in rules.bodies for name in body.names)
    spans = [span for span in find_meetings(block.text, names) if span.number]
    sentence = _is_sentence(block.text)
    if sentence and not spans:
        return None
    if spans:
        header.numbers.append(spans[0].number or 0)
    elif not (dates or find_mode(block.text)):
        return None
    header.seen_meeting = True
    chosen = spans[0].dates if spans else None
    if chosen is None and dates and not sentence:
        chosen = dates[0]
    if chosen:
        header.ranges.append((chosen.first, chosen.last))
    mode = find_mode(block.text)
    if mode:
        header.modes.append(mode)
    place = _place(block.text, chosen)
    if place and mode != "remote":
        header.places.append(place)
    return "meeting"


def _standing_date(
    folded: str, dates: list[DateSpan], header: Header, with_symbol: bool
) -> str | None:
    """A line that is a date and little else: the document's own, or the meeting's."""
    if len(dates) != 1 or len(folded[dates[0].end :].strip(" .)]")) > (
        25 if dates[0].single else 40
    ):
        return None
    day = dates[0]
    before = folded[: day.start] if not with_symbol else ""
    placed = _PLACED.match(before)
    if before.strip() and not placed:
        return None
    place = placed["place"] if placed else None
    place = None if place and place.casefold() in _NO_PLACE else place
    if day.single and not header.seen_meeting:
        header.dated = header.dated or day.first
        return "date"
    header.ranges.append((day.first, day.last))
    header.seen_meeting = True
    if place:
        header.places.append(place)
    mode = find_mode(folded)
    if mode:
        header.modes.append(mode)
    return "meeting dates"


def _place(text: str, dates: DateSpan | None) -> str | None:
    """The town printed beside the dates: "Strasbourg, 7-10 March 2022", "in Nicosia on"."""
    folded = fold(text)
    before = folded[: dates.start] if dates else folded
    found = _PLACE_NAME.search(before) if dates else None
    if not found:
        found = next(iter(_IN_PLACE.finditer(folded)), None)
    if not found or found["place"].split()[-1].casefold() in _NO_PLACE:
        return None
    return text[found.start("place") : found.end("place")]


def _adoption_day(dates: list[DateSpan]) -> dt.date | None:
    single = {span.first for span in dates if span.single}
    return single.pop() if len(single) == 1 else None


def _is_name(folded: str, rules: Rules) -> bool:
    """Whether a line is the name of a committee, or the part of it that a break left."""
    line = re.sub(r"^(?:the|le|la)\s", "", folded.casefold().strip(" .:,"))
    names = tuple(fold(name).casefold() for body in rules.bodies for name in body.names)
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


def _agreed(values: list[_Value]) -> _Value | None:
    distinct = set(values)
    return values[0] if len(distinct) == 1 else None
