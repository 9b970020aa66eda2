"""Which decisions match: themes, phrases and forms, each where the others would not do."""

from __future__ import annotations

import pytest

from lanzadash.queries.search.index import index
from lanzadash.queries.search.matching import Matcher, Matches
from lanzadash.search.query import parse
from lanzadash.store import Connection


def matches(
    connection: Connection, text: str, off: tuple[str, ...] = (), strict: bool = False
) -> Matches:
    at = index(connection)
    return Matcher(connection, at, at.known(None), off, strict).matches(parse(text))


def heard_themes(connection: Connection, text: str) -> dict[tuple[str, ...], tuple[str, ...]]:
    return {
        one.clause.words: tuple(value for _, value in one.meant)
        for one in matches(connection, text).heard
    }


@pytest.mark.parametrize(
    ("text", "expected", "why"),
    [
        ("helplines", {("helplines",): ("helplines",)}, "a label"),
        ("HELPLINE", {("helpline",): ("helplines",)}, "in any form"),
        ("hotline", {("hotline",): ("helplines",)}, "a phrase, in any form"),
        ("permanence téléphonique", "helplines", "a phrase in French"),
        ("permanence telephonique", "helplines", "without accents"),
        ("ligne d’écoute", "helplines", "a phrase with an elision"),
        ("protection of the victims", "assistance", "stop words say nothing"),
        ("116 000", "helplines", "a number"),
        ("116-000", "helplines", "hyphens are no difference"),
        ("Rules of Procedure", "rules_of_procedure", "a label with a stop word"),
        ("social helplines", {("social",): (), ("helplines",): ("helplines",)}, "after a word"),
        ("criminal", {("criminal",): ()}, "half a phrase is none"),
        ("criminal AND records", {("criminal",): (), ("records",): ()}, "AND parts a phrase"),
        ("records criminal", {("criminal",): (), ("records",): ()}, "order counts"),
        ('"helplines"', {("helplines",): ()}, "in quotes it is only the word"),
        ("helpline*", {("helpline",): ()}, "a beginning is only the words"),
        ("NOT helplines", {("helplines",): ()}, "what is unwanted is only the word"),
        ("criminal OR records", {("criminal",): (), ("records",): ()}, "OR parts a phrase"),
    ],
)
def test_the_theme_whose_phrase_was_typed(
    collection: Connection,
    text: str,
    expected: dict[tuple[str, ...], tuple[str, ...]] | str,
    why: str,
) -> None:
    themes = heard_themes(collection, text)
    if isinstance(expected, str):
        assert set(themes.values()) == {(expected,)}, why
    else:
        assert themes == expected, why


def test_the_longest_phrase_is_taken(collection: Connection) -> None:
    themes = heard_themes(collection, "prevention data collection")
    assert themes["prevention",] == ("prevention",)
    assert themes["data",] == themes["collection",] == ("data_collection",)


def test_a_word_finds_more_than_its_theme_and_weighs_more(collection: Connection) -> None:
    both = matches(collection, "helplines").match
    theme = matches(collection, "hotlines").match
    assert (both.mask >= theme.mask).all()
    assert both.score.max() > theme.score.max() > 0


def test_a_rare_word_weighs_more_than_a_common_one(collection: Connection) -> None:
    assert matches(collection, "athletes").match.score.max() > (
        matches(collection, '"committee"').match.score.max()
    )


def test_what_does_not_match_scores_nothing_alone(collection: Connection) -> None:
    match = matches(collection, "athletes").match
    assert (match.score[~match.mask] == 0).all()
    assert (match.score[match.mask] > 0).all()


def test_a_phrase_does_not_go_from_one_field_into_another(collection: Connection) -> None:
    # The English text of 50/d9 ends before its French text begins.
    assert not matches(collection, '"February 2027 s"').match.mask.any()
    assert not matches(collection, '"2027 S’est félicité"').match.mask.any()
    assert matches(collection, '"3 February 2027"').match.mask.sum() == 1


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ('"the the"', 0),
        ('"Parties"', None),
        ('"list of decisions list of decisions"', 0),
        ('"17 June 2031"', 0),
        ('"18 June 2031"', 1),
        ("18-June-2031", 1),
    ],
)
def test_words_in_a_row(collection: Connection, text: str, count: int | None) -> None:
    found = int(matches(collection, text).match.mask.sum())
    assert found == count if count is not None else found > 10


def test_nothing_to_look_for_is_everything_unranked(collection: Connection) -> None:
    every = matches(collection, "NOT qzxvwk")
    assert every.match.mask.all()
    assert not every.ranked
    assert [one.excluded for one in every.heard] == [True]
