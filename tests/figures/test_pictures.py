"""A picture explains itself: title, day, sources and disclaimer are in it, whatever they hold."""

from __future__ import annotations

from xml.etree import ElementTree

import pandas as pd
import pytest

from lanzadash.figures import pictures
from lanzadash.figures.outlines import HEIGHT, MARKERS, WIDTH, outlines, project
from lanzadash.figures.picture import Group, Label, Part, Picture, Shape, Words, wrapped
from lanzadash.figures.standing import Standing
from lanzadash.figures.symbols import mark
from lanzadash.language import language
from lanzadash.store import Connection
from lanzadash.web import html

SAY = language("en")
LEGEND = [
    {"key": key, "name_en": key, "name_fr": key, "symbol": symbol}
    for key, symbol in (("assessed", "■"), ("addressed", "◆"), ("not_on_file", "–"))
]
PARTIES = [
    {"party": "MLT", "name_en": "Malta", "name_fr": "Malte", "tile_column": 3, "tile_row": 8},
    {"party": "PRT", "name_en": "Portugal", "name_fr": None, "tile_column": 0, "tile_row": 6},
]
MADE = [
    {"recommendation": "r/R1", "code": "R1", "summary_en": "Open <a line> & keep it."},
    {"recommendation": "r/place", "code": None, "summary_en": None},
]
STATUSES = {
    ("r/R1", "MLT"): ("assessed", "addressed"),
    ("r/R1", "PRT"): ("addressed", "addressed"),
    ("r/place", "MLT"): ("not_on_file", "not_on_file"),
    ("r/place", "PRT"): ("assessed", "addressed"),
}
WORDS = Words(
    title='A title that says "more" than <one> & two',
    lead="Outcome, as of the 5th meeting",
    legend=[("assessed", "assessed (2)"), ("addressed", "addressed (1)")],
    changed="changed since the 4th meeting (2)",
    foot=["Sources: a report", "Unofficial tool."],
)


def standing() -> Standing:
    frame = pd.DataFrame(
        {
            "recommendation": recommendation,
            "party": party,
            "status": status,
            "before": before,
            "changed": status != before,
            "since": None,
            "source": "a report ; another" if status == "assessed" else None,
            "certainty": "sourced",
            "known_on": pd.Timestamp(2031, 1, 1),
        }
        for (recommendation, party), (status, before) in STATUSES.items()
    )
    return Standing.of(frame, "assessment", LEGEND, PARTIES, MADE)


DRAWN = {
    "tiles": lambda: pictures.tiles(standing().only("r/R1"), WORDS),
    "map": lambda: pictures.geographic(standing().only("r/R1"), WORDS),
    "matrix": lambda: pictures.matrix(standing(), WORDS, SAY),
    "round": lambda: pictures.whole_round(standing(), WORDS, SAY),
}


@pytest.mark.parametrize("name", DRAWN)
def test_a_picture_is_well_formed_and_holds_its_words(name: str) -> None:
    drawn = html.render("picture.svg", SAY, picture=DRAWN[name]())
    root = ElementTree.fromstring(drawn)
    assert root.tag == "{http://www.w3.org/2000/svg}svg"
    words = " ".join(root.itertext())
    for expected in (WORDS.title, WORDS.lead, WORDS.changed, *WORDS.foot, "assessed (2)"):
        assert expected in words
    assert not [node for node in root.iter() if node.tag.endswith(("script", "style", "image"))]
    assert "http" not in drawn.replace("http://www.w3.org/2000/svg", "")


@pytest.mark.parametrize("name", DRAWN)
def test_nothing_is_drawn_outside_the_frame(name: str) -> None:
    picture = DRAWN[name]()
    for part in picture.parts:
        if not isinstance(part, Shape):
            assert 0 <= part.x <= picture.width
            assert 0 <= part.y <= picture.height


@pytest.mark.parametrize("name", DRAWN)
def test_every_status_has_its_symbol_beside_its_colour(name: str) -> None:
    fills = {part.fill for part in _flat(DRAWN[name]()) if isinstance(part, Shape)}
    for status in ("assessed", "addressed"):
        fill, ink = pictures.palette.STATUS[status]
        assert {fill, ink} <= fills


def test_codes_and_names_stand_in_the_pictures() -> None:
    assert {"MLT", "PRT"} <= set(_words(DRAWN["tiles"]()))
    assert {"Malta", "Portugal", "R1", "place"} <= set(_words(DRAWN["matrix"]()))
    assert {"R1", "place"} <= set(_words(DRAWN["round"]()))


def test_what_is_told_of_a_standing() -> None:
    found = standing()
    assert found.counts == {"assessed": 2, "addressed": 1, "not_on_file": 1}
    assert [(one.recommendation, one.before, one.status, one.parties) for one in found.changes] == [
        ("r/R1", "addressed", "assessed", ["MLT"]),
        ("r/place", "addressed", "assessed", ["PRT"]),
    ]
    assert list(found.sources) == ["a report", "another"]
    assert found.only("r/R1").changed == 1


def test_every_party_is_on_the_map(connection: Connection) -> None:
    for (party,) in connection.execute("select party from parties").fetchall():
        x, y = project(*MARKERS[party]) if party in MARKERS else outlines()[party].middle
        assert 0 < x < WIDTH, party
        assert 0 < y < HEIGHT, party


@pytest.mark.parametrize(
    ("party", "place", "why"),
    [("UKR", (34.1, 44.95), "Simferopol"), ("CYP", (33.6, 35.3), "the north of the island")],
)
def test_the_outlines_are_those_that_were_chosen(
    party: str, place: tuple[float, float], why: str
) -> None:
    x, y = project(*place)
    rings = [
        [tuple(map(float, point.split())) for point in ring.removesuffix("z").split("L")]
        for ring in outlines()[party].d.split("M")[1:]
    ]
    assert any(_within(x, y, ring) for ring in rings), why


def test_a_symbol_that_is_not_known_is_drawn_all_the_same() -> None:
    assert mark("", 0, 0, 10)


def test_long_words_are_broken_into_lines() -> None:
    assert len(wrapped("word " * 40, 300, 14)) > 3


def _flat(picture: Picture) -> list[Part]:
    found: list[Part] = []
    for part in picture.parts:
        found += part.parts if isinstance(part, Group) else [part]
    return found


def _words(picture: Picture) -> list[str]:
    return [part.words for part in _flat(picture) if isinstance(part, Label)]


def _within(x: float, y: float, ring: list[tuple[float, ...]]) -> bool:
    crossed = False
    for (x1, y1), (x2, y2) in zip(ring, [*ring[1:], ring[0]], strict=True):
        if (y1 > y) != (y2 > y) and x < (x2 - x1) * (y - y1) / (y2 - y1) + x1:
            crossed = not crossed
    return crossed
