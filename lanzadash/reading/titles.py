"""What a document calls itself: the titles by which its kind is told."""

from __future__ import annotations

import re
from collections.abc import Iterable

from lanzadash.reading.folding import fold
from lanzadash.reading.formats.blocks import Block
from lanzadash.records import Kind

# "Draft annotated agenda", "Projet d'ordre du jour"
_QUALITY = (
    r"(?:(?:draft|revised|adopted|abridged|consolidated|annotated|provisional|final|preliminary|updated|projet\sde|projet\sd'|"
    r"avant-projet\sd'|the|la|le|l')\s?)*"
)
# "... of the 35th meeting", "... (remote)", "... adopted on ..."
_BEHIND = (
    r"(?:\s?(?:[-:(,]|of\b|for\b|at\b|by\b|during\b|lors\b|par\b|à\b|adopted\b|annotated\b|annotée?\b|de\b|du\b|des\b|adoptée?s?\b|"
    r"provisoire|révisée?\b|\d).{0,160})?"
)
_NAMES: dict[Kind, str] = {
    "list_of_decisions": (
        r"lists?\sof\s(?:the\s)?decisions|listes?\s(?:\w+ée?\s)?des?\sdécisions|relevé\sd(?:es\s|e\s)décisions|"
        r"decisions\s(?:adopted|taken)|décisions\s(?:adoptées|prises)|d[eé]cisions(?=\W*$|\s?[(:-]|\s(?:of|by|du)\s(?:the\s)?(?:[\w-]+\s)?(?:committee|comité))|"
        r"(?:(?:abridged|summary)\s)?meeting\sreport\s?[-:,]\s?decisions"
    ),
    "agenda": (
        r"agenda|orders?\sof\sbusiness|ordre\sdu\sjour|ordre\sdes\stravaux|"
        r"programme\sof\s(?:the\s)?meeting"
    ),
    "report": (
        r"(?:[\w-]+\s){0,3}?(?:implementation|compliance|special|monitoring|evaluation)\sreports?|"
        r"rapports?\s(?:de\smise\sen\sœuvre|de\sconformité|spécial|d'évaluation|de\ssuivi)"
    ),
}
_TITLES = {
    kind: re.compile(rf"\W*{_QUALITY}(?:{names}){_BEHIND}\W*$", re.IGNORECASE)
    for kind, names in _NAMES.items()
}


# What a page about a meeting has headings for.
_PAGE_SECTION = re.compile(
    r"\W*(?:(?:working|meeting|background|reference)\s)?(?:documents?(?:\sde\s(?:travail|réunion))?|practical\sinformation|"
    r"informations?\spratiques?|registration|inscriptions?|highlights|points\sforts|in\sbrief|en\sbref|news|actualités|press(?:\srelease)?s?|"
    r"presse|links|liens(?:\sutiles)?|useful\slinks|background|contexte|contacts?|participants?|summary|résumé|about(?:\s.*)?)\W*",
    re.IGNORECASE,
)


def is_page_section(text: str) -> bool:
    """Whether ``text`` heads a part of a web page: "Documents", "Practical information"."""
    return _PAGE_SECTION.fullmatch(fold(text)) is not None


def title_kind(text: str) -> Kind | None:
    """The kind of document whose title ``text`` is; ``None`` where it is no such title."""
    if len(text) > 200:
        return None
    folded = fold(text).strip()
    return next((kind for kind, pattern in _TITLES.items() if pattern.match(folded)), None)


def find_title(front: Iterable[Block], kind: Kind) -> Block | None:
    """The block among ``front`` that is the title of a document of this kind."""
    return next((block for block in front if title_kind(block.text) == kind), None)
