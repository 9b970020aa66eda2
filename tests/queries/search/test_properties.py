"""What holds of every search, whatever is typed."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import HealthCheck, assume, example, given, settings
from hypothesis import strategies as st

from lanzadash.queries.asof import AsOf
from lanzadash.queries.search import found, matching
from lanzadash.search.query import parse
from lanzadash.search.words import STOPWORDS
from lanzadash.store import Connection

TODAY = AsOf(dt.date(2033, 12, 1))
WORDS = st.sampled_from(
    """helpline helplines child children report reported reports Recommendation R7 R3 2028 agenda
    meeting adopt adopted athlètes athletes Norway Norvège Malta replies réponse observers list
    décisions procédure conformité victims support criminal records 116 000 glossary société
    civile General Overview Questionnaire T-ES(2029)52 vice-chairperson Saint-Siège qzxvwk
    d’écoute ligne l’assistance parliamentary order business jour ordre""".split()
)
TELLING = WORDS.filter(lambda word: word not in STOPWORDS)
PIECES = st.one_of(
    WORDS,
    st.sampled_from("""AND OR NOT ET OU SAUF or - — * " “ ” ' ( the of le""".split()),
    WORDS.map(lambda word: f"-{word}"),
    WORDS.map(lambda word: f"{word}*"),
    st.lists(WORDS, min_size=1, max_size=3).map(lambda some: f'"{" ".join(some)}"'),
)
QUERIES = st.lists(PIECES, max_size=5).map(" ".join)
PLAIN = st.lists(TELLING, min_size=1, max_size=3).map(" ".join)

many = settings(
    deadline=None, max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


def ids(connection: Connection, text: str) -> frozenset[str]:
    return matching(connection, TODAY, text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "*",
        "**",
        '"',
        '"""',
        "“”",
        "-",
        "--",
        "—",
        "AND",
        "OR NOT AND",
        "NOT",
        "SAUF ET OU",
        "NOT NOT NOT",
        "(((",
        "'; drop table decisions; --",
        "' or 1=1 --",
        "%_\\",
        "$1 $text ? :name {0} {x}",
        "[a-z]+(?P<x>.*)$",
        "(?i)\\p{L}",
        "\x00",
        "a\x00b",
        "\ud800",
        "\ud800x \udfff*",
        "🙂 👨‍👩‍👧",
        "طفل \u202eevil\u202c",
        "\u0301\u0302",
        "ﷺ ½ Ⅷ ª",
        "x" * 10_000,
        "x " * 5_000,
        "x-" * 5_000,
        "-" * 10_000,
        '"' * 9_999,
        '"' + "the " * 2_500 + '"',
        "NOT " * 2_500,
        "a* " * 3_333,
        "é" * 9_999 + "*",
    ],
    ids=lambda text: repr(text[:20]),
)
def test_a_hostile_string_is_answered(collection: Connection, text: str) -> None:
    answer = found(collection, TODAY, text)
    assert answer.total == len(ids(collection, text))


@many
@given(st.one_of(st.text(), QUERIES))
def test_any_string_is_answered(collection: Connection, text: str) -> None:
    answer = found(collection, TODAY, text, limit=1000)
    assert frozenset(answer.records) == ids(collection, text)
    assert answer.total == len(answer.records)
    assert list(answer.scores) == sorted(answer.scores, reverse=True)


@many
@given(QUERIES, WORDS)
@example("", "helplines")
@example('"helplines', "training")
@example("Norway OR Malta", "Malta")
@example("Norway OR", "Malta")
def test_a_not_never_adds(collection: Connection, text: str, word: str) -> None:
    left = ids(collection, f"{text} NOT {word}")
    assert left <= ids(collection, text)
    assert not left & ids(collection, f'"{word}"')


@many
@given(st.lists(PIECES, max_size=5), TELLING, st.integers(0, 5))
@example(["agenda"] * 31 + ["zzzz"], "qqqq", 0)
@example(["victim", "AND", "support"], "zz", 2)
@example([f"w{n}" for n in range(31)] + ["agenda", "zzzz"], "qqqq", 0)
def test_a_not_at_any_place_never_adds(
    collection: Connection, pieces: list[str], word: str, at: int
) -> None:
    assume(not _negates(pieces[:at]))
    assume('"' not in pieces and "“" not in pieces and "”" not in pieces)
    more = " ".join([*pieces[:at], f"NOT {word}", *pieces[at:]])
    assert ids(collection, more) <= ids(collection, " ".join(pieces))


def _negates(pieces: list[str]) -> bool:
    """Whether what follows these is what their last NOT is about."""
    return (
        bool(pieces)
        and parse(" ".join([*pieces, "qzxvwk"])).excluded != parse(" ".join(pieces)).excluded
    )


@many
@given(PLAIN, TELLING)
@example("criminal", "records")
@example("116", "000")
def test_an_and_never_adds(collection: Connection, text: str, word: str) -> None:
    assert ids(collection, f"{text} AND {word}") <= ids(collection, text)
    assert ids(collection, f"{text} AND {word}") <= ids(collection, word)


@many
@given(PLAIN, PLAIN)
def test_one_or_the_other_is_both_together(collection: Connection, one: str, other: str) -> None:
    both = ids(collection, one) | ids(collection, other)
    assert ids(collection, f"{one} OR {other}") == both


@many
@given(st.lists(WORDS, min_size=1, max_size=3).map(" ".join))
@example("adopted this list of decisions")
@example("R I-5")
def test_a_phrase_is_among_its_words(collection: Connection, words: str) -> None:
    assert ids(collection, f'"{words}"') <= ids(collection, words)


@many
@given(WORDS, st.integers(min_value=1))
def test_a_beginning_contains_the_word(collection: Connection, word: str, cut: int) -> None:
    whole = ids(collection, f'"{word}"')
    assert whole <= ids(collection, f"{word}*")
    begun = word[: 1 + cut % len(word)]
    if begun[-1].isalnum():
        assert whole <= ids(collection, f"{begun}*")


@many
@given(QUERIES, st.integers(1, 40))
def test_the_pages_are_the_whole_once(collection: Connection, text: str, limit: int) -> None:
    total = found(collection, TODAY, text, limit=1).total
    pages = [
        found(collection, TODAY, text, limit=limit, offset=offset)
        for offset in range(0, total + limit, limit)
    ]
    records = [record for page in pages for record in page.records]
    assert len(records) == len(set(records)) == total
    assert {page.total for page in pages} == {total}
    assert records == list(found(collection, TODAY, text, limit=1000).records)


@many
@given(QUERIES, st.dates(dt.date(2027, 1, 1), dt.date(2033, 1, 1)))
@example("", dt.date(2027, 3, 18))
@example("", dt.date(2027, 3, 17))
def test_a_past_view_shows_nothing_known_later(
    collection: Connection, text: str, day: dt.date
) -> None:
    known = collection.execute(
        "select decision from decisions where known_on <= ?", [day]
    ).fetchall()
    past = AsOf(day, past=True)
    assert matching(collection, past, text) == ids(collection, text) & {row[0] for row in known}
    answer = found(collection, past, text, limit=1000)
    assert frozenset(answer.records) == matching(collection, past, text)
    years = [int(one.value) for one in answer.facets["year"] if one.count]
    assert max(years, default=0) <= day.year
