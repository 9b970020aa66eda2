"""From the documents on file to addresses."""

from __future__ import annotations

from pathlib import Path

import pytest

from lanzadash.fetching import FetchError, Hosts, Target, choose, targets
from lanzadash.library import load
from lanzadash.records import DocumentRow
from tests.fetching.conftest import host_row

HOSTS = Hosts({"quay.example": host_row("quay.example")})
DATA = Path(__file__).parents[2] / "data"


def document(symbol=None, address=None, title="Report", **more):
    values = {"kind": "report", "body": "T-XY", "source": "ours", "certainty": "sourced"}
    return DocumentRow(symbol=symbol, address=address, title=title, **values, **more)


ROWS = [
    document("T-XY(2031)09"),
    document("T-XY(2031)12", version="rev.", language="en"),
    document("T-XY(2031)12", language="fr"),
    document("DC001(2031)"),
    document(title="Without a symbol"),
]

CHOSEN = [
    ([], [0, 1, 2, 3, 4]),
    (["T-XY(2031)09"], [0]),
    (["T-XY(2031)12"], [1, 2]),
    (["T-XY(2031)12_fr"], [2]),
    (["T-XY (2031) 12_en rev."], [1]),
    (["DC001(2031)"], [3]),
    (["T-XY(2031)12", "T-XY(2031)09"], [0, 1, 2]),
]


@pytest.mark.parametrize(("symbols", "expected"), CHOSEN)
def test_documents_are_chosen_by_symbol(symbols, expected):
    assert choose(ROWS, symbols, ["T-XY"]) == [ROWS[index] for index in expected]


@pytest.mark.parametrize("symbol", ["T-XY(2031)99", "T-XY(2031)12_fr rev.", "", "Report"])
def test_an_unknown_symbol_is_an_error(symbol):
    with pytest.raises(FetchError, match=r"documents\.csv has no"):
        choose(ROWS, ["T-XY(2031)09", symbol], ["T-XY"])


def test_documents_that_share_an_address_are_one_target():
    page = "https://quay.example/meeting"
    rows = [document("T-XY(2031)01", page), document("T-XY(2031)02"), document(None, page)]
    first, second = targets(rows, HOSTS)
    assert (str(first), first.address, first.skipped) == ("T-XY(2031)01 and 1 more", page, None)
    assert (str(second), second.address) == ("T-XY(2031)02", None)
    assert second.skipped == "documents.csv has no address for it."


def test_other_hosts_are_skipped_with_a_word():
    [mirror] = targets([document("T-XY(2031)01", "https://mirror.example/1")], HOSTS)
    assert (mirror.skipped or "").startswith("mirror.example is not a host in reference/hosts.csv")
    [broken] = targets([document("T-XY(2031)01", "https://quay.example:port/1")], HOSTS)
    assert "is not an address" in (broken.skipped or "")


STEMS = [
    ("https://quay.example/en/web/20th-Meeting-", "20th-meeting"),
    ("https://quay.example/info-note-18-10/16807608f4", "info-note-18-10"),
    ("https://quay.example/", "document"),
    ("https://quay.example/../../etc/passwd", "passwd"),
    ("https://quay.example/%2e%2e%2fshadow", "shadow"),
    ("https://quay.example/" + "long" * 100, "long" * 20),
]


@pytest.mark.parametrize(("address", "words"), STEMS)
def test_a_file_is_named_after_its_address(address, words):
    stem = Target(address, ("a",)).stem
    assert stem.rpartition("_")[0] == words
    assert "/" not in stem


def test_of_the_shipped_documents_none_is_asked_for_elsewhere():
    wanted = targets(load(DATA).documents, Hosts.load(DATA))
    asked = [target.address or "" for target in wanted if not target.skipped]
    assert len(asked) >= 20
    assert all("coe.int/" in address for address in asked)
    assert len({Target(address, ("a",)).stem for address in asked}) == len(asked)
