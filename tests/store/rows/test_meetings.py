from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from lanzadash.library import Library
from lanzadash.records import MeetingRow, Record
from lanzadash.store import BuildError
from lanzadash.store.rows import Row

Built = Callable[..., Callable[[str], list[tuple[Any, ...]]]]

DATES = """
    select meeting_date, meeting, start_date::varchar, known_on::varchar, announced_at, source
    from meeting_dates order by meeting_date
"""


def test_announced_and_held_are_separate_facts(built: Built) -> None:
    assert built()(DATES) == [
        # In the facts.
        ("T-ES/84/held-1", "T-ES/84", "2031-06-10", "2031-06-12", None, "our own example"),
        # The list's own days; its mention of the 84th meeting announces nothing.
        ("T-ES/85/held-1", "T-ES/85", "2031-11-04", "2031-11-06", None, "T-ES(2031)85_en"),
        # Mentioned twice with the same days: one row, known from the last day of the meeting.
        (
            "T-ES/86/announced-1",
            "T-ES/86",
            "2032-03-02",
            "2031-11-06",
            "T-ES/85",
            "T-ES(2031)85_en",
        ),
    ]


def test_both_decisions_that_announce_are_sources(built: Built) -> None:
    ask = built()
    assert ask(
        "select block, read_on::varchar, sha256 from sources "
        "where record = 'T-ES/86/announced-1' order by source_id"
    ) == [(9, "2032-02-01", "hash-en"), (10, "2032-02-01", "hash-en")]


def test_a_meeting_is_described_by_the_days_it_was_held(built: Built, library: Library) -> None:
    held_later = _meeting(library, number=86, start="2032-03-16", end="2032-03-18", city="Lyon")
    ask = built(meetings=(*library.meetings, held_later))
    assert ask(
        "select status, start_date::varchar, place from meeting_dates "
        "where meeting = 'T-ES/86' order by status"
    ) == [("announced", "2032-03-02", None), ("held", "2032-03-16", "Lyon")]
    assert ask("select number, city, known_on::varchar from meetings order by number") == [
        (84, None, "2031-06-12"),
        (85, None, "2031-11-06"),
        (86, "Lyon", "2031-11-06"),
    ]


def test_facts_and_list_that_agree_are_one_row_with_two_sources(
    built: Built, library: Library
) -> None:
    same = _meeting(library, number=85, start="2031-11-04", end="2031-11-06")
    ask = built(meetings=(*library.meetings, same))
    assert ask("select source from meeting_dates where meeting = 'T-ES/85'") == [
        ("our own example ; T-ES(2031)85_en",)
    ]
    assert ask("select document from sources where record = 'T-ES/85/held-1' order by 1") == [
        ("T-ES-2031-85_en",),
        (None,),
    ]


def test_facts_and_list_that_contradict_each_other_stop_the_build(
    built: Built, library: Library
) -> None:
    other = _meeting(library, number=85, start="2031-11-04", end="2031-11-07")
    with pytest.raises(BuildError, match="T-ES/85: expected one pair of days") as raised:
        built(meetings=(*library.meetings, other))
    assert "2031-11-04 to 2031-11-07 in our own example" in str(raised.value)


def _meeting(library: Library, **over: Any) -> MeetingRow:
    values = library.meetings[0].model_dump(mode="json") | over
    return MeetingRow.model_validate(values)


AGENDA = {
    "id": "agenda-84",
    "document": {"kind": "agenda", "lang": "en", "sha256": "agenda"},
    "read_on": "2032-02-01",
    "meeting": {"start": "2031-06-10", "end": "2031-06-12", "mode": "remote"},
    "agenda_items": [
        {"number": "1", "place": {"block": 3}, "summary_en": "Opening."},
        {"number": "1.1", "parent": "1"},
        {"number": "2"},
        {"number": "2"},
    ],
    "next_meetings": [
        {"start": "2031-09-01", "end": "2031-09-05", "place": "Lyon", "tentative": True}
    ],
    "coverage": 0.5,
}


def agenda(**over: Any) -> Record:
    return Record.model_validate(AGENDA | over)


def test_an_agenda_without_a_number_is_linked_by_the_only_match_of_days(built: Built) -> None:
    ask = built(records=(agenda(),))
    assert ask(
        "select agenda_item, meeting, number, parent, summary_en, block, known_on "
        "from agenda_items order by position"
    ) == [
        ("T-ES/84/item-1", "T-ES/84", "1", None, "Opening.", 3, None),
        ("T-ES/84/item-1.1", "T-ES/84", "1.1", "1", None, None, None),
        # A number printed twice tells nothing apart.
        ("T-ES/84/item-p3", "T-ES/84", "2", None, None, None, None),
        ("T-ES/84/item-p4", "T-ES/84", "2", None, None, None, None),
    ]
    assert ask(
        "select reference, certainty from sources where record = 'T-ES/84/held-1' order by 1"
    ) == [("agenda-84", "inferred"), ("our own example", "sourced")]
    assert ask("select mode from meetings where number = 84") == [("remote",)]


def test_two_matches_are_none(built: Built, library: Library) -> None:
    same_days = _meeting(library, number=83)
    ask = built(records=(agenda(),), meetings=(*library.meetings, same_days))
    assert ask("select distinct meeting, agenda_item[:9] from agenda_items") == [
        (None, "agenda-84")
    ]


@pytest.mark.parametrize(
    ("over", "expected"),
    [
        ({"meeting_link": "T-ES/84", "meeting_link_certainty": "inferred"}, "T-ES/84"),
        ({"meeting": {"number": 84, "body": "T-ES"}}, "T-ES/84"),
        ({"meeting": {"start": "2031-06-11", "end": "2031-06-12"}}, None),
        ({"meeting": None}, None),
    ],
)
def test_the_meeting_of_an_agenda(
    made: Callable[..., dict[str, list[Row]]], over: dict[str, Any], expected: str | None
) -> None:
    items = made(records=(agenda(**over),))["agenda_items"]
    assert {item["meeting"] for item in items} == {expected}


def test_next_dates_without_a_number_take_none(built: Built) -> None:
    ask = built(records=(agenda(),))
    assert ask(
        "select meeting_date, meeting, tentative, place, announced_at, known_on "
        "from meeting_dates where status = 'announced'"
    ) == [("T-ES/2031-09-01/announced-1", None, True, "Lyon", "T-ES/84", None)]


def test_an_agenda_of_a_meeting_to_come_announces_it(built: Built) -> None:
    coming = agenda(
        document=AGENDA["document"] | {"dated": "2032-04-02"},  # type: ignore[operator]
        meeting={"number": 87, "start": "2032-06-01", "end": "2032-06-03"},
    )
    ask = built(records=(coming,))
    assert ask(
        "select meeting_date, known_on::varchar from meeting_dates where meeting = 'T-ES/87'"
    ) == [("T-ES/87/announced-1", "2032-04-02")]


def test_two_agendas_of_one_meeting_keep_their_items_apart(built: Built) -> None:
    ask = built(
        records=(
            agenda(agenda_items=[{"number": "1"}]),
            agenda(id="order-of-business", agenda_items=[{"number": "1"}]),
        )
    )
    assert ask("select agenda_item from agenda_items order by 1") == [
        ("T-ES/84/item-1",),
        ("order-of-business/item-1",),
    ]


def test_a_body_that_is_not_on_file_is_a_fault(built: Built) -> None:
    with pytest.raises(BuildError, match="records/agenda-84: expected a body of"):
        built(records=(agenda(meeting={"body": "X-YZ", "number": 1}),))


def test_records_may_be_empty(built: Built) -> None:
    ask = built(records=(), meetings=())
    assert ask("select count(*) from meetings") == [(0,)]
