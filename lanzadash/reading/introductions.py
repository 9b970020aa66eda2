"""Lines that introduce: "As regards ...", "In the context of ...:", "The Committee:"."""

from __future__ import annotations

import re

from lanzadash.reading.dates import find_dates
from lanzadash.reading.folding import fold
from lanzadash.reading.ordinals import ORDINAL

_INTRODUCTION = re.compile(
    r"(?:with reference to|en référence à|(?:à la )?suite (?:à|aux?|d)|following |further to|"
    r"pursuant to|conformément |as regards|as to|as concerns|as far as|with regards? to|"
    r"with respect to|"
    r"in respect of|in relation to|in connection with|regarding|concerning|"
    r"(?:with)?in the (?:context|framework|course|light|field) of|under the|"
    r"s'agissant|en ce qui concerne|concernant|dans le (?:cadre|contexte|domaine) d|"
    r"pour ce qui (?:est|concerne)|quant (?:à|aux?)|au (?:sujet|titre|regard) d|"
    r"à (?:propos|l'égard) d|relativement|en (?:matière|relation) |en rapport)",
    re.IGNORECASE,
)
# "During this meeting, the Lanzarote Committee:", "Le Comité :", "..., at which it decided to:"
_OPENING = re.compile(
    r"(?:^|[\s,])(?:(?:the|le|la) (?:[\w-]+ ){0,2}?(?:committee|comité|bureau)"
    r"(?: of the parties| des parties| de [\w-]+)?|it|il)(?: [^\s.:]+){0,4} ?:$"
    r"|^(?:the|le|la) (?:[\w-]+ ){0,2}?(?:committee|comité)(?: of the parties| des parties|"
    r" de [\w-]+)?,$",
    re.IGNORECASE,
)
_ACCOUNT = re.compile(
    rf"\b(?:held|a tenu|tenu|met for|holds|tient) (?:its|sa|the|la|their|leur) (?:\w+ )?{ORDINAL}"
    r"|\b(?:s'est réuni|met (?:in|on|remotely|online|at|from)|has met)\b",
    re.IGNORECASE,
)
_MET = ("held", "holds", "met", "tenu", "tient", "réuni")
_ADOPTION = re.compile(
    r"\W*(?:list of decisions |liste des? décisions |(?:as|text|document|report|rapport|texte) )?"
    r"(?:adopted|approved|adoptée?s?|approuvée?s?) (?:by|at|on|during|in|par|lors|le|au cours|à)\b",
    re.IGNORECASE,
)
_ADDRESS = re.compile(
    r"(?:(?:contact|e-?mail|courriel|web|site|tel|tél|www|https?)\b.{0,150}|\S+@\S+|\W*)",
    re.IGNORECASE,
)
_APPENDIX = re.compile(
    r"\W*(?:appendix|appendices|annex|annexes|annexe|addendum|list of participants|"
    r"liste des participants)\b"
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
