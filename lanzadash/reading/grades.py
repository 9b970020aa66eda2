"""The grade of a recommendation (urges, requests, requires, invites, considers) and its addressees."""

from __future__ import annotations

import re
from dataclasses import dataclass

from lanzadash.reading.folding import fold
from lanzadash.records import Grade

_VERBS: dict[Grade, str] = {
    "urge": r"(?:strongly\s)?urges?|exhorte(?:nt)?|prie\sinstamment|demande\sinstamment",
    "request": r"requests?|demande",
    "require": r"requires?|exige|requiert",
    "invite": r"invites?",
    "consider": r"considers?|considère|estime",
}
_VERB = re.compile(rf"\b(?:{'|'.join(_VERBS.values())})\b(?!\sété)", re.IGNORECASE)
# Who speaks, right before the verb: the committee, or nobody at the beginning of the text.
_SPEAKER = re.compile(
    r"(?:\b(?:the|le)\s(?:[\w-]+\s){0,2}?(?:committee|comité)"
    r"(?:\sof\sthe\sparties|\sdes\sparties|\sde\s[\w-]+)?\s|\b(?:it|il)\s|^\W*)"
    r"(?:(?:\w+ly|\w+ment|also|further|thus|therefore|aussi|également|donc|en\soutre),?\s){0,2}$",
    re.IGNORECASE,
)
# Whom it is addressed to stands between the verb and what they are to do.
_LEAD = re.compile(
    r"\s?,?\s?(?:that\s|que\s|qu'|(?=aux\s)|(?=à\s)|(?=des\s)|(?=de\sla\s)|(?=du\s))?",
    re.IGNORECASE,
)
_TASK = re.compile(
    r",?\s(?:to\s(?!(?:the|this|that|which|whom|it|all|a|an|be\sparties)\b)"
    r"|(?:should|must|shall|ought|need|are\srequired|doi(?:t|vent)|devraient|devrait|devront)\b"
    r"|(?:qu'|que\s)(?:elles?|ils?|chaque|chacune)\b"
    r"|(?:à|de|d')\s?(?:\w+ment\s)?(?:ne\spas\s|s'|se\s|y\s|en\s)?\w+(?:er|ir|oir|re)\b)",
    re.IGNORECASE,
)
_ARTICLE = re.compile(
    r"(?:aux|à\sla|à\sl'|au|à|des|du|de\sla|de\sl'|les|la|le|l'|the)(?:\s|(?<='))(?=\S)",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Graded:
    """A grade printed in a text, with where its addressees stand: ``text[start:end]``."""

    verb: Grade
    at: int
    start: int
    end: int


def find_grade(text: str) -> Graded | None:
    """The first grade in ``text`` that the committee itself gives; ``None`` where there is none."""
    folded = fold(text)
    found = next(
        (
            match
            for match in _VERB.finditer(folded)
            if _SPEAKER.search(folded[max(0, match.start() - 90) : match.start()])
        ),
        None,
    )
    if not found:
        return None
    verb = _lemma(found[0])
    lead = _LEAD.match(folded, found.end())
    start = lead.end() if lead else found.end()
    task = _TASK.search(folded, start, start + 400)
    end = task.start() if task else start
    return Graded(verb, found.start(), start, end) if verb else None


def addressees(text: str, graded: Graded) -> str | None:
    """The addressees as printed, without an article in front: ``Parties that have not yet``..."""
    printed = text[graded.start : graded.end].strip(" ,")
    article = _ARTICLE.match(fold(printed))
    if article and article.end() < len(printed):
        printed = printed[article.end() :]
    return printed or None


def _lemma(printed: str) -> Grade | None:
    folded = printed.casefold()
    return next(
        (verb for verb, words in _VERBS.items() if re.fullmatch(words, folded, re.IGNORECASE)), None
    )
