"""The reader reaches its bars on the whole corpus, and reads the same in every format."""

from __future__ import annotations

import pytest

from lanzadash.reading import Rules
from tools.scoring.measure import CORPUS, ROOT, Result, cases, documents_folder, measure, official
from tools.scoring.tally import BARS


@pytest.fixture(scope="module")
def result() -> Result:
    """The corpus, scored once."""
    return measure(cases(CORPUS), Rules.load(ROOT / "data"))


@pytest.mark.parametrize("kind", BARS)
def test_every_kind_of_fact_reaches_its_bar(result: Result, kind: str) -> None:
    tally = result.total[kind]
    assert tally.reaches(kind), "\n".join(["missed:", *tally.missed, "invented:", *tally.invented])


def test_every_document_says_the_same_in_all_its_formats(result: Result) -> None:
    assert not result.refused
    assert not result.differing
    assert result.compared >= 30


def test_the_official_documents_are_read_without_a_fault() -> None:
    folder = documents_folder()
    if folder is None:
        pytest.skip("the official documents are not at hand: set LANZADASH_DOCUMENTS")
    result = measure(list(official(folder)), Rules.load(ROOT / "data"))
    assert not result.refused
    for kind, tally in result.total.items():
        assert not tally.missed, kind
        assert not tally.invented, kind
