"""Deadlines as seen from a meeting: what is outstanding, what falls before it, what after."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from lanzadash.exports.rows import Row

WAITING = ("passed", "nothing_received", "overdue")
"""Where the day is over and no answer is on file; ``passed`` says no more than that."""


@dataclass(frozen=True)
class Due:
    """Rows of the query ``deadlines``, none of them twice."""

    outstanding: Sequence[Row]
    before: Sequence[Row]
    after: Sequence[Row]


def due_around(
    deadlines: Sequence[Row], meeting: Row, before: Row | None, after: Row | None, as_of: dt.date
) -> Due:
    """The deadlines that matter to a meeting; ``before`` and ``after`` are those around it.

    Outstanding are those whose day was over on ``as_of`` and by the end of the meeting, for which
    not every answer is on file, the latest first. Before it come those since the meeting before
    and to come by ``as_of``; after it those up to the end of the next meeting, or all that are on
    file where it is still ahead. What was cancelled or replaced is left out.
    """
    start, end = meeting["start_date"], meeting["end_date"]
    standing = [row for row in deadlines if row["standing"]]
    dated = [row for row in standing if row["due"]]
    rules = [row for row in standing if not row["due"] and _waits(row)]
    over = min(as_of, end)
    outstanding = [row for row in dated if row["last_day"] < over and _waits(row)]
    since = before["end_date"] if before else dt.date.min
    until = after["end_date"] if after and end < as_of else dt.date.max
    told = {row["deadline"] for row in outstanding}
    rest = [row for row in dated if row["deadline"] not in told]
    return Due(
        [*reversed(outstanding), *rules],
        [row for row in rest if since < row["last_day"] <= start],
        [row for row in rest if start < row["last_day"] <= until],
    )


def _waits(row: Row) -> bool:
    if row["statuses"]:
        return any(one["status"] in WAITING for one in row["statuses"])
    return row["status"] in WAITING
