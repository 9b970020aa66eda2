"""The scorer, on small records of its own: it must see every fault and invent none."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from lanzadash.records import Reading
from tools.scoring import LISTS, score
from tools.scoring.comparing import fold, same
from tools.scoring.measure import CORPUS, cases
from tools.scoring.tally import tally

DECISION = {"index": 1, "number": 4, "verb": "agree", "text": "Agreed that Parties shall answer."}
DEADLINE = {"decision": 4, "index": 1, "due": "2031-05-02", "what": "", "printed": ""}
EXPECTED_DECISION = {"number": 4, "verb": "agree", "starts": "Agreed that", "ends": "shall answer"}
EXPECTED_DEADLINE = {"decision": 4, "due": "2031-05-02", "inclusive": True, "force": "must"}


def reading(**parts: Any) -> Reading:
    """A reading of one decision and one deadline, changed where a test asks for it."""
    document = {"kind": "list_of_decisions", "sha256": "", "symbol": "T-ES(2031)01", "lang": "en"}
    whole = {
        "file": "list.txt",
        "document": document,
        "coverage": 1,
        "decisions": [DECISION],
        "deadlines": [DEADLINE],
    }
    return Reading.model_validate(whole | parts)


def expected(**parts: Any) -> dict[str, Any]:
    """What is expected of that reading."""
    document = {"kind": "list_of_decisions", "symbol": "T-ES(2031)01", "version": None}
    whole = {
        "document": document,
        "decisions": [EXPECTED_DECISION],
        "deadlines": [EXPECTED_DEADLINE],
    }
    return whole | parts


def figures(wanted: dict[str, Any], read: Reading | None, kind: str) -> tuple[int, int, int]:
    """How many facts of a kind are right, missed and invented."""
    counted = score(wanted, read)[kind]
    return counted.right, len(counted.missed), len(counted.invented)


FAULTS = [
    ("deadlines", {}, (1, 0, 0), "the same deadline"),
    ("deadlines", {"deadlines": []}, (0, 1, 0), "a deadline missed"),
    ("deadlines", {"deadlines": [DEADLINE] * 2}, (1, 0, 1), "one deadline read twice"),
    ("deadlines", {"deadlines": [{**DEADLINE, "force": "may"}]}, (0, 1, 1), "another force"),
    ("deadlines", {"deadlines": [{**DEADLINE, "due": None}]}, (0, 1, 1), "the date lost"),
    ("decisions", {}, (1, 0, 0), "the same decision"),
    ("decisions", {"decisions": []}, (0, 1, 0), "a decision missed"),
    ("decisions", {"decisions": [DECISION, DECISION]}, (1, 0, 1), "a decision invented"),
    ("decisions", {"decisions": [{**DECISION, "number": 5}]}, (0, 1, 1), "a number changed"),
    ("decisions", {"decisions": [{**DECISION, "verb": "adopt"}]}, (0, 1, 1), "another verb"),
    ("decision texts", {"decisions": [{**DECISION, "text": "Agreed that"}]}, (0, 1, 1), "text cut"),
    ("points", {"decisions": [{**DECISION, "points": ["a"]}]}, (0, 0, 1), "a point invented"),
    ("footnotes", {"decisions": [{**DECISION, "footnotes": ["a"]}]}, (0, 0, 1), "a note invented"),
    ("symbols", {}, (1, 0, 0), "the same symbol"),
    ("kinds", {}, (1, 0, 0), "the same kind"),
]


@pytest.mark.parametrize(("kind", "parts", "counts", "why"), FAULTS)
def test_every_fault_is_counted(
    kind: str, parts: dict[str, Any], counts: tuple[int, int, int], why: str
) -> None:
    assert figures(expected(), reading(**parts), kind) == counts, why


def test_without_a_reading_everything_was_missed() -> None:
    assert figures(expected(), None, "decisions") == (0, 1, 0)
    assert figures(expected(), None, "deadlines") == (0, 1, 0)
    assert figures(expected(), None, "symbols") == (0, 1, 0)


def test_a_list_that_is_absent_is_not_scored_and_an_empty_one_is_complete() -> None:
    mention = {"party_mentions": [{"decision": 4, "party": "MLT"}]}
    assert "Parties" not in score(expected(), reading(**mention))
    assert figures(expected(party_mentions=[]), reading(**mention), "Parties") == (0, 0, 1)


def test_what_is_optional_is_neither_right_nor_invented() -> None:
    mention = {"party_mentions": [{"decision": 4, "party": "MLT"}]}
    assert figures(
        expected(party_mentions=[], optional=mention), reading(**mention), "Parties"
    ) == (
        0,
        0,
        0,
    )


def test_a_meeting_mentioned_with_its_dates_may_also_be_announced() -> None:
    dates = {"start": "2032-02-10", "end": "2032-02-12"}
    wanted = expected(meeting_mentions=[{"decision": 4, "number": 66, **dates}], next_meetings=[])
    assert figures(wanted, reading(next_meetings=[dates]), "next meetings") == (0, 0, 0)


def test_a_decision_of_the_full_contract_is_compared_whole() -> None:
    whole = {**DECISION, "points": [], "footnotes": [], "place": {"page": 1, "block": 3}}
    wanted = expected(decisions=[whole], deadlines=[{**DEADLINE, "relative": None}])
    for kind in ("decisions", "decision texts", "deadlines"):
        assert figures(wanted, reading(), kind) == (1, 0, 0)


def test_a_vague_expectation_does_not_take_the_fact_of_a_precise_one() -> None:
    vague, precise = {"decision": 5}, {"decision": 5, "due": "2031-06-01"}
    read = [{"decision": 5, "due": "2031-06-01"}, {"decision": 5, "due": "2031-07-01"}]
    assert tally([vague, precise], read).right == 2


SAME = [
    ("starts", "Est convenu", "Est\u00a0convenu que", "white space"),
    ("starts", "« Les enfants »", "“Les enfants” d’abord", "quotes"),
    ("ends", "15-18 March", "du 15 – 18 March;", "dashes and closing punctuation"),
    ("ends", "comments", "com\u00adments", "soft hyphens"),
]


@pytest.mark.parametrize(("name", "wanted", "read", "why"), SAME)
def test_typography_changes_nothing(name: str, wanted: str, read: str, why: str) -> None:
    assert same(name, wanted, {"text": read}), why


def test_words_are_folded_once_and_for_all() -> None:
    text = "« Jouer en sécurité » – les 3\u20114 mai : oui"
    assert fold(fold(text)) == fold(text)


@pytest.mark.parametrize("case", cases(CORPUS), ids=lambda case: case.name)
def test_a_reading_that_says_what_is_expected_is_right_throughout(case: Any) -> None:
    """The expectations of the corpus fit the contract: a record made of them scores full marks."""
    record = perfect(case.expected)
    for kind, counted in score(case.expected, record).items():
        assert not counted.missed, kind
        assert not counted.invented, kind


def perfect(wanted: Any) -> Reading:
    """A reading made of what is expected."""
    plain = json.loads(json.dumps(wanted), object_hook=_first_choice)
    decisions = [
        {
            "index": index,
            "number": decision["number"],
            "verb": decision.get("verb", "other"),
            "text": decision["starts"] + " ... " + decision["ends"]
            if decision["starts"] != decision["ends"]
            else decision["starts"],
            "points": ["point"] * decision.get("points", 0),
            "footnotes": decision.get("footnotes", []),
            "section": decision.get("section"),
            "context": decision.get("context"),
        }
        for index, decision in enumerate(plain.get("decisions", []), 1)
    ]
    fills: dict[str, dict[str, Any]] = {
        "deadlines": {"what": "", "printed": ""},
        "recommendations": {"text": ""},
    }
    lists = {
        key: [{**fills.get(key, {}), **fact} for fact in plain.get(key, [])]
        for key in LISTS.values()
    }
    for deadline in lists["deadlines"]:
        deadline["relative"] = "in words" if deadline["due"] is None else None
    return Reading.model_validate(
        {
            "file": "perfect",
            "document": {**plain["document"], "sha256": ""},
            "meeting": plain.get("meeting"),
            "decisions": decisions,
            "coverage": 1,
            **lists,
        }
    )


def _first_choice(record: dict[str, Any]) -> Any:
    return record["any"][0] if record.keys() == {"any"} else record


def test_a_folder_without_documents_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="no document beside"):
        cases(tmp_path)
    folder = tmp_path / "one"
    folder.mkdir()
    (folder / "expected.json").write_text("{}")
    with pytest.raises(ValueError, match="one"):
        cases(tmp_path)
    (folder / "list.txt").write_text("words")
    assert [file.name for file in cases(tmp_path)[0].files] == ["list.txt"]
