from __future__ import annotations

import datetime as dt

from lanzadash.reading.cues import Frame
from lanzadash.reading.deadlines import Context, codes_in, find_addresses, find_deadlines
from lanzadash.reading.footnotes import Footnotes
from lanzadash.reading.formats.blocks import Block, Source
from lanzadash.reading.header import read_header
from lanzadash.reading.kinds.list_of_decisions import Draft, footnotes_of, read_decisions
from lanzadash.reading.language import find_language
from lanzadash.reading.ledger import Ledger, place_of
from lanzadash.reading.mentions import (
    document_mentions,
    meeting_mentions,
    paragraph_references,
    party_mentions,
    recommendation_mentions,
)
from lanzadash.reading.meetings import find_meetings
from lanzadash.reading.rules import Rules
from lanzadash.reading.verbs import is_operative
from lanzadash.records import Deadline, Decision, Document, Meeting, Reading


def read_list_of_decisions(source: Source, rules: Rules) -> Reading:
    ledger = Ledger(source.blocks)
    split = next(
        (
            i
            for i, b in enumerate(source.blocks)
            if is_operative(b.text) and (b.label or not b.text.startswith("Adopted by"))
        ),
        len(source.blocks),
    )
    header = read_header(source.blocks[:split], source.blocks, rules, ledger)
    drafts = read_decisions(source.blocks, ledger)
    notes = Footnotes(source.blocks)
    meeting = header.meeting()
    r: dict = {
        k: []
        for k in (
            "decisions",
            "deadlines",
            "meeting_mentions",
            "recommendation_mentions",
            "document_mentions",
            "party_mentions",
            "paragraph_references",
        )
    }
    frame = Frame(
        meeting.start if meeting else None,
        meeting.end if meeting else None,
        meeting.start if meeting else None,
        _meetings(source, rules),
    )
    for index, d in enumerate(drafts, 1):
        fn = footnotes_of(d, notes, ledger)
        dec = Decision(
            index=index,
            number=d.number,
            section=d.section,
            context=d.context,
            verb=d.verb,
            text=d.text,
            points=[b.text for b in d.points],
            footnotes=[b.text for b in fn],
            place=place_of(d.blocks[0]),
        )
        r["decisions"].append(dec)
        texts = [d.text, *dec.points, *dec.footnotes]
        key = (d.number, index)
        r["meeting_mentions"] += meeting_mentions(texts, rules, *key)
        r["recommendation_mentions"] += recommendation_mentions(texts, *key)
        r["document_mentions"] += document_mentions(texts, rules, *key)
        r["party_mentions"] += party_mentions(texts, rules, *key)
        r["paragraph_references"] += paragraph_references(texts, rules, *key)
        whole = " ".join(texts)
        ctx = Context(
            frame, tuple(codes_in(whole)), tuple(find_addresses(whole)), " ".join(dec.points)
        )
        for b in [*d.blocks, *d.points, *fn]:
            r["deadlines"] += find_deadlines(b.text, ctx, place_of(b), *key)
    symbol = header.symbol
    doc = Document(
        symbol=symbol.work if symbol else None,
        version=symbol.version if symbol else None,
        lang=(
            symbol.lang
            if symbol and symbol.lang in ("en", "fr")
            else find_language(b.text for b in source.blocks)
        ),
        kind="list_of_decisions",
        title=None,
        dated=header.dated,
        adopted=header.adopted,
        sha256=source.sha256,
    )
    return Reading(
        file=source.file,
        document=doc,
        meeting=meeting,
        leftovers=ledger.left(),
        coverage=ledger.coverage(),
        **r,
    )


def _meetings(source, rules):
    names = tuple(n for b in rules.bodies for n in b.names)
    found = {}
    for b in source.blocks:
        for s in find_meetings(b.text, names):
            if s.number and s.first and s.last:
                found.setdefault(s.number, set()).add((s.first, s.last))
    return tuple((n, d.pop()) for n, d in found.items() if len(d) == 1)
