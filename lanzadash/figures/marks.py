"""Rows to what a timeline shows: a name, labels for little room and for more, and the days."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, TypeAlias

from lanzadash import words
from lanzadash.days import known_days
from lanzadash.figures.lanes import Item
from lanzadash.language import Language

Row: TypeAlias = Mapping[str, Any]

LONGEST = 44
"""Characters of a title that a label shows."""


def meetings(rows: Iterable[Row], say: Language) -> Iterator[Item]:
    """Meetings by the days held and by those announced: rows of the query ``dates_on_file``."""
    for row in rows:
        called = words.meeting(say, row["number"])
        place = words.place(say, row["city"] or row["place"]) or words.mode(say, row["mode"])
        status = say("held") if row["status"] == "held" else say("announced")
        if row["tentative"]:
            status += f", {say('to be confirmed')}"
        number = str(row["number"]) if row["number"] is not None else "–"
        yield Item(
            row["status"],
            row["meeting"] or row["announced_at"],
            row["start_date"],
            row["end_date"],
            _labels(
                _joined(called, place, "" if row["status"] == "held" else status),
                _joined(number, place, sign=" "),
                number,
            ),
            _joined(called, place),
            status,
            say.span(row["start_date"], row["end_date"]),
            source=row["source"],
            certainty=row["certainty"],
        )


def deadlines(rows: Iterable[Row], say: Language) -> Iterator[Item]:
    """Deadlines by the day that holds; one that was moved also by the day first set.

    A row is one of the query ``deadlines``.
    """
    for row in (row for row in rows if row["due"] is not None):
        kind = words.deadline_kind(say, row["kind"])
        what = say.pick(row, "summary") or say.written(kind, say.code)
        days = [(row["due"], "due" if row["standing"] else "cancelled")]
        if row["first_due"] and row["standing"]:
            days.append((row["first_due"], "moved"))
        for day, state in days:
            change = words.deadline_change(say, row["change"] or "extended").lower()
            status = "" if state == "due" else change
            yield Item(
                state,
                row["deadline"],
                day,
                day,
                _labels(
                    _joined(say.short_date(day), status, kind),
                    _joined(say.short_date(day), status),
                ),
                what.words.rstrip("."),
                status,
                say.date(day),
                what.lang,
                row["source"],
                row["certainty"],
            )


def documents(rows: Iterable[Row], say: Language) -> Iterator[Item]:
    """What the committee adopts or issues, over the day, the month or the year that is known.

    A row is one of the query ``dated_reports``.
    """
    for row in rows:
        if (days := known_days(row["shown_on"])) is None:
            continue
        symbol, title = words.cite(say, row), say.written(row["title"], row["language"])
        adopted = row["adopted_on"] is not None
        yield Item(
            "adopted" if adopted else "dated",
            row["document"],
            *days,
            _labels(_cut(title.words), symbol or words.document_kind(say, row["kind"])),
            title.words,
            say("adopted") if adopted else say("dated; its adoption is not on file"),
            say.partial_date(row["shown_on"]),
            title.lang,
            row["source"],
            row["certainty"],
        )


def rounds(rows: Iterable[Row], say: Language, day: dt.date) -> Iterator[Item]:
    """Monitoring rounds and procedures, whole years; one without an end on file lasts till
    ``day``.

    A row is one of the query ``rounds``. One without a first year has no place.
    """
    for row in (row for row in rows if row["start_year"]):
        start, ended = int(row["start_year"]), int(row["end_year"] or 0)
        years = f"{start}–{ended}" if ended else say("since {year}", year=start)
        name = say.pick(row, "short") or say.written(row["round"], None)
        yield Item(
            "round" if ended else "open",
            row["round"],
            dt.date(start, 1, 1),
            dt.date(ended, 12, 31) if ended else max(day, dt.date(start, 12, 31)),
            _labels(f"{name}, {years}", name.words),
            name.words,
            words.round_kind(say, row["kind"]),
            years,
            name.lang,
            row["source"],
            row["certainty"],
        )


def _joined(*parts: str, sign: str = ", ") -> str:
    return sign.join(part for part in parts if part)


def _labels(*labels: str) -> tuple[str, ...]:
    """The labels without one that is said already."""
    return tuple(dict.fromkeys(labels))


def _cut(title: str) -> str:
    if len(title) <= LONGEST:
        return title
    return title[: LONGEST - 1].rsplit(" ", 1)[0].rstrip(" ,;:") + "…"
