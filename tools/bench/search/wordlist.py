"""Made-up words with the shape of real ones, the commonest first, in English and in French.

How often a word is drawn falls with its rank, as Zipf has it. The same words come out each time.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import product

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc

from lanzadash.records import ThemeRow
from lanzadash.search.words import Language, words

SIZE: dict[Language, int] = {"en": 30_000, "fr": 15_000}
"""Different words of each language."""

_COMMON: dict[Language, str] = {
    "en": """the of to and in a for on by that with its committee parties decided as be report
    meeting at will from this information secretariat invited agreed it children is draft their
    adopted took note state bureau next which has been recommendations implementation questionnaire
    replies deadline Strasbourg rapporteur working group procedure protection against sexual""",
    "fr": """de la le les des et du en l à d a que pour comité une parties dans sur décidé au par
    rapport réunion aux est son ce avec informations secrétariat enfants invité projet bureau adopté
    recommandations mise œuvre questionnaire réponses délai procédure protection États""",
}
_ONSETS = "b c d f g l m n p r s t v br cl cr dr fl gr pl pr st tr qu".split()
_VOWELS: dict[Language, list[str]] = {
    "en": "a e i o u ea ou ai".split(),
    "fr": "a e é i o u ai ou è eau ê".split(),
}
_CODAS = ["", "", "n", "r", "l", "s", "nt", "ct"]
_ENDINGS: dict[Language, list[str]] = {
    "en": ["", "s", "ed", "ing", "ation", "ment", "ly", "ive"],
    "fr": ["", "s", "é", "ement", "ation", "aire", "eux", "ées"],
}


def wordlist(language: Language, themes: Sequence[ThemeRow]) -> list[str]:
    """The words of one language: common ones, those of the theme list, then made-up ones."""
    chance = np.random.default_rng(sum(map(ord, language)))
    phrases = [p for t in themes for p in (t.phrases_en if language == "en" else t.phrases_fr)]
    real = _COMMON[language].lower().split() + [word.text for p in phrases for word in words(p)]
    found = dict.fromkeys(real)
    syllables = ["".join(parts) for parts in product(_ONSETS, _VOWELS[language], _CODAS)]
    drawn = chance.integers(0, len(syllables), (SIZE[language], 3))
    for parts, count in zip(drawn.tolist(), chance.integers(1, 4, len(drawn)), strict=True):
        root = "".join(syllables[part] for part in parts[:count])
        endings = _ENDINGS[language][sum(parts) % 4 :][:3]
        found |= dict.fromkeys(f"{root}{ending}" for ending in endings if len(root) > 2)
    return list(found)[: SIZE[language]]


class Texts:
    """Texts of a given length drawn from the words of one language."""

    def __init__(self, language: Language, themes: Sequence[ThemeRow]) -> None:
        self.words = wordlist(language, themes)
        self._words = pa.array(self.words)
        weights = 1 / (np.arange(len(self.words)) + 2.7)
        self._chances = np.cumsum(weights / weights.sum())

    def drawn(self, count: int, length: int, chance: np.random.Generator) -> pa.Array:
        """``count`` texts of ``length`` words."""
        ranks = np.searchsorted(self._chances, chance.random(count * length, dtype=np.float32))
        ranks = np.minimum(ranks, len(self.words) - 1)
        starts: npt.NDArray[np.int32] = np.arange(0, count * length + 1, length, dtype=np.int32)
        lists = pa.ListArray.from_arrays(pa.array(starts), self._words.take(pa.array(ranks)))
        return pc.binary_join(lists, " ")
