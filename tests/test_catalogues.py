"""No word on screen is hard-coded, and every one of them has its French."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from babel.messages.pofile import write_po

from tools import catalogues

ROOT = Path(__file__).parents[1]
TEMPLATES = sorted((ROOT / "lanzadash" / "web" / "templates").rglob("*.html"))
SCRIPTS = [*sorted((ROOT / "pages").glob("*.py")), ROOT / "lanzadash" / "web" / "asof.py"]

NAMES = {
    "lanzadash",
    "SHA-256",
    "API",
    "BibTeX",
    "RIS",
    "Outlook",
    "Thunderbird",
    "Google",
    "Apple",
}
"""Names that are the same in every language."""

# {% trans n=total %}{{ n }} decision{% pluralize %}{{ n }} decisions{% endtrans %}
TRANSLATED = re.compile(r"\{%-?\s*trans\b.*?\{%-?\s*endtrans\s*-?%\}", re.DOTALL)
# {# a comment #}, {{ a value }}, {% a statement %}
JINJA = re.compile(r"\{#.*?#\}|\{\{.*?\}\}|\{%.*?%\}", re.DOTALL)
LETTERS = re.compile(r"[^\W\d_]{2,}")


def test_the_french_catalogue_is_complete() -> None:
    assert catalogues.faults("fr", catalogues.template()) == []


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda path: path.name)
def test_templates_hold_no_words_of_their_own(template: Path) -> None:
    visible = Visible()
    visible.feed(JINJA.sub(" ", TRANSLATED.sub(" ", template.read_text("utf-8"))))
    assert [words for words in visible.words if LETTERS.search(words)] == []


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda path: path.name)
def test_pages_hold_no_words_of_their_own(script: Path) -> None:
    assert list(bare_words(ast.parse(script.read_text("utf-8")))) == []


@pytest.mark.parametrize(
    ("template", "found"),
    [
        ("<p>Bare</p>", ["Bare"]),
        ('<p title="Bare">{{ _("Not bare") }}</p>', ["Bare"]),
        ("<p>{% trans n=1 %}Not bare{% endtrans %} {# nor this #}</p>", []),
        ('<p class="not-seen"><code>python</code> · {{ "x" }}</p>', []),
    ],
)
def test_what_counts_as_a_word_in_a_template(template: str, found: list[str]) -> None:
    visible = Visible()
    visible.feed(JINJA.sub(" ", TRANSLATED.sub(" ", template)))
    assert [words for words in visible.words if LETTERS.search(words)] == found


@pytest.mark.parametrize(
    ("script", "found"),
    [
        ('st.write("Bare words")', ["Bare words"]),
        ('st.write(f"Bare {n}")', ["Bare "]),
        ('"""A docstring."""\nst.write(say("Not bare"), key="filters")', []),
    ],
)
def test_what_counts_as_a_word_in_a_page(script: str, found: list[str]) -> None:
    assert list(bare_words(ast.parse(script))) == found


class Visible(HTMLParser):
    """Collects the words of a page that a person reads or hears; commands in ``code`` aside."""

    def __init__(self) -> None:
        super().__init__()
        self.words: list[str] = []
        self._in_code = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._in_code += tag == "code"
        self.words += [
            value
            for name, value in attrs
            if value and name in ("title", "alt", "placeholder", "aria-label")
        ]

    def handle_endtag(self, tag: str) -> None:
        self._in_code -= tag == "code"

    def handle_data(self, data: str) -> None:
        if not self._in_code and data.strip():
            left = " ".join(word for word in data.split() if word not in NAMES)
            self.words += [left] if left else []


def bare_words(tree: ast.AST) -> Iterator[str]:
    """The strings of a script that look like words for a person and pass through no catalogue."""
    if isinstance(tree, ast.Call) and isinstance(tree.func, ast.Name) and tree.func.id == "say":
        return
    if isinstance(tree, ast.Expr) and isinstance(tree.value, ast.Constant):
        return  # a docstring
    if isinstance(tree, ast.Constant) and isinstance(tree.value, str):
        words = LETTERS.search(tree.value) and not tree.value.isupper()  # DD/MM/YYYY is none
        if words and (tree.value[0].isupper() or " " in tree.value.strip()):
            yield tree.value
        return
    for child in ast.iter_child_nodes(tree):
        yield from bare_words(child)


def test_the_translation_of_a_word_that_is_gone_stays_at_hand(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(catalogues, "LOCALES", tmp_path)
    words = Catalog(locale="fr")
    words.add("Old words", "Anciens mots")
    (tmp_path / "fr").mkdir()
    with (tmp_path / "fr" / "messages.po").open("wb") as file:
        write_po(file, words)
    text = catalogues.update("fr", catalogues.template()).read_text("utf-8")
    assert '#~ msgid "Old words"\n#~ msgstr "Anciens mots"' in text
