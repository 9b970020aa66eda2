"""Relative deadlines: "within one week of this meeting", "before its 36th meeting".

One is resolved only where the document prints its base: the meeting's own end, or the dates of the
meeting named. Otherwise it stays words.
"""

from __future__ import annotations

import calendar
import datetime as dt
import re

from lanzadash.reading.clauses import concerns_us, demands, happened, sentence_at, takes_place
from lanzadash.reading.cues import DEADLINE_NOUN, Cue, Frame
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
_COUNT = rf"(?P<count>\d{{1,3}}|{'|'.join(_NUMBERS)})(?:\s?\(\d{{1,3}}\))?"
_UNIT = (
    r"(?P<unit>(?:working\s|calendar\s|business\s)?(?:days?|weeks?|months?|years?)|"
    r"(?:jours?|semaines?|mois|ans?|années?)(?:\souvr\w+|\scalendaires?)?)"
)
_MEETING = rf"(?:meeting|session|réunion)"
_OWN = rf"(?:this|the\s(?:present|current)|la\sprésente|cette|the|la)\s{_MEETING}"
_OTHER = (
    rf"(?:(?:its|the|their|sa|la|leur)\s(?:(?P<number>{ORDINAL})\s(?:\w+\s)?|(?:next|forthcoming|following|prochaine)\s(?:\w+\s)?)"
    rf"{_MEETING}(?:\ssuivante)?)"
)
_BASE = rf"(?P<base>(?:the\s(?:end|close|start|opening|beginning|date)\sof\s|la\sfin\sde\s|le\sdébut\sde\s|l'ouverture\sde\s|la\sdate\sde\s)?(?:(?P<own>{_OWN})(?=\s?(?:[.,;:()]|$)|\s(?:and|et|to|at|in|à|en)\b)|(?P<other>{_OTHER})|[^.;,:()]{{3,80}}?(?=[.;,:()]|$|\s(?:and|et|to|au|à)\s)))"
# within one week of ...; dans un délai de six mois à compter de ...; dans les deux semaines suivant ...
_WITHIN = re.compile(
    rf"(?:\b(?:within|in\sthe|not?\slater\sthan|at\sthe\slatest|au\splus\stard|sous|"
    rf"dans\s(?:un\sdélai\sd(?:e\s|')(?:maximum\s)?|les\s|le\s|l'|la\s)?)\s?"
    rf"(?:(?:a|the)\s(?:maximum\s)?(?:period|time|deadline)\sof\s|the\s)?{_COUNT}\s{_UNIT}\s?"
    rf"(?P<side>of|from|as\sof|starting|since|after|following|before|prior\sto|ahead\sof|"
    rf"à\scompter\sd[eu]|à\spartir\sd[eu]|suivant|après|qui\ssuiv\w+|avant|de|d')"
    rf"|\b(?:at\sleast\s|au\smoins\s)?{_COUNT.replace('count', 'count_apart')}\s{_UNIT.replace('unit', 'unit_apart')}\s"
    rf"(?P<side_apart>after|following|before|prior\sto|ahead\sof|après|avant))\s?{_BASE}",
    re.IGNORECASE,
)
# before its 36th meeting; by the next meeting; avant sa prochaine réunion
_BY_MEETING = re.compile(
    rf"\b(?P<cue>before|prior\sto|ahead\sof|in\sadvance\sof|by|not?\slater\sthan|avant|d'ici(?:\sà)?|au\splus\stard\s(?:à|lors\sde)|at\sthe\slatest\s(?:by|at))\s"
    rf"(?:the\s(?P<edge>end|start|opening|beginning)\sof\s|(?:la\s(?P<fin>fin)|le\sdébut|l'ouverture)\sde\s)?(?P<base>{_OTHER}|{_OWN})(?!\sof\sthe\s(?!committee|lanzarote))",
    re.IGNORECASE,
)
# dans les trente jours; within ten working days; sous quinzaine: from when is not said
_FROM_NOW = re.compile(
    rf"\b(?:(?:within|sous|dans\s(?:un\sdélai\sd(?:e\s|')|les))\s?(?:the\snext\s)?{_COUNT}\s{_UNIT}"
    r"|sous\s(?:huit|quinz)aine)"
    r"(?=\s?(?:[.,;:()]|$)|\s(?:and|et|at|à|by|par)\b)"
    rf"|\bno(?:t|\sless)?\s(?:later\s)?than\s{_COUNT.replace('count', 'count_ahead')}\s"
    rf"{_UNIT.replace('unit', 'unit_ahead')}\sin\sadvance",
    re.IGNORECASE,
)
# not later than the same date; à la même date
_SAME_DAY = re.compile(
    r"\b(?:by|before|no(?:t|\s)?\s?later\sthan|until|avant|d'ici(?:\sà)?|au\splus\stard\sà|à)\s"
    r"(?:(?:the\s)?same|(?:la|cette)\smême)\s(?:day|date|deadline|échéance)\b",
    re.IGNORECASE,
)
# by the end of the year; avant la fin du mois; by the end of December
_PERIOD_END = re.compile(
    r"\b(?P<cue>by|before|until|no(?:t|\s)\s?later\sthan|avant|d'ici(?:\sà|\sau)?|jusqu'à)\s"
    r"(?:(?:the\s)?end\sof|(?:la\s)?fin)"
    r"\s?(?:(?:the|this|de\sl'|de\scette|l'|du|de\sce|cette|ce)\s?"
    r"(?:current\s|calendar\s|présent\s)?(?P<period>year|month|année|mois)"
    rf"(?:\sen\scours)?|(?:de\s|d'|of\s)?(?P<month>{MONTH}))\b(?!\s(?:of|de|d')\b|\s\d{{4}}|\s(?:{MONTH}))",
    re.IGNORECASE,
)
# No deadline without one of these words, which are far quicker to look for.
_HINTS = (
    (
        _WITHIN,
        re.compile(r"\s(?:day|week|month|year|jour|semaine|mois|ans?\b|année)", re.IGNORECASE),
    ),
    (_BY_MEETING, re.compile(_MEETING, re.IGNORECASE)),
    (_PERIOD_END, re.compile(r"\b(?:end|fin)\b", re.IGNORECASE)),
    (_SAME_DAY, re.compile(r"\b(?:same|même)\s", re.IGNORECASE)),
    (
        _FROM_NOW,
        re.compile(r"\s(?:day|week|month|jour|semaine|mois)|aine\b", re.IGNORECASE),
    ),
)
# by the end of January 2022; d'ici fin janvier 2022; by the end of the year
_BEFORE = ("before", "prior", "ahead", "in advance", "avant")


# extend the deadline (of 30 June 2023) by one month; prolonger le délai de deux semaines
_EXTENDED = re.compile(
    rf"\b(?:exten[ds]|prolong|postpon|defer|report[eé]|repouss)\w*\s[^.;]{{0,60}}?{DEADLINE_NOUN}[^.;]{{0,100}}?"
    rf"\s(?:by|de|d')\s?{_COUNT}\s{_UNIT}",
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
    if re.match(r"(?:calendar\s)?day|jour", unit):
        return day + dt.timedelta(days=count)
    if re.match(r"week|semaine", unit):
        return day + dt.timedelta(weeks=count)
    months = count * (12 if re.match(r"year|an", unit) else 1)
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    if not dt.MINYEAR <= year <= dt.MAXYEAR:
        return None
    return dt.date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))
