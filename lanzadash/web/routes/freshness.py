"""Whether an answer has changed since it was last fetched, told before anything is asked.

An answer follows from the published data, the code, the day, the language, the address and the
host it stands under. Their digest is the entity tag, so that an unchanged calendar costs no query.
"""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Mapping
from email.utils import format_datetime, parsedate_to_datetime
from functools import cache
from pathlib import Path

from starlette.datastructures import Headers

from lanzadash.web.view import ZONE

_PACKAGE = Path(__file__).parents[2]
_CODE = {".py", ".html", ".css", ".po"}


def generation(meta: Mapping[str, str]) -> str:
    """The name of the data that is published."""
    return f"{meta['digest']} {meta.get('built_at', '')}"


def entity_tag(meta: Mapping[str, str], today: dt.date, *asked: str) -> str:
    """The entity tag of the answer to a request; weak, as it says nothing of compression."""
    parts = [generation(meta), code_digest(), today.isoformat(), *asked]
    whole = hashlib.sha256("\0".join(parts).encode("utf-8", "replace"))
    return f'W/"{whole.hexdigest()[:24]}"'


def last_modified(meta: Mapping[str, str], today: dt.date) -> dt.datetime:
    """When the answer may last have changed: at the build, or as the day began in Strasbourg.

    Days are counted from today, so that a page is another one after midnight.
    """
    midnight = dt.datetime.combine(today, dt.time(), ZONE)
    if "built_at" not in meta:
        return midnight
    built = dt.datetime.fromisoformat(meta["built_at"])
    return max(midnight, built.astimezone(dt.UTC))


def has_tag(headers: Headers, tag: str) -> bool:
    """The requester has the answer of this tag, compared weakly (RFC 9110)."""
    given = headers.get("if-none-match", "").split(",")
    return tag.removeprefix("W/") in [one.strip().removeprefix("W/") for one in given]


def has_any(headers: Headers) -> bool:
    """The requester has some answer, and wants none while there is one."""
    return headers.get("if-none-match", "").strip() == "*"


def has_since(headers: Headers, modified: dt.datetime) -> bool:
    """The requester sends no tag, and has an answer of this date or a later one (RFC 9110)."""
    if "if-none-match" in headers:
        return False
    try:
        since = parsedate_to_datetime(headers.get("if-modified-since", ""))
    except (ValueError, OverflowError):  # a year that no clock reaches
        return False
    return modified.replace(microsecond=0) <= since.replace(tzinfo=since.tzinfo or dt.UTC)


def http_date(moment: dt.datetime) -> str:
    """``Fri, 10 Dec 2021 12:00:00 GMT``."""
    return format_datetime(moment.astimezone(dt.UTC), usegmt=True)


@cache
def code_digest() -> str:
    """Of the package as it stands on the disk: another version answers otherwise."""
    whole = hashlib.sha256()
    for file in sorted(file for file in _PACKAGE.rglob("*") if file.suffix in _CODE):
        whole.update(file.read_bytes())
    return whole.hexdigest()
