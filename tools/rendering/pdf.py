"""Masters as PDF, by typst: small pages, so that paragraphs are cut; real footnotes."""

from __future__ import annotations

import json
from dataclasses import asdict
from pathlib import Path

import typst

from tools.master import Line, Master

TEMPLATE = Path(__file__).with_name("page.typ")


def pdf(master: Master) -> bytes:
    """The master as ``.pdf``; in the style ``hyphens``, words are cut at line ends."""
    data = {
        "title": master.title,
        "language": master.language,
        "running": master.settings["running"],
        "foot": master.settings.get("foot", ""),
        "hyphens": master.style("pdf") == "hyphens",
        "lines": [_line(line) for line in master.lines if line.kind != "note"],
        "notes": {mark: [asdict(run) for run in note.runs] for mark, note in master.notes.items()},
    }
    made = typst.compile(
        TEMPLATE.read_bytes(),
        format="pdf",
        sys_inputs={"master": json.dumps(data)},
        ignore_system_fonts=True,
        timestamp=0,
    )
    if not isinstance(made, bytes):
        raise TypeError(f"typst gave {type(made)} for {master.name}, one PDF was expected")
    return made


def _line(line: Line) -> dict[str, object]:
    shown = "•" if line.label == "-" else line.label
    return {**asdict(line), "label": shown}
