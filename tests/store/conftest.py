"""A small library in our own words: two Parties and a half, two meetings, one list of decisions."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import duckdb
import pytest

from lanzadash import records as r
from lanzadash.library import Library
from lanzadash.store import BuildReport, build
from lanzadash.store.rows import Row, rows

FACT = {"source": "our own example", "certainty": "sourced"}
DAY = dt.date.fromisoformat


def a_party(code: str, iso2: str, en: str, fr: str, ratified: str) -> r.PartyRow:
    day = DAY(ratified)
    return r.PartyRow(
        party=code,
        iso2=iso2,
        body="T-ES",
        name_en=en,
        name_fr=fr,
        council_member=True,
        consent="ratification",
        ratified=day,
        ratified_certainty="sourced",
        in_force=day + dt.timedelta(days=100),
        in_force_certainty="well_known",
        **FACT,
    )


def a_list(language: str, **over: Any) -> r.Record:
    """The 85th meeting's list: it asks for replies and announces the 86th meeting."""
    values: dict[str, Any] = {
        "id": f"T-ES-2031-85_{language}",
        "document": {
            "symbol": "T-ES(2031)85",
            "lang": language,
            "kind": "list_of_decisions",
            "adopted": "2032-01-20",
            "sha256": f"hash-{language}",
        },
        "read_on": "2032-02-01",
        "meeting": {"body": "T-ES", "number": 85, "start": "2031-11-04", "end": "2031-11-06"},
        "decisions": [
            {"index": 1, "number": 1, "verb": "adopt", "place": {"block": 9}},
            {
                "index": 2,
                "number": 2,
                "verb": "invite",
                "round": "harbours_follow_up",
                "summary_en": "Replies about the helpline are asked for.",
                "place": {"block": 10, "page": 2},
            },
        ],
        "deadlines": [
            {
                "index": 2,
                "decision": 2,
                "due": "2031-12-15",
                "recommendations": ["R2", "R9"],
                "addressees_en": "Parties",
                "place": {"block": 10, "page": 2},
            }
        ],
        "meeting_mentions": [
            {"index": 1, "number": 86, "start": "2032-03-02", "end": "2032-03-04"},
            {"index": 2, "number": 86, "start": "2032-03-02", "end": "2032-03-04"},
            {"index": 2, "number": 84, "start": "2031-06-10", "end": "2031-06-12"},
        ],
        "recommendation_mentions": [{"index": 2, "code": "R2"}, {"index": 2, "code": "R9"}],
        "coverage": 1.0,
    }
    return r.Record.model_validate(values | over)


def texts_of(language: str, words: str) -> r.Texts:
    return r.Texts.model_validate(
        {
            "id": f"T-ES-2031-85_{language}",
            "sha256": f"hash-{language}",
            "decisions": [
                {"index": 1, "text": f"{words} 1", "section": "Section"},
                {"index": 2, "text": f"{words} 2", "context": "Context", "points": ["a", "b"]},
            ],
            "deadlines": [{"printed": f"{words} by 15 December", "what": "replies"}],
        }
    )


@pytest.fixture
def library(tmp_path: Path) -> Library:
    return Library(
        root=tmp_path,
        bodies=(
            r.BodyRow(
                body="T-ES",
                name_en="Committee",
                name_fr="Comité",
                short_en="Committee",
                short_fr="Comité",
                convention="CETS 201",
                time_zone="Europe/Paris",
                **FACT,
            ),
        ),
        parties=(
            a_party("MLT", "MT", "Malta", "Malte", "2010-08-31"),
            a_party("PRT", "PT", "Portugal", "Portugal", "2012-08-23"),
            a_party("TUN", "TN", "Tunisia", "Tunisie", "2031-10-15"),
        ),
        party_aliases=(r.PartyAliasRow(party="PRT", alias="Portuguese Republic", language="en"),),
        tiles=(r.TileRow(party="PRT", column=0, row=7),),
        themes=(
            r.ThemeRow.model_validate(
                {
                    "theme": "helplines",
                    "name_en": "Helplines",
                    "name_fr": "Lignes d’assistance",
                    "phrases_en": "helplines; child victims",
                    "phrases_fr": "lignes d’assistance; TIC",
                    "source": "ours",
                }
            ),
        ),
        vocabulary=(),
        statuses=(
            r.StatusRow(
                layer="stage",
                status="addressed",
                name_en="made",
                name_fr="formulée",
                symbol="○",
                position=1,
                committee_wording=False,
                source="our own word",
            ),
        ),
        rounds=(
            a_round("harbours", "urgent_round"),
            a_round("harbours_follow_up", "compliance_procedure", follows="harbours"),
            a_round("bridges", "thematic_round"),
        ),
        round_parties=(
            r.RoundPartyRow(round="harbours", party="MLT", coverage="covered", **FACT),
            r.RoundPartyRow(round="harbours", party="PRT", coverage="covered", **FACT),
            r.RoundPartyRow(round="harbours", party="TUN", coverage="not_covered", **FACT),
        ),
        meetings=(a_meeting(84, "2031-06-10", "2031-06-12"),),
        deadlines=(),
        deadline_changes=(),
        recommendations=(
            a_recommendation("harbours/R1", "harbours", "R1"),
            a_recommendation("harbours/R2", "harbours", "R2", parties="PRT"),
            a_recommendation("bridges/R2", "bridges", "R2"),
            a_recommendation("bridges/R9", "bridges", "R9"),
        ),
        assessments=(),
        stages=(),
        obligations=(),
        documents=(),
        corrections=(),
        records=(a_list("en"),),
        texts={},
        digest="0" * 64,
    )


def a_round(round: str, kind: str, follows: str | None = None) -> r.RoundRow:
    names = {"name_en": round, "short_en": round, "short_fr": round}
    values = {"round": round, "body": "T-ES", "kind": kind, "follows": follows}
    return r.RoundRow.model_validate(values | names | FACT)


def a_meeting(number: int | None, start: str, end: str, **over: Any) -> r.MeetingRow:
    values = {"body": "T-ES", "number": number, "status": "held", "start": start, "end": end}
    return r.MeetingRow.model_validate(values | FACT | over)


def a_recommendation(id: str, round: str, code: str, **over: Any) -> r.RecommendationRow:
    words = {"report": "report", "summary_en": "Summary.", "summary_fr": "Résumé."}
    values = {"recommendation": id, "round": round, "code": code}
    return r.RecommendationRow.model_validate(values | words | FACT | over)


@pytest.fixture
def the_list() -> Callable[..., r.Record]:
    """The small list of decisions in one language, with what a test wants different."""
    return a_list


@pytest.fixture
def wording() -> Callable[[str, str], r.Texts]:
    """The wording of the small list: each text begins with the given words."""
    return texts_of


class Built:
    """A built file, open for questions."""

    def __init__(self, report: BuildReport) -> None:
        self.report = report
        self._connection = duckdb.connect(str(report.file), read_only=True)

    def __call__(self, query: str) -> list[tuple[Any, ...]]:
        return self._connection.execute(query).fetchall()


@pytest.fixture
def made(library: Library) -> Callable[..., dict[str, list[Row]]]:
    """The rows of the small library by table, with what a test wants different: no file."""

    def make(**over: Any) -> dict[str, list[Row]]:
        return rows(replace(library, **over))[0]

    return make


@pytest.fixture
def built(library: Library, tmp_path: Path) -> Callable[..., Built]:
    """Build the small library, with what a test wants different."""

    def make(**over: Any) -> Built:
        out = tmp_path / f"{len(list(tmp_path.iterdir()))}.duckdb"
        return Built(build(replace(library, **over), out, version="1.0"))

    return make
