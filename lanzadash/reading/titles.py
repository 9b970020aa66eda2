"""What a document calls itself: the titles by which its kind is told."""

from __future__ import annotations

import re
from collections.abc import Iterable

from lanzadash.reading.folding import fold
from lanzadash.reading.formats.blocks import Block
from lanzadash.records import Kind

# "Draft annotated agenda", "Projet d'ordre du jour"
_QUALITY = (
    r"(?:(?:draft|revised|adopted|abridged|consolidated|annotated|provisional|final|preliminary|"
    r"updated|projet de|projet d'|"
    r"avant-projet d'|the|la|le|l') ?)*"
)
# "... of the 35th meeting", "... (remote)", "... adopted on ..."
_BEHIND = (
    r"(?: ?(?:[-:(,]|of\b|for\b|at\b|by\b|during\b|lors\b|par\b|à\b|adopted\b|annotated\b|"
    r"annotée?\b|de\b|du\b|des\b|adoptée?s?\b|"
    r"provisoire|révisée?\b|\d).{0,160})?"
)
_NAMES: dict[Kind, str] = {
    "list_of_decisions": (
        r"lists? of (?:the )?decisions|listes? (?:\w+ée? )?des? décisions|relevé d(?:es |"
        r"e )décisions|"
        r"decisions (?:adopted|taken)|décisions (?:adoptées|prises)|d[eé]cisions(?=\W*$| ?[(:-]|"
        r" (?:of|by|du) (?:the )?(?:[\w-]+ )?(?:committee|comité))|"
        r"(?:(?:abridged|summary) )?meeting report ?[-:,] ?decisions"
    ),
    "agenda": (
        r"agenda|orders? of business|ordre du jour|ordre des travaux|"
        r"programme of (?:the )?meeting"
    ),
    "report": (
        r"(?:[\w-]+ ){0,3}?(?:implementation|compliance|special|monitoring|evaluation) reports?|"
        r"rapports? (?:de mise en œuvre|de conformité|spécial|d'évaluation|de suivi)"
    ),
}
_TITLES = {
    kind: re.compile(rf"\W*{_QUALITY}(?:{names}){_BEHIND}\W*$", re.IGNORECASE)
    for kind, names in _NAMES.items()
}


# What a page about a meeting has headings for.
_PAGE_SECTION = re.compile(
    r"\W*(?:(?:working|meeting|background|reference) )?(?:documents?(?: de (?:travail|réunion))?|"
    r"practical information|"
    r"informations? pratiques?|registration|inscriptions?|highlights|points forts|in brief|en bref|"
    r"news|actualités|press(?: release)?s?|"
    r"presse|links|liens(?: utiles)?|useful links|background|contexte|contacts?|participants?|"
    r"summary|résumé|about(?: .*)?)\W*",
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
