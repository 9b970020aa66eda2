"""Citations, read back by reference managers' libraries."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Any

import bibtexparser
import pytest
import rispy
from hypothesis import given, settings
from hypothesis import strategies as st

from lanzadash.exports.citation import Citation, Citing
from lanzadash.language import language

Maker = Callable[..., dict[str, Any]]
SEEN = dt.date(2032, 2, 1)


def citing(code: str = "en", **over: Any) -> Citing:
    names = {"en": "Example Committee", "fr": "Comité exemple"}
    return Citing(language(code), names[code], "https://example.org", SEEN, **over)


def bibtex(citation: Citation) -> dict[str, str]:
    library = bibtexparser.parse_string(citation.bibtex())
    assert not library.failed_blocks
    (entry,) = library.entries
    return {"type": entry.entry_type, "key": entry.key} | {
        field.key: field.value for field in entry.fields
    }


def ris(citation: Citation) -> dict[str, Any]:
    (entry,) = rispy.loads(citation.ris())
    return dict(entry)


def test_a_decision_in_words(decision: Maker) -> None:
    assert citing().decision(decision()).text == (
        "Example Committee, List of decisions, 5th meeting, decision 2, T-XY(2031)12_en, "
        "adopted on 20 January 2032, https://example.org/id/T-XY/5/d2 (seen on 1 February 2032)."
    )


def test_a_decision_in_french(decision: Maker) -> None:
    cited = citing("fr").decision(decision())
    assert cited.text.startswith("Comité exemple, ")
    assert "20 janvier 2032" in cited.text
    assert "1er février 2032" in cited.text
    assert bibtex(cited)["langid"] == "french"


def test_a_deadline_in_words(deadline: Maker) -> None:
    assert citing().deadline(deadline()).text == (
        "Example Committee, Deadline: 15 December 2031, Replies to a questionnaire, 5th meeting, "
        "decision 2, T-XY(2031)12_en, https://example.org/id/T-XY/5/d2/deadline-1 "
        "(seen on 1 February 2032)."
    )


def test_a_recommendation_in_words(recommendation: Maker) -> None:
    assert citing().recommendation(recommendation()).text == (
        "Example Committee, Recommendation R2, T-XY(2030)04, https://example.org/id/harbours/R2 "
        "(seen on 1 February 2032)."
    )


def test_bibtex(decision: Maker) -> None:
    assert bibtex(citing().decision(decision())) == {
        "type": "misc",
        "key": "T-XY-5-d2",
        "author": "{Example Committee}",
        "title": "{List of decisions, 5th meeting, decision 2}",
        "number": r"T-XY(2031)12\_en",
        "year": "2032",
        "date": "2032-01-20",
        "langid": "english",
        "url": "https://example.org/id/T-XY/5/d2",
        "urldate": "2032-02-01",
        "note": (
            "Unofficial tool. Only the adopted text counts. "
            "Names and presentation imply no opinion on the status of any territory."
        ),
    }


def test_ris(decision: Maker) -> None:
    cited = citing().decision(decision())
    assert all(line.endswith("\r\n") for line in cited.ris().splitlines(keepends=True))
    entry = ris(cited)
    expected = {
        "type_of_reference": "GOVDOC",
        "authors": ["Example Committee"],
        "title": "List of decisions, 5th meeting, decision 2",
        "note": "T-XY(2031)12_en",
        "year": "2032",
        "date": "2032/01/20/",
        "language": "en",
        "urls": ["https://example.org/id/T-XY/5/d2"],
        "access_date": "2032/02/01/",
    }
    assert {key: entry[key] for key in expected} == expected


def test_what_is_not_on_file_is_left_out(decision: Maker, deadline: Maker) -> None:
    cited = citing().decision(decision(adopted=None, known_on=None))
    assert "year" not in bibtex(cited)
    assert "year" not in ris(cited)
    assert "adopted" not in cited.text
    call = citing().deadline(deadline(symbol=None, language=None, decision=None, meeting=None))
    assert "number" not in bibtex(call)


def test_illustrative_data_says_so(decision: Maker) -> None:
    cited = citing(illustrative=True).decision(decision())
    assert "Illustrative: " in cited.text
    assert bibtex(cited)["title"].startswith("{Illustrative: ")
    assert "Illustrative data." in ris(cited)["notes"][0]


PAYLOADS = [
    r"100% of {Parties} & #1 $x$ a_b ~ ^ \input{file}",
    "}\n}\n@misc{forged, title={x}",
    "x\r\nER  - \r\nTY  - BOOK",
    "<script>alert(1)</script>\x00\x1b",
]


@pytest.mark.parametrize("payload", PAYLOADS)
def test_a_text_stays_a_text(payload: str, recommendation: Maker) -> None:
    cited = citing().recommendation(recommendation(code=payload, report=payload))
    shown = " ".join("".join(c if c.isprintable() else " " for c in payload).split())
    assert ris(cited)["title"] == f"Recommendation {shown}"
    assert ris(cited)["type_of_reference"] == "GOVDOC"
    assert bibtex(cited)["type"] == "misc"
    assert "\n" not in cited.text


@settings(max_examples=40, deadline=None)
@given(st.text())
def test_any_text_gives_one_entry(text: str) -> None:
    row = {
        "recommendation": "harbours/R2",
        "code": text,
        "report": text,
        "source": text,
        "certainty": "sourced",
        "known_on": None,
    }
    cited = citing().recommendation(row)
    assert ris(cited)["urls"] == ["https://example.org/id/harbours/R2"]
    assert bibtex(cited)["url"] == "https://example.org/id/harbours/R2"
