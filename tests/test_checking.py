"""Every fault of data/ in one go, each with its place."""

from __future__ import annotations

from pathlib import Path

import pytest

from lanzadash.checking import check

SHIPPED = Path(__file__).resolve().parents[1] / "data"
OURS = "our own example,sourced,"


def test_the_shipped_data_has_no_fault():
    assert [str(fault) for fault in check(SHIPPED) if not fault.warning] == []


def test_the_small_folder_has_no_fault(data_folder):
    assert check(data_folder()) == []


ROWS = [
    # table, its rows, (row, field) of the fault, words of the fault
    ("parties", ["ML,MT,T-XY,Malta,Malte,true,ratification,,,,2030-02-01,sourced,,2030-06-01,"
                 f"sourced,,{OURS}"], (2, "party"), "[A-Z]{3}"),
    ("parties", ["MLT,MT,T-XY,Malta,Malte,perhaps,ratification,,,,2030-02-01,sourced,,"
                 f"2030-06-01,sourced,,{OURS}"], (2, "council_member"), "true or false"),
    ("parties", ["MLT,MT,T-XY,Malta,Malte,true,ratification,,,,2030-02-01,sourced,,2030-01-01,"
                 f"sourced,,{OURS}"], (2, "in_force"), "not before ratified, 2030-02-01"),
    ("parties", ["MLT,MT,T-ZZ,Malta,Malte,true,ratification,,,,2030-02-01,sourced,,2030-06-01,"
                 f"sourced,,{OURS}"], (2, "body"), "'T-ZZ'"),
    ("party_aliases", ["PRT,Lusitania,en", "MLT,LUSITANIA,en"], (3, "alias"), "PRT too"),
    ("tiles", ["MLT,3,8", "PRT,0,6", "MLT,1,1"], (4, "party"), "of row 2"),
    ("tiles", ["MLT,3,8", "PRT,0,6", "XXX,1,1"], (4, "party"), "'XXX'"),
    ("rounds", [f"harbours,T-XY,Harbours,,H,P,thematic_round,quays,2031,2030,,2,,,{OURS}"],
     (2, "follows"), "'quays'"),
    ("rounds", [f"harbours,T-XY,Harbours,,H,P,thematic_round,,2031,2030,,2,,,{OURS}"],
     (2, "end_year"), "not before start_year, 2031"),
    ("round_parties", [f"harbours,PRT,perhaps,{OURS}"], (2, "coverage"), "layer coverage"),
    ("round_parties", [f"bridges,PRT,covered,{OURS}"], (2, "round"), "'bridges'"),
    ("meetings", [f"T-XY,5,held,2031-11-06,2031-11-04,false,,,,{OURS}",
                  f"T-XY,4,held,2031-03-04,2031-03-06,false,,,,{OURS}"], (2, "end"), "2031-11-06"),
    ("meetings", [f"T-XY,4,held,4 March 2031,2031-03-06,false,,,,{OURS}",
                  f"T-XY,4,announced,2031-03-04,2031-03-06,false,,,,{OURS}"],
     (2, "start"), "YYYY-MM-DD"),
    ("deadlines", ["harbours/replies,T-XY,4,,,harbours,other,2031-03-01,true,,must,,,R.,R.,P,P,"
                   f"{OURS}"], (2, "due"), "not before the meeting"),
    ("deadlines", ["harbours/replies,T-XY,7,,,harbours,other,2031-05-01,true,,must,,,R.,R.,P,P,"
                   f"{OURS}"], (2, "meeting"), "'T-XY/7'"),
    ("deadlines", ["harbours/replies,T-XY,5,9,,harbours,other,2031-12-01,true,,must,,,R.,R.,P,P,"
                   f"{OURS}"], (2, "decision"), "in the list of T-XY/5"),
    ("recommendations", [f"harbours/R1,harbours,a report,R1,beg,,,,PRT,O.,O.,{OURS}"],
     (2, "grade"), "urge"),
    ("recommendations", [f"harbours/R1,harbours,a report,R1,urge,,,,PRT; XXX,O.,O.,{OURS}"],
     (2, "parties"), "'XXX'"),
    ("assessments", [f"harbours/R1,PRT,addressed,2031,,a report,,{OURS}"] * 2,
     (3, "recommendation, party, relation, assessed_on, document"), "of row 2"),
    ("assessments", [f"harbours/R1,PRT,addressed,2031,fine,a report,,{OURS}"],
     (2, "outcome"), "layer outcome"),
    ("stages", [f"harbours/R9,addressed,2031,T-XY,4,,a report,{OURS}"],
     (2, "recommendation"), "'harbours/R9'"),
    ("obligations", [f"harbours/none,PRT,received,2031-04-30,,{OURS}"],
     (2, "deadline"), "'harbours/none'"),
    ("documents", [f"T-XY(2031)09,,en,report,Report,T-XY,3,2031-03,,,,{OURS}"],
     (2, "meeting"), "'T-XY/3'"),
    ("corrections", ["T-XY-2031-12_en,meeting.number,8,9,a slip,2032-01-05"],
     (2, "printed"), "found 5"),
    ("corrections", ["T-XY-2031-12_en,meeting.place.0,8,9,a slip,2032-01-05"],
     (2, "printed"), "no 0 there"),
    ("corrections", ["T-XY-2031-12_en,meeting.number,5,five,a slip,2032-01-05"],
     (2, "meeting.number"), "whole number"),
    ("corrections", ["T-XY-2031-99_en,meeting.number,5,9,a slip,2032-01-05"],
     (2, "record"), "T-XY-2031-99_en"),
]  # fmt: skip


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


def test_a_row_that_points_at_a_faulty_row_is_not_a_second_fault(data_folder):
    wrong = (
        f"PRT,PT,T-XY,Portugal,Portugal,maybe,ratification,,,,2030-03-01,sourced,,,sourced,,{OURS}"
    )
    found = check(data_folder(parties=[wrong], tiles=["PRT,0,6"]))
    assert {(fault.file, fault.field) for fault in found} == {
        ("reference/parties.csv", "council_member"),
        ("reference/parties.csv", "in_force"),
    }


def test_an_obligation_may_answer_a_deadline_that_a_list_sets(data_folder):
    row = f"T-XY/5/d2/deadline-1,PRT,received,2031-12-10,,{OURS}"
    assert check(data_folder(obligations=[row])) == []


def test_an_agenda_may_repeat_a_date_before_its_meeting(data_folder):
    row = f"a/b,T-XY,4,,2.1,harbours,other,2031-03-01,true,,must,,,R.,R.,P,P,{OURS}"
    assert check(data_folder(deadlines=[row], obligations=[])) == []


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
    themes = ["helplines,,Helplines,Lignes d’écoute,,,our own example"]
    found = check(data_folder(records=[record], themes=themes, tiles=["MLT,3,8"]))
    assert {(fault.field, fault.found) for fault in found} == {
        ("code", "R7"),
        ("symbol", "T-XY(2030)01"),
        ("phrases_en", "none"),
        ("party", "none for PRT"),
    }
    assert all(fault.warning for fault in found)


def test_an_empty_folder_is_one_fault(tmp_path):
    (fault,) = check(tmp_path)
    assert "an empty folder" in str(fault)
