"""Scores the reader on documents with expected records: ``python -m tools.accuracy [FOLDER]``.

FOLDER holds one folder a document, with the file (in one format or several) and ``expected.json``;
without it, the project's own corpus is scored. Official documents, where they are at hand
(``LANZADASH_DOCUMENTS``, or ``../shared/documents``), are scored besides.
"""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.table import Table

from lanzadash.reading import Rules
from tools.scoring.measure import (
    CORPUS,
    ROOT,
    Result,
    Tallies,
    cases,
    documents_folder,
    measure,
    official,
)
from tools.scoring.tally import BARS, Tally


def show(result: Result, console: Console, *, verbose: bool) -> None:
    """Prints the tables; with ``verbose`` every fault too."""
    headers = ["expected", "read", "right", "precision", "recall", ""]
    table = _table("facts", headers)
    for kind, tally in result.total.items():
        expected, read = tally.right + len(tally.missed), tally.right + len(tally.invented)
        counts = [str(count) for count in (expected, read, tally.right)]
        shares = [f"{tally.precision:.3f}", f"{tally.recall:.3f}"]
        table.add_row(kind, *counts, *shares, _verdict(kind, tally))
    console.print(table)
    by_format = _table("precision / recall", list(result.formats))
    for kind in BARS:
        tallies = [tallies[kind] for tallies in result.formats.values()]
        by_format.add_row(kind, *[f"{each.precision:.2f}/{each.recall:.2f}" for each in tallies])
    console.print(by_format)
    same = result.compared - len(result.differing)
    console.print(f"The same records in every format: {same} of {result.compared} documents")
    for name, parts in result.differing.items():
        console.print(f"  {name}: {', '.join(parts)}", markup=False)
    for name, why in result.refused.items():
        console.print(f"  {name} was refused: {why}", markup=False)
    if verbose:
        _show_faults(result, console)


def _table(first: str, headers: list[str]) -> Table:
    table = Table(box=None, padding=(0, 1, 0, 0), pad_edge=False)
    for header in (first, *headers):
        table.add_column(header, no_wrap=True)
    return table


def _verdict(kind: str, tally: Tally) -> str:
    bar = BARS[kind]
    if bar is None or tally.reaches(kind):
        return "" if bar is None else "reached"
    return f"below {bar[0]:.2f}/{bar[1]:.2f}"


def _show_faults(result: Result, console: Console) -> None:
    for kind, tally in result.total.items():
        for word, faults in (("missed", tally.missed), ("invented", tally.invented)):
            for fault in faults:
                console.print(f"{kind}, {word}: {fault}", markup=False, soft_wrap=True)


def as_json(result: Result) -> dict[str, Any]:
    """The result for machines."""

    def figures(tallies: Tallies) -> dict[str, Any]:
        return {
            kind: {
                "precision": round(tally.precision, 4),
                "recall": round(tally.recall, 4),
                "right": tally.right,
                "missed": tally.missed,
                "invented": tally.invented,
            }
            for kind, tally in tallies.items()
        }

    return {
        "passed": result.passed,
        "below": result.below,
        "total": figures(result.total),
        "formats": {format: figures(tallies) for format, tallies in result.formats.items()},
        "differing": result.differing,
        "refused": result.refused,
    }


def main(arguments: list[str] | None = None) -> int:
    """Scores, prints, and gives 1 where a bar is missed, 2 where there is nothing to score."""
    parser = argparse.ArgumentParser(prog="python -m tools.accuracy", description=__doc__)
    parser.add_argument("folder", nargs="?", type=Path, help="documents with expected.json")
    parser.add_argument("--data", type=Path, default=ROOT / "data", help="for names of Parties")
    parser.add_argument("--verbose", action="store_true", help="every fact missed or invented")
    parser.add_argument("--json", action="store_true", help="the figures as JSON")
    given = parser.parse_args(arguments)
    console = Console()
    try:
        documents = cases(given.folder or CORPUS)
    except ValueError as error:
        print(error, file=sys.stderr)
        return 2
    elsewhere = documents_folder()
    if elsewhere is not None and given.folder is None:
        documents += official(elsewhere)
    result = measure(documents, Rules.load(given.data), progress=not given.json)
    if given.json:
        print(json.dumps(as_json(result), ensure_ascii=False, indent=1))
    else:
        show(result, console, verbose=given.verbose)
    return 0 if result.passed else 1


if __name__ == "__main__":
    sys.exit(main())
