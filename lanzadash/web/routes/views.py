"""What a request chose: as values, in words, and as the address of the same view elsewhere."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any
from urllib.parse import quote, urlencode

from pydantic import BaseModel

from lanzadash.exports import phrases
from lanzadash.web.routes.asking import Asking
from lanzadash.web.routes.parameters import Parameters, sort_of

_PAGES = {"parties": "party", "documents": "sources"}
"""The page that shows a list, where it has another name."""


def chosen(asking: Asking[Parameters], model: type[BaseModel]) -> dict[str, Any]:
    """The values of the parameters that ``model`` declares, absent ones ``None``."""
    return {name: getattr(asking.parameters, name) for name in model.model_fields}


def in_words(asking: Asking[Parameters], model: type[BaseModel]) -> list[tuple[str, str]]:
    """What was chosen, as labels and words: ``[("Party", "Portugal")]``."""
    say = asking.say
    told = []
    for name, value in chosen(asking, model).items():
        field = model.model_fields[name]
        if value in (None, ()) or not field.title:
            continue
        sort = sort_of(model, name)
        words = [
            asking.offered(sort)[one] if sort else str(one)
            for one in (value if isinstance(value, tuple) else (value,))
        ]
        told.append((say(field.title), ", ".join(words)))
    return told


def one_line(asking: Asking[Parameters], model: type[BaseModel]) -> str:
    """The same as one line, empty where nothing was chosen."""
    told = in_words(asking, model)
    return " · ".join(phrases.labelled(asking.say, label, word) for label, word in told)


def here(asking: Asking[Parameters], **changes: object) -> str:
    """The address asked for, whole, with some parameters changed; ``None`` takes one out."""
    return asking.base_url + address(asking.path, asking.query, changes)


def dashboard(asking: Asking[Parameters], list: str, model: type[BaseModel]) -> str:
    """The address of the dashboard's page with the same choice."""
    kept = {**chosen(asking, model), **chosen(asking, Parameters)}
    return asking.base_url + address(f"/{_PAGES.get(list, list)}", [], kept)


def address(path: str, query: Sequence[tuple[str, str]], changes: Mapping[str, object]) -> str:
    """A path with a query string; ids in it stay readable."""
    pairs = [(name, value) for name, value in query if name not in changes]
    pairs += [
        (name, str(one))
        for name, value in changes.items()
        for one in (value if isinstance(value, tuple) else (value,))
        if one is not None
    ]
    text = urlencode(pairs, quote_via=lambda text, *_: quote(text, safe="/:,"))
    return quote(path, safe="/") + (f"?{text}" if text else "")
