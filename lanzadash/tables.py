"""The CSV files under ``data/``: which there are, and their lines as rows."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Generic, TypeVar

from pydantic import ValidationError

from lanzadash import records
from lanzadash.faults import Fault
from lanzadash.records import Row
from lanzadash.validation import faults_of

R = TypeVar("R", bound=Row, covariant=True)


@dataclass(frozen=True)
class Table:
    """A CSV file, the model of its rows, and the columns that tell two rows apart."""

    name: str
    file: str
    model: type[Row]
    key: tuple[str, ...]


@dataclass(frozen=True)
class Line(Generic[R]):
    """A row and where it stands, as a spreadsheet counts."""

    number: int
    row: R


@dataclass
class Sheet:
    """What was found in a file: the rows that fit, and a fault for everything that does not.

    ``names`` are the values of the first key column of all rows, also of those that do not fit:
    a row that points at one of them points at something.
    """

    lines: list[Line[Row]] = field(default_factory=list)
    names: set[str] = field(default_factory=set)
    faults: list[Fault] = field(default_factory=list)


TABLES = (
    Table("bodies", "reference/bodies.csv", records.BodyRow, ("body",)),
    Table("parties", "reference/parties.csv", records.PartyRow, ("party",)),
    Table(
        "party_aliases", "reference/party_aliases.csv", records.PartyAliasRow, ("alias", "language")
    ),
    Table("tiles", "reference/tiles.csv", records.TileRow, ("party",)),
    Table("themes", "reference/themes.csv", records.ThemeRow, ("theme",)),
    Table("vocabulary", "reference/vocabulary.csv", records.TermRow, ("term",)),
    Table("statuses", "reference/statuses.csv", records.StatusRow, ("layer", "status")),
    Table("rounds", "facts/rounds.csv", records.RoundRow, ("round",)),
    Table("round_parties", "facts/round_parties.csv", records.RoundPartyRow, ("round", "party")),
    Table(
        "meetings",
        "facts/meetings.csv",
        records.MeetingRow,
        ("body", "number", "status", "start", "end", "source"),
    ),
    Table("deadlines", "facts/deadlines.csv", records.DeadlineRow, ("deadline",)),
    Table(
        "deadline_changes",
        "facts/deadline_changes.csv",
        records.DeadlineChangeRow,
        ("deadline", "change", "due", "source"),
    ),
    Table(
        "decision_links",
        "facts/decision_links.csv",
        records.DecisionLinkRow,
        ("decision", "type", "target"),
    ),
    Table(
        "decision_themes",
        "facts/decision_themes.csv",
        records.DecisionThemeRow,
        ("decision", "theme"),
    ),
    Table(
        "recommendations",
        "facts/recommendations.csv",
        records.RecommendationRow,
        ("recommendation",),
    ),
    Table(
        "assessments",
        "facts/assessments.csv",
        records.AssessmentRow,
        ("recommendation", "party", "relation", "assessed_on", "document"),
    ),
    Table(
        "stages",
        "facts/stages.csv",
        records.StageRow,
        ("recommendation", "stage", "on", "document"),
    ),
    Table(
        "obligations",
        "facts/obligations.csv",
        records.ObligationRow,
        ("deadline", "party", "state", "state_on"),
    ),
    Table(
        "documents",
        "documents.csv",
        records.DocumentRow,
        ("symbol", "version", "language", "kind", "title", "meeting"),
    ),
    Table("corrections", "corrections.csv", records.CorrectionRow, ("record", "field")),
)

HOSTS = Table("hosts", "reference/hosts.csv", records.HostRow, ("host",))
"""For fetching documents only: a data folder is whole without it."""


def read_sheet(table: Table, data: bytes) -> Sheet:
    """Every row of a CSV file, checked against its model. Never raises for what the file holds."""
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        return Sheet(faults=[_not_utf8(table, data, error)])
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    try:
        header, *rows = list(reader) or [[]]
    except csv.Error as error:
        found = f"{error} near line {reader.line_num}"
        hint = 'Close every quoted cell with ".'
        return Sheet(faults=[Fault(table.file, "CSV", found, hint, unread=True)])
    sheet = Sheet(faults=list(_header_faults(table, header)))
    if not sheet.faults:
        for number, cells in enumerate(rows, start=2):
            if any(cells):
                _add(sheet, table, header, number, cells)
    return sheet


def _add(
    sheet: Sheet, table: Table, header: Sequence[str], number: int, cells: Sequence[str]
) -> None:
    values = dict(zip(header, cells, strict=False))
    sheet.names.add(values.get(table.key[0], "").strip())
    if len(cells) != len(header):
        hint = "A comma too many or too few? A cell that holds a comma stands in quotes."
        fault = Fault(table.file, f"{len(header)} cells", str(len(cells)), hint, row=number)
        sheet.faults.append(fault)
        return
    try:
        sheet.lines.append(Line(number, table.model.model_validate(values)))
    except ValidationError as error:
        sheet.faults += faults_of(error, table.file, number)


def _header_faults(table: Table, header: Sequence[str]) -> Iterator[Fault]:
    fields = table.model.model_fields
    required = [name for name, one in fields.items() if one.is_required()]
    hint = f"The columns are those of {table.model.__name__} in lanzadash/records.py."
    for name in required:
        if name not in header:
            yield Fault(table.file, f"a column {name}", "none", hint, row=1, unread=True)
    for name in dict.fromkeys(header):
        if name not in fields:
            yield Fault(table.file, "a known column", repr(name), hint, row=1, unread=True)
        elif header.count(name) > 1:
            found = str(header.count(name))
            yield Fault(table.file, f"one column {name}", found, hint, row=1, unread=True)


def _not_utf8(table: Table, data: bytes, error: UnicodeDecodeError) -> Fault:
    row = data.count(b"\n", 0, error.start) + 1
    found = f"the byte 0x{data[error.start]:02x}"
    hint = "Save the file again as UTF-8."
    return Fault(table.file, "text in UTF-8", found, hint, row=row, unread=True)
