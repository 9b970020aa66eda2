"""What ``template`` and ``load`` do: an empty form out, a filled one in."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from lanzadash import atomic, console
from lanzadash.forms.assessments import TABLE, choices, read_assessments, write_assessments
from lanzadash.forms.cells import FormError
from lanzadash.forms.template import empty_csv, empty_xlsx


def write_template(out: Path, data: Path, round: str | None, made_on: dt.date) -> None:
    """Write an empty form for assessments to ``out``, XLSX or CSV by its ending, and say so.

    Raises ``FormError`` for another ending, a round without recommendations and a file that is
    there already, which may be a filled form; ``LibraryError`` where the data has faults.
    """
    allowed = choices(data, round)
    if out.suffix.lower() not in (".xlsx", ".csv"):
        raise FormError(f"{out.name}: expected a name that ends in .xlsx or .csv.")
    if out.exists():
        raise FormError(f"{out} is there already. Name another file with --out.")
    as_csv = out.suffix.lower() == ".csv"
    atomic.write(out, empty_csv() if as_csv else empty_xlsx(allowed, made_on))
    console.out.print(
        f"{out}: an empty form (recommendations: {len(allowed.recommendations)}, "
        f"Parties: {len(allowed.parties)})"
    )


def load_assessments(path: Path, data: Path, *, write: bool) -> int:
    """Compare a filled form with ``data``, say what is new and what is wrong, cell by cell; with
    ``write`` add what is new. Gives the number of faults.

    Raises ``FormError``, ``LibraryError``, ``OSError``.
    """
    loaded = read_assessments(path, data)
    for fault in loaded.faults:
        console.out.print(f"fault: {fault}")
    console.out.print(
        f"{path.name}: {_rows(len(loaded.new))} new, {loaded.on_file} on file already, "
        f"{loaded.left_out} left out"
    )
    target = data / TABLE.file
    if loaded.new and write:
        write_assessments(loaded.new, data)
        console.out.print(f"Added {_rows(len(loaded.new))} to {target}.")
    elif loaded.new:
        console.out.print(
            f"Nothing was written. --write adds {_rows(len(loaded.new))} to {target}."
        )
    else:
        console.out.print("Nothing to add.")
    return len(loaded.faults)


def _rows(n: int) -> str:
    return f"{n} row{'s' * (n != 1)}"
