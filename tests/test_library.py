"""data/ as one value: read whole, with corrections, or refused with every fault."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from lanzadash.faults import LibraryError
from lanzadash.library import digest, load
from lanzadash.migrations import FormatError, migrate
from lanzadash.tables import TABLES

SHIPPED = Path(__file__).resolve().parents[1] / "data"


def test_rows_and_records_are_read_in_order(data_folder, record):
    other = {**record, "id": "T-XY-2031-02_en"}
    library = load(data_folder(records=[record, other]))
    assert [party.party for party in library.parties] == ["MLT", "PRT"]
    assert library.meetings[0].start == dt.date(2031, 3, 4)
    assert library.bodies[0].names == []
    assert [one.id for one in library.records] == ["T-XY-2031-02_en", "T-XY-2031-12_en"]


def test_texts_are_by_record(data_folder):
    texts = {"format": 1, "id": "T-XY-2031-12_en", "sha256": "5a" * 32, "lang": "en"}
    assert load(data_folder()).texts == {}
    assert load(data_folder(texts=[texts])).texts["T-XY-2031-12_en"].lang == "en"


def test_a_file_saved_by_a_spreadsheet_is_read(data_folder):
    root = data_folder()
    path = root / "reference" / "tiles.csv"
    path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes().replace(b"\n", b"\r\n") + b",,\r\n")
    assert [tile.party for tile in load(root).tiles] == ["MLT", "PRT"]


@pytest.mark.parametrize(
    ("file", "why"),
    [
        ("facts/rounds.csv", "a row changed"),
        ("records/T-XY-2031-12_en.json", "a record changed"),
    ],
)
def test_the_digest_follows_every_byte(data_folder, file, why):
    root = data_folder()
    before = load(root).digest
    assert before == digest(root), "the same with and without reading the rows"
    with (root / file).open("a", encoding="utf-8") as changed:
        changed.write("\n")
    assert digest(root) != before, why


def test_the_digest_leaves_out_what_a_build_does_not_read(data_folder):
    root = data_folder()
    before = digest(root)
    (root / "README.md").write_text("words", encoding="utf-8")
    (root / "store").mkdir()
    (root / "store" / "current").write_text("x", encoding="utf-8")
    assert digest(root) == before


CORRECTIONS = [
    ("deadlines.0.due", "2031-12-15", "2031-12-16", lambda r: str(r.deadlines[0].due)),
    ("deadlines.0.inclusive", "true", "false", lambda r: r.deadlines[0].inclusive),
    ("decisions.1.verb", "invite", "decide", lambda r: r.decisions[1].verb),
    ("document.lang", "en", "fr", lambda r: r.document.lang),
    ("meeting.number", "5", "6", lambda r: str(r.meeting.number)),
]


@pytest.mark.parametrize(("field", "printed", "corrected", "value"), CORRECTIONS)
def test_a_correction_replaces_the_printed_value(data_folder, field, printed, corrected, value):
    row = {"field": field, "printed": printed, "corrected": corrected}
    root = data_folder(corrections=[row])
    path = root / "records" / "T-XY-2031-12_en.json"
    before = path.read_bytes()
    assert value(load(root).records[0]) == (False if corrected == "false" else corrected)
    assert path.read_bytes() == before, "the record keeps what is printed"


def test_everything_wrong_is_said_at_once(data_folder):
    root = data_folder(
        rounds=[{"kind": "round", "start_year": "x"}],
        tiles=[{"column": "three"}],
        corrections=[{"printed": "16:00"}],
    )
    (root / "facts" / "stages.csv").unlink()
    with pytest.raises(LibraryError) as raised:
        load(root)
    places = {(fault.file, fault.row, fault.field) for fault in raised.value.faults}
    assert places == {
        ("facts/rounds.csv", 2, "kind"),
        ("facts/rounds.csv", 2, "start_year"),
        ("facts/stages.csv", None, None),
        ("reference/tiles.csv", 2, "column"),
        ("corrections.csv", 2, "printed"),
    }
    assert len(str(raised.value).splitlines()) == len(places)


def test_an_empty_folder_says_what_to_do(tmp_path):
    with pytest.raises(LibraryError, match=r"empty folder.*--data"):
        load(tmp_path)
    with pytest.raises(LibraryError, match="no such folder"):
        load(tmp_path / "nowhere")


def steps():
    return {1: lambda old: {**old, "title": old["name"]}, 2: lambda old: {**old, "lang": "en"}}


def test_an_older_file_is_brought_up_step_by_step():
    old = {"format": 1, "name": "Report"}
    new = migrate(old, target=3, migrations=steps())
    assert new == {"format": 3, "name": "Report", "title": "Report", "lang": "en"}
    assert old == {"format": 1, "name": "Report"}, "the file's content is left as it was"
    assert migrate(new, target=3, migrations=steps()) == new


@pytest.mark.parametrize(
    ("values", "why"),
    [
        ({"format": 4}, "newer"),
        ({"format": 0}, "brought up"),
        ({"format": True}, "True"),
        ({"format": "1"}, "'1'"),
        ({}, "None"),
        ([], "a JSON object"),
    ],
)
def test_a_format_that_is_not_known_is_refused(values, why):
    with pytest.raises(FormatError, match=why):
        migrate(values, target=3, migrations=steps())


def test_the_shipped_data_can_be_loaded_and_is_complete():
    library = load(SHIPPED)
    assert len(library.parties) == len(library.tiles) == 48
    assert len({(tile.column, tile.row) for tile in library.tiles}) == 48
    assert not [row for row in library.assessments if row.outcome], "press wording is no status"
    assert {row.relation for row in library.assessments} == {"addressed", "assessed"}
    for table in TABLES:
        for row in getattr(library, table.name):
            assert getattr(row, "certainty", "sourced") != "illustrative", row
            assert getattr(row, "source", "own"), row


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_french_words_stand_beside_the_english_ones(table):
    for row in getattr(load(SHIPPED), table.name):
        for name in type(row).model_fields:
            if name.endswith("_en"):
                assert getattr(row, name) is None or getattr(row, f"{name[:-3]}_fr"), row
