"""One document being read: its blocks, what is known of it, and the record made in the end."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import Any

from lanzadash.reading.cues import Frame
from lanzadash.reading.footnotes import Footnotes
from lanzadash.reading.formats.blocks import Block, Source
from lanzadash.reading.header import Header, read_header
from lanzadash.reading.language import find_language
from lanzadash.reading.ledger import Ledger
from lanzadash.reading.meetings import find_meetings
from lanzadash.reading.rules import Rules
from lanzadash.records import Document, Kind, Language, Meeting, Reading


class Assembly:
    """What a kind reader works on: the source, the account of its blocks, and its front."""

    def __init__(self, source: Source, rules: Rules, front: Sequence[Block]) -> None:
        self.source = source
        self.blocks = source.blocks
        self.rules = rules
        self.ledger = Ledger(source.blocks)
        self.footnotes = Footnotes(source.blocks)
        self.header: Header = read_header(front, source.blocks, rules, self.ledger)
        self.meeting: Meeting | None = self.header.meeting

    def frame(self, past_counts: bool) -> Frame:
        """What deadlines are read against.

        ``past_counts``: whether a day before the meeting can be a deadline, as in an agenda that
        says by when comments were due. A decision only asks for what lies ahead.
        """
        start = self.meeting.start if self.meeting else None
        end = self.meeting.end if self.meeting else None
        own = start or self.header.adopted or self.header.dated
        after = None if past_counts else own
        return Frame(start, end, after, self._announced())

    def reading(self, kind: Kind, title: str | None, **found: Any) -> Reading:
        """The record: the document's identity, what was ``found``, and what was left over."""
        symbol = self.header.symbol
        document = Document(
            symbol=symbol.work if symbol else None,
            version=symbol.version if symbol else None,
            lang=self._language(),
            kind=kind,
            title=title,
            dated=self.header.dated,
            adopted=self.header.adopted,
            sha256=self.source.sha256,
        )
        return Reading(
            file=self.source.file,
            document=document,
            meeting=found.pop("meeting", self.meeting),
            leftovers=self.ledger.left(),
            coverage=self.ledger.coverage(),
            **found,
        )

    def _language(self) -> Language | None:
        lang = self.header.symbol.lang if self.header.symbol else None
        if lang == "en" or lang == "fr":
            return lang
        found = None if lang == "bil" else find_language(block.text for block in self.blocks)
        if found is None and self.source.language in ("en", "fr") and lang != "bil":
            return "en" if self.source.language == "en" else "fr"
        return found

    def _announced(self) -> tuple[tuple[int, tuple[dt.date, dt.date]], ...]:
        """The dates of each meeting that the document prints with its number, if they agree."""
        names = self.rules.names
        found: dict[int, set[tuple[dt.date, dt.date]]] = {}
        for block in self.blocks:
            for span in find_meetings(block.text, names):
                if span.number is not None and span.first and span.last:
                    found.setdefault(span.number, set()).add((span.first, span.last))
        return tuple((number, dates.pop()) for number, dates in found.items() if len(dates) == 1)
