from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from lanzadash.records import Record, Texts
from lanzadash.store import BuildError
from lanzadash.store.rows import Row

Built = Callable[..., Any]
Made = Callable[..., dict[str, list[Row]]]
List = Callable[..., Record]
Wording = Callable[[str, str], Texts]


def numbered(*numbers: int | None) -> list[dict[str, Any]]:
    return [
        {"index": index, "number": number, "verb": "agree"}
        for index, number in enumerate(numbers, start=1)
    ]


def ids(ask: Any) -> list[str]:
    return [id for (id,) in ask("select decision from decisions order by position")]


def test_a_decision_without_its_text(built: Built) -> None:
    assert built()(
        "select decision, meeting, document, number, verb, round, summary_en, text_en, page, block,"
        " source, certainty, known_on::varchar from decisions where number = 2"
    ) == [
        (
            "T-ES/85/d2",
            "T-ES/85",
            "T-ES-2031-85_en",
            2,
            "invite",
            "harbours_follow_up",
            "Replies about the helpline are asked for.",
            None,
            2,
            10,
            "T-ES(2031)85_en",
            "sourced",
            # The last day of the meeting, not the day of adoption.
            "2031-11-06",
        )
    ]


def test_the_text_stands_beside_the_summary_where_it_is_at_hand(
    built: Built, wording: Wording
) -> None:
    ask = built(texts={"T-ES-2031-85_en": wording("en", "Wording")})
    assert ask(
        "select section_en, heading_en, text_en, points_en, text_fr from decisions order by number"
    ) == [
        ("Section", None, "Wording 1", [], None),
        (None, "Context", "Wording 2", ["a", "b"], None),
    ]
    assert ask("select printed from sources where record = 'T-ES/85/d1'") == [("Wording 1",)]
    assert ask("select text_at_hand from documents") == [(True,)]


def test_the_text_of_another_file_is_left_out(built: Built, wording: Wording) -> None:
    ask = built(texts={"T-ES-2031-85_en": wording("fr", "Wording")})
    assert ask("select text_en from decisions") == [(None,), (None,)]
    assert ask.report.warnings == [
        "texts/T-ES-2031-85_en: the wording is of another file than the record, left out; "
        "read the document in again"
    ]


def test_two_languages_are_one_set_of_decisions(
    built: Built, the_list: List, wording: Wording
) -> None:
    ask = built(
        records=(the_list("en"), the_list("fr")),
        texts={
            "T-ES-2031-85_en": wording("en", "Wording"),
            "T-ES-2031-85_fr": wording("fr", "Libellé"),
        },
    )
    assert ask("select decision, text_en, text_fr from decisions order by number") == [
        ("T-ES/85/d1", "Wording 1", "Libellé 1"),
        ("T-ES/85/d2", "Wording 2", "Libellé 2"),
    ]
    assert ask("select source from decisions where number = 1") == [
        ("T-ES(2031)85_en ; T-ES(2031)85_fr",)
    ]
    assert ask.report.warnings == []


def test_french_alone(built: Built, the_list: List, wording: Wording) -> None:
    ask = built(records=(the_list("fr"),), texts={"T-ES-2031-85_fr": wording("fr", "Libellé")})
    assert ask("select text_en, text_fr from decisions order by number") == [
        (None, "Libellé 1"),
        (None, "Libellé 2"),
    ]


@pytest.mark.parametrize(
    ("english", "french", "expected", "why"),
    [
        ([1, 2], [1, 2], ["d1", "d2"], "paired by number"),
        ([None, None], [None, None], ["p1", "p2"], "paired by position, as many in both"),
        ([None, None], [None], ["p1", "p2"], "not as many: those of the first language"),
        ([1, 1, 2], [1, 1, 2], ["p1", "p2", "d2"], "printed twice, it tells nothing apart"),
        ([1, 2], [1, 2, 3], ["d1", "d2", "d3"], "a number that only one language prints"),
    ],
)
def test_ids(
    made: Made,
    the_list: List,
    english: list[int | None],
    french: list[int | None],
    expected: list[str],
    why: str,
) -> None:
    bare = {"deadlines": [], "meeting_mentions": [], "recommendation_mentions": []}
    tables = made(
        records=(
            the_list("en", decisions=numbered(*english), **bare),
            the_list("fr", decisions=numbered(*french), **bare),
        )
    )
    found = [row["decision"] for row in tables["decisions"]]
    assert found == [f"T-ES/85/{id}" for id in expected], why


def test_a_number_in_one_language_only_is_reported(built: Built, the_list: List) -> None:
    ask = built(records=(the_list("en"), the_list("fr", decisions=numbered(1, 2, 3), deadlines=[])))
    assert "T-ES/85/d3: found only in the fr list" in ask.report.warnings


def test_the_latest_version_counts(built: Built, the_list: List) -> None:
    document = the_list("en").document.model_dump(mode="json")
    first = the_list("en", id="first", decisions=numbered(1), deadlines=[])
    final = the_list("en", id="final", document=document | {"version": "final"})
    revised = the_list("en", id="revised", document=document | {"version": "rev.2"})
    ask = built(records=(final, first, revised))
    assert ask("select distinct document from decisions") == [("final",)]
    assert ask("select document, version from documents order by document") == [
        ("final", "final"),
        ("first", None),
        ("revised", "rev.2"),
    ]


def test_two_lists_of_one_meeting_are_a_fault(built: Built, the_list: List) -> None:
    with pytest.raises(BuildError, match="T-ES/85: expected one list of decisions"):
        built(records=(the_list("en"), the_list("en", id="other")))


def test_a_list_of_no_meeting_is_reported_and_its_deadlines_are_kept(
    built: Built, the_list: List
) -> None:
    ask = built(records=(the_list("en", meeting=None),))
    assert ids(ask) == []
    assert ask("select deadline, meeting, due::varchar from deadlines") == [
        ("T-ES-2031-85_en/deadline-1", None, "2031-12-15")
    ]
    assert "set meeting_link in the record" in ask.report.warnings[0]


def test_a_list_without_dates_is_shown_today_and_left_out_of_the_past(
    built: Built, the_list: List
) -> None:
    ask = built(records=(the_list("en", meeting={"number": 85}, meeting_mentions=[]),))
    assert ask("select decision, known_on from decisions order by number") == [
        ("T-ES/85/d1", None),
        ("T-ES/85/d2", None),
    ]
    assert ask("select meeting, known_on from meetings where number = 85") == [("T-ES/85", None)]
    assert "left out of views of the past" in ask.report.warnings[0]


LINKS = """
    select type, target, printed, resolved from decision_links
    where decision = 'T-ES/85/d2' order by type, target
"""


def test_links(built: Built, the_list: List) -> None:
    ask = built(
        records=(
            the_list(
                "en",
                party_mentions=[{"index": 2, "party": "PRT"}, {"index": 1, "party": "MLT"}],
                document_mentions=[
                    {"index": 2, "symbol": "T-ES(2031)85"},
                    {"index": 2, "symbol": "T-ES(2031)86", "version": "rev."},
                ],
                paragraph_references=[
                    {"index": 2, "meeting": 85, "first": 1, "last": 3},
                    {"index": 2, "first": 4, "last": 5},
                    {"index": 2, "meeting": 85, "first": 1, "last": 99999},
                ],
            ),
        )
    )
    assert ask(LINKS) == [
        ("cites", "1-99999", "1-99999", False),
        ("cites", "4-5", "4-5", False),
        ("cites", "85, 3", "85, 3", False),
        ("cites", "T-ES/85/d1", "85, 1", True),
        ("cites", "T-ES/85/d2", "85, 2", True),
        ("mentions_document", "T-ES(2031)86 rev.", "T-ES(2031)86 rev.", False),
        ("mentions_document", "T-ES-2031-85_en", "T-ES(2031)85", True),
        ("mentions_meeting", "T-ES/84", "84", True),
        ("mentions_meeting", "T-ES/86", "86", True),
        ("mentions_party", "PRT", "PRT", True),
        # The decision follows the round on harbours: R2 is its R2, and its R9 is not on file.
        ("mentions_recommendation", "R9", "R9", False),
        ("mentions_recommendation", "harbours/R2", "R2", True),
    ]


@pytest.mark.parametrize(
    ("round", "code", "expected", "why"),
    [
        ("harbours", "R2", "harbours/R2", "in the round"),
        ("harbours_follow_up", "R2", "harbours/R2", "in the round it follows"),
        ("bridges", "R1", None, "the only R1 on file is of another round"),
        (None, "R1", "harbours/R1", "the only R1 on file"),
        (None, "R2", None, "two candidates mean none"),
        (None, "R 1", "harbours/R1", "white space does not count"),
        (None, "R3", None, "not on file"),
    ],
)
def test_codes(
    made: Made, the_list: List, round: str | None, code: str, expected: str | None, why: str
) -> None:
    decision = {"index": 1, "number": 1, "verb": "adopt", "round": round}
    mention = {"index": 1, "code": code}
    tables = made(
        records=(
            the_list("en", decisions=[decision], deadlines=[], recommendation_mentions=[mention]),
        )
    )
    found = [(row["target"], row["resolved"]) for row in tables["decision_links"]]
    assert (expected or code, expected is not None) in found, why


def test_a_meeting_named_by_its_days_only(built: Built, the_list: List) -> None:
    mention = {"index": 1, "start": "2031-06-10", "end": "2031-06-12"}
    ask = built(records=(the_list("en", meeting_mentions=[mention]),))
    assert ask("select target, certainty from decision_links where type = 'mentions_meeting'") == [
        ("T-ES/84", "inferred")
    ]
