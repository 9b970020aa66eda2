"""What comes of an answer: files, parts, the index."""

from __future__ import annotations

import gzip
import hashlib
import zipfile
from io import BytesIO

import pytest

from lanzadash.fetching import Index
from lanzadash.reading.formats.limits import MAX_BYTES
from tests.fetching.conftest import TODAY
from tests.fetching.local_server import PAGE, PDF, Answer, Stored


def word():
    packed = BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("word/document.xml", "<document/>")
    return packed.getvalue()


def sheet():
    packed = BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("xl/workbook.xml", "<workbook/>")
    return packed.getvalue()


def as_type(media_type, body, **more):
    return Answer(200, body, {"Content-Type": media_type}, **more)


DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
TAKEN = [
    ("/a", as_type("text/html; charset=utf-8", PAGE), ".html"),
    ("/a", as_type("text/html", b"\xef\xbb\xbf\n<!-- quay --><HTML>"), ".html"),
    ("/a", as_type("application/pdf", PDF), ".pdf"),
    ("/a.pdf", as_type("application/octet-stream", PDF), ".pdf"),
    ("/a", Answer(200, PDF, {}), ".pdf"),
    ("/a", as_type(DOCX, word()), ".docx"),
    ("/a", as_type("application/octet-stream", word()), ".docx"),
    ("/a", as_type("text/plain", "Été".encode()), ".txt"),
]


@pytest.mark.parametrize(("path", "answer", "suffix"), TAKEN)
def test_a_document_is_kept_under_a_name_that_says_what_it_is(run, server, path, answer, suffix):
    [outcome] = run(server.says(path, answer))
    assert (outcome.state, outcome.file.suffix) == ("new", suffix)
    assert outcome.file.read_bytes() == answer.body
    assert sorted(p.name for p in outcome.file.parent.iterdir()) == sorted(
        [".lock", "index.csv", outcome.file.name]
    )


REFUSED = [
    ("/a.pdf", as_type("text/html", PAGE), "expected PDF, found text/html. It is most likely"),
    ("/a", as_type("application/pdf", PAGE), "expected PDF, found a web page"),
    ("/a", as_type("application/pdf", b"no such thing"), "expected PDF, found b'no such '"),
    ("/a", as_type(DOCX, sheet()), "expected DOCX, found"),
    ("/a", as_type(DOCX, b"PK\x03\x04 and nothing more"), "expected DOCX, found"),
    ("/a", as_type("text/html", b"\x00" * 100), "expected HTML, found"),
    ("/a", as_type("text/plain", b"a\x00b"), "expected text, found"),
    ("/a", as_type("image/png", b"\x89PNG"), "expected HTML or PDF or DOCX or text, found image"),
    ("/a", Answer(204, b"", {}), "answers 204"),
    ("/a", Answer(404, b"none"), "answers 404 Not Found. Find its present address"),
    ("/a", Answer(403, b"no"), "answers 403 Forbidden. Save the document with a browser"),
]


@pytest.mark.parametrize(("path", "answer", "why"), REFUSED)
def test_anything_else_leaves_nothing_behind(run, server, folder, path, answer, why):
    [outcome] = run(server.says(path, answer))
    assert outcome.state in ("refused", "failed")
    assert why in outcome.reason
    assert [p.name for p in folder.iterdir()] == [".lock"]
    assert len(server.paths) == 1, "it would be the same the next time"


def test_a_host_that_serves_files_gives_no_pages(run, server, rows):
    rows[0] = rows[0].model_copy(update={"formats": ["pdf", "docx"]})
    [outcome] = run(server.says("/16807608f4", Answer()))
    assert (outcome.state, "expected PDF or DOCX" in outcome.reason) == ("refused", True)


def test_the_index_says_what_came_from_where(run, server, folder):
    address = server.says("/agenda", Stored(body=PDF))
    [outcome] = run(address)
    row = Index.load(folder).row(address)
    assert row is not None
    assert (row.address, row.final_address, row.file) == (address, address, outcome.file.name)
    assert (row.etag, row.bytes, row.fetched_on) == ('"one"', len(PDF), TODAY)
    assert row.sha256 == hashlib.sha256(PDF).hexdigest()


def test_what_has_not_changed_is_not_sent_again(run, server):
    versions = {"Content-Type": "text/html", "Last-Modified": "Tue, 06 May 2031 10:00:00 GMT"}
    address = server.says("/agenda", Stored(body=PAGE, headers=versions))
    [first], [second] = run(address), run(address)
    assert (first.state, second.state, second.file) == ("new", "unchanged", first.file)
    assert server.visits[1][1]["If-Modified-Since"] == versions["Last-Modified"]
    assert run(address, whole=True)[0].state == "unchanged"
    assert "If-Modified-Since" not in server.visits[2][1]


def test_the_same_bytes_are_unchanged_whatever_the_host_says(run, server):
    address = server.says("/agenda", Answer())
    assert [run(address)[0].state for _ in range(2)] == ["new", "unchanged"]


def test_a_new_version_takes_the_place_of_the_old(run, server, folder):
    old, new = Stored(), Stored(body=PAGE, headers={"Content-Type": "text/html", "ETag": '"two"'})
    address = server.says("/agenda", old, new)
    [before], [after] = run(address), run(address)
    assert (before.state, after.state) == ("new", "changed")
    assert not before.file.exists(), "a PDF that has become a page"
    assert Index.load(folder).row(address).etag == '"two"'


def test_a_file_that_was_lost_or_cut_is_fetched_anew(run, server):
    address = server.says("/agenda", Stored())
    [first] = run(address)
    first.file.write_bytes(PDF[:10])
    [second] = run(address)
    assert (second.state, second.file.read_bytes()) == ("new", PDF)
    second.file.unlink()
    assert run(address)[0].state == "new"


@pytest.mark.parametrize(
    "version", [{"ETag": '"one"'}, {"Last-Modified": "Tue, 06 May 2031 10:00:00 GMT"}]
)
def test_a_connection_cut_half_way_is_taken_up_where_it_broke(run, server, time, version):
    headers = {"Content-Type": "application/pdf", **version}
    address = server.says("/a", Stored(headers=headers, cut=100_000), Stored(headers=headers))
    [outcome] = run(address)
    assert (outcome.state, outcome.file.read_bytes()) == ("new", PDF)
    asked = server.visits[1][1]
    assert (asked["Range"], asked["If-Range"]) == ("bytes=100000-", *version.values())
    assert time.slept == [1]


def test_a_file_that_changed_meanwhile_is_fetched_whole(run, server):
    headers = {"Content-Type": "application/pdf", "ETag": '"two"'}
    other = Stored(body=PDF + b"more", headers=headers)
    [outcome] = run(server.says("/a", Stored(cut=100_000), other))
    assert outcome.file.read_bytes() == other.body


@pytest.mark.parametrize("version", [{}, {"ETag": 'W/"weak"'}])
def test_without_a_version_to_name_nothing_is_resumed(run, server, version):
    headers = {"Content-Type": "application/pdf", **version}
    address = server.says("/a", Answer(200, PDF, headers, cut=100_000), Answer(200, PDF, headers))
    [outcome] = run(address)
    assert outcome.file.read_bytes() == PDF
    assert "Range" not in server.visits[1][1]


def test_a_part_that_nobody_can_continue_is_given_up(run, server):
    wrong = Answer(
        206, PDF[5:], {"Content-Type": "application/pdf", "Content-Range": "bytes 5-9/9"}
    )
    [outcome] = run(server.says("/a", Stored(cut=1000), wrong, Stored()))
    assert outcome.file.read_bytes() == PDF
    assert [("Range" in headers) for _, headers in server.visits] == [False, True, False]


def test_a_rest_sent_in_pieces_is_asked_for_until_it_is_whole(run, server):
    size = len(PDF)
    piece = {"Content-Type": "application/pdf", "Content-Range": f"bytes 1000-1999/{size}"}
    [outcome] = run(
        server.says("/a", Stored(cut=1000), Answer(206, PDF[1000:2000], piece), Stored())
    )
    assert outcome.file.read_bytes() == PDF
    assert server.visits[2][1]["Range"] == "bytes=2000-"


def test_an_interruption_leaves_a_part_that_the_next_run_continues(run, server, folder):
    def interrupt(name, here, of):
        assert of == len(PDF)
        raise KeyboardInterrupt

    address = server.says("/a", Stored(drip=0.01), Stored())
    with pytest.raises(KeyboardInterrupt):
        run(address, told=interrupt)
    assert not list(folder.glob("*.pdf"))
    assert not (folder / "index.csv").exists()
    [outcome] = run(address)
    assert outcome.file.read_bytes() == PDF
    assert server.visits[1][1]["Range"].startswith("bytes=")
    assert not list(folder.glob("*.part*"))


def test_whole_begins_anew(run, server, folder):
    address = server.says("/a", Stored(cut=1000), Stored())
    run(address, tries=1)
    assert list(folder.glob("*.part"))
    run(address, whole=True)
    assert "Range" not in server.visits[1][1]


def test_packed_bytes_are_counted_as_they_are_unpacked(run, server):
    packed = gzip.compress(PAGE)
    headers = {"Content-Type": "text/html", "Content-Encoding": "gzip", "ETag": '"one"'}
    [outcome] = run(server.says("/a", Answer(200, packed, headers)))
    assert outcome.file.read_bytes() == PAGE
    assert server.visits[0][1]["Accept-Encoding"] == "identity"


def test_what_is_announced_as_too_large_is_not_asked_for_any_further(run, server, folder):
    headers = {"Content-Type": "text/html", "Content-Length": str(MAX_BYTES + 1)}
    [outcome] = run(server.says("/a", Answer(200, b"", headers)))
    assert (outcome.state, "at most 50 MB" in outcome.reason) == ("refused", True)
    assert not list(folder.glob("*.part*"))


def test_what_becomes_too_large_is_broken_off(run, server, folder):
    headers = {"Content-Type": "text/html", "Content-Encoding": "gzip", "ETag": '"one"'}
    bomb = gzip.compress(bytes(MAX_BYTES + 1), 1)
    [outcome] = run(server.says("/a", Answer(200, bomb, headers)))
    assert (outcome.state, "at most 50 MB" in outcome.reason) == ("refused", True)
    assert not list(folder.glob("*.part*"))


def test_two_documents_do_not_share_a_name(run, server):
    first, second = run(server.says("/en/agenda", Answer()), server.says("/fr/agenda", Answer()))
    assert first.file != second.file
    assert first.file.name.startswith("agenda_")
