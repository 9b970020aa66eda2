"""Rows and records into the files of a data folder."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from lanzadash import atomic
from lanzadash.records import Record, Row
from lanzadash.tables import TABLES


def write(root: Path, rows: Mapping[str, Sequence[Row]], records: Iterable[Record]) -> None:
    """Write every CSV file of a data folder, and these records in place of any others."""
    for table in TABLES:
        atomic.write(root / table.file, _csv(list(table.model.model_fields), rows[table.name]))
    written = set()
    for record in records:
        path = root / "records" / f"{record.id}.json"
        atomic.write(path, (record.model_dump_json(indent=2) + "\n").encode())
        written.add(path)
    for path in (root / "records").glob("*.json"):
        if path not in written:
            path.unlink()


def _csv(columns: Sequence[str], rows: Iterable[Row]) -> bytes:
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(columns)
    writer.writerows([_cell(getattr(row, column)) for column in columns] for row in rows)
    return text.getvalue().encode()


def _cell(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(value).lower()
    return "; ".join(value) if isinstance(value, list) else str(value)
