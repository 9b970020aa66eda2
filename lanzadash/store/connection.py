"""Open what is published, read-only, from any thread."""

from __future__ import annotations

import threading
from collections.abc import Hashable
from pathlib import Path
from typing import TypeAlias

import duckdb

from lanzadash.store.generations import POINTER, StoreError, published

Connection: TypeAlias = duckdb.DuckDBPyConnection
"""A cursor as the queries take it: ``execute(sql, parameters)``, then ``df()``."""

_SHUT: dict[str, str | bool | int | float | list[str]] = {
    "enable_external_access": "false",
    "autoinstall_known_extensions": "false",
    "autoload_known_extensions": "false",
}
_opened: dict[Path, Store] = {}
_lock = threading.Lock()


class Store:
    """The current generation of a published store, or one built file. Made by ``open_store``."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._lock = threading.Lock()
        self._file: Path | None = None
        self._stamp: tuple[int, int] | None = None
        self._connection: Connection | None = None

    def cursor(self) -> Connection:
        """A cursor of its own for the caller's thread, on what is published at this moment.

        A cursor stays on its generation for as long as it is held, also when a newer one has
        been published since: ask for a new one at each page run.

        Raises ``StoreError`` if nothing is published or the file cannot be read.
        """
        with self._lock:
            return self._fresh().cursor()

    @property
    def edition(self) -> Hashable:
        """What is published at this moment: no two publications have the same. Asks no query.

        Raises ``StoreError`` like ``cursor``.
        """
        with self._lock:
            self._fresh()
            return self._file, self._stamp

    @property
    def file(self) -> Path:
        """The built file that the last cursor reads."""
        if self._file is None:
            self.cursor()
        assert self._file is not None
        return self._file

    def _fresh(self) -> Connection:
        """The connection to what is published; the caller holds the lock."""
        stamp = self._look()
        if self._connection is None or stamp != self._stamp:
            file = _current(self._path)
            # Dropped, not closed: its cursors may be at work, and the last one takes the file
            # with it.
            self._connection = None
            self._connection = _connect(file)
            self._file, self._stamp = file, stamp
        return self._connection

    def _look(self) -> tuple[int, int]:
        watched = self._path / POINTER if self._path.is_dir() else self._path
        try:
            found = watched.stat()
        except OSError as error:
            raise _nothing(self._path) from error
        return found.st_mtime_ns, found.st_ino


def open_store(path: Path) -> Store:
    """The store at ``path``: a folder that something was published to, or one built file.

    The same object for the same path in the whole process; safe to ask from any thread.

    Raises ``StoreError`` if nothing is published there or the file cannot be read.
    """
    key = path.resolve()
    with _lock:
        store = _opened.setdefault(key, Store(key))
    _ = store.edition
    return store


def _current(path: Path) -> Path:
    if path.is_file():
        return path
    file = published(path)
    if file is None:
        raise _nothing(path)
    return file


def _connect(file: Path) -> Connection:
    """A connection that reads this file and nothing else, and cannot be talked out of it."""
    try:
        connection = duckdb.connect(file, read_only=True, config=_SHUT)
        zones = connection.execute("select distinct time_zone from bodies").fetchall()
        zone = zones[0][0] if len(zones) == 1 else "UTC"
        connection.execute("set global TimeZone = ?", [zone])
        connection.execute("set global python_enable_replacements = false")
        connection.execute("set global lock_configuration = true")
    except duckdb.Error as error:
        raise StoreError(
            f"{file} is not a database of lanzadash, or is damaged ({_first_line(error)}). "
            "Build it again: python -m lanzadash build"
        ) from error
    return connection


def _nothing(path: Path) -> StoreError:
    return StoreError(f"Nothing is published in {path}. Build it: python -m lanzadash build")


def _first_line(error: Exception) -> str:
    return str(error).splitlines()[0]
