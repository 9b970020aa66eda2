"""HTML from templates, autoescaped: a text from the data can never become markup."""

from __future__ import annotations

import datetime as dt
from functools import cache
from typing import Any
from urllib.parse import urlparse

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup, escape

from lanzadash import words
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
    env.globals.update(say=say, words=words)
    env.filters.update(
        day=lambda value: day(say, value),
        source=source,
        picked=lambda row, name, tag="span": _picked(say, row, name, tag),
        written=lambda words, lang: marked(say, say.written(words, lang)),
    )
    return env


def render(template: str, say: Language, **values: Any) -> Markup:
    """The HTML of ``web/templates/<template>``."""
    return Markup(environment(say.code).get_template(template).render(**values))


def day(say: Language, date: dt.date) -> Markup:
    """A day as text that a machine can read too."""
    return Markup('<time datetime="{}">{}</time>').format(date.isoformat(), say.date(date))


def _picked(say: Language, row: dict[str, Any], name: str, tag: str) -> Markup:
    """``row[name]`` in the reader's language; in the other one it is marked as such."""
    text = say.pick(row, name)
    return marked(say, text, tag) if text else Markup("")


def marked(say: Language, text: Text, tag: str = "span") -> Markup:
    """A text, with its language in the markup and in words where it is not the reader's.

    ``tag`` is the element around it: ``q`` for printed words.
    """
    if text.lang == say.code:
        return escape(text.words) if tag == "span" else _element(tag, text)
    note = say("in English") if text.lang == "en" else say("in French")
    return _element(tag, text) + Markup(' <small class="note">({})</small>').format(note)


def _element(tag: str, text: Text) -> Markup:
    return Markup('<{0} lang="{1}">{2}</{0}>').format(tag, text.lang, text.words)


def source(value: str | None) -> Markup:
    """The sources in one cell: addresses as links, symbols as text."""
    parts = [part.strip() for part in (value or "").split(" ; ") if part.strip()]
    return Markup(" · ").join(_one_source(part) for part in parts)


def _one_source(part: str) -> Markup:
    address = urlparse(part)
    if address.scheme not in ("http", "https") or not address.netloc:
        return escape(part)
    return Markup('<a href="{}" rel="noreferrer external">{}</a>').format(part, address.netloc)
