"""What exports are handed: rows of a query as plain values, and texts that are safe to write."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

Row = Mapping[str, Any]
"""One row of a query: missing values ``None``, days ``date``, lists ``list``."""

_LINE_ENDS = re.compile("\r\n?|[\u2028\u2029\x85]")
_UNSEEN = re.compile(
    "["
    "\x00-\x08\x0b-\x1f\x7f-\x9f"  # control characters, line feed and tab aside
    "\u202a-\u202e\u2066-\u2069"  # overrides of the direction of writing
    "\ud800-\udfff\ufeff\ufffe\uffff"  # what UTF-8 or XML cannot hold
    "]"
)


def clean(text: object) -> str:
    """``text`` without characters that no reader sees and no format should carry.

    Every kind of line end becomes ``\\n``, a tab a space.
    """
    words = str(text)
    if words.isprintable():  # most are, and looking is much faster than replacing
        return words
    return _UNSEEN.sub("", _LINE_ENDS.sub("\n", words)).replace("\t", " ")
