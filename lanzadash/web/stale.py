"""Data that has faults: what was built before goes on serving, and says so."""

from __future__ import annotations

import os
from collections.abc import Mapping

_NAME = "LANZADASH_FAULTS"


def tell(digest: str, faults: int) -> None:
    """Let the server that starts next know that newer data than ``digest`` has ``faults``."""
    os.environ[_NAME] = f"{faults} {digest}"


def faults(meta: Mapping[str, str]) -> int:
    """How many faults the data had when the server started; 0 once another build is shown."""
    count, _, digest = os.environ.get(_NAME, "").partition(" ")
    return int(count) if count.isdecimal() and digest == meta["digest"] else 0
