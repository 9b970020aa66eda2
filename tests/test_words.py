"""Every code that the data can hold has a word in both languages."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, get_args

import pytest

from lanzadash import records, words
from lanzadash.language import language
from lanzadash.queries.standing import LAYERS
from lanzadash.store import Connection

EN = language("en")

CODES: list[tuple[Mapping[str, str], Any]] = [
    (words.VERBS, records.Verb),
    (words.GRADES, records.Grade),
    (words.CERTAINTIES, records.Certainty),
    (words.MODES, records.Mode),
    (words.DOCUMENT_KINDS, records.Kind),
    (words.CONSENTS, records.PartyRow.model_fields["consent"].annotation),
    (words.ROUND_KINDS, records.RoundRow.model_fields["kind"].annotation),
    (words.STAGES, records.StageRow.model_fields["stage"].annotation),
    (words.PAIRS, records.AssessmentRow.model_fields["relation"].annotation),
]
COLUMNS: list[tuple[Mapping[str, str], str, str]] = [
    (words.VERBS, "decisions", "verb"),
    (words.GRADES, "recommendations", "grade"),
    (words.CERTAINTIES, "sources", "certainty"),
    (words.MODES, "meetings", "mode"),
    (words.DEADLINE_KINDS, "deadlines", "kind"),
    (words.ROUND_KINDS, "rounds", "kind"),
    (words.DOCUMENT_KINDS, "documents", "kind"),
    (words.CONSENTS, "parties", "consent"),
    (words.STAGES, "recommendation_stages", "stage"),
    (words.PAIRS, "assessments", "relation"),
    (words.PAIRS, "assessments", "outcome"),
    (words.OBLIGATION_STATES, "obligation_states", "state"),
    (words.TABLES, "sources", "record_table"),
]


@pytest.mark.parametrize(("known", "codes"), CODES, ids=[str(list(row[0])[:2]) for row in CODES])
def test_every_code_of_the_records_has_a_word(known: Mapping[str, str], codes: Any) -> None:
    assert set(get_args(codes)) <= set(known)


@pytest.mark.parametrize(
    ("known", "table", "column"), COLUMNS, ids=[".".join(row[1:]) for row in COLUMNS]
)
def test_every_code_on_file_has_a_word(
    connection: Connection, known: Mapping[str, str], table: str, column: str
) -> None:
    rows = connection.execute(f"select distinct {column} from {table}").fetchall()
    assert {code for (code,) in rows if code is not None} <= set(known)


def test_every_layer_of_the_map_has_a_word() -> None:
    assert set(words.LAYERS) == set(LAYERS)


@pytest.mark.parametrize(
    ("code", "expected"),
    [("take_note", "Took note"), ("some_new_verb", "some new verb"), (None, "")],
)
def test_an_unknown_code_is_shown_as_it_stands(code: str | None, expected: str) -> None:
    assert words.verb(EN, code) == expected


@pytest.mark.parametrize(
    ("row", "symbol", "expected"),
    [
        (
            {"symbol": "T-ES(2021)37", "language": "en", "version": "rev."},
            None,
            "T-ES(2021)37_en rev.",
        ),
        ({"symbol": "T-ES(2020)16", "language": None, "version": None}, None, "T-ES(2020)16"),
        ({"symbol": None, "language": "en", "version": None}, None, ""),
        ({"language": "fr", "version": None}, "T-ES(2020)23", "T-ES(2020)23_fr"),
    ],
)
def test_a_document_is_cited_as_printed(
    row: dict[str, str | None], symbol: str | None, expected: str
) -> None:
    assert words.cite(EN, row, symbol) == expected


def test_meetings_and_paragraphs() -> None:
    assert words.meeting(EN, 35) == "35th meeting"
    assert words.meeting(EN, None) == "meeting without a number"
    assert words.paragraph(EN, 6, 6) == "decision 6"
    assert words.paragraph(EN, None, 3) == "3rd decision, not numbered"


def test_a_recommendation_without_a_code_is_told_by_what_it_asks() -> None:
    row = {"code": None, "summary_en": "House children apart.", "summary_fr": None}
    assert words.recommendation(EN, row) == "House children apart."
    assert words.recommendation(EN, row | {"code": "R7"}) == "R7: House children apart."
    assert words.recommendation_code(EN, row) == "Recommendation, code not on file"


@pytest.mark.parametrize(
    ("name", "expected"), [("The Hague", "La Haye"), ("Utrecht", "Utrecht"), (None, "")]
)
def test_a_place_has_its_name_in_each_language(name: str | None, expected: str) -> None:
    assert words.place(language("fr"), name) == expected
