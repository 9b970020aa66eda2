"""Build into the folder of a published store and let the new file serve."""

from __future__ import annotations

import datetime as dt
import fcntl
import hashlib
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from lanzadash.library import Library
from lanzadash.store.build import BuildError, BuildReport, Progress, build
from lanzadash.store.generations import (
    POINTER,
    StoreError,
    digest_of,
    next_name,
    point,
    prune,
    published,
)

_LOCK = ".lock"


def publish(
    store: Path,
    library: Library,
    *,
    version: str,
    built_at: dt.datetime | None = None,
    progress: Progress | None = None,
) -> BuildReport:
    """Build ``library`` into the folder ``store`` and switch to it; keep the last three files.

    Whoever reads the store goes on with what was published before, until the new file is whole,
    checked and on the disk. Raises ``BuildError`` like ``build``, and when another build is
    publishing to the same folder; what serves then goes on serving.
    """
    with _alone(store):
        _sweep(store)
        file = store / next_name(store, _digest(library, version))
        report = build(
            library,
            file,
            version=version,
            built_at=built_at,
            before=_serving(store),
            progress=progress,
        )
        point(store, file)
        prune(store)
    return report


def _serving(store: Path) -> Path | None:
    """The file published now; none where the pointer is broken, which publishing mends."""
    try:
        return published(store)
    except StoreError:
        return None


def is_current(store: Path, library: Library, *, version: str) -> bool:
    """What is published was built from this library, by this version and this code.

    Raises ``StoreError`` if the pointer names a file that is not there.
    """
    file = published(store)
    return file is not None and digest_of(file) == _digest(library, version)


@contextmanager
def _alone(store: Path) -> Iterator[None]:
    """Nobody else publishes to this folder meanwhile. The lock goes with the process."""
    try:
        store.mkdir(parents=True, exist_ok=True)
        descriptor = os.open(store / _LOCK, os.O_CREAT | os.O_RDWR, 0o644)
    except OSError as error:
        raise BuildError([_unwritable(store, error)]) from error
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        yield
    except BlockingIOError as error:
        raise BuildError(
            [f"Another build is publishing to {store}. Wait until it has ended, and build again"]
        ) from error
    except OSError as error:
        raise BuildError([_unwritable(store, error)]) from error
    finally:
        os.close(descriptor)


def _sweep(store: Path) -> None:
    """Remove what builds that were killed have left. Called by the only builder there is."""
    for left in store.glob(".lanzadash-*"):
        shutil.rmtree(left)
    for left in store.glob(f".{POINTER}.*"):
        left.unlink()


def _digest(library: Library, version: str) -> str:
    """Of the data and of the code that makes rows of it: a change in either makes a new file."""
    whole = hashlib.sha256(f"{library.digest}\n{version}\n".encode())
    package = Path(__file__).parent
    for code in sorted([*package.rglob("*.py"), *package.rglob("*.sql")]):
        whole.update(code.read_bytes())
    return whole.hexdigest()[:12]


def _unwritable(store: Path, error: OSError) -> str:
    return (
        f"{store} could not be written to: {error.strerror or error}. What was published there "
        "goes on serving; make room or choose a folder that can be written to, and build again"
    )
