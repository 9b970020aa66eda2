"""What a decision names: meetings, recommendations, documents, Parties, paragraphs."""

from __future__ import annotations

import re
from collections.abc import Iterable

from lanzadash.reading.deadlines import codes_in
from lanzadash.reading.folding import fold
from lanzadash.reading.meetings import NOUN, MeetingSpan, find_meetings
from lanzadash.reading.ordinals import ORDINAL
from lanzadash.reading.parties import find_parties
from lanzadash.reading.rules import Rules
from lanzadash.reading.symbols import find_symbols
from lanzadash.records import (
    DocumentMention,
    MeetingMention,
    ParagraphReference,
    PartyMention,
    RecommendationMention,
)

# "see list of decisions paras 27-29", "paragraphe 12 de la liste des décisions"
_PARAGRAPHS = re.compile(
    r"\b(?:para(?:graph)?s?\.?|§§?|paragraphes?|points?|décisions?|decisions?|par\.) ?"
    r"(?:n[°o]s?\.? ?)?(?P<first>\d{1,3})(?: ?(?:-|to|and|et|à|&) ?(?P<last>\d{1,3}))?(?![\d§.]\d|"
    r"\w)",
    re.IGNORECASE,
)
# "decision 12 of its 64th meeting"
_OF_MEETING = re.compile(
    rf" (?:of|from|taken (?:at|during)|adopted (?:at|during)|de|prises? lors de|adoptées? lors de) "
    rf"(?:the|its|la|sa)\s{ORDINAL} (?:\w+ )?{NOUN}",
    re.IGNORECASE,
)
_LIST = re.compile(r"\b(?:list of decisions|liste des? décisions)\b", re.IGNORECASE)


def meeting_mentions(
    texts: Iterable[str], rules: Rules, decision: int | None, index: int | None
) -> list[MeetingMention]:
    """The meetings named in ``texts``, each once, with their dates where printed beside them."""
    names = rules.names
    kept: dict[object, MeetingSpan] = {}
    for text in texts:
        for span in find_meetings(text, names):
            key = span.number if span.number is not None else (span.first, span.last)
            if key not in kept or not kept[key].dates:
                kept[key] = span
    return [
        MeetingMention(
            decision=decision, index=index, number=span.number, start=span.first, end=span.last
        )
        for span in kept.values()
    ]


def recommendation_mentions(
    texts: Iterable[str], decision: int | None, index: int | None
) -> list[RecommendationMention]:
    """The codes named in ``texts``, each once."""
    codes = dict.fromkeys(code for text in texts for code in codes_in(text))
    return [RecommendationMention(decision=decision, index=index, code=code) for code in codes]


def document_mentions(
    texts: Iterable[str], rules: Rules, decision: int | None, index: int | None
) -> list[DocumentMention]:
    """The document symbols named in ``texts``, each work and version once."""
    codes = rules.codes
    found = dict.fromkeys(
        (span.symbol.work, span.symbol.version)
        for text in texts
        for span in find_symbols(text, codes)
    )
    return [
        DocumentMention(decision=decision, index=index, symbol=work, version=version)
        for work, version in found
    ]


def party_mentions(
    texts: Iterable[str], rules: Rules, decision: int | None, index: int | None
) -> list[PartyMention]:
    """The Parties named in ``texts``, each once."""
    parties = dict.fromkeys(
        span.party for text in texts for span in find_parties(text, rules.party_names)
    )
    return [PartyMention(decision=decision, index=index, party=party) for party in parties]


def paragraph_references(
    texts: Iterable[str], rules: Rules, decision: int | None, index: int | None
) -> list[ParagraphReference]:
    """The paragraphs of lists of decisions cited in ``texts``, each with its meeting if named."""
    names = rules.names
    found: list[ParagraphReference] = []
    for text in texts:
        folded = fold(text)
        listed_at = [match.start() for match in _LIST.finditer(folded)]
        for match in _PARAGRAPHS.finditer(folded):
            if _OF_MEETING.match(folded, match.end()) or any(
                abs(at - match.start()) < 100 for at in listed_at
            ):
                first, last = int(match["first"]), int(match["last"] or match["first"])
                meetings = [span for span in find_meetings(text, names) if span.number]
                nearest = min(
                    meetings, key=lambda span: abs(span.start - match.start()), default=None
                )
                reference = ParagraphReference(
                    decision=decision,
                    index=index,
                    meeting=nearest.number if nearest else None,
                    first=first,
                    last=last,
                )
                if first <= last and reference not in found:
                    found.append(reference)
    return found
