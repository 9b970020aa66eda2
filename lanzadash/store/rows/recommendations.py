"""Recommendations, what became of each for each Party, and the steps of its procedure."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from lanzadash.library import Library
from lanzadash.records import RecordedRecommendation
from lanzadash.store.rows.filing import Filed, Work
from lanzadash.store.rows.row import Row, cited, filled, sourced


def recommendations(library: Library, works: Sequence[Work]) -> list[Row]:
    """The table ``recommendations``: the facts, then what records add.

    A recommendation that a report prints and the facts hold too is one row with both sources.
    Beside its columns each row has ``parties``, those it names, for ``assessments``.
    """
    rows: dict[str, Row] = {}
    for fact in library.recommendations:
        rows[fact.recommendation] = {**fact.model_dump(), **sourced(cited(fact), fact.known_on)}
    ids = {(row["round"], row["code"]): id for id, row in rows.items() if row["code"]}
    for work in works:
        for one in work.languages.values():
            for said in one.record.recommendations:
                made = f"{said.round or work.first.document}/{said.code.replace(' ', '-')}"
                id = ids.get((said.round, said.code), made)
                row = {"recommendation": id, **_recorded(one, said)}
                rows[id] = filled(rows[id], row) if id in rows else row
    return _numbered(rows.values())


def assessments(library: Library, recommendations: Iterable[Row]) -> list[Row]:
    """The table ``assessments``: each dated, in the order of their days, none overwritten.

    A recommendation that names Parties is addressed to them, also where no line of
    ``facts/assessments.csv`` repeats it.
    """
    rows = [
        {**fact.model_dump(), **sourced(cited(fact), fact.known_on)} for fact in library.assessments
    ]
    told = {(row["recommendation"], row["party"]) for row in rows if row["relation"] == "addressed"}
    for made in recommendations:
        for party in made["parties"]:
            if (made["recommendation"], party) not in told:
                named: Row = {
                    "recommendation": made["recommendation"],
                    "party": party,
                    "relation": "addressed",
                }
                rows.append({**named, **sourced(made["citations"], made["known_on"])})
    return _series(rows, "assessment", "assessed_on", ["recommendation", "party"])


def recommendation_stages(
    library: Library, ends: Mapping[str, dt.date], decisions: Iterable[Row]
) -> list[Row]:
    """The table ``recommendation_stages``: steps in the order of their days.

    A step taken at a meeting is known from that meeting's last day. ``ends`` are those days.
    """
    on_file = {row["decision"] for row in decisions}
    rows: list[Row] = []
    for fact in library.stages:
        meeting = None if fact.meeting is None else f"{fact.body}/{fact.meeting}"
        decision = f"{meeting}/d{fact.decision}"
        rows.append(
            {
                "recommendation": fact.recommendation,
                "stage": fact.stage,
                "reached_on": fact.on,
                "meeting": meeting,
                "decision": decision if decision in on_file else None,
                "document": fact.document,
                **sourced(cited(fact), fact.known_on or ends.get(meeting or "")),
            }
        )
    return _series(rows, "recommendation_stage", "reached_on", ["recommendation", "stage"])


def _recorded(one: Filed, said: RecordedRecommendation) -> Row:
    texts = one.texts.recommendations if one.texts else []
    text = next((text.text for text in texts if text.code == said.code), None)
    return {
        "round": said.round,
        "report": one.reference,
        "code": said.code,
        "grade": said.verb,
        "addressees": said.addressees,
        "parties": said.parties,
        "summary_en": said.summary_en,
        "summary_fr": said.summary_fr,
        f"text_{one.language}": text,
        **sourced([one.cite(said.place, text)], one.known_on),
    }


def _numbered(rows: Iterable[Row]) -> list[Row]:
    """The rows with their position within the round."""
    counted: Counter[str | None] = Counter()
    numbered = []
    for row in rows:
        counted[row["round"]] += 1
        numbered.append({**row, "position": counted[row["round"]]})
    return numbered


def _series(rows: Iterable[Row], key: str, on: str, over: Sequence[str]) -> list[Row]:
    """The rows with ids ``.../1``, ``.../2``, in the order of their days; undated ones last."""
    counted: Counter[str] = Counter()
    series = []
    for row in sorted(rows, key=lambda row: row.get(on) or "9999"):
        stem = "/".join(row[part] for part in over)
        counted[stem] += 1
        series.append({key: f"{stem}/{counted[stem]}", **row})
    return series
