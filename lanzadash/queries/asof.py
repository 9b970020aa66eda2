"""The day a view is of."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass


@dataclass(frozen=True)
class AsOf:
    """The day of a view. ``day`` is the day from which days are counted.

    In a view of the past only what was known on that day is shown; ``known_by`` is then that day,
    for ``known(t.known_on, $as_of)`` in SQL. In today's view it is ``None`` and everything on file
    is shown, also what is known since an unknown day.
    """

    day: dt.date
    past: bool = False

    @property
    def known_by(self) -> dt.date | None:
        """The bound on ``known_on``, or ``None`` for today's view."""
        return self.day if self.past else None
