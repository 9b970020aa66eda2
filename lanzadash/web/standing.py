"""Asks for where each Party stands; for the page and for the pictures to take along."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Hashable
from dataclasses import replace
from typing import Any, Protocol
from urllib.parse import urlsplit

import pandas as pd

from lanzadash import words
from lanzadash.exports import phrases
from lanzadash.figures import pictures
from lanzadash.figures.picture import Picture, Words
from lanzadash.figures.standing import Standing
from lanzadash.language import Language
from lanzadash.queries import recommendations as made
from lanzadash.queries.asof import AsOf
from lanzadash.queries.meetings import held_meetings
from lanzadash.queries.parties import parties
from lanzadash.queries.standing import PAIR_LAYERS, matrix, status_map
from lanzadash.web.answers import Answers
from lanzadash.words import _

NO_RANK = _("Nothing here ranks States.")

Row = dict[str, Any]

_KEPT = Answers(most=64)


class Asker(Protocol):
    """What asks the queries: the view of a page, or a request."""

    @property
    def say(self) -> Language: ...
    @property
    def as_of(self) -> AsOf: ...
    @property
    def edition(self) -> str: ...
    @property
    def illustrative(self) -> bool: ...

    def ask(self, query: Callable[..., Any], *given: Hashable, **named: Hashable) -> Any: ...
    def rows(
        self, query: Callable[..., pd.DataFrame], *given: Hashable, **named: Hashable
    ) -> list[Row]: ...


def standing(asker: Asker, layer: str, round: str | None) -> Standing:
    """One layer as of the day of the view, compared with the last day of the meeting before it.

    The answer is kept and shared: it must not be changed.
    """
    before = previous(asker, round)
    since = before["end_date"] if before else None
    key = (asker.edition, asker.say.code, asker.as_of, layer, round)
    return _KEPT.get(key, lambda: _standing(asker, layer, round, since))


def _standing(asker: Asker, layer: str, round: str | None, since: dt.date | None) -> Standing:
    say = asker.say
    all_parties = say.in_order(asker.rows(parties), lambda row: str(say.pick(row, "name")))
    legend = asker.rows(made.statuses, layer)
    if layer not in PAIR_LAYERS:
        found = asker.ask(status_map, layer, round=round, since=since)
        return Standing.of(found, layer, legend, all_parties)
    found = asker.ask(matrix, layer, round, since=since)
    return Standing.of(found, layer, legend, all_parties, asker.rows(made.of_round, round))


def held(asker: Asker, round: str | None) -> list[Row]:
    """The meetings held by the body of a round, earliest first; without a round, by any."""
    body = next((row["body"] for row in rounds(asker) if row["round"] == round), None)
    found = asker.rows(held_meetings)
    # A meeting's id begins with the symbol of its body: T-ES/35.
    return [row for row in reversed(found) if body in (None, row["meeting"].rpartition("/")[0])]


def previous(asker: Asker, round: str | None) -> Row | None:
    """The last meeting that ended before the day of the view."""
    ended = [row for row in held(asker, round) if row["end_date"] < asker.as_of.day]
    return ended[-1] if ended else None


def rounds(asker: Asker) -> list[Row]:
    """The rounds with recommendations on file, the one with most of them first."""
    found = asker.rows(made.rounds, with_recommendations=True)
    return sorted(found, key=lambda row: -row["recommendations"])


def fullest(asker: Asker, round: str | None) -> str | None:
    """The recommendation of a round with something on file for most Parties."""
    found = asker.rows(made.of_round, round)
    first = max(found, key=lambda row: row["parties_on_file"], default=None)
    return first["recommendation"] if first else None


def title(asker: Asker, found: Standing, round: str | None, *, one: bool) -> str:
    """What a picture of it is of, in a line: a recommendation, or a round."""
    say = asker.say
    if one and found.recommendations:
        return words.recommendation(say, found.recommendations[0]).rstrip(".")
    named = next((row for row in rounds(asker) if row["round"] == round), None)
    if found.layer == "treaty" or named is None:
        return words.layer(say, found.layer)
    return str(say.pick(named, "name"))


def as_of(asker: Asker, round: str | None) -> str:
    """The day of the view in words, with the meeting that ended on it."""
    say, day = asker.say, asker.as_of.day
    here = next((row for row in held(asker, round) if row["end_date"] == day), None)
    if here is None:
        return say("as of {day}", day=say.date(day))
    meeting = words.meeting(say, here["number"])
    return say("as of the {meeting} ({day})", meeting=meeting, day=say.date(day))


def described(asker: Asker, found: Standing, round: str | None, *, one: bool) -> Words:
    """What stands around a picture of it."""
    say = asker.say
    before = previous(asker, round)
    changed = None
    if found.changed and before:
        meeting = words.meeting(say, before["number"])
        changed = say("changed since the {meeting}", meeting=meeting) + f" ({found.changed})"
    named = [urlsplit(source).netloc or source for source in found.sources]
    shown = list(dict.fromkeys(named))
    more = say("and {n} more", n=len(shown) - 4) if len(shown) > 4 else ""
    sources = " · ".join(shown[:4]) or say("nothing on file")
    return Words(
        title=title(asker, found, round, one=one),
        lead=f"{words.layer(say, found.layer)}, {as_of(asker, round)}",
        legend=[
            (row["key"], f"{say.pick(row, 'name')} ({say.number(found.counts[row['key']])})")
            for row in found.legend
            if found.counts.get(row["key"])
        ],
        changed=changed,
        foot=[
            f"{say('Sources')}{say.colon}{sources} {more}".strip(),
            f"{phrases.notice(say, illustrative=asker.illustrative)} {say(NO_RANK)}",
        ],
    )


def drawn(asker: Asker, show: str, found: Standing, round: str | None) -> Picture:
    """One of the pictures of the page, framed so that it explains itself."""
    around = described(asker, found, round, one=show in ("tiles", "map"))
    if show == "tiles":
        return pictures.tiles(found, around)
    if show == "map":
        outlines = asker.say("Land without a colour is no Party’s. Outlines: Natural Earth.")
        return pictures.geographic(found, replace(around, foot=[*around.foot, outlines]))
    draw = pictures.matrix if show == "matrix" else pictures.whole_round
    return draw(found, around, asker.say)
