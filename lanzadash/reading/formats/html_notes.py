"""Footnotes of a web page: which links are marks, what they cite, which lead back.

Written for what Pandoc, Word, LibreOffice, wikis and content systems make of a footnote: a link
whose text is a mark, to a target further down that holds the note and often a link back.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from urllib.parse import unquote

from lxml.html import HtmlElement

# "1", "[1]", "(a)", "*", "iv": all that the text of a mark may be.
_MARK = re.compile(r"[\[(]?(\d{1,3}|[*†‡§]{1,4}|[ivxlc]{1,6}|[a-z])[\])]?\.?", re.IGNORECASE)
# "#_ftn1", "#fnref:2", "#cite_note-3", "#sdfootnote1sym", "#endnote1"
_NOTE_ADDRESS = re.compile(r"fn|ftn|note|cite|noteref", re.IGNORECASE)
_BACK = re.compile(r"(?:[↩↑^⏎↵\ufe0e\ufe0f\s]|back|retour)*", re.IGNORECASE)


@dataclass
class Notes:
    """``marks``: link -> label. ``labels``: the element that holds a note -> its label."""

    marks: dict[HtmlElement, str] = field(default_factory=dict)
    labels: dict[HtmlElement, str] = field(default_factory=dict)
    back_links: set[HtmlElement] = field(default_factory=set)

    @classmethod
    def of(cls, root: HtmlElement) -> Notes:
        """The footnotes of the page whose root element is ``root``."""
        places: dict[str, tuple[int, HtmlElement]] = {}
        links: list[tuple[int, HtmlElement]] = []
        for place, element in enumerate(root.iter()):
            for name in (element.get("id"), element.get("name") if element.tag == "a" else None):
                if name:
                    places.setdefault(name, (place, element))
            if element.tag == "a" and element.get("href", "").startswith("#"):
                links.append((place, element))
        notes = cls()
        for place, link in links:
            target = places.get(unquote(link.get("href", "#")[1:]))
            if target:
                notes._add(link, is_back=target[0] <= place, target=target[1])
        return notes

    def _add(self, link: HtmlElement, is_back: bool, target: HtmlElement) -> None:
        text = link.text_content().strip()
        mark = _MARK.fullmatch(text)
        speaks = " ".join(link.get(name, "") for name in ("href", "class", "role", "id"))
        is_note = _NOTE_ADDRESS.search(speaks) is not None or _is_raised(link)
        if is_back and (_BACK.fullmatch(text) or (mark and is_note)):
            self.back_links.add(link)
        elif mark and is_note and not is_back:
            self.marks[link] = mark[1]
            self.labels.setdefault(target, mark[1])


def _is_raised(link: HtmlElement) -> bool:
    return link.find(".//sup") is not None or next(link.iterancestors("sup"), None) is not None
