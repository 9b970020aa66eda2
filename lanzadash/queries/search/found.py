"""A search: what was found, in what order, how often by value, and how the query was understood."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import reduce
from itertools import islice
from operator import and_, or_

import numpy as np

from lanzadash.queries.asof import AsOf
from lanzadash.queries.search.index import Index, Mask, Numbers, index
from lanzadash.queries.search.matching import Heard, Matcher, Matches, Wanted
from lanzadash.search.query import Query, parse
from lanzadash.search.snippets import Sequences
from lanzadash.search.words import Language, folded
from lanzadash.store import Connection

FACETS = (
    "theme",
    "round",
    "meeting",
    "year",
    "verb",
    "grade",
    "party",
    "recommendation",
    "document_kind",
    "body",
)
"""By what things are filtered and counted, in the order in which they are offered."""

_ALSO = {"recommendation": "code"}
"""A facet that is filtered by the values of another as well: a printed code may stand for several
recommendations, or for one that is not on file."""

_NEAREST = 3
_ALIKE = 0.84  # Jaro-Winkler: helplnie and helpline 0.97, prevention and protection 0.80


@dataclass(frozen=True)
class FacetCount:
    """A value of a facet, and how many of the things found have it.

    Counted with every other filter on and this facet's own off, so that the count says what one
    would get.
    """

    value: str
    count: int
    chosen: bool


@dataclass(frozen=True)
class Chip:
    """How one part of the query was understood.

    ``text``: as it was typed. ``without``: the query with it taken out; ``exactly``: the query with
    it in quotes, where it was not asked for so. ``forms``: the other forms looked for, the
    commonest first. ``accented``: a form differs from what was typed by accents. ``meant``: facets
    and values that it stands for, looked for as well. ``entries``: what it finds alone;
    ``lost``: its words that stand nowhere; ``nearest``: the same spelt otherwise, and the query
    with that, where nothing was found.
    """

    text: str
    entries: int
    lost: tuple[str, ...]
    without: str
    exactly: str | None
    forms: tuple[str, ...]
    languages: frozenset[Language]
    meant: tuple[tuple[str, str], ...]
    accented: bool
    excluded: bool
    phrase: bool
    nearest: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Loosened:
    """What would be found with one filter off, or with ``""`` all of them."""

    facet: str
    count: int


@dataclass(frozen=True)
class Found:
    """The answer to a search.

    ``records`` are the ids on this page, ``scores`` beside them. ``kinds``: how many of each kind
    match. ``wanted``: what was looked for, to be marked. ``ignored``: words that say nothing;
    ``cut``: how many words were too many. ``loosened``: only where nothing was found.
    """

    total: int
    records: tuple[str, ...]
    scores: tuple[float, ...]
    kinds: Mapping[str, int]
    facets: Mapping[str, tuple[FacetCount, ...]]
    chips: tuple[Chip, ...]
    wanted: tuple[Wanted, ...]
    ignored: tuple[str, ...]
    cut: int
    ranked: bool
    loosened: tuple[Loosened, ...]

    @property
    def highlights(self) -> tuple[Sequences, ...]:
        """Words in a row to mark: those asked for, and phrases of what they stand for."""
        marks = (one for wanted in self.wanted for one in (wanted.own, *wanted.instead))
        return tuple(dict.fromkeys(marks))


Filters = tuple[tuple[str, tuple[str, ...]], ...]
"""``(("theme", ("helplines", "data")), ...)``: one of the values of each facet."""


def found(
    connection: Connection,
    as_of: AsOf,
    text: str = "",
    filters: Filters = (),
    *,
    kind: str = "decision",
    by_date: bool = False,
    without: tuple[str, ...] = (),
    strict: bool = False,
    limit: int = 25,
    offset: int = 0,
) -> Found:
    """What ``text`` finds among the things of one kind known as of that day.

    ``kind``: decision, recommendation or agenda_item. Several values of a facet are alternatives,
    several facets must all hold. The best match comes first, or with ``by_date``, and where
    nothing is looked for, the latest meeting. ``without``: themes and Parties that words stand for,
    not to be looked for as well. ``strict``: accents count. Statistics of words are those of the
    whole file.

    No text raises; :mod:`lanzadash.search.query` says what it means.
    """
    at = index(connection)
    query = parse(text)
    known = at.known(_day(as_of))
    matcher = Matcher(connection, at, known, without, strict)
    matches = matcher.matches(query)
    matched = matches.match.mask & known
    filtered = _filtered(at, filters)
    every = reduce(and_, filtered.values(), matched)
    of_kind = at.kinds.get(kind, np.zeros(at.size, np.bool_))
    final = every & of_kind
    total = int(final.sum())
    ranked = matches.ranked and not by_date
    page = _page(matches, final, ranked, limit, offset)
    match = matches.match
    return Found(
        total=total,
        records=tuple(at.records(connection, page)),
        scores=tuple(float(match.score[entry]) for entry in page),
        kinds={name: int((every & mask).sum()) for name, mask in at.kinds.items()},
        facets=_counts(at, matched & of_kind, filtered, dict(filters)),
        chips=tuple(_chip(connection, matcher, query, one, total == 0) for one in matches.heard),
        wanted=matches.wanted,
        ignored=tuple(query.text[one.start : one.end] for one in query.ignored),
        cut=query.cut,
        ranked=ranked,
        loosened=_loosened(matched & of_kind, filtered) if not total else (),
    )


def chosen(filters: Mapping[str, str | Sequence[str] | None]) -> Filters:
    """Filters as a search takes them, those without a value left out; one value or several."""
    return tuple(
        (name, (value,) if isinstance(value, str) else tuple(value))
        for name, value in filters.items()
        if value
    )


def on_file(connection: Connection) -> Mapping[str, tuple[str, ...]]:
    """The values that each facet can be filtered by, in the order of the values."""
    facets = index(connection).facets
    return {
        name: tuple(
            value
            for asked in (name, _ALSO.get(name))
            if asked in facets
            for value in facets[asked].values
        )
        for name in FACETS
    }


def matching(
    connection: Connection,
    as_of: AsOf,
    text: str = "",
    filters: Filters = (),
    *,
    kind: str = "decision",
    without: tuple[str, ...] = (),
    strict: bool = False,
) -> frozenset[str]:
    """The ids of everything that :func:`found` counts, in no order."""
    at = index(connection)
    known = at.known(_day(as_of))
    matches = Matcher(connection, at, known, without, strict).matches(parse(text))
    mask = reduce(and_, _filtered(at, filters).values(), matches.match.mask)
    mask = mask & known & at.kinds.get(kind, np.zeros(at.size, np.bool_))
    return frozenset(at.records(connection, np.flatnonzero(mask).astype(np.int32)))


def _day(as_of: AsOf) -> np.datetime64 | None:
    return np.datetime64(as_of.known_by) if as_of.known_by else None


def _filtered(at: Index, filters: Filters) -> dict[str, Mask]:
    """For each filter the entries that it lets through."""
    return {name: _having(at, name, values) for name, values in filters if values}


def _having(at: Index, name: str, values: tuple[str, ...]) -> Mask:
    masks = (
        at.facets[asked].having(values, at.size)
        for asked in (name, _ALSO.get(name))
        if asked in at.facets
    )
    return reduce(or_, masks, np.zeros(at.size, np.bool_))


def _page(matches: Matches, mask: Mask, ranked: bool, limit: int, offset: int) -> Numbers:
    """The entries on one page. Among equals the order of the list decides."""
    entries = np.flatnonzero(mask).astype(np.int32)
    last = offset + limit
    if ranked and len(entries):
        score = matches.match.score[entries]
        if 0 < last < len(entries):
            # Only those that can be on this page are put in order.
            bound = np.partition(score, len(score) - last)[len(score) - last]
            better, equal = entries[score > bound], entries[score == bound]
            entries = np.concatenate([better, equal[: last - len(better)]])
            score = matches.match.score[entries]
        entries = entries[np.lexsort((entries, -score))]
    return entries[offset:last]


def _counts(
    at: Index, matched: Mask, filtered: Mapping[str, Mask], chosen: Mapping[str, tuple[str, ...]]
) -> dict[str, tuple[FacetCount, ...]]:
    every = reduce(and_, filtered.values(), matched)
    all_of_it = np.flatnonzero(every).astype(np.int32)
    counts = {}
    for name in FACETS:
        mask, among = every, all_of_it
        if name in filtered:
            others = [one for other, one in filtered.items() if other != name]
            mask = reduce(and_, others, matched)
            among = np.flatnonzero(mask).astype(np.int32)
        wanted = chosen.get(name, ())
        found = dict(at.facets[name].counts(mask, among)) if name in at.facets else {}
        for value in wanted:
            if value not in found:
                found[value] = int((mask & _having(at, name, (value,))).sum())
        counts[name] = tuple(
            FacetCount(value, count, value in wanted)
            for value, count in sorted(found.items(), key=lambda one: (-one[1], one[0]))
        )
    return counts


def _loosened(matched: Mask, filtered: Mapping[str, Mask]) -> tuple[Loosened, ...]:
    """The filters that alone stand in the way; all of them (``""``) where none does alone."""
    ways = []
    for name in filtered:
        others = [mask for other, mask in filtered.items() if other != name]
        count = int(reduce(and_, others, matched).sum())
        if count:
            ways.append(Loosened(name, count))
    if filtered and not ways and matched.any():
        ways.append(Loosened("", int(matched.sum())))
    return tuple(ways)


def _chip(
    connection: Connection, matcher: Matcher, query: Query, heard: Heard, nothing: bool
) -> Chip:
    clause = heard.clause
    typed = clause.words[-1]
    plain = not clause.exact and not clause.prefix and not heard.excluded
    nearest: list[tuple[str, str]] = []
    if nothing and heard.lost and not heard.excluded:
        lost = heard.lost[0]
        alike = (word for word in _nearest(connection, lost) if matcher.knows(word))
        for word in islice(alike, _NEAREST):
            instead = " ".join(word if one == lost else one for one in clause.words)
            quoted = f'"{instead}"' if clause.exact else instead
            nearest.append((instead, query.replaced(clause, quoted)))
    return Chip(
        text=query.text[clause.start : clause.end],
        entries=heard.entries,
        lost=heard.lost,
        without=query.without(clause),
        exactly=query.exactly(clause) if plain else None,
        forms=tuple(form for form in heard.forms if form != typed),
        languages=heard.languages,
        meant=heard.meant,
        accented=any(_only_accents(form, typed) for form in heard.forms),
        excluded=heard.excluded,
        phrase=len(clause.words) > 1,
        nearest=tuple(nearest),
    )


def _only_accents(form: str, typed: str) -> bool:
    return form != typed and folded(form) == folded(typed)


def _nearest(connection: Connection, word: str) -> list[str]:
    """The words on file that are spelt most like this one, the likest and commonest first."""
    rows = connection.execute(
        """
        select any_value(form order by entries desc) from search.words
        where jaro_winkler_similarity(folded, $word) >= $alike
        group by folded
        order by max(jaro_winkler_similarity(folded, $word)) desc, sum(entries) desc, folded
        limit $most
        """,
        {"word": folded(word)[:64], "alike": _ALIKE, "most": 4 * _NEAREST},
    ).fetchall()
    return [row[0] for row in rows]
