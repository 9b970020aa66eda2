"""A brief as a tagged PDF (PDF/UA-1), by typst: it embeds its own fonts and asks for no network."""

from __future__ import annotations

import json
from dataclasses import asdict
from pathlib import Path

import typst

from lanzadash.exports.brief import Brief

TEMPLATE = Path(__file__).with_name("brief.typ")
REGIONS = {"en": "GB", "fr": "FR"}


def to_pdf(brief: Brief) -> bytes:
    """The brief as a PDF with structure, language and title; the same brief, the same bytes.

    Its words reach the template as JSON and are drawn as text, so that none becomes markup.
    """
    told = asdict(brief) | {"as_of": brief.as_of.isoformat(), "region": REGIONS[brief.language]}
    return bytes(
        typst.compile(
            TEMPLATE,
            root=TEMPLATE.parent,
            format="pdf",
            ignore_system_fonts=True,
            sys_inputs={"brief": json.dumps(told, ensure_ascii=False)},
            pdf_standards="ua-1",
            timestamp=0,
        )
    )
