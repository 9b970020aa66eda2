"""Dates, each tested in a sentence."""

from __future__ import annotations

import datetime as dt
from typing import Literal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lanzadash.reading.dates import find_dates, find_partial_dates, month_end, print_dates

# the dates (two for a range, several separated by ";"), then the sentence
WHOLE = """
2021-12-10 | sent by 10 December 2021, at the latest
2021-11-30/2021-12-03 | held on 30 November – 3 December 2021 online
2022-02-22/2022-02-25 | during its 36th meeting (22-25 February 2022) in view of
2022-02-22/2022-02-25 | during its 36th meeting (22‑25 February 2022) in view of
2022-02-22/2022-02-25 | from 22 to 25 February 2022
2022-02-22/2022-02-25 | du 22 au 25 février 2022
2022-03-07/2022-03-08 | on 7 and 8 March 2022 in Rome
2022-03-07/2022-03-08 | les 7 et 8 mars 2022
2022-03-07/2022-03-09 | on 7, 8 and 9 March 2022
2022-03-07;2022-03-15 | on 7 and 15 March 2022
2021-03-29/2021-04-01 | 29 March-1 April 2021
2021-03-29/2021-04-01 | du 29 mars au 1er avril 2021
2021-04-01 | le 1er avril 2021
2021-04-01 | le 1ᵉʳ avril 2021
2021-12-10 | on Friday, 10th of December, 2021
2021-12-10 | le vendredi 10 décembre 2021
2021-12-10 | le 10 DÉCEMBRE 2021
2021-12-10 | on December 10, 2021
2022-03-07/2022-03-10 | on March 7-10, 2022
2021-11-30/2021-12-03 | on November 30 – December 3, 2021
2021-12-10 | on 10.12.2021
2021-12-10 | on 10/12/2021
2021-12-10 | on 2021-12-10
2015-03-16 | held on 16/03/15
2022-03-07/2022-03-10 | on 07-10/03/2022
2021-12-30/2022-01-02 | from 30 December 2021 to 2 January 2022
2021-12-28/2022-01-03 | from 28 December to 3 January 2022
2021-12-10;2022-01-15 | by 10 December 2021 and 15 January 2022
2021-12-01;2022-01-15 | open from 1 December 2021 until 15 January 2022
2022-03-07 | T-ES(2021)37 of 7 March 2022
2021-12-12 | see para. 10, 12 December 2021
2021-12-10 | sent by 10 Dec. 2021.
2031-02-17;2031-02-17 | 17 February 2031 / 17 février 2031
 | on 31 February 2022
 | in October 2021
 | under Rule 2.1§2 2021
 | 30-3 December 2021
 | by 10 December
 | during its 36th meeting
 | Recommendation 2175 (2020)
 | at 9.30 on the 2nd day
 | in 2021-2022
"""

# year-month-day, with "?" for what is not printed
PARTIAL = """
?-12-10 | by 10 December
?-01-15 | avant le 15 janvier
2021-10-? | in October 2021 the questionnaire was sent
2021-10-? | en octobre 2021
 | by 10 December 2021
 | the 10 may be counted
"""


def rows(table: str) -> list[tuple[str, str]]:
    lines = [line.split(" | ") for line in table.strip("\n").splitlines()]
    return [(expected.strip(), text) for expected, text in lines]


@pytest.mark.parametrize(("expected", "text"), rows(WHOLE))
def test_dates_in_their_sentence(expected: str, text: str) -> None:
    found = [
        f"{span.first}" if span.single else f"{span.first}/{span.last}" for span in find_dates(text)
    ]
    assert ";".join(found) == expected


@pytest.mark.parametrize(("expected", "text"), rows(PARTIAL))
def test_partial_dates(expected: str, text: str) -> None:
    found = [
        f"{span.year or '?'}-{span.month:02}-{span.day or '?'}" for span in find_partial_dates(text)
    ]
    assert ";".join(found) == expected


def test_a_span_is_what_is_printed() -> None:
    text = "held on 30 November – 3 December 2021 online"
    (span,) = find_dates(text)
    assert text[span.start : span.end] == "30 November – 3 December 2021"


def test_the_last_day_of_february() -> None:
    assert month_end(2024, 2) == dt.date(2024, 2, 29)


@settings(max_examples=150)
@given(
    first=st.dates(dt.date(1950, 1, 1), dt.date(2098, 12, 31)),
    days=st.integers(0, 364),
    lang=st.sampled_from(("en", "fr")),
)
def test_printing_and_reading_a_range(first: dt.date, days: int, lang: Literal["en", "fr"]) -> None:
    last = first + dt.timedelta(days=days)
    (span,) = find_dates(f"held on {print_dates(first, last, lang)}, remotely")
    assert (span.first, span.last) == (first, last)
