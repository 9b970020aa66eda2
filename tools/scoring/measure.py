"""Reads the documents of a folder and scores them, in all and by format."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from rich.progress import track

from lanzadash.reading import RefusedError, Rules, read
from lanzadash.records import Reading
from tools.scoring import score
from tools.scoring.comparing import fold
from tools.scoring.tally import BARS, Tally

ROOT = Path(__file__).parents[2]
CORPUS = ROOT / "tests" / "corpus"
ENDINGS = {".txt", ".md", ".html", ".htm", ".docx", ".pdf"}

Tallies = dict[str, Tally]


@dataclass(frozen=True)
class Case:
    """One document: its name, what is expected of it, and the files that say it."""

    name: str
    expected: Mapping[str, Any]
    files: tuple[Path, ...]


@dataclass
class Result:
    """What came out: tallies of each kind, in all and by format, and the files that disagree."""

    total: Tallies = field(default_factory=lambda: {kind: Tally() for kind in BARS})
    formats: dict[str, Tallies] = field(default_factory=dict)
    refused: dict[str, str] = field(default_factory=dict)
    compared: int = 0
    differing: dict[str, list[str]] = field(default_factory=dict)

    @property
    def below(self) -> list[str]:
        """The kinds of facts that miss their bar."""
        return [kind for kind, tally in self.total.items() if not tally.reaches(kind)]

    @property
    def passed(self) -> bool:
        """Every bar reached, nothing refused, and every document the same in all its formats."""
        return not (self.below or self.refused or self.differing)


def cases(folder: Path) -> list[Case]:
    """The documents of a folder, by name. ``document.md`` beside other files is their master.

    Raises ``ValueError`` where there is none, or where one has no file to read.
    """
    found = []
    for path in sorted(folder.glob("*/expected.json")):
        files = [file for file in sorted(path.parent.iterdir()) if file.suffix in ENDINGS]
        rendered = [file for file in files if file.name != "document.md"]
        found.append(Case(path.parent.name, _json(path), tuple(rendered or files)))
    empty = [case.name for case in found if not case.files]
    if empty or not found:
        raise ValueError(f"{folder}: no document beside expected.json {', '.join(empty)}".strip())
    return found


def official(documents: Path) -> Iterator[Case]:
    """The official documents in a folder for which facts are expected (``tests/corpus/real``)."""
    for path in sorted((CORPUS / "real").glob("*.expected.json")):
        file = documents / path.name.removesuffix(".expected.json")
        if file.is_file():
            yield Case(file.name, _json(path), (file,))


def documents_folder() -> Path | None:
    """Where the official documents are, if they are at hand."""
    named = os.environ.get("LANZADASH_DOCUMENTS")
    folder = Path(named) if named else ROOT.parent / "shared" / "documents"
    return folder if folder.is_dir() else None


def measure(documents: list[Case], rules: Rules, *, progress: bool = False) -> Result:
    """Reads every file and compares it with what is expected."""
    result = Result()
    files = [(case, file) for case in documents for file in case.files]
    readings: dict[str, dict[str, Reading]] = {}
    for case, file in track(files, "Reading", disable=not progress, transient=True):
        reading = None
        try:
            reading = read(file, rules)
            readings.setdefault(case.name, {})[file.suffix[1:]] = reading
        except RefusedError as refusal:
            result.refused[file.name] = str(refusal)
        in_format = result.formats.setdefault(file.suffix[1:], {kind: Tally() for kind in BARS})
        for kind, tally in score(case.expected, reading).items():
            result.total[kind].add(tally, f"{file.name}: ")
            in_format[kind].add(tally)
    for name, by_format in readings.items():
        if len(by_format) > 1:
            result.compared += 1
            if differing := _differences(by_format):
                result.differing[name] = differing
    return result


def _differences(readings: Mapping[str, Reading]) -> list[str]:
    """Which parts of the records are not the same in every format."""
    records = {format: _comparable(reading) for format, reading in readings.items()}
    first, *others = records.values()
    return [
        f"{key} ({', '.join(form for form, rec in records.items() if rec[key] != first[key])})"
        for key in first
        if any(record[key] != first[key] for record in others)
    ]


def _comparable(reading: Reading) -> dict[str, Any]:
    """A reading without what its format alone decides: file, hash, places, furniture.

    Which committee it is may stand in the running header alone, which Markdown does not have.
    """
    left_out = {"file", "leftovers", "coverage"}
    record: dict[str, Any] = reading.model_dump(mode="json", exclude=left_out)
    record["document"] = {**record["document"], "sha256": None, "title": None}
    if record["meeting"]:
        record["meeting"] = {**record["meeting"], "body": None}
    return {key: _folded(value) for key, value in record.items()}


def _folded(value: Any) -> Any:
    if isinstance(value, dict):
        is_place = value.keys() == {"page", "block"}
        return None if is_place else {key: _folded(part) for key, part in value.items()}
    if isinstance(value, list):
        return [_folded(part) for part in value]
    return fold(value) if isinstance(value, str) else value


def _json(path: Path) -> Mapping[str, Any]:
    content: Mapping[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return content
