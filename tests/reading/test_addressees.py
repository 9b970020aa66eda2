"""Whom a sentence asks by name: those it names and nobody else, or nobody."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from lanzadash.reading import Rules
from lanzadash.reading.addressees import asked_parties
from lanzadash.records import Reading

BY = "by 15 January 2027"
SENTENCES = [
    (f"Invited Malta and Cyprus to send their tables {BY}.", "MLT CYP"),
    (f"Invited Malta, Cyprus and the Netherlands to send their tables {BY}.", "MLT CYP NLD"),
    (f"Requested the authorities of Malta to send their tables {BY}.", "MLT"),
    (f"Called on Malta as well as Cyprus to send their tables {BY}.", "MLT CYP"),
    (f"Decided that Malta and Cyprus shall send their tables {BY}.", "MLT CYP"),
    (f"Agreed that Malta could send its tables {BY}.", "MLT"),
    (f"Malta and Cyprus are kindly requested to send their tables {BY}.", "MLT CYP"),
    ("By 15 January 2027, Malta must send its tables.", "MLT"),
    ("A invité Malte et la Finlande à transmettre leurs tableaux avant le 15 janvier.", "MLT FIN"),
    ("A demandé à Malte et à l’Irlande de transmettre leurs tableaux.", "MLT IRL"),
    ("Est convenu que la Finlande et l’Irlande devront répondre.", "FIN IRL"),
    ("Malte et Chypre sont invitées à répondre au plus tard le 15 janvier 2027.", "MLT CYP"),
    # somebody else may be meant
    (f"Invited Malta, Cyprus and the Secretariat to send their tables {BY}.", ""),
    (f"Invited the Secretariat, Malta and Cyprus to send their tables {BY}.", ""),
    (f"Invited Parties other than Malta to send their tables {BY}.", ""),
    (f"Invited Parties, in particular Malta, to send their tables {BY}.", ""),
    (f"Invited the Rapporteurs to send the report on Malta {BY}.", ""),
    (f"Instructed the Secretariat to invite Malta to send its tables {BY}.", ""),
    (f"Invited Malta to send tables, which the Secretariat shall print {BY}.", ""),
    (f"Invited Malta to send its tables and asked Cyprus to comment on them {BY}.", ""),
    (f"Welcomed the reply of Malta and agreed that others should follow {BY}.", ""),
    # nobody is asked
    (f"Took note that Malta will send its tables {BY}.", ""),
    (f"Thanked Malta for its tables, sent {BY}.", ""),
    (f"Invited Parties to send their tables {BY}.", ""),
]


@pytest.mark.parametrize(("sentence", "expected"), SENTENCES)
def test_whom_a_sentence_asks(sentence: str, expected: str, rules: Rules) -> None:
    assert asked_parties(sentence, rules.party_names) == expected.split()


TOP = """T-ES(2026)41_en
LANZAROTE COMMITTEE
61st meeting
Strasbourg, 3-5 November 2026
LIST OF DECISIONS
"""
DECISIONS = [
    ("Invited Malta and Cyprus to send their tables by 15 January 2027.", ["MLT CYP"]),
    (
        "Invited Malta to send its tables by 15 January 2027 and Cyprus by 20 January 2027.",
        ["MLT", ""],
    ),
    ("Invited Parties to reply by 15 January 2027. Malta was absent.", [""]),
]


@pytest.mark.parametrize(("text", "expected"), DECISIONS)
def test_a_deadline_of_a_list(
    text: str, expected: list[str], read_text: Callable[..., Reading]
) -> None:
    reading = read_text(f"{TOP}\nThe Committee:\n\n1. {text}\n")
    assert [" ".join(deadline.parties) for deadline in reading.deadlines] == expected
