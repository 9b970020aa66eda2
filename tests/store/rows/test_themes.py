from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from lanzadash.records import DecisionThemeRow, Language, Record, Texts
from lanzadash.search.words import stems


@pytest.mark.parametrize(
    ("phrase", "text", "language", "expected"),
    [
        ("helplines", "About the helpline.", "en", True),
        ("child victims", "A child victim is heard.", "en", True),
        ("child victims", "Victims who are a child", "en", False),
        ("TIC", "Les TIC et les enfants", "fr", True),
        ("TIC", "Une statistique authentique", "fr", False),
        ("exploitation", "lutte contre l’exploitation", "fr", True),
        ("lignes d’assistance", "une ligne d'assistance", "fr", True),
        ("116 000", "the number 116\u00a0000", "en", True),
    ],
)
def test_phrases_are_found_word_by_word(
    phrase: str, text: str, language: Language, expected: bool
) -> None:
    wanted, found = stems(phrase, language), stems(text, language)
    in_a_row = [found[at : at + len(wanted)] for at in range(len(found))]
    assert (wanted in in_a_row) is expected


def test_a_theme_with_the_phrase_that_gave_it(built: Callable[..., Any]) -> None:
    assert built()("select * from decision_themes") == [
        (
            "T-ES/85/d2/helplines",
            "T-ES/85/d2",
            "helplines",
            "helplines",
            "summary_en",
            "inferred",
            built()("select known_on from decisions limit 1")[0][0],
        )
    ]


def test_french_wording_gives_themes_too(
    built: Callable[..., Any],
    the_list: Callable[..., Record],
    wording: Callable[[str, str], Texts],
) -> None:
    ask = built(
        records=(the_list("fr"),),
        texts={"T-ES-2031-85_fr": wording("fr", "Sur les TIC,")},
    )
    assert ask("select phrase, found_in from decision_themes where decision like '%d1'") == [
        ("TIC", "text_fr")
    ]


@pytest.mark.parametrize(
    ("holds", "expected"), [(True, [("Our reason.", "by_hand", "sourced")]), (False, [])]
)
def test_what_a_person_says_of_a_theme_stands_above_the_rule(
    built: Callable[..., Any], holds: bool, expected: list[tuple[str, ...]]
) -> None:
    said = DecisionThemeRow(
        decision="T-ES/85/d2",
        theme="helplines",
        holds=holds,
        why="Our reason.",
        source="our own example",
        certainty="sourced",
        known_on=None,
    )
    ask = built(decision_themes=(said,))
    assert ask("select phrase, found_in, certainty from decision_themes") == expected
