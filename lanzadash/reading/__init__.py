"""Documents -> records. ``read`` is the door; everything else serves it."""

from __future__ import annotations

from pathlib import Path

from lanzadash.reading.formats import RefusedError, open_source
from lanzadash.reading.kinds import read_source
from lanzadash.reading.rules import Body, Rules
from lanzadash.records import Reading

__all__ = ["Body", "RefusedError", "Rules", "read"]


def read(path: Path, rules: Rules) -> Reading:
    """Everything the document at ``path`` says, under the names that ``rules`` know.

    Raises ``RefusedError``, with the reason, for a file that cannot be read; nothing else.
    """
    return read_source(open_source(path), rules)
