"""Operative verbs: how a decision begins, in both languages, as one lemma."""

from __future__ import annotations

import re
from functools import lru_cache

from lanzadash.reading.folding import fold
from lanzadash.records import Verb

# What may stand before the verb: "The Committee", "Also", "Unanimously", "Le Comité ... a".
_SUBJECT = (
    r"(?:(?:the|le|la)\s(?:[\w-]+\s)?(?:committee|comité|bureau|members|parties)"
    r"(?:\sof\sthe\sparties|\sdes\sparties|\sde\s[\w-]+)?,?\s|it\s|il\s|elle\s)?"
)
_ADVERB = (
    r"(?:(?:\w+ly|\w+ment|also|further|again|thus|then|hereby|aussi|également|ensuite|alors|"
    r"par\sailleurs|en\soutre|de\snouveau|à\snouveau|à\sl'unanimité|by\sconsensus|in\saddition),?\s){0,2}"
)
_AUXILIARY = r"(?:(?:a|ont|has|have|s'est|se\ssont|est|sont|was|were)\s)?"
_REFLEXIVE = r"(?:s'est\s|se\s|s')"

_ENGLISH: dict[Verb, str] = {
    "adopt": r"(?:re-?)?adopt(?:s|ed)",
    "agree": r"agree(?:s|d)",
    "decide": r"decide(?:s|d)",
    "take_note": r"(?:takes?|took)\s(?:due\s|careful\s)?note|note(?:s|d)",
    "welcome": r"welcome(?:s|d)",
    "invite": r"invite(?:s|d)",
    "instruct": r"instruct(?:s|ed)|entrust(?:s|ed)|mandate(?:s|d)|task(?:s|ed)|charge(?:s|d)",
    "hold": r"h(?:eld|olds)|(?:had|has)\san\s(?:in-depth\s|initial\s|first\s)?exchange|exchange(?:s|d)\sviews",
    "examine": r"(?:re-)?examine(?:s|d)|consider(?:s|ed)",
    "thank": r"thank(?:s|ed)|express(?:es|ed)\s(?:\w+\s){0,3}(?:gratitude|thanks)",
    "elect": r"(?:re-?)?elect(?:s|ed)",
}
_FRENCH: dict[Verb, str] = {
    "adopt": r"adopt(?:é|e)s?",
    "agree": r"conven(?:u|ue)s?|convien(?:t|nent)|accept(?:é|e)|(?:donné|donne)\sson\saccord"
    r"|(?<=s')accorde|(?<=s'est\s)accordé|(?:mis|met)\sd'accord",
    "decide": r"décid(?:é|e)",
    "take_note": r"(?:pris|prend|prennent)\s(?:bonne\s|dûment\s)?(?:note|acte)|not(?:é|e)",
    "welcome": r"félicit(?:é|e)e?s?|salu(?:é|e)|réjouie?|réjouit"
    r"|(?:accueilli|accueille)\s(?:\w+\s)?(?:favorablement|avec)",
    "invite": r"invit(?:é|e)",
    "instruct": r"charg(?:é|e)|mandat(?:é|e)|(?:donné|donne)\s(?:instruction|mandat)|confi(?:é|e)",
    "hold": r"tenu|tient|(?:procédé|procède)\sà\sun\s(?:\w+\s)?échange|eu\sun\s(?:\w+\s)?échange",
    "examine": r"(?:ré)?examin(?:é|e)",
    "thank": r"remerci(?:é|e)|(?:exprimé|exprime)\s(?:\w+\s){0,3}(?:gratitude|remerciements|reconnaissance)",
    "elect": r"(?:ré)?élue?|(?:ré)?élit",
}

_OPENING = re.compile(
    rf"{_SUBJECT}{_ADVERB}(?:{_REFLEXIVE}{_ADVERB})?{_AUXILIARY}{_ADVERB}(?:"
    + "|".join(f"(?P<{lemma}>{_ENGLISH[lemma]}|{_FRENCH[lemma]})" for lemma in _ENGLISH)
    + r")(?!\w)",
    re.IGNORECASE,
)
_LEMMAS: dict[str, Verb] = {lemma: lemma for lemma in _ENGLISH}
# "Having examined ..., decided": what came before does not count.
_PARTICIPLE = re.compile(
    r"(?:having|after|following|further\sto|in\s(?:the\s)?light|on\sthe\sbasis|recalling|noting|taking|bearing|"
    r"subject\sto|ayant|après|à\sla\ssuite|suite\sà|au\svu|compte\stenu|rappelant|notant|sur\sla\sbase|"
    r"sous\sréserve|conformément|pursuant|in\saccordance|in\sview|with\sa\sview|considering|upon)\b",
    re.IGNORECASE,
)

# Any operative opening, known lemma or not: "Was honoured by", "A été honoré", "Reiterated".
_IRREGULAR = (
    "held took had was were gave heard chose made drew kept set put saw began found understood "
    "left drew sent met wrote built brought felt thought recalled"
).split()
_FINITE = re.compile(
    rf"(?:(?:{_SUBJECT}{_ADVERB}(?:[A-Za-z-]+ed|{'|'.join(_IRREGULAR)})\b)"
    r"|(?:n')?(?:a|ont)\s(?:\w+ment\s|été\s|également\s|en\soutre\s|par\sailleurs\s|ensuite\s|aussi\s|à\snouveau\s)*[\wéèê'-]+(?:é|i|u|is|it|ert|ée|és|ées|us)\b"
    r"|(?:will|shall)\s(?:\w+ly\s|also\s|not\s)?[a-z]|s'est\s|est\s(?:également\s)?conv|se\s(?:félicite|réjouit)|(?:the|le)\s(?:lanzarote\s)?(?:committee|comité)\b)",
    re.IGNORECASE,
)
_NOT_FINITE = re.compile(
    r"(?:proposed|revised|updated|related|united|detailed|advanced|limited|need|red|hundred|combined|"
    r"continued|planned|suggested|requested|expected|a\smenu)\b(?!\s(?:that|the|its|to)\b)",
    re.IGNORECASE,
)


@lru_cache(maxsize=4096)
def find_verb(text: str) -> Verb:
    """The lemma of the verb that opens ``text``: ``agree`` for "Agreed that" and "Est convenu".

    ``other`` where it is none of the lemmas of the contract. A participle clause before the verb
    is passed over: "Having examined the draft, adopted it" is ``adopt``.
    """
    folded = fold(text).strip(" \"'-")
    lemma = _opening(folded)
    subject = re.match(_SUBJECT, folded, re.IGNORECASE)
    if lemma != "other" or not _PARTICIPLE.match(folded, subject.end() if subject else 0):
        return lemma
    for comma in re.finditer(r",\s|\sand\s", folded[:600]):
        lemma = _opening(folded[comma.end() :])
        if lemma != "other":
            return lemma
    return "other"


@lru_cache(maxsize=4096)
def is_operative(text: str) -> bool:
    """Whether ``text`` opens as a decision does: with a finite verb, not with a noun."""
    folded = fold(text).strip(" \"'-")
    if find_verb(text) != "other":
        return True
    return bool(_FINITE.match(folded)) and not _NOT_FINITE.match(folded)


def _opening(folded: str) -> Verb:
    match = _OPENING.match(folded)
    return _LEMMAS[match.lastgroup] if match and match.lastgroup else "other"
