"""A brief as a tagged PDF (PDF/UA-1), by typst: it embeds its own fonts and asks for no network."""

from __future__ import annotations

import json
import re
from dataclasses import asdict
from pathlib import Path

import typst

from lanzadash.exports.brief import Brief

TEMPLATE = Path(__file__).with_name("brief.typ")
REGIONS = {"en": "GB", "fr": "FR"}
# Outside of these blocks (Latin, Greek, Cyrillic, punctuation, currency, arrows) a character may
# stand in none of the fonts that typst brings.
_PERHAPS_MISSING = re.compile(
    "[^ -~\u00a0-\u024f\u0300-\u033f\u0386-\u03cf\u0400-\u045f\u1e00-\u1eff"
    "\u2000-\u203f\u20a0-\u20bf\u2190-\u21ff]"
)


def to_pdf(brief: Brief) -> bytes:
    """The brief as a PDF with structure, language and title; the same brief, the same bytes.

    Its words reach the template as JSON and are drawn as text, so that none becomes markup. A
    character that none of the fonts has is drawn as a box, since PDF/UA allows no missing one.
    """
    told = asdict(brief) | {"as_of": brief.as_of.isoformat(), "region": REGIONS[brief.language]}
    words = json.dumps(told, ensure_ascii=False)
    try:
        return _compiled(words)
    except typst.TypstError:
        return _compiled(_PERHAPS_MISSING.sub("□", words))


def _compiled(words: str) -> bytes:
    return bytes(
        typst.compile(
            TEMPLATE,
            root=TEMPLATE.parent,
            format="pdf",
            ignore_system_fonts=True,
            sys_inputs={"brief": words},
            pdf_standards="ua-1",
            timestamp=0,
        )
    )
