from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from lanzadash.records import AssessmentRow, RecommendationText, Record, StageRow, Texts
from lanzadash.store import BuildError

Built = Callable[..., Any]
FACT = {"source": "our own example", "certainty": "sourced"}

REPORT = {
    "id": "report",
    "document": {
        "symbol": "T-ES(2031)12",
        "kind": "report",
        "lang": "en",
        "dated": "2031-09-01",
        "sha256": "report",
    },
    "read_on": "2032-01-01",
    "recommendations": [
        {"code": "R2", "round": "harbours", "verb": "urge", "parties": ["PRT", "MLT"]},
        {"code": "R I-3", "round": "bridges", "summary_en": "Build.", "place": {"block": 8}},
        {"code": "10"},
    ],
    "coverage": 1.0,
}


def report(**over: Any) -> Record:
    return Record.model_validate(REPORT | over)


def test_facts_and_reports_are_one_table(built: Built) -> None:
    texts = Texts(
        id="report", sha256="report", recommendations=[RecommendationText(code="R2", text="Text")]
    )
    ask = built(records=(report(),), texts={"report": texts})
    assert ask(
        "select recommendation, position, code, grade, text_en, source, known_on::varchar "
        "from recommendations where source like '%T-ES(2031)12%' order by recommendation"
    ) == [
        ("bridges/R-I-3", 3, "R I-3", None, None, "T-ES(2031)12_en", "2031-09-01"),
        (
            "harbours/R2",
            2,
            "R2",
            "urge",
            "Text",
            "our own example ; T-ES(2031)12_en",
            "2031-09-01",
        ),
        ("report/10", 1, "10", None, None, "T-ES(2031)12_en", "2031-09-01"),
    ]


def test_the_parties_a_recommendation_names_are_addressed(built: Built) -> None:
    ask = built(records=())
    assert ask("select assessment, relation, outcome, source from assessments") == [
        ("harbours/R2/PRT/1", "addressed", None, "our own example")
    ]


def assessment(on: str | None, **over: Any) -> AssessmentRow:
    values = {"recommendation": "harbours/R2", "party": "PRT", "relation": "assessed"}
    return AssessmentRow.model_validate(values | FACT | {"assessed_on": on} | over)


def test_assessments_are_a_series_none_overwritten(built: Built) -> None:
    ask = built(
        assessments=(
            assessment("2032-02-01"),
            assessment("2031-02", relation="addressed"),
            assessment(None),
        )
    )
    assert ask("select assessment, assessed_on from assessments order by 1") == [
        ("harbours/R2/PRT/1", "2031-02"),
        ("harbours/R2/PRT/2", "2032-02-01"),
        ("harbours/R2/PRT/3", None),
    ]


def test_an_outcome_that_has_no_word_is_a_fault(built: Built) -> None:
    with pytest.raises(BuildError, match="an outcome is a status of the layer outcome"):
        built(assessments=(assessment("2032", outcome="splendid"),))


def stage(**over: Any) -> StageRow:
    values = {"recommendation": "harbours/R2", "stage": "addressed", "body": "T-ES"}
    return StageRow.model_validate(values | FACT | over)


def test_a_step_taken_at_a_meeting_is_known_from_its_last_day(built: Built) -> None:
    ask = built(stages=(stage(meeting=85, decision=2, on="2031-11"), stage(on="2031-02")))
    assert ask(
        "select recommendation_stage, meeting, decision, known_on::varchar "
        "from recommendation_stages order by 1"
    ) == [
        ("harbours/R2/addressed/1", None, None, None),
        ("harbours/R2/addressed/2", "T-ES/85", "T-ES/85/d2", "2031-11-06"),
    ]


def test_a_step_that_points_nowhere_is_a_fault(built: Built) -> None:
    with pytest.raises(BuildError, match="expected meeting to be one of meetings"):
        built(stages=(stage(meeting=70),))
