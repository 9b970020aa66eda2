from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Any

import pytest

from lanzadash.records import DeadlineRow, ObligationRow, Record, Texts
from lanzadash.store import BuildError
from lanzadash.store.rows import Row
from lanzadash.store.rows.obligations import months_later

Built = Callable[..., Any]
Made = Callable[..., dict[str, list[Row]]]
List = Callable[..., Record]

FACT = {
    "deadline": "survey/replies",
    "body": "T-ES",
    "kind": "questionnaire",
    "due": "2032-05-01",
    "force": "must",
    "summary_en": "Replies to the survey.",
    "summary_fr": "Réponses à l’enquête.",
    "addressees_en": "Parties",
    "addressees_fr": "Parties",
    "source": "our own example",
    "certainty": "sourced",
}


def fact(**over: Any) -> DeadlineRow:
    return DeadlineRow.model_validate(FACT | over)


def test_a_deadline_of_a_decision(built: Built, wording: Callable[[str, str], Texts]) -> None:
    ask = built(texts={"T-ES-2031-85_en": wording("en", "Replies")})
    assert ask(
        "select deadline, meeting, decision, document, round, kind, due::varchar, inclusive, force,"
        " printed_en, printed_fr, page, block, certainty, known_on::varchar from deadlines"
    ) == [
        (
            "T-ES/85/d2/deadline-1",
            "T-ES/85",
            "T-ES/85/d2",
            "T-ES-2031-85_en",
            "harbours_follow_up",
            "other",
            "2031-12-15",
            True,
            "must",
            "Replies by 15 December",
            None,
            2,
            10,
            "sourced",
            "2031-11-06",
        )
    ]


def test_the_recommendations_it_names(built: Built) -> None:
    assert built()(
        "select deadline_recommendation, code, recommendation "
        "from deadline_recommendations order by 1"
    ) == [
        ("T-ES/85/d2/deadline-1/R2", "R2", "harbours/R2"),
        ("T-ES/85/d2/deadline-1/R9", "R9", None),
    ]


def test_two_languages_print_one_deadline(built: Built, the_list: List) -> None:
    ask = built(records=(the_list("en"), the_list("fr")))
    assert ask("select deadline, source from deadlines") == [
        ("T-ES/85/d2/deadline-1", "T-ES(2031)85_en ; T-ES(2031)85_fr")
    ]


def test_languages_that_differ_give_both_days_and_a_warning(built: Built, the_list: List) -> None:
    later = the_list("en").deadlines[0].model_dump(mode="json") | {"due": "2031-12-16"}
    ask = built(records=(the_list("en"), the_list("fr", deadlines=[later])))
    assert ask("select deadline, due::varchar from deadlines order by 1") == [
        ("T-ES/85/d2/deadline-1", "2031-12-15"),
        ("T-ES/85/d2/deadline-2", "2031-12-16"),
    ]
    assert ask.report.warnings == [
        "T-ES/85/d2: the deadline 2031-12-15 is printed in en only; compare the documents",
        "T-ES/85/d2: the deadline 2031-12-16 is printed in fr only; compare the documents",
    ]


def test_two_days_in_one_decision(built: Built, the_list: List) -> None:
    first = the_list("en").deadlines[0].model_dump(mode="json")
    relative = first | {"due": None, "is_relative": True}
    ask = built(records=(the_list("en", deadlines=[first, relative]),))
    assert ask("select deadline, due::varchar from deadlines order by 1") == [
        ("T-ES/85/d2/deadline-1", "2031-12-15"),
        ("T-ES/85/d2/deadline-2", None),
    ]


def test_a_fact_about_a_printed_deadline_fills_it(built: Built) -> None:
    same = fact(deadline="helpline", meeting=85, decision=2, due="2031-12-15", certainty="inferred")
    answered = answer("PRT", "received", deadline="helpline")
    ask = built(deadlines=(same,), obligations=(answered,))
    assert ask("select deadline, state from obligations join obligation_states using (obligation)")
    assert ask("select deadline, summary_en, source, certainty, block from deadlines") == [
        (
            "helpline",  # by which calendars, changes and answers know it
            "Replies to the survey.",
            "T-ES(2031)85_en ; our own example",
            "sourced",
            10,
        )
    ]


@pytest.mark.parametrize(
    ("over", "known_on", "why"),
    [
        ({"decision": 7}, "2031-06-12", "the last day of the meeting that set it"),
        ({"agenda_item": "2.1"}, "None", "its agenda stood before the meeting"),
        ({"decision": 7, "known_on": "2031-07-01"}, "2031-07-01", "as the facts say"),
    ],
)
def test_since_when_a_fact_of_a_meeting_is_known(
    made: Made, over: dict[str, Any], known_on: str, why: str
) -> None:
    (row,) = made(records=(), deadlines=(fact(meeting=84, **over),))["deadlines"]
    assert str(row["known_on"]) == known_on, why
    assert (row["decision"], row["item_number"]) == (None, over.get("agenda_item"))


@pytest.mark.parametrize(
    ("over", "expected", "why"),
    [
        (
            {"round": "harbours", "known_on": "2031-01-01"},
            [
                ("MLT", "2032-05-01", "round", "2031-01-01"),
                ("PRT", "2032-05-01", "round", "2031-01-01"),
            ],
            "those the round covers",
        ),
        (
            {"round": "harbours_follow_up"},
            [("MLT", "2032-05-01", "round", None), ("PRT", "2032-05-01", "round", None)],
            "a procedure without its own list: those of the round it follows",
        ),
        ({"round": "bridges"}, [], "a round without a list binds nobody we could name"),
        (
            {"known_on": "2012-11-30"},
            [("MLT", "2032-05-01", "all_parties", "2012-11-30")],
            "in force for one Party only when it was set",
        ),
        (
            {"addressees_en": "States Parties (3); others could write too"},
            [
                ("MLT", "2032-05-01", "all_parties", None),
                ("PRT", "2032-05-01", "all_parties", None),
                ("TUN", "2032-05-01", "all_parties", None),
            ],
            "in force when due, where nothing says when it was set",
        ),
        (
            {"addressees_en": "Malta and the Portuguese Republic", "round": None},
            [],
            "a name we do not know among them: none",
        ),
        (
            {"addressees_en": "Malta and Portuguese Republic", "round": "harbours"},
            [("MLT", "2032-05-01", "named", None), ("PRT", "2032-05-01", "named", None)],
            "the Parties it names",
        ),
        ({"addressees_en": "Some", "addressees_fr": "Des"}, [], "nobody knows whom"),
        (
            {"due": None, "rule": "ratified+6m", "applies_from": "2012-08-23"},
            [
                ("PRT", "2013-02-23", "ratified", "2012-08-23"),
                ("TUN", "2032-04-15", "ratified", "2031-10-15"),
            ],
            "each that ratified since the rule applies, from its ratification",
        ),
        (
            {"due": None, "rule": "ratified+6m", "addressees_en": "Each new Party"},
            [],
            "nobody knows since when the rule applies",
        ),
    ],
)
def test_whom_it_binds(
    made: Made, over: dict[str, Any], expected: list[tuple[Any, ...]], why: str
) -> None:
    found = [
        (row["party"], str(row["due"]), row["basis"], row["known_on"] and str(row["known_on"]))
        for row in made(records=(), deadlines=(fact(**over),))["obligations"]
    ]
    assert found == expected, why


def answer(party: str, state: str, **over: Any) -> ObligationRow:
    values = {"deadline": "survey/replies", "party": party, "state": state}
    words = {"source": "letter", "certainty": "sourced"}
    return ObligationRow.model_validate(values | words | over)


def test_states_on_file(built: Built) -> None:
    ask = built(
        records=(),
        deadlines=(fact(round="harbours"),),
        obligations=(
            answer("MLT", "extended", state_on="2032-04-01", extended_to="2032-06-01"),
            answer("MLT", "received", known_on="2032-05-20"),
            answer("TUN", "received", state_on="2032-04-02", known_on="2032-04-08"),
        ),
    )
    assert ask(
        "select party, due::varchar, basis, source, certainty from obligations order by 1"
    ) == [
        # That the round binds them is inferred.
        ("MLT", "2032-05-01", "round", "our own example", "inferred"),
        ("PRT", "2032-05-01", "round", "our own example", "inferred"),
        # Not covered by the round, and yet it answered.
        ("TUN", "2032-05-01", "named", "letter", "sourced"),
    ]
    assert ask(
        "select obligation_state, position, extended_to::varchar, known_on::varchar, source"
        " from obligation_states order by obligation, position"
    ) == [
        ("survey/replies/MLT/extended/2032-04-01", 1, "2032-06-01", "2032-04-01", "letter"),
        ("survey/replies/MLT/received/2032-05-20", 2, None, "2032-05-20", "letter"),
        ("survey/replies/TUN/received/2032-04-02", 1, None, "2032-04-08", "letter"),
    ]


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        ("2011-01-31", "2011-07-31"),
        ("2010-08-31", "2011-02-28"),
        ("2011-08-30", "2012-02-29"),
        ("2010-12-15", "2011-06-15"),
        ("2010-06-30", "2010-12-30"),
    ],
)
def test_months_later(day: str, expected: str) -> None:
    assert months_later(dt.date.fromisoformat(day), 6) == dt.date.fromisoformat(expected)


def test_an_answer_to_no_deadline_is_a_fault(built: Built) -> None:
    with pytest.raises(BuildError, match="expected deadline to be one on file"):
        built(records=(), obligations=(answer("MLT", "received"),))


NOBODY = {"addressees_en": None, "round": None}


@pytest.mark.parametrize(
    ("over", "expected", "why"),
    [
        ({}, [("MLT", "inferred"), ("PRT", "inferred")], "those that the decision asks by name"),
        ({"parties": []}, [], "nobody is named"),
        ({"addressees_en": "Rapporteurs"}, [], "somebody else is asked"),
        ({"addressees_en": "Malta"}, [("MLT", "sourced")], "a person has said who is asked"),
        ({"parties": ["XYZ"]}, [], "no Party on file"),
    ],
)
def test_the_parties_that_its_decision_asks(
    made: Made, the_list: List, over: dict[str, Any], expected: list[tuple[str, str]], why: str
) -> None:
    decisions = [{"index": 2, "number": 2, "verb": "invite"}]
    asked = {"index": 2, "decision": 2, "due": "2031-12-15", "parties": ["PRT", "MLT"]}
    deadlines = [asked | NOBODY | over]
    tables = made(records=(the_list("en", decisions=decisions, deadlines=deadlines),))
    bound = [(row["party"], row["certainty"]) for row in tables["obligations"]]
    assert bound == expected, why


def test_languages_that_ask_others_ask_nobody(made: Made, the_list: List) -> None:
    decisions = [{"index": 2, "number": 2, "verb": "invite"}]
    asked = {"index": 2, "decision": 2, "due": "2031-12-15"}
    records = [
        the_list(code, decisions=decisions, deadlines=[asked | {"parties": parties}])
        for code, parties in (("en", ["PRT"]), ("fr", ["MLT"]))
    ]
    assert made(records=tuple(records))["obligations"] == []
