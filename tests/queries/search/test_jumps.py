"""Straight to the thing: symbols, codes and numbers, in any variant."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from lanzadash.queries.asof import AsOf
from lanzadash.queries.search import jumps
from lanzadash.store import Connection

TODAY = AsOf(dt.date(2033, 12, 1))


@pytest.mark.parametrize(
    ("text", "kind", "record"),
    [
        ("50/5", "decision", "T-ES/50/d5"),
        ("T-ES/50/d5", "decision", "T-ES/50/d5"),
        ("t-es/50/5", "decision", "T-ES/50/d5"),
        ("50 § 5", "decision", "T-ES/50/d5"),
        ("50th meeting, paragraph 5", "decision", "T-ES/50/d5"),
        ("50e réunion, décision 5", "decision", "T-ES/50/d5"),
        ("50e réunion, paragraphe 5", "decision", "T-ES/50/d5"),
        ("the 50th meeting, para. 5", "decision", "T-ES/50/d5"),
        ("paragraph 5 of the 50th meeting", "decision", "T-ES/50/d5"),
        ("decision 5 of the 50th meeting", "decision", "T-ES/50/d5"),
        ("décision 5 de la 50e réunion", "decision", "T-ES/50/d5"),
        ("le point 5, 50e réunion", "decision", "T-ES/50/d5"),
        ("T-ES(2027)48, paragraph 2", "decision", "T-ES/52/d2"),
        ("T-ES(2027)48_fr § 2", "decision", "T-ES/52/d2"),
        ("tes202748 décision 2", "decision", "T-ES/52/d2"),
        ("paragraphe 2 du T-ES(2027)48", "decision", "T-ES/52/d2"),
        ("60/2", "decision", "T-ES/60/p2"),
        ("52nd meeting", "meeting", "T-ES/52"),
        ("the 52nd meeting", "meeting", "T-ES/52"),
        ("la 52e réunion", "meeting", "T-ES/52"),
        ("52 meeting", "meeting", "T-ES/52"),
        ("Meeting 52", "meeting", "T-ES/52"),
        ("52e réunion", "meeting", "T-ES/52"),
        ("52E REUNION", "meeting", "T-ES/52"),
        ("réunion n° 52", "meeting", "T-ES/52"),
        ("T-ES/52", "meeting", "T-ES/52"),
        ("R17", "recommendation", "classroom/R17"),
        ("r 17", "recommendation", "classroom/R17"),
        ("R-17", "recommendation", "classroom/R17"),
        ("Recommendation R17", "recommendation", "classroom/R17"),
        ("recommandation 17", "recommendation", "classroom/R17"),
        ("classroom/R17", "recommendation", "classroom/R17"),
        ("II-2", "recommendation", "data/II-2"),
        ("R II‑2", "recommendation", "data/II-2"),
        ("RII-2", "recommendation", "data/II-2"),
        ("T-ES(2029)12", "document", "T-ES-2029-12_en_final"),
        ("T‐ES (2029) 12", "document", "T-ES-2029-12_en_final"),
        ("tes202912", "document", "T-ES-2029-12_en_final"),
        ("T-ES(2029)12_en FINAL", "document", "T-ES-2029-12_en_final"),
        ("T-ES-2029-12_en_final", "document", "T-ES-2029-12_en_final"),
    ],
)
def test_one_thing_is_gone_to_straight(
    collection: Connection, text: str, kind: str, record: str
) -> None:
    (jump,) = jumps(collection, TODAY, text)
    assert (jump.kind, jump.record, jump.straight) == (kind, record, True)


@pytest.mark.parametrize(
    ("text", "records"),
    [
        ("R4", {"classroom/R4", "sport/R4"}),
        ("T-ES(2027)48", {"T-ES-2027-48_en_final", "T-ES-2027-48_fr_final"}),
    ],
)
def test_two_candidates_are_offered_and_neither_gone_to(
    collection: Connection, text: str, records: set[str]
) -> None:
    found = jumps(collection, TODAY, text)
    assert {jump.record for jump in found} == records
    assert not any(jump.straight for jump in found)


def test_a_number_alone_is_offered_and_not_gone_to(collection: Connection) -> None:
    (jump,) = jumps(collection, TODAY, "17")
    assert (jump.record, jump.straight) == ("classroom/R17", False)


def test_a_number_with_a_point_is_offered_and_not_gone_to(collection: Connection) -> None:
    (jump,) = jumps(collection, TODAY, "50.5")
    assert (jump.record, jump.straight) == ("T-ES/50/d5", False)


@pytest.mark.parametrize("text", ["Türkiye", "turkiye", "TUR"])
def test_a_party_is_offered_and_not_gone_to(collection: Connection, text: str) -> None:
    (jump,) = jumps(collection, TODAY, text)
    assert (jump.kind, jump.record, jump.straight) == ("party", "TUR", False)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "helplines",
        "R99",
        "99/1",
        "99th meeting",
        "T-ES(1999)01",
        "50/5 and more",
        "99",
        "T-ES(2027)48, paragraph 99",
        "T-ES(1999)01 § 1",
        "paragraph 5 of the",
        "99.1",
        "the",
    ],
)
def test_what_names_nothing_gives_nothing(collection: Connection, text: str) -> None:
    assert jumps(collection, TODAY, text) == ()


def test_a_past_view_does_not_know_what_came_later(collection: Connection) -> None:
    past = AsOf(dt.date(2027, 1, 1), past=True)
    for text in ("50/5", "T-ES(2029)12", "II-2"):
        assert jumps(collection, TODAY, text)
        assert jumps(collection, past, text) == ()


@settings(
    deadline=None, max_examples=80, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.one_of(st.text(), st.text("0123456789/§d TES-()r’'*\"%_\x00\ud800é", max_size=20)))
@example("9" * 10_000)
@example("1/" * 5_000)
@example("999/999999999999999999999")
@example("٥٠/٥")
@example("50/²")
@example("\x00")
@example("1" * 30 + " § " + "1" * 20)
@example("' or 1=1 --")
def test_any_string_is_safe(collection: Connection, text: str) -> None:
    for jump in jumps(collection, TODAY, text):
        assert jump.record
