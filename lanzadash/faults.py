"""What is wrong with ``data/``: one fault says where, what was expected, what was found."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True)
class Fault:
    """One thing that is wrong in one place.

    ``file`` is relative to the data folder. ``row`` counts lines as a spreadsheet shows them,
    the header being 1; in a JSON file it is the line. ``hint`` says what to do. A ``warning``
    is worth a look but stops nothing. ``unread``: nothing of the file could be read, so that
    nothing can be said of what points at it.
    """

    file: str
    expected: str
    found: str
    hint: str
    row: int | None = None
    field: str | None = None
    warning: bool = False
    unread: bool = False

    def __str__(self) -> str:
        row = None if self.row is None else f"row {self.row}"
        place = ", ".join(part for part in (self.file, row, self.field) if part)
        return f"{place}: expected {self.expected}, found {self.found}. {self.hint}"


class LibraryError(Exception):
    """``data/`` cannot be used as it is. ``faults`` holds everything that is wrong."""

    def __init__(self, faults: Iterable[Fault]) -> None:
        self.faults = tuple(faults)
        super().__init__("\n".join(str(fault) for fault in self.faults))
