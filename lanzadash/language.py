"""Words, dates and names in English and French.

Every word on screen is an English msgid looked up in ``lanzadash/locale/<code>/messages.po``.
Catalogues are read as they stand, so that nothing has to be compiled before a first start.
"""

from __future__ import annotations

import datetime as dt
import gettext
import io
import re
import unicodedata
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, TypeVar

from babel import Locale
from babel.dates import format_date
from babel.lists import format_list
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from babel.numbers import format_decimal

CODES = ("en", "fr")
"""The committee's official languages, the default first."""

LOCALES = Path(__file__).parent / "locale"
_REGIONS = {"en": "en_GB", "fr": "fr_FR"}

_WORDS = re.compile(r"[^\W\d_]{3,}")

T = TypeVar("T")


@dataclass(frozen=True)
class Text:
    """A text in one language, which may not be the reader's: ``lang`` says which."""

    words: str
    lang: str

    def __str__(self) -> str:
        return self.words


class Language:
    """One language's words, dates, numbers and order. Get one from :func:`language`."""

    def __init__(self, code: str, translations: gettext.NullTranslations) -> None:
        self.code = code
        self.locale = Locale.parse(_REGIONS[code])
        self.translations = translations

    def __call__(self, message: str, **values: object) -> str:
        """``message`` in this language, with ``{named}`` values put in."""
        words = self.translations.gettext(message)
        return words.format(**values) if values else words

    def plural(self, one: str, many: str, n: int, **values: object) -> str:
        """``one`` or ``many`` as this language counts; ``{n}`` is the number, formatted."""
        return self.translations.ngettext(one, many, n).format(n=self.number(n), **values)

    @property
    def colon(self) -> str:
        """A colon and what stands around it: French puts a space in front that does not break."""
        return "\u00a0: " if self.code == "fr" else ": "

    def number(self, n: float) -> str:
        """A number with this language's separators."""
        return format_decimal(n, locale=self.locale)

    def percent(self, share: float) -> str:
        """A share from 0 to 1 as a whole percentage, rounded down so that 100 means all."""
        return format_decimal(int(round(share * 100, 6)), locale=self.locale) + (
            "%" if self.code == "en" else "\u00a0%"
        )

    def ordinal(self, n: int) -> str:
        """``35th`` in English, ``35e`` in French."""
        if self.code == "fr":
            return "1re" if n == 1 else f"{n}e"
        ending = "th" if n % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(n % 10, "th")
        return f"{n}{ending}"

    def date(self, day: dt.date) -> str:
        """``10 December 2021``; ``1er avril 2021`` where French wants the ordinal."""
        return self._first(format_date(day, "d MMMM y", locale=self.locale))

    def day_and_month(self, day: dt.date) -> str:
        """``10 December``."""
        return self._first(format_date(day, "d MMMM", locale=self.locale))

    def short_date(self, day: dt.date) -> str:
        """``10 Dec 2021``, ``1er avr. 2021``: where there is little room."""
        return self._first(format_date(day, "d MMM y", locale=self.locale))

    def month(self, day: dt.date) -> str:
        """``Dec 2021``, ``déc. 2021``: where there is little room."""
        return format_date(day, "MMM y", locale=self.locale)

    def weekday(self, day: dt.date) -> str:
        """``Friday``."""
        return format_date(day, "EEEE", locale=self.locale)

    def partial_date(self, printed: str) -> str:
        """A date as precise as known: ``2022-03-07``, ``2022-03`` or ``2022``; else unchanged."""
        parts = printed.split("-")
        if not all(part.isdigit() for part in parts) or len(parts) > 3:
            return printed
        try:
            if len(parts) == 3:
                return self.date(dt.date.fromisoformat(printed))
            if len(parts) == 2:
                first = dt.date(int(parts[0]), int(parts[1]), 1)
                return format_date(first, "MMMM y", locale=self.locale)
        except ValueError:
            return printed
        return printed

    def span(self, start: dt.date, end: dt.date) -> str:
        """A range of days as the committee prints it.

        ``30 November – 3 December 2021``, ``22-25 February 2022``.
        """
        if start == end:
            return self.date(start)
        if start.year != end.year:
            return f"{self.date(start)} – {self.date(end)}"
        if start.month != end.month:
            return f"{self.day_and_month(start)} – {self.date(end)}"
        first = "1er" if self.code == "fr" and start.day == 1 else str(start.day)
        return f"{first}-{self.date(end)}"

    def days_left(self, n: int) -> str:
        """How far a day is off, in words: ``in 7 days``, ``today``, ``12 days ago``.

        A day more than two months past is counted in whole months, more than two years in years.
        """
        if n == 0:
            return self("today")
        if n == 1:
            return self("tomorrow")
        if n == -1:
            return self("yesterday")
        if n > 0:
            return self.plural("in {n} day", "in {n} days", n)
        if n > -61:
            return self.plural("{n} day ago", "{n} days ago", -n)
        if n > -731:
            return self.plural("{n} month ago", "{n} months ago", int(-n / 30.44))
        return self.plural("{n} year ago", "{n} years ago", int(-n / 365.25))

    def list(self, words: Iterable[str]) -> str:
        """``R7, R11 and R13``."""
        return format_list(list(words), locale=self.locale)

    def pick(self, row: Mapping[str, Any], name: str) -> Text | None:
        """``row[name_en]`` or ``row[name_fr]``: this language's, else the other's, else none."""
        others = [code for code in CODES if code != self.code]
        for code in (self.code, *others):
            words = row.get(f"{name}_{code}")
            if words:
                return Text(str(words), code)
        return None

    def written(self, words: str, lang: str | None) -> Text:
        """A text and the language it is written in, English where ``lang`` is none of ours.

        A code, a symbol or a single name is the same in each: it counts as the reader's.
        """
        lang = lang if lang in CODES else CODES[0]
        return Text(words, lang if len(_WORDS.findall(words)) > 1 else self.code)

    def sort_key(self, words: str) -> str:
        """A key that sorts É beside E."""
        folded = unicodedata.normalize("NFKD", words)
        return "".join(c for c in folded if not unicodedata.combining(c)).casefold()

    def in_order(self, things: Iterable[T], name: Callable[[T], str]) -> Sequence[T]:
        """``things`` in the order of their names, which ``name`` gives."""
        return sorted(things, key=lambda thing: self.sort_key(name(thing)))

    @staticmethod
    def _first(words: str) -> str:
        """French writes the first of a month as an ordinal."""
        french_first = words.startswith("1 ") and words.split(" ")[1].islower()
        return "1er" + words[1:] if french_first else words


@cache
def language(code: str) -> Language:
    """The language ``en`` or ``fr``; any other code gives English.

    A catalogue that is missing or cannot be read gives English words: a page in the wrong
    language is better than none.
    """
    code = code if code in CODES else CODES[0]
    path = LOCALES / code / "messages.po"
    try:
        with path.open("rb") as file:
            catalogue = read_po(file, locale=_REGIONS[code])
        compiled = io.BytesIO()
        write_mo(compiled, catalogue)
        compiled.seek(0)
        return Language(code, gettext.GNUTranslations(compiled))
    except (OSError, ValueError):
        return Language(code, gettext.NullTranslations())
