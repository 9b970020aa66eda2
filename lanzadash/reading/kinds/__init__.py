"""Which kind of document it is, and the reader for that kind."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from lanzadash.reading.agenda_items import itemised
from lanzadash.reading.decisions import BULLETS, first_decision, read_decisions
from lanzadash.reading.folding import fold
from lanzadash.reading.formats.blocks import Block, Source
from lanzadash.reading.introductions import is_opening
from lanzadash.reading.kinds import agenda, list_of_decisions, meeting_page, other, report
from lanzadash.reading.kinds.other import front_of
from lanzadash.reading.ledger import Ledger
from lanzadash.reading.meetings import find_meetings
from lanzadash.reading.mending import mend
from lanzadash.reading.rules import Rules
from lanzadash.reading.symbols import find_symbols
from lanzadash.reading.titles import is_page_section, title_kind
from lanzadash.records import Kind, Reading

_READERS: dict[Kind, Callable[[Source, Rules], Reading]] = {
    "list_of_decisions": list_of_decisions.read,
    "agenda": agenda.read,
    "report": report.read,
    "meeting_page": meeting_page.read,
    "other": other.read,
}
_FIRST_ITEM = re.compile(
    r"(?:opening|adoption of the (?:draft )?agenda|ouverture|adoption (?:de l'|"
    r"du projet d')ordre)\b",
    re.IGNORECASE,
)


# What is entitled so may tell of decisions, but is no list of them.
_OTHER_TITLE = re.compile(
    r"\b(?:reports?|rapports?|notes?|letter|lettre|questionnaires?|opinions?|avis|d[eé]clarations?|"
    r"compilations?|"
    r"press|presse|communiqués?|speech|discours|statements?|minutes|presentation|présentation|"
    r"contributions?)\b",
    re.IGNORECASE,
)


def read_source(source: Source, rules: Rules) -> Reading:
    """The blocks of a document as a ``Reading``. Never raises, whatever the text."""
    source = replace(source, blocks=mend(source.blocks, rules))
    return _READERS[find_kind(source, rules)](source, rules)


def find_kind(source: Source, rules: Rules) -> Kind:
    """The kind of document, from its title and from what its body is made of."""
    body = tuple(b for b in source.blocks if b.kind not in ("furniture", "footnote"))
    items = itemised(body)
    front = body[: min(first_decision(body), 40)]
    titles = {title_kind(block.text) for block in front_of(front)} - {None}
    drafts = read_decisions(body, Ledger(()))
    opened = any(is_opening(block.text) for block in body)
    entitled = any(_OTHER_TITLE.search(fold(block.text)) for block in front_of(front))
    if drafts and ("list_of_decisions" in titles or (opened and not titles and not entitled)):
        return "list_of_decisions"
    numbered = [b for b in items if b.label and b.label not in BULLETS]
    page = _is_page(items, rules)
    if len(numbered) > 2 and "agenda" in titles and not page:
        return "agenda"
    if report.has_recommendations(source, rules):
        return "report"
    if page:
        return "meeting_page"
    if len(numbered) > 2 and _FIRST_ITEM.match(fold(numbered[0].text)):
        return "agenda"
    return "other"


def _is_page(body: tuple[Block, ...], rules: Rules) -> bool:
    """A page about a meeting: named after it, without a symbol of its own."""
    front = front_of(body)
    about = any(find_meetings(block.text, rules.names) for block in front if len(block.text) < 150)
    symbol = any(find_symbols(block.text, rules.codes) for block in front)
    sections = any(is_page_section(b.text) for b in body if b.label is None)
    agenda_only = any(_FIRST_ITEM.match(fold(b.text)) for b in body if b.label) and not sections
    return about and not symbol and not agenda_only
