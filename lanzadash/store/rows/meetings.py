"""Meetings, and the dates announced for them and held by them."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal, TypeAlias

from lanzadash.library import Library
from lanzadash.store.rows.filing import Filed
from lanzadash.store.rows.row import Citation, Findings, Row, cited, earliest, sourced

Key: TypeAlias = tuple[str | None, dt.date, dt.date]
"""A meeting and its first and last day."""


@dataclass(frozen=True)
class Dates:
    """What one source says about the days of one meeting."""

    status: Literal["announced", "held"]
    meeting: str | None
    body: str
    start: dt.date
    end: dt.date
    citations: Sequence[Citation]
    known_on: dt.date | None
    place: str | None = None
    tentative: bool = False
    announced_at: str | None = None

    @property
    def key(self) -> Key:
        return self.meeting, self.start, self.end


def meeting_dates(library: Library, filed: Sequence[Filed], findings: Findings) -> list[Row]:
    """The table ``meeting_dates``: one row for the same days, however many sources say so.

    Two sources that contradict each other on the days a meeting was held are a fault.
    """
    stated = [*_facts(library), *(dates for one in filed for dates in _lists(one))]
    held = {dates.key for dates in stated if dates.status == "held"}
    for one in filed:
        stated += [*_own(one, held), *_mentioned(one), *_next(one)]
    _contradictions(stated, findings)
    return _rows(stated)


def meetings(library: Library, filed: Sequence[Filed], dates: Sequence[Row]) -> list[Row]:
    """The table ``meetings``: every number with dates on file or a document of its own.

    The source is that of the dates held, where there are any. A number that is only mentioned
    has no row: the gap stays visible.
    """
    by_meeting: dict[str, list[Row]] = defaultdict(list)
    for row in sorted(dates, key=lambda row: row["status"] != "held"):
        if row["meeting"]:
            by_meeting[row["meeting"]].append(row)
    for one in filed:
        if one.meeting and one.record.meeting and one.record.meeting.number is not None:
            by_meeting[one.meeting].append(sourced([one.cite()], one.known_on))
    told = _told(library, filed)
    rows = []
    for meeting, on_file in by_meeting.items():
        body, number = meeting.rsplit("/", 1)
        known_on = earliest(row["known_on"] for row in on_file)
        rows.append(
            {
                "meeting": meeting,
                "body": body,
                "number": int(number),
                **told.get(meeting, {}),
                **sourced(on_file[0]["citations"], known_on),
            }
        )
    return sorted(rows, key=lambda row: (row["body"], row["number"]))


def _facts(library: Library) -> Iterator[Dates]:
    for row in library.meetings:
        meeting = None if row.number is None else f"{row.body}/{row.number}"
        held = row.status == "held"
        yield Dates(
            status=row.status,
            meeting=meeting,
            body=row.body,
            start=row.start,
            end=row.end,
            place=row.city,
            tentative=row.tentative,
            citations=cited(row),
            known_on=row.known_on or (row.end if held else None),
        )


def _lists(one: Filed) -> Iterator[Dates]:
    """A list of decisions says on which days its own meeting was held."""
    if one.record.document.kind == "list_of_decisions":
        yield from _stated(one, "held")


def _own(one: Filed, held: set[Key]) -> Iterator[Dates]:
    """An agenda or a page announces its meeting; once that was held as printed, it confirms it."""
    if one.record.document.kind in ("agenda", "meeting_page"):
        for dates in _stated(one, "announced"):
            yield from _stated(one, "held") if dates.key in held else [dates]


def _stated(one: Filed, status: Literal["announced", "held"]) -> Iterator[Dates]:
    meeting = one.record.meeting
    if meeting and meeting.start and meeting.end:
        yield Dates(
            status=status,
            meeting=one.meeting,
            body=one.body,
            start=meeting.start,
            end=meeting.end,
            place=meeting.place,
            citations=[one.cite(certainty=one.certainty)],
            known_on=meeting.end if status == "held" else one.known_on,
        )


def _mentioned(one: Filed) -> Iterator[Dates]:
    """A meeting named with days that were still to come announces it."""
    own = one.record.meeting
    written = (own.end if own else None) or one.published_on
    places = {decision.index: decision.place for decision in one.record.decisions}
    for mention in one.record.meeting_mentions:
        if mention.number is None or mention.start is None or mention.end is None:
            continue
        if written and mention.start > written:
            yield Dates(
                status="announced",
                meeting=f"{one.body}/{mention.number}",
                body=one.body,
                start=mention.start,
                end=mention.end,
                citations=[one.cite(places.get(mention.index or 0))],
                known_on=one.known_on,
                announced_at=one.meeting,
            )


def _next(one: Filed) -> Iterator[Dates]:
    for coming in one.record.next_meetings:
        if coming.start and coming.end:
            yield Dates(
                status="announced",
                meeting=f"{one.body}/{coming.number}" if coming.number is not None else None,
                body=one.body,
                start=coming.start,
                end=coming.end,
                place=coming.place,
                tentative=coming.tentative,
                citations=[one.cite()],
                known_on=one.known_on,
                announced_at=one.meeting,
            )


def _contradictions(stated: Iterable[Dates], findings: Findings) -> None:
    held: dict[str, dict[Key, Dates]] = defaultdict(dict)
    for dates in stated:
        if dates.status == "held" and dates.meeting:
            held[dates.meeting].setdefault(dates.key, dates)
    for meeting, versions in held.items():
        if len(versions) > 1:
            told = "; ".join(
                f"{dates.start} to {dates.end} in {dates.citations[0].reference}"
                for dates in versions.values()
            )
            findings.faults.append(
                f"{meeting}: expected one pair of days on which it was held, found {told}; "
                "correct the wrong one in facts/meetings.csv or corrections.csv"
            )


def _rows(stated: Iterable[Dates]) -> list[Row]:
    """One row for each status, meeting, pair of days and tentativeness, in a steady order."""
    same: dict[tuple[object, ...], list[Dates]] = defaultdict(list)
    for dates in stated:
        same[dates.status, dates.body, dates.key, dates.tentative].append(dates)
    counted: dict[str, int] = defaultdict(int)
    rows = []
    for group in sorted(same.values(), key=_order):
        first = min(group, key=lambda dates: dates.known_on or dt.date.max)
        series = f"{first.meeting or f'{first.body}/{first.start}'}/{first.status}"
        counted[series] += 1
        citations = [citation for dates in group for citation in dates.citations]
        rows.append(
            {
                "meeting_date": f"{series}-{counted[series]}",
                "meeting": first.meeting,
                "body": first.body,
                "status": first.status,
                "start_date": first.start,
                "end_date": first.end,
                "place": next((dates.place for dates in group if dates.place), None),
                "tentative": first.tentative,
                "announced_at": first.announced_at,
                **sourced(citations, earliest(dates.known_on for dates in group)),
            }
        )
    return rows


def _order(group: Sequence[Dates]) -> tuple[object, ...]:
    known = earliest(dates.known_on for dates in group) or dt.date.max
    first = group[0]
    return first.body, known, first.start, first.end, first.meeting or "", first.tentative


def _told(library: Library, filed: Sequence[Filed]) -> dict[str, Row]:
    """Mode, city and country of meetings: from the facts, else the mode a document prints."""
    told: dict[str, Row] = {}
    for one in filed:
        if one.meeting and one.record.meeting and one.record.meeting.mode:
            told.setdefault(one.meeting, {"mode": one.record.meeting.mode})
    for row in library.meetings:
        if row.number is not None and row.status == "held":
            meeting = f"{row.body}/{row.number}"
            mode = row.mode or told.get(meeting, {}).get("mode")
            told[meeting] = {"mode": mode, "city": row.city, "country": row.country}
    return told
