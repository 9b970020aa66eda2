"""Deadlines: a date with a cue that says "by then", in English and French.

A strong cue ("no later than", "au plus tard le", "deadline:") makes a deadline of its date. A weak
one ("by", "before", "avant le") does so only where its clause asks for something, and "until" only
where it is something to be sent in. A date without a cue is never a deadline.
"""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass, replace
from typing import Literal

from lanzadash.reading.clauses import (
    SEND,
    asks,
    concerns_us,
    demands,
    happened,
    sentence_at,
    takes_place,
)
from lanzadash.reading.dates import (
    WEEKDAY,
    YEAR,
    DateSpan,
    PartialSpan,
    find_dates,
    find_partial_dates,
    month_end,
)
from lanzadash.reading.folding import fold
from lanzadash.reading.times import CLOCK, ZONE, Clock, find_clock
from lanzadash.records import Verb

Strength = Literal["strong", "weak", "until"]
_Span = DateSpan | PartialSpan


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


_DAY_END = (
    r"(?:(?:the )?(?:close|end) of (?:business|play|(?:the )?(?:(?:business|working) )?day)|"
    r"c\.?o\.?b\.?|"
    r"(?:la )?(?:fin|clôture) (?:de (?:la )?journée|des bureaux|des heures de bureau)|"
    r"(?:the )?evening of|in the evening)"
)
# "the end of" and the like: then the date behind is a month or a year.
_EDGE = (
    r"(?:(?:(?:the )?(?:very )?end of|(?:la )?fin(?: du mois)?(?: d[eu]| d')?) ?"
    r"(?:the (?:month|year) (?:of )?|l'année )?"
    r"|(?:mid-|mi-|(?:the )?(?:early|late|beginning of|start of|middle of|course of) |"
    r"(?:le )?début (?:d[eu] |d')?))"
)
# Between a cue and its date: "close of business on Friday", "17:00 (CET) on", "the end of".
_FILL = (
    rf"(?:(?:{_DAY_END}|{CLOCK}|\(?{ZONE}\)?)[,\s]{{0,2}})?"
    rf"(?:(?<!')\b(?:on|of|the|le|du|au|date of|la date du) ){{0,2}}{WEEKDAY}{_EDGE}?"
)
_FILLED = re.compile(rf"{_FILL}$", re.IGNORECASE)
DEADLINE_NOUN = (
    r"(?:dead-? ?lines?|closing date|cut-?off(?: date)?|time[- ]?limit|due date|date[- ]limite|"
    r"date butoir|"
    r"échéance|délai|dernier jour|last day)"
)
# What is open to all until it closes.
_CALL = (
    r"(?:calls?|registrations?|(?:on-?line )?consultations?|questionnaires?|surveys?|nominations?|"
    r"applications?|appels?|"
    r"inscriptions?|enquêtes?|candidatures?)"
)
_LATEST = r"(?:(?:at )?(?:the )?(?:very )?latest|au plus tards?)"
_STRONG = re.compile(
    rf"(?:\b{_LATEST}[\s,:]{{1,2}}(?:(?:by|on|until|before|pour|avant|d'ici) )?(?:le )?"
    r"|\b(?:no|not) later than[\s,:]{1,2}(?:(?:by|on|until|before) )?"
    r"|\b(?:on|by) or before |\bbefore or on "
    r"|\b(?:not after|pas après) (?:the |le )?"
    rf"|\b{_CALL}[^.;]{{0,60}}?\b(?:clos(?:es?|ed|ing)?|se clôtur\w+|clôturée?s?) (?:on |at |le |"
    r"au )?"
    r"|\b(?:is|are|be|was|were|being)? ?due (?:back )?(?:by|on|for|before) "
    rf"|\b(?:by|before|avant|d'ici)\s{_DAY_END}[,\s]{{1,2}}"
    rf"|\b{DEADLINE_NOUN} $|\b{DEADLINE_NOUN}\b(?:(?!\b{DEADLINE_NOUN}\b|\bmeeting|"
    rf"\bréunion)[^.;]){{0,90}}?"
    r"(?:\b(?:is|of|to|until|till|at|for|be|being|as|by|au|le|du|est|jusqu'au|on|remains?|stays?|"
    r"expires?|falls?)|[:(,-]) ?"
    r")$",
    re.IGNORECASE,
)
_WEAK = re.compile(
    r"\b(?P<cue>by|before|prior to|ahead of|in advance of|avant(?: le| la)?|"
    r"d'ici(?: au| le| à| la| aux)?) $",
    re.IGNORECASE,
)
_UNTIL = re.compile(
    r"\b(?:until|till|up to(?: and including)?|through|jusqu'(?:au|à|en)|pour(?: le)?) $",
    re.IGNORECASE,
)
# "received after 1 December 2021 will not be considered": then that day is the last one.
_TOO_LATE = re.compile(r"\b(?:after|later than|après(?: le)?) $", re.IGNORECASE)
_NOT_TAKEN = re.compile(
    r"[^.;]{0,80}\b(?:(?:not|no longer|cannot|never) (?:\w+ ){0,3}(?:consider|accept|tak|includ|"
    r"reflect|process)"
    r"|ne (?:\w+ )?(?:pas|plus)\b|n'[\w]+ (?:pas|plus)\b|be (?:disregarded|rejected))",
    re.IGNORECASE,
)
_CUES: tuple[tuple[Strength, re.Pattern[str]], ...] = (
    ("strong", _STRONG),
    ("weak", _WEAK),
    ("until", _UNTIL),
)
_BETWEEN = re.compile(
    r"\b(?:between|entre) (?:the |le )?\d[^.;]{0,40}? (?:and|et) (?:the |le )?$",
    re.IGNORECASE,
)
_THE_DEADLINE = re.compile(rf" (?:the|la|le|l'|les) ?(?:\w+ )?{DEADLINE_NOUN}", re.IGNORECASE)
_FIGURE = re.compile(r"\d")
_YEAR_END = re.compile(
    rf"\b(?:end of|fin(?: de)?(?: l'année)?) (?:the year )?(?P<year>{YEAR})", re.IGNORECASE
)
_BEHIND = re.compile(
    rf" ?,? ?(?:(?:(?:at|à) )?\(?{CLOCK}\)?,? )?\(?(?:{_LATEST}|as (?:the|a|"
    rf"its) (?:\w+ )?{DEADLINE_NOUN}|"
    rf"(?:being|is|was|est) (?:the|la|le|l')? ?(?:\w+ )?{DEADLINE_NOUN}|(?:the |la |le |l'|"
    rf"comme )?{DEADLINE_NOUN}\b)",
    re.IGNORECASE,
)
_EXTENDED = re.compile(
    r"(?:\b(?:exten[ds]|prolong|prorog|postpone|defer|report[eé]|repouss|move|push|"
    rf"shift)\w*\b[^.;]{{0,120}}{DEADLINE_NOUN}"
    rf"|{DEADLINE_NOUN}[^.;]{{0,120}}\b(?:exten[ds]|prolong|prorog|postpone|defer|report[eé]|"
    r"repouss|move|push|shift)\w*\b)"
    r"[^.;]{0,80}?\b(?:to|until|till|by|from|au|jusqu'au|du|à) $",
    re.IGNORECASE,
)
# "extended to 28 February the deadline for replies", "reporté du 15 au 29 mai la date limite"
_MOVED_TO = re.compile(
    r"\b(?:exten[ds]|prolong|prorog|postpon|defer|report[eé]|repouss|move|push|shift|fix|set|"
    r"arrêt)\w* "
    r"(?:to|until|till|from|for|at|au|du|à|jusqu'au) (?:the |le )?$",
    re.IGNORECASE,
)
_ITS_DEADLINE = re.compile(
    rf"(?:, [^.;,]{{0,25}},)? (?:the|its|this|la|le|les|l'|ce) ?(?:\w+ )?{DEADLINE_NOUN}",
    re.IGNORECASE,
)
_SUPERSEDED = re.compile(
    r"\b(?:instead of|rather than|initial(?:ly)?|originally?|previous(?:ly)?|au lieu (?:du|de)|"
    r"initial\w*|"
    r"précéde\w+|expired|passed)\b[^.;,)]{0,40}$",
    re.IGNORECASE,
)
# What lasts until a day is not asked for by then.
_LASTS = re.compile(
    r"\b(?:mandate|terms? of office|term|chair\w*|elected|appointed|in force|valid\w*|suspend\w*|"
    r"postpon\w*|"
    r"adjourn\w*|period|held|funding|projects?|runs?|last(?:s|ed|ing)|serv(?:e|es|ing)|mandat|"
    r"élue?s?|nommée?s?|"
    r"en vigueur|valables?|suspend\w*|ajourn\w*|période|tenue?s?|financement|projets?|présid\w+)\b",
    re.IGNORECASE,
)
# "the replies received until ...": that is over.
_RECEIVED = re.compile(
    r"(?<!be )(?<!being )(?<!être )\b(?:received|submitted|sent|collected|made|reçue?s?|"
    r"transmise?s?|"
    r"parvenue?s?|envoyée?s?|recueillie?s?) ?,? ?$",
    re.IGNORECASE,
)
# "examine the replies received by ...", with nothing that follows from it: over, too.
_HAD_COME = re.compile(
    r"(?<!be )(?<!been )(?<!être )(?<!ly )\b(?:received|reçue?s?|parvenue?s?)\s$", re.IGNORECASE
)
_OPEN = re.compile(
    r"\b(?:open|opened|ouvert\w*|could|may|possible|pourr\w+|peuvent|time|temps)\b", re.IGNORECASE
)
_PLANNED = re.compile(
    r"\b(?:prévue?s?|fixée?s?|programmée?s?|réunion|convoquée?s?)\b", re.IGNORECASE
)
_WINDOW = re.compile(r"\b(?:between|from|entre(?: le)?|du|of|de) (?:the |le )?$", re.IGNORECASE)
_TAIL = re.compile(
    rf"(?: ?,? ?(?:(?:at|à|by|before|avant) )?\(?{CLOCK}\)?"
    rf"| ?,? ?\(?{_DAY_END}(?:,? \(?{ZONE}\)?)?\)?| ?\(?{ZONE}\)?"
    r"| ?,? ?\(?(?:inclusive|included|inclus(?:e|ivement)?|compris|exclusive|excluded|exclue?|"
    r"non inclus)\b\)?"
    rf"| ?,? ?(?:{_LATEST}))",
    re.IGNORECASE,
)
_AND_ALSO = re.compile(
    r"(?: ?(?:, )?(?:\([^()]{0,60}\)|(?:for|pour|as regards|concerning|regarding|concernant|"
    r"s'agissant) "
    r"(?:(?!meeting|réunion|held)[^.;:]){1,80}?))?,? (?:and|et|or|ou) (?:(?:on|the|le|au) )?$",
    re.IGNORECASE,
)


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
            cues = [one for one in cues if not _replaces(folded, one, cue)] + [cue]
    return cues


def _spans(text: str, folded: str) -> list[_Span]:
    """The dates in ``text``, precise or not; a year only where its end is meant."""
    years = (
        PartialSpan(*match.span("year"), month=12, year=int(match["year"]))
        for match in (_YEAR_END.finditer(folded) if _FIGURE.search(folded) else ())
    )
    return sorted(
        [*find_dates(text), *find_partial_dates(text), *years], key=lambda span: span.start
    )


def _cue(folded: str, span: _Span, above: _Span | None, frame: Frame) -> Cue | None:
    start, end = sentence_at(folded, span.start)
    sentence = folded[max(start, span.start - 300) : span.start]
    near = max(start, above.end) if above else start
    before = folded[max(near, span.start - 300) : span.start]
    found = _start_of_cue(before, sentence, folded[span.end : end], span, above)
    if found is None:
        return None
    at, strength, printed = found
    if _SUPERSEDED.search(before if strength == "strong" else before[: max(at, 0)]):
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
    if _EXTENDED.search(sentence) or (_MOVED_TO.search(before) and _ITS_DEADLINE.match(after)):
        return len(before), "strong", ""
    if isinstance(span, DateSpan) and not span.single:
        window = _WINDOW.search(before)
        found = window if window and SEND.search(before) and demands(sentence + after) else None
        return (found.start(), "until", found[0]) if found else None
    window = _BETWEEN.search(sentence) if above and SEND.search(sentence) else None
    window = window if demands(sentence + after) else None
    if window:
        return 0, "until", window[0]
    too_late = _TOO_LATE.search(before)
    if too_late and SEND.search(before) and _NOT_TAKEN.match(after):
        return too_late.start(), "strong", too_late[0]
    behind = _BEHIND.match(after)
    head = _FILLED.sub("", before, count=1)
    for candidate in (before, head):
        for strength, pattern in _CUES:
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
        if _HAD_COME.search(clause) and not demands(after):
            return False
        by = printed.lower().startswith(("by", "d'ici"))
        return asks(around) or (by and frame.decides)
    if printed.lower().startswith("pour"):
        return bool(SEND.search(clause)) and not _PLANNED.search(clause)
    if _RECEIVED.search(clause):
        return False
    asked = SEND.search(around) or _OPEN.search(around) or _THE_DEADLINE.match(after)
    return bool(asked) and not (_LASTS.search(clause) and not _OPEN.search(clause))


def _finish(
    folded: str, start: int, span: _Span, limit: int, printed: str, frame: Frame
) -> Cue | None:
    end = span.end
    while tail := _TAIL.match(folded, end, limit):
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
    whole_day = clock or re.search(_DAY_END, printed, re.IGNORECASE)
    return not before or bool(whole_day) or bool(re.search(r"\bend\b|\bfin\b", printed, re.I))


def _coordinated(folded: str, span: _Span, cues: list[Cue], frame: Frame) -> Cue | None:
    """A date that shares the cue before it: "by 10 December 2021 for R7 and 15 January 2022"."""
    if not cues or (isinstance(span, DateSpan) and not span.single):
        return None
    above = cues[-1]
    if not _AND_ALSO.fullmatch(folded[above.end : span.start]):
        return None
    cue = _finish(folded, span.start, span, sentence_at(folded, span.start)[1], "", frame)
    return replace(cue, inclusive=above.inclusive) if cue else None


def _replaces(folded: str, old: Cue, new: Cue) -> bool:
    """Whether ``new`` is what the deadline ``old`` was extended to."""
    start, _ = sentence_at(folded, new.start)
    return old.start >= start and _EXTENDED.search(folded[start : new.start]) is not None
