"""Lines that introduce: "As regards ...", "In the context of ...:", "The Committee:"."""

from __future__ import annotations

import re

from lanzadash.reading.dates import find_dates
from lanzadash.reading.folding import fold
from lanzadash.reading.ordinals import ORDINAL

_INTRODUCTION = re.compile(
    r"(?:with\sreference\sto|en\sréférence\sà|(?:à\sla\s)?suite\s(?:à|aux?|d)|following\s|further\sto|"
    r"pursuant\sto|conformément\s|as\sregards|as\sto|as\sconcerns|as\sfar\sas|with\sregards?\sto|with\srespect\sto|"
    r"in\srespect\sof|in\srelation\sto|in\sconnection\swith|regarding|concerning|"
    r"(?:with)?in\sthe\s(?:context|framework|course|light|field)\sof|under\sthe|"
    r"s'agissant|en\sce\squi\sconcerne|concernant|dans\sle\s(?:cadre|contexte|domaine)\sd|"
    r"pour\sce\squi\s(?:est|concerne)|quant\s(?:à|aux?)|au\s(?:sujet|titre|regard)\sd|"
    r"à\s(?:propos|l'égard)\sd|relativement|en\s(?:matière|relation)\s|en\srapport)",
    re.IGNORECASE,
)
# "During this meeting, the Lanzarote Committee:", "Le Comité :", "..., at which it decided to:"
_OPENING = re.compile(
    r"(?:^|[\s,])(?:(?:the|le|la)\s(?:[\w-]+\s){0,2}?(?:committee|comité|bureau)"
    r"(?:\sof\sthe\sparties|\sdes\sparties|\sde\s[\w-]+)?|it|il)(?:\s[^\s.:]+){0,4}\s?:$"
    r"|^(?:the|le|la)\s(?:[\w-]+\s){0,2}?(?:committee|comité)(?:\sof\sthe\sparties|\sdes\sparties|\sde\s[\w-]+)?,$",
    re.IGNORECASE,
)
_ACCOUNT = re.compile(
    rf"\b(?:held|a\stenu|tenu|met\sfor|holds|tient)\s(?:its|sa|the|la|their|leur)\s(?:\w+\s)?{ORDINAL}"
    r"|\b(?:s'est\sréuni|met\s(?:in|on|remotely|online|at|from)|has\smet)\b",
    re.IGNORECASE,
)
_MET = ("held", "holds", "met", "tenu", "tient", "réuni")
_ADOPTION = re.compile(
    r"\W*(?:list\sof\sdecisions\s|liste\sdes?\sdécisions\s|(?:as|text|document|report|rapport|texte)\s)?"
    r"(?:adopted|approved|adoptée?s?|approuvée?s?)\s(?:by|at|on|during|in|par|lors|le|au\scours|à)\b",
    re.IGNORECASE,
)
_ADDRESS = re.compile(
    r"(?:(?:contact|e-?mail|courriel|web|site|tel|tél|www|https?)\b.{0,150}|\S+@\S+|\W*)",
    re.IGNORECASE,
)
_APPENDIX = re.compile(
    r"\W*(?:appendix|appendices|annex|annexes|annexe|addendum|list\sof\sparticipants|liste\sdes\sparticipants)\b"
    r"[^.;]{0,120}$",
    re.IGNORECASE,
)


def is_opening(text: str) -> bool:
    """Whether ``text`` is the line after which decisions begin: "..., the Committee:"."""
    folded = fold(text).strip()
    if not folded.endswith((":", ",")):
        return False
    return _OPENING.search(folded[-120:]) is not None and not _INTRODUCTION.match(folded)


def is_account(text: str) -> bool:
    """Whether ``text`` tells that the meeting was held, which is no decision."""
    start = fold(text)[:400]
    lowered = start.lower()
    return any(word in lowered for word in _MET) and _ACCOUNT.search(start) is not None


def is_adoption_line(text: str) -> bool:
    """Whether ``text`` tells by whom or when the document was adopted: "Adopted by ... on"."""
    return _ADOPTION.match(fold(text)) is not None


def is_appendix(text: str) -> bool:
    """Whether ``text`` heads an appendix, where decisions end."""
    return _APPENDIX.fullmatch(fold(text).strip()) is not None


def is_closing(text: str) -> bool:
    """Whether ``text`` is what may stand under the last decision: a place and day, an address."""
    folded = fold(text).strip()
    dates = find_dates(folded)
    if len(dates) == 1 and len(folded) - (dates[0].end - dates[0].start) < 25:
        return True
    return _ADDRESS.fullmatch(folded) is not None


def is_introduction(text: str) -> bool:
    """Whether ``text`` opens as a heading of the house does: "As to procedural matters"."""
    folded = fold(text).strip()
    return bool(_INTRODUCTION.match(folded)) and not re.search(r"[.;]$", folded)


def is_context(text: str) -> bool:
    """Whether ``text`` could be a context line: it ends in a colon."""
    return fold(text).strip().endswith(":")
