"""The rules of one committee and a few Parties, and a document read from a string."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from lanzadash.reading import Body, Rules, read
from lanzadash.records import Reading

_PARTIES = {
    "AUT": ("Austria", "Autriche"),
    "BEL": ("Belgium", "Belgique"),
    "CYP": ("Cyprus", "Chypre"),
    "FIN": ("Finland", "Finlande"),
    "FRA": ("France",),
    "GEO": ("Georgia", "Géorgie"),
    "GBR": (
        "United Kingdom",
        "Royaume-Uni",
        "United Kingdom of Great Britain and Northern Ireland",
    ),
    "IRL": ("Ireland", "Irlande"),
    "MDA": ("Republic of Moldova", "Moldova", "République de Moldova"),
    "MKD": ("North Macedonia", "Macédoine du Nord"),
    "MLT": ("Malta", "Malte"),
    "NLD": ("Netherlands", "Pays-Bas"),
    "RUS": ("Russian Federation", "Fédération de Russie"),
    "TUR": ("Türkiye", "Turkey", "Turquie"),
}


@pytest.fixture(scope="session")
def rules() -> Rules:
    names = ("Lanzarote Committee", "Comité de Lanzarote", "Committee of the Parties")
    parties = tuple((party, name) for party, names in _PARTIES.items() for name in names)
    return Rules((Body("T-ES", (*names, "Comité des Parties")),), parties)


@pytest.fixture
def read_text(tmp_path: Path, rules: Rules) -> Callable[..., Reading]:
    """Reads a text as the document ``name``."""

    def reader(text: str, name: str = "document.txt") -> Reading:
        path = tmp_path / name
        path.write_text(text, encoding="utf-8")
        return read(path, rules)

    return reader
