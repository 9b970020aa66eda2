"""Parties named in a text: as nouns, under every name on file, in both languages."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from lanzadash.reading.folding import fold
from lanzadash.reading.rules import PartyName

# "Mr X (Finland)", "in Finland": a capitalised word before these is no part of a name.
_FREE = frozenset(
    "the of and or in to for by from with as at on see between among both also including except "
    "le la les l de des du d et ou en au aux à par pour dans que qu avec entre dont sauf parties "
    "party partie state states états etats committee comité".split()
)
_REGIONS = frozenset("Northern Southern Eastern Western North South East West New".split())
_PLACE_BEFORE = re.compile(r"(?:\b[Ii]n|\b[Aa]t|\bà|\() ?[^\W\d_a-zß-ÿ][\w'-]+, $")


@dataclass(frozen=True)
class PartySpan:
    """A Party named at ``text[start:end]``, ISO 3166-1 alpha-3."""

    start: int
    end: int
    party: str


def find_parties(text: str, names: tuple[PartyName, ...]) -> list[PartySpan]:
    """Every mention of a Party by one of ``names``, in order; the longest name wins.

    Adjectives are no names ("Georgian authorities"). A name inside another one ("Protect Children
    Finland", "Northern Ireland") and the country of a venue ("in Nicosia, Cyprus") are no mention.
    """
    if not names:
        return []
    pattern, parties = _pattern(names)
    folded = fold(text)
    spans = [
        PartySpan(match.start(), match.end(), parties[_key(match[0])])
        for match in pattern.finditer(folded)
    ]
    ends = {span.end for span in spans}
    return [span for span in spans if not _inside_name(folded, span, ends)]


def _inside_name(folded: str, span: PartySpan, ends: set[int]) -> bool:
    before, after = folded[max(0, span.start - 60) : span.start], folded[span.end : span.end + 60]
    if re.match(r" [A-ZÀ-Þ][a-zß-ÿ]+", after) or re.match(r"[-/][A-ZÀ-Þ]", after):
        return True
    word = re.search(r"([^\W\d_][\w'-]*)[\s-]$", before)
    if word and _is_name_part(word[1], before[: word.start()]):
        return True
    place = _PLACE_BEFORE.search(before)
    return place is not None and span.start - len(before) + len(before.rstrip(", ")) not in ends


def _is_name_part(word: str, before: str) -> bool:
    """A capitalised word, in the middle of a sentence, that is not "The" or the like."""
    stem = word.split("'")[-1]
    if not stem[:1].isupper() or stem.lower() in _FREE:
        return False
    opens = not before.strip() or before.rstrip()[-1] in ".:;?!"
    return not opens or stem in _REGIONS or (stem.isupper() and len(stem) > 2)


@cache
def _pattern(names: tuple[PartyName, ...]) -> tuple[re.Pattern[str], dict[str, str]]:
    parties = {_key(fold(name)): party for party, name in names}
    forms = {fold(name) for _, name in names}
    forms |= {form.upper() for form in forms if len(form) > 3}
    # One look at the first letter decides, so that a long list costs little.
    first = "".join(sorted({re.escape(form[0]) for form in forms}))
    ordered = sorted(forms, key=len, reverse=True)
    alternatives = "|".join(re.escape(form).replace(r"\ ", r" ") for form in ordered)
    return re.compile(rf"(?<![\w@.])(?=[{first}])(?:{alternatives})(?![\w@])"), parties


def _key(name: str) -> str:
    return re.sub(r" ", " ", name).casefold()
