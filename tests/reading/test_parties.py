"""Parties as nouns, under every name."""

from __future__ import annotations

import pytest

from lanzadash.reading import Rules
from lanzadash.reading.parties import find_parties

FOUND = """
RUS | notwithstanding the Russian Federation’s request
GEO | Georgian authorities informed Georgia
GEO IRL | la Géorgie et l’Irlande
AUT BEL FIN | Austria, Belgium and Finland
AUT BEL | in Austria, Belgium and elsewhere
FIN | Ms DOE (Finland) was elected
GBR | the United Kingdom of Great Britain and Northern Ireland
MKD | North Macedonia
FRA | the delegation of FRANCE
MDA MDA | the Republic of Moldova (Moldova)
MLT | Invited Malta to reply
BEL | Invite la Belgique à répondre
NLD | the Netherlands
NLD | aux Pays-Bas
TUR TUR | Türkiye (formerly Turkey)
 | the project of Protect Children Finland
 | ECPAT Austria presented its work
 | Northern Ireland
 | French and Maltese delegations
 | at the Serbian/Hungarian border
 | in Nicosia, Cyprus
 | a conference (Nicosia, Cyprus, 5 May 2022)
 | the France Télévisions report
 | www.france.example
"""


@pytest.mark.parametrize("row", FOUND.strip("\n").splitlines())
def test_parties_in_their_sentence(row: str, rules: Rules) -> None:
    expected, text = row.split(" | ")
    found = [span.party for span in find_parties(text, rules.party_names)]
    assert " ".join(found) == expected.strip()


def test_no_names_no_parties() -> None:
    assert find_parties("Austria", ()) == []
