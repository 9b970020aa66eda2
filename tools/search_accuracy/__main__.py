"""Scores search on the table of queries: ``python -m tools.search_accuracy``."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from rich.console import Console
from rich.table import Table

from lanzadash.store import open_store
from tools.search_accuracy.collection import collect
from tools.search_accuracy.table import Outcome, asked, figures, outcome


def show(outcomes: list[Outcome], console: Console) -> None:
    """Prints the figures by language, and every query that falls short."""
    table = Table(box=None, padding=(0, 1, 0, 0), pad_edge=False)
    headers = ("queries", "kept", "must", "found", "wrong", "precision", "recall")
    for header in ("", *headers):
        table.add_column(header, no_wrap=True)
    for name in ("en", "fr", "all"):
        one = figures(each for each in outcomes if name in (each.asked.language, "all"))
        counts = (one.queries, one.kept, one.right + one.missed, one.right, one.wrong)
        shares = (f"{one.precision:.3f}", f"{one.recall:.3f}")
        table.add_row(name, *map(str, counts), *shares)
    console.print(table)
    for fault in figures(outcomes).faults:
        for word, ids in (("missed", fault.missed), ("wrong", fault.wrong)):
            if ids:
                listed = " ".join(sorted(ids))
                console.print(f"{fault.asked.query}: {word} {listed}", markup=False)
        if fault.asked.nearest and not fault.asked.nearest & fault.offered:
            offered = ", ".join(sorted(fault.offered)) or "nothing"
            console.print(f"{fault.asked.query}: offered {offered}", markup=False)


def main() -> int:
    """Scores and prints; gives 1 where a query falls short that is not known to."""
    with tempfile.TemporaryDirectory() as folder:
        connection = open_store(collect(Path(folder))).cursor()
        outcomes = [outcome(connection, one) for one in asked()]
    show(outcomes, Console())
    return int(any(not one.kept and not one.asked.known_gap for one in outcomes))


if __name__ == "__main__":
    sys.exit(main())
