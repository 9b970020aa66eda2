"""CSV and JSON."""

from __future__ import annotations

import csv
import datetime as dt
import io
import json
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from lanzadash.exports.about import About
from lanzadash.exports.listings import LISTINGS
from lanzadash.exports.tables import to_csv, to_json
from lanzadash.language import Language, language

Maker = Callable[..., dict[str, Any]]


def read_csv(file: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(file.decode("utf-8-sig"), newline="")))


def test_csv(deadline: Maker, english: Language, about: About) -> None:
    file = to_csv("deadlines", [deadline()], english, about)
    assert file.startswith(b"\xef\xbb\xbf")
    (row,) = read_csv(file)
    expected = {
        "Id": "T-XY/5/d2/deadline-1",
        "Due": "2031-12-15",
        "Time": "",
        "Day in time": "yes",
        "When": "15 December 2031",
        "Summary": "Replies about the helpline.",
        "Parties bound": "2",
        "Recommendations": "R2; R9",
        "Set by": "5th meeting, decision 2",
        "Document": "T-XY(2031)12_en",
        "Source": "T-XY(2031)12_en",
        "Certainty": "sourced",
        "Known since": "2031-11-06",
        "Permalink": "https://example.org/id/T-XY/5/d2/deadline-1",
    }
    assert {title: row[title] for title in expected} == expected
    assert row["Notice"].startswith("Unofficial tool.")


def test_csv_in_french(decision: Maker, about: About) -> None:
    (row,) = read_csv(to_csv("decisions", [decision()], language("fr"), about))
    assert "Les Parties sont interrogées sur la ligne d’écoute." in row.values()


FORMULAS = ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1+1", "\r=1+1", "\x00=1+1", " =1+1"]


@pytest.mark.parametrize("payload", FORMULAS)
def test_no_text_of_a_csv_is_a_formula(
    payload: str, deadline: Maker, english: Language, about: About
) -> None:
    hostile = deadline(summary_en=payload, codes=[payload, "R2"], submit_to=payload)
    (row,) = read_csv(to_csv("deadlines", [hostile], english, about))
    for title in ("Summary", "Recommendations", "Send to"):
        assert not row[title].lstrip().startswith(("=", "+", "-", "@"))
        assert payload.strip().strip("\x00") in row[title]


def test_json(deadline: Maker, english: Language, about: About) -> None:
    told = json.loads(to_json("deadlines", [deadline(due_time="18:00")], english, about))
    assert told["total"] == 1
    (item,) = told["items"]
    assert [column["key"] for column in told["columns"]] == list(item)
    assert all(column["title"] and column["meaning"] for column in told["columns"])
    expected = {
        "deadline": "T-XY/5/d2/deadline-1",
        "due": "2031-12-15",
        "due_time": "18:00",
        "inclusive": True,
        "codes": ["R2", "R9"],
        "parties_bound": 2,
        "decision": "T-XY/5/d2",
        "page": 2,
        "certainty": "sourced",
        "permalink": "https://example.org/id/T-XY/5/d2/deadline-1",
    }
    assert {key: item[key] for key in expected} == expected
    assert told["about"]["filter"] == "Party: Portugal"
    assert told["about"]["as_of"] == "2031-12-01"
    assert told["about"]["digest"] == "5a5a"
    assert told["about"]["notice"].startswith("Unofficial tool.")


@pytest.mark.parametrize("write", [to_csv, to_json])
def test_same_input_same_bytes(
    write: Callable[..., bytes], decision: Maker, english: Language, about: About
) -> None:
    rows = [decision(), decision(decision="T-XY/5/d3", number=None)]
    assert write("decisions", rows, english, about) == write("decisions", rows, english, about)


@pytest.mark.parametrize("write", [to_csv, to_json])
def test_illustrative_data_says_so(
    write: Callable[..., bytes], decision: Maker, english: Language, about: About
) -> None:
    generated = replace(about, illustrative=True)
    assert "Illustrative data." in write("decisions", [decision()], english, generated).decode()


def test_a_column_that_the_rows_lack_is_an_error(english: Language, about: About) -> None:
    with pytest.raises(KeyError):
        to_csv("deadlines", [{"deadline": "T-XY/5/d2/deadline-1"}], english, about)


@pytest.mark.parametrize("name", LISTINGS)
def test_each_row_carries_its_permalink_source_and_certainty(name: str) -> None:
    listing = LISTINGS[name]
    keys = [column.key for column in listing.columns]
    assert keys[0] == listing.key
    assert keys[-4:] == ["source", "certainty", "known_on", "permalink"]
    assert len(set(keys)) == len(keys)


@pytest.mark.parametrize("code", ["en", "fr"])
@pytest.mark.parametrize("name", LISTINGS)
def test_headers_are_told_apart_in_each_language(name: str, code: str) -> None:
    say = language(code)
    titles = [say(column.title) for column in LISTINGS[name].columns]
    assert len(set(titles)) == len(titles)


def test_days_before_1900_and_none(recommendation: Maker, english: Language, about: About) -> None:
    old = recommendation(known_on=dt.date(1899, 12, 31), addressees=None)
    (row,) = read_csv(to_csv("recommendations", [old], english, about))
    assert row["Known since"] == "1899-12-31"
    assert row["Of whom"] == ""
