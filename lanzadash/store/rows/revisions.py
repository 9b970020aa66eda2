"""How often what a calendar says of a record has changed, from one published file to the next."""

from __future__ import annotations

import datetime as dt
import hashlib
import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, TypeAlias

from lanzadash.store.rows.row import Row

Tables: TypeAlias = Mapping[str, Sequence[Row]]

_DEADLINE = (
    *("kind", "due", "due_time", "zone", "inclusive", "rule", "force", "submit_to"),
    *("summary_en", "summary_fr", "addressees_en", "addressees_fr"),
    *("meeting", "decision", "item_number", "reference_en", "reference_fr"),
    *("source", "certainty"),
)
_CHANGE = ("change", "due", "replaced_by", "meeting", "decision", "source")
_STATE = ("state", "state_on", "extended_to", "source")
_MEETING = ("number", "mode", "city")
_DATES = ("status", "start_date", "end_date", "place", "tentative", "source", "certainty")
"""Columns of which a change is one of the event."""


def revisions(tables: Tables, before: Mapping[str, Row], built_at: dt.datetime | None) -> list[Row]:
    """The table ``revisions``; ``before`` are the rows of the file published before, by their ids.

    A record whose words and days are as they were keeps its revision. One that differs counts one
    more, and changed at ``built_at``. One that is new, or on a machine that has published nothing
    yet, counts the changes that are on file of it; it was then changed when the last of them
    became known, and where that is not on file, at ``built_at``. The count never goes back.
    """
    built = built_at.astimezone(dt.UTC).replace(tzinfo=None, microsecond=0) if built_at else None
    rows = []
    for id, record, party, content, changes, days in _contents(tables):
        text = json.dumps(content, default=str, ensure_ascii=False)
        digest = hashlib.sha256(text.encode()).hexdigest()[:16]
        known = [dt.datetime.combine(day, dt.time()) for day in days if day]
        modified = max(known) if known else built
        sequence, earlier = changes, before.get(id)
        if earlier and earlier["digest"] == digest:
            sequence, modified = max(earlier["sequence"], changes), earlier["modified"]
        elif earlier:
            sequence = max(earlier["sequence"] + 1, changes)
            modified = max(filter(None, [earlier["modified"], built]), default=modified)
        rows.append(
            {
                "revision": id,
                "record": record,
                "party": party,
                "digest": digest,
                "sequence": sequence,
                "modified": modified,
            }
        )
    return rows


Content: TypeAlias = tuple[str, str, str | None, Any, int, list[dt.date | None]]
"""Id, record, Party, what is said of it, the changes on file, the days since when that is known."""


def _contents(tables: Tables) -> Iterator[Content]:
    rounds = {row["round"]: (row["short_en"], row["short_fr"]) for row in tables["rounds"]}
    codes = _by(tables["deadline_recommendations"], "deadline")
    changes = _by(tables["deadline_changes"], "deadline")
    states = _by(tables["obligation_states"], "obligation")
    first_due = {row["deadline"]: row["due"] for row in tables["deadlines"]}
    for row in tables["deadlines"]:
        id = row["deadline"]
        told = [_taken(one, _CHANGE) for one in changes[id]]
        named = sorted(one["code"] for one in codes[id])
        content = [_taken(row, _DEADLINE), rounds.get(row["round"]), named, told]
        days = [one["known_on"] for one in (row, *changes[id])]
        yield id, id, None, content, len(told), days
    for row in tables["obligations"]:
        id, deadline = row["obligation"], row["deadline"]
        own = row["due"] if row["due"] != first_due[deadline] else None
        answers = [_taken(one, _STATE) for one in states[id]]
        days = [one["known_on"] for one in states[id]] or [row["known_on"]]
        yield id, deadline, row["party"], [own, answers], len(answers), days
    dates = _by(tables["meeting_dates"], "meeting")
    for row in tables["meetings"]:
        id = row["meeting"]
        last = max(dates[id], key=_order, default={})
        facts = {tuple(_taken(one, _DATES[:-2])) for one in dates[id]}
        days = [one["known_on"] for one in dates[id]]
        content = [_taken(row, _MEETING), _taken(last, _DATES)]
        yield id, id, None, content, max(0, len(facts) - 1), days


def _order(dates: Row) -> tuple[bool, dt.date]:
    """Dates held before dates announced, the latest announcement before the others."""
    return dates["status"] == "held", dates["known_on"] or dt.date.min


def _by(rows: Iterable[Row], key: str) -> dict[str, list[Row]]:
    found: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        found[row.get(key) or ""].append(row)
    return found


def _taken(row: Row, names: Iterable[str]) -> list[Any]:
    return [row.get(name) for name in names]
