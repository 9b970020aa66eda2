"""What became of one address: a file, or the reason why there is none."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import ClassVar, Literal

State = Literal["new", "changed", "unchanged", "skipped", "refused", "failed"]


@dataclass(frozen=True)
class Outcome:
    """``file`` is the document on disk, ``reason`` why there is none."""

    state: State
    file: Path | None = None
    reason: str = ""


class FetchError(Exception):
    """Nothing can be fetched at all. The message says what to do."""


class NotFetchedError(Exception):
    """No file came of one address. The message says why, and what can be done."""

    state: ClassVar[State]


class SkippedError(NotFetchedError):
    """It is not for us to ask for it."""

    state = "skipped"


class RefusedError(NotFetchedError):
    """What the host gives is not taken."""

    state = "refused"


class FailedError(NotFetchedError):
    """The host does not give it."""

    state = "failed"


class AgainError(Exception):
    """It may work in a moment: after ``wait`` seconds, where the host says so.

    ``down`` is the host where this holds for everything on it.
    """

    def __init__(self, reason: str, *, wait: float | None = None, down: str | None = None) -> None:
        super().__init__(reason)
        self.wait, self.down = wait, down
