"""The addresses that exports point at."""

from __future__ import annotations

from urllib.parse import quote


def permalink(base_url: str, id: str) -> str:
    """The lasting address of a record: ``https://host/id/T-ES/35/d6``.

    It names neither a language nor a day: whoever follows it gets their own language, today.
    """
    return f"{base_url.rstrip('/')}/id/{quote(id, safe='/')}"
