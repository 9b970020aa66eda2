"""Lines that introduce decisions: "As regards ...", "In the context of ...:", "The Committee:"."""

from __future__ import annotations

import re

from lanzadash.reading.folding import fold

_HEADINGS = (
    r"as\sregards|as\sto|as\sconcerns|as\sfar\sas|with\sregards?\sto|with\srespect\sto|in\srespect\sof|"
    r"in\srelation\sto|in\sconnection\swith|regarding|concerning|in\sthe\s(?:context|framework|course|light)\sof|"
    r"within\sthe\s(?:context|framework)\sof|under\s|on\s(?:the\s)?|following|further\sto|for\s|"
    r"s'agissant|en\sce\squi\sconcerne|concernant|dans\sle\s(?:cadre|contexte)\sd|pour\sce\squi\s(?:est|concerne)|"
    r"quant\sà|quant\saux?|au\ssujet\sd|à\spropos\sd|au\stitre\sd|relativement|sur\s|en\smatière\sd|à\sl'égard\sd|au\sregard\sd"
)
_INTRODUCTION = re.compile(rf"(?:{_HEADINGS})", re.IGNORECASE)
# "During this meeting, the Lanzarote Committee:", "Lors de cette réunion, le Comité :"
_OPENING = re.compile(
    r"(?:(?:during|at|in\sthe\scourse\sof|lors\sde|au\scours\sde|à\sl'occasion\sde|pendant)\s[^.:]{3,120},?\s)?"
    r"(?:(?:the|le)\s)?(?:[\w-]+\s){0,3}?(?:committee|comité|bureau|parties)\b[^.:]{0,60}:$",
    re.IGNORECASE,
)


def is_opening(text: str) -> bool:
    """Whether ``text`` is the line after which decisions begin."""
    return _OPENING.match(fold(text).strip()) is not None


def is_introduction(text: str) -> bool:
    """Whether ``text`` opens as a heading of the house does: "As to procedural matters"."""
    folded = fold(text).strip()
    return bool(_INTRODUCTION.match(folded)) and not re.search(r"[.;]$", folded)


def is_context(text: str, following: str) -> bool:
    """Whether ``text`` is a context line: it ends in a colon and leads to decisions.

    One that leads to another such line is a section heading.
    """
    folded = fold(text).strip()
    if not folded.endswith(":") or not _INTRODUCTION.match(folded):
        return False
    return not is_introduction(following)
