"""Meetings to come: under their own heading, or announced in a sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from lanzadash.reading.assembly import Assembly
from lanzadash.reading.dates import DateSpan, find_dates
from lanzadash.reading.folding import fold
from lanzadash.reading.formats.blocks import Block
from lanzadash.reading.meetings import MeetingSpan, find_meetings
from lanzadash.reading.places import place_after, place_before, place_in
from lanzadash.records import NextMeeting

# "Date of the next meeting", "Dates des prochaines réunions", "Next meetings:"
_HEADING = re.compile(
    r"\W*(?:(?:(?:exact|provisional|tentative) )?dates? (?:and places? )?(?:of|for) (?:the )?|"
    r"dates? (?:et lieux? )?d(?:e la|es|e) |forthcoming |calendar of (?:the )?|calendrier des )?"
    r"(?:(?:next|forthcoming|future|upcoming) (?:plenary )?(?:meetings?|sessions?)|"
    r"prochaines? (?:réunions?|sessions?)|meetings? in \d{4})"
    r"(?: of (?:the )?[\w\s-]{0,40}| d[ue] [\w\s'-]{0,40})? ?(?P<more>[:.-].*|\(.*)?$",
    re.IGNORECASE,
)
# "Agreed on the dates of its next meetings:"
_LEAD = re.compile(
    r"\b(?:next|forthcoming|prochaines?) (?:meetings?|sessions?|réunions?)\b[^.;:]{0,40}:$",
    re.IGNORECASE,
)
_TENTATIVE = re.compile(
    r"\b(?:tbc|t\.b\.c|tbd|to be (?:confirmed|determined|decided)|tentative(?:ly)?|"
    r"provisional(?:ly)?|"
    r"à confirmer|à déterminer|provisoires?(?:ment)?|sous réserve|subject to confirmation)\b",
    re.IGNORECASE,
)
# "will hold its 36th meeting on", "La prochaine réunion se tiendra du"
_WILL = re.compile(
    r"\b(?:will (?:be )?(?:hold|held|take place|meet)|to hold|to be held|to (?:re)?meet|se réunir|"
    r"shall (?:hold|be held|meet)|"
    r"(?:is|are|was|were|been|be) (?:re-?)?scheduled|reschedul\w*|postpon\w*|moved?|tiendra|"
    r"tiendront|"
    r"aura lieu|auront lieu|tenir|est (?:prévue|fixée|reportée)|fix[eé]\w*|report[eé]\w*|set|"
    r"confirm\w*)\b",
    re.IGNORECASE,
)

# "decided to meet again in Strasbourg on", "a décidé de se réunir du"
_MEET_AGAIN = re.compile(
    r"\b(?:(?:to|will|shall) (?:re)?(?:meet|convene)|se réuni(?:r|ra))\b[^.;]*$", re.IGNORECASE
)


def find_next_meetings(blocks: Sequence[Block], document: Assembly) -> list[NextMeeting]:
    """The meetings that a document announces, each once.

    Without a number unless one is printed beside the dates; the meeting the document is about is
    not one to come.
    """
    found: list[NextMeeting] = []
    for meeting in (*_under_heading(blocks, document), *_in_sentences(blocks, document)):
        known = document.meeting
        own = known and meeting.start and known.start and meeting.start <= known.start
        same = next((one for one in found if one.start == meeting.start), None)
        if own or same:
            continue
        found.append(meeting)
    return found


def is_next_meeting_heading(text: str) -> bool:
    """Whether ``text`` heads the dates of meetings to come."""
    return _HEADING.match(fold(text)) is not None


def _under_heading(blocks: Sequence[Block], document: Assembly) -> Iterator[NextMeeting]:
    inside = False
    for block in blocks:
        folded = fold(block.text)
        heading = _HEADING.match(folded)
        if heading or (folded.endswith(":") and _LEAD.search(folded)):
            inside = True
            document.ledger.take(block, "next meeting")
            yield from _listed(heading["more"] or "" if heading else "", block, document)
        elif inside:
            listed = list(_listed(block.text, block, document))
            inside = bool(listed)
            if listed:
                document.ledger.take(block, "next meeting")
                yield from listed


def _listed(text: str, block: Block, document: Assembly) -> Iterator[NextMeeting]:
    """Dates under the heading: "7-11 December 2020, Strasbourg (tbc); 13-15 October 2021"."""
    if len(text) > 400:
        return
    dates = find_dates(text)
    for at, day in enumerate(dates):
        start = dates[at - 1].end if at else 0
        end = dates[at + 1].start if at + 1 < len(dates) else len(text)
        start = max(start, text.rfind(";", start, day.start) + 1)
        end = text.find(";", day.end, end) if ";" in text[day.end : end] else end
        around = text[start:end]
        numbers = [s.number for s in find_meetings(around, document.rules.names)]
        yield NextMeeting(
            start=day.first,
            end=day.last,
            place=_place(text[day.end : end], text[start : day.start]),
            tentative=bool(_TENTATIVE.search(around if len(dates) > 1 else block.text)),
            number=numbers[0] if len(numbers) == 1 else None,
        )


def _in_sentences(blocks: Sequence[Block], document: Assembly) -> Iterator[NextMeeting]:
    for block in blocks:
        folded = fold(block.text)
        meetings = find_meetings(block.text, document.rules.names)
        if block.kind == "furniture" or not meetings or not _WILL.search(folded):
            continue
        for span in meetings:
            dates = span.dates
            if dates and _announces(folded, span, dates):
                around = folded[max(0, span.start - 60) : dates.end + 60]
                head = block.text[span.end if span.end < dates.start else 0 : dates.start]
                yield NextMeeting(
                    start=dates.first,
                    end=dates.last,
                    place=_place(block.text[dates.end :], head),
                    tentative=bool(_TENTATIVE.search(around)),
                    number=span.number,
                )


def _place(after: str, before: str) -> str | None:
    return place_after(after) or place_in(before) or place_before(before)


def _announces(folded: str, span: MeetingSpan, dates: DateSpan) -> bool:
    """Whether the words around say that the meeting is still to be held then."""
    before = folded[max(0, span.start - 40) : span.start]
    between = folded[span.end : dates.start]
    if dates.end <= span.start:
        return _MEET_AGAIN.search(folded[max(0, dates.start - 60) : dates.start]) is not None
    holds = re.search(
        r"\b(?:hold|tenir|tiendra|postpone|reschedul|move|fix|set|confirm|reporter|"
        r"report[eé])\w* (?:[\w']+ ){0,5}$",
        before,
    )
    return (
        bool(holds)
        or bool(_WILL.search(between))
        or bool(
            re.search(r"\b(?:next|prochaine)\b", folded[span.start : span.end])
            and _WILL.search(folded)
        )
    )
