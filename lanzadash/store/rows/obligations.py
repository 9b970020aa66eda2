"""Whom a deadline binds, and what became of each Party's obligation."""

from __future__ import annotations

import calendar
import datetime as dt
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import TypeAlias

from lanzadash.library import Library
from lanzadash.records import ObligationRow
from lanzadash.store.rows.row import Citation, Findings, Row, cited, sourced

Bond: TypeAlias = tuple[str, dt.date | None, dt.date | None]
"""Why a deadline binds a Party, until which day, and since when that is known."""

_EVERYBODY = {
    "parties",
    "all parties",
    "states parties",
    "all states parties",
    "les parties",
    "toutes les parties",
    "états parties",
    "tous les états parties",
}
_COUNT = re.compile(r"\s*\(\d+\)")  # Parties (41)
_SEPARATOR = re.compile(r"\s*[;,]\s*|\s+(?:and|et)\s+")  # Belgium, Malta and Luxembourg
_MONTHS = {"ratified+6m": 6}


def obligations(library: Library, deadlines: Sequence[Row], findings: Findings) -> list[Row]:
    """The table ``obligations``: one row for each Party that a deadline binds.

    Whom it binds, in this order: a rule binds each Party from its ratification; the Parties that
    the addressees name; those the round covers; all Parties, where all are addressed; and
    whoever the facts say has answered. Nobody else is listed.
    """
    bound = _Bound(library)
    answers: dict[str, dict[str, ObligationRow]] = defaultdict(dict)
    for fact in library.obligations:
        answers[fact.deadline].setdefault(fact.party, fact)
    for unknown in sorted(answers.keys() - {row["deadline"] for row in deadlines}):
        findings.faults.append(
            f"facts/obligations.csv: expected deadline to be one on file, found {unknown!r}"
        )
    rows = []
    for deadline in deadlines:
        parties = bound.by(deadline)
        answered = answers[deadline["deadline"]]
        others = {party: cited(fact) for party, fact in answered.items() if party not in parties}
        for party in others:
            parties[party] = ("named", deadline["due"], deadline["known_on"])
        for party, (basis, due, known_on) in sorted(parties.items()):
            citations = others.get(party) or _citations(deadline, basis)
            rows.append(
                {
                    "obligation": f"{deadline['deadline']}/{party}",
                    "deadline": deadline["deadline"],
                    "party": party,
                    "due": due,
                    "basis": basis,
                    **sourced(citations, known_on),
                }
            )
    return rows


def obligation_states(library: Library) -> list[Row]:
    """The table ``obligation_states``: what is on file of each answer, by the days of the states.

    One that is not said to be known since another day is known since its own.
    """
    dated = [(fact.known_on or fact.state_on, fact) for fact in library.obligations]
    dated.sort(key=lambda pair: pair[1].state_on or pair[0] or dt.date.min)
    counted: Counter[str] = Counter()
    rows = []
    for known_on, fact in dated:
        obligation = f"{fact.deadline}/{fact.party}"
        counted[obligation] += 1
        state_on = fact.state_on or fact.known_on
        rows.append(
            {
                "obligation_state": f"{obligation}/{fact.state}/{state_on or 'undated'}",
                "obligation": obligation,
                "position": counted[obligation],
                "state": fact.state,
                "state_on": state_on,
                "extended_to": fact.extended_to,
                **sourced(cited(fact), known_on),
            }
        )
    return rows


def mistaken_days(library: Library, obligations: Iterable[Row]) -> Iterator[str]:
    """Answers that say of which day they are, where no such day is on file of their deadline."""
    moved: dict[str, set[dt.date | None]] = defaultdict(set)
    for change in library.deadline_changes:
        moved[change.deadline].add(change.due)
    first = {row["obligation"]: row["due"] for row in obligations}
    for fact in library.obligations:
        obligation = f"{fact.deadline}/{fact.party}"
        if fact.due is None or obligation not in first:
            continue
        if fact.due not in {first[obligation], *moved[fact.deadline]}:
            yield (
                f"facts/obligations.csv: {obligation}: expected due to be a day on file, "
                f"{first[obligation]}, found {fact.due}; name the deadline that is meant"
            )


def months_later(day: dt.date, months: int) -> dt.date:
    """The same day of a later month, or that month's last day where it has none."""
    years, month = divmod(day.month - 1 + months, 12)
    year, month = day.year + years, month + 1
    return dt.date(year, month, min(day.day, calendar.monthrange(year, month)[1]))


class _Bound:
    """The Parties that deadlines bind: why, until which day, known since when."""

    def __init__(self, library: Library) -> None:
        self._parties = library.parties
        self._follows = {row.round: row.follows for row in library.rounds}
        self._covered: dict[str, list[str]] = defaultdict(list)
        for row in library.round_parties:
            if row.coverage != "not_covered":
                self._covered[row.round].append(row.party)
        self._names = {row.alias.casefold(): row.party for row in library.party_aliases}
        for party in library.parties:
            self._names |= {party.name_en.casefold(): party.party}
            self._names |= {party.name_fr.casefold(): party.party}

    def by(self, deadline: Row) -> dict[str, Bond]:
        due, known_on = deadline["due"], deadline["known_on"]
        if deadline.get("rule"):
            return dict(self._ratified(deadline))
        if named := self._named(deadline):
            return dict.fromkeys(named, ("named", due, known_on))
        if deadline["round"]:
            return dict.fromkeys(self._round(deadline["round"]), ("round", due, known_on))
        if _addresses_all(deadline):
            everybody = self._in_force(deadline["body"], known_on or due)
            return dict.fromkeys(everybody, ("all_parties", due, known_on))
        return {}

    def _ratified(self, deadline: Row) -> Iterator[tuple[str, Bond]]:
        """A rule binds whoever ratifies from the day on which it is known to apply."""
        since = deadline.get("applies_from") or deadline["known_on"]
        for party in self._parties:
            if since and party.body == deadline["body"] and party.ratified >= since:
                due = months_later(party.ratified, _MONTHS[deadline["rule"]])
                yield party.party, ("ratified", due, party.ratified)

    def _named(self, deadline: Row) -> list[str]:
        """The Parties of addressees that consist of names and nothing else."""
        for language in ("addressees_en", "addressees_fr"):
            names = _SEPARATOR.split((deadline.get(language) or "").casefold())
            found = [self._names.get(name.strip()) for name in names]
            if parties := [party for party in found if party]:
                return parties if len(parties) == len(found) else []
        return []

    def _round(self, round: str) -> list[str]:
        """Those a round covers; for a procedure without its own list, those of its round."""
        return self._covered[round] or self._covered[self._follows.get(round) or ""]

    def _in_force(self, body: str, on: dt.date | None) -> list[str]:
        return [
            party.party
            for party in self._parties
            if party.body == body and on is not None and party.in_force <= on
        ]


def _addresses_all(deadline: Row) -> bool:
    """All Parties are addressed, in each language in which it is told who is."""
    told = [deadline[name] for name in ("addressees_en", "addressees_fr") if deadline.get(name)]
    return bool(told) and all(
        any(_COUNT.sub("", part).strip().casefold() in _EVERYBODY for part in words.split(";"))
        for words in told
    )


def _citations(deadline: Row, basis: str) -> list[Citation]:
    """Those of the deadline: unless it is said that the Party is asked, that is inferred."""
    if basis == "named" and not deadline.get("addressees_certainty"):
        return list(deadline["citations"])
    return [
        replace(citation, certainty="inferred") if citation.certainty == "sourced" else citation
        for citation in deadline["citations"]
    ]
