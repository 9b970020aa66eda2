"""What kind of file came, by what the host says of it and by its own bytes."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from lanzadash.fetching.outcomes import RefusedError

_HEAD = 4096
_HTML = re.compile(rb"(?i)<(?:!doctype\s+html|html)\b")


def _is_word(path: Path) -> bool:
    if not zipfile.is_zipfile(path):
        return False
    try:
        with zipfile.ZipFile(path) as archive:
            return any(name.startswith("word/") for name in archive.namelist())
    except (zipfile.BadZipFile, ValueError, NotImplementedError):
        return False


def _is_text(path: Path) -> bool:
    head = _head(path)
    return b"\0" not in head and not _HTML.search(head)


def _head(path: Path) -> bytes:
    with path.open("rb") as file:
        return file.read(_HEAD)


@dataclass(frozen=True)
class Format:
    """A kind of file, the media types it goes by, and what its bytes look like."""

    name: str
    suffix: str
    types: frozenset[str]
    fits: Callable[[Path], bool]


_UNNAMED = "application/octet-stream"
FORMATS = {
    one.name: one
    for one in (
        Format(
            "pdf",
            ".pdf",
            frozenset({"application/pdf", "application/x-pdf", _UNNAMED}),
            lambda path: _head(path).startswith(b"%PDF-"),
        ),
        Format(
            "docx",
            ".docx",
            frozenset(
                {
                    "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
                    _UNNAMED,
                }
            ),
            _is_word,
        ),
        Format(
            "html",
            ".html",
            frozenset({"text/html", "application/xhtml+xml"}),
            lambda path: _HTML.search(_head(path)) is not None,
        ),
        Format("text", ".txt", frozenset({"text/plain"}), _is_text),
    )
}


def announced(media_type: str, paths: Iterable[str], served: Iterable[str]) -> list[Format]:
    """The formats that a file may have, of those its host serves.

    ``media_type`` is the host's Content-Type, ``paths`` those of the addresses that led to the
    file: one that ends in ``.pdf`` promises a PDF. Raises ``RefusedError`` where none is left.
    """
    said = media_type.partition(";")[0].strip().lower() or _UNNAMED
    names = list(served)
    promised = {PurePosixPath(path).suffix.lower() for path in paths}
    if ending := [name for name in names if FORMATS[name].suffix in promised]:
        names = ending
    found = [FORMATS[name] for name in names if said in FORMATS[name].types]
    if not found:
        raise RefusedError(f"expected {_words(names)}, found {said}. {_advice(said)}")
    return found


def recognised(file: Path, announced: Iterable[Format]) -> Format:
    """The one of the ``announced`` formats that the bytes of ``file`` have, else ``RefusedError``.

    An error page that calls itself a PDF is told here.
    """
    formats = list(announced)
    for one in formats:
        if one.fits(file):
            return one
    is_page = FORMATS["html"].fits(file)
    found = "a web page" if is_page else f"{_head(file)[:8]!r} as its first bytes"
    expected = _words([one.name for one in formats])
    raise RefusedError(f"expected {expected}, found {found}. {_advice('text/html' * is_page)}")


def _words(names: Iterable[str]) -> str:
    return " or ".join(name.upper() if name != "text" else name for name in names)


def _advice(found: str) -> str:
    page = "It is most likely an error page. " if "html" in found else ""
    return f"{page}Open the address in a browser: is it the document?"
