"""The front of a document: symbol, version, language, dates, and the meeting it is about."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import TypeVar

from lanzadash.reading.dates import WEEKDAY, DateSpan, find_dates
from lanzadash.reading.folding import fold
from lanzadash.reading.formats.blocks import Block
from lanzadash.reading.introductions import is_adoption_line
from lanzadash.reading.ledger import Ledger
from lanzadash.reading.meetings import NOUN, find_meetings, find_mode, is_superseded, without_mode
from lanzadash.reading.places import place_after, place_before, place_in
from lanzadash.reading.rules import Body, Rules
from lanzadash.reading.symbols import Symbol, find_symbols
from lanzadash.reading.times import TIME
from lanzadash.reading.titles import title_kind
from lanzadash.records import Meeting, Mode

# "Date: 7 March 2022", "dated 7 March 2022", "Strasbourg, le vendredi"
_DATED = re.compile(
    r"[ \[(]*(?:(?:date|dated|datée?)(?: (?:of|du))? ?:? ?)?(?:on |le |du |the |from |"
    rf"les )?{WEEKDAY}$",
    re.IGNORECASE,
)
_VENUE = re.compile(r" *(?:venue|place|location|lieu|endroit) ?: *(?P<place>.+?) *$", re.IGNORECASE)
# "Lanzarote (Spain), ": the island is a town too, though the committee bears its name
_TOWN = re.compile(
    r" *[a-zà-þ' -]{3,30}\([a-zà-þ' -]{3,30}\) ?,? ?(?:from |du |le )?", re.IGNORECASE
)
_HELD = re.compile(
    r"\b(?:held|a tenu|tenue?|met|s'est réuni|tak(?:es?|ing) place|took place|se tient|se tiendra|"
    r"a eu lieu|aura lieu)\b",
    re.IGNORECASE,
)
_MEETING = re.compile(rf"\b{NOUN}\b", re.IGNORECASE)
_LETTERHEAD = re.compile(
    r"(?:the )?(?:council of europe|conseil de l'europe|convention\b|l'europe sur|"
    r"l'exploitation et|"
    r"exploitation and|et les abus|(?:https?://)?www\.|(?:prepared by the |"
    r"préparé par le )?secr[eé]tariat|"
    r"directorate|direction)"
)
_Value = TypeVar("_Value")


@dataclass
class Header:
    """What the front of a document says of itself."""

    symbol: Symbol | None = None
    dated: dt.date | None = None
    adopted: dt.date | None = None
    body: Body | None = None
    meeting: Meeting | None = None


@dataclass
class _Front:
    """What the lines of a front say, before it is known whether they agree."""

    rules: Rules
    symbol: Symbol | None = None
    adopted: dt.date | None = None
    numbers: list[int] = field(default_factory=list)
    ranges: list[tuple[dt.date, dt.date]] = field(default_factory=list)
    modes: list[Mode] = field(default_factory=list)
    places: list[str] = field(default_factory=list)
    days: list[dt.date] = field(default_factory=list)
    """Days that stand alone: the document's, or those of a meeting of one day."""
    first_day_is_own: bool = False
    """Whether the first of them stands above everything said of the meeting."""
    seen_meeting: bool = False

    def line(self, block: Block) -> str | None:
        """Take note of what a line says; what it is, or ``None`` where that is not known."""
        text, folded = block.text, fold(block.text)
        dates = [span for span in find_dates(text) if not is_superseded(folded[: span.start])]
        symbols = find_symbols(text, self.rules.codes)
        own = bool(symbols) and len(text) - (symbols[0].end - symbols[0].start) < 60
        if own and self.symbol is None:
            self.symbol = symbols[0].symbol
        if is_adoption_line(text):
            if dates and dates[0].single:
                self.adopted = self.adopted or dates[0].first
            if dates or not title_kind(text):
                return "adopted"
        venue = _VENUE.match(text)
        if venue:
            return self._venue(venue, dates)
        if _is_sentence(text) and not _HELD.search(folded):
            return "symbol" if own else None
        if self._is_name(folded, dates):
            return "name of the committee"
        known = self._meeting(text, dates) or self._standing_dates(text, dates, own)
        return known or ("symbol" if own else None)

    def add(self, dates: DateSpan | None, mode: Mode | None, place: str | None) -> None:
        """Take note of what one line says of the meeting."""
        self.seen_meeting = True
        if dates:
            self.ranges.append((dates.first, dates.last))
        if mode:
            self.modes.append(mode)
        if place:
            self.places.append(place)

    def _venue(self, venue: re.Match[str], dates: Sequence[DateSpan]) -> str:
        """A line that names the place: "Venue: KUDO platform", "Lieu : Strasbourg, 7-8 mars"."""
        printed = venue["place"]
        if dates:
            printed = printed[: max(0, dates[0].start - venue.start("place"))]
        self.add(dates[0] if dates else None, find_mode(printed), printed.strip(" ,("))
        return "venue"

    def _meeting(self, text: str, dates: Sequence[DateSpan]) -> str | None:
        """A line that names the meeting: "35th meeting (remote)", "Virtual meeting, 21-25 ..."."""
        folded = fold(text)
        held = self.seen_meeting and bool(_HELD.search(folded)) and len(dates) == 1
        if not (_MEETING.search(folded) or held):
            return None
        spans = [span for span in find_meetings(text, self.rules.names) if span.number is not None]
        mode = find_mode(text)
        if not spans and not held and (_is_sentence(text) or not (dates or mode)):
            return None
        if spans and self.numbers and _is_sentence(text) and spans[0].number not in self.numbers:
            return None
        chosen = spans[0].dates if spans else None
        if chosen is None and dates and (held or not _is_sentence(text)):
            chosen = dates[0]
        if spans and spans[0].number is not None:
            self.numbers.append(spans[0].number)
        self.add(chosen, mode, None if mode == "remote" else _place(text, chosen))
        return "meeting"

    def _standing_dates(self, text: str, dates: Sequence[DateSpan], own: bool) -> str | None:
        """A line that is a date and little else: the document's own, or the meeting's."""
        if len({span.first for span in dates}) != 1:
            return None
        day = dates[0]
        if day.single and re.search(TIME, text, re.IGNORECASE):
            return None  # a day of the timetable; a meeting may print when it opens
        before, behind = fold(text[: day.start]), text[day.end :].strip(" .)]")
        place = _place(text, day)
        named = place is not None and before.lstrip(" (").startswith(fold(place))
        town = not day.single and _TOWN.fullmatch(before) is not None
        fits = _DATED.match(without_mode(before)) is not None or (named and len(before) < 80)
        fits = fits or town
        if not (fits or own) or len(behind) > 60 or re.search(r"[.;] ", behind):
            return None
        if day.single and re.match(rf"\W*{WEEKDAY.removesuffix('?')}", before, re.IGNORECASE):
            return None  # a day of the timetable
        if day.single:
            self.first_day_is_own |= not self.days and not self.seen_meeting
            self.days.append(day.first)
            if self.seen_meeting and not self.ranges and place:
                self.places.append(place)
            return "date"
        self.add(day, find_mode(text), place)
        return "meeting dates"

    def _is_name(self, folded: str, dates: Sequence[DateSpan]) -> bool:
        """Whether a line is the name of a committee, or the part of it that a break left."""
        line = re.sub(r"^(?:the|le|la) ", "", folded.casefold().strip(" .:,"))
        names = tuple(fold(name).casefold() for name in self.rules.names)
        named = line.startswith(names) and not dates and not _MEETING.search(line)
        return named or _LETTERHEAD.match(line) is not None

    def finish(self, body: Body | None) -> Header:
        """What the lines agree on."""
        days = list(self.days)
        dated = days.pop(0) if days and (self.first_day_is_own or self.ranges) else None
        ranges = self.ranges or [(day, day) for day in days if self.seen_meeting]
        return Header(self.symbol, dated, self.adopted, body, self._held(ranges, body))

    def _held(self, ranges: list[tuple[dt.date, dt.date]], body: Body | None) -> Meeting | None:
        number, days = _agreed(self.numbers), _widest(ranges)
        if number is None and days is None:
            return None
        return Meeting(
            body=body.code if body else None,
            number=number,
            start=days[0] if days else None,
            end=days[1] if days else None,
            mode="hybrid" if "hybrid" in self.modes else _agreed(self.modes),
            place=_agreed(self.places),
        )


def read_header(
    front: Sequence[Block], blocks: Sequence[Block], rules: Rules, ledger: Ledger
) -> Header:
    """Read the blocks in ``front``, taking each that it understands; ``blocks`` are all of them."""
    lines = _Front(rules)
    for block in front:
        name = lines.line(block) if block.kind != "furniture" else None
        if name:
            ledger.take(block, name)
    lines.symbol = lines.symbol or _running_symbol(blocks, rules.codes)
    return lines.finish(_body(lines.symbol, blocks, rules))


def _place(text: str, dates: DateSpan | None) -> str | None:
    """The town printed beside the dates of a meeting, or with "in" anywhere in its line."""
    beside = None
    if dates:
        beside = place_before(text[: dates.start]) or place_after(text[dates.end :])
    return beside or place_in(text)


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
    text = "\n".join(fold(block.text).casefold() for block in blocks)
    named = [body for body in rules.bodies if any(fold(n).casefold() in text for n in body.names)]
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
