"""What every page is handed: the language, the day, the data, the address."""

from __future__ import annotations

import datetime as dt
import inspect
import os
from collections.abc import Callable, Hashable, Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any, NoReturn, TypeAlias, TypeVar
from zoneinfo import ZoneInfo

import numpy as np
import pandas as pd
import streamlit as st
from markupsafe import Markup

from lanzadash.language import CODES, Language, language
from lanzadash.queries.asof import AsOf
from lanzadash.queries.documents import cited, meta
from lanzadash.store import Connection, open_store
from lanzadash.web import html
from lanzadash.web.address import KEPT, Address
from lanzadash.web.answers import Answers

ZONE = ZoneInfo("Europe/Paris")
"""Strasbourg's time: it decides which day it is."""

ANSWERS = Answers(most=512)

Answer = TypeVar("Answer")
Rows: TypeAlias = list[dict[str, Any]]
"""Rows as dictionaries: missing values ``None``, days ``date``, lists ``list``."""

ROOT = Path(__file__).resolve().parents[2]


def store_path() -> Path:
    """The published store that this server shows: ``LANZADASH_STORE``, else ``data/store``."""
    return Path(os.environ.get("LANZADASH_STORE") or ROOT / "data" / "store")


def today() -> dt.date:
    """Today in Strasbourg, or the day in ``LANZADASH_TODAY`` (for tests and demonstrations)."""
    fixed = os.environ.get("LANZADASH_TODAY")
    return dt.date.fromisoformat(fixed) if fixed else dt.datetime.now(ZONE).date()


@dataclass(frozen=True)
class View:
    """One drawing of one page."""

    page: str
    say: Language
    as_of: AsOf
    address: Address
    connection: Connection

    def ask(self, query: Callable[..., Answer], *given: Hashable, **named: Hashable) -> Answer:
        """What a query of ``lanzadash.queries`` answers, as of this view's day where it matters.

        The connection and the day are handed in here. The answer is kept and shared: it must not
        be changed.
        """
        answer: Answer = self._kept("as it is", query, given, named, lambda answer: answer)
        return answer

    def rows(self, query: Callable[..., pd.DataFrame], *given: Hashable, **named: Hashable) -> Rows:
        """The rows of what a query answers, see :func:`rows`. They must not be changed."""
        found: Rows = self._kept("rows", query, given, named, rows)
        return found

    def first(
        self, query: Callable[..., pd.DataFrame], *given: Hashable, **named: Hashable
    ) -> dict[str, Any] | None:
        """The first row of what a query answers, or ``None``."""
        return next(iter(self.rows(query, *given, **named)), None)

    def _kept(
        self,
        form: str,
        query: Callable[..., Any],
        given: tuple[Hashable, ...],
        named: dict[str, Hashable],
        shape: Callable[[Any], Any],
    ) -> Any:
        dated = "as_of" in inspect.signature(query).parameters
        values = (self.as_of, *given) if dated else given
        name = (query.__module__, query.__qualname__)
        key = (self.edition, form, *name, values, *sorted(named.items()))
        return ANSWERS.get(key, lambda: shape(query(self.connection, *values, **named)))

    @cached_property
    def edition(self) -> str:
        """Which built file this view shows: no two have the same."""
        return f"{self.meta['digest']} {self.meta.get('built_at')}"

    @cached_property
    def meta(self) -> dict[str, str]:
        """What the built file says of itself."""
        return meta(self.connection)

    @property
    def illustrative(self) -> bool:
        """The data was generated."""
        return self.meta["illustrative"] == "true"

    @property
    def built(self) -> str:
        """The day on which the file was built, in words."""
        return built(self.meta, self.say)

    def link(self, page: str, **values: object) -> str:
        """The address of another page in the same language and as of the same day."""
        return self.address.link(page, **values)

    def draw(self, template: str, **values: Any) -> None:
        """Draw a template of ``web/templates`` in this view's language."""
        self.draw_markup(self.markup(template, **values))

    def draw_markup(self, markup: Markup) -> None:
        """Draw what :meth:`markup` gave, now or earlier."""
        st.html(markup)

    def markup(self, template: str, **values: Any) -> Markup:
        """The HTML of a template."""
        kept = [(name, st.query_params[name]) for name in KEPT if name in st.query_params]
        given = {"link": self.link, "as_of": self.as_of, "kept": kept, "cited": self.ask(cited)}
        return html.render(template, self.say, **given | values)

    def title(self, title: str, lead: str = "") -> None:
        """The one ``h1`` of the page, a sentence under it, and what was wrong in the address."""
        self.draw("title.html", title=title, lead=lead)

    def faults(self) -> None:
        """Say what in the address could not be used."""
        if self.address.faults:
            self.draw("faults.html", faults=dict.fromkeys(self.address.faults))

    def not_found(self, what: str, value: str, page: str) -> NoReturn:
        """Say that the address names something that is not on file, and stop."""
        self.draw("not_found.html", what=what, value=value, page=page)
        st.stop()


def built(meta: Mapping[str, str], say: Language) -> str:
    """The day in Strasbourg on which a file was built, in words."""
    moment = meta.get("built_at")
    if not moment:
        return say("on a day not recorded")
    return say.date(dt.datetime.fromisoformat(moment).astimezone(ZONE).date())


def view(page: str) -> View:
    """The view that the address asks for. Raises ``StoreError`` where nothing is published."""
    address = Address()
    asked = address.day("as_of")
    now = today()
    as_of = AsOf(asked, past=asked < now) if asked else AsOf(now)
    return View(page, chosen_language(address), as_of, address, open_store(store_path()).cursor())


def chosen_language(address: Address | None = None) -> Language:
    """The language in the address, else the browser's first that is offered, else English."""
    code = (address or Address()).choice("lang", CODES)
    return language(code or _browser_language())


def _browser_language() -> str:
    for part in st.context.headers.get("Accept-Language", "").split(","):
        code = part.split(";")[0].strip()[:2].lower()
        if code in CODES:
            return code
    return CODES[0]


def rows(frame: pd.DataFrame) -> Rows:
    """A DataFrame as dictionaries: missing values ``None``, days ``date``, lists ``list``."""
    records: list[dict[str, Any]] = frame.to_dict("records")  # type: ignore[assignment]
    return [{str(name): _plain(value) for name, value in row.items()} for row in records]


def first(frame: pd.DataFrame) -> dict[str, Any] | None:
    """The first row as :func:`rows` gives it, or ``None``."""
    return rows(frame.head(1))[0] if len(frame) else None


def labels(
    rows: Iterable[dict[str, Any]], key: str, say: Language, name: str = "name"
) -> Mapping[str, str]:
    """``{key: label}`` in the order of the rows, for a widget's options."""
    return {row[key]: str(say.pick(row, name) or row[key]) for row in rows}


def _plain(value: Any) -> Any:
    if isinstance(value, np.ndarray):
        value = value.tolist()  # days of numpy are no days of Python
    if isinstance(value, list):
        return [_plain(one) for one in value]
    if pd.isna(value):
        return None
    return value.date() if isinstance(value, dt.datetime) else value
