"""What routes answer with, and what stands in the head of every answer."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from lanzadash.language import Language
from lanzadash.web.routes.problems import RequestError

ALWAYS = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Content-Security-Policy": "default-src 'none'; frame-ancestors 'none'",
    "Access-Control-Allow-Origin": "*",
    "Access-Control-Expose-Headers": "ETag, Last-Modified, Link",
}
"""Anybody may read an answer, from any site, and it runs nothing."""


@dataclass(frozen=True)
class Reply:
    """Bytes of a media type, and what else stands in the head."""

    body: bytes
    media: str
    headers: Mapping[str, str] = field(default_factory=dict)


def as_json(value: Any, media: str = "application/json") -> Reply:
    """``value`` as JSON: days ISO 8601, a whole number without a fraction."""
    text = json.dumps(_plain(value), ensure_ascii=False, allow_nan=False, separators=(",", ":"))
    # A lone surrogate can stand in an address that is quoted back, and in no UTF-8.
    return Reply(text.encode("utf-8", "replace"), media)


def refused(problem: RequestError, say: Language) -> Reply:
    """RequestError details (RFC 9457), for programs."""
    return as_json(problem.document(), "application/problem+json")


def _plain(value: Any) -> Any:
    if isinstance(value, Mapping):
        return {name: _plain(one) for name, one in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(one) for one in value]
    if isinstance(value, dt.date):
        return value.isoformat()
    # A column of whole numbers in which one is missing comes as floats.
    return int(value) if isinstance(value, float) and value.is_integer() else value
