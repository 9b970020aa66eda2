"""The language of a document, from its commonest words."""

from __future__ import annotations

import re
from collections.abc import Iterable

from lanzadash.records import Language

_ENGLISH = re.compile(r"\b(?:the|of|and|to|by|its|with|on|that|at)\b", re.IGNORECASE)
_FRENCH = re.compile(r"\b(?:le|la|les|des|du|et|par|aux|dans|que|sur|une)\b", re.IGNORECASE)


def find_language(texts: Iterable[str]) -> Language | None:
    """``en`` or ``fr``; ``None`` where neither is clearly the language of ``texts``."""
    english = french = 0
    for text in texts:
        english += len(_ENGLISH.findall(text))
        french += len(_FRENCH.findall(text))
    if max(english, french) < 2 or min(english, french) * 2 > max(english, french):
        return None
    return "en" if english > french else "fr"
