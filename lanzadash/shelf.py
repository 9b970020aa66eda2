"""Everything under ``data/`` as it stands: rows with their places, records as printed, faults."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar

from pydantic import BaseModel, ValidationError

from lanzadash.faults import Fault
from lanzadash.migrations import FormatError, migrate
from lanzadash.records import Record, Texts
from lanzadash.tables import TABLES, Line, read_lines
from lanzadash.validation import faults_of

File = TypeVar("File", bound=BaseModel)


@dataclass
class Shelf:
    """What was read. ``records`` and ``texts`` are by file name, which should be their id."""

    root: Path
    digest: str
    lines: dict[str, list[Line]] = field(default_factory=dict)
    records: dict[str, Record] = field(default_factory=dict)
    texts: dict[str, Texts] = field(default_factory=dict)
    faults: list[Fault] = field(default_factory=list)


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
            shelf.lines[table.name], faults = read_lines(table, contents[table.file])
            shelf.faults += faults
        else:
            shelf.lines[table.name] = []
            hint = f"Fetch it again, or write one with the columns of {table.model.__name__}."
            shelf.faults.append(Fault(table.file, "a file", "none", hint))
    shelf.records = _files(shelf, contents, "records", Record)
    shelf.texts = _files(shelf, contents, "texts", Texts)
    return shelf


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
        if not name.startswith(f"{folder}/"):
            continue
        try:
            values = json.loads(data.decode("utf-8"))
            found[Path(name).stem] = model.model_validate(migrate(values))
        except UnicodeDecodeError as error:
            row = data.count(b"\n", 0, error.start) + 1
            hint = "Save the file again as UTF-8."
            shelf.faults.append(Fault(name, "text in UTF-8", "other bytes", hint, row=row))
        except json.JSONDecodeError as error:
            at = f"{error.msg} at column {error.colno}"
            hint = "Mend the line, or read the document in again."
            shelf.faults.append(Fault(name, "JSON", at, hint, row=error.lineno))
        except FormatError as error:
            expected, _, at = str(error).partition(", found ")
            hint = "Read the document in again."
            shelf.faults.append(Fault(name, expected, at, hint, field="format"))
        except ValidationError as error:
            shelf.faults += faults_of(error, name)
    return found


def _empty(root: Path) -> Fault:
    found = "an empty folder" if root.is_dir() else "no such folder"
    hint = (
        "Give the project's own data folder with --data, or fetch it again with git. "
        "For made-up data: python -m lanzadash demo."
    )
    return Fault(str(root), "reference/, facts/ and documents.csv", found, hint)
