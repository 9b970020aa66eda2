"""Operative verbs: how a decision begins, in both languages, as one lemma."""

from __future__ import annotations

import re
from functools import lru_cache

from lanzadash.reading.folding import fold
from lanzadash.records import Verb

# What may stand before the verb: "The Committee", "Also", "Unanimously", "Le Comité ... a".
_SUBJECT = (
    r"(?:(?:the|le|la) (?:[\w-]+ )?(?:committee|comité|bureau|members|parties)"
    r"(?: of the parties| des parties| de [\w-]+)?,? |it |il |elle )?"
)
_ADVERB = (
    r"(?:(?:\w+ly|\w+ment|also|further|again|thus|then|hereby|aussi|également|ensuite|alors|"
    r"par ailleurs|en outre|de nouveau|à nouveau|à l'unanimité|by consensus|in addition),? ){0,2}"
)
_AUXILIARY = r"(?:(?:a|ont|has|have|s'est|se sont|est|sont|was|were) )?"
_REFLEXIVE = r"(?:s'est |se |s')"

_ENGLISH: dict[Verb, str] = {
    "adopt": r"(?:re-?)?adopt(?:s|ed)",
    "agree": r"agree(?:s|d)",
    "decide": r"decide(?:s|d)",
    "take_note": r"(?:takes?|took) (?:due |careful )?note|note(?:s|d)",
    "welcome": r"welcome(?:s|d)",
    "invite": r"invite(?:s|d)",
    "instruct": r"instruct(?:s|ed)|entrust(?:s|ed)|mandate(?:s|d)|task(?:s|ed)|charge(?:s|d)",
    "hold": (
        r"h(?:eld|olds)|(?:had|has) an (?:in-depth |initial |first )?exchange|exchange(?:s|d) views"
    ),
    "examine": r"(?:re-)?examine(?:s|d)|consider(?:s|ed)",
    "thank": r"thank(?:s|ed)|express(?:es|ed) (?:\w+ ){0,3}(?:gratitude|thanks)",
    "elect": r"(?:re-?)?elect(?:s|ed)",
}
_FRENCH: dict[Verb, str] = {
    "adopt": r"adopt(?:é|e)s?",
    "agree": r"conven(?:u|ue)s?|convien(?:t|nent)|accept(?:é|e)|(?:donné|donne) son accord"
    r"|(?<=s')accorde|(?<=s'est )accordé|(?:mis|met) d'accord",
    "decide": r"décid(?:é|e)",
    "take_note": r"(?:pris|prend|prennent) (?:bonne |dûment )?(?:note|acte)|not(?:é|e)",
    "welcome": r"félicit(?:é|e)e?s?|salu(?:é|e)|réjouie?|réjouit"
    r"|(?:accueilli|accueille) (?:\w+ )?(?:favorablement|avec)",
    "invite": r"invit(?:é|e)",
    "instruct": r"charg(?:é|e)|mandat(?:é|e)|(?:donné|donne) (?:instruction|mandat)|confi(?:é|e)",
    "hold": r"tenu|tient|(?:procédé|procède) à un (?:\w+ )?échange|eu un (?:\w+ )?échange",
    "examine": r"(?:ré)?examin(?:é|e)",
    "thank": (
        r"remerci(?:é|e)|"
        r"(?:exprimé|exprime) (?:\w+ ){0,3}(?:gratitude|remerciements|reconnaissance)"
    ),
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
    r"(?:eu égard|vu|having|after|following|further to|in (?:the )?light|on the basis|recalling|"
    r"noting|taking|bearing|"
    r"subject to|ayant|après|à la suite|suite à|au vu|compte tenu|rappelant|notant|sur la base|"
    r"sous réserve|conformément|pursuant|in accordance|in view|with a view|considering|upon)\b",
    re.IGNORECASE,
)

# Any operative opening, known lemma or not: "Was honoured by", "A été honoré", "Reiterated".
_IRREGULAR = (
    "held took had was were gave heard chose made drew kept set put saw began found understood "
    "left drew sent met wrote built brought felt thought recalled"
).split()
_FINITE = re.compile(
    rf"(?:(?:{_SUBJECT}{_ADVERB}(?:[A-Za-z-]+ed|{'|'.join(_IRREGULAR)})\b)"
    r"|(?:n')?(?:a|ont) (?:\w+ment |été |également |en outre |par ailleurs |ensuite |aussi |"
    r"à nouveau )*[\wéèê'-]+(?:é|i|u|is|it|ert|ée|és|ées|us)\b"
    r"|(?:will|shall) (?:\w+ly |also |not )?[a-z]|s'est |est (?:également )?conv|se (?:félicite|"
    r"réjouit)|(?:the|le) (?:lanzarote )?(?:committee|comité)\b)",
    re.IGNORECASE,
)
_NOT_FINITE = re.compile(
    r"(?:proposed|revised|updated|related|united|detailed|advanced|limited|need|red|hundred|"
    r"combined|"
    r"continued|planned|suggested|requested|expected|a menu)\b(?! (?:that|the|its|to)\b)",
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
    for comma in re.finditer(r", | and ", folded[:600]):
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
