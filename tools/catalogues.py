"""Bring the gettext catalogues up to date with the words in the code and the templates.

    python tools/catalogues.py            update lanzadash/locale/*/messages.po
    python tools/catalogues.py --check    say what is missing, change nothing; exit code 1 if any

English words are the message ids themselves, so only the other languages need translating.
"""

from __future__ import annotations

import io
import re
import sys
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).resolve().parents[1]
LOCALES = ROOT / "lanzadash" / "locale"
KEYWORDS = {
    "_": None,
    "gettext": None,
    "ngettext": (1, 2),
    "say": None,
    "self": None,
    "plural": (1, 2),
}
METHODS = [
    ("**.py", "python"),
    ("**/templates/**.html", "jinja2"),
    ("**/templates/**.txt", "jinja2"),
]
OPTIONS = {"**/templates/**.html": {"extensions": "jinja2.ext.i18n", "newstyle_gettext": "true"}}
PLACEHOLDER = re.compile(r"\{[a-z_]+\}|%\([a-z_]+\)s")


def template() -> Catalog:
    """All words that a person can see, as they stand in the code."""
    catalogue = Catalog(project="lanzadash", charset="utf-8")
    for folder in ("pages", "lanzadash"):
        found = extract_from_dir(
            ROOT / folder, METHODS, OPTIONS, keywords=KEYWORDS, strip_comment_tags=True
        )
        for name, _line, message, comments, context in found:
            place = [(f"{folder}/{name}", 0)]
            catalogue.add(message, None, place, auto_comments=comments, context=context)
    return catalogue


def faults(code: str, words: Catalog) -> list[str]:
    """What is missing, left over, uncertain or different in placeholders in one catalogue."""
    path = LOCALES / code / "messages.po"
    if not path.exists():
        return [f"{path.relative_to(ROOT)}: missing"]
    with path.open("rb") as file:
        catalogue = read_po(file, locale=code)
    found = [
        f"{code}: not in the catalogue: {m.id!r}" for m in words if m.id and m.id not in catalogue
    ]
    for message in catalogue:
        if not message.id:
            continue
        ids = [message.id] if isinstance(message.id, str) else list(message.id)
        given = [message.string] if isinstance(message.string, str) else [*(message.string or ())]
        if message.id not in words:
            found.append(f"{code}: no longer used: {ids[0]!r}")
        elif not all(given):
            found.append(f"{code}: not translated: {ids[0]!r}")
        elif message.fuzzy:
            found.append(f"{code}: uncertain: {ids[0]!r}")
        elif {p for text in given for p in PLACEHOLDER.findall(text)} - {
            p for text in ids for p in PLACEHOLDER.findall(text)
        } or set(PLACEHOLDER.findall(ids[-1])) - set(PLACEHOLDER.findall(given[-1])):
            found.append(f"{code}: other placeholders: {ids[0]!r}")
    return found


def update(code: str, words: Catalog) -> Path:
    """Write one catalogue with every word of the code, translations kept.

    Those of words that are gone stay at its end, commented out, to be copied from.
    """
    path = LOCALES / code / "messages.po"
    catalogue = Catalog(locale=code, project="lanzadash", charset="utf-8")
    if path.exists():
        with path.open("rb") as file:
            catalogue = read_po(file, locale=code)
    catalogue.update(words, no_fuzzy_matching=True, update_creation_date=False)
    path.parent.mkdir(parents=True, exist_ok=True)
    buffer = io.BytesIO()
    write_po(buffer, catalogue, width=100, no_location=False, sort_output=True, omit_header=False)
    path.write_bytes(buffer.getvalue())
    return path


def main() -> int:
    """Update and say what is to be translated; with ``--check`` only report, 1 if anything is."""
    words = template()
    codes = ("fr",)
    checking = "--check" in sys.argv
    if not checking:
        for code in codes:
            print(f"{update(code, words).relative_to(ROOT)}: {len(words)} messages")
    found = [fault for code in codes for fault in faults(code, words)]
    print("\n".join(found) or "catalogues complete")
    if found and not checking:
        print("Now translate it in lanzadash/locale/*/messages.po; make test fails until then.")
    return 1 if found and checking else 0


if __name__ == "__main__":
    sys.exit(main())
