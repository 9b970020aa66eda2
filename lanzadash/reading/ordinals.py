"""Ordinal numbers in figures and in words: 35th, 35e, thirty-fifth, trente-cinquième."""

from __future__ import annotations

import re

_EN = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth "
    "fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth"
).split()
_EN_TENS = {"twent": 20, "thirt": 30, "fort": 40, "fift": 50, "sixt": 60, "sevent": 70, "eight": 80}
_FR = (
    "premier deuxième troisième quatrième cinquième sixième septième huitième neuvième dixième "
    "onzième douzième treizième quatorzième quinzième seizième dix-septième dix-huitième "
    "dix-neuvième"
).split()
_FR_TENS = {"vingt": 20, "trent": 30, "quarant": 40, "cinquant": 50, "soixant": 60}


def _words() -> dict[str, int]:
    words = {word: number for names in (_EN, _FR) for number, word in enumerate(names, 1)}
    words |= {"première": 1, "seconde": 2}
    for stem, ten in _EN_TENS.items():
        words[f"{stem}ieth"] = ten
        words |= {f"{stem}y-{unit}": ten + n for n, unit in enumerate(_EN[:9], 1)}
    for stem, ten in _FR_TENS.items():
        full = stem if stem == "vingt" else f"{stem}e"
        words[f"{stem}ième"] = ten
        words[f"{full} et unième"] = ten + 1
        words |= {f"{full}-{unit}": ten + n for n, unit in enumerate(_FR[1:9], 2)}
    return words


_WORDS = _words()
_FIGURES = r"\d{1,3} ?(?:st|nd|rd|th|ère|ère|er|re|ème|ième|eme|è|e)(?![^\W\d_])"
# Longest first: "thirty-fifth" before "fifth".
ORDINAL = rf"(?:{_FIGURES}|\b(?:{'|'.join(sorted(_WORDS, key=len, reverse=True))})\b)"


def ordinal(printed: str) -> int:
    """The number of an ordinal that ``ORDINAL`` matched."""
    figures = re.match(r"\d+", printed)
    return int(figures[0]) if figures else _WORDS[printed.lower()]
