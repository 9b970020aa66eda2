"""The page for a meeting's room: one answer holds all of it, and it asks for nothing more."""

from __future__ import annotations

import base64
import hashlib
from http import HTTPStatus
from pathlib import Path
from typing import Any

from markupsafe import Markup
from pydantic import Field

from lanzadash.language import CODES
from lanzadash.queries.meetings import meetings
from lanzadash.web import html
from lanzadash.web.address import href
from lanzadash.web.room import current_meeting, room_of
from lanzadash.web.routes.asking import Asking
from lanzadash.web.routes.document import MEDIA, kept
from lanzadash.web.routes.paging import not_found
from lanzadash.web.routes.parameters import Meeting, Parameters
from lanzadash.web.routes.problems import Fault, RequestError
from lanzadash.web.routes.replies import Reply
from lanzadash.web.routes.views import here

_WEB = Path(__file__).parents[1]
_STYLE = Markup((_WEB / "room.css").read_text("utf-8"))
_SCRIPT = Markup((_WEB / "room.js").read_text("utf-8"))


def _hash(text: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()


# Nothing is fetched, whatever a text holds: the page goes on when the network is gone.
_POLICY = (
    f"default-src 'none'; style-src '{_hash(_STYLE)}'; script-src '{_hash(_SCRIPT)}'; "
    "img-src data:; style-src-attr 'unsafe-inline'; base-uri 'none'; form-action 'none'; "
    "frame-ancestors 'none'"
)


class Chosen(Parameters):
    """Which meeting, where the path does not say."""

    meeting: Meeting | None = Field(
        None, description="Meeting. Without it, the one in session or the next, else the latest."
    )


def as_page(asking: Asking[Parameters]) -> Reply:
    """Answers the meeting that the path names."""
    return _page(asking, asking.named["id"])


def as_chosen(asking: Asking[Chosen]) -> Reply:
    """Answers the meeting asked for, else the one that is nearest."""
    chosen = asking.parameters.meeting
    if chosen is None:
        nearest = current_meeting(asking.rows(meetings), asking.as_of)
        if nearest is None:
            detail = asking.say("No meeting is on file for this day.")
            raise RequestError(HTTPStatus.NOT_FOUND, detail)
        chosen = nearest["meeting"]
    return _page(asking, chosen)


def _page(asking: Asking[Any], id: str) -> Reply:
    say, on_file = asking.say, asking.rows(meetings)
    row = next((one for one in on_file if one["meeting"] == id), None)
    if row is None:
        raise _unknown(asking, id, [one["meeting"] for one in on_file])
    given = kept(asking)
    drawn = html.render(
        "room.html",
        say,
        room=room_of(asking.rows, asking.as_of, row),
        as_of=asking.as_of,
        illustrative=asking.illustrative,
        meta=asking.meta,
        built=say.partial_date(asking.meta.get("built_at", "")[:10]),
        languages=[(code, here(asking, lang=code)) for code in CODES],
        link=lambda page, **values: href(page, **(given | values)),
        style=_STYLE,
        script=_SCRIPT,
    )
    headers = {"Content-Security-Policy": _POLICY}
    return Reply(drawn.encode("utf-8", "replace"), MEDIA, headers)


def _unknown(asking: Asking[Any], id: str, on_file: list[str]) -> RequestError:
    """No such meeting on that day: which ones there are."""
    detail = str(not_found(asking, id))
    fault = Fault("meeting", id[:100], asking.say("This value is not on file."), on_file)
    return RequestError(HTTPStatus.NOT_FOUND, detail, [fault])
