"""The folder of a published store: numbered files, and a pointer to the one that serves.

``current`` holds the name of a file beside it. It is replaced whole, so that a reader sees the
old name or the new one; the files it has pointed to stay until three newer ones stand there.
"""

from __future__ import annotations

import os
import re
from pathlib import Path

from lanzadash import atomic

POINTER = "current"
KEPT = 3
_NAME = re.compile(r"lanzadash-(?P<digest>[0-9a-z]+)-(?P<number>\d+)\.duckdb")


class StoreError(Exception):
    """What is published cannot be read. The message says what to do."""


def published(store: Path) -> Path | None:
    """The file that serves, or ``None`` if nothing was published to this folder.

    Raises ``StoreError`` if the pointer names a file that is not there.
    """
    pointer = store / POINTER
    try:
        name = pointer.read_text(encoding="utf-8").strip()
    except (FileNotFoundError, NotADirectoryError):
        return None
    except (OSError, UnicodeDecodeError) as error:
        raise StoreError(
            f"{pointer} cannot be read ({error}). Build again: python -m lanzadash build"
        ) from error
    file = store / name
    if _NAME.fullmatch(name) is None or not file.is_file():
        raise StoreError(
            f"{pointer} names {name!r}, which is no built file of {store}. "
            "Build again: python -m lanzadash build"
        )
    return file


def generations(store: Path) -> list[Path]:
    """The built files of a published store, oldest first."""
    return sorted((f for f in store.iterdir() if _NAME.fullmatch(f.name)), key=_number)


def next_name(store: Path, digest: str) -> str:
    """The name under which the next file is published."""
    there = generations(store)
    return f"lanzadash-{digest}-{_number(there[-1]) + 1 if there else 1}.duckdb"


def point(store: Path, file: Path) -> None:
    """Let ``file`` serve from now on. Readers see the old file or this one, never neither."""
    atomic.write(store / POINTER, f"{file.name}\n".encode())
    sync(store)


def prune(store: Path) -> None:
    """Remove all but the newest files and the one that serves. An open file stays readable."""
    serving = published(store)
    for file in generations(store)[:-KEPT]:
        if file != serving:
            file.unlink()


def sync(path: Path) -> None:
    """Wait until a file, or the names in a folder, are on the disk."""
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def digest_of(file: Path) -> str:
    """The digest in the name of a built file."""
    return _parts(file)["digest"]


def _number(file: Path) -> int:
    return int(_parts(file)["number"])


def _parts(file: Path) -> re.Match[str]:
    match = _NAME.fullmatch(file.name)
    assert match is not None
    return match
