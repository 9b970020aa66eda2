"""What changed, in words: rows of the query ``changes``."""

from __future__ import annotations

import datetime as dt

from lanzadash import words
from lanzadash.exports import phrases
from lanzadash.exports.rows import Row
from lanzadash.language import Language

_FEW = 8
"""Codes that are told one by one; more are only counted."""


def subject(say: Language, row: Row) -> str:
    """What changed: ``35th meeting, decision 6``; the days of a deadline or of a meeting.

    ``10 December 2021 → 15 January 2022``, ``R7 and R11 (Refugee crisis)``, ``36th meeting``,
    the kind of a document.
    """
    match row["record_table"]:
        case "decisions":
            return by(say, row)
        case "deadlines":
            days = _arrow(_day(say, row["old"]), _day(say, row["new"]))
            ruled = row["kind"] == "deadline_set" and row["new"]
            rule = say("six months after each Party’s ratification") if ruled else ""
            return days or rule or say("no day on file")
        case "documents":
            return words.document_kind(say, row["new"])
        case "recommendations" | "rounds":
            return _recommendations(say, row)
        case _:
            return words.meeting(say, None if row["number"] is None else int(row["number"]))


def what(say: Language, row: Row) -> str:
    """What became of it: the verb of a decision, the stage, the statuses, the days of a meeting."""
    old, new = row["old"], row["new"]
    match row["kind"]:
        case "new_decision":
            return words.verb(say, new)
        case "status_changed":
            return _arrow(words.pair(say, old) if new else "", words.pair(say, new))
        case "stage_reached":
            return words.stage(say, new)
        case "meeting_held" | "meeting_announced":
            return _arrow(_span(say, old), _span(say, new))
        case _:
            return ""


def by(say: Language, row: Row) -> str:
    """The decision, else the meeting, by which it changed; empty where neither is on file."""
    if row["by_decision"]:
        told = {name: row[f"by_{name}"] for name in ("meeting_number", "number", "position")}
        return phrases.decision_name(say, told)
    if row["by_meeting"] and row["by_meeting_number"] is not None:
        return words.meeting(say, int(row["by_meeting_number"]))
    return ""


def parties(say: Language, row: Row) -> str:
    """Of how many Parties it is told; empty where it is of none in particular."""
    return say.plural("{n} Party", "{n} Parties", len(row["parties"])) if row["parties"] else ""


def _recommendations(say: Language, row: Row) -> str:
    codes, count = [_code(say, code) for code in row["codes"] or []], int(row["recommendations"])
    if len(codes) > _FEW:
        told = say.plural("{n} recommendation", "{n} recommendations", count)
    else:
        rest = count - len(codes)
        without = say.plural(
            "{n} recommendation without a code on file",
            "{n} recommendations without a code on file",
            rest,
        )
        told = say.list([*codes, *([without] if rest else [])])
    round = say.pick(row, "round_short")
    return f"{told} ({round})" if round else told


def _code(say: Language, code: str) -> str:
    """A code that is a bare number would read like a count."""
    return words.recommendation_code(say, {"code": code}) if code.isdigit() else code


def _day(say: Language, value: str | None) -> str:
    """A day in words; empty for none, and for the id of a deadline."""
    try:
        return say.date(dt.date.fromisoformat(value or ""))
    except ValueError:
        return ""


def _span(say: Language, value: str | None) -> str:
    if not value:
        return ""
    start, end = (dt.date.fromisoformat(day) for day in value.split("/"))
    return say.span(start, end)


def _arrow(old: str, new: str) -> str:
    return " → ".join(part for part in (old, new) if part)
