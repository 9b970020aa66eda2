"""What a word is, what it folds to, and its stem."""

from __future__ import annotations

import re
import threading
import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal, TypeAlias

import snowballstemmer

Language: TypeAlias = Literal["en", "fr"]
LANGUAGES: tuple[Language, ...] = ("en", "fr")

_WORD = re.compile(r"[^\W_]+")  # l’écoute -> l, écoute; T-ES(2021)37 -> T, ES, 2021, 37
_LOWER = str.maketrans({"İ": "i", "Σ": "σ"})  # as the database does it: one letter for one
_LETTERS = str.maketrans({"œ": "oe", "æ": "ae", "ø": "o", "đ": "d", "ł": "l", "ı": "i"})
_STEMMERS = {"en": snowballstemmer.stemmer("english"), "fr": snowballstemmer.stemmer("french")}
_BY_HAND: dict[Language, dict[str, str]] = {
    "en": {"child": "children", "woman": "women", "man": "men", "observer": "observer observers"},
    "fr": {
        "observateur": "observateur observateurs observatrice observatrices",
        "elect": "elire elit elisent elu elue elus elues",
        "traduct": "traduire traduit traduite traduits traduites traduisent",
    },
}
"""Stems of forms that the stemmers part (children) or take for another word: an observer is not an
observation."""
_IRREGULAR = {
    (language, form): root
    for language, roots in _BY_HAND.items()
    for root, forms in roots.items()
    for form in forms.split()
}
_stemming = threading.Lock()

STOPWORDS = frozenset(
    """
    a an and are as at be been by for from has have in into is it its of on or that the their them
    these this those to was were which with
    au aux ce ces cette d dans de des du elle en est et il ils l la le les leur leurs n ne on ou par
    pas pour qu que qui s sa se ses son sont sur un une
    """.split()
)
"""Words that say nothing about a text, English and French, folded."""


@dataclass(frozen=True)
class Word:
    """A word in lower case, and where it stands in the composed text."""

    text: str
    start: int
    end: int


def composed(text: str) -> str:
    """The text with each letter and its accent as one character where Unicode has one."""
    return unicodedata.normalize("NFC", text)


def words(text: str) -> list[Word]:
    """The words of ``composed(text)`` in order."""
    return [
        Word(m.group().translate(_LOWER).lower(), m.start(), m.end())
        for m in _WORD.finditer(composed(text))
    ]


@lru_cache(maxsize=100_000)
def folded(word: str) -> str:
    """The word without accents and case: ``Œuvré`` is ``oeuvre``. Letters and digits are left."""
    parts = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", word).casefold())
    return "".join(part for part in parts.translate(_LETTERS) if part.isalnum())


@lru_cache(maxsize=100_000)
def stem(word: str, language: Language) -> str:
    """The stem that forms of the word share in that language, folded."""
    if root := _IRREGULAR.get((language, folded(word))):
        return root
    with _stemming:  # a stemmer keeps the word it is at work on
        return folded(str(_STEMMERS[language].stemWord(word.lower())))


def stems(text: str, language: Language) -> tuple[str, ...]:
    """The stems of all words in order."""
    return tuple(stem(word.text, language) for word in words(text))


def telling(text: str, language: Language) -> tuple[str, ...]:
    """The stems of the words that say something, in order."""
    said = (word.text for word in words(text))
    return tuple(stem(word, language) for word in said if folded(word) not in STOPWORDS)
