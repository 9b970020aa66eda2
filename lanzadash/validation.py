"""From the errors of pydantic to faults in words."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from pydantic import ValidationError

from lanzadash.faults import Fault

_EXPECTED: Mapping[str, Callable[[Mapping[str, Any]], str]] = {
    "missing": lambda context: "a value",
    "extra_forbidden": lambda context: "no such field",
    "literal_error": lambda context: f"one of {context['expected']}",
    "string_pattern_mismatch": lambda context: f"text like {context['pattern']}",
    "int_parsing": lambda context: "a whole number",
    "bool_parsing": lambda context: "true or false",
    "date_from_datetime_parsing": lambda context: "a date as YYYY-MM-DD",
    "date_from_datetime_inexact": lambda context: "a date as YYYY-MM-DD",
}


def faults_of(error: ValidationError, file: str, row: int | None = None) -> list[Fault]:
    """Every error as a fault; the field is its path: ``deadlines.1.due``."""
    return [
        Fault(
            file=file,
            row=row,
            field=".".join(str(part) for part in found["loc"]) or None,
            expected=_expected(found["type"], found["msg"], found.get("ctx", {})),
            found="nothing" if found["type"] == "missing" else repr(found["input"])[:80],
            hint=f"{error.title} in lanzadash/records.py says what stands there.",
        )
        for found in error.errors(include_url=False)
    ]


def _expected(kind: str, message: str, context: Mapping[str, Any]) -> str:
    words = _EXPECTED.get(kind)
    return words(context) if words else message.removeprefix("Input should be ").rstrip(".")
