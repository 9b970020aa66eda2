"""Every fault of data/ in one go, each with its place."""

from __future__ import annotations

from pathlib import Path

import pytest

from lanzadash.checking import check
from lanzadash.checking.reviews import review_faults
from lanzadash.library import load

SHIPPED = Path(__file__).resolve().parents[1] / "data"


def test_the_shipped_data_has_no_fault():
    assert [str(fault) for fault in check(SHIPPED) if not fault.warning] == []


def test_the_small_folder_has_no_fault(data_folder):
    assert check(data_folder()) == []


LINK = {
    "decision": "T-XY/5/d2",
    "type": "cites",
    "target_kind": "decision",
    "target": "T-XY/5/d1",
    "why": "it says so",
    "source": "T-XY(2030)77",
    "certainty": "sourced",
}


def test_links_made_by_hand(data_folder):
    links = [
        LINK,
        {**LINK, "target_kind": "meeting", "target": "T-XY/4"},
        {**LINK, "target_kind": "recommendation", "target": "harbours/R1"},
    ]
    assert check(data_folder(decision_links=links)) == []


def test_what_waits_for_a_person(data_folder, record):
    record["meeting_mentions"] = [
        {"index": 2, "number": number, "relation": "follows_up"} for number in (4, 5)
    ]
    (fault,) = review_faults(load(data_folder(records=(record,))))
    assert fault.warning
    assert "one decision of T-XY/4 that T-XY/5/d2 follows up" in str(fault)
    settled = [{**LINK, "type": "follows_up", "target_kind": "decision", "target": "T-XY/4/d1"}]
    folder = data_folder(records=(record,), decision_links=settled)
    assert list(review_faults(load(folder))) == []


ROWS = [
    # table, its rows, (row, field) of the fault, words of the fault
    ("parties", [{"party": "ML"}], (2, "party"), "[A-Z]{3}"),
    ("parties", [{"council_member": "perhaps"}], (2, "council_member"), "true or false"),
    ("parties", [{"name_fr": ""}], (2, "name_fr"), "expected a value, found nothing"),
    ("parties", [{"in_force": "2030-01-01"}], (2, "in_force"), "not before ratified, 2030-02-01"),
    ("parties", [{"signed": "2030-03-01"}], (2, "ratified"), "not before signed, 2030-03-01"),
    ("parties", [{"body": "T-ZZ"}], (2, "body"), "'T-ZZ'"),
    ("party_aliases", [{}, {"party": "MLT", "alias": "PORTUGUESE REPUBLIC"}], (3, "alias"), "PRT"),
    ("tiles", [{}, {"party": "PRT"}, {}], (4, "party"), "of row 2"),
    ("tiles", [{"party": "XXX"}], (2, "party"), "'XXX'"),
    ("rounds", [{"follows": "quays"}], (2, "follows"), "'quays'"),
    ("rounds", [{"end_year": "2029"}], (2, "end_year"), "not before start_year, 2030"),
    ("rounds", [{"kind": "round"}], (2, "kind"), "thematic_round"),
    ("round_parties", [{"coverage": "perhaps"}], (2, "coverage"), "layer coverage"),
    ("round_parties", [{"round": "quays"}], (2, "round"), "'quays'"),
    ("meetings", [{"end": "2031-03-01"}], (2, "end"), "not before start, 2031-03-04"),
    ("meetings", [{"start": "4 March 2031"}], (2, "start"), "a date as YYYY-MM-DD"),
    ("meetings", [{}, {"start": "2031-03-05"}], (3, "start, end"), "T-XY/4 held on"),
    ("deadlines", [{"due": "2031-03-01"}], (2, "due"), "not before the meeting that set it"),
    ("deadlines", [{"meeting": "7"}], (2, "meeting"), "'T-XY/7'"),
    ("deadlines", [{"meeting": "5", "decision": "9"}], (2, "decision"), "in the list of T-XY/5"),
    ("deadline_changes", [{"due": ""}], (2, None), "a day in due"),
    ("deadline_changes", [{"change": "cancelled"}], (2, None), "nowhere else"),
    ("deadline_changes", [{"change": "replaced", "due": ""}], (2, None), "in replaced_by"),
    ("deadline_changes", [{"deadline": "harbours/none"}], (2, "deadline"), "'harbours/none'"),
    (
        "deadline_changes",
        [{"change": "replaced", "due": "", "replaced_by": "harbours/none"}],
        (2, "replaced_by"),
        "'harbours/none'",
    ),
    ("deadline_changes", [{"meeting": "7"}], (2, "meeting"), "'T-XY/7'"),
    ("deadline_changes", [{"meeting": "5", "decision": "9"}], (2, "decision"), "list of T-XY/5"),
    ("decision_links", [{**LINK, "why": ""}], (2, "why"), "expected a value"),
    ("decision_links", [{**LINK, "type": "likes"}], (2, "type"), "follows_up"),
    ("decision_links", [{**LINK, "decision": "T-XY/5/d9"}], (2, "decision"), "'T-XY/5/d9'"),
    ("decision_links", [{**LINK, "target": "T-XY/4/d1"}], (2, "target"), "'T-XY/4/d1'"),
    (
        "decision_links",
        [{**LINK, "target_kind": "meeting", "target": "T-XY/9"}],
        (2, "target"),
        "'T-XY/9'",
    ),
    (
        "decision_links",
        [{**LINK, "target_kind": "agenda_item", "target": "T-XY/5/item-1"}],
        (2, "target"),
        "agendas",
    ),
    ("recommendations", [{"grade": "beg"}], (2, "grade"), "urge"),
    ("recommendations", [{"parties": "PRT; XXX"}], (2, "parties"), "'XXX'"),
    ("assessments", [{"outcome": "fine"}], (2, "outcome"), "layer outcome"),
    ("stages", [{"recommendation": "harbours/R9"}], (2, "recommendation"), "'harbours/R9'"),
    ("stages", [{"meeting": "5", "decision": "9"}], (2, "decision"), "in the list of T-XY/5"),
    ("obligations", [{"deadline": "harbours/none"}], (2, "deadline"), "'harbours/none'"),
    ("documents", [{"meeting": "3"}], (2, "meeting"), "'T-XY/3'"),
    ("corrections", [{"printed": "16:00"}], (2, "printed"), "found 17:00"),
    ("corrections", [{"field": "meeting.hall"}], (2, "printed"), "no hall there"),
    ("corrections", [{"field": "deadlines.4.time"}], (2, "printed"), "no 4 there"),
    ("corrections", [{"record": "T-XY-2031-99_en"}], (2, "record"), "T-XY-2031-99_en"),
    (
        "corrections",
        [{"field": "meeting.number", "printed": "5", "corrected": "five"}],
        (2, "meeting.number"),
        "whole number",
    ),
]


@pytest.mark.parametrize(("table", "rows", "place", "words"), ROWS)
def test_a_faulty_row(data_folder, table, rows, place, words):
    found = [fault for fault in check(data_folder(**{table: rows})) if fault.file.endswith(".csv")]
    assert any(place == (one.row, one.field) and words in str(one) for one in found), found


RECORDS = [
    (lambda r: r.update(id="T-XY-2031-99_en"), "id", "T-XY-2031-99_en"),
    (lambda r: r["meeting"].update(body="T-ZZ"), "meeting.body", "'T-ZZ'"),
    (lambda r: r["meeting"].update(end="2031-11-01"), "meeting.end", "2031-11-01"),
    (lambda r: r["meeting"].update(start="2031-11-03"), "meeting.start, meeting.end", "2031-11-03"),
    (lambda r: r["decisions"][0].update(verb="ponder"), "decisions.0.verb", "'ponder'"),
    (lambda r: r["decisions"][1].update(round="quays"), "decisions.1.round", "'quays'"),
    (lambda r: r["deadlines"][0].update(due="2031-10-01"), "deadlines.0.due", "2031-10-01"),
    (lambda r: r.update(party_mentions=[{"party": "XXX"}]), "party_mentions.0.party", "'XXX'"),
    (lambda r: r.update(meeting_link="T-XY/9"), "meeting_link", "'T-XY/9'"),
    (lambda r: r.update(format=99), "format", "newer program"),
    (lambda r: r.update(colour="red"), "colour", "no such field"),
    (lambda r: r.pop("coverage"), "coverage", "found nothing"),
    (
        lambda r: r.update(next_meetings=[{"start": "2032-03-04", "end": "2032-03-02"}]),
        "next_meetings.0.end",
        "2032-03-02",
    ),
]


@pytest.mark.parametrize(("change", "field", "words"), RECORDS)
def test_a_faulty_record(data_folder, record, change, field, words):
    root = data_folder(records=[record])
    change(record)
    path = data_folder(records=[record]) / "records" / f"{record['id']}.json"
    path.replace(root / "records" / "T-XY-2031-12_en.json")
    found = [fault for fault in check(root) if fault.file == "records/T-XY-2031-12_en.json"]
    assert (field, True) in [(fault.field, words in str(fault)) for fault in found]


BYTES = [
    ("reference/tiles.csv", b"party,column,row\nMLT,3,8\nM\xe9,1,1\n", (3, None), "UTF-8"),
    ("reference/tiles.csv", b'party,column,row\nMLT,"3,8\n', (None, None), "CSV"),
    ("reference/tiles.csv", b"party,colum,row\nMLT,3,8\n", (1, None), "a column column"),
    ("reference/tiles.csv", b"party,column,row,row\nMLT,3,8,8\n", (1, None), "one column row"),
    ("reference/tiles.csv", b"", (1, None), "a column party"),
    ("records/T-XY-2031-12_en.json", b'{"format": 1,\n "id" }', (2, None), "JSON"),
    ("records/T-XY-2031-12_en.json", b'{"a": "\xe9"}', (1, None), "UTF-8"),
    ("records/T-XY-2031-12_en.json", b"[]", (None, "format"), "a JSON object"),
]


@pytest.mark.parametrize(("file", "data", "place", "words"), BYTES)
def test_a_damaged_file(data_folder, file, data, place, words):
    root = data_folder()
    (root / file).write_bytes(data)
    found = [fault for fault in check(root) if fault.file == file]
    assert (found[0].row, found[0].field) == place
    assert words in str(found[0])


def test_a_row_given_twice_is_named_by_its_key(data_folder):
    (fault,) = check(data_folder(assessments=[{}, {}]))
    assert (fault.row, fault.found) == (
        3,
        "the harbours/R1 / PRT / addressed / None / None of row 2",
    )


def test_a_row_of_another_width(data_folder):
    root = data_folder()
    (root / "reference" / "tiles.csv").write_text("party,column,row\nMLT,3\nPRT,0,6\n")
    found = [fault for fault in check(root) if not fault.warning]
    assert [(one.row, one.expected, one.found) for one in found] == [(2, "3 cells", "2")]


def test_a_row_that_points_at_a_faulty_row_is_not_a_second_fault(data_folder):
    parties = [{"in_force": "never"}, {"party": "PRT", "council_member": "maybe", "in_force": ""}]
    assert {
        (fault.file, fault.row, fault.field) for fault in check(data_folder(parties=parties))
    } == {
        ("reference/parties.csv", 2, "in_force"),
        ("reference/parties.csv", 3, "council_member"),
        ("reference/parties.csv", 3, "in_force"),
    }


def test_an_obligation_may_answer_a_deadline_that_a_list_sets(data_folder):
    assert check(data_folder(obligations=[{"deadline": "T-XY/5/d2/deadline-1"}])) == []


def test_an_agenda_may_repeat_a_date_before_its_meeting(data_folder):
    early = {"due": "2031-03-01", "agenda_item": "2.1"}
    assert check(data_folder(deadlines=[early])) == []


TEXTS = {"format": 1, "id": "T-XY-2031-12_en", "sha256": "5a" * 32}


@pytest.mark.parametrize(
    ("texts", "warning", "words"),
    [
        ({**TEXTS, "sha256": "00" * 32}, False, "000000000000…"),
        ({**TEXTS, "id": "T-XY-2031-13_en"}, True, "records/T-XY-2031-13_en.json beside it"),
    ],
)
def test_texts_that_do_not_belong_to_their_record(data_folder, texts, warning, words):
    (fault,) = check(data_folder(texts=[texts]))
    assert fault.warning is warning
    assert words in str(fault)


def test_loose_ends_are_warnings(data_folder, record):
    record["recommendation_mentions"] = [{"code": "R1"}, {"code": "R7"}, {"code": "R7"}]
    record["document_mentions"] = [{"symbol": "T-XY(2031)09"}, {"symbol": "T-XY(2030)01"}]
    themes = [{"phrases_en": "", "phrases_fr": ""}]
    found = check(data_folder(records=[record], themes=themes, tiles=[{}]))
    assert {(fault.field, fault.found) for fault in found} == {
        ("code", "R7"),
        ("symbol", "T-XY(2030)01"),
        ("phrases_en", "none"),
        ("party", "none for PRT"),
    }
    assert all(fault.warning for fault in found)


SOURCES = [
    ("T-XY(2031)99_en rev.", True),
    ("T-XY-ICT(2031)99 ; https://example.org/page", True),
    ("the yellow paper", True),
    ("a treaty", True),
    ("T-XY 2031 99", False),
    ("https://[", False),
    ("www.example.org", False),
    ("T-XY(2031)99 ; somebody said so", False),
]


@pytest.mark.parametrize(("source", "known"), SOURCES)
def test_a_source_that_names_nothing_is_a_warning(data_folder, source, known):
    documents = [{}, {"symbol": "", "title": "Another", "cited_as": "the yellow paper"}]
    found = check(
        data_folder(tiles=[{}, {"party": "PRT"}], documents=documents, rounds=[{"source": source}])
    )
    assert [(one.file, one.row, one.field, one.warning) for one in found] == (
        [] if known else [("facts/rounds.csv", 2, "source", True)]
    )


def test_a_deadline_without_addressee_or_summary_is_a_warning(data_folder, record):
    record["decisions"][1]["round"] = None
    record["deadlines"][0].update(summary_en=None, summary_fr=None)
    found = check(data_folder(records=[record]))
    assert [(one.field, one.warning) for one in found] == [
        ("deadlines.0.addressees_en", True),
        ("deadlines.0.summary_en", True),
    ]
    fact = {"meeting": "5", "decision": "2", "due": "2031-12-15"}
    assert not check(data_folder(records=[record], deadlines=[{}, {"deadline": "same", **fact}]))
    record["deadlines"][0].update(parties=["MLT"], summary_fr="Des réponses.")
    assert not check(data_folder(records=[record]))


@pytest.mark.parametrize(
    "file",
    [
        "reference/parties.csv",
        "reference/bodies.csv",
        "reference/statuses.csv",
        "reference/tiles.csv",
        "facts/rounds.csv",
        "facts/meetings.csv",
        "facts/deadlines.csv",
        "facts/recommendations.csv",
        "documents.csv",
        "records/T-XY-2031-12_en.json",
    ],
)
def test_a_file_that_cannot_be_read_comes_first_and_casts_no_shadow(data_folder, record, file):
    record["recommendation_mentions"] = [{"code": "R1"}]
    record["document_mentions"] = [{"symbol": "T-XY(2031)09"}]
    root = data_folder(records=[record], texts=[TEXTS])
    for damaged in {file, "reference/vocabulary.csv"}:
        (root / damaged).write_bytes(b"\xff\xfe")
    found = check(root)
    assert {one.file for one in found if not one.warning} == {file, "reference/vocabulary.csv"}
    assert all(one.unread for one in found[:2])


def test_an_empty_folder_is_one_fault(tmp_path):
    (fault,) = check(tmp_path)
    assert "an empty folder" in str(fault)
