import pytest

from lanzadash.reading.formats.labels import (
    cell_label,
    letters,
    lone_label,
    roman,
    split_label,
)

LABELLED = [
    ("4. Adopted its agenda", "4", "Adopted its agenda"),
    ("4.Adopted its agenda", "4", "Adopted its agenda"),
    ("4.\u00a0Adopted", "4", "Adopted"),
    ("10.A décidé", "10", "A décidé"),
    ("11) Agreed", "11", "Agreed"),
    ("(12) Agreed", "12", "Agreed"),
    ("4. 12 Parties replied", "4", "12 Parties replied"),
    ("4bis. Agreed", "4bis", "Agreed"),
    ("2.1.1. First reading", "2.1.1", "First reading"),
    ("2.1 Opening", "2.1", "Opening"),
    ("2.1 « Ouverture »", "2.1", "« Ouverture »"),
    ("3.2 Échange de vues", "3.2", "Échange de vues"),
    ("2.a. Opening", "2.a", "Opening"),
    ("4\tAdopted", "4", "Adopted"),
    ("a. first", "a", "first"),
    ("(a) first", "a", "first"),
    ("b) second", "b", "second"),
    ("A. Opening", "A", "Opening"),
    ("(iv) fourth", "iv", "fourth"),
    ("iv. fourth", "iv", "fourth"),
    ("II. Procedure", "II", "Procedure"),
    ("• a point", "•", "a point"),
    ("•a point", "•", "a point"),
    ("– a point", "–", "a point"),
    ("- 7-11 May, tbc", "-", "7-11 May, tbc"),
    ("o\tA point", "o", "A point"),
    ("o A point", "o", "A point"),
    ("\uf0b7 a point", "•", "a point"),
    ("❖ a point", "❖", "a point"),
    ("* a note", "*", "a note"),
]
UNLABELLED = [
    ("2022. The next year", "a year"),
    ("10 December 2021 at noon", "a date"),
    ("10.12.2021 at noon", "a date in figures"),
    ("35th meeting", "an ordinal"),
    ("R12 was adopted", "a code"),
    ("IV-3 was adopted", "a code"),
    ("9.30 Opening", "a time"),
    ("2.5 million children", "a quantity"),
    ("2.1§2 of the Rules", "a rule"),
    ("M. Dupont", "a gentleman"),
    ("J. F. Miller", "initials"),
    ("p. 12", "a page"),
    ("e.g. this", "an abbreviation"),
    ("i.e. that", "an abbreviation"),
    ("–3 December", "half a range"),
    ("-based approach", "half a word"),
    ("(2020) of the Assembly", "a year in brackets"),
    ("(4-7 October 2021)", "a range in brackets"),
    ("(1)(b) of the article", "half a reference"),
    ("one point", "a word"),
    ("or another", "a word that begins with o"),
    ("", "nothing"),
]


@pytest.mark.parametrize(("line", "label", "rest"), LABELLED)
def test_a_printed_label_is_split_off(line: str, label: str, rest: str) -> None:
    found, end = split_label(line)
    assert (found, line[end:]) == (label, rest)


@pytest.mark.parametrize(("line", "why"), UNLABELLED)
def test_what_only_looks_like_a_label_stays_text(line: str, why: str) -> None:
    assert split_label(line) == (None, 0), why


@pytest.mark.parametrize(
    ("text", "alone", "in_cell"),
    [
        ("4.", "4", "4"),
        ("(a)", "a", "a"),
        ("•", "•", "•"),
        ("4", None, "4"),
        ("2.1.1", None, "2.1.1"),
        ("IV", None, "IV"),
        ("2021", None, None),
        ("9.30", None, None),
        ("2.10", None, "2.10"),
        ("4. Adopted", None, None),
        ("Party", None, None),
    ],
)
def test_a_label_alone(text: str, alone: str | None, in_cell: str | None) -> None:
    assert (lone_label(text), cell_label(text)) == (alone, in_cell)


@pytest.mark.parametrize(
    ("number", "as_roman", "as_letters"),
    [(1, "i", "a"), (4, "iv", "d"), (19, "xix", "s"), (26, "xxvi", "z"), (28, "xxviii", "ab")],
)
def test_an_automatic_number_is_printed(number: int, as_roman: str, as_letters: str) -> None:
    assert (roman(number), letters(number)) == (as_roman, as_letters)


def test_numbers_without_a_numeral_stay_arabic() -> None:
    assert (roman(0), roman(5000), letters(0)) == ("0", "5000", "0")
