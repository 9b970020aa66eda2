"""The pictures of where Parties stand, as SVG: what the page shows, to take along."""

from __future__ import annotations

from collections.abc import Callable
from http import HTTPStatus

from lanzadash.queries.standing import LAYERS, PAIR_LAYERS
from lanzadash.web import html, standing
from lanzadash.web.routes.asking import Asking
from lanzadash.web.routes.parameters import PictureParameters
from lanzadash.web.routes.problems import RequestError
from lanzadash.web.routes.replies import Reply

MEDIA = "image/svg+xml"
SHOWN = {
    "tiles": "Where each Party stands, one tile for each.",
    "map": "Where each Party stands, on a map.",
    "matrix": "Parties and the recommendations of a round.",
    "round": "One small tile map for each recommendation of a round.",
}
"""Each picture, and what it shows."""


def as_picture(show: str) -> Callable[[Asking[PictureParameters]], Reply]:
    """Answers one of :data:`SHOWN`; without a round or recommendation, those of the page."""

    def answer(asking: Asking[PictureParameters]) -> Reply:
        asked, one = asking.parameters, show in ("tiles", "map")
        layer = asked.layer or LAYERS[0]
        if not one and layer not in PAIR_LAYERS:
            raise RequestError(HTTPStatus.BAD_REQUEST, asking.say("It has no such layer."))
        rounds = standing.rounds(asking)
        round = asked.round or (rounds[0]["round"] if rounds else None)
        found = standing.standing(asking, layer, round)
        if one and layer in PAIR_LAYERS:
            found = found.only(asked.recommendation or standing.fullest(asking, round))
        picture = standing.drawn(asking, show, found, round)
        drawn = html.render("picture.svg", asking.say, picture=picture)
        name = f"lanzadash-{show}-{layer}-{asking.as_of.day.isoformat()}.svg"
        headers = {"Content-Disposition": f'inline; filename="{name}"'}
        return Reply(drawn.encode("utf-8", "replace"), MEDIA, headers)

    return answer
