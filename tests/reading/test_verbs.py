"""Operative verbs, and what is no decision at all."""

from __future__ import annotations

import pytest

from lanzadash.reading.verbs import find_verb, is_operative

DECISIONS = """
adopt | Adopted its agenda.
adopt | Unanimously adopted the report
adopt | A adopté son ordre du jour.
adopt | Adopte le rapport
adopt | A unanimement adopté le rapport
agree | Agreed that
agree | Est convenu que
agree | A convenu d’examiner
agree | Convient de
decide | The Committee decided to
decide | Le Comité de Lanzarote a décidé de
decide | Having examined the draft, decided to adopt it
decide | Eu égard à son Règlement, le Comité décide de publier le projet
decide | Ayant examiné le projet, a décidé de l’adopter
take_note | Took note of
take_note | Noted with interest
take_note | A pris note de
take_note | Prend acte
welcome | Welcomed the ratification
welcome | S’est félicité de la ratification
welcome | A salué
invite | Also invited Parties
invite | A également invité les Parties
instruct | Instructed the Secretariat
instruct | A chargé le Secrétariat
hold | Held an exchange of views
hold | A tenu un échange de vues
hold | A procédé à un échange de vues
examine | Examined the draft
examine | A examiné le projet
thank | Thanked Ms Doe
thank | A remercié Mme Dupont
elect | Re-elected Ms Doe
elect | A élu Mme Dupont
other | Was honoured by the visit
other | A été honoré par la visite
other | Reiterated its call
other | Will examine the draft
"""

HEADINGS = """
Opening of the meeting
Ouverture de la réunion
Adoption of the agenda
Procedural matters
Questions de procédure
Revised draft report
Proposed amendments to the Rules
Etat des ratifications
Election of the Chair
Date of the next meeting
"""


@pytest.mark.parametrize("row", DECISIONS.strip().splitlines())
def test_how_a_decision_opens(row: str) -> None:
    lemma, text = row.split(" | ")
    assert find_verb(text) == lemma
    assert is_operative(text)


@pytest.mark.parametrize("text", HEADINGS.strip().splitlines())
def test_a_heading_is_no_decision(text: str) -> None:
    assert not is_operative(text)
