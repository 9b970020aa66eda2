"""Markup inside a line."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lanzadash.reading.formats.inline import Notes, clean, parse

NOTES = Notes(square=frozenset("1"), round=frozenset("2"), sign=frozenset("*"))

# raw line, text, footnote marks as label@offset, why
LINES = [
    ("a **10 May** b", "a 10 May b", "", "bold"),
    ("see [the list](#) now", "see the list now", "", "link"),
    ("(2015) and \\(2015\\) and a\\_b", "(2015) and (2015) and a_b", "", "escapes"),
    ("recommendation¹ requiring", "recommendation requiring", "1@14", "superscript"),
    ("recommendation ¹ requiring", "recommendation requiring", "1@14", "and a space before it"),
    ("on 10 May 2021²⁵.", "on 10 May 2021.", "25@14", "behind a year"),
    ("word¹,² next", "word next", "1@4 2@4", "two marks"),
    ("word[^a] next", "word next", "a@4", "Markdown footnote"),
    ("word<sup>3</sup> next", "word next", "3@4", "HTML superscript"),
    ("the 35<sup>th</sup> meeting", "the 35th meeting", "", "superscript letters are no mark"),
    ("the 35ᵗʰ, le 1ᵉʳ", "the 35ᵗʰ, le 1ᵉʳ", "", "nor are these"),
    ("an area of 5 km²", "an area of 5 km²", "", "nor is a square"),
    ("word[1] and [2]", "word and [2]", "1@4", "only a mark that has a body"),
    ("word (2), next (1)", "word, next (1)", "2@4", "the same in brackets"),
    ("Kosovo* and *this* and 2 * 3", "Kosovo and this and 2 * 3", "*@6", "star and emphasis"),
    ("T-ES(2021)37_en rev.", "T-ES(2021)37_en rev.", "", "no emphasis inside a symbol"),
    ("T-ES(2020)01 rev._bil", "T-ES(2020)01 rev._bil", "", "nor here"),
    ("a\u00a0b\u2009c\t d\u00ade", "a b c de", "", "spaces and soft hyphens"),
    ("22\u201125 May", "22-25 May", "", "non-breaking hyphen"),
    ("cafe\u0301", "café", "", "composed"),
    ("unbalanced ** bold [x](", "unbalanced bold [x](", "", "what is not closed"),
]


@pytest.mark.parametrize(("raw", "text", "marks", "why"), LINES)
def test_a_line(raw: str, text: str, marks: str, why: str) -> None:
    inline = parse(raw, NOTES)
    assert inline.text == text, why
    assert " ".join(f"{mark.label}@{mark.at}" for mark in inline.marks) == marks, why


def test_ranges_are_those_of_the_text() -> None:
    inline = parse("see **[the list](https://coe.int/a)** and **more**")
    bold = [inline.text[start:end] for start, end in inline.bold]
    (link,) = inline.links
    assert bold == ["the list", "more"]
    assert (inline.text[link.start : link.end], link.address) == ("the list", "https://coe.int/a")


@settings(max_examples=150)
@given(st.text(alphabet="ab 1¹²*_[]()\\^<>/sup#|.,é“”–\u00a0\u00ad", max_size=80))
def test_never_raises_and_offsets_hold(raw: str) -> None:
    inline = parse(raw, NOTES)
    size = len(inline.text)
    assert inline.text == clean(inline.text)
    assert all(0 <= mark.at <= size for mark in inline.marks)
    assert all(0 <= start < end <= size for start, end in inline.bold)
    assert all(0 <= link.start < link.end <= size for link in inline.links)
