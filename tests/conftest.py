"""A small data folder of our own, for tests that read and write one."""

from __future__ import annotations

import csv
import json
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

import pytest

from lanzadash.tables import TABLES

WORD = "our own example,sourced,"

ROWS: Mapping[str, Sequence[str]] = {
    "bodies": [f"T-XY,Committee,Comité,Committee,Comité,a treaty,Europe/Paris,,{WORD}2030-01-01"],
    "parties": [
        f"MLT,MT,T-XY,Malta,Malte,true,ratification,,,,2030-02-01,sourced,,2030-06-01,sourced,,{WORD}",
        f"PRT,PT,T-XY,Portugal,Portugal,true,ratification,2029-01-01,well_known,,"
        f"2030-03-01,sourced,,2030-07-01,sourced,,{WORD}",
    ],
    "party_aliases": ["PRT,Portuguese Republic,en"],
    "tiles": ["MLT,3,8", "PRT,0,6"],
    "themes": ["helplines,,Helplines,Lignes d’écoute,helplines,lignes d’écoute,our own example"],
    "vocabulary": ["helpline,en,a line for children,,our own example,sourced"],
    "statuses": [
        "coverage,covered,covered,couverte,●,1,false,our own word",
        "assessment,addressed,addressed,désignée,◆,1,false,our own word",
        "stage,addressed,made,formulée,○,1,false,our own word",
        "obligation,received,received,reçue,●,1,false,our own word",
    ],
    "rounds": [
        f"harbours,T-XY,Harbours,Ports,Harbours,Ports,thematic_round,,2030,2031,,2,,,{WORD}",
    ],
    "round_parties": [f"harbours,PRT,covered,{WORD}"],
    "meetings": [
        f"T-XY,4,held,2031-03-04,2031-03-06,false,,Strasbourg,France,{WORD}2031-03-06",
        f"T-XY,5,held,2031-11-04,2031-11-06,false,remote,,,{WORD}2031-11-06",
    ],
    "deadlines": [
        "harbours/replies,T-XY,4,,,harbours,questionnaire,2031-05-01,true,,must,,R1,"
        f"Replies.,Réponses.,Parties,Parties,{WORD}",
    ],
    "recommendations": [
        f"harbours/R1,harbours,a report,R1,urge,,,,PRT,Open a line.,Ouvrir une ligne.,{WORD}",
    ],
    "assessments": [f"harbours/R1,PRT,addressed,2031,,a report,,{WORD}"],
    "stages": [f"harbours/R1,addressed,2031,T-XY,4,,a report,{WORD}"],
    "obligations": [f"harbours/replies,PRT,received,2031-04-30,,{WORD}"],
    "documents": [f"T-XY(2031)09,,en,report,Report,T-XY,4,2031-03,,,,{WORD}"],
    "corrections": [],
}
"""Rows of each table in the order of the columns of its model, the source's columns last."""

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
    "deadlines": [{"decision": 2, "index": 2, "due": "2031-12-15", "recommendations": ["R1"]}],
    "coverage": 1.0,
}

Writer = Callable[..., Path]


def columns(model: Any) -> list[str]:
    """The columns of a table, those of its source last."""
    last = [name for name in ("source", "certainty", "known_on") if name in model.model_fields]
    return [name for name in model.model_fields if name not in last] + last


@pytest.fixture
def data_folder(tmp_path: Path) -> Writer:
    """Write the small folder, with other rows where a test names a table, and its records."""

    def write(
        records: Sequence[Mapping[str, Any]] = (RECORD,),
        texts: Sequence[Mapping[str, Any]] = (),
        **rows: Sequence[str],
    ) -> Path:
        root = tmp_path / "data"
        for table in TABLES:
            path = root / table.file
            path.parent.mkdir(parents=True, exist_ok=True)
            with path.open("w", encoding="utf-8", newline="") as file:
                csv.writer(file, lineterminator="\n").writerow(columns(table.model))
                file.writelines(f"{row}\n" for row in rows.get(table.name, ROWS[table.name]))
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
