"""A generated round with forty recommendations, its follow-up, and a survey."""

from __future__ import annotations

from collections.abc import Iterator
from random import Random

from lanzadash.demo.plan import (
    FIRST,
    FOLLOW_UP,
    LATEST,
    MADE_UP,
    ROUND,
    SECOND,
    SURVEY,
    Meeting,
    Plan,
)
from lanzadash.demo.words import RECOMMENDATIONS, TOPICS, about
from lanzadash.records import (
    AssessmentRow,
    DocumentRow,
    Grade,
    RecommendationRow,
    RoundPartyRow,
    RoundRow,
    StageRow,
)

CODES = tuple(f"R{number}" for number in range(1, len(TOPICS) * len(RECOMMENDATIONS) + 1))
GRADES: tuple[Grade, ...] = ("urge", "request", "require", "invite", "consider")

_REPORT = 20
"""The meeting that adopted the report of the round."""
_ASSESSED_AT = (23, 26, LATEST)
"""The meetings that looked at each recommendation for each Party, again and again."""
_STEPS = (
    ("addressed", _REPORT),
    ("information_requested", 21),
    ("draft_compliance_report_examined", 25),
    ("compliance_report_adopted", LATEST),
)


def rounds(plan: Plan) -> list[RoundRow]:
    """A thematic round, the compliance procedure that follows it, a second round, and a survey."""
    began, ended = plan.meetings[FIRST].end, plan.meetings[_REPORT].end
    made = {"body": plan.body, "known_on": began, **MADE_UP}
    round = {
        "round": ROUND,
        "kind": "thematic_round",
        "start_year": began.year,
        "end_year": ended.year,
        **_named("Illustrative round", "Exemple de cycle"),
    }
    follow_up = {
        "round": FOLLOW_UP,
        "kind": "compliance_procedure",
        "follows": ROUND,
        "start_year": ended.year,
        **_named("Illustrative compliance procedure", "Exemple de procédure de conformité"),
    }
    second = {
        "round": SECOND,
        "kind": "thematic_round",
        "start_year": plan.today.year,
        **_named("Illustrative second round", "Exemple de deuxième cycle"),
    }
    survey = {
        "round": SURVEY,
        "kind": "thematic_survey",
        "start_year": plan.today.year,
        **_named("Illustrative survey", "Exemple d’enquête"),
    }
    return [RoundRow.model_validate({**made, **one}) for one in (round, follow_up, second, survey)]


def _named(english: str, french: str) -> dict[str, str]:
    return {"name_en": english, "short_en": english, "name_fr": french, "short_fr": french}


def round_parties(plan: Plan, chance: Random) -> list[RoundPartyRow]:
    """The round covers every Party; the survey those that chance picks."""
    surveyed = chance.sample(plan.parties, k=len(plan.parties) * 3 // 4)
    covered = [(ROUND, party) for party in plan.parties]
    covered += [(SURVEY, party) for party in plan.parties if party in surveyed]
    known_on = plan.meetings[FIRST].end
    return [
        RoundPartyRow(round=round, party=party, coverage="covered", known_on=known_on, **MADE_UP)
        for round, party in covered
    ]


def recommendations(plan: Plan, chance: Random) -> list[RecommendationRow]:
    """Forty recommendations, each topic four times, with a grade by chance."""
    texts = [about(words, topic) for words in RECOMMENDATIONS for topic in TOPICS]
    return [
        RecommendationRow(
            recommendation=f"{ROUND}/{code}",
            round=ROUND,
            report="Illustrative report",
            code=code,
            grade=chance.choice(GRADES),
            parties_addressed=len(plan.parties),
            addressees="Parties",
            known_on=plan.meetings[_REPORT].end,
            **text,
            **MADE_UP,
        )
        for code, text in zip(CODES, texts, strict=True)
    ]


def assessments(plan: Plan, chance: Random) -> list[AssessmentRow]:
    """Every recommendation for every Party: addressed, then assessed at up to three meetings.

    Outcomes are drawn by lot, the same lot for every Party and recommendation, and one draw in
    three leaves the outcome not on file.
    """
    lots = (*plan.outcomes, None)
    return [
        AssessmentRow(
            recommendation=f"{ROUND}/{code}",
            party=party,
            relation="assessed" if at else "addressed",
            assessed_on=str(meeting.end),
            outcome=chance.choice(lots) if at else None,
            document=f"Illustrative compliance report on {code}" if at else "Illustrative report",
            known_on=meeting.end,
            **MADE_UP,
        )
        for code in CODES
        for party in plan.parties
        for at, meeting in _looked_at(plan, chance)
    ]


def stages(plan: Plan) -> list[StageRow]:
    """The steps of each recommendation's procedure; every fourth one still lacks its report."""
    return [
        StageRow.model_validate(
            {
                "recommendation": f"{ROUND}/{code}",
                "stage": stage,
                "on": str(plan.meetings[number].end),
                "body": plan.body,
                "meeting": number,
                "known_on": plan.meetings[number].end,
                **MADE_UP,
            }
        )
        for position, code in enumerate(CODES)
        for stage, number in _STEPS[: 3 if position % 4 == 0 else 4]
    ]


def documents(plan: Plan) -> list[DocumentRow]:
    """The report, and the compliance reports adopted at the latest meeting."""
    titles = [("implementation_report", "Illustrative report", _REPORT)]
    titles += [
        ("compliance_report", f"Illustrative compliance report on {code}", LATEST)
        for position, code in enumerate(CODES)
        if position % 4
    ]
    return [
        DocumentRow(
            kind=kind,
            title=title,
            body=plan.body,
            meeting=number,
            dated=str(plan.meetings[number].end),
            known_on=plan.meetings[number].end,
            **MADE_UP,
        )
        for kind, title, number in titles
    ]


def _looked_at(plan: Plan, chance: Random) -> Iterator[tuple[int, Meeting]]:
    """The report (0), then the meetings that assessed a pair (1, 2, 3), each less likely."""
    yield 0, plan.meetings[_REPORT]
    for at, number in enumerate(_ASSESSED_AT, start=1):
        if at == 1 or chance.random() < 0.5:
            yield at, plan.meetings[number]
