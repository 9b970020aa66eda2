"""Long documents for measuring: a master of the corpus, its body said again and again.

No two paragraphs are alike: finders that remember what they have seen gain nothing by it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from tools.master import Line, Master, Run, load

CORPUS = Path(__file__).resolve().parents[2] / "tests" / "corpus"

_CODE = re.compile(r"(?<=\bR)\d+$")


def list_of_decisions(copies: int, first: int = 0) -> Master:
    """A list with twelve decisions a copy, numbered through, each footnote cited once.

    Lists with another ``first`` share no paragraph.
    """
    return _repeated(load(CORPUS / "decisions-50-en"), copies, first)


def report(copies: int, first: int = 0) -> Master:
    """A report with five recommendations a copy, numbered through."""
    return _repeated(load(CORPUS / "report-sport-en"), copies, first)


def _repeated(master: Master, copies: int, first: int) -> Master:
    start = next(i for i, line in enumerate(master.lines) if line.kind in ("item", "heading"))
    head, body = master.lines[:start], master.lines[start:]
    lines = [*head, *_counted(body, copies, first)]
    notes = {line.label: line for line in lines if line.kind == "note" and line.label}
    return replace(master, lines=tuple(lines), notes=notes)


def _counted(body: tuple[Line, ...], copies: int, first: int) -> Iterator[Line]:
    """The body again and again: items and codes go on counting, notes have marks of their own."""
    items = codes = 0
    for copy in range(1, copies + 1):
        for line in body:
            runs = [replace(run, note=_mark(run.note, copy)) for run in line.runs]
            label = line.label
            if line.kind == "bold" and _CODE.search(line.text):
                codes += 1
                runs = [Run(_CODE.sub(str(codes), line.text))]
            elif line.kind in ("item", "point", "paragraph", "note"):
                runs.append(Run(f" File {first + copy} was at hand."))
            if line.kind == "item":
                items += 1
                label = f"{items}."
            elif line.kind == "note":
                label = _mark(label, copy)
            yield replace(line, runs=tuple(runs), label=label)


def _mark(mark: str | None, copy: int) -> str | None:
    return f"{mark}{copy:03}" if mark else None
