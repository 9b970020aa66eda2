"""What the queries answered, kept for as long as the file they asked is served.

A built file never changes, so an answer stays right. Planning a query in DuckDB takes 10 to 20 ms
however little it returns, and a page asks half a dozen at every redraw.
"""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Callable, Hashable
from typing import Any, TypeVar

Answer = TypeVar("Answer")


class Answers:
    """The last ``most`` answers, the one not asked for longest dropped first. Thread-safe.

    Answers are shared between sessions: whoever gets one must not change it. With ``small`` only
    those are kept of which it is true.
    """

    def __init__(self, most: int, small: Callable[[Any], bool] | None = None) -> None:
        self._most = most
        self._small = small
        self._kept: OrderedDict[Hashable, Any] = OrderedDict()
        self._lock = threading.Lock()

    def get(self, key: Hashable, make: Callable[[], Answer]) -> Answer:
        """The answer kept under ``key``, or what ``make`` gives now.

        Two threads that ask at once may both make it; the later one is kept.
        """
        with self._lock:
            if key in self._kept:
                self._kept.move_to_end(key)
                kept: Answer = self._kept[key]
                return kept
        made = make()
        if self._small and not self._small(made):
            return made
        with self._lock:
            self._kept[key] = made
            while len(self._kept) > self._most:
                self._kept.popitem(last=False)
        return made

    def clear(self) -> None:
        """Keep nothing of what was asked so far."""
        with self._lock:
            self._kept.clear()
