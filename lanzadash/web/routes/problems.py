"""What was wrong with a request: a message for people, problem details (RFC 9457) for programs."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from http import HTTPStatus
from typing import Any


@dataclass(frozen=True)
class Fault:
    """One parameter that could not be used: its name, what it was, why not, what would do."""

    parameter: str
    value: str
    detail: str
    allowed: Sequence[str] = ()


class RequestError(Exception):
    """A request that cannot be answered. ``detail`` says why and what to do."""

    def __init__(
        self,
        status: HTTPStatus,
        detail: str,
        faults: Sequence[Fault] = (),
        headers: Mapping[str, str] | None = None,
    ) -> None:
        super().__init__(detail)
        self.status = status
        self.detail = detail
        self.faults = faults
        self.headers = dict(headers or {})

    def document(self) -> dict[str, Any]:
        """The members of the problem details; ``errors`` is ours, one for each parameter."""
        told: dict[str, Any] = {
            "type": "about:blank",
            "title": self.status.phrase,
            "status": self.status.value,
            "detail": self.detail,
        }
        if self.faults:
            told["errors"] = [asdict(fault) for fault in self.faults]
        return told
