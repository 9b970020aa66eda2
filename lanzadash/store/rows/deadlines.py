"""Deadlines: from the documents that print them, and from the facts where none was read."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from lanzadash.library import Library
from lanzadash.records import DeadlineRow, Language, PartyRow, RecordedDeadline
from lanzadash.store.rows.codes import Codes
from lanzadash.store.rows.decisions import Taken
from lanzadash.store.rows.filing import Filed, Work
from lanzadash.store.rows.row import Findings, Row, cited, filled, placed, sourced

_OURS = ("addressees_en", "addressees_fr", "summary_en", "summary_fr")


@dataclass
class Asked:
    """One deadline as printed in one or both languages."""

    work: Work
    decision: Taken | None
    versions: dict[Language, tuple[Filed, RecordedDeadline]] = field(default_factory=dict)

    @property
    def first(self) -> tuple[Filed, RecordedDeadline]:
        return self.versions.get("en") or self.versions["fr"]

    @property
    def stem(self) -> str:
        """What its id begins with: the decision that sets it, else the meeting or document."""
        return self.decision.id if self.decision else self.work.id


def deadlines(
    library: Library,
    works: Iterable[Work],
    taken: Sequence[Taken],
    ends: Mapping[str, dt.date],
    findings: Findings,
) -> list[Row]:
    """The table ``deadlines``; beside its columns each row has ``codes``, those it names.

    Where nobody has said who is asked, the Parties that the decision asks by name are.

    A line of the facts about a deadline that a record prints too fills what the record leaves
    open, and keeps its id: calendars and other lines know the deadline by it.

    ``ends`` are the last days of meetings: what a meeting set is known from then on.
    """
    counted: Counter[str] = Counter()
    rows = []
    for work in works:
        for asked in _asked(work, taken, findings):
            counted[asked.stem] += 1
            rows.append(_recorded(asked, f"{asked.stem}/deadline-{counted[asked.stem]}"))
    on_file = {decision.id for decision in taken}
    for fact in library.deadlines:
        row = _stated(fact, ends, on_file)
        same = [at for at, other in enumerate(rows) if _is_same(row, other)]
        if len(same) == 1:
            printed = rows[same[0]]
            merged = filled(printed, row)
            known_on = printed["known_on"] or row["known_on"]
            rows[same[0]] = {**merged, "deadline": row["deadline"], "known_on": known_on}
        else:
            rows.append(row)
    names = {party.party: party for party in library.parties}
    return [_addressed(row, names) for row in rows]


def deadline_recommendations(deadlines: Iterable[Row], codes: Codes) -> list[Row]:
    """The table ``deadline_recommendations``: the codes each deadline names."""
    return [
        {
            "deadline_recommendation": f"{row['deadline']}/{code}",
            "deadline": row["deadline"],
            "code": code,
            "recommendation": codes.find(code, row["round"], row["body"]),
            "known_on": row["known_on"],
        }
        for row in deadlines
        for code in row["codes"]
    ]


def _asked(work: Work, taken: Sequence[Taken], findings: Findings) -> list[Asked]:
    """The deadlines of a work, languages paired by decision and day."""
    found: list[Asked] = []
    for language, one in work.languages.items():
        for said in one.record.deadlines:
            decision = _decision(one, said, taken)
            pair = next((a for a in found if _pairs(a, language, said, decision)), None)
            if pair is None:
                pair = Asked(work, decision)
                found.append(pair)
            pair.versions[language] = (one, said)
    for asked in found:
        if len(asked.versions) < len(work.languages):
            _, said = asked.first
            findings.warnings.append(
                f"{asked.stem}: the deadline {said.due or 'without a day'} is printed in "
                f"{' '.join(asked.versions)} only; compare the documents"
            )
    return found


def _decision(one: Filed, said: RecordedDeadline, taken: Sequence[Taken]) -> Taken | None:
    for decision in taken:
        version = decision.versions.get(one.language)
        if version and version[0] is one and version[1].index == said.index:
            return decision
    return None


def _pairs(
    asked: Asked, language: Language, said: RecordedDeadline, decision: Taken | None
) -> bool:
    same_decision = asked.decision is decision or asked.decision is None or decision is None
    return language not in asked.versions and same_decision and asked.first[1].due == said.due


def _recorded(asked: Asked, id: str) -> Row:
    one, said = asked.first
    decision = asked.decision
    row: Row = {
        "deadline": id,
        "body": one.body,
        "meeting": one.meeting,
        "decision": decision.id if decision else None,
        "document": one.document,
        "round": said.round or (decision.round if decision else None),
        "kind": said.kind or "other",
        "due": said.due,
        "due_time": said.time,
        "zone": said.zone,
        "inclusive": said.inclusive,
        "force": said.force,
        "submit_to": said.submit_to,
        **placed(said.place),
    }
    codes: dict[str, None] = {}
    citations = []
    for language, (other, version) in asked.versions.items():
        printed = _printed(other, version)
        for name in _OURS:
            row[name] = row.get(name) or getattr(version, name)
        row[f"printed_{language}"] = printed
        codes |= dict.fromkeys(version.recommendations)
        citations.append(other.cite(version.place, printed))
    named = [version.parties for _, version in asked.versions.values() if version.parties]
    same = len({frozenset(parties) for parties in named}) == 1
    row["parties"] = named[0] if same else []
    return {**row, "codes": list(codes), **sourced(citations, one.known_on)}


def _addressed(row: Row, names: Mapping[str, PartyRow]) -> Row:
    """The row with whom its decision asks by name, where nobody has said who is asked."""
    asked = [names[party] for party in row.pop("parties", ()) if party in names]
    if not asked or row.get("addressees_en") or row.get("addressees_fr"):
        return row
    return {
        **row,
        "addressees_en": "; ".join(party.name_en for party in asked),
        "addressees_fr": "; ".join(party.name_fr for party in asked),
        "addressees_certainty": "inferred",
    }


def _printed(one: Filed, said: RecordedDeadline) -> str | None:
    """The printed words: they stand in the order of the record's deadlines."""
    if one.texts is None:
        return None
    at = next(i for i, other in enumerate(one.record.deadlines) if other is said)
    return next((text.printed for text in one.texts.deadlines[at : at + 1]), None)


def _stated(fact: DeadlineRow, ends: Mapping[str, dt.date], decisions: set[str]) -> Row:
    meeting = None if fact.meeting is None else f"{fact.body}/{fact.meeting}"
    decision = f"{meeting}/d{fact.decision}"
    columns = fact.model_dump(exclude={"meeting", "decision", "agenda_item", "recommendations"})
    # What stands in an agenda was known before the meeting, nobody knows since when.
    set_there = None if fact.agenda_item else ends.get(meeting or "")
    return {
        **columns,
        "meeting": meeting,
        "decision": decision if decision in decisions else None,
        "item_number": fact.agenda_item,
        "codes": fact.recommendations,
        **sourced(cited(fact), fact.known_on or set_there),
    }


def _is_same(fact: Row, printed: Row) -> bool:
    if fact["deadline"] == printed["deadline"]:
        return True
    named = fact["decision"] is not None and fact["decision"] == printed["decision"]
    return named and fact["due"] == printed["due"]
