"""What changed, in words."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from lanzadash.exports import changes
from lanzadash.language import language

Maker = Callable[..., dict[str, Any]]
Row = dict[str, Any]

DECISION = {"kind": "new_decision", "record_table": "decisions", "old": None, "new": "invite"}
MADE = {
    "kind": "stage_reached",
    "record_table": "rounds",
    "old": None,
    "new": "compliance_report_adopted",
    "codes": ["R7", "R11"],
    "recommendations": 2,
}
STATUS = {**MADE, "kind": "status_changed", "old": "addressed", "new": "in_compliance"}
MEETING = {"kind": "meeting_held", "record_table": "meetings", "number": 6.0}
HELD = {"old": "2032-02-24/2032-02-26", "new": "2032-03-02/2032-03-04"}
DOCUMENT = {"kind": "document_added", "record_table": "documents", "new": "compliance_report"}

TOLD: list[tuple[Row, str, str, str]] = [
    ({}, "15 December 2031 → 1 February 2032", "", "moved"),
    ({"kind": "deadline_set", "old": None}, "1 February 2032", "", "set"),
    ({"kind": "deadline_set", "old": None, "new": None}, "no day on file", "", "a rule"),
    ({"kind": "deadline_cancelled", "new": None}, "15 December 2031", "", "cancelled"),
    ({"kind": "deadline_replaced", "new": "a/b"}, "15 December 2031", "", "replaced"),
    (DECISION, "6th meeting, decision 4", "Invited", "a decision"),
    (MADE, "R7 and R11 (Harbours)", "compliance report adopted", "a stage"),
    (
        {**MADE, "recommendations": 3},
        "R7, R11 and 1 recommendation without a code on file (Harbours)",
        "compliance report adopted",
        "one of them has no code",
    ),
    (
        {**MADE, "codes": ["10"], "recommendations": 4},
        "Recommendation 10 and 3 recommendations without a code on file (Harbours)",
        "compliance report adopted",
        "a code that is a number is not taken for a count",
    ),
    (
        {**MADE, "codes": [f"R{n}" for n in range(1, 31)], "recommendations": 30},
        "30 recommendations (Harbours)",
        "compliance report adopted",
        "too many to be told one by one",
    ),
    (STATUS, "R7 and R11 (Harbours)", "addressed → in compliance", "a status"),
    ({**STATUS, "new": None}, "R7 and R11 (Harbours)", "", "Parties that fare differently"),
    ({**MEETING, **HELD}, "6th meeting", "24-26 February 2032 → 2-4 March 2032", "held later"),
    ({**MEETING, **HELD, "old": None}, "6th meeting", "2-4 March 2032", "held as announced"),
    (
        {**MEETING, **HELD, "number": None, "record_table": "meeting_dates", "old": None},
        "meeting without a number",
        "2-4 March 2032",
        "no number is printed",
    ),
    (DOCUMENT, "Compliance report", "", "a document"),
]


@pytest.mark.parametrize(("over", "subject", "what", "why"), TOLD, ids=[why for *_, why in TOLD])
def test_told(over: Row, subject: str, what: str, why: str, change: Maker) -> None:
    say, row = language("en"), change(**over)
    assert (changes.subject(say, row), changes.what(say, row)) == (subject, what)


BY: list[tuple[Row, str]] = [
    ({}, "6th meeting, decision 4"),
    ({"by_number": None}, "6th meeting, 4th decision, not numbered"),
    ({"by_decision": None}, "6th meeting"),
    ({"by_decision": None, "by_meeting_number": None}, ""),
    ({"by_decision": None, "by_meeting": None, "by_meeting_number": None}, ""),
]


@pytest.mark.parametrize(("over", "words"), BY)
def test_by(over: Row, words: str, change: Maker) -> None:
    assert changes.by(language("en"), change(**over)) == words


def test_parties(change: Maker) -> None:
    say = language("en")
    assert changes.parties(say, change()) == ""
    assert changes.parties(say, change(parties=["MLT"])) == "1 Party"
    assert changes.parties(say, change(parties=["MLT", "PRT"])) == "2 Parties"
