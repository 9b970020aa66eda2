"""A search as the address asks for it, and as a page shows it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from markupsafe import Markup, escape

from lanzadash import words
from lanzadash.language import Language
from lanzadash.queries import search
from lanzadash.queries.decisions import texts, themes
from lanzadash.queries.parties import parties
from lanzadash.queries.recommendations import recommendations, rounds
from lanzadash.search.snippets import Parts, Sequences, marked, snippet, stands
from lanzadash.search.words import LANGUAGES
from lanzadash.web.view import Rows, View, labels
from lanzadash.words import _

SIZE = 25
KINDS = ("decision", "recommendation", "agenda_item")

_TITLES = {
    "theme": _("Theme"),
    "round": _("Procedure"),
    "meeting": _("Meeting"),
    "year": _("Year"),
    "verb": _("Verb"),
    "grade": _("Grade"),
    "party": _("Party named"),
    "recommendation": _("Recommendation"),
    "document_kind": _("Document"),
    "body": _("Committee"),
}
_OFFICIAL = {"en": _("Official text, English"), "fr": _("Official text, French")}
_SUMMARY = {"en": _("Our summary, English"), "fr": _("Our summary, French")}
_NEWEST_FIRST = ("meeting", "year")
_IN_SIGHT = ("theme", "round", "meeting")
"""Facets that stand open where there is room."""


@dataclass(frozen=True)
class Value:
    """A value to filter by: its word, how many have it, and the address that turns it on or off."""

    label: str
    count: int
    chosen: bool
    address: str
    key: str


@dataclass(frozen=True)
class Offer:
    """A facet with its values. ``open``: its values are in sight from the start."""

    name: str
    title: str
    values: Sequence[Value]
    open: bool
    wide: bool


class Search:
    """What the address of a page looks for: ``q``, the facets by their names, ``in``, ``sort``,
    ``page``, ``accents=exact`` and ``without`` (themes and Parties not looked for as well)."""

    def __init__(self, view: View, page: str, text: str | None) -> None:
        self._view, self._page = view, page
        ask = view.address
        offered = view.ask(search.on_file)
        self.text = text or ""
        self.filters = {
            name: ask.choices(name, {*offered[name], *self._labels.get(name, ())})
            for name in search.FACETS
        }
        self.kind = ask.choice("in", KINDS) or KINDS[0]
        self.by_date = ask.choice("sort", ("date",)) == "date"
        self.strict = ask.choice("accents", ("exact",)) == "exact"
        self.without_meant = ask.choices(
            "without", {*self._labels["theme"], *self._labels["party"]}
        )
        codes = self._codes
        self.filters["recommendation"] = tuple(
            dict.fromkeys(codes.get(value, value) for value in self.filters["recommendation"])
        )
        self.number = ask.number("page", 1_000_000)
        if self.number > max(self.pages, 1):
            ask.faults.append(("page", str(self.number)))
            self.number = max(self.pages, 1)
            del self.found

    @property
    def asked(self) -> bool:
        """Whether anything is looked for or filtered by."""
        return bool(self.text or any(self.filters.values()))

    @cached_property
    def found(self) -> search.Found:
        """The answer."""
        found: search.Found = self._view.ask(
            search.found,
            self.text,
            self._filters,
            by_date=self.by_date,
            **self._how,
            limit=SIZE,
            offset=(self.number - 1) * SIZE,
        )
        return found

    def matches(self, meeting: str) -> frozenset[str]:
        """The ids of all decisions of a meeting that are found."""
        filters = (*((k, v) for k, v in self._filters if k != "meeting"), ("meeting", (meeting,)))
        how = self._how | {"kind": "decision"}
        ids: frozenset[str] = self._view.ask(search.matching, self.text, filters, **how)
        return ids

    @property
    def taken_along(self) -> dict[str, object]:
        """What of this search files, feeds and the API are asked for too."""
        return {
            "q": self.text,
            **self.filters,
            "sort": "date" if self.by_date and self.text else None,
            "accents": "exact" if self.strict else None,
            "without": self.without_meant,
        }

    def beside(self, meeting: str) -> str:
        """The address of a meeting in which what is not found is dimmed."""
        asked = self.taken_along | {"meeting": None, "sort": None}
        return self._view.link("meetings", id=meeting, **asked)

    @property
    def _filters(self) -> search.Filters:
        return tuple((name, values) for name, values in self.filters.items() if values)

    @property
    def _how(self) -> dict[str, Any]:
        return {"kind": self.kind, "without": self.without_meant, "strict": self.strict}

    @property
    def pages(self) -> int:
        """How many pages the answer has."""
        return -(-self.found.total // SIZE)

    def here(self, **changes: object) -> str:
        """The address of this search with some values changed, from its first page on."""
        return self._view.address.here(self._page, **({"page": None} | changes))

    def title(self, facet: str) -> str:
        """What a facet is called."""
        return self._view.say(_TITLES[facet])

    def label(self, facet: str, value: str) -> str:
        """What a value is called."""
        return self._labels.get(facet, {}).get(value, value)

    def offers(self) -> list[Offer]:
        """The facets that tell these results apart, or that are filtered by."""
        offers = []
        for name, counts in self.found.facets.items():
            chosen = self.filters[name]
            if len(counts) < 2 and not chosen:
                continue
            if name in _NEWEST_FIRST:
                counts = tuple(sorted(counts, key=lambda one: _number(one.value), reverse=True))
            values = [self._value(name, one) for one in counts]
            wide = name in _IN_SIGHT
            offers.append(Offer(name, self.title(name), values, bool(chosen), wide))
        return offers

    def chosen(self) -> list[tuple[str, Value]]:
        """The filters that are on: the title of the facet, and the value with the address that
        takes it off."""
        counts = {
            (name, one.value): one for name, found in self.found.facets.items() for one in found
        }
        return [
            (self.title(name), self._value(name, counts[name, value]))
            for name, values in self.filters.items()
            for value in values
            if (name, value) in counts
        ]

    def without(self, facet: str) -> str:
        """The address of this search with one facet's filters off."""
        return self.here(**{facet: None})

    def unfiltered(self) -> str:
        """The address of this search with no filter on."""
        return self.here(**dict.fromkeys(self.filters))

    def _value(self, name: str, one: search.FacetCount) -> Value:
        now = self.filters[name]
        then = tuple(v for v in now if v != one.value) if one.chosen else (*now, one.value)
        label, address = self.label(name, one.value), self.here(**{name: then})
        return Value(label, one.count, one.chosen, address, f"{name}={one.value}")

    @cached_property
    def _labels(self) -> Mapping[str, Mapping[str, str]]:
        view, say = self._view, self._view.say
        offered = view.ask(search.on_file)

        def worded(
            name: str, word: Callable[[Language, str], str], known: Iterable[str] = ()
        ) -> dict[str, str]:
            return {value: word(say, value) for value in (*offered[name], *known)}

        return {
            "theme": labels(view.rows(themes), "theme", say),
            "round": labels(view.rows(rounds), "round", say, "short"),
            "party": labels(view.rows(parties), "party", say),
            "meeting": worded("meeting", lambda say, id: words.meeting(say, _number(id))),
            "verb": worded("verb", words.verb, words.VERBS),
            "grade": worded("grade", words.grade, words.GRADES),
            "document_kind": worded("document_kind", words.document_kind),
            "recommendation": self._recommendations,
        }

    @cached_property
    def _recommendations(self) -> Mapping[str, str]:
        """By id the printed code, with the procedure where several have the same."""
        view, say = self._view, self._view.say
        rows = view.rows(recommendations)
        codes = Counter(row["code"] for row in rows)
        return {
            row["recommendation"]: words.recommendation_code(say, row)
            + (f" ({say.pick(row, 'short')})" if codes[row["code"]] > 1 else "")
            for row in rows
        }

    @cached_property
    def _codes(self) -> Mapping[str, str]:
        """The only recommendation with a code, by the code."""
        rows = self._view.rows(recommendations)
        codes = Counter(row["code"] for row in rows)
        return {row["code"]: row["recommendation"] for row in rows if codes[row["code"]] == 1}


@dataclass(frozen=True)
class Excerpt:
    """A part of a text that something was found in: what text it is, its language, the part."""

    label: str
    lang: str
    part: Markup


def excerpts(view: View, rows: Rows, found: search.Found) -> dict[str, list[Excerpt]]:
    """By decision: where in its official wording something was found, and, where that and the
    summary on show do not have everything, where in the summary of the other language."""
    if not found.wanted:
        return {}
    say = view.say
    official = {row["decision"]: row for row in view.rows(texts, found.records)}
    languages = sorted(LANGUAGES, key=lambda code: code != say.code)
    made: dict[str, list[Excerpt]] = {}
    for row in rows:
        shown = [say.pick(row, name) for name in ("context", "summary")]
        here = [text.words for text in shown if text]
        found_in = []
        columns = [(name, code) for code in languages for name in ("text", "notes")]
        for name, code in columns:
            text = official[row["decision"]][f"{name}_{code}"]
            if text and (parts := snippet(text, found.highlights)):
                found_in.append(Excerpt(say(_OFFICIAL[code]), code, html(parts)))
                here.append(text)
                break
        lacking = [
            one.own
            for one in found.wanted
            if not any(stands(text, (one.own, *one.instead)) for text in here)
        ]
        for code in languages:
            text = row[f"summary_{code}"]
            if lacking and text and (parts := snippet(text, lacking)):
                found_in.append(Excerpt(say(_SUMMARY[code]), code, html(parts)))
                break
        made[row["decision"]] = found_in
    return made


def highlighter(found: search.Found) -> Callable[[str], Markup]:
    """Marks in a text what was found."""
    wanted: Sequence[Sequences] = found.highlights
    return lambda text: html(marked(text, wanted)) if wanted else escape(text)


def html(parts: Parts) -> Markup:
    """The parts of a text, those that were found in ``mark``."""
    return Markup("").join(
        Markup("<mark>{}</mark>").format(part) if mark else escape(part) for part, mark in parts
    )


def _number(value: str) -> int:
    """The number of a year, or at the end of a meeting's id: ``T-ES/35`` is 35."""
    return int(value.rsplit("/", 1)[-1])
