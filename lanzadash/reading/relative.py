"""Relative deadlines: "within one week of this meeting", "before its 36th meeting".

One is resolved only where the document prints its base: the meeting's own end, or the dates of the
meeting named. Otherwise it stays words.
"""

from __future__ import annotations

import calendar
import datetime as dt
import re

from lanzadash.reading.clauses import concerns_us, demands, happened, sentence_at, takes_place
from lanzadash.reading.cue_patterns import DEADLINE_NOUN
from lanzadash.reading.cues import Cue, Frame
from lanzadash.reading.dates import MONTH, find_dates, month_end, month_of
from lanzadash.reading.folding import fold
from lanzadash.reading.ordinals import ORDINAL, ordinal

_NUMBERS = {
    word: number
    for words in (
        "a one two three four five six seven eight nine ten eleven twelve",
        "un deux trois quatre cinq six sept huit neuf dix onze douze",
    )
    for number, word in enumerate(words.replace("a one", "one").split(), 1)
} | {
    "a": 1,
    "an": 1,
    "une": 1,
    "fifteen": 15,
    "quinze": 15,
    "thirty": 30,
    "trente": 30,
    "le": 1,
    "la": 1,
}
_COUNT = rf"(?P<count>\d{{1,3}}|{'|'.join(_NUMBERS)})(?: ?\(\d{{1,3}}\))?"
_UNIT = (
    r"(?P<unit>(?:working |calendar |business )?(?:days?|weeks?|months?|years?)|"
    r"(?:jours?|semaines?|mois|ans?|années?)(?: ouvr\w+| calendaires?)?)"
)
_MEETING = r"(?:meeting|session|réunion)"
_OWN = rf"(?:this|the (?:present|current)|la présente|cette|the|la)\s{_MEETING}"
_OTHER = (
    rf"(?:(?:its|the|their|sa|la|leur) (?:(?P<number>{ORDINAL}) (?:\w+ )?|(?:next|forthcoming|"
    r"following|prochaine) (?:\w+ )?)"
    rf"{_MEETING}(?: suivante)?)"
)
_BASE = (
    r"(?P<base>(?:the (?:end|close|start|opening|beginning|date) of |la fin de |le début de |"
    rf"l'ouverture de |la date de )?(?:(?P<own>{_OWN})(?= ?(?:[.,;:()]|$)| (?:and|et|to|at|in|à|"
    rf"en)\b)|(?P<other>{_OTHER})|[^.;,:()]{{3,80}}?(?=[.;,:()]|$| (?:and|et|to|au|à) )))"
)
# within one week of ...; dans un délai de six mois à compter de ...; dans les deux mois suivant
_WITHIN = re.compile(
    rf"(?:\b(?:within|in the|not? later than|at the latest|au plus tard|sous|"
    rf"dans (?:un délai d(?:e |')(?:maximum )?|les |le |l'|la )?) ?"
    rf"(?:(?:a|the) (?:maximum )?(?:period|time|deadline) of |the )?{_COUNT}\s{_UNIT} ?"
    rf"(?P<side>of|from|as of|starting|since|after|following|before|prior to|ahead of|"
    rf"à compter d[eu]|à partir d[eu]|suivant|après|qui suiv\w+|avant|de|d')"
    r"|\b(?:at least |au moins )"
    rf"?{_COUNT.replace('count', 'count_apart')}\s{_UNIT.replace('unit', 'unit_apart')} "
    rf"(?P<side_apart>after|following|before|prior to|ahead of|après|avant)) ?{_BASE}",
    re.IGNORECASE,
)
# before its 36th meeting; by the next meeting; avant sa prochaine réunion
_BY_MEETING = re.compile(
    r"\b(?P<cue>before|prior to|ahead of|in advance of|by|not? later than|avant|d'ici(?: à)?|"
    r"au plus tard (?:à|lors de)|at the latest (?:by|at)) "
    r"(?:the (?P<edge>end|start|opening|beginning) of |(?:la (?P<fin>fin)|le début|"
    rf"l'ouverture) de )?(?P<base>{_OTHER}|{_OWN})(?! of the (?!committee|lanzarote))",
    re.IGNORECASE,
)
# dans les trente jours; within ten working days; sous quinzaine: from when is not said
_FROM_NOW = re.compile(
    rf"\b(?:(?:within|sous|dans (?:un délai d(?:e |')|les)) ?(?:the next )?{_COUNT}\s{_UNIT}"
    r"|sous (?:huit|quinz)aine)"
    r"(?= ?(?:[.,;:()]|$)| (?:and|et|at|à|by|par)\b)"
    rf"|\bno(?:t| less)? (?:later )?than\s{_COUNT.replace('count', 'count_ahead')} "
    rf"{_UNIT.replace('unit', 'unit_ahead')} in advance",
    re.IGNORECASE,
)
# not later than the same date; à la même date
_SAME_DAY = re.compile(
    r"\b(?:by|before|no(?:t| )? ?later than|until|avant|d'ici(?: à)?|au plus tard à|à) "
    r"(?:(?:the )?same|(?:la|cette) même) (?:day|date|deadline|échéance)\b",
    re.IGNORECASE,
)
# by the end of the year; avant la fin du mois; by the end of December
_PERIOD_END = re.compile(
    r"\b(?P<cue>by|before|until|no(?:t| ) ?later than|avant|d'ici(?: à| au)?|jusqu'à) "
    r"(?:(?:the )?end of|(?:la )?fin)"
    r" ?(?:(?:the|this|de l'|de cette|l'|du|de ce|cette|ce) ?"
    r"(?:current |calendar |présent )?(?P<period>year|month|année|mois)"
    rf"(?: en cours)?|(?:de |d'|of )?(?P<month>{MONTH}))\b(?! (?:of|de|d')\b| \d{{4}}|"
    rf" (?:{MONTH}))",
    re.IGNORECASE,
)
# No deadline without one of these words, which are far quicker to look for.
_HINTS = (
    (
        _WITHIN,
        re.compile(r" (?:day|week|month|year|jour|semaine|mois|ans?\b|année)", re.IGNORECASE),
    ),
    (_BY_MEETING, re.compile(_MEETING, re.IGNORECASE)),
    (_PERIOD_END, re.compile(r"\b(?:end|fin)\b", re.IGNORECASE)),
    (_SAME_DAY, re.compile(r"\b(?:same|même) ", re.IGNORECASE)),
    (
        _FROM_NOW,
        re.compile(r" (?:day|week|month|jour|semaine|mois)|aine\b", re.IGNORECASE),
    ),
)
# by the end of January 2022; d'ici fin janvier 2022; by the end of the year
_BEFORE = ("before", "prior", "ahead", "in advance", "avant")


# extend the deadline (of 30 June 2023) by one month; prolonger le délai de deux semaines
_EXTENDED = re.compile(
    r"\b(?:exten[ds]|prolong|postpon|defer|report[eé]|"
    rf"repouss)\w* [^.;]{{0,60}}?{DEADLINE_NOUN}[^.;]{{0,100}}?"
    rf" (?:by|de|d') ?{_COUNT}\s{_UNIT}",
    re.IGNORECASE,
)


def find_extensions(text: str) -> list[tuple[Cue, str]]:
    """Every deadline that ``text`` extends by a time; resolved where the old day is printed."""
    found: list[tuple[Cue, str]] = []
    for match in _EXTENDED.finditer(fold(text)):
        words = text[match.start() : match.end()]
        old = {span.last for span in find_dates(words)}
        printed = match["count"].lower()
        count = int(printed) if printed.isdigit() else _NUMBERS[printed]
        due = _shift(old.pop(), count, match["unit"].lower()) if len(old) == 1 else None
        found.append((Cue(match.start(), match.end(), due, True), words))
    return found


def find_relative(text: str, frame: Frame) -> list[tuple[Cue, str]]:
    """Every relative deadline in ``text`` with its words; its ``due`` only where resolved."""
    folded = fold(text)
    found: list[tuple[Cue, str]] = []
    for pattern, hint in _HINTS:
        for match in pattern.finditer(folded) if hint.search(folded) else ():
            if any(match.start() < cue.end and cue.start < match.end() for cue, _ in found):
                continue
            start, end = sentence_at(folded, match.start())
            clause = folded[start : match.start()]
            around = (
                clause if demands(clause) else f"{clause}{folded[match.end() : end]} {frame.lead}"
            )
            if not demands(around) or happened(clause) or takes_place(around):
                continue
            if frame.tells and not concerns_us(around):
                continue
            due = _DUE[pattern](match, frame) if pattern in _DUE else None
            before = pattern is _BY_MEETING and match["cue"].lower().startswith(_BEFORE)
            inclusive = not before
            words = text[match.start() : match.end()]
            found.append((Cue(match.start(), match.end(), due, inclusive), words))
    return found


def _within(match: re.Match[str], frame: Frame) -> dt.date | None:
    side = (match["side"] or match["side_apart"]).lower()
    unit = (match["unit"] or match["unit_apart"]).lower()
    printed = (match["count"] or match["count_apart"]).lower()
    earlier = side in ("before", "prior to", "ahead of", "avant")
    if earlier and match["own"] and frame.after:
        return None  # a meeting asks for nothing before itself: another one is meant
    base = _base_day(match, frame, start=earlier)
    if base is None or re.search(r"working|business|ouvr", unit):
        return None
    count = int(printed) if printed.isdigit() else _NUMBERS[printed]
    return _shift(base, -count if earlier else count, unit)


def _by_meeting(match: re.Match[str], frame: Frame) -> dt.date | None:
    at_end = match["edge"] == "end" or match["fin"] is not None
    if match["number"] is None and re.match(_OWN, match["base"], re.IGNORECASE):
        return frame.end if at_end else None
    return _base_day(match, frame, start=not at_end)


def _base_day(match: re.Match[str], frame: Frame, start: bool) -> dt.date | None:
    if match["number"]:
        dates = dict(frame.meetings).get(ordinal(match["number"]))
        return dates[0 if start else 1] if dates else None
    groups = match.groupdict()
    if groups.get("own"):
        return frame.start if start else frame.end
    return None


def _period_end(match: re.Match[str], frame: Frame) -> dt.date | None:
    """The end of the year or month of the meeting, or of the next month of that name."""
    if frame.end is None:
        return None
    year, month = frame.end.year, 12
    if match["month"]:
        month = month_of(match["month"])
        year += month < frame.end.month
        day = month_end(year, month)
        return day if (day - frame.end).days <= 274 else None
    if match["period"].lower() in ("month", "mois"):
        month = frame.end.month
    return month_end(year, month)


_DUE = {_WITHIN: _within, _BY_MEETING: _by_meeting, _PERIOD_END: _period_end}


def _shift(day: dt.date, count: int, unit: str) -> dt.date | None:
    if re.match(r"(?:calendar )?day|jour", unit):
        return day + dt.timedelta(days=count)
    if re.match(r"week|semaine", unit):
        return day + dt.timedelta(weeks=count)
    months = count * (12 if re.match(r"year|an", unit) else 1)
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    if not dt.MINYEAR <= year <= dt.MAXYEAR:
        return None
    return dt.date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))
