"""From a reading to record and texts, and what stays when a document is read again."""

from __future__ import annotations

import datetime as dt
import json

import pytest

from lanzadash.checking import check
from lanzadash.filing import file, link_meeting, record_id, split
from lanzadash.library import load
from lanzadash.records import Reading

DAY, LATER = dt.date(2032, 1, 10), dt.date(2032, 2, 20)

READING = {
    "file": "35 list.txt",
    "document": {
        "symbol": "T-XY(2032)03",
        "version": "rev.",
        "lang": "en",
        "kind": "list_of_decisions",
        "title": "List of decisions",
        "sha256": "ab" * 32,
    },
    "meeting": {"body": "T-XY", "number": 6, "start": "2032-01-05", "end": "2032-01-07"},
    "agenda_items": [{"number": "1", "title": "Opening words", "notes": ["a note"]}],
    "decisions": [
        {"index": 1, "number": 4, "verb": "agree", "text": "Wording four", "points": ["point"]},
        {"index": 2, "number": 5, "verb": "decide", "text": "Wording five", "section": "Heading"},
    ],
    "deadlines": [
        {
            "decision": 5,
            "index": 2,
            "due": "2032-03-01",
            "what": "asked words",
            "printed": "printed words",
            "relative": "relative words",
            "submit_to": "someone@example.org",
            "place": {"block": 7},
        }
    ],
    "recommendations": [{"code": "R3", "verb": "urge", "text": "Recommended wording"}],
    "rounds": [{"title": "Round title", "start_year": 2030}],
    "leftovers": [{"place": {"block": 9}, "text": "Left words"}],
    "coverage": 0.9,
}


def reading(**over):
    return Reading.model_validate({**READING, **over})


IDS = [
    ({}, {}, "T-XY-2032-03_en_rev", "symbol, language, version"),
    ({"version": "rev.2", "lang": "fr"}, {}, "T-XY-2032-03_fr_rev2", "another version"),
    ({"version": None}, {}, "T-XY-2032-03_en", "no version"),
    ({"symbol": "T-XY-WG(2016)03", "version": None}, {}, "T-XY-WG-2016-03_en", "working group"),
    ({"symbol": None}, {}, "list_of_decisions_2032-01-05_en", "no symbol"),
    ({"symbol": None, "kind": "agenda"}, {}, "agenda_2032-01-05_en", "an agenda"),
    ({"symbol": None, "kind": "other"}, {}, "35-list", "neither symbol nor kind: file name"),
    ({"symbol": None}, {"meeting": None}, "35-list", "no meeting either"),
    ({"symbol": None}, {"meeting": None, "file": "Réunion été.pdf"}, "Reunion-ete", "accents"),
    ({"symbol": None}, {"meeting": None, "file": "会.txt"}, "document-abababab", "no letters"),
    ({"symbol": None}, {"meeting": None, "file": "../a/b.txt"}, "b", "never out of its folder"),
]


@pytest.mark.parametrize(("document", "rest", "expected", "why"), IDS)
def test_ids_are_made_from_what_is_printed(document, rest, expected, why):
    made = reading(document={**READING["document"], **document}, **rest)
    assert record_id(made) == expected, why


def test_wording_goes_to_the_texts_and_facts_to_the_record():
    record, texts = split(reading(), id="a", read_on=DAY)
    said = record.model_dump_json()
    wording = ["Wording four", "Heading", "point", "asked words", "printed words", "Left words"]
    wording += ["relative words", "Opening words", "a note", "Recommended wording", "Round title"]
    assert [words for words in wording if words in said] == []
    assert [words for words in wording if words not in texts.model_dump_json()] == []
    assert [decision.number for decision in record.decisions] == [4, 5]
    assert record.deadlines[0].due == dt.date(2032, 3, 1)
    assert record.deadlines[0].is_relative
    assert record.leftover_count == 1
    assert texts.sha256 == record.document.sha256


def test_a_document_is_new_then_the_same(data_folder):
    root = data_folder()
    first = file(load(root), reading(), DAY)
    assert (first.state, first.record.id) == ("new", "T-XY-2032-03_en_rev")
    path = root / "records" / "T-XY-2032-03_en_rev.json"
    before = path.read_bytes()
    again = file(load(root), reading(), LATER)
    assert (again.state, again.differences) == ("same", ())
    assert path.read_bytes() == before, "not even the day of reading changes"
    assert load(root).texts["T-XY-2032-03_en_rev"].decisions[0].text == "Wording four"
    assert [fault for fault in check(root) if not fault.warning] == []


def test_texts_are_written_again_where_they_are_missing(data_folder):
    root = data_folder()
    file(load(root), reading(), DAY)
    path = root / "texts" / "T-XY-2032-03_en_rev.json"
    path.unlink()
    assert file(load(root), reading(), LATER).state == "same"
    assert path.exists()


def by_hand(root):
    """What a person writes into the record, by path."""
    path = root / "records" / "T-XY-2032-03_en_rev.json"
    record = json.loads(path.read_text(encoding="utf-8"))
    record["known_on"] = "2032-01-07"
    record["decisions"][0] |= {"summary_en": "Ours, four", "round": "harbours"}
    record["decisions"][1] |= {"summary_fr": "À nous, cinq", "context_en": "Ours"}
    record["deadlines"][0] |= {"kind": "other", "addressees_en": "All", "summary_en": "Ours"}
    record["recommendations"][0] |= {"summary_en": "Ours", "round": "harbours"}
    record["agenda_items"][0] |= {"summary_en": "Ours"}
    record["rounds"][0] |= {"round": "harbours"}
    path.write_text(json.dumps(record), encoding="utf-8")


AGAIN = [
    # what the new version prints, the differences it makes
    (("agree", "welcome"), [("decisions.4.verb", "agree", "welcome")]),
    (("2032-03-01", "2032-03-08"), [("deadlines.5.due", "2032-03-01", "2032-03-08")]),
    (('"block": 7', '"block": 8'), []),
    (("Wording four", "Wording IV"), []),
]


@pytest.mark.parametrize(("change", "expected"), AGAIN)
def test_a_new_version_keeps_what_a_person_wrote(data_folder, change, expected):
    root = data_folder()
    file(load(root), reading(), DAY)
    by_hand(root)
    printed = json.dumps(READING).replace(*change).replace("ab" * 32, "cd" * 32)
    filing = file(load(root), Reading.model_validate_json(printed), LATER)
    assert filing.state == "changed"
    found = [(one.path, one.old, one.new) for one in filing.differences]
    assert found == [("document.sha256", "ab" * 32, "cd" * 32), *expected]
    record = filing.record
    assert (record.known_on, record.read_on) == (dt.date(2032, 1, 7), LATER)
    assert (record.decisions[0].summary_en, record.decisions[0].round) == ("Ours, four", "harbours")
    assert (record.decisions[1].summary_fr, record.decisions[1].context_en) == (
        "À nous, cinq",
        "Ours",
    )
    assert (record.deadlines[0].kind, record.deadlines[0].addressees_en) == ("other", "All")
    assert record.recommendations[0].summary_en == "Ours"
    assert record.agenda_items[0].summary_en == "Ours"
    assert record.rounds[0].round == "harbours"


def test_summaries_follow_the_number_not_the_position(data_folder):
    root = data_folder()
    file(load(root), reading(), DAY)
    by_hand(root)
    third = {"index": 1, "number": 3, "verb": "adopt", "text": "Wording three"}
    moved = [third, *({**one, "index": one["index"] + 1} for one in READING["decisions"])]
    record = file(load(root), reading(decisions=moved), LATER).record
    assert [decision.summary_en for decision in record.decisions] == [None, "Ours, four", None]


def test_summaries_follow_the_position_where_no_number_is_printed(data_folder):
    root = data_folder()
    unnumbered = [{**one, "number": None} for one in READING["decisions"]]
    file(load(root), reading(decisions=unnumbered), DAY)
    by_hand(root)
    verbs = [{**one, "verb": "other"} for one in unnumbered]
    record = file(load(root), reading(decisions=verbs), LATER).record
    assert [decision.summary_en for decision in record.decisions] == ["Ours, four", None]


def test_a_decision_that_is_gone_takes_its_summary_into_the_differences(data_folder):
    root = data_folder()
    file(load(root), reading(), DAY)
    by_hand(root)
    filing = file(load(root), reading(decisions=READING["decisions"][1:]), LATER)
    lost = {one.path: one.old for one in filing.differences if one.new is None}
    assert lost["decisions.4.summary_en"] == "Ours, four"


def test_a_record_that_cannot_be_read_is_not_overwritten(data_folder):
    root = data_folder()
    library = load(root)
    path = root / "records" / "T-XY-2032-03_en_rev.json"
    path.write_text("{", encoding="utf-8")
    with pytest.raises(Exception, match="expected JSON"):
        file(library, reading(), DAY)
    assert path.read_text(encoding="utf-8") == "{"


HELD: dict[str, str] = {}
SAME_DAYS = {"number": "9", "status": "announced"}
LINKS = [
    ({"start": "2031-03-04", "end": "2031-03-06"}, [HELD], "T-XY/4", "the only one on these days"),
    ({"start": "2031-03-04", "end": "2031-03-06"}, [HELD, SAME_DAYS], None, "two mean none"),
    ({"start": "2031-03-04", "end": "2031-03-05"}, [HELD], None, "other days"),
    ({"start": "2031-03-04", "end": "2031-03-06", "number": 4}, [HELD], None, "printed already"),
    ({"start": "2031-03-04", "end": "2031-03-06", "body": "T-ZZ"}, [HELD], None, "another body"),
    ({"start": "2031-11-04", "end": "2031-11-06"}, [HELD], "T-XY/5", "from another document"),
    (None, [HELD], None, "no meeting at all"),
]


@pytest.mark.parametrize(("meeting", "meetings", "expected", "why"), LINKS)
def test_a_document_without_a_number_is_linked_by_its_days(
    data_folder, meeting, meetings, expected, why
):
    library = load(data_folder(meetings=meetings))
    record, _ = split(reading(meeting=meeting), id="a", read_on=DAY)
    linked = link_meeting(record, library)
    certainty = "inferred" if expected else None
    assert (linked.meeting_link, linked.meeting_link_certainty) == (expected, certainty), why


def test_a_link_made_by_a_person_stays_and_one_of_ours_is_made_anew(data_folder):
    library = load(data_folder())
    days = {"start": "2031-03-04", "end": "2031-03-06"}
    record, _ = split(reading(meeting=days), id="a", read_on=DAY)
    by_person = record.model_copy(
        update={"meeting_link": "T-XY/5", "meeting_link_certainty": "sourced"}
    )
    assert link_meeting(by_person, library).meeting_link == "T-XY/5"
    stale = by_person.model_copy(update={"meeting_link_certainty": "inferred"})
    assert link_meeting(stale, library).meeting_link == "T-XY/4"
