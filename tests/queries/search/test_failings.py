"""The four failings of other searches in this field, each with a test of its name."""

from __future__ import annotations

import pytest

from lanzadash.queries.asof import AsOf
from lanzadash.queries.search import found, matching
from lanzadash.store import Connection


@pytest.mark.parametrize(
    "text",
    [
        "Norway AND Malta",
        "Norway OR Malta",
        "Norway NOT Malta",
        "Norway and Malta",
        "Norway or Malta",
        "Norvège ET Malte",
        "Norvège OU Malte",
        "Norvège SAUF Malte",
        "Norvège NON Malte",
        "Norvège et Malte",
        "Norvège ou Malte",
        "(helplines OR volunteers) AND training",
        "AND",
        "OR",
        "NOT",
        "helplines AND",
        "OR helplines",
    ],
)
def test_operators_typed_by_users_give_something(
    collection: Connection, today: AsOf, text: str
) -> None:
    assert found(collection, today, text).total


@pytest.mark.parametrize(
    ("text", "unwanted"),
    [
        ("NOT helplines", "helplines"),
        ("compliance NOT helplines", "helplines"),
        ("adopted NOT agenda", "agenda"),
        ("adopted OR welcomed NOT agenda", "agenda"),
        ("agenda OR adopted NOT agenda", "agenda"),
        ("adopté SAUF l’ordre", "ordre"),
        ("adopted -agenda", "agenda"),
        ("adopted –agenda", "agenda"),
        ('adopted NOT "list of decisions"', '"list of decisions"'),
        ('adopted -"list of decisions"', '"list of decisions"'),
        ("adopted NOT list NOT agenda", "list OR agenda"),
        ("sport NOT athl*", "athl*"),
        ("replies NOT Norvège", "Norway"),
    ],
)
def test_a_not_does_not_leak(collection: Connection, today: AsOf, text: str, unwanted: str) -> None:
    shown = found(collection, today, text, limit=1000)
    assert shown.total
    assert not set(shown.records) & matching(collection, today, unwanted)
    facet = {one.value: one.count for one in shown.facets["meeting"]}
    assert sum(facet.values()) == shown.total


@pytest.mark.parametrize("mark", list("!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~«»“”‘’–—…§°"))
def test_punctuation_does_not_crash(collection: Connection, today: AsOf, mark: str) -> None:
    everything = found(collection, today, "").total
    assert found(collection, today, mark).total == everything
    assert found(collection, today, mark * 50).total == everything
    for text in (f"helplines {mark}", f"{mark} helplines", f"helplines{mark}"):
        assert "T-ES/52/d8" in matching(collection, today, text)
    assert found(collection, today, f"{mark}{mark}helplines{mark}{mark}").total


@pytest.mark.parametrize(
    ("text", "decision", "why"),
    [
        ("Screening of persons in contact with children", "T-ES/50/d4", "a theme"),
        ("Services d’assistance téléphonique", "T-ES/52/d8", "a theme, in French"),
        ("Protection et assistance aux victimes", "T-ES/52/d8", "the theme above"),
        ("hotlines", "T-ES/52/d8", "a phrase of a theme"),
        ("Safe digital classrooms", "T-ES/52/d7", "a round"),
        ("Les enfants dans le sport et les loisirs", "T-ES/59/d6", "a round, in French"),
        ("North Macedonia", "T-ES/64/d4", "a Party, where the text has an older name"),
        ("Macédoine du Nord", "T-ES/64/d4", "a Party, French name of an English text"),
        ("R17", "T-ES/50/d7", "a recommendation"),
        ("T-ES(2026)44", "T-ES/50/d4", "a document in a footnote"),
        ("T-ES(2027)48", "T-ES/52/d8", "the list of decisions itself"),
    ],
)
def test_labels_are_searched(
    collection: Connection, today: AsOf, text: str, decision: str, why: str
) -> None:
    assert decision in matching(collection, today, text), why
