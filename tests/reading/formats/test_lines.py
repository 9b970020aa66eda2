"""Lines of text -> blocks."""

from __future__ import annotations

import pytest

from lanzadash.reading.formats.lines import read_lines
from lanzadash.reading.formats.markdown import plain

WRAPPED = """\
Committee of the Parties to the Convention
on the protection of children against abuse

1.   Agreed that replies could be sent by 10
December 2021 to the Secretariat, which will
publish them in
2022. The rest follows.
2.   Took note of the following points:
     a) the first of them, which runs on to the
        next line;
     b) the second.
     - a bullet
3.   Held its meeting on 30 November
– 3 December 2021 in Strasbourg as planned.
"""


def shape(text: str) -> list[tuple[str, str | None, str]]:
    return [(block.kind, block.label, block.text) for block in read_lines(text)]


def test_wrapped_lines_are_joined() -> None:
    assert shape(WRAPPED) == [
        (
            "paragraph",
            None,
            "Committee of the Parties to the Convention on the protection of children "
            "against abuse",
        ),
        (
            "item",
            "1",
            "Agreed that replies could be sent by 10 December 2021 to the Secretariat, which will "
            "publish them in 2022. The rest follows.",
        ),
        ("item", "2", "Took note of the following points:"),
        ("item", "a", "the first of them, which runs on to the next line;"),
        ("item", "b", "the second."),
        ("item", "-", "a bullet"),
        (
            "item",
            "3",
            "Held its meeting on 30 November – 3 December 2021 in Strasbourg as planned.",
        ),
    ]


def test_short_lines_stay_apart() -> None:
    cover = "List of decisions\n35th meeting\n" + "X" * 200
    assert [text for _, _, text in shape(cover)][:2] == ["List of decisions", "35th meeting"]


FOOTNOTES = [
    ("word¹ here\n\n¹ A body.", "1", "superscript"),
    ("word[^1] here\n\n[^1]: A body.", "1", "Markdown"),
    ("word[1] here\n\n[1] A body.", "1", "square brackets"),
    ("word (1) here\n\n(1) A body.", "1", "round brackets"),
    ("Kosovo* here\n\n* A body.", "*", "star"),
    ("word¹ here\n\n_____\n1. A body.", "1", "a number under a rule"),
    ("word¹ here\n\nNotes\n\n1 A body.", "1", "a number under a heading"),
]


@pytest.mark.parametrize(("text", "label", "why"), FOOTNOTES)
def test_footnotes(text: str, label: str, why: str) -> None:
    blocks = read_lines(text)
    assert [mark.label for mark in blocks[0].marks] == [label], why
    assert (blocks[-1].kind, blocks[-1].label, blocks[-1].text) == ("footnote", label, "A body."), (
        why
    )


def test_what_no_mark_cites_is_no_footnote() -> None:
    assert shape("(1) First.\n\n(2) Second.") == [
        ("item", "1", "First."),
        ("item", "2", "Second."),
    ]


def test_markdown() -> None:
    text = plain(
        "---\ntitle: x\n---\n<!-- no -->\nTitle\n=====\n\n## 1. Opening\n\n"
        "**2.** Adopted &amp; done\n\n"
        "| No. | Decision |\n|---|---|\n| 3 | Agreed |\n\n> 4\\. Quoted\n"
    )
    assert shape(text) == [
        ("heading", None, "Title"),
        ("heading", "1", "Opening"),
        ("item", "2", "Adopted & done"),
        ("cell", None, "No."),
        ("cell", None, "Decision"),
        ("furniture", None, "|---|---|"),
        ("item", "3", "Agreed"),
        ("item", "4", "Quoted"),
    ]


def test_page_feet_are_furniture() -> None:
    text = (
        "1. Agreed to it.\n\nThe Committee\n          1\n\n2. Agreed to more.\n\n"
        "The Committee\n          2\n"
    )
    kinds = [(block.kind, block.label) for block in read_lines(text)]
    foot = ("furniture", None)
    assert kinds == [("item", "1"), foot, foot, ("item", "2"), foot, foot]


def test_figures_of_a_slide_are_no_pages() -> None:
    assert [kind for kind, _, _ in shape("48\n\nParties\n\n2010\n\nentry into force")] == [
        "paragraph"
    ] * 4


def test_a_number_alone_labels_the_line_below() -> None:
    assert shape("1.\nAdopted it.\n\n2.\nAgreed.") == [
        ("item", "1", "Adopted it."),
        ("item", "2", "Agreed."),
    ]
