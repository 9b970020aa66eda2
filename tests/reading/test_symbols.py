"""Document symbols, as printed on covers and in running text."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lanzadash.reading.symbols import Symbol, find_symbols, parse_symbol, print_symbol

CODES = ("T-ES", "T-XX")

# work, version, language, then the text
FOUND = """
T-ES(2021)37 rev. en | T-ES(2021)37_en rev.
T-ES(2021)26 rev. fr | T-ES(2021)26_fr rév.
T-ES(2017)12 rev.2 - | T-ES(2017)12 Rev2
T-ES(2017)12 rev.2 - | T-ES(2017)12Rev2
T-ES(2021)37 rev.2 en | T-ES(2021)37_en_rev2
T-ES(2021)37 rev.3 en | T-ES(2021)37_EN REV 3
T-ES(2015)04 final en | T-ES(2015)04_en FINAL
T-ES(2020)22 final - | see T-ES(2020)22 final.
T-ES(2020)22 - - | see the T-ES(2020)22 final version
T-ES(2020)01 rev. bil | T-ES(2020)01 rev._bil
T-ES(2021)37 prov. - | T-ES(2021)37prov
T-ES(2014)49 add.1 - | T-ES(2014)49 add1
T-ES-WG(2016)03 - en | T-ES-WG(2016)03_en
T-ES(2017)ICT-DE - - | T-ES(2017)ICT-DE
T-ES(2021)OJ36 - - | T-ES(2021)OJ36
T-ES(2021)37 - - | T-ES (2021) 37
T-ES(2021)17 rev.1 - | T‑ES(2021)17 rev.1
T-ES(2021)37 - en | T-ES(2021)37 EN
T-ES(2021)37 - - | le document T-ES(2021)37 en vue de son adoption
T-ES(2021)37 - - | T-ES(2021)37 revised by the Secretariat
T-ES(2021)37 rev. - | T-ES(2021)37 rev. 7 March 2022
T-ES(2020)23 rev.2 en | working document T-ES(2020)23_en rev.2 of 15 November 2021
T-XX(2020)5 - - | T-XX(2020)5
"""


@pytest.mark.parametrize("row", FOUND.strip().splitlines())
def test_one_symbol(row: str) -> None:
    expected, text = row.split(" | ")
    (span,) = find_symbols(text, CODES)
    symbol = span.symbol
    assert f"{symbol.work} {symbol.version or '-'} {symbol.lang or '-'}" == expected


@pytest.mark.parametrize(
    "text", ["CM(2019)12", "Recommendation CM/Rec(2018)7", "XT-ES(2021)37", "T-ES", "T-ES(21)37"]
)
def test_no_symbol(text: str) -> None:
    assert find_symbols(text, CODES) == []


def test_several_in_one_sentence() -> None:
    text = "documents T-ES(2021)25, T-ES(2021)27_fr and T-ES(2021)28 rev. were examined"
    works = [span.symbol.work for span in find_symbols(text, CODES)]
    assert works == ["T-ES(2021)25", "T-ES(2021)27", "T-ES(2021)28"]


def test_only_a_symbol_parses_as_one() -> None:
    assert parse_symbol("T-ES(2021)37_en rev.", CODES) == Symbol("T-ES(2021)37", "rev.", "en")
    assert parse_symbol("see T-ES(2021)37", CODES) is None


symbols = st.builds(
    Symbol,
    st.builds(
        "{}({}){}".format,
        st.sampled_from(("T-ES", "T-ES-WG", "T-ES-BU")),
        st.integers(1990, 2090),
        st.one_of(
            st.integers(1, 99).map("{:02}".format),
            st.sampled_from(("OJ36", "ICT-DE", "OJ1", "LD")),
        ),
    ),
    st.one_of(
        st.none(),
        st.sampled_from(("rev.", "final", "prov.", "add.1")),
        st.integers(1, 19).map("rev.{}".format),
    ),
    st.sampled_from((None, "en", "fr", "bil")),
)


@settings(max_examples=150)
@given(symbols)
def test_printing_and_reading(symbol: Symbol) -> None:
    assert parse_symbol(print_symbol(symbol), CODES) == symbol
