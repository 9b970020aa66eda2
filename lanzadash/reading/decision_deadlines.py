"""The deadlines of a list of decisions: in its decisions, in their tables, and around them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from lanzadash.reading.addressees import asked_parties
from lanzadash.reading.assembly import Assembly
from lanzadash.reading.clauses import force_of
from lanzadash.reading.cue_patterns import DEADLINE_NOUN
from lanzadash.reading.cues import Frame
from lanzadash.reading.deadlines import Context, codes_in, find_addresses, find_deadlines
from lanzadash.reading.decisions import Draft
from lanzadash.reading.folding import fold
from lanzadash.reading.formats.blocks import Block
from lanzadash.reading.ledger import place_of
from lanzadash.records import Deadline

_COLUMN = re.compile(rf"{DEADLINE_NOUN}\b.{{0,30}}", re.IGNORECASE)


@dataclass(frozen=True)
class Filed:
    """A decision as it is filed: its draft, position in the document and footnotes."""

    draft: Draft
    index: int
    notes: Sequence[Block]

    @property
    def texts(self) -> list[str]:
        """Its wording: the text, its points, its footnotes."""
        own = [self.draft.text, *(block.text for block in self.draft.points)]
        return [*own, *(note.text for note in self.notes)]


def deadlines_of(filed: Filed, frame: Frame, document: Assembly) -> list[Deadline]:
    """The deadlines that one decision sets, each at the place it is printed."""
    draft = filed.draft
    frame = replace(frame, verb=draft.verb)
    linked = [one.address for block in draft.all_blocks() for one in block.links]
    whole = " ".join(filed.texts)
    context = Context(
        frame=frame,
        codes=tuple(codes_in(whole)),
        addresses=tuple(find_addresses(whole) or _mail_in(linked)),
        listed=" ".join(block.text for block in draft.points),
        names=document.rules.party_names,
    )
    lead = fold(draft.text) if draft.opens_list else ""
    below = replace(context, frame=replace(frame, lead=lead), listed="")
    stretches = [(block, context) for block in draft.blocks]
    stretches += [(block, below) for block in (*draft.points, *filed.notes)]
    found = [
        deadline
        for block, around in stretches
        for deadline in find_deadlines(
            block.text, around, place_of(block), draft.number, filed.index
        )
    ]
    days = {deadline.due for deadline in found}
    return found + [one for one in _in_cells(filed, context, document) if one.due not in days]


def _mail_in(links: Sequence[str]) -> list[str]:
    """The addresses of links to write to, where a decision prints none: "by e-mail"."""
    return find_addresses(" ".join(one for one in links if one.lower().startswith("mailto:")))


def deadlines_around(
    decisions: Sequence[Filed], frame: Frame, document: Assembly, known: Sequence[Deadline]
) -> Iterator[Deadline]:
    """Deadlines outside the decisions, in a context line or an appendix.

    One in a context line belongs to the first decision under it. A day that a decision sets
    already is not set again.
    """
    under = {
        filed.draft.context.position: (filed.draft.number, filed.index)
        for filed in reversed(decisions)
        if filed.draft.context
    }
    days = {deadline.due for deadline in known}
    first = decisions[0].draft.blocks[0].position if decisions else 0
    for block in document.blocks:
        free = block.position > first and block.position not in document.ledger.taken
        if free or block.position in under:
            number, index = under.get(block.position, (None, None))
            found = find_deadlines(block.text, Context(frame), place_of(block), number, index)
            yield from (one for one in found if one.due and one.due not in days)


def _in_cells(filed: Filed, context: Context, document: Assembly) -> Iterator[Deadline]:
    """Deadlines in the cells beside a decision: "by 5 June 2024", or a day in their own column."""
    draft = filed.draft
    if not draft.cells:
        return
    column = next(
        (b.text for b in document.blocks if b.kind == "cell" and _COLUMN.fullmatch(fold(b.text))),
        None,
    )
    for cell in draft.cells:
        headed = f"{column}: {cell.text}" if column else cell.text
        for one in find_deadlines(headed, context, place_of(cell), draft.number, filed.index):
            yield one.model_copy(
                update={
                    "printed": cell.text,
                    "what": draft.text,
                    "force": force_of(fold(draft.text), ""),
                    "recommendations": list(context.codes),
                    "parties": asked_parties(draft.text, context.names),
                }
            )
