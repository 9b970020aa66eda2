"""Rows and records that point at something, and whether it is there."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, TypeAlias

from lanzadash.checking.bodies import meeting_of
from lanzadash.faults import Fault
from lanzadash.records import (
    DeadlineChangeRow,
    DeadlineRow,
    DecisionLinkRow,
    DecisionThemeRow,
    DocumentRow,
    MeetingRow,
    StageRow,
    StatusRow,
)
from lanzadash.shelf import Shelf
from lanzadash.tables import TABLES, Line

_Taken: TypeAlias = Line[DeadlineRow] | Line[DeadlineChangeRow] | Line[StageRow]
"""A line that may name the meeting and the decision it comes from."""

_FILES = {table.name: table.file for table in TABLES}
_RECORDS = "records/"
_FILE_OF = {table.model: table.file for table in TABLES}

_POINTERS = (  # table, column, table it points at
    ("parties", "body", "bodies"),
    ("party_aliases", "party", "parties"),
    ("tiles", "party", "parties"),
    ("themes", "parent", "themes"),
    ("rounds", "body", "bodies"),
    ("rounds", "follows", "rounds"),
    ("round_parties", "round", "rounds"),
    ("round_parties", "party", "parties"),
    ("meetings", "body", "bodies"),
    ("deadlines", "body", "bodies"),
    ("deadlines", "round", "rounds"),
    ("deadline_changes", "deadline", "deadlines"),
    ("deadline_changes", "body", "bodies"),
    ("deadline_changes", "replaced_by", "deadlines"),
    ("decision_themes", "theme", "themes"),
    ("recommendations", "round", "rounds"),
    ("recommendations", "parties", "parties"),
    ("assessments", "recommendation", "recommendations"),
    ("assessments", "party", "parties"),
    ("stages", "recommendation", "recommendations"),
    ("stages", "body", "bodies"),
    ("obligations", "deadline", "deadlines"),
    ("obligations", "party", "parties"),
    ("documents", "body", "bodies"),
)
_STATUSES = (  # table, column, layer of statuses.csv
    ("round_parties", "coverage", "coverage"),
    ("assessments", "relation", "assessment"),
    ("assessments", "outcome", "outcome"),
    ("stages", "stage", "stage"),
    ("obligations", "state", "obligation"),
)


@dataclass(frozen=True)
class _Pointer:
    """A value that names something, and where it stands."""

    file: str
    field: str
    value: str
    row: int | None = None


def reference_faults(shelf: Shelf) -> Iterator[Fault]:
    """Parties, rounds, meetings, decisions, deadlines and statuses that are named, not on file."""
    for table, column, target in _POINTERS:
        known = shelf.names(target)
        files = [_FILES[target]]
        if target == "deadlines":
            known = known | set(_recorded_deadlines(shelf))
            files.append(_RECORDS)
        if not shelf.lacks(*files):
            yield from _unknown(_cells(shelf, table, column), known, _FILES[target])
    if not shelf.lacks(_FILES["statuses"]):
        yield from _statuses(shelf)
    if not shelf.lacks(_FILES["meetings"], _RECORDS):
        yield from _meetings(shelf)
    yield from _decisions(shelf)
    yield from _linked(shelf)
    yield from _records(shelf)


def _cells(shelf: Shelf, table: str, column: str) -> Iterator[_Pointer]:
    lines = shelf.sheets[table].lines if table in shelf.sheets else []
    for line in lines:
        value = getattr(line.row, column)
        for one in value if isinstance(value, list) else [value]:
            if one is not None:
                yield _Pointer(_FILES[table], column, one, line.number)


def _unknown(pointers: Iterable[_Pointer], known: set[str], file: str) -> Iterator[Fault]:
    for pointer in pointers:
        if pointer.value not in known:
            expected, found = f"one that stands in {file}", repr(pointer.value)
            hint = f"Mend the spelling, or add it to {file}."
            yield Fault(pointer.file, expected, found, hint, pointer.row, pointer.field)


def _recorded_deadlines(shelf: Shelf) -> Iterator[str]:
    """The ids of deadlines that lists of decisions set: ``T-ES/35/d6/deadline-1``."""
    for record in shelf.records.values():
        meeting, counted = meeting_of(record, shelf), Counter[int]()
        for deadline in record.deadlines:
            if meeting and deadline.decision is not None:
                counted[deadline.decision] += 1
                yield f"{meeting}/d{deadline.decision}/deadline-{counted[deadline.decision]}"


def _linked(shelf: Shelf) -> Iterator[Fault]:
    """What links and themes given by hand point at, by its id."""
    lists, agendas = "the lists of decisions in records/", "the agendas in records/"
    decisions = set(_recorded(shelf, "list_of_decisions"))
    known = {
        "decision": (decisions, lists),
        "meeting": (_known_meetings(shelf), _FILES["meetings"]),
        "agenda_item": (set(_recorded(shelf, "agenda")), agendas),
        "recommendation": (shelf.names("recommendations"), _FILES["recommendations"]),
    }
    if shelf.lacks(_RECORDS, _FILES["meetings"], _FILES["recommendations"]):
        return
    for theme in shelf.lines(DecisionThemeRow):
        named = _Pointer(_FILES["decision_themes"], "decision", theme.row.decision, theme.number)
        yield from _unknown([named], decisions, lists)
    for line in shelf.lines(DecisionLinkRow):
        file, row = _FILES["decision_links"], line.row
        ids, where = known[row.target_kind]
        yield from _unknown(
            [_Pointer(file, "decision", row.decision, line.number)], decisions, lists
        )
        yield from _unknown([_Pointer(file, "target", row.target, line.number)], ids, where)


def _recorded(shelf: Shelf, kind: str) -> Iterator[str]:
    """The ids of decisions or agenda items in the records: ``T-ES/35/d6``, ``T-ES/28/item-2.2``."""
    for record in shelf.records.values():
        meeting = record.meeting_link or meeting_of(record, shelf)
        if record.document.kind != kind or meeting is None:
            continue
        yield from (f"{meeting}/item-{item.number}" for item in record.agenda_items)
        for decision in record.decisions:
            number = decision.number
            yield f"{meeting}/p{decision.index}" if number is None else f"{meeting}/d{number}"


def _statuses(shelf: Shelf) -> Iterator[Fault]:
    rows = [line.row for line in shelf.lines(StatusRow)]
    for table, column, layer in _STATUSES:
        known = {row.status for row in rows if row.layer == layer}
        file = f"reference/statuses.csv, layer {layer}"
        yield from _unknown(_cells(shelf, table, column), known, file)


def _meetings(shelf: Shelf) -> Iterator[Fault]:
    known = _known_meetings(shelf)
    named = [*_named_meetings(shelf)] + [
        _Pointer(f"records/{name}.json", "meeting_link", record.meeting_link)
        for name, record in shelf.records.items()
        if record.meeting_link
    ]
    yield from _unknown(named, known, _FILES["meetings"])


def _known_meetings(shelf: Shelf) -> set[str]:
    known = {f"{line.row.body}/{line.row.number}" for line in shelf.lines(MeetingRow)}
    return known | {meeting_of(record, shelf) or "" for record in shelf.records.values()}


def _named_meetings(shelf: Shelf) -> Iterator[_Pointer]:
    lines: list[_Taken | Line[DocumentRow]] = [
        *shelf.lines(DeadlineRow),
        *shelf.lines(DeadlineChangeRow),
        *shelf.lines(StageRow),
        *shelf.lines(DocumentRow),
    ]
    for line in lines:
        if line.row.meeting is not None:
            meeting = f"{line.row.body}/{line.row.meeting}"
            yield _Pointer(_FILE_OF[type(line.row)], "meeting", meeting, line.number)


def _decisions(shelf: Shelf) -> Iterator[Fault]:
    """Decisions of the lists on file; of the others nothing can be said."""
    lists = {
        meeting_of(record, shelf): {decision.number for decision in record.decisions}
        for record in shelf.records.values()
        if record.document.kind == "list_of_decisions"
    }
    lines: list[_Taken] = [
        *shelf.lines(DeadlineRow),
        *shelf.lines(DeadlineChangeRow),
        *shelf.lines(StageRow),
    ]
    for line in lines:
        row, meeting = line.row, f"{line.row.body}/{line.row.meeting}"
        if row.decision is not None and row.decision not in lists.get(meeting, {row.decision}):
            file, expected = _FILE_OF[type(row)], f"a decision in the list of {meeting}"
            hint = "Compare it with the record of that list."
            yield Fault(file, expected, str(row.decision), hint, line.number, "decision")


def _records(shelf: Shelf) -> Iterator[Fault]:
    for name, record in shelf.records.items():
        file = f"records/{name}.json"
        parts: dict[str, Sequence[Any]] = {
            "agenda_items": record.agenda_items,
            "decisions": record.decisions,
            "deadlines": record.deadlines,
            "recommendations": record.recommendations,
            "rounds": record.rounds,
        }
        rounds = [
            _Pointer(file, f"{part}.{position}.round", one.round)
            for part, ones in parts.items()
            for position, one in enumerate(ones)
            if one.round is not None
        ]
        if not shelf.lacks(_FILES["rounds"]):
            yield from _unknown(rounds, shelf.names("rounds"), _FILES["rounds"])
        parties = [
            _Pointer(file, f"party_mentions.{position}.party", mention.party)
            for position, mention in enumerate(record.party_mentions)
        ] + [
            _Pointer(file, f"recommendations.{position}.parties", party)
            for position, made in enumerate(record.recommendations)
            for party in made.parties
        ]
        if not shelf.lacks(_FILES["parties"]):
            yield from _unknown(parties, shelf.names("parties"), _FILES["parties"])
        if record.meeting and record.meeting.body and not shelf.lacks(_FILES["bodies"]):
            body = [_Pointer(file, "meeting.body", record.meeting.body)]
            yield from _unknown(body, shelf.names("bodies"), _FILES["bodies"])
