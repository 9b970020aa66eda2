"""Compares what was read from a document with what is expected: which facts are right.

The habits of ``expected.json`` stand in ``tests/corpus/README.md``.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from lanzadash.records import Reading
from tools.scoring.comparing import Fact, fits
from tools.scoring.decisions import score_decisions
from tools.scoring.tally import Tally, tally

LISTS = {
    "deadlines": "deadlines",
    "meeting mentions": "meeting_mentions",
    "next meetings": "next_meetings",
    "agenda items": "agenda_items",
    "recommendation mentions": "recommendation_mentions",
    "recommendations": "recommendations",
    "document mentions": "document_mentions",
    "Parties": "party_mentions",
    "paragraph references": "paragraph_references",
    "rounds": "rounds",
}
"""Kinds of facts that are lists of a reading."""


def score(expected: Mapping[str, Any], reading: Reading | None) -> dict[str, Tally]:
    """A tally for each kind of fact expected. Without a reading, everything was missed."""
    read: dict[str, Any] = reading.model_dump(mode="json") if reading else {}
    tallies = _document(expected.get("document", {}), read.get("document", {}))
    if "decisions" in expected:
        tallies |= score_decisions(expected["decisions"], read.get("decisions", []))
    if "meeting" in expected:
        wanted, got = expected["meeting"], read.get("meeting")
        tallies["meetings"] = tally([wanted] if wanted else [], [got] if got else [])
    for kind, key in LISTS.items():
        if key in expected:
            neutral = [*expected.get("optional", {}).get(key, []), *_implied(key, expected)]
            if key == "rounds":  # a document may name the same round again
                neutral += expected[key]
            tallies[kind] = tally(expected[key], _facts(key, read.get(key, [])), neutral)
    return tallies


def _document(expected: Fact, read: Fact) -> dict[str, Tally]:
    groups = {
        "symbols": [["symbol", "version"]],
        "dates and languages": [["lang"], ["dated"], ["adopted"]],
        "kinds": [["kind"]],
    }
    return {kind: _identity(fields, expected, read) for kind, fields in groups.items()}


def _identity(fields: list[list[str]], expected: Fact, read: Fact) -> Tally:
    counted = Tally()
    for names in fields:
        first = names[0]
        if first not in expected:
            continue
        wanted = {name: expected[name] for name in names if name in expected}
        got = {name: read.get(name) for name in names}
        right = fits(wanted, got)
        if not (right and got[first] is None):
            counted.judge(
                wanted if wanted[first] is not None else None,
                got if got[first] is not None else None,
                right,
            )
    return counted


def _facts(key: str, facts: list[dict[str, Any]]) -> list[Fact]:
    """What is compared of a list: nothing twice, except deadlines, each of which counts."""
    out: list[Fact] = []
    for fact in facts:
        kept = {name: value for name, value in fact.items() if not isinstance(value, dict)}
        if key == "deadlines":
            kept["relative"] = kept["due"] is None and bool(kept["relative"])
        if key == "deadlines" or kept not in out:
            out.append(kept)
    return out


def _implied(key: str, expected: Mapping[str, Any]) -> list[Fact]:
    """A meeting mentioned with its dates may also be read as one that is announced."""
    if key != "next_meetings":
        return []
    mentions = expected.get("meeting_mentions", [])
    return [{"start": fact["start"], "end": fact["end"]} for fact in mentions if fact["start"]]
