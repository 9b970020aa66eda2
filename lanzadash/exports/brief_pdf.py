"""A brief as a tagged PDF (PDF/UA-1), by typst: it embeds its own fonts and asks for no network.

The font is Libertinus Serif, which typst brings; its licence (SIL Open Font License) allows it to
be embedded and stands beside the files for Word in ``fonts``.
"""

from __future__ import annotations

import json
import re
from bisect import bisect_left
from collections.abc import Callable, Sequence
from contextlib import closing
from dataclasses import asdict
from pathlib import Path
from typing import TypeVar

import pypdfium2
import typst

from lanzadash.exports.paper import Brief

T = TypeVar("T")

TEMPLATE = Path(__file__).with_name("brief.typ")
REGIONS = {"en": "GB", "fr": "FR"}
SPARE = 1.4
"""Centimetres of a page left free where a brief is fitted: Word sets a little wider."""

# Outside of these blocks (Latin, Greek, Cyrillic, punctuation, currency, arrows) a character may
# stand in none of the fonts that typst brings.
_PERHAPS_MISSING = re.compile(
    "[^ -~\u00a0-\u024f\u0300-\u033f\u0386-\u03cf\u0400-\u045f\u1e00-\u1eff"
    "\u2000-\u203f\u20a0-\u20bf\u2190-\u21ff]"
)


def to_pdf(brief: Brief, spare: float = 0) -> bytes:
    """The brief as a PDF with structure, language and title; the same brief, the same bytes.

    Its words reach the template as JSON and are drawn as text, so that none becomes markup. A
    character that none of the fonts has is drawn as a box, since PDF/UA allows no missing one.
    ``spare`` is the height in centimetres that stays free at the foot of each page.
    """
    told = asdict(brief) | {"as_of": brief.as_of.isoformat(), "region": REGIONS[brief.language]}
    words = json.dumps(told, ensure_ascii=False)
    try:
        return _compiled(words, spare)
    except typst.TypstError:
        return _compiled(_PERHAPS_MISSING.sub("□", words), spare)


def fitted(choices: Sequence[T], make: Callable[[T], Brief], pages: int) -> Brief:
    """The brief of the first choice that so many pages hold; of the last where none does.

    ``choices`` go from the fullest brief to the shortest.
    """
    first = bisect_left(choices, True, key=lambda choice: _pages(make(choice)) <= pages)
    return make(choices[min(first, len(choices) - 1)])


def _pages(brief: Brief) -> int:
    with closing(pypdfium2.PdfDocument(to_pdf(brief, SPARE))) as document:
        return len(document)


def _compiled(words: str, spare: float) -> bytes:
    return bytes(
        typst.compile(
            TEMPLATE,
            root=TEMPLATE.parent,
            format="pdf",
            ignore_system_fonts=True,
            sys_inputs={"brief": words, "spare": str(spare)},
            pdf_standards="ua-1",
            timestamp=0,
        )
    )
