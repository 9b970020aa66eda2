"""Codes of recommendations."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lanzadash.reading.recommendations import Code, find_codes, parse_code, print_code

FOUND = """
R12 R15 | Recommendations R12 on prosecution and R15 on information
R7 R11 R37 | Recommendations R7, R11 and R37
R7 R11 R13 R31 R37 | these Recommendations (R7, R11, R13, R31 and R37)
R I-5 | Recommendation R I-5, working document
R I-5 | Recommendation R I‑5
R7 | Recommendation R 7
IV-3 | Recommendation IV-3 on ratification
I-5 IV-3 | Recommendations I-5 and IV-3
10 | Recommendation 10
10 | Recommendation No. 10
10 | la recommandation n° 10
10 12 15 | les recommandations 10, 12 et 15
10 12 | Recommendations 10 on data and 12 on hearings
R1 R2 R3 | Recommendations R1 to R3
R7 R8 R9 | les recommandations R7 à R9
R7 | R7 was examined
 | Recommendation 2175 (2020) of the Assembly
 | Parliamentary Assembly Recommendation 2175 (2020)
 | Recommendation 1307 (2002)
 | Recommendation CM/Rec(2018)7
 | Recommendation Rec(2001)16
 | General Recommendation No. 35
 | Recommendation 99 of the Congress
 | pursuant to Rule 4§1 and Rule 2.1§2
 | the 10 “consider” recommendations
 | the 35 recommendations
 | chapter IV-3
 | R2D2 and R&D
 | Rev2
"""


@pytest.mark.parametrize("row", FOUND.strip("\n").splitlines())
def test_codes_in_their_sentence(row: str) -> None:
    expected, text = row.split(" | ")
    printed = list(dict.fromkeys(print_code(span.code) for span in find_codes(text)))
    # "R I-5" holds a space itself
    assert " ".join(printed) == expected.strip()


codes = st.one_of(
    st.builds(Code, st.sampled_from(("R", None)), st.none(), st.integers(1, 199)),
    st.builds(
        Code,
        st.sampled_from(("R", None)),
        st.sampled_from(("I", "II", "III", "IV", "V", "VI", "IX", "X", "XII")),
        st.integers(1, 60),
    ),
)


@settings(max_examples=150)
@given(codes)
def test_printing_and_reading(code: Code) -> None:
    assert parse_code(print_code(code)) == code
    (span,) = find_codes(f"as in Recommendation {print_code(code)}, which")
    assert span.code == code
