"""Words, dates, numbers and names in English and French."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from lanzadash.language import CODES, Text, language

EN, FR = language("en"), language("fr")
NBSP = "\u00a0"


def test_english_is_the_first_language_and_the_one_for_unknown_codes() -> None:
    assert CODES[0] == "en"
    assert language("xx").code == "en"


@pytest.mark.parametrize(
    ("day", "en", "fr"),
    [
        ("2021-12-10", "10 December 2021", "10 décembre 2021"),
        ("2021-04-01", "1 April 2021", "1er avril 2021"),
        ("2024-02-29", "29 February 2024", "29 février 2024"),
    ],
)
def test_date(day: str, en: str, fr: str) -> None:
    value = dt.date.fromisoformat(day)
    assert (EN.date(value), FR.date(value)) == (en, fr)


@pytest.mark.parametrize(
    ("start", "end", "en", "fr"),
    [
        ("2022-02-22", "2022-02-25", "22-25 February 2022", "22-25 février 2022"),
        ("2022-03-01", "2022-03-03", "1-3 March 2022", "1er-3 mars 2022"),
        (
            "2021-11-30",
            "2021-12-03",
            "30 November – 3 December 2021",
            "30 novembre – 3 décembre 2021",
        ),
        (
            "2021-12-30",
            "2022-01-01",
            "30 December 2021 – 1 January 2022",
            "30 décembre 2021 – 1er janvier 2022",
        ),
        ("2022-03-07", "2022-03-07", "7 March 2022", "7 mars 2022"),
    ],
    ids=["one month", "from a first", "two months", "two years", "one day"],
)
def test_span(start: str, end: str, en: str, fr: str) -> None:
    days = dt.date.fromisoformat(start), dt.date.fromisoformat(end)
    assert (EN.span(*days), FR.span(*days)) == (en, fr)


@pytest.mark.parametrize(
    ("printed", "en", "fr"),
    [
        ("2022-03-07", "7 March 2022", "7 mars 2022"),
        ("2022-03", "March 2022", "mars 2022"),
        ("2022", "2022", "2022"),
        ("2022-13", "2022-13", "2022-13"),
        ("2022-02-30", "2022-02-30", "2022-02-30"),
        ("spring 2022", "spring 2022", "spring 2022"),
        ("", "", ""),
    ],
)
def test_a_date_stays_as_precise_as_it_is_known(printed: str, en: str, fr: str) -> None:
    assert (EN.partial_date(printed), FR.partial_date(printed)) == (en, fr)


@pytest.mark.parametrize(
    ("n", "en", "fr"),
    [
        (1, "1st", "1re"),
        (2, "2nd", "2e"),
        (3, "3rd", "3e"),
        (4, "4th", "4e"),
        (11, "11th", "11e"),
        (12, "12th", "12e"),
        (13, "13th", "13e"),
        (21, "21st", "21e"),
        (35, "35th", "35e"),
        (111, "111th", "111e"),
    ],
)
def test_ordinal(n: int, en: str, fr: str) -> None:
    assert (EN.ordinal(n), FR.ordinal(n)) == (en, fr)


@pytest.mark.parametrize(
    ("n", "en"),
    [
        (0, "today"),
        (1, "tomorrow"),
        (-1, "yesterday"),
        (2, "in 2 days"),
        (7, "in 7 days"),
        (-12, "12 days ago"),
        (-60, "60 days ago"),
        (-61, "2 months ago"),
        (-730, "23 months ago"),
        (-731, "2 years ago"),
        (-1807, "4 years ago"),
    ],
)
def test_days_left(n: int, en: str) -> None:
    assert EN.days_left(n) == en


@pytest.mark.parametrize(
    ("share", "en", "fr"),
    [
        (1.0, "100%", f"100{NBSP}%"),
        (0.999, "99%", f"99{NBSP}%"),  # 100 would say that nothing is left over
        (0.57, "57%", f"57{NBSP}%"),  # 0.57 * 100 is a little less than 57
        (0.0, "0%", f"0{NBSP}%"),
    ],
)
def test_percent(share: float, en: str, fr: str) -> None:
    assert (EN.percent(share), FR.percent(share)) == (en, fr)


def test_numbers_and_lists() -> None:
    assert EN.number(2728) == "2,728"
    assert FR.number(2728) == "2\u202f728"
    assert EN.list(["R7", "R11", "R13"]) == "R7, R11 and R13"
    assert FR.list(["R7", "R11", "R13"]) == "R7, R11 et R13"
    assert EN.list([]) == ""


def test_named_values_are_put_in_and_braces_of_theirs_stay() -> None:
    assert EN("As of: {day}", day="{today}") == "As of: {today}"
    assert EN("{without} a value") == "{without} a value"
    assert EN.plural("{n} day ago", "{n} days ago", 1) == "1 day ago"
    assert EN.plural("{n} day ago", "{n} days ago", 2) == "2 days ago"


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        ({"name_en": "Germany", "name_fr": "Allemagne"}, Text("Allemagne", "fr")),
        ({"name_en": "Germany", "name_fr": None}, Text("Germany", "en")),
        ({"name_en": "Germany", "name_fr": ""}, Text("Germany", "en")),
        ({"name_en": None, "name_fr": None}, None),
        ({}, None),
    ],
)
def test_pick_says_in_which_language_it_speaks(row: dict[str, Any], expected: Text | None) -> None:
    assert FR.pick(row, "name") == expected


@pytest.mark.parametrize(
    ("words", "lang", "expected"),
    [
        ("Agenda of the meeting", "en", "en"),
        ("Ordre du jour", "fr", "fr"),
        ("Agenda of the meeting", "bil", "en"),
        ("Agenda of the meeting", None, "en"),
        ("T-XY(2021)05_en rev.", "en", "fr"),
        ("ECPAT", "en", "fr"),
    ],
)
def test_a_code_alone_is_in_the_reader_s_language(
    words: str, lang: str | None, expected: str
) -> None:
    assert FR.written(words, lang) == Text(words, expected)


def test_a_colon_stands_as_each_language_sets_it() -> None:
    assert (EN.colon, FR.colon) == (": ", f"{NBSP}: ")


def test_accents_do_not_change_the_order() -> None:
    names = ["Finlande", "Estonie", "États", "Espagne", "espoir", "Île", "Irlande"]
    assert FR.in_order(names, str) == [
        "Espagne",
        "espoir",
        "Estonie",
        "États",
        "Finlande",
        "Île",
        "Irlande",
    ]
