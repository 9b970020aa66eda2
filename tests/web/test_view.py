"""What every page is handed."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
import pytest

from lanzadash.language import language
from lanzadash.web.view import ROOT, built, first, labels, rows, store_path, today

Opener = Callable[..., Any]


def test_rows_hold_plain_values() -> None:
    frame = pd.DataFrame(
        {
            "day": [pd.Timestamp(2021, 12, 10), pd.NaT],
            "number": [6, None],
            "codes": [np.array(["R7", "R11"]), None],
            "words": ["text", None],
            "yes": [True, False],
            "days": [np.array(["2021-12-10"], dtype="datetime64[us]"), [dt.date(2021, 12, 10)]],
        }
    )
    assert rows(frame) == [
        {
            "day": dt.date(2021, 12, 10),
            "number": 6,
            "codes": ["R7", "R11"],
            "words": "text",
            "yes": True,
            "days": [dt.date(2021, 12, 10)],
        },
        {
            "day": None,
            "number": None,
            "codes": None,
            "words": None,
            "yes": False,
            "days": [dt.date(2021, 12, 10)],
        },
    ]
    assert first(frame) == rows(frame)[0]
    assert first(frame.iloc[:0]) is None


def test_labels_keep_the_order_and_fall_back_on_the_code() -> None:
    frame = pd.DataFrame(
        {"party": ["DEU", "AUT"], "name_en": ["Germany", None], "name_fr": [None, None]}
    )
    assert list(labels(rows(frame), "party", language("fr")).items()) == [
        ("DEU", "Germany"),
        ("AUT", "AUT"),
    ]


def test_the_day_and_the_store_can_be_set(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LANZADASH_TODAY", "2021-12-03")
    monkeypatch.setenv("LANZADASH_STORE", "/somewhere/else")
    assert today() == dt.date(2021, 12, 3)
    assert store_path() == Path("/somewhere/else")
    monkeypatch.delenv("LANZADASH_STORE")
    assert store_path() == ROOT / "data" / "store"


@pytest.mark.parametrize(
    ("as_of", "days"), [(None, "21 November 2026"), ("2021-12-03", "3 December 2021")]
)
def test_days_are_counted_from_the_day_of_the_view(
    open_page: Opener, as_of: str | None, days: str
) -> None:
    [title] = [
        part for part in open_page(**({"as_of": as_of} if as_of else {})).parts if "<h1" in part
    ]
    assert days in title


@pytest.mark.parametrize(
    ("built_at", "day"),
    [
        ("2026-11-21T22:30:00+00:00", "21 November 2026"),
        ("2026-11-21T23:30:00+00:00", "22 November 2026"),
        ("", "on a day not recorded"),
    ],
)
def test_a_build_has_the_day_of_strasbourg(built_at: str, day: str) -> None:
    assert built({"built_at": built_at}, language("en")) == day
