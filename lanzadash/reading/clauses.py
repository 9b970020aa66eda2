"""What a clause does: asks for something, allows it, or tells what happened."""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import lru_cache

from lanzadash.records import Force

_ABBREVIATION = re.compile(
    r"(?:\b(?:r[eé]v|nos?|n°|arts?|paras?|mr|mrs|ms|mme|mm|dr|prof|cf|vol|p|pp|e\.g|i\.e|approx|"
    r"dec|nov|oct|sept?|jan|feb|janv|févr|déc|[A-Za-z])\.)$",
    re.IGNORECASE,
)
_BREAK = re.compile(r"(?:[.!?][\"')]*\s+(?=[\"'(]?[A-ZÀ-Þ0-9-])|;\s+)")

MAY = re.compile(
    r"\b(?:could|(?-i:may)|might|can|invit\w+|encourag\w+|welcome to|free to|opportunity|"
    r"possible (?:to|for)|possibilit\w+|"
    r"pourr\w+|pouv\w+|peu(?:t|vent)|faculté|loisible|libres? de)\b",
    re.IGNORECASE,
)
MUST = re.compile(
    r"\b(?:shall|must|should|will|are to|is to|(?:has|have|need) to|required?|requests?|requested|"
    r"asks?|asked|urges?|urged|instruct\w*|entrust\w*|task(?:s|ed)|mandate[sd]|call(?:s|"
    r"ed)? (?:up)?on|"
    r"remind\w*|to be|obliged|expected|decided to|agreed to|"
    r"doi(?:t|vent)|devr\w+|demand\w+|pri(?:e|é|ée|ées|és|ent)|exig\w+|exhort\w+|charg\w+|"
    r"rappel\w+|"
    r"appel\w+|tenue?s? de|requis\w*|engag\w+|confi[eé]\w*|décidé d\w+|convenu d\w+)\b",
    re.IGNORECASE,
)
# In what the committee only takes note of: asked of somebody, or said of its own people.
_ASKED = re.compile(
    r"\b(?:shall|must|should|are to|is to|requests?|requested to|asks?|asked|invit\w+|urge[sd]?|"
    r"could|(?-i:may)|"
    r"exhort\w+|"
    r"doi(?:t|vent)|devr\w+|demand\w+|pri(?:e|é|ée|ées|és|ent)|pourr\w+|peu(?:t|vent))\b",
    re.IGNORECASE,
)
_OURS = re.compile(
    r"\b(?:part(?:y|ies?)|delegations?|members?|secretariat|bureau|chair\w*|rapporteurs?|"
    r"observers?|"
    r"participants?|délégations?|membres?|secrétariat|présidente?|observateurs?)\b",
    re.IGNORECASE,
)
# What can be asked for by a date, in any form of the verb.
SEND = re.compile(
    r"\b(?:(?:re-?)?submi\w+|sen[dt]\w*|provid\w+|transm[ie]\w+|forward\w*|repl(?:y|ies)\w*|"
    r"respon[ds]\w*|answer\w*|"
    r"complet\w+|fill\w*|return\w*|communicat\w+|shar\w+|inform\w*|notif\w+|comment\w*|propos\w+|"
    r"suggest\w*|nominat\w+|designat\w+|regist\w+|appl(?:y|ications?)|contribut\w+|report back|"
    r"indicat\w+|confirm\w*|updat\w+|suppl(?:y|ied)|deliver\w*|lodg\w+|input\w*|amendments?|"
    r"finali[sz]\w+|prepar\w+|circulat\w+|publish\w*|translat\w+|draft\w*|revis\w+|make available|"
    r"soumet\w*|soumis\w*|envo\w+|adress\w+|fourni\w*|communiqu\w+|répon[ds]\w*|compl[eéè]t\w+|"
    r"retourn\w+|renvo\w+|parvenir|présent(?:e?r|é|ée|és|ées|ent|ation)|inform\w+|commentaires?|"
    r"observations?|"
    r"contributions?|candidatures?|désign\w+|inscri\w+|confirm\w+|dépos\w+|rendre|rendues?|"
    r"finalis\w+|prépar\w+|diffus\w+|publi\w+|tradui\w+|révis\w+|remettre|remise?s?)\b",
    re.IGNORECASE,
)
_TO_DO = re.compile(
    r"\bto (?!the\b|this\b|its\b|a\b|an\b|all\b|which\b|each\b)(?:\w+ly )?[a-z]+\b"
    r"|\b(?:à|de|d'|d'en |pour|afin de) ?(?:les? |lui |leur |y )?\w+(?:er|ir|oir|re)\b"
    r"|\bwill\b|\bbe \w+(?:ed|en|t)\b|\w+r(?:a|ont)\b",
    re.IGNORECASE,
)
_HAPPENED = re.compile(
    r"\b(?:had|was|were|avait|avaient|ayant|having|already|déjà|ont été|a été|(?:has|"
    r"have)(?! ?$))\b"
    r"(?! to\b)"
    r"|\b(?:ratified|acceded|committed|born|signed|entered into force|ratifié|adhéré|commis\w*|"
    r"signé|entrée? en vigueur)\b",
    re.IGNORECASE,
)
_TAKES_PLACE = re.compile(
    r"\b(?:(?:be|is|are|was|were) (?:held|organised|organized|convened|scheduled)|tak(?:e|es|"
    r"ing) place|"
    r"se tiendra\w*|aur(?:a|ont) lieu|avoir lieu|(?:sera|seront|est|sont) (?:organisée?s?|tenue?s?|"
    r"prévue?s?))\b",
    re.IGNORECASE,
)


def sentence_at(folded: str, at: int) -> tuple[int, int]:
    """Where the sentence around ``folded[at]`` begins and ends; a semicolon ends one too."""
    borders = _borders(folded)
    after = bisect_right(borders, (at, len(folded)))
    start = borders[after - 1][0] if after else 0
    return start, borders[after][1] if after < len(borders) else len(folded)


@lru_cache(maxsize=1024)
def _borders(folded: str) -> tuple[tuple[int, int], ...]:
    """For each border of two sentences: where the next one begins, where the last one ended."""
    return tuple(
        (match.end(), match.start() + 1)
        for match in _BREAK.finditer(folded)
        if match[0][0] != "."
        or not _ABBREVIATION.search(folded[max(0, match.start() - 12) : match.start() + 1])
    )


def force_of(before: str, after: str) -> Force:
    """``may`` where what is asked is only allowed or invited; what stands nearest decides."""
    may, must = _last(MAY, before), _last(MUST, before)
    if may < 0 and must < 0:
        may, must = -_first(MAY, after), -_first(MUST, after)
    return "may" if may > must else "must"


def asks(clause: str) -> bool:
    """Whether ``clause`` asks for or allows something that is still to be done."""
    return any(pattern.search(clause) for pattern in (MAY, MUST, SEND, _TO_DO))


def demands(clause: str) -> bool:
    """Like ``asks``, but a verb of sending alone ("completed within") is not enough."""
    return any(pattern.search(clause) for pattern in (MAY, MUST, _TO_DO))


def concerns_us(clause: str) -> bool:
    """Whether what ``clause`` tells is asked of, or done by, those the committee decides for."""
    return any(pattern.search(clause) for pattern in (_ASKED, _OURS))


def happened(clause: str) -> bool:
    """Whether what stands last in ``clause`` tells the past: "30 Parties had replied"."""
    return _last(_HAPPENED, clause) > max(_last(one, clause) for one in (_TO_DO, MAY, MUST))


def takes_place(clause: str) -> bool:
    """Whether ``clause`` tells when an event is held."""
    return _last(_TAKES_PLACE, clause) > _last(SEND, clause)


def _last(pattern: re.Pattern[str], text: str) -> int:
    return max((match.start() for match in pattern.finditer(text)), default=-1)


def _first(pattern: re.Pattern[str], text: str) -> int:
    match = pattern.search(text)
    return match.start() + 1 if match else 10**6
