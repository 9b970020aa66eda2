"""What a decision names: meetings, recommendations, documents, Parties, paragraphs."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from lanzadash.reading.deadlines import codes_in
from lanzadash.reading.folding import fold
from lanzadash.reading.meetings import NOUN, MeetingSpan, find_meetings
from lanzadash.reading.ordinals import ORDINAL
from lanzadash.reading.parties import find_parties
from lanzadash.reading.relations import Related, relation_of
from lanzadash.reading.rules import Rules
from lanzadash.reading.symbols import find_symbols
from lanzadash.records import (
    DocumentMention,
    Meeting,
    MeetingMention,
    ParagraphReference,
    PartyMention,
    RecommendationMention,
    RelationText,
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


@dataclass(frozen=True)
class MeetingNamed:
    """A meeting named in a decision: where, and how the decision relates to it."""

    span: MeetingSpan
    text: str
    related: Related | None


def meetings_named(
    texts: Iterable[str], rules: Rules, own: Meeting | None
) -> tuple[MeetingNamed, ...]:
    """Every meeting named in ``texts``, in order; ``own`` is the one that took the decision."""
    found: list[MeetingNamed] = []
    for text in texts:
        spans = find_meetings(text, rules.names)
        found += [MeetingNamed(span, text, relation_of(text, span, spans, own)) for span in spans]
    return tuple(found)


def meeting_mentions(
    named: Iterable[MeetingNamed], decision: int | None, index: int | None
) -> list[MeetingMention]:
    """The meetings ``named``, each once, with their dates where printed beside them.

    Of several relations to one meeting the first counts that says more than that it is cited.
    """
    kept: dict[object, MeetingSpan] = {}
    related: dict[object, Related] = {}
    for one in named:
        span = one.span
        key = span.number if span.number is not None else (span.first, span.last)
        if key not in kept or not kept[key].dates:
            kept[key] = span
        if one.related and (key not in related or related[key].cue is None):
            related[key] = one.related
    return [
        MeetingMention(
            decision=decision,
            index=index,
            number=span.number,
            start=span.first,
            end=span.last,
            relation=related[key].relation if key in related else None,
            cue=related[key].cue if key in related else None,
        )
        for key, span in kept.items()
    ]


def relation_texts(named: Iterable[MeetingNamed], index: int | None) -> list[RelationText]:
    """The words that gave the relations to the meetings ``named``, each once."""
    texts = [
        RelationText(
            index=index,
            meeting=one.span.number,
            relation=one.related.relation,
            cue=one.related.cue,
            words=one.related.words,
        )
        for one in named
        if one.related and one.related.cue and one.related.words
    ]
    return list(dict.fromkeys(texts))


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
    texts: Iterable[str],
    named: Sequence[MeetingNamed],
    decision: int | None,
    index: int | None,
) -> list[ParagraphReference]:
    """The paragraphs of lists of decisions cited in ``texts``, each with its meeting if named."""
    found: list[ParagraphReference] = []
    for text in texts:
        folded = fold(text)
        listed_at = [match.start() for match in _LIST.finditer(folded)]
        for match in _PARAGRAPHS.finditer(folded):
            if _OF_MEETING.match(folded, match.end()) or any(
                abs(at - match.start()) < 100 for at in listed_at
            ):
                first, last = int(match["first"]), int(match["last"] or match["first"])
                nearest = _nearest(match.start(), text, named)
                related = nearest.related if nearest else None
                reference = ParagraphReference(
                    decision=decision,
                    index=index,
                    meeting=nearest.span.number if nearest else None,
                    first=first,
                    last=last,
                    relation=related.relation if related else None,
                    cue=related.cue if related else None,
                )
                if first <= last and reference not in found:
                    found.append(reference)
    return found


def _nearest(at: int, text: str, named: Sequence[MeetingNamed]) -> MeetingNamed | None:
    """The meeting with a number that is named nearest to ``text[at]``."""
    near = [one for one in named if one.text is text and one.span.number]
    return min(near, key=lambda one: abs(one.span.start - at), default=None)
