"""Document symbols: ``T-ES(2021)37_en rev.``: one work, in several versions and languages."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import Literal

from lanzadash.reading.folding import fold

SymbolLanguage = Literal["en", "fr", "bil"]

# "rev.", "rév. 2", "Rev2", "FINAL", "prov.", "add.1". Where a word follows, "final" is one too
# ("T-ES(2020)22 final version"), and so is "revised"; a number before a month is a date.
_VERSION = (
    r"(?:(?P<revised>(?i:r[eé]v(?:ised|isée?)?))(?![^\W\d_])\.?(?: ?(?P<revision>\d{1,2})(?! \w+ "
    r"\d{4}))?"
    r"(?! ?\w*(?:by|par)\b)(?![^\W_])"
    r"|(?P<final>FINALE?|[Ff]inale?|[Ff]in\b\.?|FIN\b)(?!\w)(?! ?[^\W\d_])"
    r"|(?P<other>(?i:prov|add|corr))(?![^\W\d_])\.?(?: ?(?P<part>\d{1,2}))?(?![^\W_]))"
)
# "_en", "_EN"; with a space only in capitals or at the end: "T-ES(2021)37 en vue de" is French.
_LANGUAGE = (
    r"(?:_ ?(?P<{0}>(?i:en|fr|bil|e|f))(?![^\W_])| (?P<{0}_apart>EN|FR|BIL|(?:en|fr|bil)$)(?!\w))?"
)


@dataclass(frozen=True)
class Symbol:
    """A document symbol. ``work`` is the same in every version and language."""

    work: str
    version: str | None = None
    lang: SymbolLanguage | None = None


@dataclass(frozen=True)
class SymbolSpan:
    """A symbol printed at ``text[start:end]``."""

    start: int
    end: int
    symbol: Symbol


def find_symbols(text: str, codes: Iterable[str]) -> list[SymbolSpan]:
    """Every symbol of the committees whose ``codes`` (``T-ES``) are given, in order.

    A suffix of the code names a group under the committee: ``T-ES-WG(2016)03``.
    """
    return [
        SymbolSpan(match.start(), match.end(), _symbol(match))
        for match in _pattern(tuple(codes)).finditer(fold(text))
    ]


def parse_symbol(text: str, codes: Iterable[str]) -> Symbol | None:
    """The symbol that ``text`` is, or ``None`` where it is anything else."""
    spans = find_symbols(text, codes)
    whole = len(spans) == 1 and (spans[0].start, spans[0].end) == (0, len(text))
    return spans[0].symbol if whole else None


def print_symbol(symbol: Symbol) -> str:
    """``symbol`` as the committee prints it: ``T-ES(2021)37_en rev.``; inverse of reading."""
    language = f"_{symbol.lang}" if symbol.lang else ""
    version = f" {symbol.version}" if symbol.version else ""
    return f"{symbol.work}{language}{version}"


@cache
def _pattern(codes: tuple[str, ...]) -> re.Pattern[str]:
    names = "|".join(re.escape(code) for code in sorted(codes, key=len, reverse=True))
    # T-ES(2021)37 · T-ES (2021) 37 · T-ES-WG(2016)03 · T-ES(2017)ICT-DE · T-ES(2021)OJ36
    work = (
        rf"(?<![\w-])(?P<code>(?:{names})(?:-[A-Z]{{1,6}}\d{{0,2}})?) ?\((?P<year>(?:19|20)\d\d)\)"
        r" ?(?P<number>(?:[A-Z]{1,6}-?){1,3}\d{0,4}|\d{1,4})"
        r"(?=[\W_]|$|(?i:r[eé]v|final|prov|add|corr))"
    )
    return re.compile(
        f"{work}{_LANGUAGE.format('before')}(?:[\\s_,]{{0,2}}{_VERSION})"
        f"?{_LANGUAGE.format('after')}"
    )


def _symbol(match: re.Match[str]) -> Symbol:
    names = ("before", "before_apart", "after", "after_apart")
    printed = next((match[name].lower() for name in names if match[name]), "")
    languages: dict[str, SymbolLanguage] = {"e": "en", "f": "fr", "b": "bil"}
    work = f"{match['code']}({match['year']}){match['number']}"
    return Symbol(work, _version(match), languages.get(printed[:1]))


def _version(match: re.Match[str]) -> str | None:
    if match["revised"]:
        return f"rev.{match['revision'] or ''}"
    if match["final"]:
        return "final"
    if match["other"]:
        return f"{match['other'].lower()}.{match['part'] or ''}"
    return None
