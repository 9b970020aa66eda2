"""Texts that are safe to write, and addresses."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lanzadash.exports.address import permalink
from lanzadash.exports.rows import clean

TEXTS = [
    ("plain words", "plain words", "nothing to do"),
    ("a\x00b\x07c\x1bd", "abcd", "control characters"),
    ("one\r\ntwo\rthree\u2028four", "one\ntwo\nthree\nfour", "one kind of line end"),
    ("a\tb", "a b", "tab"),
    ("\u202edrowssap\u202c", "drowssap", "direction of writing"),
    ("\ud800x\ufffe", "x", "what UTF-8 and XML cannot hold"),
    ("35\u00a0% – œuvre", "35\u00a0% – œuvre", "spaces and letters of French stay"),
    ("<b>=1+1</b>", "<b>=1+1</b>", "markup is a matter of each format"),
]


@pytest.mark.parametrize(("text", "expected", "why"), TEXTS, ids=[why for *_, why in TEXTS])
def test_clean(text: str, expected: str, why: str) -> None:
    assert clean(text) == expected


@settings(deadline=None)
@given(st.text())
def test_what_is_clean_stays_and_can_be_written(text: str) -> None:
    cleaned = clean(text)
    assert clean(cleaned) == cleaned
    assert cleaned.encode().decode() == cleaned


@pytest.mark.parametrize(
    ("id", "expected"),
    [
        ("T-ES/35/d6", "https://example.org/id/T-ES/35/d6"),
        ("refugee-crisis/R I-5", "https://example.org/id/refugee-crisis/R%20I-5"),
        ('"><script>', "https://example.org/id/%22%3E%3Cscript%3E"),
        ("?lang=fr#x", "https://example.org/id/%3Flang%3Dfr%23x"),
    ],
)
def test_permalink(id: str, expected: str) -> None:
    assert permalink("https://example.org/", id) == expected
