"""Which body and which meeting a record belongs to."""

from __future__ import annotations

from lanzadash.records import Record
from lanzadash.shelf import Shelf


def meeting_of(record: Record, shelf: Shelf) -> str | None:
    """``T-ES/35``: the meeting whose number the document prints, or ``None``.

    Where the document does not name its body, it is the only one on file.
    """
    if record.meeting is None or record.meeting.number is None:
        return None
    bodies = shelf.names("bodies")
    only = next(iter(bodies)) if len(bodies) == 1 else None
    body = record.meeting.body or only
    return f"{body}/{record.meeting.number}" if body else None
