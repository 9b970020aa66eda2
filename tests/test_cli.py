"""The command line: what it prints where, what it writes, and its exit codes."""

from __future__ import annotations

import json
import os
import re
import shutil
import socket
import subprocess
import sys
from pathlib import Path

import duckdb
import pytest

from lanzadash import __version__
from lanzadash.cli import main
from lanzadash.library import digest
from lanzadash.store import published

SHIPPED = Path(__file__).resolve().parents[1] / "data"

LIST = """\
T-XY(2032)05_en

LIST OF DECISIONS

7th meeting (remote)

12 – 14 January 2032

Seven lanterns were lit along the quay that evening.

The Committee:

1. Adopted its agenda.
2. Agreed that replies on helplines shall be sent to the Secretariat (desk@example.org) \
by 1 March 2032 at the latest.
"""


@pytest.fixture
def run(capsys):
    """Run a command; gives its exit code, standard output and standard error."""

    def call(*arguments):
        with pytest.raises(SystemExit) as ended:
            main([str(argument) for argument in arguments])
        said = capsys.readouterr()
        return ended.value.code or 0, said.out, said.err

    return call


@pytest.fixture
def document(tmp_path):
    """Write a document and give its path."""

    def write(text=LIST, name="list.txt"):
        path = tmp_path / name
        path.write_text(text, encoding="utf-8")
        return path

    return write


@pytest.mark.parametrize("command", ["read", "template", "load", "check", "build", "serve", "demo"])
def test_every_command_explains_itself_with_an_example(run, command):
    code, out, _ = run(command, "--help")
    assert code == 0
    assert f"Example: python -m lanzadash {command}" in out


def test_the_module_runs_as_a_program():
    asked = [sys.executable, "-m", "lanzadash", "--version"]
    ended = subprocess.run(asked, capture_output=True, text=True, check=True)
    assert ended.stdout == f"lanzadash {__version__}\n"


USAGE = [["read"], ["fly"], ["read", "a.txt", "--format", "xml"], ["serve", "--port", "99999"]]


@pytest.mark.parametrize("arguments", USAGE, ids=" ".join)
def test_a_command_that_cannot_be_understood_ends_with_2(run, arguments):
    assert run(*arguments)[0] == 2


def test_check_says_that_all_is_well(run, data_folder):
    code, out, _ = run("check", "--data", data_folder())
    assert (code, out.splitlines()[-1].endswith("data: no faults, no warnings")) == (0, True)


def test_check_names_every_fault_and_ends_with_1(run, data_folder):
    root = data_folder(tiles=[{"column": "three"}, {"party": "XXX"}])
    code, out, _ = run("check", "--data", root)
    lines = out.splitlines()
    assert code == 1
    assert any(line.startswith("fault: reference/tiles.csv, row 2, column: ") for line in lines)
    assert any(line.startswith("fault: reference/tiles.csv, row 3, party: ") for line in lines)
    assert lines[-1].endswith("data: 2 faults, 1 warning")


def test_warnings_alone_are_no_fault(run, data_folder):
    code, out, _ = run("check", "--data", data_folder(tiles=[{}]))
    assert (code, out.splitlines()[-1].endswith("no faults, 1 warning")) == (0, True)


@pytest.mark.parametrize("command", ["check", "build", "serve", "demo"])
def test_no_data_is_said_in_words(run, tmp_path, command):
    code, out, err = run(command, "--data", tmp_path)
    assert code == 1
    assert "an empty folder" in out + err
    assert "Traceback" not in out + err


def test_build_publishes(run, data_folder, tmp_path):
    root = data_folder()
    assert run("build", "--data", root)[0] == 0
    assert published(root / "store") is not None
    assert run("build", "--data", root, "--store", tmp_path / "elsewhere")[0] == 0
    assert published(tmp_path / "elsewhere") is not None


def test_build_says_what_changes_for_readers(run, data_folder):
    root = data_folder(deadline_changes=[])
    assert "record" not in run("build", "--data", root)[1]  # there is nothing to compare with
    assert "Nothing changes for readers." in run("build", "--data", root)[1]
    root = data_folder()
    words = " ".join(run("build", "--data", root)[1].split())
    assert "+ deadline_changes T-XY/5/d2/deadline-1/change-1 added" in words


def test_build_compares_with_nothing_where_what_served_is_damaged(run, data_folder):
    root = data_folder()
    run("build", "--data", root)
    published(root / "store").write_bytes(b"not a database" * 1000)
    code, _, err = run("build", "--data", root)
    assert (code, "nothing to compare with" in err) == (0, True)


def test_build_to_a_file_publishes_nothing(run, data_folder, tmp_path):
    root, out = data_folder(), tmp_path / "one.duckdb"
    assert run("build", "--data", root, "--out", out)[0] == 0
    assert published(root / "store") is None
    with duckdb.connect(str(out), read_only=True) as connection:
        assert connection.execute("select count(*) from parties").fetchone() == (2,)


def test_a_failed_build_leaves_what_is_published(run, data_folder):
    root = data_folder()
    run("build", "--data", root)
    before = published(root / "store")
    code, _, err = run("build", "--data", data_folder(tiles=[{"party": "XXX"}]))
    assert code == 1
    assert "reference/tiles.csv, row 2, party" in err
    assert published(root / "store") == before


@pytest.fixture
def serve(run, monkeypatch):
    """Run ``serve`` up to where the process becomes the server."""
    monkeypatch.setattr("os.execv", lambda *_: sys.exit(0))
    monkeypatch.setattr("os.chdir", lambda _: None)
    for name in ("LANZADASH_STORE", "LANZADASH_FAULTS"):
        monkeypatch.setenv(name, "")
    return lambda root, command="serve": run(command, "--data", root)


def test_serve_builds_first_where_the_data_has_changed(serve, data_folder):
    root = data_folder()
    serve(root)
    first = published(root / "store")
    assert first is not None
    serve(root)
    assert published(root / "store") == first, "nothing changed, nothing is built"
    serve(data_folder(tiles=[{"row": "1"}]))
    assert published(root / "store") != first, "the data changed"


def test_faulty_data_builds_nothing_and_the_last_line_says_so(serve, data_folder):
    root = data_folder()
    serve(root)
    before, built = published(root / "store"), digest(root)
    code, out, err = serve(data_folder(tiles=[{"party": "XXX"}, {"party": "YYY"}]))
    assert (code, published(root / "store")) == (0, before)
    assert "lanzadash is at http://localhost" in out
    assert err.splitlines()[-1] == "The data has 2 faults: what was built before is served."
    assert os.environ["LANZADASH_FAULTS"] == f"2 {built}"


def test_a_taken_port_is_said_before_anything_is_built(run, data_folder):
    root = data_folder()
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        code, _, err = run("serve", "--data", root, "--port", port)
    assert (code, f"port {port}" in err) == (1, True)
    assert published(root / "store") is None


def test_build_names_what_check_warns_of(run, data_folder):
    code, _, err = run("build", "--data", data_folder(tiles=[{}]))
    assert (code, "warning: reference/parties.csv, row 3, party" in err) == (0, True)


@pytest.mark.parametrize("name", ["Makefile", "x.json"])
def test_what_looks_like_no_document_is_refused_unless_forced(run, document, data_folder, name):
    root, file = data_folder(), document("all: run\n\tserve the ships\n", name)
    code, out, err = run("read", file, "--data", root)
    assert (code, out, "read it with --force" in err) == (1, "", True)
    assert len(list((root / "records").iterdir())) == 1
    assert run("read", file, "--data", root, "--force")[0] == 0
    assert len(list((root / "records").iterdir())) == 2


def test_an_ending_that_is_none_does_not_matter_where_the_document_says_what_it_is(
    run, document, data_folder
):
    assert run("read", document(name="list.asc"), "--data", data_folder())[0] == 0


def test_only_the_first_left_overs_are_shown(run, document, data_folder):
    many = "\n\n".join(f"The lamp of ship {number} was out." for number in range(30))
    _, out, _ = run("read", document(many + "\n\n" + LIST), "--data", data_folder())
    assert out.count("  left over, ") == 10
    assert re.search(r"and 2\d more left over: data/texts/", out)


def test_read_prints_one_json_object_a_document_and_writes_nothing(run, document, data_folder):
    root = data_folder()
    before = sorted(root.rglob("*"))
    first, second = document(), document(LIST.replace("7th", "8th"), "second.md")
    code, out, err = run("read", first, second, "--format", "jsonl", "--data", root)
    readings = [json.loads(line) for line in out.splitlines()]
    assert code == 0, err
    assert [reading["file"] for reading in readings] == ["list.txt", "second.md"]
    assert readings[0]["document"]["symbol"] == "T-XY(2032)05"
    assert [deadline["due"] for deadline in readings[0]["deadlines"]] == ["2032-03-01"]
    assert sorted(root.rglob("*")) == before


def test_a_refused_document_costs_the_others_nothing(run, document, data_folder, tmp_path):
    empty, good = document("", "empty.txt"), document()
    missing = tmp_path / "missing.txt"
    code, out, err = run("read", empty, missing, good, "--format", "jsonl", "--data", data_folder())
    assert code == 1
    assert [json.loads(line)["file"] for line in out.splitlines()] == ["list.txt"]
    said = err.splitlines()
    assert len(said) == 2
    assert said[0].startswith("refused: ")
    assert (empty.name in said[0], missing.name in said[1]) == (True, True)


def test_read_files_and_says_what_became_of_each_document(run, document, data_folder):
    root, path = data_folder(), document()
    code, out, _ = run("read", path, "--data", root)
    assert code == 0
    assert out.startswith("list.txt: new, list of decisions T-XY-2032-05_en, ")
    assert "left over, block" in out
    assert "Seven lanterns" in out
    assert (root / "records" / "T-XY-2032-05_en.json").exists()
    assert "Seven lanterns" in (root / "texts" / "T-XY-2032-05_en.json").read_text("utf-8")
    assert "list.txt: same" in run("read", path, "--data", root)[1]
    document(LIST.replace("1 March", "8 March"))
    out = run("read", path, "--data", root)[1]
    assert "list.txt: changed" in out
    assert "deadlines.2.due: 2032-03-01 → 2032-03-08" in out
    assert run("check", "--data", root)[0] == 0


def test_a_folder_is_read_by_name(run, document, data_folder, tmp_path):
    folder = tmp_path / "documents"
    folder.mkdir()
    for name in ("b.txt", "a.txt", ".hidden"):
        document(LIST, f"documents/{name}")
    _, out, _ = run("read", folder, "--format", "jsonl", "--data", data_folder())
    assert [json.loads(line)["file"] for line in out.splitlines()] == ["a.txt", "b.txt"]


def test_an_unexpected_fault_is_logged_and_ends_with_70(run, data_folder, monkeypatch):
    monkeypatch.setenv("LANZADASH_TODAY", "not a day")
    code, _, err = run("read", "a.txt", "--data", data_folder())
    assert code == 70
    assert "Traceback" not in err
    log = Path(err.split("The details are in ")[1].strip().rstrip("."))
    assert "Traceback" in log.read_text(encoding="utf-8")
    log.unlink()


def test_demo_is_made_up_beside_the_data_and_built(run, serve, tmp_path):
    root = tmp_path / "data"
    shutil.copytree(SHIPPED, root, ignore=shutil.ignore_patterns("store", "demo", "texts"))
    before = digest(root)
    assert serve(root, "demo")[0] == 0
    assert published(root / "demo" / "store") is not None
    assert published(root / "store") is None
    assert digest(root) == before, "your own data is left alone"
    assert run("check", "--data", root / "demo")[0] == 0


FORM = """\
recommendation,party,relation,assessed_on,source,certainty
harbours/R1,PRT,addressed,2031-11-06,our own example,sourced
harbours/R1,POR,addressed,2031-11-06,our own example,sourced
"""


def test_a_form_goes_out_empty_and_is_never_overwritten(run, data_folder, tmp_path):
    root = data_folder()
    for name in ("form.xlsx", "form.csv"):
        asked = ["template", "assessments", "--data", root, "--out", tmp_path / name]
        code, out, _ = run(*asked)
        assert (code, "recommendations: 1, Parties: 2" in out) == (0, True)
        before = (tmp_path / name).read_bytes()
        code, _, err = run(*asked)
        assert (code, "is there already" in err) == (1, True)
        assert (tmp_path / name).read_bytes() == before


@pytest.mark.parametrize("wrong", [["--round", "bridges"], ["--out", "form.ods"]], ids=" ".join)
def test_a_form_that_cannot_be_made_is_said_in_words(run, data_folder, wrong):
    code, _, err = run("template", "assessments", "--data", data_folder(), *wrong)
    assert (code, "Traceback" in err, err != "") == (1, False, True)


def test_a_filled_form_is_written_only_when_asked_and_only_once(run, data_folder, document):
    root, path = data_folder(), document(FORM, "form.csv")
    facts = root / "facts" / "assessments.csv"
    before = facts.read_bytes()
    asked = ["load", "assessments", path, "--data", root]
    code, out, _ = run(*asked)
    assert code == 1
    assert (
        "fault: form.csv, B3 (party): expected one of MLT, PRT, found 'POR'. Do you mean PRT?"
        in out
    )
    assert "form.csv: 1 row new, 0 on file already, 1 left out" in out
    assert "Nothing was written. --write adds 1 row to" in out
    assert facts.read_bytes() == before
    assert "Added 1 row to" in run(*asked, "--write")[1]
    written = facts.read_bytes()
    assert written.startswith(before)
    assert "form.csv: 0 rows new, 1 on file already, 1 left out" in run(*asked, "--write")[1]
    assert facts.read_bytes() == written


def test_a_form_that_is_not_there_is_said_in_words(run, data_folder, tmp_path):
    asked = ["load", "assessments", tmp_path / "form.xlsx", "--data", data_folder()]
    code, _, err = run(*asked)
    assert (code, "form.xlsx" in err, "Traceback" in err) == (1, True, False)
