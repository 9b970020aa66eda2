"""Towns printed beside dates: "Strasbourg, 7-10 March 2022", "7-11 December 2020, Strasbourg"."""

from __future__ import annotations

import re

from lanzadash.reading.folding import fold

_WORD = r"[A-ZÀ-Þ][^\W\d_]+"
_TOWN = rf"(?P<place>(?:(?:The|La|Le|Los|San|Saint|St)[\s-])?{_WORD}(?:[\s-]{_WORD})?)"
# 7-11 December 2020, Strasbourg · (Strasbourg) · in Nicosia, Cyprus · à Strasbourg
_AFTER = re.compile(
    rf"[\s,)]*(?:[(-] ?|, ?|(?:in|at|à) )(?:(?:in|at|à) )?{_TOWN}(?=[\s,.;:()\]-]|$)"
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
    """The first town in the line before a date: "57th meeting, Vaduz (Liechtenstein), from"."""
    folded = fold(before)
    for part in re.finditer(r"(?:[^,(\[]|\((?=[^)]*\)[^)]*$))+", folded):
        town = re.match(
            rf" ?(?:(?:held |tenue )?(?:in|at|à) )?{_TOWN}(?= (?:and|et) | ?\(| ?$)", part[0]
        )
        if town:
            start = part.start() + town.start("place")
            named = _named(before[start : start + len(town["place"])])
            if named:
                return named
    return None


def place_after(after: str) -> str | None:
    """The town at the beginning of what stands behind a date."""
    return _town(_AFTER.match(fold(after)), after)


def place_in(text: str) -> str | None:
    """The first town that ``text`` names with "in" or "à"."""
    folded = fold(text)
    found = (_town(match, text) for match in _IN.finditer(folded))
    return next((town for town in found if town), None)


def _town(match: re.Match[str] | None, text: str) -> str | None:
    return _named(text[match.start("place") : match.end("place")]) if match else None


def _named(place: str) -> str | None:
    words = re.split(r"[\s-]", place.casefold())
    return None if any(word in _NOT_A_TOWN for word in words) else place
