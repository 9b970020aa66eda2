from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from lanzadash.records import DeadlineChangeRow, DeadlineRow, ObligationRow
from lanzadash.store import BuildError

Built = Callable[..., Any]

REPLIES = "T-ES/85/d2/deadline-1"
"""Due on 15 December 2031, known from 6 November 2031."""
FACT = {"deadline": REPLIES, "body": "T-ES", "source": "our own example", "certainty": "sourced"}
SURVEY = DeadlineRow.model_validate(
    {
        "deadline": "survey",
        "body": "T-ES",
        "kind": "questionnaire",
        "rule": "ratified+6m",
        "force": "must",
        "summary_en": "Replies to the survey.",
        "summary_fr": "Réponses à l’enquête.",
        "addressees_en": "Parties",
        "addressees_fr": "Parties",
        "source": "our own example",
        "certainty": "sourced",
    }
)


def change(**over: Any) -> DeadlineChangeRow:
    return DeadlineChangeRow.model_validate({**FACT, **over})


def moved(due: str, **over: Any) -> DeadlineChangeRow:
    return change(change="moved", due=due, **over)


def test_a_deadline_keeps_the_day_first_set(built: Built) -> None:
    ask = built(deadline_changes=(moved("2032-02-01", known_on="2031-12-01"),))
    assert ask("select due::varchar from deadlines") == [("2031-12-15",)]
    assert ask("select distinct due::varchar from obligations") == [("2031-12-15",)]


def test_the_day_it_changes_from_is_the_one_on_file(built: Built) -> None:
    right = (
        moved("2032-02-01", from_due="2031-12-15", known_on="2031-12-01"),
        moved("2032-03-01", from_due="2032-02-01", known_on="2031-12-20"),
    )
    assert built(deadline_changes=right)("select count(*) from deadline_changes") == [(2,)]
    wrong = moved("2032-02-01", from_due="2031-12-18", known_on="2031-12-01")
    with pytest.raises(BuildError, match="day on file, 2031-12-15, found 2031-12-18"):
        built(deadline_changes=(wrong,))


@pytest.mark.parametrize("due", ["2031-12-15", "2032-02-01"])
def test_an_answer_says_of_which_day_it_is(built: Built, due: str) -> None:
    put_off = moved("2032-02-01", known_on="2031-12-01")
    answer = {**FACT, "party": "PRT", "state": "received", "known_on": "2031-12-10"}
    del answer["body"]
    ask = built(
        deadline_changes=(put_off,),
        obligations=(ObligationRow.model_validate(answer | {"due": due}),),
    )
    assert ask("select count(*) from obligation_states") == [(1,)]
    with pytest.raises(BuildError, match="expected due to be a day on file, 2031-12-15"):
        built(
            deadline_changes=(put_off,),
            obligations=(ObligationRow.model_validate(answer | {"due": "2031-12-18"}),),
        )


def test_changes_are_counted_in_the_order_of_the_file(built: Built) -> None:
    ask = built(
        deadline_changes=(
            moved("2032-02-01", known_on="2031-12-01"),
            moved("2032-03-01", known_on="2031-12-20", meeting=85, decision=1),
            change(change="cancelled", meeting=85, decision=9, known_on="2032-01-20"),
        )
    )
    assert ask(
        "select deadline_change, position, change, due::varchar, meeting, decision, source, "
        "known_on::varchar from deadline_changes order by 1"
    ) == [
        (f"{REPLIES}/change-{position}", position, *rest)
        for position, *rest in (
            (1, "moved", "2032-02-01", None, None, "our own example", "2031-12-01"),
            (2, "moved", "2032-03-01", "T-ES/85", "T-ES/85/d1", "our own example", "2031-12-20"),
            # No list on file prints decision 9.
            (3, "cancelled", None, "T-ES/85", None, "our own example", "2032-01-20"),
        )
    ]


def test_what_a_meeting_changed_is_known_from_its_last_day(built: Built) -> None:
    ask = built(deadline_changes=(moved("2032-02-01", meeting=85),))
    assert ask("select known_on::varchar from deadline_changes") == [("2031-11-06",)]


FAULTS = [
    ([moved("2032-02-01", deadline="nothing")], "found 'nothing'"),
    ([change(change="replaced", replaced_by="nothing")], "found 'nothing'"),
    ([change(change="replaced", replaced_by=REPLIES)], "not replaced by itself"),
    ([moved("2032-02-01", meeting=70)], "found 'T-ES/70'"),
    ([moved("2032-02-01", deadline="survey")], "only a deadline with a day is moved"),
    ([moved("2032-02-01", known_on="2031-11-05")], "changed after it was set"),
    (
        [moved("2032-03-01", known_on="2031-12-20"), moved("2032-02-01", known_on="2031-12-01")],
        "in the order in which they became known",
    ),
]


@pytest.mark.parametrize(("changes", "words"), FAULTS, ids=[words for _, words in FAULTS])
def test_changes_that_cannot_be(built: Built, changes: list[Any], words: str) -> None:
    with pytest.raises(BuildError, match=words):
        built(deadlines=(SURVEY,), deadline_changes=tuple(changes))
