"""Which language a request is answered in."""

from __future__ import annotations

from starlette.requests import Request

from lanzadash.language import CODES, Language, language


def asked_language(request: Request) -> Language:
    """The language in the address, else the one that the browser likes best, else English."""
    chosen = request.query_params.get("lang", "").strip().lower()
    return language(chosen if chosen in CODES else _liked(request))


def _liked(request: Request) -> str:
    """Of the languages that ``Accept-Language`` names, the offered one with the most weight."""
    weights = dict.fromkeys(CODES, 0.0)
    for part in reversed(request.headers.get("accept-language", "").split(",")):
        tag, _, weight = part.partition(";")
        code = tag.strip()[:2].lower()
        if code in weights:
            weights[code] = _weight(weight)
    return max(CODES, key=lambda code: weights[code])


def _weight(parameter: str) -> float:
    name, _, value = parameter.strip().partition("=")
    if name.strip() != "q":
        return 1.0
    try:
        return float(value)
    except ValueError:
        return 0.0
