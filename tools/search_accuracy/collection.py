"""The documents of the corpus as one library, read in with their texts and built.

Lists of decisions in English and French, agendas and reports, all in our own words; beside them
the project's reference tables with the theme list, and rounds, recommendations and summaries of
the corpus's own world.
"""

from __future__ import annotations

import csv
import datetime as dt
import json
import shutil
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from lanzadash import __version__
from lanzadash.filing import file
from lanzadash.library import load
from lanzadash.reading import Rules, read
from lanzadash.store import build
from lanzadash.tables import TABLES

ROOT = Path(__file__).parents[2]
CORPUS = ROOT / "tests" / "corpus"
OURS = ROOT / "tests" / "search" / "ours.csv"
READ_ON = dt.date(2033, 12, 1)

_READ = ("agenda", "decisions", "report")
_FORMATS = ("docx", "html", "md", "txt", "pdf")
_SOURCED = {"source": "the corpus", "certainty": "sourced"}

_ROUNDS = [
    {"round": "sport", "kind": "thematic_round", "start_year": "2026", "end_year": "2029"}
    | {"name_en": "Children in sport and leisure settings", "short_en": "Children in sport"}
    | {"name_fr": "Les enfants dans le sport et les loisirs", "short_fr": "Sport"},
    {"round": "classroom", "kind": "thematic_round", "start_year": "2024", "end_year": "2026"}
    | {"name_en": "Safe digital classrooms", "short_en": "Digital classrooms"}
    | {"name_fr": "La classe numérique en sécurité", "short_fr": "Classe numérique"},
    {"round": "data", "kind": "thematic_round", "start_year": "2029", "end_year": "2032"}
    | {"name_en": "Data for prevention", "short_en": "Data for prevention"}
    | {"name_fr": "Les données au service de la prévention", "short_fr": "Données"},
]

_RECOMMENDATIONS = [
    ("R4", "request", "", "Give pupils someone to talk to.", "Donner aux élèves à qui parler."),
    ("R9", "urge", "", "Train every teacher.", "Former chaque enseignant."),
    ("R10", "invite", "MLT", "Tell parents about filters.", "Parler des filtres aux parents."),
    ("R17", "consider", "", "Ask pupils what they need.", "Demander aux élèves leurs besoins."),
]

_REPORTS = {"report-sport": "sport", "report-classroom": "classroom", "report-data-en": "data"}


def collect(folder: Path) -> Path:
    """Build the collection in an empty folder; gives the built file."""
    data = folder / "data"
    shutil.copytree(ROOT / "data" / "reference", data / "reference")
    ours: Mapping[str, list[dict[str, str]]] = {
        "rounds": [{**row, "body": "T-ES", **_SOURCED} for row in _ROUNDS],
        "recommendations": [_recommendation(*row) for row in _RECOMMENDATIONS],
    }
    for table in TABLES:
        if not (data / table.file).exists():
            _write(data / table.file, list(table.model.model_fields), ours.get(table.name, []))
    for name in ("records", "texts"):
        (data / name).mkdir()
    _read_in(data)
    built = folder / "collection.duckdb"
    build(load(data), built, version=__version__)
    return built


def _recommendation(code: str, grade: str, parties: str, en: str, fr: str) -> dict[str, str]:
    return {
        "recommendation": f"classroom/{code}",
        "round": "classroom",
        "report": "T-ES(2026)31",
        "code": code,
        "grade": grade,
        "parties": parties,
        "summary_en": en,
        "summary_fr": fr,
        "known_on": "2026-10-22",
        **_SOURCED,
    }


def _write(path: Path, columns: list[str], rows: Iterable[Mapping[str, str]]) -> None:
    path.parent.mkdir(exist_ok=True)
    with path.open("w", encoding="utf-8", newline="") as out:
        writer = csv.DictWriter(out, columns, lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)


def _read_in(data: Path) -> None:
    rules, library = Rules.load(data), load(data)
    with OURS.open(encoding="utf-8", newline="") as lines:
        words = {row.pop("decision"): row for row in csv.DictReader(lines)}
    for folder in sorted(CORPUS.iterdir()):
        if not folder.name.startswith(_READ):
            continue
        document = next(
            path for ending in _FORMATS if (path := folder / f"{folder.name}.{ending}").exists()
        )
        record = file(library, read(document, rules), READ_ON).record
        path = data / "records" / f"{record.id}.json"
        kept = json.loads(path.read_text(encoding="utf-8"))
        _add_ours(kept, words, folder.name)
        path.write_text(json.dumps(kept), encoding="utf-8")


def _add_ours(record: dict[str, Any], words: Mapping[str, dict[str, str]], name: str) -> None:
    """What a person writes into a record: rounds and summaries."""
    number = (record["meeting"] or {}).get("number")
    for said in record["decisions"]:
        printed = f"d{said['number']}" if said["number"] else f"p{said['index']}"
        ours = words.get(f"T-ES/{number}/{printed}", {})
        said |= {column: value for column, value in ours.items() if value}
    round = next((key for start, key in _REPORTS.items() if name.startswith(start)), None)
    for recommended in record["recommendations"]:
        recommended["round"] = round
