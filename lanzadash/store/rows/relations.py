"""How decisions relate to earlier and later ones, and what a person has to look at."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from lanzadash.records import (
    Certainty,
    DecisionLinkRow,
    MeetingMention,
    ParagraphReference,
    RelationText,
)
from lanzadash.store.rows.decisions import Taken
from lanzadash.store.rows.filing import Filed
from lanzadash.store.rows.links import Link, Targets, link_row
from lanzadash.store.rows.row import Row, cited, sourced

LOOKING_BACK = ("follows_up", "fulfils", "amends", "supersedes")
"""Relations to a decision; the other ones point at a meeting to come, or say nothing more."""

_AHEAD = ("postpones", "considered_at")
_Said: TypeAlias = MeetingMention | ParagraphReference

_LONGEST_REFERENCE = 100
"""Paragraphs one reference can stand for. More is a misprint, kept as it is printed."""


@dataclass(frozen=True)
class Related:
    """The links that relations give, and a line for each that gave none."""

    links: list[Row]
    reviews: list[Row]


class Candidates:
    """The decisions on file, by the meeting that took them, with what tells them apart."""

    def __init__(self, taken: Sequence[Taken], mentions: Iterable[Row]) -> None:
        self._taken: dict[str | None, list[Taken]] = defaultdict(list)
        for one in taken:
            self._taken[one.first[0].meeting].append(one)
        self._codes: dict[str, set[str]] = defaultdict(set)
        for link in mentions:
            if link["type"] == "mentions_recommendation" and link["resolved"]:
                self._codes[link["decision"]].add(link["target"])

    def has_list(self, meeting: str) -> bool:
        """Whether the decisions of that meeting are on file."""
        return meeting in self._taken

    def of(self, meeting: str, decision: Taken) -> list[str]:
        """The decisions of that meeting on the same thing: one is the one meant, two are none.

        The same recommendation says most, then the same procedure, then the same context line. A
        recommendation named twice is told apart by the procedure; who names other recommendations
        alone is on another thing.
        """
        codes = self._codes[decision.id]
        there = [
            one
            for one in self._taken.get(meeting, [])
            if not codes or not self._codes[one.id] or codes & self._codes[one.id]
        ]
        same_code = [one for one in there if codes & self._codes[one.id]]
        same_round = [one for one in there if one.round and one.round == decision.round]
        context = _contexts(decision)
        same_context = [one for one in there if context & _contexts(one)]
        both = [one for one in same_code if one in same_round]
        found = both if len(both) == 1 else same_code or same_round or same_context
        return [one.id for one in found]


def relations(
    taken: Sequence[Taken],
    targets: Targets,
    mentions: Iterable[Row],
    agenda_items: Iterable[Row],
    by_hand: Sequence[DecisionLinkRow],
) -> Related:
    """What the words of decisions, and people, say of how they relate.

    Each link goes to the most precise thing that is certain: the paragraph printed, the only
    decision of the meeting named that is on the same thing, else the meeting itself. A relation
    that looks back and finds no single decision, and was not linked by hand, is to be reviewed.
    """
    candidates = Candidates(taken, mentions)
    items = _Items(agenda_items)
    links: dict[str, Row] = {}
    reviews: dict[str, Row] = {}
    for row in _by_hand(by_hand, taken):
        links[row["decision_link"]] = row
    linked = {(row.decision, row.type, row.target.rpartition("/")[0]) for row in by_hand}
    for decision in taken:
        for one, said in decision.versions.values():
            told = _Told(decision, one, said.index, targets, candidates)
            for link in [*told.links(), *items.links(decision, one, told.ahead())]:
                row = link_row(decision, link, one, said.place)
                links.setdefault(row["decision_link"], row)
            for review in told.reviews():
                if (decision.id, review["type"], review["meeting"]) not in linked:
                    reviews.setdefault(review["review"], review)
    return Related(list(links.values()), list(reviews.values()))


@dataclass(frozen=True)
class _Told:
    """What one language of one decision tells of its relations."""

    decision: Taken
    one: Filed
    index: int
    targets: Targets
    candidates: Candidates

    def links(self) -> Iterator[Link]:
        """A link for each thing that a relation leads to."""
        for reference in self._references():
            yield from self._paragraphs(reference)
        for mention, meeting in self._mentions():
            found = self._found(mention, meeting)
            if len(found) == 1:
                yield self._link(mention, "decision", found[0], meeting, self._inferred())
            else:
                known = meeting if meeting in self.targets.meetings else None
                yield self._link(mention, "meeting", known, meeting)

    def ahead(self) -> list[tuple[MeetingMention, str]]:
        """The meetings to come that it points at."""
        return [pair for pair in self._mentions() if pair[0].relation in _AHEAD]

    def reviews(self) -> Iterator[Row]:
        """A line for each relation that leads to no single decision."""
        looking_back: list[tuple[_Said, str, list[str]]] = [
            (told, meeting, self._found(told, meeting)) for told, meeting in self._mentions()
        ]
        looking_back += [(told, meeting, []) for told, meeting in self._missing()]
        for told, meeting, found in looking_back:
            if told.relation not in LOOKING_BACK or len(found) == 1:
                continue
            on_file = self.candidates.has_list(meeting)
            reason = "several" if found else "none" if on_file else "not_on_file"
            yield {
                "review": f"{self.decision.id}/{told.relation}/{meeting}",
                "decision": self.decision.id,
                "type": told.relation,
                "meeting": meeting,
                "reason": reason,
                "candidates": found,
                "cue": told.cue,
                **sourced([self.one.cite(printed=self._words(told, meeting))], self.one.known_on),
            }

    def _mentions(self) -> list[tuple[MeetingMention, str]]:
        """The mentions with a relation and their meetings; not where a paragraph says more."""
        cited = {ref.meeting for ref in self._references() if ref.meeting is not None}
        found = []
        for mention in self.one.record.meeting_mentions:
            if mention.index == self.index and mention.relation and mention.number not in cited:
                meeting = self._meeting(mention)
                if meeting and meeting != self.one.meeting:
                    found.append((mention, meeting))
        return found

    def _meeting(self, mention: MeetingMention) -> str | None:
        if mention.number is not None:
            return f"{self.one.body}/{mention.number}"
        if mention.start and mention.end:
            return self.targets.meeting_on(self.one.body, mention.start, mention.end)
        return None

    def _found(self, mention: MeetingMention, meeting: str) -> list[str]:
        if mention.relation not in LOOKING_BACK:
            return []
        return [id for id in self.candidates.of(meeting, self.decision) if id != self.decision.id]

    def _references(self) -> list[ParagraphReference]:
        return [ref for ref in self.one.record.paragraph_references if ref.index == self.index]

    def _missing(self) -> Iterator[tuple[ParagraphReference, str]]:
        """Paragraphs of which not one is on file."""
        for ref in self._references():
            meeting = f"{self.one.body}/{ref.meeting}"
            ids = {f"{meeting}/d{number}" for number in _numbers(ref)}
            if ref.meeting is not None and not ids & self.targets.decisions:
                yield ref, meeting

    def _paragraphs(self, ref: ParagraphReference) -> Iterator[Link]:
        numbers = _numbers(ref)
        if ref.meeting is None or not numbers:
            yield self._link(ref, "decision", None, f"{ref.first}-{ref.last}")
        for number in numbers if ref.meeting is not None else ():
            id = f"{self.one.body}/{ref.meeting}/d{number}"
            known = id if id in self.targets.decisions else None
            yield self._link(ref, "decision", known, f"{ref.meeting}, {number}")

    def _link(
        self,
        told: _Said,
        kind: str,
        target: str | None,
        printed: str,
        certainty: Certainty | None = None,
    ) -> Link:
        meeting = told.meeting if isinstance(told, ParagraphReference) else told.number
        shown = str(meeting) if kind == "meeting" and meeting is not None else printed
        return Link(
            told.relation or "cites",
            kind,
            shown,
            target,
            certainty,
            cue=told.cue,
            words=self._words(told, printed),
        )

    def _words(self, told: _Said, printed: str) -> str | None:
        """The words that gave the relation, where the text is at hand."""
        number = told.meeting if isinstance(told, ParagraphReference) else told.number
        texts: Sequence[RelationText] = self.one.texts.relations if self.one.texts else ()
        for text in texts:
            if (text.index, text.meeting, text.cue) == (self.index, number, told.cue):
                return text.words
        return None

    def _inferred(self) -> Certainty | None:
        return inferred(self.one)


class _Items:
    """The agenda items that belong to a round, by meeting."""

    def __init__(self, agenda_items: Iterable[Row]) -> None:
        self._items: Mapping[tuple[str | None, str], list[str]] = defaultdict(list)
        for item in agenda_items:
            if item["round"]:
                self._items[item["meeting"], item["round"]].append(item["agenda_item"])

    def links(
        self, decision: Taken, one: Filed, ahead: Iterable[tuple[MeetingMention, str]]
    ) -> Iterator[Link]:
        """To the item under which it was taken, and the items under which it will be taken up.

        It is the only item of that meeting that belongs to the decision's round.
        """
        wanted = [("on_agenda_item", one.meeting, "same_round")]
        wanted += [(told.relation or "", meeting, told.cue or "") for told, meeting in ahead]
        for type, meeting, cue in wanted:
            found = self._items.get((meeting, decision.round or ""), [])
            if len(found) == 1:
                number = found[0].rpartition("/item-")[2]
                yield Link(type, "agenda_item", number, found[0], inferred(one), cue=cue)


def inferred(one: Filed) -> Certainty | None:
    """``inferred``, but what was generated stays so."""
    return None if one.record.certainty == "illustrative" else "inferred"


def _numbers(ref: ParagraphReference) -> Sequence[int]:
    numbers = range(ref.first, ref.last + 1)
    return numbers if len(numbers) <= _LONGEST_REFERENCE else ()


def _contexts(decision: Taken) -> set[str]:
    """What it stands under in our own words, in each language that says so."""
    contexts = set()
    for _, said in decision.versions.values():
        contexts |= {said.context_en, said.context_fr}
    return {context.casefold() for context in contexts if context}


def _by_hand(rows: Iterable[DecisionLinkRow], taken: Iterable[Taken]) -> Iterator[Row]:
    known = {decision.id: decision.first[0].known_on for decision in taken}
    for row in rows:
        yield {
            "decision_link": f"{row.decision}/{row.type}/{row.target}",
            "decision": row.decision,
            "type": row.type,
            "target": row.target,
            "target_kind": row.target_kind,
            "printed": row.target,
            "resolved": True,
            "why": row.why,
            **sourced(cited(row), row.known_on or known.get(row.decision)),
        }
