"""The command: what it says of each document, what it reads in, and how it ends."""

from __future__ import annotations

import csv
import signal
import subprocess
import sys
import time

import pytest

from lanzadash.cli import main
from lanzadash.tables import HOSTS
from tests.fetching.local_server import PDF, Answer, Stored

LIST = b"""\
T-XY(2032)05_en

LIST OF DECISIONS

7th meeting (remote)

12 - 14 January 2032

The Committee:

1. Adopted its agenda.
"""
TEXT = {"Content-Type": "text/plain; charset=utf-8", "ETag": '"one"'}


@pytest.fixture
def root(data_folder, server):
    """A data folder with four documents: a list, a scan, one of a mirror, one without address."""
    server.says("/list", Stored(body=LIST, headers=TEXT))
    server.says("/scan.pdf", Stored())
    address = f"http://{server.host}"
    root = data_folder(
        documents=[
            {"symbol": "T-XY(2032)05", "address": f"{address}/list"},
            {"symbol": "T-XY(2032)06", "address": f"{address}/scan.pdf"},
            {"symbol": "T-XY(2032)07", "address": "https://mirror.example/7"},
            {"symbol": "T-XY(2032)08"},
        ]
    )
    row = {"host": server.host, "name": "A quay", "formats": "text; pdf", "pause": "0"}
    with (root / HOSTS.file).open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, [*row, "scheme", "private"])
        writer.writeheader()
        writer.writerow({**row, "scheme": "http", "private": "true"})
    return root


@pytest.fixture
def run(capsys, root):
    """Run the command on the data folder; gives exit code, standard output, standard error."""

    def call(*arguments):
        with pytest.raises(SystemExit) as ended:
            main(["fetch", "--data", str(root), *map(str, arguments)])
        said = capsys.readouterr()
        return ended.value.code or 0, said.out, said.err

    return call


def test_help_shows_an_example(run):
    code, out, _ = run("--help")
    assert (code, "Example: python -m lanzadash fetch" in out) == (0, True)


def test_each_document_has_its_line_and_is_read_in(run, root):
    code, out, err = run()
    lines = out.splitlines()
    assert lines[0].startswith("T-XY(2032)05: new, list_")
    assert lines[1].startswith("T-XY(2032)06: new, scan-pdf_")
    assert lines[2].startswith("T-XY(2032)07: skipped, mirror.example is not a host")
    assert lines[3] == "T-XY(2032)08: skipped, documents.csv has no address for it."
    assert lines[4] == "2 new, 2 skipped"
    assert ": new, list of decisions T-XY-2032-05_en" in lines[5]
    assert (root / "records" / "T-XY-2032-05_en.json").exists()
    assert code == 1, "the scan could not be read"
    assert "refused: scan-pdf_" in err


def test_the_next_time_only_what_could_not_be_read_is_tried_again(run):
    run()
    code, out, err = run()
    assert "T-XY(2032)05: unchanged" in out
    assert "list of decisions" not in out
    assert (code, "refused: scan-pdf_" in err) == (1, True)


def test_a_new_version_is_read_in(run, server):
    run("T-XY(2032)05")
    server.says(
        "/list", Stored(body=LIST + b"2. Took note of a report.\n", headers=TEXT | {"ETag": "2"})
    )
    code, out, _ = run("T-XY(2032)05")
    assert (code, out.splitlines()[0].startswith("T-XY(2032)05: changed")) == (0, True)
    assert ": changed, list of decisions T-XY-2032-05_en" in out


def test_files_can_be_kept_elsewhere_and_left_unread(run, root, tmp_path):
    code, out, _ = run("T-XY(2032)05", "--to", tmp_path / "elsewhere", "--no-read")
    assert (code, out.splitlines()[-1]) == (0, "1 new")
    assert len(list((tmp_path / "elsewhere").glob("list_*.txt"))) == 1
    assert not (root / "records" / "T-XY-2032-05_en.json").exists()
    code, out, _ = run("T-XY(2032)05", "--to", tmp_path / "elsewhere")
    assert (root / "records" / "T-XY-2032-05_en.json").exists(), "read when that is asked for"


def test_what_fails_is_said_with_what_to_do(run, server):
    server.says("/list", Answer(404, b"none"))
    server.says("/scan.pdf", Answer())
    code, out, err = run("--no-read")
    assert (code, out.splitlines()[-1]) == (1, "1 failed, 1 refused, 2 skipped")
    assert "T-XY(2032)05: failed, http://" in err
    assert "Find its present address and put it into documents.csv." in err
    assert "T-XY(2032)06: refused, http://" in err


def test_an_unknown_symbol_fetches_nothing(run, server):
    code, _, err = run("T-XY(2032)05", "T-XY(2099)01")
    assert (code, server.asked) == (1, [])
    assert "documents.csv has no T-XY(2099)01." in err


def test_a_damaged_index_is_said_in_words(run, root):
    run("T-XY(2032)05")
    index = root / "downloads" / "index.csv"
    index.write_text(index.read_text("utf-8").replace(",20", ",x0"), encoding="utf-8")
    code, _, err = run()
    assert (code, "index.csv, row 2" in err, "Traceback" in err) == (1, True, False)


def test_control_c_leaves_nothing_half_written(run, root, server):
    server.says("/scan.pdf", Stored(drip=0.5), Stored())
    asked = [sys.executable, "-m", "lanzadash", "fetch", "T-XY(2032)06", "--data", str(root)]
    process = subprocess.Popen(asked, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    folder = root / "downloads"
    end = time.monotonic() + 30
    while time.monotonic() < end and not [p for p in folder.glob("*.part") if p.stat().st_size]:
        time.sleep(0.05)
    process.send_signal(signal.SIGINT)
    _, err = process.communicate(timeout=30)
    assert process.returncode not in (0, None)
    assert "Traceback" not in err
    assert not list(folder.glob("*.pdf"))
    assert "new" in run("T-XY(2032)06", "--no-read")[1]
    assert server.visits[1][1]["Range"].startswith("bytes=")
    [file] = folder.glob("*.pdf")
    assert file.read_bytes() == PDF
