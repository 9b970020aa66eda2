"""What a host lets robots ask for, and how often."""

from __future__ import annotations

import httpx
from protego import Protego

MAX_ROBOTS = 500 * 2**10
"""Bytes of a robots.txt that are looked at (RFC 9309 2.5)."""


class Robots:
    """The rules of one host for ``agent``. A host without a robots.txt allows everything."""

    def __init__(self, agent: str, rules: bytes = b"") -> None:
        self._agent = agent
        self._rules = Protego.parse(rules[:MAX_ROBOTS].decode("utf-8", errors="replace"))

    def allows(self, url: httpx.URL) -> bool:
        """May this address be asked for?"""
        return bool(self._rules.can_fetch(str(url), self._agent))

    @property
    def pause(self) -> float:
        """The least number of seconds between two requests: Crawl-delay, 0 where none is set."""
        return float(self._rules.crawl_delay(self._agent) or 0)
