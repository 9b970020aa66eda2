"""Text folded for matching: one character for one, so that offsets stay those of the print."""

from __future__ import annotations

from functools import lru_cache

_SINGLE = "‘’‚‛′‵ʼʹ´＇"
_DOUBLE = "“”„‟«»″‶＂❝❞"
_DASHES = "‐‑‒–—―−﹘﹣－⁃⁻\u00ad"
_SPACES = "\x85\u00a0\u1680\u2028\u2029\u202f\u205f\u3000" + "".join(
    map(chr, range(0x2000, 0x200B))
)
# Letters set high: 35ᵗʰ, 1ᵉʳ, 2ⁿᵈ, nº.
_RAISED = {"ᵗ": "t", "ʰ": "h", "ᵉ": "e", "ʳ": "r", "ˢ": "s", "ⁿ": "n", "ᵈ": "d", "ᵐ": "m", "ᵒ": "o"}

_TABLE = str.maketrans(
    dict.fromkeys(_SINGLE, "'")
    | dict.fromkeys(_DOUBLE, '"')
    | dict.fromkeys(_DASHES, "-")
    | dict.fromkeys(_SPACES, " ")
    | _RAISED
)


def fold(text: str) -> str:
    """``text`` with one form of quote, dash and space; as long as ``text``, case kept.

    Expects composed characters (NFC), as blocks hold them.
    """
    return text if text.isascii() else _folded(text)


@lru_cache(maxsize=4096)
def _folded(text: str) -> str:
    return text.translate(_TABLE)
