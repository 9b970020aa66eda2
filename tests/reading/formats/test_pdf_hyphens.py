"""Which line ends are spaces, and which hyphens belong to the word."""

import pytest

from lanzadash.reading.formats.pdf_hyphens import Words, joined
from lanzadash.reading.formats.runs import Run, plain

# What the document writes elsewhere: whole words, a compound, and one word that it cut.
CUTS = ["a recommendation on self-generated pictures", "the recom-", "mendation again"]
KEEPS = ["a recommendation on self-generated pictures and decision making"]

LINES = [
    ("a recom-", "mendation", CUTS, "a recommendation", "a word written whole elsewhere"),
    ("a recom\u2010", "mendation", CUTS, "a recommendation", "U+2010"),
    ("a recom\u00ad", "mendation", CUTS, "a recommendation", "U+00AD"),
    ("an interpre-", "tation", CUTS, "an interpretation", "a document that cuts words"),
    ("the self-", "generated", CUTS, "the self-generated", "a compound written elsewhere"),
    ("the follow-", "up", CUTS, "the follow-up", "a first part of compounds"),
    ("in co-", "operation", CUTS, "in co-operation", "as the house writes it"),
    ("the decision-", "making", KEEPS, "the decision-making", "a document that cuts nothing"),
    ("by 30-", "November", CUTS, "by 30-November", "a figure"),
    ("T-", "ES(2021)37", CUTS, "T-ES(2021)37", "a symbol"),
    ("the Vice-", "Chairperson", CUTS, "the Vice-Chairperson", "a capital"),
    ("22–", "25 February", KEEPS, "22–25 February", "a range without spaces"),
    ("30 November –", "3 December", KEEPS, "30 November – 3 December", "a range with spaces"),
    ("and/", "or", KEEPS, "and/or", "a stroke"),
    ("to a.b@example.", "org by", KEEPS, "to a.b@example.org by", "an address"),
    ("to a.b@", "example.org", KEEPS, "to a.b@example.org", "an address cut at its sign"),
    ("https://www.example.org/", "list", KEEPS, "https://www.example.org/list", "a web address"),
    ("at example.org.", "The next", KEEPS, "at example.org. The next", "a sentence that ends so"),
    ("one", "two", KEEPS, "one two", "a plain line end"),
]


@pytest.mark.parametrize(("first", "second", "written", "expected", "why"), LINES)
def test_two_lines_become_one(
    first: str, second: str, written: list[str], expected: str, why: str
) -> None:
    words = Words.of([*written, first, second])
    assert plain(joined([[Run(first)], [Run(second)]], words)) == expected, why


def test_looks_and_marks_stay_with_their_words() -> None:
    lines = [[Run("a recom-", bold=True)], [Run("mendation"), Run("1", raised=True)]]
    runs = joined(lines, Words.of(CUTS))
    assert [(run.text, run.bold, run.raised) for run in runs] == [
        ("a recom", True, False),
        ("mendation", False, False),
        ("1", False, True),
    ]
