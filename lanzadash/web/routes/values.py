"""The sorts of values that parameters have: what each takes, and how it is described."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Annotated, Any, TypeAlias

from pydantic import (
    AfterValidator,
    BeforeValidator,
    GetCoreSchemaHandler,
    GetJsonSchemaHandler,
    ValidationInfo,
    WithJsonSchema,
)
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

LONGEST = 10_000
ALARMS_MOST = 5
_ALARMS = f"[0-9]{{1,2}}(,[0-9]{{1,2}}){{0,{ALARMS_MOST - 1}}}"
ON_FILE = "x-on-file"
"""Stands in a schema for the values on file, until a description of the routes puts them in."""

Offered: TypeAlias = Callable[[str], Mapping[str, str]]
"""Gives the values on file of one sort, each with its word."""


@dataclass(frozen=True)
class OnFile:
    """A value that is on file, upper and lower case aside. ``sort`` as in ``on_file.SORTS``."""

    sort: str

    def __get_pydantic_core_schema__(self, of: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.with_info_after_validator_function(self._check, handler(of))

    def __get_pydantic_json_schema__(
        self, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> dict[str, Any]:
        return {"type": "string", ON_FILE: self.sort}

    def _check(self, value: str, info: ValidationInfo) -> str:
        offered: Offered = (info.context or {})["offered"]
        values = offered(self.sort)
        if value in values:
            return value
        for option in values:
            if option.casefold() == value.casefold():
                return option
        raise PydanticCustomError("not_on_file", "not on file", {"allowed": list(values)})


def _day(value: str) -> dt.date:
    try:
        if re.fullmatch(r"\d{4}-\d{2}-\d{2}", value, re.ASCII):
            return dt.date.fromisoformat(value)
    except ValueError:
        pass
    raise PydanticCustomError("not_a_day", "not a day")


@dataclass(frozen=True)
class Between:
    """A whole number in digits alone: signs and blanks, which ``int`` takes, are refused."""

    least: int
    most: int

    def __get_pydantic_core_schema__(self, of: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.no_info_plain_validator_function(self._check)

    def __get_pydantic_json_schema__(
        self, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> dict[str, Any]:
        return {"type": "integer", "minimum": self.least, "maximum": self.most}

    def _check(self, value: str) -> int:
        if re.fullmatch(r"\d{1,9}", value, re.ASCII) and self.least <= int(value) <= self.most:
            return int(value)
        bounds = {"least": self.least, "most": self.most}
        raise PydanticCustomError("not_a_number", "not a number", bounds)


def _words(value: str) -> str:
    if len(value) > LONGEST:
        raise PydanticCustomError("too_long", "too long", {"most": LONGEST})
    return value


def _alarms(value: str) -> tuple[int, ...]:
    if value == "none":
        return ()
    if not re.fullmatch(_ALARMS, value):
        raise PydanticCustomError("not_alarms", "not alarms", {"most": ALARMS_MOST})
    return tuple(sorted({int(day) for day in value.split(",")}, reverse=True))


Day = Annotated[
    dt.date, BeforeValidator(_day), WithJsonSchema({"type": "string", "format": "date"})
]
Words = Annotated[
    str, AfterValidator(_words), WithJsonSchema({"type": "string", "maxLength": LONGEST})
]
Alarms = Annotated[
    tuple[int, ...],
    BeforeValidator(_alarms),
    WithJsonSchema({"type": "string", "pattern": f"^(none|{_ALARMS})$"}),
]
