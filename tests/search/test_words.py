"""What a word is, what it folds to, and which forms share a stem."""

from __future__ import annotations

import unicodedata

import duckdb
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from lanzadash.search.words import STOPWORDS, Language, folded, stem, stems, telling, words


@pytest.mark.parametrize(
    ("text", "expected", "why"),
    [
        ("Adopted its agenda.", ["adopted", "its", "agenda"], "marks are no words"),
        ("l’écoute d'un", ["l", "écoute", "d", "un"], "apostrophes part words"),
        ("T-ES(2021)37_en", ["t", "es", "2021", "37", "en"], "hyphens, brackets and underscores"),
        ("R\u00a0I‑5 4§1", ["r", "i", "5", "4", "1"], "non-breaking hyphen and space, paragraph"),
        ("e\u0301te\u0301", ["été"], "letter and accent apart"),
        ("İzmir ΣΟΦΟΣ", ["izmir", "σοφοσ"], "capitals that the database lowers letter by letter"),
        ("\u202eabc\x00def", ["abc", "def"], "marks of direction and NUL"),
        ("🙂 — «»", [], "nothing but signs"),
        ("", [], "nothing"),
    ],
)
def test_the_words_of_a_text(text: str, expected: list[str], why: str) -> None:
    assert [word.text for word in words(text)] == expected, why


def test_a_word_knows_where_it_stands() -> None:
    text = "T-ES et l’été"
    assert [text[word.start : word.end] for word in words(text)] == ["T", "ES", "et", "l", "été"]


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("ÉTÉ", "ete"),
        ("Œuvré", "oeuvre"),
        ("Straße", "strasse"),
        ("Łódź", "lodz"),
        ("İzmir", "izmir"),
        ("ﬁn", "fin"),
        ("Ǿᴬ", "oa"),
        ("Kováčová", "kovacova"),
        ("R12", "r12"),
    ],
)
def test_a_word_without_accents_and_case(word: str, expected: str) -> None:
    assert folded(word) == expected
    assert folded(expected) == expected


@pytest.mark.parametrize(
    ("language", "forms", "others"),
    [
        ("en", "helpline helplines", "helper"),
        ("en", "adopt adopts adopted adopting", "adapt"),
        ("en", "child children", "childish"),
        ("en", "observer observers", "observation observations observe"),
        ("en", "elect elects elected election elections", "electric"),
        ("fr", "bénévole bénévoles", "bénéfice"),
        ("fr", "réponse réponses", "responsable"),
        ("fr", "observateur observateurs observatrice", "observation observations"),
        ("fr", "élire élit élu élus élection élections", "élève"),
        ("fr", "traduire traduit traduite traduction traductions", "traditionnel"),
        ("fr", "régional régionaux régionale", "région"),
    ],
)
def test_forms_of_a_word_share_a_stem(language: Language, forms: str, others: str) -> None:
    roots = {stem(form, language) for form in forms.split()}
    assert len(roots) == 1
    assert not roots & {stem(other, language) for other in others.split()}


def test_stems_keep_their_order_and_telling_ones_leave_stop_words_out() -> None:
    assert stems("les lignes d’écoute", "fr") == ("le", "lign", "d", "ecout")
    assert telling("les lignes d’écoute", "fr") == ("lign", "ecout")
    assert telling("of the", "en") == ()


def test_stop_words_are_folded() -> None:
    assert {folded(word) for word in STOPWORDS} == STOPWORDS


@settings(max_examples=300, deadline=None)
@given(st.text(st.characters(exclude_categories=["Cs", "Cn"], exclude_characters="\x00")))
@example("İstanbul ΑΣ Σ")
@example("e\u0301\u0327 \u1100\u1161 \u212b ﬁ ½ª²Ⅷ")
def test_words_are_the_same_to_the_build_and_to_a_query(text: str) -> None:
    row = duckdb.execute(
        r"select regexp_extract_all(lower(nfc_normalize(?)), '[\p{L}\p{N}]+')", [text]
    ).fetchone()
    assert row is not None
    assert [word.text for word in words(text)] == row[0]


def test_every_letter_is_the_same_to_the_build_and_to_a_query() -> None:
    letters = [
        letter
        for letter in map(chr, range(1, 0x110000))
        if unicodedata.category(letter)[0] in "LNM"
    ]
    texts = [f"a{letter}b {letter} e{letter}" for letter in letters]
    rows = duckdb.execute(
        r"""select regexp_extract_all(lower(nfc_normalize(text)), '[\p{L}\p{N}]+')
        from (select unnest(?) as text)""",
        [texts],
    ).fetchall()
    for text, (found,) in zip(texts, rows, strict=True):
        assert [word.text for word in words(text)] == found


@settings(deadline=None)
@given(st.text())
def test_any_text_folds_and_stems(text: str) -> None:
    for word in words(text):
        assert folded(folded(word.text)) == folded(word.text)
        assert stem(word.text, "en") == folded(stem(word.text, "en"))
        assert stem(word.text, "fr") == folded(stem(word.text, "fr"))
