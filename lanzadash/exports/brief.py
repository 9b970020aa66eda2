"""Briefs of what is filtered: deadlines, or decisions."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import groupby

from lanzadash import words
from lanzadash.exports import phrases
from lanzadash.exports.about import About
from lanzadash.exports.address import permalink
from lanzadash.exports.paper import Brief, Item, Section
from lanzadash.exports.rows import Row, clean
from lanzadash.language import Language


def deadlines_brief(rows: Sequence[Row], say: Language, about: About) -> Brief:
    """A brief of rows of the query ``deadlines``: upcoming on the as-of day, standing rules, past.

    The last of the past deadlines comes first. One that was cancelled or replaced keeps its place,
    and is not counted.
    """
    today = about.as_of
    upcoming = [row for row in rows if row["due"] and row["last_day"] >= today]
    rules = [row for row in rows if not row["due"]]
    past = [row for row in reversed(rows) if row["due"] and row["last_day"] < today]
    columns = (say("Day"), say("What is asked"), say("Of whom"), say("Set by"))
    groups = ((say("Upcoming"), upcoming), (say("Standing rules"), rules), (say("Past"), past))
    sections = [
        Section(
            f"{heading} ({sum(row['standing'] for row in group)})",
            columns,
            (18, 34, 26, 22),
            tuple(_deadline(row, say, about) for row in group),
        )
        for heading, group in groups
        if group
    ]
    return _brief(sections, len(rows), say, about)


def decisions_brief(rows: Sequence[Row], say: Language, about: About) -> Brief:
    """A brief of rows of the query ``decisions``, in their order, a table for each meeting."""
    columns = (say("Number"), say("Decision"), say("Recommendations"), say("Source"))
    sections = []
    for number, group in groupby(rows, key=lambda row: row["meeting_number"]):
        heading = words.meeting(say, None if number is None else int(number))
        items = tuple(_decision(row, say, about) for row in group)
        heading = f"{heading} ({len(items)})"
        sections.append(Section(heading, columns, (12, 48, 20, 20), items))
    return _brief(sections, len(rows), say, about)


def _deadline(row: Row, say: Language, about: About) -> Item:
    counted = row["due"] and not row["settled"]
    days = say.days_left((row["last_day"] - about.as_of).days) if counted else ""
    return _item(
        (
            (phrases.due(say, row), days, *phrases.steps(say, row), _status(row, say)),
            (
                phrases.what(say, row),
                phrases.asked(say, row),
                say.list(row["codes"] or []),
            ),
            (phrases.addressees(say, row) or say("not on file"), row["submit_to"]),
            (phrases.set_by(say, row), phrases.short_source(say, row)),
        ),
        row["deadline"],
        about,
    )


def _status(row: Row, say: Language) -> str:
    """Where answers stand; nothing where the day or the change beside it says so."""
    told = row["standing"] and (row["status"] != "open" or row["statuses"])
    return phrases.status(say, row) if told else ""


def _decision(row: Row, say: Language, about: About) -> Item:
    number = "–" if row["number"] is None else str(int(row["number"]))
    what = phrases.summary(say, row) or say("No summary on file yet.")
    return _item(
        (
            (number,),
            (words.verb(say, row["verb"]), phrases.picked(say, row, "context"), what),
            (say.list(row["codes"] or []),),
            (phrases.short_source(say, row),),
        ),
        row["decision"],
        about,
    )


def _item(cells: Iterable[Iterable[str | None]], id: str, about: About) -> Item:
    lines = tuple(tuple(clean(line) for line in cell if line) for cell in cells)
    return Item(id, permalink(about.base_url, id), lines)


def _brief(sections: Sequence[Section], count: int, say: Language, about: About) -> Brief:
    title = clean(about.title)
    if about.illustrative:
        title = say("Illustrative: {title}", title=title)
    as_of = say("as of {day}", day=say.date(about.as_of))
    return Brief(
        title=title,
        language=say.code,
        as_of=about.as_of,
        facts=tuple((label, clean(value)) for label, value in about.facts(say, count)[1:]),
        notice=about.notice(say),
        sections=tuple(sections),
        running=f"{title} · {as_of}",
        page=say("Page"),
        empty=say("Nothing on file for this choice."),
        foot=say("Unofficial tool."),
    )
