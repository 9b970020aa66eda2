"""From a library to the rows of every table, one file a topic. No database in here."""

from __future__ import annotations

import datetime as dt

from lanzadash.library import Library
from lanzadash.store.rows import reference
from lanzadash.store.rows.agenda import agenda_items
from lanzadash.store.rows.codes import Codes
from lanzadash.store.rows.deadline_changes import deadline_changes
from lanzadash.store.rows.deadlines import deadline_recommendations, deadlines
from lanzadash.store.rows.decisions import decisions, taken
from lanzadash.store.rows.documents import documents
from lanzadash.store.rows.filing import file_records, works
from lanzadash.store.rows.links import Targets, decision_links
from lanzadash.store.rows.meetings import meeting_dates, meetings
from lanzadash.store.rows.obligations import mistaken_days, obligation_states, obligations
from lanzadash.store.rows.recommendations import (
    assessments,
    recommendation_stages,
    recommendations,
)
from lanzadash.store.rows.relations import relations
from lanzadash.store.rows.row import Findings, Row
from lanzadash.store.rows.themes import decision_themes

__all__ = ["Findings", "Row", "rows"]


def rows(library: Library) -> tuple[dict[str, list[Row]], Findings]:
    """The rows of every table that is made from data, and what is wrong with the data.

    ``sources`` and ``meta`` are not among them: they are about the others.
    """
    findings = Findings()
    filed = file_records(library, findings)
    written = works(filed, findings)
    said = taken(written, findings)

    tables = {
        "bodies": reference.bodies(library),
        "parties": reference.parties(library),
        "rounds": reference.rounds(library),
        "round_parties": reference.round_parties(library),
        "themes": reference.themes(library),
        "statuses": reference.statuses(library),
        "vocabulary": reference.vocabulary(library),
        "corrections": reference.corrections(library),
        "documents": documents(library, filed),
        "meeting_dates": meeting_dates(library, filed, findings),
        "agenda_items": agenda_items(written),
        "decisions": decisions(said),
        "recommendations": recommendations(library, written),
    }
    ends = _ends(tables["meeting_dates"])
    codes = Codes(library, tables["recommendations"])
    tables["meetings"] = meetings(library, filed, tables["meeting_dates"])
    targets = Targets(tables, codes)
    named = decision_links(said, targets)
    related = relations(said, targets, named, tables["agenda_items"], library.decision_links)
    tables["decision_links"] = [*named, *related.links]
    tables["reviews"] = related.reviews
    tables["decision_themes"] = decision_themes(library, tables["decisions"])
    tables["deadlines"] = deadlines(library, written, said, ends, findings)
    tables["deadline_recommendations"] = deadline_recommendations(tables["deadlines"], codes)
    tables["deadline_changes"] = deadline_changes(
        library, ends, tables["decisions"], tables["deadlines"], findings
    )
    tables["obligations"] = obligations(library, tables["deadlines"], findings)
    tables["obligation_states"] = obligation_states(library)
    findings.faults += mistaken_days(library, tables["obligations"])
    tables["assessments"] = assessments(library, tables["recommendations"])
    tables["recommendation_stages"] = recommendation_stages(library, ends, tables["decisions"])
    return tables, findings


def _ends(meeting_dates: list[Row]) -> dict[str, dt.date]:
    """The last day of each meeting that was held."""
    return {row["meeting"]: row["end_date"] for row in meeting_dates if row["status"] == "held"}
