"""From the meetings a decision names to the decisions it follows up, or to a line to review."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, TypeAlias

import pytest

from lanzadash import records as r

Built: TypeAlias = Callable[..., Any]
List: TypeAlias = Callable[..., r.Record]
FACT = {"source": "our own example", "certainty": "sourced"}


def earlier(*decisions: dict[str, Any], codes: Sequence[tuple[int, str]] = ()) -> r.Record:
    """The list of the 84th meeting."""
    return r.Record.model_validate(
        {
            "id": "T-ES-2031-84_en",
            "document": {"lang": "en", "kind": "list_of_decisions", "sha256": "hash-84"},
            "read_on": "2031-07-01",
            "meeting": {"body": "T-ES", "number": 84, "start": "2031-06-10", "end": "2031-06-12"},
            "decisions": [
                {"index": at, "number": at, "verb": "agree", **one}
                for at, one in enumerate(decisions, start=1)
            ],
            "recommendation_mentions": [{"index": at, "code": code} for at, code in codes],
            "coverage": 1.0,
        }
    )


def told(relation: str, number: int | None = 84, **over: Any) -> dict[str, Any]:
    return {"index": 2, "number": number, "relation": relation, "cue": "as_decided", **over}


def links(ask: Any) -> list[tuple[Any, ...]]:
    return list(
        ask(
            "select type, target_kind, target, certainty from decision_links "
            "where type not like 'mentions_%' order by decision_link"
        )
    )


def reviews(ask: Any) -> list[tuple[Any, ...]]:
    return list(ask("select review, reason, candidates from reviews order by review"))


FOLLOW_UP = {"round": "harbours_follow_up"}
BRIDGES = {"round": "bridges"}

# the decisions of the 84th meeting, the codes they name, and the one that is meant
MEANT = [
    ([BRIDGES, FOLLOW_UP], [], 2, "the same procedure"),
    ([FOLLOW_UP, FOLLOW_UP], [(2, "R2")], 2, "the same recommendation in the same procedure"),
    ([FOLLOW_UP, FOLLOW_UP], [(2, "R1")], 1, "the other one is on another recommendation"),
    ([FOLLOW_UP, BRIDGES], [(1, "R1"), (2, "R2")], None, "R2 of bridges is another one"),
    ([{}, {"context_en": "Helplines"}], [], 2, "the same context"),
    ([FOLLOW_UP, FOLLOW_UP], [], None, "two of the same procedure"),
    ([BRIDGES, {}], [], None, "none on the same thing"),
]


@pytest.mark.parametrize(("decisions", "codes", "meant", "why"), MEANT)
def test_the_one_decision_on_the_same_thing_is_meant(
    built: Built,
    the_list: List,
    decisions: list[dict[str, Any]],
    codes: list[tuple[int, str]],
    meant: int | None,
    why: str,
) -> None:
    own = the_list("en", meeting_mentions=[told("follows_up")])
    changed = own.decisions[1].model_copy(update={"context_en": "Helplines"})
    own = own.model_copy(update={"decisions": [own.decisions[0], changed]})
    ask = built(records=(earlier(*decisions, codes=codes), own))
    if meant is None:
        assert links(ask) == [("follows_up", "meeting", "T-ES/84", "sourced")], why
        assert [row[0] for row in reviews(ask)] == ["T-ES/85/d2/follows_up/T-ES/84"], why
    else:
        expected = ("follows_up", "decision", f"T-ES/84/d{meant}", "inferred")
        assert links(ask) == [expected], why
        assert reviews(ask) == [], why


def test_two_candidates_and_a_missing_list_are_lines_to_review(
    built: Built, the_list: List
) -> None:
    mentions = [told("amends"), told("fulfils", 83), told("cites", 82)]
    own = the_list("en", meeting_mentions=mentions)
    ask = built(records=(earlier(FOLLOW_UP, FOLLOW_UP), own))
    assert reviews(ask) == [
        ("T-ES/85/d2/amends/T-ES/84", "several", ["T-ES/84/d1", "T-ES/84/d2"]),
        ("T-ES/85/d2/fulfils/T-ES/83", "not_on_file", []),
    ]


def test_a_paragraph_printed_says_which_decision(built: Built, the_list: List) -> None:
    reference = {"index": 2, "meeting": 84, "first": 1, "last": 1, "relation": "supersedes"}
    own = the_list("en", meeting_mentions=[told("supersedes")], paragraph_references=[reference])
    ask = built(records=(earlier(FOLLOW_UP, FOLLOW_UP), own))
    assert links(ask) == [("supersedes", "decision", "T-ES/84/d1", "sourced")]
    assert reviews(ask) == []


def test_a_paragraph_of_a_list_that_is_not_on_file_is_kept_as_printed(
    built: Built, the_list: List
) -> None:
    reference = {"index": 2, "meeting": 83, "first": 4, "last": 5, "relation": "follows_up"}
    own = the_list("en", meeting_mentions=[], paragraph_references=[reference])
    ask = built(records=(own,))
    assert [(row[0], row[2]) for row in links(ask)] == [
        ("follows_up", "83, 4"),
        ("follows_up", "83, 5"),
    ]
    assert reviews(ask) == [("T-ES/85/d2/follows_up/T-ES/83", "not_on_file", [])]


def test_a_paragraph_without_a_meeting_leaves_a_relation_given_by_dates(
    built: Built, the_list: List
) -> None:
    reference = {"index": 2, "first": 4, "last": 4}
    by_days = told("follows_up", None, start="2031-06-10", end="2031-06-12")
    own = the_list("en", meeting_mentions=[by_days], paragraph_references=[reference])
    assert ("follows_up", "decision", "T-ES/84/d1", "inferred") in links(
        built(records=(earlier(FOLLOW_UP), own))
    )


def agenda(*rounds: str | None) -> r.Record:
    items = [{"number": str(at), "round": round} for at, round in enumerate(rounds, start=1)]
    return r.Record.model_validate(
        {
            "id": "agenda-86_en",
            "document": {"lang": "en", "kind": "agenda", "sha256": "hash-86"},
            "read_on": "2032-02-01",
            "meeting": {"body": "T-ES", "number": 86, "start": "2032-03-02", "end": "2032-03-04"},
            "agenda_items": items,
            "coverage": 1.0,
        }
    )


@pytest.mark.parametrize(
    ("rounds", "item", "why"),
    [
        (("bridges", "harbours_follow_up"), "T-ES/86/item-2", "the only item of the procedure"),
        (("harbours_follow_up", "harbours_follow_up"), None, "two candidates mean none"),
        ((None, "bridges"), None, "no item of the procedure"),
    ],
)
def test_what_is_to_come_points_at_the_meeting_and_its_item(
    built: Built, the_list: List, rounds: tuple[str | None, ...], item: str | None, why: str
) -> None:
    own = the_list("en", meeting_mentions=[told("postpones", 86)])
    ask = built(records=(agenda(*rounds), own))
    found = [("postpones", "meeting", "T-ES/86", "sourced")]
    if item:
        found.append(("postpones", "agenda_item", item, "inferred"))
    assert links(ask) == found, why


def test_the_words_stand_beside_the_cue_where_they_are_at_hand(
    built: Built, the_list: List, wording: Callable[[str, str], r.Texts]
) -> None:
    own = the_list("en", meeting_mentions=[told("follows_up")])
    words = r.RelationText(
        index=2, meeting=84, relation="follows_up", cue="as_decided", words="as decided at our 84th"
    )
    texts = wording("en", "Text").model_copy(update={"relations": [words]})
    shown = "select cue, words from decision_links where type = 'follows_up'"
    assert built(records=(own,))(shown) == [("as_decided", None)]
    with_texts = built(records=(own,), texts={own.id: texts})
    assert with_texts(shown) == [("as_decided", "as decided at our 84th")]


def test_a_link_by_hand_settles_a_review(built: Built, the_list: List) -> None:
    own = the_list("en", meeting_mentions=[told("follows_up")])
    by_hand = r.DecisionLinkRow(
        decision="T-ES/85/d2",
        type="follows_up",
        target_kind="decision",
        target="T-ES/84/d2",
        why="both are about the helpline",
        **FACT,
    )
    ask = built(records=(earlier(FOLLOW_UP, FOLLOW_UP), own), decision_links=(by_hand,))
    assert reviews(ask) == []
    assert ask("select why, known_on::varchar from decision_links where why is not null") == [
        ("both are about the helpline", "2031-11-06")
    ]


def test_what_was_generated_stays_illustrative(built: Built, the_list: List) -> None:
    own = the_list("en", certainty="illustrative", meeting_mentions=[told("follows_up")])
    ask = built(records=(earlier(FOLLOW_UP), own))
    assert links(ask) == [("follows_up", "decision", "T-ES/84/d1", "illustrative")]
