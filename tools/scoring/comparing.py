"""One fact as expected against one as read."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

Fact = Mapping[str, Any]
"""A record as JSON has it. What an expected one leaves out is not compared."""

FOLDS = [
    (r"[\u00ad\u200b\u2060*]", ""),
    (r"[\u2018\u2019\u02bc]", "'"),
    (r"[\u201c\u201d\u00ab\u00bb\"]", " "),
    # "15 – 18 March", "IV‑3"
    (r"\s*[-\u2010-\u2015]\s*", "-"),
    # French sets a space before these
    (r"\s+(?=[:;,.?!)])", ""),
    (r"\s+", " "),
]
IDENTITY = ("decision", "index", "number", "due", "code")
"""The fields by which a misread fact is recognised."""


def fold(words: str | None) -> str:
    """Words with white space, quotes, dashes, invisible characters and case made equal."""
    text = words or ""
    for pattern, plain in FOLDS:
        text = re.sub(pattern, plain, text)
    return text.strip().casefold()


def fits(expected: Fact, read: Fact) -> bool:
    """Are all fields that are expected as expected?"""
    return all(same(name, value, read) for name, value in expected.items())


def same(name: str, value: Any, read: Fact) -> bool:
    """Is one field as expected? Words may be longer than those expected, or folded otherwise."""
    if isinstance(value, Mapping):  # alternatives; or a place, which is not compared
        return "any" not in value or any(same(name, choice, read) for choice in value["any"])
    if name == "starts":
        return fold(read["text"]).startswith(fold(value))
    if name == "ends":
        return re.sub(r"[ .;:,]+$", "", fold(read["text"])).endswith(fold(value))
    got = read.get(name)
    if name == "relative":
        return bool(value) == bool(got)
    if not value or not got:
        return bool(got == value)
    if name in ("text", "what", "printed"):
        return fold(got) == fold(value)
    if name in ("title", "section", "context"):
        return fold(value) in fold(got)
    if name == "place":
        return fold(got).startswith(fold(value))
    if name == "addressees":
        return fold(value) == re.sub(r"^(the|all|les|aux|des) ", "", fold(got).rstrip(" ,"))
    return set(got) == set(value) if isinstance(value, list) else bool(got == value)


def near(expected: Fact, read: Fact) -> bool:
    """Is it the same fact, misread?"""
    names = [name for name in IDENTITY if name in expected]
    return bool(names) and all(same(name, expected[name], read) for name in names)


def shown(fact: Fact, beside: Fact | None = None) -> str:
    """A fact in words; beside what was expected, only what identifies it and what differs."""
    names = [
        name
        for name in fact
        if beside is None
        or name in IDENTITY
        or (name in beside and not same(name, beside[name], fact))
    ]
    return ", ".join(f"{name}={_short(fact[name])}" for name in names)


def _short(value: Any) -> str:
    words = str(value)
    return words if len(words) < 90 else words[:87] + "..."
