"""Printed values that are wrong, replaced on the way from a record to the dashboard.

The record keeps the printed value; ``corrections.csv`` holds both and the reason.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from pydantic import ValidationError

from lanzadash.faults import Fault
from lanzadash.records import CorrectionRow, Record
from lanzadash.tables import Line
from lanzadash.validation import faults_of

_FILE = "corrections.csv"


def corrected(
    found: Mapping[str, Record], lines: list[Line[CorrectionRow]]
) -> tuple[dict[str, Record], list[Fault]]:
    """The records with every correction applied, and a fault for each that no longer matches."""
    records, faults = dict(found), []
    for line in lines:
        correction = line.row
        record = records.get(correction.record)
        if record is None:
            faults.append(_unmatched(line.number, "record", "a record", correction.record))
            continue
        values = record.model_dump(mode="json")
        try:
            _replace(values, correction)
            records[correction.record] = Record.model_validate(values)
        except LookupError as error:
            expected = f"{correction.printed!r} at {correction.field}"
            faults.append(_unmatched(line.number, "printed", expected, str(error.args[0])))
        except ValidationError as error:
            faults += faults_of(error, _FILE, line.number)
    return records, faults


def _replace(values: Any, correction: CorrectionRow) -> None:
    *path, last = correction.field.split(".")
    for part in path:
        values = _step(values, part)
    printed = _step(values, last)
    if _words(printed) != correction.printed:
        raise LookupError(_words(printed))
    values[int(last) if isinstance(values, list) else last] = correction.corrected


def _step(values: Any, part: str) -> Any:
    if isinstance(values, dict) and part in values:
        return values[part]
    if isinstance(values, list) and part.isdecimal() and int(part) < len(values):
        return values[int(part)]
    raise LookupError(f"no {part} there")


def _words(value: Any) -> str:
    return value if isinstance(value, str) else json.dumps(value)


def _unmatched(row: int, field: str, expected: str, found: str) -> Fault:
    hint = (
        "The record has changed since: compare it with the document, then change or drop the row."
    )
    return Fault(_FILE, expected, found, hint, row=row, field=field)
