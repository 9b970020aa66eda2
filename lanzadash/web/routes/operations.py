"""Every route with a description: declared once, for answering and for OpenAPI."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from starlette.routing import Route

from lanzadash.web.routes import api
from lanzadash.web.routes.answers import Answer
from lanzadash.web.routes.asking import Asking
from lanzadash.web.routes.lists import LISTS
from lanzadash.web.routes.parameters import Paged, Parameters, joined
from lanzadash.web.routes.serving import get


@dataclass(frozen=True)
class Operation:
    """One route: where it stands, what it takes, who answers, and how it is described."""

    path: str
    model: type[Any]
    handler: Callable[[Asking[Any]], Answer]
    summary: str
    media: str = "application/json"

    def route(self) -> Route:
        """The route as Starlette takes it."""
        return get(self.path, self.model, self.handler)


_LISTS = [
    Operation(
        f"/api/v1/{one.name}",
        joined(f"{one.title}Parameters", Paged, one.filters),
        api.whole_list(one),
        one.about,
    )
    for one in LISTS.values()
]
_RECORDS = [
    Operation(
        f"/api/v1/{one.name}/{{id:path}}",
        Parameters,
        api.one_of(one),
        f"One of them: {one.about}",
    )
    for one in LISTS.values()
]

OPERATIONS = [*_LISTS, *_RECORDS]
