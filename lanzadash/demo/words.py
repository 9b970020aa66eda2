"""The generic words that generated decisions, agenda items and recommendations are made of."""

from __future__ import annotations

from typing import TypeAlias, TypedDict

from lanzadash.records import Verb

Words: TypeAlias = tuple[str, str]
"""The same in English and in French."""

TOPICS: tuple[Words, ...] = (
    ("helplines", "les lignes d’écoute"),
    ("data collection", "la collecte de données"),
    ("background checks", "la vérification des antécédents"),
    ("child-friendly proceedings", "les procédures adaptées aux enfants"),
    ("awareness raising", "la sensibilisation"),
    ("international co-operation", "la coopération internationale"),
    ("victim support", "l’aide aux victimes"),
    ("intervention programmes", "les programmes d’intervention"),
    ("civil society", "la société civile"),
    ("good practices", "les bonnes pratiques"),
)

DECISIONS: tuple[tuple[Verb, Words], ...] = (
    ("adopt", ("The note on {} is adopted.", "La note sur {} est adoptée.")),
    ("agree", ("The draft on {} comes back next time.", "Le projet sur {} sera revu.")),
    ("decide", ("A group on {} works for a year.", "Un groupe sur {} travaille un an.")),
    ("take_note", ("The summary on {} is noted.", "Il est pris note du résumé sur {}.")),
    ("welcome", ("Progress on {} is welcomed.", "Les progrès sur {} sont salués.")),
    ("invite", ("Examples on {} are welcome.", "Des exemples sur {} sont bienvenus.")),
    ("instruct", ("The Secretariat writes on {}.", "Le Secrétariat rédige sur {}.")),
    ("hold", ("Views on {} were exchanged.", "Un échange sur {} a eu lieu.")),
    ("examine", ("The chapter on {} was read.", "Le chapitre sur {} a été lu.")),
    ("thank", ("The speakers on {} are thanked.", "Les intervenants sur {} sont remerciés.")),
    ("elect", ("Two drafters on {} are elected.", "Deux rédacteurs sur {} sont élus.")),
)

RECOMMENDATIONS: tuple[Words, ...] = (
    ("Review {} every two years.", "Réexaminer {} tous les deux ans."),
    ("Give {} a budget line of its own.", "Doter {} d’une ligne budgétaire propre."),
    ("Train those who work on {}.", "Former les personnes qui travaillent sur {}."),
    ("Publish figures on {} once a year.", "Publier chaque année des chiffres sur {}."),
)

ASKED: tuple[Words, ...] = (
    ("Replies to the questionnaire on {}.", "Réponses au questionnaire sur {}."),
    ("Additional information on {}.", "Informations complémentaires sur {}."),
    ("Amendments to the draft chapter on {}.", "Amendements au projet de chapitre sur {}."),
    ("Information on compliance: {}.", "Informations sur la conformité : {}."),
)
CHANGED: tuple[Words, ...] = (
    ("The day for replies on {} is put off.", "Le délai des réponses sur {} est reporté."),
    ("Replies on {} are no longer asked for.", "Les réponses sur {} ne sont plus demandées."),
    ("One call replaces the one on {}.", "Un seul appel remplace celui sur {}."),
)
"""Decisions that move, cancel and replace a deadline."""

KINDS = ("questionnaire", "additional_information", "amendments", "compliance_information")
"""The kinds of deadline, in the order of ``ASKED``."""

SECTIONS: tuple[Words, ...] = (
    ("Opening and agenda", "Ouverture et ordre du jour"),
    ("Monitoring", "Suivi"),
    ("Follow-up to the illustrative round", "Suites du cycle fictif"),
    ("Exchange of experience", "Échange d’expériences"),
    ("Procedural matters", "Questions de procédure"),
    ("Any other business", "Questions diverses"),
)


class Summaries(TypedDict):
    """The two columns that say something in our own words."""

    summary_en: str
    summary_fr: str


def about(words: Words, topic: Words) -> Summaries:
    """The words with the topic put in, in each language."""
    return {"summary_en": words[0].format(topic[0]), "summary_fr": words[1].format(topic[1])}
