"""Deadlines: a date with a cue that says "by then", in English and French.

A strong cue ("no later than", "au plus tard le", "deadline:") makes a deadline of its date. A weak
one ("by", "before", "avant le") does so only where its clause asks for something, and "until" only
where it is something to be sent in. A date without a cue is never a deadline.
"""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass, replace

from lanzadash.reading.clauses import (
    SEND,
    asks,
    concerns_us,
    demands,
    happened,
    sentence_at,
    takes_place,
)
from lanzadash.reading.cue_patterns import (
    AND_ALSO,
    BEHIND,
    BETWEEN,
    CUES,
    DAY_END,
    EXTENDED,
    FIGURE,
    FILLED,
    HAD_COME,
    ITS_DEADLINE,
    LASTS,
    MOVED_TO,
    NOT_TAKEN,
    OPEN,
    PLANNED,
    RECEIVED,
    SUPERSEDED,
    TAIL,
    THE_DEADLINE,
    TOO_LATE,
    WINDOW,
    YEAR_END,
    Strength,
)
from lanzadash.reading.dates import (
    DateSpan,
    PartialSpan,
    find_dates,
    find_partial_dates,
    month_end,
)
from lanzadash.reading.folding import fold
from lanzadash.reading.times import Clock, find_clock
from lanzadash.records import Verb

_Span = DateSpan | PartialSpan


_NEAR = 300
"""How far from a date the words that make it a deadline may stand."""


@dataclass(frozen=True)
class Frame:
    """What is known around a text: when the meeting was held, which decision it stands in.

    ``after`` is the day before which a date cannot be a deadline (``None``: any day can).
    ``lead`` is the text that a sub-point goes on with: what it asks for, the point does. ``verb``
    is the decision's, ``None`` outside decisions: one that takes note of a date asks for nothing.
    """

    start: dt.date | None = None
    end: dt.date | None = None
    after: dt.date | None = None
    meetings: tuple[tuple[int, tuple[dt.date, dt.date]], ...] = ()
    lead: str = ""
    verb: Verb | None = None

    @property
    def decides(self) -> bool:
        """Whether the decision around makes something binding."""
        return self.verb in ("agree", "decide", "invite", "instruct")

    @property
    def tells(self) -> bool:
        """Whether the decision around only takes note of what others do."""
        return self.verb in ("take_note", "welcome", "thank", "hold", "examine", "elect")


@dataclass(frozen=True)
class Cue:
    """A deadline printed at ``text[start:end]``, before it is known what it is for.

    ``due`` is ``None`` where the printed date is not precise to the day.
    """

    start: int
    end: int
    due: dt.date | None
    inclusive: bool
    clock: Clock | None = None


def find_cues(text: str, frame: Frame) -> list[Cue]:
    """Every date in ``text`` that has the cue of a deadline, in order.

    A day without its year counts where the meeting makes the year certain; else, like a month,
    its ``due`` is ``None``.
    """
    folded = fold(text)
    cues: list[Cue] = []
    spans = _spans(text, folded)
    for at, span in enumerate(spans):
        above = spans[at - 1] if at else None
        cue = _cue(folded, span, above, frame) or _coordinated(folded, span, cues, frame)
        if cue:
            start = _extension(folded, cue)
            while start is not None and cues and cues[-1].start >= start:
                cues.pop()
            cues.append(cue)
    return cues


def _spans(text: str, folded: str) -> list[_Span]:
    """The dates in ``text``, precise or not; a year only where its end is meant."""
    years = (
        PartialSpan(*match.span("year"), month=12, year=int(match["year"]))
        for match in (YEAR_END.finditer(folded) if FIGURE.search(folded) else ())
    )
    return sorted(
        [*find_dates(text), *find_partial_dates(text), *years], key=lambda span: span.start
    )


def _cue(folded: str, span: _Span, above: _Span | None, frame: Frame) -> Cue | None:
    start, end = sentence_at(folded, span.start)
    end = min(end, span.end + _NEAR)
    sentence = folded[max(start, span.start - _NEAR) : span.start]
    near = max(start, above.end) if above else start
    before = folded[max(near, span.start - _NEAR) : span.start]
    found = _start_of_cue(before, sentence, folded[span.end : end], span, above)
    if found is None:
        return None
    at, strength, printed = found
    if SUPERSEDED.search(before if strength == "strong" else before[: max(at, 0)]):
        return None
    so_far, whole = before[: max(at, 0)], sentence[: len(sentence) - len(printed)]
    clause = so_far if strength == "weak" and (asks(so_far) or happened(so_far)) else whole
    if not _accepts(strength, clause, printed, folded[span.end : end], frame):
        return None
    return _finish(folded, span.start - len(printed), span, end, printed, frame)


def _start_of_cue(
    before: str, sentence: str, after: str, span: _Span, above: _Span | None
) -> tuple[int, Strength, str] | None:
    """Where in ``before`` the cue of a date begins, how strong it is and its words."""
    if EXTENDED.search(sentence) or (MOVED_TO.search(before) and ITS_DEADLINE.match(after)):
        return len(before), "strong", ""
    if isinstance(span, DateSpan) and not span.single:
        window = WINDOW.search(before)
        found = window if window and SEND.search(before) and demands(sentence + after) else None
        return (found.start(), "until", found[0]) if found else None
    window = BETWEEN.search(sentence) if above and SEND.search(sentence) else None
    window = window if demands(sentence + after) else None
    if window:
        return 0, "until", window[0]
    too_late = TOO_LATE.search(before)
    if too_late and SEND.search(before) and NOT_TAKEN.match(after):
        return too_late.start(), "strong", too_late[0]
    behind = BEHIND.match(after)
    head = FILLED.sub("", before, count=1)
    for candidate in (before, head):
        for strength, pattern in CUES:
            match = pattern.search(candidate)
            if match:
                sure: Strength = "strong" if behind else strength
                return match.start(), sure, before[match.start() :]
    return (len(head), "strong", before[len(head) :]) if behind else None


def _accepts(strength: Strength, clause: str, printed: str, after: str, frame: Frame) -> bool:
    if strength == "strong":
        return True
    around = clause if asks(clause) else f"{clause}{after} {frame.lead}"
    if happened(clause) or takes_place(around) or (frame.tells and not concerns_us(around)):
        return False
    if strength == "weak":
        if HAD_COME.search(clause) and not demands(after):
            return False
        by = printed.lower().startswith(("by", "d'ici"))
        return asks(around) or (by and frame.decides)
    if printed.lower().startswith("pour"):
        return bool(SEND.search(clause)) and not PLANNED.search(clause)
    if RECEIVED.search(clause):
        return False
    asked = SEND.search(around) or OPEN.search(around) or THE_DEADLINE.match(after)
    return bool(asked) and not (LASTS.search(clause) and not OPEN.search(clause))


def _finish(
    folded: str, start: int, span: _Span, limit: int, printed: str, frame: Frame
) -> Cue | None:
    end = span.end
    while tail := TAIL.match(folded, end, limit):
        end = tail.end()
    words = folded[start:end]
    due = _due(span, words, frame)
    if due and frame.after and due < frame.after:
        return None
    clock = find_clock(folded[start : span.start] + "|" + folded[span.end : end])
    return Cue(start, end, due, _is_inclusive(printed, folded[span.end : end], clock), clock)


def _due(span: _Span, words: str, frame: Frame) -> dt.date | None:
    if isinstance(span, DateSpan):
        return span.last
    if span.day is None and span.year is not None:
        last = re.search(r"\b(?:end of|fin)\b", words, re.IGNORECASE)
        return month_end(span.year, span.month) if last else None
    return _next_day(span, frame)


def _next_day(span: PartialSpan, frame: Frame) -> dt.date | None:
    """A day without its year: the first one after the meeting, where no other can be meant.

    A meeting asks for what lies ahead of it; past nine months, the day just gone by could be
    meant as well.
    """
    if not frame.end or not span.day:
        return None
    for year in (frame.end.year, frame.end.year + 1):
        try:
            day = dt.date(year, span.month, span.day)
        except ValueError:
            continue
        if day > frame.end:
            return day if (day - frame.end).days <= 274 else None
    return None


def _is_inclusive(printed: str, tail: str, clock: Clock | None) -> bool:
    """Whether the day itself is still in time: not for "before", unless an hour is given."""
    if re.search(r"\b(?:exclu|non inclus)", tail, re.IGNORECASE):
        return False
    if re.search(r"\binclu|\bor on\b|\bor before\b|\bcompris\b", printed + tail, re.IGNORECASE):
        return True
    before = re.search(r"\b(?:before|prior|ahead|in advance|avant)\b", printed, re.IGNORECASE)
    whole_day = clock or re.search(DAY_END, printed, re.IGNORECASE)
    return not before or bool(whole_day) or bool(re.search(r"\bend\b|\bfin\b", printed, re.I))


def _coordinated(folded: str, span: _Span, cues: list[Cue], frame: Frame) -> Cue | None:
    """A date that shares the cue before it: "by 10 December 2021 for R7 and 15 January 2022"."""
    if not cues or (isinstance(span, DateSpan) and not span.single):
        return None
    above = cues[-1]
    if not AND_ALSO.fullmatch(folded[above.end : span.start]):
        return None
    cue = _finish(folded, span.start, span, sentence_at(folded, span.start)[1], "", frame)
    return replace(cue, inclusive=above.inclusive) if cue else None


def _extension(folded: str, cue: Cue) -> int | None:
    """Where the words begin by which an older deadline was extended to ``cue``, if it was."""
    start, _ = sentence_at(folded, cue.start)
    start = max(start, cue.start - _NEAR)
    return start if EXTENDED.search(folded[start : cue.start]) else None
