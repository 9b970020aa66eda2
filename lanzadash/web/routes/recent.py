"""The latest answers, kept in memory by their entity tags.

A tag stands for all that an answer follows from, so that a kept one is right for as long as it is
asked for by that tag. Feeds and calendars are fetched again and again by many.
"""

from __future__ import annotations

import threading
from collections import OrderedDict

from lanzadash.web.routes.replies import Reply

KEPT = 128
LARGEST = 256 * 1024
"""Bytes of an answer that is kept; all together take 32 MiB at most."""

_answers: OrderedDict[str, Reply] = OrderedDict()
_lock = threading.Lock()


def recall(tag: str) -> Reply | None:
    """The answer of this tag, if it is one of the latest."""
    with _lock:
        if tag in _answers:
            _answers.move_to_end(tag)
        return _answers.get(tag)


def keep(tag: str, answer: Reply) -> None:
    """Keep an answer, and let go of the one that was not asked for longest."""
    if len(answer.body) > LARGEST:
        return
    with _lock:
        _answers[tag] = answer
        while len(_answers) > KEPT:
            _answers.popitem(last=False)


def clear() -> None:
    """Let go of all answers."""
    with _lock:
        _answers.clear()
