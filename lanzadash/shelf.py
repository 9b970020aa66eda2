"""Everything under ``data/`` as it stands: rows with their places, records as printed, faults."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TypeVar

from pydantic import BaseModel, ValidationError

from lanzadash.faults import Fault, LibraryError
from lanzadash.migrations import FormatError, migrate
from lanzadash.records import Record, Row, Texts
from lanzadash.tables import TABLES, Line, Sheet, read_sheet
from lanzadash.validation import faults_of

File = TypeVar("File", bound=BaseModel)
R = TypeVar("R", bound=Row)


@dataclass
class Shelf:
    """What was read. ``sheets`` are by the names of the tables.

    ``records`` and ``texts`` are by file name, which should be their id.
    """

    root: Path
    digest: str
    sheets: dict[str, Sheet] = field(default_factory=dict)
    records: dict[str, Record] = field(default_factory=dict)
    texts: dict[str, Texts] = field(default_factory=dict)
    faults: list[Fault] = field(default_factory=list)

    def lines(self, model: type[R]) -> list[Line[R]]:
        """The rows of the one file with this model; none where the file is missing."""
        found = (line for sheet in self.sheets.values() for line in sheet.lines)
        return [Line(line.number, line.row) for line in found if isinstance(line.row, model)]

    def lacks(self, *files: str) -> bool:
        """Whether one of these files, or one in these folders, is there and could not be read."""
        return any(fault.unread and fault.file.startswith(files) for fault in self.faults)

    def names(self, table: str) -> set[str]:
        """The values of the first key column of a table, also of rows that do not fit."""
        return self.sheets[table].names if table in self.sheets else set()


def digest(root: Path) -> str:
    """SHA-256 over the names and bytes of every file that a build reads, in the order of names."""
    return _digest(_contents(root))


def read_shelf(root: Path) -> Shelf:
    """Everything under ``root``, read once, with a fault for each thing that could not be."""
    contents = _contents(root)
    shelf = Shelf(root, _digest(contents))
    if not contents:
        shelf.faults.append(_empty(root))
        return shelf
    for table in TABLES:
        if table.file in contents:
            shelf.sheets[table.name] = read_sheet(table, contents[table.file])
            shelf.faults += shelf.sheets[table.name].faults
        else:
            hint = f"Fetch it again, or write one with the columns of {table.model.__name__}."
            shelf.faults.append(Fault(table.file, "a file", "none", hint, unread=True))
    shelf.records = _files(shelf, contents, "records", Record)
    shelf.texts = _files(shelf, contents, "texts", Texts)
    return shelf


def parse(name: str, data: bytes, model: type[File]) -> File:
    """The record or the texts in a JSON file, brought up to the present format.

    Raises ``LibraryError`` with every fault; ``name`` says in them which file it is.
    """
    try:
        return model.model_validate(migrate(json.loads(data.decode("utf-8"))))
    except UnicodeDecodeError as error:
        row = data.count(b"\n", 0, error.start) + 1
        found = f"the byte 0x{data[error.start]:02x}"
        fault = Fault(name, "text in UTF-8", found, "Save the file again as UTF-8.", row=row)
    except json.JSONDecodeError as error:
        found = f"{error.msg} at column {error.colno}"
        hint = "Mend the line, or read the document in again."
        fault = Fault(name, "JSON", found, hint, row=error.lineno)
    except FormatError as error:
        expected, _, found = str(error).partition(", found ")
        fault = Fault(name, expected, found, "Read the document in again.", field="format")
    except ValidationError as error:
        raise LibraryError(faults_of(error, name)) from error
    raise LibraryError([fault])


def _contents(root: Path) -> dict[str, bytes]:
    """The bytes of each file by its name within ``root``, in the order of names."""
    names = [table.file for table in TABLES if (root / table.file).is_file()]
    for folder in ("records", "texts"):
        names += [f"{folder}/{path.name}" for path in (root / folder).glob("*.json")]
    return {name: (root / name).read_bytes() for name in sorted(names)}


def _digest(contents: dict[str, bytes]) -> str:
    whole = hashlib.sha256()
    for name, data in contents.items():
        whole.update(f"{name}\n{len(data)}\n".encode())
        whole.update(data)
    return whole.hexdigest()


def _files(
    shelf: Shelf, contents: dict[str, bytes], folder: str, model: type[File]
) -> dict[str, File]:
    found: dict[str, File] = {}
    for name, data in contents.items():
        if name.startswith(f"{folder}/"):
            try:
                found[Path(name).stem] = parse(name, data, model)
            except LibraryError as error:
                shelf.faults += [replace(fault, unread=True) for fault in error.faults]
    return found


def _empty(root: Path) -> Fault:
    found = "an empty folder" if root.is_dir() else "no such folder"
    hint = (
        "Give the project's own data folder with --data, or fetch it again with git. "
        "For made-up data: python -m lanzadash demo."
    )
    return Fault(str(root), "reference/, facts/ and documents.csv", found, hint, unread=True)
