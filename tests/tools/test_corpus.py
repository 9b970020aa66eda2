"""The corpus itself: what is expected of a document stands in it, and its files are up to date."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from tools.corpus_formats import CORPUS, stale
from tools.master import Line, Master, load
from tools.rendering import FORMATS
from tools.scoring.comparing import fold, same
from tools.scoring.measure import documents_folder

FOLDERS = sorted(path.parent for path in CORPUS.glob("*/document.md"))
PAIRS = [
    (folder, folder.with_name(folder.name.removesuffix("-en") + "-fr"))
    for folder in FOLDERS
    if folder.name.startswith("decisions") and folder.name.endswith("-en")
]
MONTHS = {
    "en": "January February March April May June July August September October November December",
    "fr": "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
}
# dates that follow from what is printed: "two weeks before its 61st meeting (1-3 October 2030)"
RECKONED = {
    "2028-12-25",
    "2030-07-06",
    "2030-07-31",
    "2030-09-17",
    "2030-11-28",
    "2031-03-13",
}

named = pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)


def expected(folder: Path) -> dict[str, Any]:
    """What is to be read from a document."""
    content: dict[str, Any] = json.loads((folder / "expected.json").read_text(encoding="utf-8"))
    return content


def test_there_are_enough_of_every_kind() -> None:
    masters = [load(folder) for folder in FOLDERS]
    formats = Counter(format for master in masters for format in master.formats)
    assert len(masters) >= 32
    assert 0.45 <= sum(master.language == "fr" for master in masters) / len(masters) <= 0.55
    assert all(formats[format] >= 10 for format in FORMATS)
    assert sum(len(master.formats) == len(FORMATS) for master in masters) >= 8


@named
def test_rendered_files_are_what_the_master_gives(folder: Path) -> None:
    assert not stale(folder), "run: python -m tools.corpus_formats"


@pytest.mark.parametrize("format", FORMATS)
def test_the_same_master_gives_the_same_bytes(format: str) -> None:
    master = load(CORPUS / "decisions-50-en")
    assert FORMATS[format](master) == FORMATS[format](master)


@named
def test_every_expected_decision_stands_in_the_document_once(folder: Path) -> None:
    master = load(folder)
    for decision in expected(folder).get("decisions", []):
        line = _line(master, decision)
        label = re.sub(r"\D", "", line.label or "")
        assert label == ("" if decision["number"] is None else str(decision["number"]))
        assert len(_points(master, line)) == decision.get("points", 0), decision
        marks = [run.note for run in line.runs if run.note]
        notes = [master.notes[mark].text for mark in marks]
        starts = decision.get("footnotes", [])
        assert len(notes) == len(starts), decision
        assert all(
            fold(note).startswith(fold(start)) for note, start in zip(notes, starts, strict=True)
        )


@named
def test_every_expected_date_is_printed(folder: Path) -> None:
    master = load(folder)
    text = " ".join(_text(line) for line in master.lines)
    months = MONTHS[master.language].split()
    for value in set(_dates(expected(folder))) - RECKONED:
        day = date.fromisoformat(value)
        month = f"(?:{months[day.month - 1]}|/{day.month:02}/)"
        printed = rf"\b{day.day}(?:er|st|nd|rd|th)?\b[^.;]*?{month}.{{0,30}}?{day.year}"
        assert re.search(printed, text), value


@pytest.mark.parametrize(
    ("english", "french"),
    [pair for pair in PAIRS if pair[1].exists()],
    ids=lambda folder: folder.name,
)
def test_two_languages_of_a_list_say_the_same(english: Path, french: Path) -> None:
    ours, theirs = expected(english), expected(french)
    words = ("starts", "ends", "section", "context", "footnotes")
    for record in (ours, theirs):
        del record["document"]["lang"]
        record["decisions"] = [
            {key: value for key, value in decision.items() if key not in words}
            for decision in record["decisions"]
        ]
    assert ours == theirs


def test_no_sentence_of_an_official_document_is_used() -> None:
    documents = documents_folder()
    if documents is None:
        pytest.skip("the official documents are not at hand: set LANZADASH_DOCUMENTS")
    theirs = {run for file in documents.glob("*.txt") for run in _runs(file)}
    for folder in FOLDERS:
        assert not theirs & set(_runs(folder / "document.md")), folder.name


def _runs(file: Path, length: int = 14) -> Iterator[tuple[str, ...]]:
    words = re.findall(r"\w+", file.read_text(encoding="utf-8").casefold())
    return zip(*(words[start:] for start in range(length)), strict=False)


def _text(line: Line) -> str:
    return line.text or " ".join("".join(run.text for run in cell) for cell in line.cells)


def _line(master: Master, decision: dict[str, Any]) -> Line:
    wanted = {name: decision[name] for name in ("starts", "ends")}
    found = [
        line
        for line in master.lines
        if all(same(name, words, {"text": line.text}) for name, words in wanted.items())
    ]
    assert len(found) == 1, wanted
    return found[0]


def _points(master: Master, line: Line) -> list[Line]:
    points: list[Line] = []
    for following in master.lines[master.lines.index(line) + 1 :]:
        if following.kind not in ("point", "note"):
            break
        points += [following] if following.kind == "point" else []
    return points


def _dates(value: Any) -> Iterator[str]:
    if isinstance(value, dict):
        value = list(value.values())
    if isinstance(value, list):
        for part in value:
            yield from _dates(part)
    elif isinstance(value, str) and re.fullmatch(r"\d{4}-\d\d-\d\d", value):
        yield value
