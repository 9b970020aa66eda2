"""The Parties that a sentence asks by name: "Invited Malta and Cyprus to send ...".

Only where the sentence asks once, and nobody but Parties: with two who may be meant, none is.
"""

from __future__ import annotations

import re
from itertools import pairwise

from lanzadash.reading.folding import fold
from lanzadash.reading.parties import PartySpan, find_parties
from lanzadash.reading.rules import PartyName

# "requested", "called upon", "a invité": whom it asks stands behind it
_ASKS = (
    r"invit(?:e[sd]?|é)|request(?:s|ed)?|ask(?:s|ed)?|urge[sd]?|encourage[sd]?|remind(?:s|ed)?|"
    r"call(?:s|ed)? (?:up)?on|demand(?:e|é)|pri(?:e|é)|exhort(?:e|é)|encourag(?:e|é)|appel(?:le|é)|"
    r"instruct(?:s|ed)?|task(?:s|ed)|mandate[sd]?|charg(?:e|é)|mandat(?:e|é)|require[sd]?"
)
# "are kindly invited to", "devront": who is asked stands before it
_ASKED = (
    r"(?:are|is|be|sont|est) (?:\w+ )?(?:invited|requested|asked|urged|encouraged|required|"
    r"reminded|expected|called (?:up)?on|invitée?s?|priée?s?|encouragée?s?|exhortée?s?|"
    r"tenue?s?|appelée?s?) (?:to|à|de|d')|"
    r"(?:are|is|has|have) to|shall|must|should|could|may|might|can|doi(?:t|vent)|devr\w+|pourr\w+|"
    r"peu(?:t|vent)"
)
_ANY = re.compile(rf"\b(?:{_ASKED}|{_ASKS})(?!\w)", re.IGNORECASE)
_OFFICE = (
    r"(?:(?:the )?(?:authorities|delegations?|governments?) of |"
    r"(?:(?:aux?|les|le|la) )?(?:autorités|délégations?|gouvernements?) )?"
)
_ARTICLE = r"(?:the |le |la |les |l'|du |des |de la |de l'|de |d'|au |aux |à la |à l'|à )?"
_BEHIND_ASKS = re.compile(rf"\b(?:{_ASKS}) {_OFFICE}{_ARTICLE}$", re.IGNORECASE)
_OPENS = re.compile(
    rf"(?:^[\W\d_]*|\bthat |\bque |\bqu'|, ){_OFFICE}{_ARTICLE}$",
    re.IGNORECASE,
)
_BETWEEN = re.compile(rf" ?(?:,|,? (?:and|et)|, as well as| as well as| ainsi que) {_ARTICLE}")
_BEFORE_TASK = re.compile(r",? (?:to|à|de)\b|,? d'|\W*$", re.IGNORECASE)
_BEFORE_ASKED = re.compile(rf",? (?:{_ASKED})(?!\w)", re.IGNORECASE)


def asked_parties(sentence: str, names: tuple[PartyName, ...]) -> list[str]:
    """The Parties that ``sentence`` asks for something, as codes; empty unless that is plain."""
    folded = fold(sentence)
    if len(_ANY.findall(folded)) != 1:
        return []
    runs = [run for run in _runs(sentence, folded, names) if _is_asked(folded, run)]
    return list(dict.fromkeys(span.party for span in runs[0])) if len(runs) == 1 else []


def _runs(sentence: str, folded: str, names: tuple[PartyName, ...]) -> list[list[PartySpan]]:
    """The Parties named, those of one enumeration together."""
    spans = find_parties(sentence, names)
    runs = [spans[:1]] if spans else []
    for before, span in pairwise(spans):
        if _BETWEEN.fullmatch(folded, before.end, span.start):
            runs[-1].append(span)
        else:
            runs.append([span])
    return runs


def _is_asked(folded: str, run: list[PartySpan]) -> bool:
    """The words before and behind an enumeration say that these, and no others, are asked."""
    before, after = folded[: run[0].start], folded[run[-1].end :]
    if _BEHIND_ASKS.search(before):
        return _BEFORE_TASK.match(after) is not None
    return _OPENS.search(before) is not None and _BEFORE_ASKED.match(after) is not None
