"""The address is the state: one URL reproduces any view.

Everything a person chooses stands in the query string. A widget writes the address when it
changes, and the address is read again at each run, so that back, forward, reload and a link sent
on all give the same page.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Collection, Iterable
from urllib.parse import quote, urlencode

import streamlit as st

FIRST_DAY = dt.date(2010, 7, 1)
"""The first day that a calendar offers: that of the Convention's entry into force."""

KEPT = ("lang", "as_of")
"""What a link from one page to another takes along."""


def href(page: str, /, **values: object) -> str:
    """The address of a page with these values, ids left readable: ``/decisions?id=T-ES/35/d6``.

    A tuple or list stands as often as it has values.
    """
    given = [
        (name, str(one))
        for name, value in values.items()
        for one in (value if isinstance(value, tuple | list) else (value,))
        if one not in (None, "")
    ]
    query = urlencode(given, quote_via=lambda text, *_: quote(text, safe="/:,"))
    return f"/{page}" + (f"?{query}" if query else "")


class Address:
    """The query string of the page being drawn, and what was wrong with it."""

    def __init__(self) -> None:
        self.faults: list[tuple[str, str]] = []

    def text(self, name: str) -> str | None:
        """The value of ``name`` as it stands, ``None`` if absent or empty."""
        value = st.query_params.get(name, "").strip()
        return value or None

    def texts(self, name: str) -> tuple[str, ...]:
        """Every value of ``name`` as it stands, each once, empty ones left out."""
        values = (value.strip() for value in st.query_params.get_all(name))
        return tuple(dict.fromkeys(value for value in values if value))

    def choices(self, name: str, allowed: Collection[str]) -> tuple[str, ...]:
        """The values of ``name`` that are among ``allowed``; a fault for each that is not."""
        values = self.texts(name)
        self.faults += [(name, value) for value in values if value not in allowed]
        return tuple(value for value in values if value in allowed)

    def choice(self, name: str, allowed: Collection[str]) -> str | None:
        """The value of ``name`` if it is one of ``allowed``; else ``None`` and a fault."""
        value = self.text(name)
        if value is None or value in allowed:
            return value
        by_case = {option.casefold(): option for option in allowed}
        if value.casefold() in by_case:
            return by_case[value.casefold()]
        self.faults.append((name, value))
        return None

    def day(self, name: str) -> dt.date | None:
        """The value of ``name`` as a day, ``YYYY-MM-DD``; else ``None`` and a fault."""
        value = self.text(name)
        if value is None:
            return None
        try:
            return dt.date.fromisoformat(value)
        except ValueError:
            self.faults.append((name, value))
            return None

    def number(self, name: str, most: int) -> int:
        """The value of ``name`` as a whole number from 1 to ``most``; else 1 and a fault."""
        value = self.text(name)
        if value is None:
            return 1
        digits = value.isascii() and value.isdigit() and len(value) <= len(str(most))
        if digits and 1 <= int(value) <= max(most, 1):
            return int(value)
        self.faults.append((name, value))
        return 1

    def set(self, name: str, value: str | None) -> None:
        """Put ``value`` into the address of this page, where it follows from the rest of it."""
        if value:
            st.query_params[name] = value

    def link(self, page: str, /, **values: object) -> str:
        """The address of a page, with the language and the as-of day of this one."""
        kept = {name: st.query_params.get(name) for name in KEPT}
        return href(page, **(kept | values))

    def here(self, page: str, /, **changes: object) -> str:
        """This page's address with some values changed; ``None`` takes one out."""
        given = {name: st.query_params.get_all(name) for name in st.query_params}
        return href(page, **(given | changes))


def select(
    address: Address,
    label: str,
    name: str,
    options: Iterable[str],
    *,
    words: Callable[[str], str],
    anything: str | None = None,
    default: str | None = None,
) -> str | None:
    """Ask for one of ``options``; what is chosen stands in the address as ``name``.

    ``words`` gives the label of an option, ``anything`` the words for no choice; without them
    ``default``, or else the first option, is the choice where the address has none. ``None`` if
    there is nothing to choose.
    """
    offered = list(options)
    chosen = address.choice(name, offered)
    if anything is None and chosen is None:
        chosen = default or next(iter(offered), None)
    key = f"choice-{name}"
    st.session_state[key] = chosen or ""
    st.selectbox(
        label,
        offered if anything is None else ["", *offered],
        format_func=lambda value: words(value) if value else anything or "–",
        key=key,
        on_change=_write,
        args=(name, key),
    )
    return chosen


def day(
    address: Address, label: str, name: str, default: dt.date | None, latest: dt.date
) -> dt.date | None:
    """Ask for a day; it stands in the address as ``name``, and without it ``default`` counts."""
    chosen = address.day(name) or default
    key = f"day-{name}"
    st.session_state[key] = chosen
    st.date_input(
        label,
        # The address may name a day that the calendar would not offer.
        min_value=min(chosen or FIRST_DAY, FIRST_DAY),
        max_value=max(chosen or latest, latest, FIRST_DAY),
        format="DD/MM/YYYY",
        key=key,
        on_change=_write,
        args=(name, key),
    )
    return chosen


def search(address: Address, label: str, name: str, placeholder: str) -> str | None:
    """Ask for words; they stand in the address as ``name``."""
    words = address.text(name)
    key = f"words-{name}"
    st.session_state[key] = words or ""
    st.text_input(label, key=key, placeholder=placeholder, on_change=_write, args=(name, key))
    return words


def just_written(name: str) -> bool:
    """Whether a person wrote ``name`` into a widget just now: true in one run only, and not when a
    page is opened by its address."""
    return bool(st.session_state.pop(f"written-{name}", False))


def _write(name: str, key: str) -> None:
    """Put a widget's value into the address, and start again at the first page of a list."""
    value = st.session_state[key]
    st.session_state[f"written-{name}"] = True
    if value in (None, ""):
        st.query_params.pop(name, None)
    else:
        st.query_params[name] = str(value)
    if name != "page":
        st.query_params.pop("page", None)
    if name == "q":  # what was taken off belonged to the words that stood there
        st.query_params.pop("without", None)
