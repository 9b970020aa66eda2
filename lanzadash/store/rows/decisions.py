"""Decisions: one row each, its languages side by side."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TypeAlias

from lanzadash.records import DecisionText, Language, RecordedDecision
from lanzadash.store.rows.filing import Filed, Work
from lanzadash.store.rows.row import Findings, Row, placed, sourced

Versions: TypeAlias = dict[Language, tuple[Filed, RecordedDecision]]


@dataclass(frozen=True)
class Taken:
    """A decision in its languages, before it becomes a row."""

    id: str
    work: Work
    versions: Versions

    @property
    def first(self) -> tuple[Filed, RecordedDecision]:
        return self.versions.get("en") or self.versions["fr"]

    @property
    def round(self) -> str | None:
        """The round it was filed under by hand, in either language."""
        return next((said.round for _, said in self.versions.values() if said.round), None)


def taken(works: Iterable[Work], findings: Findings) -> list[Taken]:
    """Every decision of every list, paired across languages by number.

    Decisions without a number, or with one that the list prints twice, are known by their
    position, and are paired by it only if both languages have as many.
    """
    found: list[Taken] = []
    for work in works:
        if not work.first.record.decisions:
            continue
        if work.first.meeting is None:
            findings.warnings.append(
                f"records/{work.first.record.id}: its decisions belong to no meeting on file and "
                "were left out; set meeting_link in the record"
            )
            continue
        found += _paired(work, findings)
    return found


def decisions(taken: Iterable[Taken]) -> list[Row]:
    """The table ``decisions``."""
    return [_row(decision) for decision in taken]


def text_of(one: Filed, index: int) -> DecisionText | None:
    """The official wording of a decision, where it is at hand."""
    if one.texts is None:
        return None
    return next((text for text in one.texts.decisions if text.index == index), None)


def _paired(work: Work, findings: Findings) -> Iterator[Taken]:
    same: dict[str, Versions] = {}
    for language, one in work.languages.items():
        for key, decision in _keyed(one.record.decisions):
            same.setdefault(key, {})[language] = (one, decision)
    both = len(work.languages) == 2
    counts = {len(one.record.decisions) for one in work.languages.values()}
    for key, versions in same.items():
        if both and len(versions) == 1:
            alone = next(iter(versions))
            findings.warnings.append(f"{work.id}/{key}: found only in the {alone} list")
        if key.startswith("p") and len(counts) > 1:
            # Unequal counts: the same position need not be the same decision.
            if work.first.language not in versions:
                continue
            versions = {work.first.language: versions[work.first.language]}
        yield Taken(f"{work.id}/{key}", work, versions)


def _keyed(decisions: Iterable[RecordedDecision]) -> Iterator[tuple[str, RecordedDecision]]:
    decisions = list(decisions)
    printed = Counter(decision.number for decision in decisions)
    for decision in decisions:
        numbered = decision.number is not None and printed[decision.number] == 1
        yield f"d{decision.number}" if numbered else f"p{decision.index}", decision


def _row(decision: Taken) -> Row:
    one, said = decision.first
    row: Row = {
        "decision": decision.id,
        "meeting": one.meeting,
        "document": one.document,
        "number": said.number,
        "position": said.index,
        "verb": _verb(decision),
        "round": decision.round,
        **placed(said.place),
    }
    citations = []
    for language, (other, version) in decision.versions.items():
        text = text_of(other, version.index)
        row |= _summaries(row, version)
        row |= _wording(text, language)
        citations.append(other.cite(version.place, text.text if text else None))
    return {**row, **sourced(citations, one.known_on)}


def _verb(decision: Taken) -> str:
    """The operative verb of the first language that has one."""
    verbs = [said.verb for _, said in [decision.first, *decision.versions.values()]]
    return next((verb for verb in verbs if verb != "other"), "other")


def _summaries(row: Row, said: RecordedDecision) -> Row:
    names = ("context_en", "context_fr", "summary_en", "summary_fr")
    return {name: row.get(name) or getattr(said, name) for name in names}


def _wording(text: DecisionText | None, language: Language) -> Row:
    if text is None:
        return {}
    return {
        f"section_{language}": text.section,
        f"heading_{language}": text.context,
        f"text_{language}": text.text,
        f"points_{language}": text.points,
        f"footnotes_{language}": text.footnotes,
    }
