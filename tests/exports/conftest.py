"""Rows as the queries give them, in our own words."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Any

import pytest

from lanzadash.exports.about import About
from lanzadash.language import Language, language

Maker = Callable[..., dict[str, Any]]
DAY = dt.date.fromisoformat

SOURCED = {"source": "T-XY(2031)12_en", "certainty": "sourced", "known_on": DAY("2031-11-06")}
DOCUMENT = {"symbol": "T-XY(2031)12", "version": None, "language": "en", "page": 2, "block": 14}
ROUND = {"round": "harbours", "round_short_en": "Harbours", "round_short_fr": "Ports"}
DEADLINE = {
    "deadline": "T-XY/5/d2/deadline-1",
    "body": "T-XY",
    "meeting": "T-XY/5",
    "meeting_number": 5,
    "decision": "T-XY/5/d2",
    "decision_number": 2,
    "decision_position": 2,
    "item_number": None,
    "reference_en": None,
    "reference_fr": None,
    "kind": "questionnaire",
    "due": DAY("2031-12-15"),
    "last_day": DAY("2031-12-15"),
    "due_time": None,
    "zone": None,
    "inclusive": True,
    "rule": None,
    "force": "must",
    "summary_en": "Replies about the helpline.",
    "summary_fr": "Réponses au sujet de la ligne d’écoute.",
    "addressees_en": "Parties",
    "addressees_fr": "Parties",
    "addressees_certainty": None,
    "addressed": True,
    "submit_to": "desk@example.org",
    "codes": ["R2", "R9"],
    "parties_bound": 2,
    "state": None,
    "state_on": None,
    "state_source": None,
    "status": "open",
    "statuses": [],
    "settled": False,
    "standing": True,
    "first_due": None,
    "change": None,
    "replaced_by": None,
    "steps": [],
    "changes": [],
}
MEETING = {
    "meeting": "T-XY/6",
    "body": "T-XY",
    "number": 6,
    "mode": "in_person",
    "city": None,
    "country": None,
    "status": "announced",
    "start_date": DAY("2032-03-02"),
    "end_date": DAY("2032-03-04"),
    "place": "Strasbourg",
    "tentative": False,
    "decisions": 0,
    "deadlines": 0,
    "changes": [],
}
DECISION = {
    "decision": "T-XY/5/d2",
    "meeting": "T-XY/5",
    "meeting_number": 5,
    "number": 2,
    "position": 2,
    "verb": "invite",
    "context_en": "Helplines",
    "context_fr": "Lignes d’écoute",
    "summary_en": "Parties are asked about the helpline.",
    "summary_fr": "Les Parties sont interrogées sur la ligne d’écoute.",
    "adopted": DAY("2032-01-20"),
    "codes": ["R2"],
    "themes": ["helplines"],
}
CHANGE = {
    "change": "deadline_moved/T-XY/5/d2/deadline-1/change-1",
    "kind": "deadline_moved",
    "on": DAY("2032-01-20"),
    "record": "T-XY/5/d2/deadline-1",
    "record_table": "deadlines",
    "codes": None,
    "recommendations": None,
    "parties": None,
    "number": None,
    "document": None,
    "summary_en": "Replies about the helpline.",
    "summary_fr": "Réponses au sujet de la ligne d’écoute.",
    "old": "2031-12-15",
    "new": "2032-02-01",
    "by_meeting": "T-XY/6",
    "by_meeting_number": 6,
    "by_decision": "T-XY/6/d4",
    "by_number": 4,
    "by_position": 4,
    "source": "T-XY(2032)01_en",
    "certainty": "sourced",
}
RECOMMENDATION = {
    "recommendation": "harbours/R2",
    "code": "R2",
    "short_en": "Harbours",
    "short_fr": "Ports",
    "report": "T-XY(2030)04",
    "grade": "urge",
    "summary_en": "Open a helpline.",
    "summary_fr": "Ouvrir une ligne d’écoute.",
    "article": "12",
    "addressees": None,
    "parties_addressed": None,
    "stage": "addressed",
    "stage_on": "2031-03",
    "parties_on_file": 0,
    "outcomes_on_file": 0,
}


@pytest.fixture
def deadline() -> Maker:
    """A row of the query ``deadlines``, with what a test wants different."""

    def make(**over: Any) -> dict[str, Any]:
        row = DEADLINE | SOURCED | DOCUMENT | ROUND | over
        exclusive = dt.timedelta(days=0 if row["inclusive"] else 1)
        last_day = row["due"] - exclusive if row["due"] else None
        return row | {"last_day": last_day, "settled": row["settled"] or not row["standing"]}

    return make


@pytest.fixture
def meeting() -> Maker:
    """A row of the query ``meetings``."""
    return lambda **over: MEETING | SOURCED | over


@pytest.fixture
def decision() -> Maker:
    """A row of the query ``decisions``."""
    return lambda **over: DECISION | SOURCED | DOCUMENT | ROUND | over


@pytest.fixture
def recommendation() -> Maker:
    """A row of the query ``recommendations``."""
    return lambda **over: RECOMMENDATION | SOURCED | over


@pytest.fixture
def change() -> Maker:
    """A row of the query ``changes``."""
    return lambda **over: ROUND | CHANGE | over


@pytest.fixture
def english() -> Language:
    return language("en")


@pytest.fixture
def about() -> About:
    return About(
        title="Deadlines",
        as_of=DAY("2031-12-01"),
        base_url="https://example.org",
        filters="Party: Portugal",
        address="https://example.org/deadlines?party=PRT",
        version="1.0",
        digest="5a5a",
    )
