"""What ``fetch`` does: documents from their hosts to a folder, then read in like any others."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from lanzadash import console
from lanzadash.fetching import Hosts, Index, Manners, Outcome, Target, choose, fetch, targets
from lanzadash.library import load
from lanzadash.reading_in import read_in

_BAD = ("refused", "failed")


def fetch_in(
    symbols: Sequence[str],
    data: Path,
    folder: Path,
    *,
    today: dt.date,
    whole: bool = False,
    read: bool = True,
    manners: Manners | None = None,
) -> int:
    """Fetch the documents with these symbols, or all, and say of each what became of it.

    What is new is read in, and what was fetched before and never could be. Returns how many
    documents could not be had or read. Raises ``LibraryError`` if ``data`` has faults,
    ``FetchError`` for an unknown symbol or a folder that is in use, ``OSError`` if it cannot be
    written to.
    """
    library, hosts, index = load(data), Hosts.load(data), Index.load(folder)
    rows = choose(library.documents, symbols, [body.body for body in library.bodies])
    wanted = targets(rows, hosts)
    counts: Counter[str] = Counter()
    with console.progress() as bar:
        task = bar.add_task("fetch", total=len(wanted))

        def tell(name: str, here: int, of: int | None) -> None:
            size = f" of {of >> 10:,}" if of else ""
            bar.update(task, description=f"fetch: {name}, {here >> 10:,}{size} kB")

        for target, outcome in fetch(
            wanted, index, hosts, today=today, manners=manners, whole=whole, told=tell
        ):
            counts[outcome.state] += 1
            _report(target, outcome)
            bar.update(task, advance=1, description="fetch")
    console.out.print(", ".join(f"{count} {state}" for state, count in counts.items()) or "none")
    unread = _read(wanted, index, data, today) if read else 0
    return sum(counts[state] for state in _BAD) + unread


def _report(target: Target, outcome: Outcome) -> None:
    if outcome.file:
        size = outcome.file.stat().st_size
        console.out.print(f"{target}: {outcome.state}, {outcome.file.name}, {size >> 10:,} kB")
    elif outcome.state in _BAD:
        console.complain([f"{target}: {outcome.state}, {target.address}: {outcome.reason}"])
    else:
        console.out.print(f"{target}: {outcome.state}, {outcome.reason}")


def _read(wanted: Sequence[Target], index: Index, data: Path, today: dt.date) -> int:
    """Read in what is on disk and not read yet; returns how many were refused."""
    refused = 0
    for target in wanted:
        row = index.row(target.address) if target.address else None
        if row and row.read_on is None:
            if read_in([index.folder / row.file], data, read_on=today):
                refused += 1
            else:
                index.put(row.model_copy(update={"read_on": today}))
    return refused
