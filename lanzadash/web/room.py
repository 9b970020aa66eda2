"""A meeting as it is shown in its room: a first screen, and one for each item of its agenda."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from lanzadash.queries import meetings, room, threads
from lanzadash.queries.asof import AsOf
from lanzadash.queries.deadlines import deadlines
from lanzadash.queries.documents import bodies, documents
from lanzadash.queries.recommendations import rounds
from lanzadash.web.promises import promises
from lanzadash.web.view import Rows

HISTORY_MOST = 12
"""Earlier decisions of an item that the page holds; the thread has all."""

Row = dict[str, Any]
Ask = Callable[..., Rows]


@dataclass(frozen=True)
class Days:
    """Deadlines around a meeting: ``since`` the one before it, and those until the next one."""

    since: Rows
    ahead: Rows


@dataclass(frozen=True)
class Item:
    """One screen. ``total`` counts the decisions before, of which ``history`` is the newest part.

    ``round`` is the procedure that the item, or the nearest one above it, is filed under;
    ``stages`` are the recommendations concerned by the latest step on file.
    """

    row: Row
    anchor: str
    round: Row | None
    history: Rows
    total: int
    taken: Rows
    outstanding: Rows
    days: Days
    stages: Sequence[tuple[str | None, Rows]]
    documents: Rows


@dataclass(frozen=True)
class Room:
    """A meeting between the one before and the next, where these are on file."""

    row: Row
    before: Row | None
    following: Row | None
    over: bool
    zone: str
    dates: Rows
    items: Sequence[Item]
    promises: Sequence[Row]
    days: Days
    documents: Rows


def room_of(ask: Ask, as_of: AsOf, row: Row) -> Room:
    """The room of a meeting, a row of ``queries.meetings.meetings``; ``ask`` asks a query."""
    id = row["meeting"]
    agenda = ask(meetings.agenda, id)
    before, following = _neighbours(ask(meetings.meetings), row)
    standing = [one for one in ask(deadlines) if one["standing"] and one["due"]]
    around = [one for one in standing if one["due"] >= _from(before)]
    return Room(
        row=row,
        before=before,
        following=following,
        over=row["end_date"] < as_of.day,
        zone=next(one["time_zone"] for one in ask(bodies) if one["body"] == row["body"]),
        dates=ask(meetings.meeting_dates, id),
        items=_items(ask, as_of, row, agenda, standing, around, following),
        promises=promises(ask(threads.promised, id), agenda, row, as_of),
        days=_days(around, row, following),
        documents=ask(documents, meeting=id),
    )


def current_meeting(on_file: Rows, as_of: AsOf) -> Row | None:
    """The meeting in session or the next one, else the latest; ``None`` where none is on file."""
    coming = [row for row in on_file if row["end_date"] >= as_of.day]
    return coming[-1] if coming else next(iter(on_file), None)


def _neighbours(on_file: Rows, row: Row) -> tuple[Row | None, Row | None]:
    """The meetings before and after by their dates, of the same body."""
    same = [one for one in on_file if one["body"] == row["body"]]
    before = [one for one in same if one["end_date"] < row["start_date"]]
    after = [one for one in same if one["start_date"] > row["end_date"]]
    return next(iter(before), None), after[-1] if after else None


def _from(before: Row | None) -> dt.date:
    return before["end_date"] if before else dt.date.min


def _days(rows: Iterable[Row], meeting: Row, following: Row | None) -> Days:
    until = following["start_date"] if following else dt.date.max
    rows = list(rows)
    return Days(
        since=[one for one in reversed(rows) if one["due"] < meeting["start_date"]],
        ahead=[one for one in rows if meeting["start_date"] <= one["due"] <= until],
    )


def _items(
    ask: Ask,
    as_of: AsOf,
    row: Row,
    agenda: Rows,
    standing: Rows,
    around: Rows,
    following: Row | None,
) -> Sequence[Item]:
    if not agenda:
        return []
    id = row["meeting"]
    history = _by(ask(threads.history, meeting=id, most=HISTORY_MOST), "agenda_item")
    concerned = _by(ask(room.concerned, id), "round")
    named = _by(ask(room.named_documents, id), "round")
    taken = _by(ask(room.taken, id), "agenda_item")
    day = min(row["start_date"], as_of.day)
    loops = _by((one for one in ask(threads.loops) if _outstanding(one, row, day)), "thread")
    names = {one["round"]: one for one in ask(rounds)}
    asked = {one["deadline"]: one for one in standing}
    made = []
    for item, round in _filed(agenda):
        key = item["agenda_item"]
        own = [
            one
            for one in around
            if (one["round"] is not None and one["round"] == round)
            or (one["meeting"] == id and one["item_number"] == item["number"])
        ]
        made.append(
            Item(
                row=item,
                anchor=key.rpartition("/")[2],
                round=names.get(round or ""),
                history=history[key],
                total=history[key][0]["total"] if history[key] else 0,
                taken=taken[key],
                outstanding=[{**one, "asked": asked.get(one["loop"])} for one in loops[round]],
                days=_days(own, row, following),
                stages=_by_stage(concerned[round]),
                documents=named[round],
            )
        )
    return made


def _filed(agenda: Rows) -> Iterable[tuple[Row, str | None]]:
    """The items, each with the round that it or the nearest item above it is filed under."""
    by_number = {(item["document"], item["number"]): item for item in agenda}
    for item in agenda:
        above: Row | None = item
        seen = 0
        while above and not above["round"] and seen < len(agenda):
            above = by_number.get((above["document"], above["parent"]))
            seen += 1
        yield item, above["round"] if above else None


def _outstanding(loop: Row, meeting: Row, day: dt.date) -> bool:
    """Whether a loop stood open before the meeting; a deadline, once its day is over."""
    if not loop["open"] or (loop["opened_on"] and loop["opened_on"] >= meeting["start_date"]):
        return False
    return loop["kind"] != "deadline" or bool(loop["due"] < day)


def _by_stage(rows: Rows) -> Sequence[tuple[str | None, Rows]]:
    by_stage = sorted(rows, key=lambda row: row["stage"] or "")
    groups = [(stage, list(found)) for stage, found in groupby(by_stage, lambda row: row["stage"])]
    return sorted(groups, key=lambda group: -len(group[1]))


def _by(rows: Iterable[Row], key: str) -> Mapping[str | None, Rows]:
    grouped: dict[str | None, Rows] = defaultdict(list)
    for row in rows:
        grouped[row[key]].append(row)
    return grouped
