"""Record files of older versions, brought up to the present one."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from lanzadash.records import FORMAT

Migration = Callable[[dict[str, Any]], dict[str, Any]]

MIGRATIONS: Mapping[int, Migration] = {}
"""From version N to N + 1, by N. A change that an older file does not fit adds a line here."""


class FormatError(ValueError):
    """The version of a file is missing, newer than this program, or no longer known."""


def migrate(
    values: Any, target: int = FORMAT, migrations: Mapping[int, Migration] = MIGRATIONS
) -> dict[str, Any]:
    """The content of a record file or of a file of texts in the form of version ``target``.

    Raises ``FormatError`` if that is not possible; nothing is guessed.
    """
    if not isinstance(values, dict):
        raise FormatError(f"a JSON object, found {type(values).__name__}")
    migrated: dict[str, Any] = values
    version = migrated.get("format")
    if not isinstance(version, int) or isinstance(version, bool):
        raise FormatError(f"a format from 1 to {target}, found {version!r}")
    if version > target:
        raise FormatError(
            f"a format of at most {target}, found {version}, written by a newer program"
        )
    for step in range(version, target):
        if step not in migrations:
            raise FormatError(f"a format that can be brought up to {target}, found {version}")
        migrated = {**migrations[step](migrated), "format": step + 1}
    return migrated
