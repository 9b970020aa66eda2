"""The pages of threads: a line of steps, what is left open, how decisions relate."""

from __future__ import annotations

import datetime as dt
import re
from pathlib import Path

import pytest

from lanzadash.demo import generate
from lanzadash.library import load
from lanzadash.store import publish
from tests.web.conftest import ROOT, TODAY, Opener


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The generated data, published."""
    folder = tmp_path_factory.mktemp("threads")
    generate(load(ROOT / "data"), folder / "data", dt.date.fromisoformat(TODAY))
    publish(folder / "store", load(folder / "data"), version="1.0")
    return folder / "store"


def words(html: str) -> str:
    """The text of the page, white space folded."""
    return " ".join(re.sub(r"<[^>]+>", " ", html).split())


def steps(html: str) -> list[str]:
    return re.findall(r'<li class="(\w+)(?: ahead)?" id', html)


def test_every_thread_is_listed_and_can_be_opened(open_page: Opener) -> None:
    html = open_page("threads").html
    for thread in ("refugee_crisis_compliance", "refugee-crisis/R12"):
        assert f'href="/threads?id={thread}"' in html
        assert not open_page("threads", id=thread).app.exception


def test_the_steps_of_a_procedure_newest_or_oldest_first(open_page: Opener) -> None:
    thread = "refugee_crisis_compliance"
    newest = steps(open_page("threads", id=thread).html)
    oldest = steps(open_page("threads", id=thread, order="oldest").html)
    assert newest == oldest[::-1]
    assert newest[0] == "report_adopted"
    assert {"decision_taken", "deadline_set", "deadline_passed", "to_be_considered"} < set(newest)


def test_in_the_past_nothing_later_is_told(open_page: Opener) -> None:
    drawn = open_page("threads", id="refugee-crisis/R7", as_of="2021-12-05")
    text = words(drawn.html)
    assert "still to come" in text
    assert "information requested" in text
    assert "report adopted" not in text.lower()


def test_what_is_not_a_thread_is_said_to_be_none(open_page: Opener) -> None:
    drawn = open_page("threads", id="nothing")
    assert not drawn.app.exception
    assert "nothing" in words(drawn.html)


def test_a_decision_says_what_it_follows_up_and_leads_to_its_threads(open_page: Opener) -> None:
    text = words(open_page("decisions", id="T-ES/35/d8").html)
    assert "Follows up: 34th meeting, decision 27 not on file" in text
    html = open_page("decisions", id="T-ES/35/d5").html
    assert "To be considered at: 36th meeting" in words(html)
    assert 'href="/threads?id=refugee_crisis_compliance"' in html
    assert 'href="/threads?id=refugee-crisis/R7"' in html


def test_what_waits_for_a_person_stands_among_the_sources(open_page: Opener) -> None:
    text = words(open_page("sources").html)
    assert "Relations to review" in text
    assert "whose decisions are not on file" in text


def test_relations_between_steps_and_silence(open_page: Opener, demo: Path) -> None:
    text = words(open_page("threads", store=demo, id="example_round/R5").html)
    assert "Follows up: 22nd meeting, decision" in text
    assert "Superseded by: 27th meeting, decision" in text
    text = words(open_page("threads", store=demo, id="example_round/R37").html)
    assert "dormant not mentioned since the 25th meeting · 3 meetings held since" in text
    listed = open_page("threads", store=demo, state="dormant").html
    assert 'id="example_round/R37"' in listed
    assert 'id="example_round/R5"' not in listed


def test_a_loop_is_not_dormant_in_a_view_before_two_meetings(open_page: Opener, demo: Path) -> None:
    day = str(dt.date.fromisoformat(TODAY) - dt.timedelta(weeks=4 + 26))
    drawn = open_page("threads", store=demo, id="example_round/R37", as_of=day)
    assert not drawn.app.exception
    assert "not mentioned since" not in words(drawn.html)
