"""Sentences that several exports share, each in the reader's language."""

from __future__ import annotations

from urllib.parse import urlsplit

from lanzadash import words
from lanzadash.exports.moments import moment
from lanzadash.exports.rows import Row
from lanzadash.language import Language


def notice(say: Language, *, illustrative: bool = False) -> str:
    """What every export says of itself: unofficial, and illustrative where it is."""
    said = [
        say("Unofficial tool."),
        say(
            "Only the adopted text counts. "
            "Names and presentation imply no opinion on the status of any territory."
        ),
    ]
    if illustrative:
        said += [
            say("Illustrative data."),
            say("All of it was generated to show how the tool works; nothing in it is true."),
        ]
    return " ".join(said)


def labelled(say: Language, label: str, value: object) -> str:
    """``Source: T-ES(2021)37``, with the space that French puts before a colon."""
    return f"{label}{say.colon}{value}"


def picked(say: Language, row: Row, name: str) -> str:
    """``row[name_en]`` or ``row[name_fr]``, with a word where it is not the reader's language."""
    text = say.pick(row, name)
    if text is None or text.lang == say.code:
        return str(text or "")
    return f"{text} ({say('in English') if text.lang == 'en' else say('in French')})"


def summary(say: Language, row: Row) -> str:
    """What a record says, in our own words; empty where none are on file."""
    return picked(say, row, "summary")


def what(say: Language, row: Row) -> str:
    """What a deadline asks for; where no summary is on file, what set it and the kind of thing."""
    if text := summary(say, row):
        return text
    kind = words.deadline_kind(say, row["kind"])
    told = [set_by(say, row), kind if row["kind"] != "other" else ""]
    return " · ".join(filter(None, told)) or kind


def addressees(say: Language, row: Row) -> str:
    """Who is asked, in words; that nobody has said who is, where that is so; else empty."""
    asked = picked(say, row, "addressees")
    if asked and row["addressees_certainty"]:
        return f"{asked} · {words.certainty(say, row['addressees_certainty'])}"
    return asked or ("" if row["addressed"] else say("addressee not on file: may concern you"))


def force(say: Language, row: Row) -> str:
    """Whether what a deadline asks for must or may be sent."""
    if row["force"] == "may":
        return say("may be submitted: an invitation")
    return say("to be submitted")


def asked(say: Language, row: Row) -> str:
    """What kind of thing a deadline asks for, and how strongly."""
    return f"{words.deadline_kind(say, row['kind'])} · {force(say, row)}"


def due(say: Language, row: Row) -> str:
    """The day of a deadline as printed: ``before 10 December 2021, 18:00 (Strasbourg time)``."""
    if not row["due"]:
        rule = say("six months after each Party’s ratification")
        return rule if row["rule"] else say("no day on file")
    day = say.date(row["due"])
    if at := moment(row):
        day = f"{say.date(at)}, {at:%H:%M} ({say('Strasbourg time')})"
    elif row["due_time"] and not row["first_due"]:  # no time of a clock: as printed
        day += f", {row['due_time']}"
    return day if row["inclusive"] else say("before {day}", day=day)


def steps(say: Language, row: Row) -> list[str]:
    """What became of a deadline, act by act, empty where it stands as it was set.

    ``moved from 10 December 2021 to 15 January 2022 (36th meeting, decision 4)``.
    """
    return [_step(say, row, step) for step in row["steps"]]


def changed(say: Language, row: Row) -> str:
    """The same as one line."""
    return "; ".join(steps(say, row))


def _step(say: Language, row: Row, step: Row) -> str:
    days = {name: say.date(step[name]) for name in ("old", "new") if step[name]}
    match step["change"]:
        case "cancelled":
            what = say("cancelled")
        case "replaced":
            what = say("replaced by {deadline}", deadline=row["replaced_by"])
        case "extended":
            what = say("extended from {old} to {new}", **days)
        case _:
            what = say("moved from {old} to {new}", **days)
    by = step["source"]
    if step["decision"]:
        by = _paragraph(say, step["meeting_number"], step["number"], step["position"])
    elif step["meeting"]:
        by = _meeting(say, step["meeting_number"])
    return f"{what} ({by})" if by else what


def status(say: Language, row: Row) -> str:
    """Where the answer of the Party stands: ``received, 2 May 2022``.

    Without a Party, of how many it is told: ``received: 27 Parties · date extended: 7 Parties``.
    """
    if row["standing"] and row["statuses"]:
        return " · ".join(
            labelled(
                say,
                words.deadline_status(say, one["status"]),
                say.plural("{n} Party", "{n} Parties", one["parties"]),
            )
            for one in row["statuses"]
        )
    told = words.deadline_status(say, row["status"])
    dated = row["state_on"] and row["status"] in (row["state"], "overdue")
    return f"{told}, {say.date(row['state_on'])}" if dated else told


def set_by(say: Language, row: Row) -> str:
    """What set a deadline: a decision, an agenda item, a call; empty where it is not on file."""
    if row["decision"]:
        number, position = row["decision_number"], row["decision_position"]
        return _paragraph(say, row["meeting_number"], number, position)
    if row["meeting"]:
        meeting = _meeting(say, row["meeting_number"])
        if not row["item_number"]:
            return meeting
        item = say("agenda item {number}", number=row["item_number"])
        return f"{meeting}, {item}"
    return picked(say, row, "reference")


def decision_name(say: Language, row: Row) -> str:
    """``35th meeting, decision 6``."""
    return _paragraph(say, row["meeting_number"], row["number"], row["position"])


def _meeting(say: Language, number: float | None) -> str:
    return words.meeting(say, None if number is None else int(number))


def _paragraph(
    say: Language, meeting: float | None, number: float | None, position: float | None
) -> str:
    """Numbers come as floats where others of their column are missing."""
    return say(
        "{meeting}, {paragraph}",
        meeting=_meeting(say, meeting),
        paragraph=words.paragraph(say, None if number is None else int(number), int(position or 0)),
    )


def source(say: Language, row: Row) -> str:
    """Where a record stands and how far to trust it: ``T-ES(2021)37_en rev. · sourced``."""
    named = row["source"] or words.cite(say, row) or say("not on file")
    return f"{named} · {words.certainty(say, row['certainty'])}"


def sources(row: Row) -> list[str]:
    """Where a record stands, each once and short: of an address only the host."""
    parts = [part.strip() for part in (row["source"] or "").split(" ; ")]
    return list(dict.fromkeys(urlsplit(part).netloc or part for part in parts if part))


def short_source(say: Language, row: Row) -> str:
    """The same for a narrow column, with how far to trust it."""
    named = say.list(sources(row)) or say("not on file")
    return f"{named} · {words.certainty(say, row['certainty'])}"
