"""Themes of texts, and those of decisions, each with the phrase that gave it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from lanzadash.library import Library
from lanzadash.records import Language, ThemeRow
from lanzadash.search.words import LANGUAGES, stems
from lanzadash.store.rows.row import Row

_LOOKED_AT = ("summary", "context", "heading", "text", "points")


class Themes:
    """Which themes a text is about: those of which a phrase stands in it.

    Phrase and text are compared word by word, by their stems, so that "TIC" is not found inside
    another word and "helplines" is found in "a helpline".
    """

    def __init__(self, themes: Iterable[ThemeRow]) -> None:
        known = list(themes)
        self._phrases: Mapping[Language, list[tuple[str, str, str]]] = {
            "en": [(t.theme, p, _stems(p, "en")) for t in known for p in t.phrases_en],
            "fr": [(t.theme, p, _stems(p, "fr")) for t in known for p in t.phrases_fr],
        }

    def of(self, text: str, language: Language) -> Iterator[tuple[str, str]]:
        """Each theme with each of its phrases that stands in the text."""
        found = _stems(text, language)
        for theme, phrase, wanted in self._phrases[language]:
            if wanted in found:
                yield theme, phrase


def decision_themes(library: Library, decisions: Iterable[Row]) -> list[Row]:
    """The table ``decision_themes``: a theme is given by a phrase found in the decision.

    The first place it stands in counts.
    What ``facts/decision_themes.csv`` says of a decision stands above the rule.
    """
    rule = Themes(library.themes)
    rows: dict[str, Row] = {}
    said = {(one.decision, one.theme): one for one in library.decision_themes}
    for decision in decisions:
        for column, language, text in _texts(decision):
            for theme, phrase in rule.of(text, language):
                if (decision["decision"], theme) not in said:
                    row = _row(decision, theme, phrase, column)
                    rows.setdefault(row["decision_theme"], row)
        for one in said.values():
            if one.holds and one.decision == decision["decision"]:
                row = _row(decision, one.theme, one.why, "by_hand") | {"certainty": one.certainty}
                rows[row["decision_theme"]] = row
    return list(rows.values())


def _stems(text: str, language: Language) -> str:
    """The stems of all words in order, a space before and after each: `` child protect ``."""
    return f" {' '.join(stems(text, language))} "


def _texts(decision: Row) -> Iterator[tuple[str, Language, str]]:
    for part in _LOOKED_AT:
        for language in LANGUAGES:
            text = decision.get(f"{part}_{language}")
            if text:
                joined = text if isinstance(text, str) else "\n".join(text)
                yield f"{part}_{language}", language, joined


def _row(decision: Row, theme: str, phrase: str, column: str) -> Row:
    generated = decision["certainty"] == "illustrative"
    return {
        "decision_theme": f"{decision['decision']}/{theme}",
        "decision": decision["decision"],
        "theme": theme,
        "phrase": phrase,
        "found_in": column,
        "certainty": "illustrative" if generated else "inferred",
        "known_on": decision["known_on"],
    }
