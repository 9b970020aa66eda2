"""HTML from templates, autoescaped: a text from the data can never become markup."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from functools import cache
from typing import Any
from urllib.parse import urlparse

from jinja2 import Environment, PackageLoader, StrictUndefined, pass_context
from jinja2.runtime import Context
from markupsafe import Markup, escape

from lanzadash import words
from lanzadash.exports import phrases
from lanzadash.exports.moments import moment
from lanzadash.language import Language, Text


@cache
def environment(code: str) -> Environment:
    """The templates with one language's words, dates and names at hand."""
    from lanzadash.language import language

    say = language(code)
    env = Environment(
        loader=PackageLoader("lanzadash.web"),
        autoescape=True,
        undefined=StrictUndefined,
        extensions=["jinja2.ext.i18n"],
    )
    env.install_gettext_translations(say.translations, newstyle=True)  # type: ignore[attr-defined]
    env.globals.update(say=say, words=words, e=escape)
    env.filters.update(
        day=lambda value: day(say, value),
        source=_source,
        what=lambda row: phrases.what(say, row),
        status=lambda row: phrases.status(say, row),
        hour=lambda row: hour(say, row),
        picked=lambda row, name, tag="span", mark=escape: _picked(say, row, name, tag, mark),
        written=lambda words, lang: marked(say, say.written(words, lang)),
    )
    return env


def render(template: str, say: Language, **values: Any) -> Markup:
    """The HTML of ``web/templates/<template>``."""
    return Markup(environment(say.code).get_template(template).render(**values))


def day(say: Language, date: dt.date) -> Markup:
    """A day as text that a machine can read too."""
    return Markup('<time datetime="{}">{}</time>').format(date.isoformat(), say.date(date))


def hour(say: Language, row: dict[str, Any]) -> Markup | None:
    """The printed hour of a deadline on Strasbourg's clocks, with the day where it is another."""
    at = moment(row)
    if at is None:
        return None
    words = f"{at:%H:%M}" if at.date() == row["due"] else f"{say.date(at)}, {at:%H:%M}"
    return Markup('<time datetime="{}">{}</time>').format(at.isoformat(), words)


def _picked(
    say: Language, row: dict[str, Any], name: str, tag: str, mark: Callable[[str], Markup]
) -> Markup:
    """``row[name]`` in the reader's language; in the other one it is marked as such."""
    text = say.pick(row, name)
    return marked(say, text, tag, mark) if text else Markup("")


def marked(
    say: Language, text: Text, tag: str = "span", mark: Callable[[str], Markup] = escape
) -> Markup:
    """A text, with its language in the markup and in words where it is not the reader's.

    ``tag`` is the element around it: ``q`` for printed words. ``mark`` makes HTML of the words.
    """
    if text.lang == say.code and tag == "span":
        return mark(text.words)
    element = Markup('<{0} lang="{1}">{2}</{0}>').format(tag, text.lang, mark(text.words))
    if text.lang == say.code:
        return element
    note = say("in English") if text.lang == "en" else say("in French")
    return element + Markup(' <small class="note">({})</small>').format(note)


def source(value: str | None, pages: Mapping[str, str] | None = None) -> Markup:
    """The sources in one cell: addresses as links, and symbols where ``pages`` has a page."""
    parts = [part.strip() for part in (value or "").split(" ; ") if part.strip()]
    return Markup(" · ").join(_one_source(part, pages or {}) for part in parts)


@pass_context
def _source(context: Context, value: str | None) -> Markup:
    """The same in a template: a document that is on file leads to its record."""
    cited, link = context.get("cited") or {}, context.get("link")
    parts = {part.strip() for part in (value or "").split(" ; ")} & cited.keys() if link else ()
    return source(value, {part: link(f"id/{cited[part]}") for part in parts})


def _one_source(part: str, pages: Mapping[str, str]) -> Markup:
    if part in pages:
        return Markup('<a href="{}" data-plain>{}</a>').format(pages[part], part)
    address = urlparse(part)
    if address.scheme not in ("http", "https") or not address.netloc:
        return escape(part)
    return Markup('<a href="{}" rel="noreferrer external">{}</a>').format(part, address.netloc)
