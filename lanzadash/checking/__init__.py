"""Everything that is wrong with ``data/``, in one go."""

from __future__ import annotations

from pathlib import Path

from lanzadash.checking.contradictions import contradiction_faults
from lanzadash.checking.dates import date_faults
from lanzadash.checking.identity import identity_faults
from lanzadash.checking.loose_ends import loose_ends
from lanzadash.checking.references import reference_faults
from lanzadash.checking.sources import source_faults
from lanzadash.corrections import corrected
from lanzadash.faults import Fault
from lanzadash.records import CorrectionRow
from lanzadash.shelf import read_shelf
from lanzadash.tables import HOSTS, read_sheet

__all__ = ["check"]

_CHECKS = (
    identity_faults,
    reference_faults,
    date_faults,
    contradiction_faults,
    source_faults,
    loose_ends,
)


def check(root: Path) -> list[Fault]:
    """All faults of the data folder ``root``, by file and row; warnings are marked as such.

    First those of files that could not be read: nothing is said of what points at these.

    Files that are missing or do not parse, values that do not fit their model, ids given twice,
    references to nothing, dates out of order, sources that contradict each other, corrections
    that no longer match. An empty list means that a build can be made.
    """
    shelf = read_shelf(root)
    corrections = shelf.lines(CorrectionRow)
    corrections = [one for one in corrections if not shelf.lacks(f"records/{one.row.record}.json")]
    shelf.records, unmatched = corrected(shelf.records, corrections)
    faults = [*shelf.faults, *unmatched, *_host_faults(root / HOSTS.file)]
    for found in _CHECKS:
        faults += found(shelf)
    return sorted(
        faults,
        key=lambda one: (not one.unread, one.warning, one.file, one.row or 0, one.field or ""),
    )


def _host_faults(path: Path) -> list[Fault]:
    return read_sheet(HOSTS, path.read_bytes()).faults if path.is_file() else []
