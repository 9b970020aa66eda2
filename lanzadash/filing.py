"""From what a document says to ``data/records`` and ``data/texts``.

The record holds facts and our own words and is looked at as a diff; the texts hold the official
wording and stay on this machine. Filing a document again keeps what a person wrote.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, Literal, TypeVar

from pydantic import BaseModel

from lanzadash import atomic, records
from lanzadash.library import Library
from lanzadash.merging import Difference, differences, merge
from lanzadash.records import Reading, Record, Texts
from lanzadash.shelf import parse

Part = TypeVar("Part", bound=BaseModel)

_UNSAFE = re.compile(r"[^A-Za-z0-9._-]+")  # T-ES(2021)37 -> T-ES-2021-37


@dataclass(frozen=True)
class Filing:
    """What became of one document. ``differences`` is empty unless ``state`` is changed."""

    record: Record
    state: Literal["new", "changed", "same"]
    differences: tuple[Difference, ...] = ()


def record_id(reading: Reading) -> str:
    """The id of a document's record, made from what it prints; it can stand in an address.

    ``T-ES-2021-37_en_rev`` from symbol, language and version; without a symbol
    ``agenda_2020-09-21_en`` from kind, first day of the meeting and language; else from the name
    of the file. A document read again has the same id.
    """
    document, meeting = reading.document, reading.meeting
    if document.symbol:
        named = [document.symbol, document.lang, (document.version or "").replace(".", "")]
    elif meeting and meeting.start and document.kind != "other":
        named = [document.kind, meeting.start.isoformat(), document.lang]
    else:
        named = [Path(reading.file).stem]
    words = "_".join(_slug(part) for part in named if part)
    return words or f"document-{document.sha256[:8]}"


def split(reading: Reading, *, id: str, read_on: date) -> tuple[Record, Texts]:
    """A reading as the record and the texts of the same id, with nothing left out between them.

    The summaries and the other words of ours are empty.
    """
    record = _part(
        Record,
        reading,
        id=id,
        read_on=read_on,
        agenda_items=[_part(records.RecordedAgendaItem, item) for item in reading.agenda_items],
        decisions=[_part(records.RecordedDecision, said) for said in reading.decisions],
        deadlines=[
            _part(records.RecordedDeadline, said, is_relative=said.relative is not None)
            for said in reading.deadlines
        ],
        recommendations=[
            _part(records.RecordedRecommendation, said) for said in reading.recommendations
        ],
        rounds=[_part(records.RecordedRound, said) for said in reading.rounds],
        leftover_count=len(reading.leftovers),
    )
    texts = Texts(
        id=id,
        sha256=reading.document.sha256,
        lang=reading.document.lang,
        agenda_items=[_part(records.AgendaItemText, item) for item in reading.agenda_items],
        decisions=[_part(records.DecisionText, said) for said in reading.decisions],
        deadlines=[_part(records.DeadlineText, said) for said in reading.deadlines],
        recommendations=[_part(records.RecommendationText, r) for r in reading.recommendations],
        relations=reading.relations,
        rounds=reading.rounds,
        leftovers=reading.leftovers,
    )
    return record, texts


def file(library: Library, reading: Reading, read_on: date) -> Filing:
    """Write the record and the texts of a document under the library's folder.

    ``new`` where there was no record, ``same`` where the document says what the record holds (the
    record is then left as it is), else ``changed``, with every difference. Raises ``LibraryError``
    if the record there cannot be read and ``OSError`` if the new one cannot be written.
    """
    id = record_id(reading)
    record, texts = split(reading, id=id, read_on=read_on)
    path = library.root / "records" / f"{id}.json"
    old = parse(f"records/{id}.json", path.read_bytes(), Record) if path.exists() else None
    record = link_meeting(merge(old, record) if old else record, library)
    # The texts first: a record without its texts is a document whose wording is not at hand.
    _write(library.root / "texts" / f"{id}.json", texts)
    if old and record.model_copy(update={"read_on": old.read_on}) == old:
        return Filing(old, "same")
    _write(path, record)
    if old is None:
        return Filing(record, "new")
    return Filing(record, "changed", differences(old, record))


def link_meeting(record: Record, library: Library) -> Record:
    """The record under the meeting of the same body held or announced for exactly its days.

    Only where the document prints no number and no person has named the meeting. Two candidates
    mean none.
    """
    meeting = record.meeting
    if record.meeting_link and record.meeting_link_certainty != "inferred":
        return record
    found: set[str] = set()
    if meeting and meeting.number is None and meeting.start:
        days = (meeting.start, meeting.end)
        found = {
            f"{body}/{number}"
            for body, number, start, end in _dated_meetings(library)
            if (start, end) == days and meeting.body in (None, body)
        }
    link = found.pop() if len(found) == 1 else None
    update = {"meeting_link": link, "meeting_link_certainty": "inferred" if link else None}
    return record.model_copy(update=update)


def _dated_meetings(library: Library) -> list[tuple[str, int, date, date | None]]:
    """Body, number, first and last day, from the facts and from documents that print all."""
    facts = [
        (row.body, row.number, row.start, row.end)
        for row in library.meetings
        if row.number is not None
    ]
    printed = [
        (meeting.body, meeting.number, meeting.start, meeting.end)
        for record in library.records
        if (meeting := record.meeting) and meeting.body and meeting.number and meeting.start
    ]
    return [*facts, *printed]


def _part(model: type[Part], printed: BaseModel, **more: Any) -> Part:
    """A ``model`` with the fields it shares with ``printed``, and ``more``."""
    shared = model.model_fields.keys() & type(printed).model_fields.keys()
    values = {name: getattr(printed, name) for name in shared}
    return model.model_validate({**values, **more})


def _slug(printed: str) -> str:
    plain = unicodedata.normalize("NFKD", printed).encode("ascii", "ignore").decode()
    return _UNSAFE.sub("-", plain).strip("-._")


def _write(path: Path, model: BaseModel) -> None:
    atomic.write(path, (model.model_dump_json(indent=2) + "\n").encode())
