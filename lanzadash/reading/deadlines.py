"""Deadlines of a block of text: the date, and what is asked, how firmly, and where to send it."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass

from lanzadash.reading.addressees import asked_parties
from lanzadash.reading.clauses import SEND, asks, force_of, sentence_at
from lanzadash.reading.cues import Cue, Frame, find_cues
from lanzadash.reading.folding import fold
from lanzadash.reading.parties import find_parties
from lanzadash.reading.recommendations import find_codes, print_code
from lanzadash.reading.relative import find_extensions, find_relative
from lanzadash.reading.rules import PartyName
from lanzadash.records import Deadline, Place

_MAIL = re.compile(r"(?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_LINK = re.compile(r"https?://[^\s()<>,;]+[^\s()<>,;.]")
_OPENING = re.compile(
    r"(?:(?:the |le )?(?:[\w-]+ )?(?:committee|comité)(?: de \w+)? )?(?:(?:also|further) )?"
    r"(?:agreed|decided|a convenu|est convenu|a décidé|convient|décide) (?:that |to |que |qu'|de |"
    r"d')?",
    re.IGNORECASE,
)
_JOIN = re.compile(
    r"^[\s,;:–—-]*(?:\b(?:and|et|as well as|ainsi que|puis|then)\b ?)?(?:that |que )?|[\s,;:(–—-]+$"
)
_THESE = re.compile(
    r"\b(?:these|those|said|above(?:-mentioned)?|aforementioned|ces|cesdites|lesdites|"
    r"susmentionnées) (?:\w+ ){0,2}recomm[ae]nd",
    re.IGNORECASE,
)
# "by 10 December 2021 for R7 and by ...": what a date is for stands behind it.
_TRAILING = re.compile(
    r" ?,? ?(?:\(|(?:for|pour|as regards|concerning|regarding|concernant|en ce qui concerne|"
    r"s'agissant)\b)",
    re.IGNORECASE,
)
_CONJUNCTION = re.compile(r",? (?:and|et|while|tandis que|;) ", re.IGNORECASE)


_NEAR = 2000
"""No sentence is longer; what passes for one is looked at no further than this."""


@dataclass(frozen=True)
class Context:
    """What a deadline's own sentence may leave unsaid: the codes and addresses around it."""

    frame: Frame
    codes: tuple[str, ...] = ()
    addresses: tuple[str, ...] = ()
    listed: str = ""
    """Sub-points that complete the text: their codes count where the text ends in a colon."""
    names: tuple[PartyName, ...] = ()
    """Names of Parties, to tell those that a sentence asks."""


@dataclass(frozen=True)
class _Part:
    """The stretch of a sentence that belongs to one deadline."""

    cue: Cue
    start: int
    end: int
    sentence: tuple[int, int]
    shared: bool = False
    """Whether another deadline stands in the same sentence."""
    relative: str | None = None


def find_deadlines(
    text: str, context: Context, place: Place, decision: int | None = None, index: int | None = None
) -> list[Deadline]:
    """Every deadline in ``text``, in order, for the decision it belongs to."""
    folded = fold(text)
    found: list[tuple[Cue, str | None]] = []
    taken: set[int] = set()
    days = [(cue, None) for cue in find_cues(text, context.frame)]
    for cue, words in (*find_extensions(text), *days, *find_relative(text, context.frame)):
        places = range(cue.start, cue.end)
        if taken.isdisjoint(places):
            taken.update(places)
            found.append((cue, words))
    found.sort(key=lambda item: item[0].start)
    return [
        _deadline(text, folded, part, context, place, decision, index)
        for part in _parts(folded, found)
    ]


def _parts(folded: str, found: list[tuple[Cue, str | None]]) -> list[_Part]:
    parts: list[_Part] = []
    whole = [sentence_at(folded, cue.start) for cue, _ in found]
    count = Counter(whole)
    for at, (cue, relative) in enumerate(found):
        start, end = whole[at]
        sentence = max(start, cue.start - _NEAR), min(end, cue.end + _NEAR)
        above = parts[-1].end if parts and parts[-1].cue.start >= sentence[0] else sentence[0]
        below = found[at + 1][0].start if at + 1 < len(found) else len(folded)
        end = sentence[1] if below >= sentence[1] else _border(folded, cue.end, below)
        parts.append(_Part(cue, above, end, sentence, count[whole[at]] > 1, relative))
    return parts


def _border(folded: str, end: int, below: int) -> int:
    """Where, between two deadlines of a sentence, the words of the first one stop."""
    joins = list(_CONJUNCTION.finditer(folded, end, below))
    if not joins:
        return end
    return joins[-1 if _TRAILING.match(folded, end) else 0].start()


def _deadline(
    text: str,
    folded: str,
    part: _Part,
    context: Context,
    place: Place,
    decision: int | None,
    index: int | None,
) -> Deadline:
    cue = part.cue
    start, end = part.sentence
    due = cue.due
    return Deadline(
        decision=decision,
        index=index,
        due=due,
        inclusive=cue.inclusive,
        force=force_of(f"{context.frame.lead} {folded[start : cue.start]}", folded[cue.end : end]),
        time=cue.clock.time if cue.clock else None,
        zone=cue.clock.zone if cue.clock else None,
        relative=None if due else part.relative or text[cue.start : cue.end],
        what=_what(text, folded, part),
        submit_to=_address(text, part, context),
        recommendations=_codes(text, part, context),
        parties=_parties(text, part, context),
        printed=text[cue.start : cue.end].strip(" ,("),
        place=place,
    )


def _what(text: str, folded: str, part: _Part) -> str:
    """The words of the sentence that say what is asked, without the operative verb and the date."""
    opening = _OPENING.match(folded, part.start)
    start = opening.end() if opening and opening.end() <= part.cue.start else part.start
    before = _JOIN.sub("", text[start : part.cue.start])
    after = _JOIN.sub("", text[part.cue.end : part.end]).rstrip(".")
    asked = [match.end() for match in SEND.finditer(fold(before))]
    if len(before) > 25 and not (asked and asked[-1] == len(before)):
        return before
    words = _JOIN.sub("", f"{before} {after}").strip()
    return words if len(words) > 10 else text[slice(*part.sentence)].strip()


def _address(text: str, part: _Part, context: Context) -> str | None:
    """The one address to send to; ``None`` where there are two candidates."""
    for stretch in (text[part.start : part.end], text[slice(*part.sentence)]):
        found = find_addresses(stretch)
        if found:
            return found[0] if len(found) == 1 else None
    return context.addresses[0] if len(context.addresses) == 1 else None


def find_addresses(text: str) -> list[str]:
    """The e-mail addresses in ``text``, each once; where there are none, the web addresses."""
    mail = _MAIL.findall(text) if "@" in text else []
    return list(dict.fromkeys(mail or _LINK.findall(text)))


def _codes(text: str, part: _Part, context: Context) -> list[str]:
    start, end = part.sentence
    stretch, sentence = text[part.start : part.end], text[start:end]
    codes = codes_in(stretch)
    if not codes and not (part.shared and asks(fold(text[part.start : part.cue.start]))):
        codes = codes_in(sentence)
    if codes:
        return codes
    if text[end:].strip() == "" and text.rstrip().endswith(":") and codes_in(context.listed):
        return codes_in(context.listed)
    return list(context.codes) if _THESE.search(sentence) else []


def _parties(text: str, part: _Part, context: Context) -> list[str]:
    """The Parties asked by name: in the deadline's own words, else in those it completes."""
    stretches = (text[part.start : part.end], text[slice(*part.sentence)], context.frame.lead)
    named = (words for words in stretches if find_parties(words, context.names))
    return asked_parties(next(named, ""), context.names)


def codes_in(text: str) -> list[str]:
    """The codes of the recommendations named in ``text``, each once, as printed."""
    return list(dict.fromkeys(print_code(span.code) for span in find_codes(text)))
