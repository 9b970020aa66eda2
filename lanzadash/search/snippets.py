"""The words of a text that a query found, and the part of a long text where they stand."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from typing import TypeAlias

from lanzadash.search.words import Word, composed, words

Sequences: TypeAlias = tuple[frozenset[str], ...]
"""Words in a row, each in one of these forms, in lower case."""
Parts: TypeAlias = list[tuple[str, bool]]
"""A text in parts: each with whether it is to be marked."""

_AROUND = 14
"""Words shown before the first that was found."""


def marked(text: str, wanted: Sequence[Sequences]) -> Parts:
    """The whole text in parts, those marked that one of ``wanted`` stands in."""
    text = composed(text)
    return _parts(text, 0, len(text), _spans(words(text), wanted))


def stands(text: str, wanted: Sequence[Sequences]) -> bool:
    """Whether one of ``wanted`` stands in the text."""
    return bool(_spans(words(text), wanted))


def snippet(text: str, wanted: Sequence[Sequences], length: int = 45) -> Parts | None:
    """The ``length`` words of the text in which most of ``wanted`` stand; ``None`` if none does.

    An ellipsis stands where the text was cut.
    """
    text = composed(text)
    found = words(text)
    spans = _spans(found, wanted)
    if not spans:
        return None
    begins = {word.start: at for at, word in enumerate(found)}
    at = [begins[start] for start, _ in spans]
    most = max(range(len(at)), key=lambda n: (bisect_left(at, at[n] + length) - n, -n))
    first = 0 if len(found) <= length else max(0, min(at[most] - _AROUND, len(found) - length))
    last = min(first + length, len(found)) - 1
    start = 0 if first == 0 else found[first].start
    end = len(text) if last == len(found) - 1 else found[last].end
    within = [(a, b) for a, b in spans if start <= a and b <= end]
    parts = _parts(text, start, end, within)
    return [
        *([("… ", False)] if start else []),
        *parts,
        *([(" …", False)] if end < len(text) else []),
    ]


def _spans(found: Sequence[Word], wanted: Sequence[Sequences]) -> list[tuple[int, int]]:
    """From where to where something wanted stands, in order and apart from each other."""
    beginning: dict[str, list[Sequences]] = {}
    for one in wanted:
        for form in one[0]:
            beginning.setdefault(form, []).append(one)
    spans: list[tuple[int, int]] = []
    at = 0
    while at < len(found):
        here = [one for one in beginning.get(found[at].text, ()) if _stands(found, at, one)]
        long = max(map(len, here), default=0)
        if long:
            spans.append((found[at].start, found[at + long - 1].end))
        at += long or 1
    return spans


def _stands(found: Sequence[Word], at: int, wanted: Sequences) -> bool:
    return at + len(wanted) <= len(found) and all(
        found[at + n].text in forms for n, forms in enumerate(wanted)
    )


def _parts(text: str, start: int, end: int, spans: Sequence[tuple[int, int]]) -> Parts:
    parts: Parts = []
    for first, last in spans:
        parts += [(text[start:first], False), (text[first:last], True)]
        start = last
    parts.append((text[start:end], False))
    return [(part, mark) for part, mark in parts if part]
