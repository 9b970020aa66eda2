"""A deadline of which nobody has said who is asked does not vanish from the view of a Party."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from lanzadash import __version__
from lanzadash.library import load
from lanzadash.store import publish

Opener = Callable[..., Any]
DAY = "2031-11-20"
REPLIES = "T-XY/5/d2/deadline-1"


@pytest.fixture
def drawn(
    data_folder: Callable[..., Path], record: dict[str, Any], tmp_path: Path, open_page: Opener
) -> Callable[..., str]:
    """A page of the small folder, whose list asks for something by 15 December 2031."""

    def draw(page: str, parties: list[str], **address: str) -> str:
        record["decisions"][1]["round"] = None
        record["deadlines"][0].update(parties=parties, summary_en=None, summary_fr=None)
        store = tmp_path / "store"
        publish(store, load(data_folder(records=[record])), version=__version__)
        html: str = open_page(page, store, as_of=DAY, **address).html
        return re.sub(r"\s+", " ", html)

    return draw


@pytest.mark.parametrize("page", ["party", "deadlines"])
@pytest.mark.parametrize("party", ["MLT", "PRT"])
def test_without_an_addressee_it_may_concern_every_party(
    drawn: Callable[..., str], page: str, party: str
) -> None:
    html = drawn(page, [], party=party)
    assert "Addressee not on file: may concern you" in html
    assert f'id="{REPLIES}"' in html


@pytest.mark.parametrize("page", ["party", "deadlines"])
def test_with_addressees_it_is_theirs_alone(drawn: Callable[..., str], page: str) -> None:
    html = drawn(page, ["MLT"], party="MLT")
    assert "may concern you" not in html
    assert 'Malta <span class="note">inferred</span>' in html
    assert f'id="{REPLIES}"' not in drawn(page, ["MLT"], party="PRT")


def test_nothing_to_come_is_said_of_what_was_chosen(drawn: Callable[..., str]) -> None:
    html = drawn("deadlines", ["MLT"], party="PRT")
    assert "No deadline on file for Portugal is still to come." in html


def test_without_a_summary_its_name_is_what_set_it(drawn: Callable[..., str]) -> None:
    html = drawn("deadlines", ["MLT"])
    assert "<h4>5th meeting, decision 2</h4>" in html
    assert "No summary on file yet." not in html
