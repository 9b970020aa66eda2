"""Generated agendas and lists of decisions, as records."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Iterator, Mapping, Sequence
from random import Random
from typing import Any

from lanzadash import records
from lanzadash.demo.plan import FOLLOW_UP, LATEST, ROUND, SECOND, SURVEY, Meeting, Plan
from lanzadash.demo.rounds import CODES
from lanzadash.demo.words import ASKED, CHANGED, DECISIONS, KINDS, SECTIONS, TOPICS, Words, about
from lanzadash.records import Record, RecordedAgendaItem, RecordedDeadline, RecordedDecision

_DUE: Mapping[int, Sequence[int]] = {LATEST - 1: (3,), LATEST: (1, 7, 60)}
"""The days from today on which what the last two meetings asked for falls due."""
_LATER = dt.timedelta(weeks=6)
"""How long after its end what another meeting asked for fell due."""
_ROUNDS = {1: (ROUND, SURVEY, SECOND), 2: (FOLLOW_UP,)}
"""The rounds that two of the sections are about, by their position."""
_ON_ITEMS = {"2.1": ROUND, "2.2": SECOND, "2.3": SURVEY, "3": FOLLOW_UP}
"""The rounds that items of an agenda are about."""


def agendas(plan: Plan, chance: Random) -> list[Record]:
    """One agenda for each meeting held and for the next one; from the 28th on a full one."""
    return [
        _record(
            plan,
            meeting,
            "agenda",
            dated=meeting.start - dt.timedelta(weeks=5),
            agenda_items=list(_items(9 if meeting.number >= LATEST else 1, chance)),
        )
        for meeting in [*plan.held, plan.coming[0]]
    ]


def lists_of_decisions(plan: Plan, chance: Random) -> list[Record]:
    """One list for each meeting held: it asks for something, and announces the next meeting."""
    return [_list(plan, meeting, chance) for meeting in plan.held]


def _list(plan: Plan, meeting: Meeting, chance: Random) -> Record:
    decisions = [
        _decision(number, section, meeting.number, chance)
        for number, section in enumerate(sorted(chance.choices(range(1, 5), k=12)), start=1)
    ]
    deadlines = []
    for number, due in enumerate(_due(plan, meeting), start=len(decisions) + 1):
        deadlines.append(_deadline(number, due, plan, chance))
        decisions.append(_asking(deadlines[-1]))
    if meeting.number == LATEST:
        decisions += [_changing(len(decisions) + at, words) for at, words in enumerate(CHANGED, 1)]
    following = plan.meetings[meeting.number + 1]
    announced = records.MeetingMention(
        index=len(decisions),
        decision=len(decisions),
        number=following.number,
        start=following.announced,
        end=following.announced + (following.end - following.start),
    )
    last = plan.coming[-1]
    tentative = records.NextMeeting(
        number=last.number, start=last.start, end=last.end, tentative=True
    )
    return _record(
        plan,
        meeting,
        "list_of_decisions",
        adopted=meeting.end,
        decisions=decisions,
        deadlines=deadlines,
        recommendation_mentions=list(_named(decisions, chance)),
        meeting_mentions=[announced],
        next_meetings=[tentative] if meeting.number == LATEST else [],
    )


def _due(plan: Plan, meeting: Meeting) -> list[dt.date]:
    due = [plan.today + dt.timedelta(days=days) for days in _DUE.get(meeting.number, ())]
    return due if meeting.number == LATEST else [meeting.end + _LATER, *due]


def _decision(number: int, section: int, meeting: int, chance: Random) -> RecordedDecision:
    verb, words = chance.choice(DECISIONS)
    rounds = _ROUNDS.get(section, (None,))
    if meeting == LATEST:
        rounds = rounds[:2]  # what was put before it on the second round has no outcome
    return RecordedDecision(
        index=number,
        number=number,
        verb=verb,
        round=rounds[number % len(rounds)],
        context_en=SECTIONS[section][0],
        context_fr=SECTIONS[section][1],
        **about(words, chance.choice(TOPICS)),
    )


def _deadline(number: int, due: dt.date, plan: Plan, chance: Random) -> RecordedDeadline:
    """A deadline for every Party: by a round that covers all, or addressed to all."""
    kind = chance.randrange(len(KINDS))
    at_five = number % 3 == 0
    return RecordedDeadline(
        index=number,
        decision=number,
        due=due,
        inclusive=number % 4 != 0,
        force=chance.choice(("must", "may")),
        time="17:00" if at_five else None,
        zone=plan.zone if at_five else None,
        recommendations=sorted(chance.sample(CODES, k=3)),
        round=chance.choice((ROUND, FOLLOW_UP)),
        kind=KINDS[kind],
        addressees_en="Parties",
        addressees_fr="Parties",
        **about(ASKED[kind], chance.choice(TOPICS)),
    )


def _asking(deadline: RecordedDeadline) -> RecordedDecision:
    """The decision that sets a deadline."""
    assert deadline.index is not None
    return RecordedDecision(
        index=deadline.index,
        number=deadline.index,
        verb="invite",
        round=deadline.round,
        summary_en=deadline.summary_en,
        summary_fr=deadline.summary_fr,
    )


def _changing(number: int, words: Words) -> RecordedDecision:
    """A decision that changes a deadline set before."""
    summaries = about(words, TOPICS[number % len(TOPICS)])
    return RecordedDecision(
        index=number, number=number, verb="decide", round=FOLLOW_UP, **summaries
    )


def _named(
    decisions: Sequence[RecordedDecision], chance: Random
) -> Iterator[records.RecommendationMention]:
    for decision in decisions:
        if decision.round in (ROUND, FOLLOW_UP):
            for code in sorted(chance.sample(CODES, k=2)):
                yield records.RecommendationMention(
                    index=decision.index, decision=decision.number, code=code
                )


def _items(children: int, chance: Random) -> Iterator[RecordedAgendaItem]:
    """Six headings; the four in the middle with items under them, one of those one level down."""
    for number, (english, french) in enumerate(SECTIONS, start=1):
        yield RecordedAgendaItem(
            number=str(number),
            round=_ON_ITEMS.get(str(number)),
            summary_en=english,
            summary_fr=french,
        )
        under = children if 1 < number < len(SECTIONS) else 0
        for child, topic in enumerate(chance.sample(TOPICS, k=under), start=1):
            below = child == children and children > 1
            own = f"{number}.{child - 1}.1" if below else f"{number}.{child}"
            yield RecordedAgendaItem(
                number=own,
                parent=f"{number}.{child - 1}" if below else str(number),
                round=_ON_ITEMS.get(own),
                summary_en=topic[0].capitalize(),
                summary_fr=topic[1].capitalize(),
            )


def _record(plan: Plan, meeting: Meeting, kind: str, **said: Any) -> Record:
    dates = {name: said.pop(name) for name in ("dated", "adopted") if name in said}
    id = f"generated-example-{kind.replace('_', '-')}-{meeting.number}_en"
    title = f"Illustrative {kind.replace('_', ' ')}, meeting {meeting.number}"
    return Record.model_validate(
        {
            "id": id,
            "document": {
                "lang": "en",
                "kind": kind,
                "title": title,
                "sha256": hashlib.sha256(id.encode()).hexdigest(),
                **dates,
            },
            "read_on": plan.today,
            "certainty": "illustrative",
            "meeting": {
                "body": plan.body,
                "number": meeting.number,
                "start": meeting.start,
                "end": meeting.end,
            },
            "coverage": 1.0,
            **said,
        }
    )
