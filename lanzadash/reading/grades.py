"""The grade of a recommendation ("urges", "requests" ...) and whom it is addressed to."""

from __future__ import annotations

import re
from dataclasses import dataclass

from lanzadash.reading.folding import fold
from lanzadash.records import Grade

_VERBS: dict[Grade, str] = {
    "urge": r"(?:strongly )?urges?|exhorte(?:nt)?|prie instamment|demande instamment",
    "request": r"requests?|demande",
    "require": r"requires?|exige|requiert",
    "invite": r"invites?",
    "consider": r"considers?|considère|estime",
}
_VERB = re.compile(rf"\b(?:{'|'.join(_VERBS.values())})\b(?! été)", re.IGNORECASE)
_PASSIVES: dict[Grade, str] = {
    "urge": r"(?:strongly )?urged|(?:instamment )?exhortées|instamment priées",
    "request": r"requested|priées",
    "require": r"required|tenues",
    "invite": r"invited|invitées",
}
# "All Parties are required to report", "Les Parties sont invitées à répondre"
_ASKED_OF = re.compile(
    r"\W*(?P<who>(?:[\w'-]+ ){0,5}(?:parties|states parties)(?: [\w',-]+){0,12}?) (?:are|sont) (?:"
    + "|".join(f"(?P<{verb}>{words})" for verb, words in _PASSIVES.items())
    + r")(?= (?:to|à|de)\b| d')",
    re.IGNORECASE,
)
# Who speaks, right before the verb: the committee, or nobody at the beginning of the text.
_SPEAKER = re.compile(
    r"(?:\b(?:the|le) (?:[\w-]+ ){0,2}?(?:committee|comité)"
    r"(?: of the parties| des parties| de [\w-]+)? |\b(?:it|il) |^\W*)"
    r"(?:(?:\w+ly|\w+ment|also|further|thus|therefore|aussi|également|donc|en outre),? ){0,2}$",
    re.IGNORECASE,
)
# Whom it is addressed to stands between the verb and what they are to do.
_LEAD = re.compile(
    r" ?,? ?(?:that |que |qu'|(?=aux )|(?=à )|(?=des )|(?=de la )|(?=du ))?",
    re.IGNORECASE,
)
_TASK = re.compile(
    r",? (?:to (?!(?:the|this|that|which|whom|it|all|a|an|be parties)\b)"
    r"|(?:should|must|shall|ought|need|are required|doi(?:t|vent)|devraient|devrait|devront)\b"
    r"|(?:qu'|que )(?:elles?|ils?|chaque|chacune)\b"
    r"|(?:à|de|d') ?(?:\w+ment )?(?:ne pas |s'|se |y |en )?\w+(?:er|ir|oir|re)\b)",
    re.IGNORECASE,
)
_ARTICLE = re.compile(
    r"(?:aux|à la|à l'|au|à|des|du|de la|de l'|les|la|le|l'|the)(?: |(?<='))(?=\S)",
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
        return _passive(folded)
    verb = _lemma(found[0])
    lead = _LEAD.match(folded, found.end())
    start = lead.end() if lead else found.end()
    task = _TASK.search(folded, start, start + 400)
    end = task.start() if task else start
    return Graded(verb, found.start(), start, end) if verb else None


def _passive(folded: str) -> Graded | None:
    """The grade of a sentence whose subject is whom it is addressed to."""
    found = _ASKED_OF.match(folded)
    verb = next((verb for verb in _PASSIVES if found and found[verb]), None)
    return Graded(verb, found.end("who"), *found.span("who")) if found and verb else None


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
