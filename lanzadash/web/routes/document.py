"""The frame of a page without scripts: what every one of them shows around its content."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from markupsafe import Markup

from lanzadash.language import CODES, Language
from lanzadash.queries.documents import cited
from lanzadash.web import html, stale
from lanzadash.web.address import href
from lanzadash.web.routes.asking import Asking
from lanzadash.web.routes.lists import LISTS
from lanzadash.web.routes.parameters import Parameters
from lanzadash.web.routes.problems import RequestError
from lanzadash.web.routes.replies import Reply
from lanzadash.web.routes.views import here
from lanzadash.web.view import built
from lanzadash.words import _

MEDIA = "text/html; charset=utf-8"
_WEB = Path(__file__).parents[1]
_STYLE = Markup((_WEB / "style.css").read_text("utf-8") + (_WEB / "plain.css").read_text("utf-8"))
_HASH = base64.b64encode(hashlib.sha256(_STYLE.encode()).digest()).decode()

# The style stands in the page, so that one answer is the whole page, for an archive too; attributes
# carry the depth of an agenda item. No script runs, whatever a text holds.
_POLICY = (
    f"default-src 'none'; style-src 'sha256-{_HASH}'; style-src-attr 'unsafe-inline'; "
    "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
_NAMES = {"en": "English", "fr": "Français"}


def page(
    asking: Asking[Parameters],
    template: str,
    *,
    title: str,
    formats: Sequence[tuple[str, str, str]],
    **values: Any,
) -> Reply:
    """A page of ``templates/plain``. ``formats`` are name, media type and address of the same."""
    say = asking.say
    addresses = {code: here(asking, lang=code) for code in CODES}
    return _drawn(
        template,
        say,
        title=title,
        formats=formats,
        canonical=addresses[say.code],
        languages=[*addresses.items(), ("x-default", here(asking, lang=None))],
        lists=_menu(say, **kept(asking)),
        link=lambda page, **given: _link(page, kept(asking) | given),
        here=lambda **changes: here(asking, **changes),
        as_of=asking.as_of,
        future=asking.parameters.as_of is not None and not asking.as_of.past,
        illustrative=asking.illustrative,
        faults=stale.faults(asking.meta),
        cited=asking.ask(cited),
        meta=asking.meta,
        built=built(asking.meta, say),
        **values,
    )


def refused(problem: RequestError, say: Language) -> Reply:
    """A problem as a page, for people."""
    return _drawn(
        "problem.html",
        say,
        title=say("This page cannot be shown"),
        formats=[],
        canonical=None,
        languages=[],
        lists=_menu(say, lang=say.code),
        link=lambda page, **given: href(page, lang=say.code, **given),
        meta=None,
        detail=problem.detail,
        faults=problem.faults,
    )


def _drawn(template: str, say: Language, **values: Any) -> Reply:
    given = {"data": None, "page": None, "current": None} | values
    drawn = html.render(f"plain/{template}", say, style=_STYLE, names=_NAMES, **given)
    headers = {"Content-Security-Policy": _POLICY}
    return Reply(drawn.encode("utf-8", "replace"), MEDIA, headers)


def _menu(say: Language, **kept: object) -> list[tuple[str, str, str]]:
    titles = {one.name: one.title for one in LISTS.values()} | {"threads": _("Threads")}
    return [(name, say(title), href(f"plain/{name}", **kept)) for name, title in titles.items()]


def kept(asking: Asking[Parameters]) -> dict[str, Any]:
    """What a link takes along: the language where it was chosen, and the day."""
    return {"lang": asking.parameters.lang, "as_of": asking.parameters.as_of}


def _link(page: str, given: Mapping[str, Any]) -> str:
    """The plain page of what a link of the dashboard's templates leads to, where there is one."""
    if page == "threads":
        given = dict(given)
        id = given.pop("id", None)
        return href(f"plain/threads/{id}" if id else "plain/threads", **given)
    id = given.get("id") or (page == "party" and given.get("party"))
    if id:
        kept = {name: given[name] for name in ("lang", "as_of")}
        return href(f"id/{id}", **kept)
    if page in ("decisions", "deadlines", "meetings"):
        return href(f"plain/{page}", **given)
    return href(page, **given)
