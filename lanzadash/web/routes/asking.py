"""One request, understood: its parameters, its language and day, the data."""

from __future__ import annotations

import datetime as dt
import inspect
import os
from collections.abc import Callable, Hashable, Mapping, Sequence, Sized
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

import pandas as pd
from starlette.requests import Request

from lanzadash.language import Language
from lanzadash.queries.asof import AsOf
from lanzadash.store import Connection
from lanzadash.web.answers import Answers
from lanzadash.web.routes.freshness import generation
from lanzadash.web.routes.parameters import P_co
from lanzadash.web.routes.values import Offered
from lanzadash.web.view import Rows, rows

T = TypeVar("T")

KEPT = Answers(most=256, small=lambda answer: not isinstance(answer, Sized) or len(answer) <= 1000)


@dataclass(frozen=True)
class Asking(Generic[P_co]):
    """What a route is handed. ``named`` are the parts of the path, ``query`` the pairs as sent."""

    path: str
    named: Mapping[str, str]
    query: Sequence[tuple[str, str]]
    parameters: P_co
    say: Language
    today: dt.date
    as_of: AsOf
    base_url: str
    connection: Connection
    meta: Mapping[str, str]
    offered: Offered

    @property
    def illustrative(self) -> bool:
        """The data was generated."""
        return self.meta["illustrative"] == "true"

    @property
    def edition(self) -> str:
        """Which data this is of: no two that were published have the same."""
        return generation(self.meta)

    def ask(self, query: Callable[..., T], *given: Hashable, **named: Hashable) -> T:
        """What a query answers; the connection, and the day where it matters, are handed in.

        Short answers are kept and shared: they must not be changed.
        """
        answer: T = self._kept(query, given, named, lambda answer: answer)
        return answer

    def rows(self, query: Callable[..., pd.DataFrame], *given: Hashable, **named: Hashable) -> Rows:
        """The rows of what a query answers, shared like that."""
        found: Rows = self._kept(query, given, named, rows)
        return found

    def _kept(
        self,
        query: Callable[..., Any],
        given: tuple[Hashable, ...],
        named: Mapping[str, Hashable],
        shape: Callable[[Any], Any],
    ) -> Any:
        dated = "as_of" in inspect.signature(query).parameters
        values = (self.as_of, *given) if dated else given
        asked = (query.__module__, query.__qualname__, values, *sorted(named.items()))
        return KEPT.get(
            (self.edition, shape is rows, *asked),
            lambda: shape(query(self.connection, *values, **named)),
        )


def day_asked(asked: dt.date | None, today: dt.date) -> AsOf:
    """The day of the view: the one in the address, else today."""
    return AsOf(asked, past=asked < today) if asked else AsOf(today)


def base_url(request: Request) -> str:
    """The address that links begin with, without a slash at the end.

    ``LANZADASH_URL`` where it is set, as it should be behind a proxy; else the host asked for.
    """
    return (os.environ.get("LANZADASH_URL") or str(request.base_url)).rstrip("/")
