"""What the page of recommendations draws: its tabs, the meetings, one picture, one history."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Mapping
from functools import partial
from typing import Any
from urllib.parse import quote

from markupsafe import Markup

from lanzadash import words
from lanzadash.figures import pictures
from lanzadash.figures.standing import Standing
from lanzadash.queries import recommendations as made
from lanzadash.queries.parties import parties as all_parties
from lanzadash.queries.standing import LAYERS, PAIR_LAYERS
from lanzadash.web import html
from lanzadash.web import standing as stand
from lanzadash.web.view import ANSWERS, Rows, View, today
from lanzadash.words import _

SHOWN = {
    "tiles": _("Tiles"),
    "matrix": _("Matrix"),
    "round": _("Whole round"),
    "map": _("Map"),
    "list": _("List"),
}
"""What the page can show, by its code in the address, the first one without a code."""


def parties(view: View) -> Mapping[str, dict[str, Any]]:
    """The Parties by their codes."""
    return {row["party"]: row for row in view.rows(all_parties)}


def tabs(view: View, show: str, *, opened: bool) -> None:
    """Links to each of :data:`SHOWN`; a layer that one of them does not have is left behind."""
    say, layer = view.say, view.address.text("layer")

    def address(code: str) -> str:
        kept = layer if layer in _layers(code) else None
        named = None if code == "tiles" else code
        return view.address.here("recommendations", show=named, layer=kept, party=None)

    links = [
        (code, say(title), address(code), code == show and not opened)
        for code, title in SHOWN.items()
    ]
    view.draw("status_choice.html", label=say("What is shown"), links=links)


def layers(view: View, offered: tuple[str, ...], layer: str) -> None:
    """Links to each layer that is offered."""
    links = [
        (
            code,
            words.layer(view.say, code),
            view.address.here("recommendations", layer=None if code == LAYERS[0] else code),
            code == layer,
        )
        for code in offered
    ]
    view.draw("status_choice.html", label=view.say("Layer"), links=links)


def _layers(show: str) -> tuple[str, ...]:
    return LAYERS if show in ("tiles", "map", "list") else PAIR_LAYERS


def meetings(view: View, round: str | None) -> None:
    """A control over the meetings held and today; the day chosen stands in the address."""
    say, address = view.say, view.address
    held = [row for row in stand.held(view, round) if row["end_date"] <= today()]
    steps = [
        (
            address.here("recommendations", as_of=row["end_date"]),
            say(
                "{meeting} ({day})",
                meeting=words.meeting(say, row["number"]),
                day=say.date(row["end_date"]),
            ),
            row["end_date"],
        )
        for row in held
    ]
    steps.append((address.here("recommendations", as_of=None), say("Today"), dt.date.max))
    day = view.as_of.day if view.as_of.past else dt.date.max
    at = sum(end <= day for _, _, end in steps) - 1
    exact = at >= 0 and steps[at][2] == day
    view.draw(
        "meeting_control.html",
        steps=json.dumps([step[:2] for step in steps]),
        last=len(steps) - 1,
        at=max(at, 0),
        shown=steps[at][1] if exact else say.date(view.as_of.day),
        earlier=steps[at - 1 if exact else at] if at > 0 or (at == 0 and not exact) else None,
        later=steps[at + 1] if at + 1 < len(steps) else None,
    )


def picture(view: View, show: str, found: Standing, round: str | None) -> None:
    """Tiles, matrix, map or a whole round, with its legend, what changed, and its table."""
    key = (view.edition, "picture", view.as_of, view.say.code, show, round, found.layer)
    asked = view.address.here("recommendations")
    one = next(iter(found.cells), None)
    view.draw_markup(ANSWERS.get((*key, one, asked), lambda: _picture(view, show, found, round)))


def _picture(view: View, show: str, found: Standing, round: str | None) -> Markup:
    before = stand.previous(view, round)
    one = next(iter(found.cells), None) if show in ("tiles", "map") else None
    here = partial(view.address.here, "recommendations")
    return view.markup(
        f"status_{show}.html",
        found=found,
        title=stand.title(view, found, round, one=show in ("tiles", "map")),
        day=stand.as_of(view, round),
        since=words.meeting(view.say, before["number"]) if before else None,
        parties={row["party"]: row for row in found.parties},
        made={row["recommendation"]: row for row in found.recommendations},
        cell=lambda recommendation, party: here(recommendation=recommendation, party=party),
        tiles_of=lambda recommendation: here(show=None, recommendation=recommendation),
        squares=_squares(view, found) if show == "matrix" else {},
        tall=any(len(pictures.code(row)) > 4 for row in found.recommendations),
        small=partial(_small, view, found),
        illustrative=view.illustrative,
        picture=view.link(
            f"picture/{show}.svg",
            lang=view.say.code,
            layer=found.layer,
            round=round,
            recommendation=one,
        ),
    )


def _small(view: View, found: Standing, row: dict[str, Any]) -> tuple[Standing, str]:
    """One recommendation of a round, and its tiles as the address of a small picture."""
    one = found.only(row["recommendation"])
    title = words.recommendation_code(view.say, row)
    drawing = html.render("picture.svg", view.say, picture=pictures.small(one, title))
    return one, f"data:image/svg+xml,{quote(drawing)}"


def _squares(view: View, found: Standing) -> Mapping[tuple[str, str | None], Markup]:
    """The cell of the matrix for each status and the one before it: symbol, colour and words.

    A full round has 1,920 cells of a dozen kinds.
    """
    say, square = view.say, Markup('<td class="status-{}{}" aria-label="{}">{}</td>')
    made = {}
    for status, before in {cell[1:3] for row in found.cells.values() for cell in row.values()}:
        words = found.word(say, status)
        if before:
            earlier = found.word(say, before)
            words = say("{status}, changed, before: {before}", status=words, before=earlier)
        changed = " changed" if before else ""
        made[status, before] = square.format(status, changed, words, found.symbol(status))
    return made


def history(view: View, steps: Rows, recommendation: str, party: str) -> None:
    """Every dated step on file of one recommendation and one Party."""
    view.draw(
        "status_history.html",
        steps=steps,
        row=next(
            row
            for row in view.rows(made.recommendations)
            if row["recommendation"] == recommendation
        ),
        party=parties(view)[party],
        outcomes={row["key"]: row for row in view.rows(made.statuses, "outcome")},
        back=view.address.here("recommendations", party=None),
    )
