"""Two sets of data: a small folder of our own, for tests that read and write one, and the
repository's own ``data/``, built once and only looked at."""

from __future__ import annotations

import csv
import datetime as dt
import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import pytest

from lanzadash import __version__
from lanzadash.demo import generate
from lanzadash.library import load
from lanzadash.store import Connection, open_store, publish
from lanzadash.tables import TABLES

ROOT = Path(__file__).parents[1]

SOURCED = {"source": "T-XY(2030)77", "certainty": "sourced"}

ROWS: Mapping[str, Sequence[Mapping[str, str]]] = {
    "bodies": [
        {
            "body": "T-XY",
            "name_en": "Harbour Committee",
            "name_fr": "Comité des ports",
            "short_en": "Committee",
            "short_fr": "Comité",
            "convention": "a treaty",
            "time_zone": "Europe/Paris",
            "known_on": "2030-01-01",
            **SOURCED,
        }
    ],
    "parties": [
        {
            "party": party,
            "iso2": iso2,
            "body": "T-XY",
            "name_en": name_en,
            "name_fr": name_fr,
            "council_member": "true",
            "consent": "ratification",
            "ratified": "2030-02-01",
            "ratified_certainty": "sourced",
            "in_force": "2030-06-01",
            "in_force_certainty": "well_known",
            **SOURCED,
        }
        for party, iso2, name_en, name_fr in (
            ("MLT", "MT", "Malta", "Malte"),
            ("PRT", "PT", "Portugal", "Portugal"),
        )
    ],
    "party_aliases": [{"party": "PRT", "alias": "Portuguese Republic", "language": "en"}],
    "tiles": [
        {"party": "MLT", "column": "3", "row": "8"},
        {"party": "PRT", "column": "0", "row": "6"},
    ],
    "themes": [
        {
            "theme": "helplines",
            "name_en": "Helplines",
            "name_fr": "Lignes d’écoute",
            "phrases_en": "helplines",
            "phrases_fr": "lignes d’écoute",
            "source": "our own example",
        }
    ],
    "vocabulary": [
        {"term": "helpline", "lang": "en", "used_for": "a line for children", **SOURCED}
    ],
    "statuses": [
        {
            "layer": layer,
            "status": status,
            "name_en": status,
            "name_fr": status,
            "symbol": "●",
            "position": "1",
            "committee_wording": "false",
            "source": "our own word",
        }
        for layer, status in (
            ("coverage", "covered"),
            ("assessment", "addressed"),
            ("stage", "addressed"),
            ("obligation", "received"),
        )
    ],
    "rounds": [
        {
            "round": "harbours",
            "body": "T-XY",
            "name_en": "Harbours",
            "short_en": "Harbours",
            "short_fr": "Ports",
            "kind": "thematic_round",
            "start_year": "2030",
            "end_year": "2031",
            **SOURCED,
        }
    ],
    "round_parties": [{"round": "harbours", "party": "PRT", "coverage": "covered", **SOURCED}],
    "meetings": [
        {
            "body": "T-XY",
            "number": number,
            "status": "held",
            "start": start,
            "end": end,
            "known_on": end,
            **SOURCED,
        }
        for number, start, end in (
            ("4", "2031-03-04", "2031-03-06"),
            ("5", "2031-11-04", "2031-11-06"),
        )
    ],
    "deadlines": [
        {
            "deadline": "harbours/replies",
            "body": "T-XY",
            "meeting": "4",
            "round": "harbours",
            "kind": "questionnaire",
            "due": "2031-05-01",
            "force": "must",
            "summary_en": "Replies.",
            "summary_fr": "Réponses.",
            "addressees_en": "Parties",
            "addressees_fr": "Parties",
            **SOURCED,
        }
    ],
    "deadline_changes": [
        {
            "deadline": "T-XY/5/d2/deadline-1",
            "body": "T-XY",
            "change": "moved",
            "due": "2032-01-31",
            "known_on": "2032-01-10",
            **SOURCED,
        }
    ],
    "decision_links": [],
    "decision_themes": [],
    "recommendations": [
        {
            "recommendation": "harbours/R1",
            "round": "harbours",
            "report": "a report",
            "code": "R1",
            "grade": "urge",
            "parties": "PRT",
            "summary_en": "Open a line.",
            "summary_fr": "Ouvrir une ligne.",
            **SOURCED,
        }
    ],
    "assessments": [
        {"recommendation": "harbours/R1", "party": "PRT", "relation": "addressed", **SOURCED}
    ],
    "stages": [
        {
            "recommendation": "harbours/R1",
            "stage": "addressed",
            "on": "2031",
            "body": "T-XY",
            "meeting": "4",
            **SOURCED,
        }
    ],
    "obligations": [
        {"deadline": "harbours/replies", "party": "PRT", "state": "received", **SOURCED}
    ],
    "documents": [
        {"symbol": "T-XY(2031)09", "kind": "report", "title": "Report", "body": "T-XY", **SOURCED}
    ],
    "corrections": [
        {
            "record": "T-XY-2031-12_en",
            "field": "deadlines.0.time",
            "printed": "17:00",
            "corrected": "18:00",
            "why": "a slip",
            "date": "2032-01-05",
        }
    ],
}

RECORD: Mapping[str, Any] = {
    "format": 1,
    "id": "T-XY-2031-12_en",
    "document": {
        "symbol": "T-XY(2031)12",
        "lang": "en",
        "kind": "list_of_decisions",
        "sha256": "5a" * 32,
    },
    "read_on": "2031-12-01",
    "meeting": {"body": "T-XY", "number": 5, "start": "2031-11-04", "end": "2031-11-06"},
    "decisions": [
        {"index": 1, "number": 1, "verb": "adopt"},
        {"index": 2, "number": 2, "verb": "invite", "round": "harbours", "summary_en": "Ours."},
    ],
    "deadlines": [
        {
            "decision": 2,
            "index": 2,
            "due": "2031-12-15",
            "time": "17:00",
            "summary_en": "More replies.",
            "summary_fr": "D’autres réponses.",
        }
    ],
    "coverage": 1.0,
}

Writer = Callable[..., Path]


@pytest.fixture
def data_folder(tmp_path: Path) -> Writer:
    """Write the small folder; gives its path.

    A test names a table to give it other rows: each is the first of ours with some cells
    different. ``records`` and ``texts`` are those to write beside.
    """

    def write(
        records: Sequence[Mapping[str, Any]] = (RECORD,),
        texts: Sequence[Mapping[str, Any]] = (),
        **changes: Sequence[Mapping[str, str]],
    ) -> Path:
        root = tmp_path / "data"
        for table in TABLES:
            rows = ROWS[table.name]
            if table.name in changes:
                first = rows[0] if rows else {}
                rows = [{**first, **change} for change in changes[table.name]]
            path = root / table.file
            path.parent.mkdir(parents=True, exist_ok=True)
            with path.open("w", encoding="utf-8", newline="") as file:
                writer = csv.DictWriter(file, list(table.model.model_fields), lineterminator="\n")
                writer.writeheader()
                writer.writerows(rows)
        for folder, models in (("records", records), ("texts", texts)):
            (root / folder).mkdir(exist_ok=True)
            for model in models:
                path = root / folder / f"{model['id']}.json"
                path.write_text(json.dumps(model), encoding="utf-8")
        return root

    return write


@pytest.fixture
def record() -> dict[str, Any]:
    """The record of the small folder, to be changed at will."""
    copy: dict[str, Any] = json.loads(json.dumps(RECORD))
    return copy


@pytest.fixture(scope="session")
def shipped(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The repository's ``data/``, published: a folder as the server takes it."""
    store = tmp_path_factory.mktemp("shipped")
    publish(
        store,
        load(ROOT / "data"),
        version=__version__,
        built_at=dt.datetime(2026, 11, 20, 12, tzinfo=dt.UTC),
    )
    return store


@pytest.fixture(scope="session")
def illustrative(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Generated data as of 21 November 2026, published: a folder as the server takes it."""
    folder = tmp_path_factory.mktemp("illustrative")
    generate(load(ROOT / "data"), folder / "data", dt.date(2026, 11, 21))
    publish(folder / "store", load(folder / "data"), version=__version__)
    return folder / "store"


@pytest.fixture
def connection(shipped: Path) -> Iterator[Connection]:
    """A cursor on the repository's data, as a page gets one."""
    cursor = open_store(shipped).cursor()
    yield cursor
    cursor.close()
