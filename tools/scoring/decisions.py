"""The decisions read from a document against those expected."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from tools.scoring.comparing import Fact, fits, same
from tools.scoring.tally import Tally, tally

Pair = tuple[Fact, Fact | None]


def score_decisions(expected: Sequence[Fact], read: Sequence[Fact]) -> dict[str, Tally]:
    """Tallies of decisions (number and verb), their texts, headings, points and footnotes."""
    pairs, extra = _pairs(expected, read)
    kinds = ("decisions", "decision texts", "sections and contexts", "points", "footnotes")
    tallies = {kind: Tally() for kind in kinds}
    for fact, got in pairs:
        _fields(tallies["decisions"], fact, got, ["number", "verb"])
        _fields(tallies["decision texts"], fact, got, ["starts", "ends", "text"])
        for name in ("section", "context"):
            if name in fact:
                value = got.get(name) if got else None
                _one(tallies["sections and contexts"], fact, name, fact[name], value)
        _one(tallies["points"], fact, "points", _count(fact, "points"), _count(got, "points"))
        _notes(tallies["footnotes"], fact, got)
    for other in extra:
        for kind in ("decisions", "decision texts"):
            tallies[kind].judge(None, {"number": other["number"], "text": other["text"]})
    return tallies


def _pairs(expected: Sequence[Fact], read: Sequence[Fact]) -> tuple[list[Pair], list[Fact]]:
    """Each decision with the one read in its place (by number and words, by words, by number)."""
    free = list(read)
    found: dict[int, Fact] = {}
    words = ("starts", "text")
    for names in (("number", *words), words, ("number",)):
        for at, fact in enumerate(expected):
            part = {name: fact[name] for name in names if fact.get(name) is not None}
            if at in found or not part or ("number" in names and "number" not in part):
                continue
            match = next((other for other in free if fits(part, other)), None)
            if match is not None:
                found[at] = match
                free.remove(match)
    return [(fact, found.get(at)) for at, fact in enumerate(expected)], free


def _fields(counted: Tally, expected: Fact, read: Fact | None, names: list[str]) -> None:
    wanted = {name: expected[name] for name in names if name in expected}
    if not wanted:
        return
    got = None
    if read is not None:
        got = {name: read[name] for name in ("number", "verb" if "verb" in names else "text")}
    right = read is not None and fits(wanted, read)
    counted.judge({"number": expected["number"], **wanted}, got, right)


def _one(counted: Tally, expected: Fact, name: str, wanted: Any, got: Any) -> None:
    if not wanted and not got:
        return
    number = expected["number"]
    counted.judge(
        {"number": number, name: wanted} if wanted else None,
        {"number": number, name: got} if got else None,
        bool(wanted and got and same(name, wanted, {name: got})),
    )


def _count(fact: Fact | None, name: str) -> int:
    value = fact.get(name, 0) if fact else 0
    return value if isinstance(value, int) else len(value)


def _notes(counted: Tally, expected: Fact, read: Fact | None) -> None:
    wanted = expected.get("footnotes", [])
    if isinstance(wanted, int):
        _one(counted, expected, "footnotes", wanted, _count(read, "footnotes"))
        return
    number = expected["number"]
    notes = [{"number": number, "text": words} for words in (read["footnotes"] if read else [])]
    starts = [{"number": number, "starts": words} for words in wanted]
    counted.add(tally(starts, notes))
