"""Towns printed beside dates: "Strasbourg, 7-10 March 2022", "7-11 December 2020, Strasbourg"."""

from __future__ import annotations

import re

from lanzadash.reading.folding import fold

_WORD = r"[A-ZÀ-Þ][^\W\d_]+"
_TOWN = rf"(?P<place>(?:(?:The|La|Le|Los|San|Saint|St)[\s-])?{_WORD}(?:[\s-]{_WORD})?)"
_COUNTRY = rf"(?:,\s{_WORD}|\s?\([A-ZÀ-Þ][^()\d]{{2,40}}\))?"
# Strasbourg, 7-10 ... · in Strasbourg (France) on 7-10 ... · à Strasbourg du 7 au 10 ...
_BEFORE = re.compile(
    rf"(?:^|[\s(,\[]){_TOWN}{_COUNTRY}[\s,(\[-]{{1,3}}(?:(?:from|on|du|le|les)\s)?$"
)
# 7-11 December 2020, Strasbourg · (Strasbourg) · in Nicosia, Cyprus · à Strasbourg
_AFTER = re.compile(
    rf"[\s,)]*(?:[(-]\s?|,\s?|(?:in|at|à)\s)(?:(?:in|at|à)\s)?{_TOWN}(?=[\s,.;:()\]-]|$)"
)
_IN = re.compile(rf"\b(?:in|at|à)\s{_TOWN}(?=[\s,.;:()]|$)")

_NOT_A_TOWN = frozenset(
    "meeting meetings session réunion virtual remote online hybrid committee comité monday tuesday "
    "wednesday thursday friday saturday sunday lundi mardi mercredi jeudi vendredi samedi dimanche "
    "venue parties date dates exact zoom kudo platform plateforme document adopted adopté adoptée "
    "list liste agenda order ordre january february march april may june july august september "
    "october november december janvier février mars avril mai juin juillet août septembre octobre "
    "novembre décembre the its their draft projet bureau secretariat secrétariat council conseil "
    "europe time heure distance ligne person présentiel plenary plénière tbc lanzarote".split()
)


def place_before(before: str) -> str | None:
    """The town at the end of what stands before a date."""
    return _town(_BEFORE.search(fold(before)), before)


def place_after(after: str) -> str | None:
    """The town at the beginning of what stands behind a date."""
    return _town(_AFTER.match(fold(after)), after)


def place_in(text: str) -> str | None:
    """The first town that ``text`` names with "in" or "à"."""
    folded = fold(text)
    found = (_town(match, text) for match in _IN.finditer(folded))
    return next((town for town in found if town), None)


def _town(match: re.Match[str] | None, text: str) -> str | None:
    if not match or any(
        word.casefold() in _NOT_A_TOWN for word in re.split(r"[\s-]", match["place"])
    ):
        return None
    return text[match.start("place") : match.end("place")]
