"""PDF files, typeset from a few lines of our own words."""

import random

import typst

LOOK = """
#set document(title: "List of decisions")
#set page(width: 12cm, height: 15cm, margin: 2cm, header: context [{header}], footer: [{footer}])
#set text(lang: "en", size: 11pt, hyphenate: {hyphenate})
#set par(justify: {justify}, spacing: 1.1em)
#let item(label, body) = grid(columns: (2em, 1fr), label, body)
"""


def typeset(
    body: str, header: str = "", footer: str = "", hyphenate: bool = False, justify: bool = False
) -> bytes:
    """``body`` in Typst's markup on small pages; ``#item([4.], [...])`` hangs behind a label."""
    switches = {"hyphenate": str(hyphenate).lower(), "justify": str(justify).lower()}
    look = LOOK.format(header=header, footer=footer, **switches)
    pdf: bytes = typst.compile((look + body).encode())
    return pdf


def filler(words: int) -> str:
    """So many words that say nothing, as long as those of a report; no two lines are the same."""
    stock = "agreed measures concerning young witnesses interviewed together with trained staff"
    return " ".join(random.Random(words).choices(stock.split(), k=words))
