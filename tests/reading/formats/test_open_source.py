"""Which reader a file gets, and which files are refused."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from lanzadash.reading.formats import LIMIT, RefusedError, open_source

ENCODED = [
    ("Réunion – “à distance”".encode(), "plain"),
    ("Réunion – “à distance”".encode("utf-8-sig"), "with a mark"),
    ("Réunion – “à distance”".encode("utf-16"), "two bytes"),
    ("Réunion – “à distance”".encode("cp1252"), "Windows"),
]


@pytest.mark.parametrize(("data", "why"), ENCODED)
def test_encodings(tmp_path: Path, data: bytes, why: str) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(data)
    source = open_source(path)
    assert [block.text for block in source.blocks] == ["Réunion – “à distance”"], why
    assert (source.file, source.sha256) == ("a.txt", hashlib.sha256(data).hexdigest())


REFUSED = [
    ("a.txt", b"", "empty"),
    ("a.txt", b" \n\t", "empty"),
    ("a.txt", "\u00a0\u200b".encode(), "white space"),
    ("a.txt", b"ab\x00cd", "binary"),
    ("a.txt", b"ab\x81cd", "0x81"),
    ("a.txt", b"\xff\xfea", "utf-16"),
    ("a.rtf", b"{\\rtf1", "RTF"),
    ("a.doc", b"\xd0\xcf\x11\xe0\xa1", ".doc"),
    ("a.pdf", b"no pdf", "PDF"),
    ("a.docx", b"no docx", "DOCX"),
    ("a.png", b"\x89PNG\r\n", "picture"),
]


@pytest.mark.parametrize(("name", "data", "word"), REFUSED)
def test_refusals_say_why(tmp_path: Path, name: str, data: bytes, word: str) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    with pytest.raises(RefusedError, match=word):
        open_source(path)


def test_a_missing_file_and_a_folder_are_refused(tmp_path: Path) -> None:
    for path in (tmp_path / "none.txt", tmp_path):
        with pytest.raises(RefusedError, match="cannot be opened"):
            open_source(path)


def test_a_huge_file_is_refused_unread(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    with path.open("wb") as file:
        file.truncate(LIMIT + 1)
    with pytest.raises(RefusedError, match="at most 50 MB"):
        open_source(path)
