"""Automatic numbers: each case was also opened in another word processor."""

from pathlib import Path

import pytest

from lanzadash.reading.formats.docx import read_blocks
from tests.reading.formats.word_files import level, num, p, pattern, restart, word

PLAIN = level(0, "%1."), level(1, "(%2)", "lowerLetter"), level(2, "%3)", "lowerRoman")
LEGAL = level(0, "%1."), level(1, "%1.%2."), level(2, "%1.%2.%3.")
HEADING = p("As regards a theme", style="Heading1")
HEADINGS = '<w:style w:type="paragraph" w:styleId="Heading1"><w:name w:val="heading 1"/></w:style>'

NUMBERED = [
    (pattern(0, *PLAIN) + num(1, 0), "1.0 1.0 - 1.0", "1 2 3", "goes on after a heading"),
    (pattern(0, *PLAIN) + num(1, 0) + num(2, 0), "1.0 2.0 1.0", "1 2 3", "lists of one pattern"),
    (
        pattern(0, *PLAIN) + num(1, 0) + num(2, 0, restart(0, 1)),
        "1.0 1.0 2.0 2.0 1.0",
        "1 2 1 2 3",
        "a list that starts anew",
    ),
    (
        pattern(0, *PLAIN) + num(1, 0) + num(2, 0, restart(0, 7)),
        "1.0 - 2.0 - 2.0",
        "1 7 8",
        "a list that starts at 7",
    ),
    (
        pattern(0, *PLAIN) + num(1, 0),
        "1.0 1.1 1.1 1.2 1.1 1.0 1.1",
        "1 a b i c 2 a",
        "deeper levels start anew",
    ),
    (
        pattern(0, *LEGAL) + num(1, 0),
        "1.0 1.1 1.1 1.2 1.0 1.1 1.2",
        "1 1.1 1.2 1.2.1 2 2.1 2.1.1",
        "legal numbers",
    ),
    (
        pattern(0, level(0, "%1.", "upperRoman"), level(1, "%1.%2", more="<w:isLgl/>")) + num(1, 0),
        "1.0 1.0 1.1",
        "I II 2.1",
        "Roman above, digits below",
    ),
    (
        pattern(0, level(0, "%1."), level(1, "%2.", more='<w:lvlRestart w:val="0"/>')) + num(1, 0),
        "1.0 1.1 1.0 1.1",
        "1 1 2 2",
        "a level that never starts anew",
    ),
    (pattern(0, level(0, "%1.", start=4)) + num(1, 0), "1.0 1.0", "4 5", "a start"),
    (pattern(0, level(0, "%1", "upperLetter", 26)) + num(1, 0), "1.0 1.0", "Z AA", "letters"),
    (pattern(0, level(0, "\uf0b7", "bullet")) + num(1, 0), "1.0", "•", "a bullet"),
    (pattern(0, level(0, "–", "bullet")) + num(1, 0), "1.0", "–", "a dash"),
    (
        pattern(0, level(0, "%1.", more='<w:pStyle w:val="Decision"/>')) + num(1, 0),
        "Decision Decision - Decision",
        "1 2 3",
        "numbered by the style",
    ),
    (
        pattern(0, level(0, "%1."), level(1, "%1.%2.", more='<w:pStyle w:val="Deep"/>'))
        + num(1, 0),
        "Decision Deep Deep",
        "1 1.1 1.2",
        "the level is linked to the style",
    ),
    (
        pattern(0, *PLAIN) + num(1, 0),
        "Child Child",
        "1 2",
        "a style based on a numbered one",
    ),
    (
        pattern(0, '<w:numStyleLink w:val="Liste"/>')
        + pattern(1, '<w:styleLink w:val="Liste"/>', level(0, "%1)"))
        + num(1, 0)
        + num(2, 1),
        "1.0 1.0",
        "1 2",
        "a list that names a numbering style",
    ),
]
STYLES = HEADINGS + (
    '<w:style w:type="paragraph" w:styleId="Decision"><w:name w:val="Decision"/><w:pPr><w:numPr>'
    '<w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="Deep"><w:name w:val="Deep"/><w:pPr><w:numPr>'
    '<w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="Child"><w:name w:val="Child"/>'
    '<w:basedOn w:val="Decision"/></w:style>'
    '<w:style w:type="numbering" w:styleId="Liste"><w:name w:val="Liste"/><w:pPr><w:numPr>'
    '<w:numId w:val="2"/></w:numPr></w:pPr></w:style>'
)


def numbered_body(paragraphs: str) -> str:
    """``1.0`` is a paragraph of list 1, level 0; ``-`` a heading; a word the style of one."""
    made = {"-": HEADING}
    return "".join(
        made.get(word) or (p("x", word) if word[0].isdigit() else p("x", style=word))
        for word in paragraphs.split()
    )


@pytest.mark.parametrize(("numbering", "paragraphs", "labels", "why"), NUMBERED)
def test_automatic_numbers_are_those_that_word_shows(
    numbering: str, paragraphs: str, labels: str, why: str
) -> None:
    data = word(numbered_body(paragraphs), numbering=numbering, styles=STYLES)
    blocks = read_blocks(Path("list.docx"), data).blocks
    assert [block.label for block in blocks if block.kind == "item"] == labels.split(), why


def test_an_empty_item_counts_and_one_without_numbers_does_not() -> None:
    body = p("x", "1.0") + p("", "1.0") + p("no", "0.0", style="Decision") + p("y", "1.0")
    data = word(body, numbering=pattern(0, *PLAIN) + num(1, 0), styles=STYLES)
    blocks = read_blocks(Path("list.docx"), data).blocks
    assert [(block.label, block.text) for block in blocks] == [("1", "x"), (None, "no"), ("3", "y")]
