"""``index.csv`` beside the downloads: what was fetched from where, and what it was."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable
from pathlib import Path

from lanzadash import atomic
from lanzadash.faults import LibraryError
from lanzadash.records import DownloadRow
from lanzadash.tables import Table, read_sheet

NAME = "index.csv"


class Index:
    """The rows by address. Every change is on disk before anything else happens."""

    def __init__(self, folder: Path, rows: Iterable[DownloadRow] = ()) -> None:
        self.folder = folder
        self._rows = {row.address: row for row in rows}

    @classmethod
    def load(cls, folder: Path) -> Index:
        """The index of ``folder``, empty where there is none yet; ``LibraryError`` if damaged."""
        path = folder / NAME
        if not path.exists():
            return cls(folder)
        sheet = read_sheet(Table("index", str(path), DownloadRow, ("address",)), path.read_bytes())
        if sheet.faults:
            raise LibraryError(sheet.faults)
        rows = (line.row for line in sheet.lines)
        return cls(folder, (row for row in rows if isinstance(row, DownloadRow)))

    def row(self, address: str) -> DownloadRow | None:
        """What is known of an address, as long as its file is there as it came."""
        row = self._rows.get(address)
        if row is None:
            return None
        file = self.folder / row.file
        return row if file.is_file() and file.stat().st_size == row.bytes else None

    def put(self, row: DownloadRow) -> None:
        """Add or replace the row of an address."""
        self._rows[row.address] = row
        text = io.StringIO(newline="")
        writer = csv.DictWriter(text, list(DownloadRow.model_fields), lineterminator="\n")
        writer.writeheader()
        writer.writerows(self._rows[address].model_dump() for address in sorted(self._rows))
        atomic.write(self.folder / NAME, text.getvalue().encode())
