"""Deadlines as seen from a meeting: what is outstanding, what falls before it, what after."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from lanzadash import words
from lanzadash.exports import phrases
from lanzadash.exports.cutting import Cut, shortened
from lanzadash.exports.paper import Item, Section
from lanzadash.exports.rows import Row
from lanzadash.language import Language

Names: TypeAlias = dict[tuple[str, str], list[str]]
"""Parties by a deadline and where their answers stand."""

_NAMED = 15
"""Parties are named up to this number, and counted beyond."""

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


def due_sections(
    due: Due, obligations: Sequence[Row], as_of: dt.date, cut: Cut
) -> Iterator[Section]:
    """The tables of it; ``obligations``, rows of the query of that name, name the Parties."""
    say = cut.say
    names: Names = {}
    for bond in obligations:
        name = str(say.pick(bond, "name") or bond["party"])
        names.setdefault((bond["deadline"], bond["status"]), []).append(name)
    yield cut.section(
        say("Outstanding"),
        (say("Since"), say("What was asked, from whom, and what is on file")),
        (16, 84),
        [_outstanding(row, names, as_of, cut) for row in due.outstanding],
        "" if due.outstanding else say("Nothing that was due before it is outstanding."),
    )
    columns = (say("Day"), say("What is asked"), say("Of whom"), say("Set by"))
    for heading, rows in (
        (say("Deadlines before the meeting"), due.before),
        (say("Deadlines after the meeting"), due.after),
    ):
        nothing = say("No other is on file.") if due.outstanding else say("None is on file.")
        items = [_deadline(row, cut) for row in rows]
        yield cut.section(heading, columns, (15, 43, 18, 24), items, "" if items else nothing)


def _outstanding(row: Row, names: Names, as_of: dt.date, cut: Cut) -> Item:
    say = cut.say
    since = say.date(row["due"]) if row["due"] else say("each Party’s own day")
    ago = say.days_left((row["due"] - as_of).days) if row["due"] else ""
    what = [_asked(row, cut), phrases.addressees(say, row), phrases.set_by(say, row)]
    told = _answers(row, names, say)
    if sum(map(len, told)) > cut.length - 20:  # half a list of names would be wrong
        told = _answers(row, {}, say)
    lines = [" · ".join(told)] if sum(map(len, told)) <= cut.length - 20 else told
    return cut.item(row["deadline"], ((since, ago), (" · ".join(filter(None, what)), *lines)))


def _answers(row: Row, names: Names, say: Language) -> list[str]:
    """Who has not answered stands first, by name where ``names`` has them and they are few."""
    told = []
    for one in sorted(row["statuses"], key=lambda one: one["status"] not in WAITING):
        who = say.in_order(names.get((row["deadline"], one["status"]), []), str)
        named = one["status"] in WAITING and 0 < len(who) <= _NAMED
        count = say.plural("{n} Party", "{n} Parties", one["parties"])
        word = words.deadline_status(say, one["status"])
        told.append(phrases.labelled(say, word, say.list(who) if named else count))
    return told or [words.deadline_status(say, row["status"])]


def _deadline(row: Row, cut: Cut) -> Item:
    say = cut.say
    return cut.item(
        row["deadline"],
        (
            (phrases.due(say, row),),
            (_asked(row, cut),),
            (phrases.addressees(say, row) or say("not on file"),),
            (phrases.set_by(say, row),),
        ),
    )


def _asked(row: Row, cut: Cut) -> str:
    what = shortened(phrases.what(cut.say, row), cut.length).removesuffix(".")
    return f"{what} · {phrases.force(cut.say, row)}"
