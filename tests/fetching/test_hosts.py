"""Which addresses are asked for, and by which scheme."""

from __future__ import annotations

import csv
from pathlib import Path

import httpx
import pytest

from lanzadash.checking import check
from lanzadash.faults import LibraryError
from lanzadash.fetching import Hosts
from lanzadash.fetching.outcomes import RefusedError
from lanzadash.tables import HOSTS
from tests.fetching.conftest import host_row

DATA = Path(__file__).parents[2] / "data"

SHIPPED = [
    ("https://rm.coe.int/16807608f4", True),
    ("http://www.coe.int/en/web/children", True),
    ("https://WWW.COE.INT/en", True),
    ("https://coe.int:443/en", True),
    ("https://coe.int:8443/en", False),
    ("https://www.coe.int@quay.example/en", False),
    ("https://someone@www.coe.int/en", False),
    ("https://www.coe.int.quay.example/", False),
    ("https://notcoe.int/", False),
    ("https://rm.coe.int./", False),
    ("https://docslib.org/doc/1", False),
    ("https://127.0.0.1/", False),
    ("https://[::1]/", False),
    ("ftp://rm.coe.int/16807608f4", False),
    ("file:///rm.coe.int/16807608f4", False),
    ("rm.coe.int/16807608f4", False),
]


@pytest.mark.parametrize(("address", "expected"), SHIPPED)
def test_the_shipped_hosts_are_those_of_the_council_of_europe(address, expected):
    assert (Hosts.load(DATA).row(httpx.URL(address)) is not None) == expected


def test_the_shipped_hosts_are_asked_by_https_and_slowly():
    for row in Hosts.load(DATA).rows.values():
        assert row.host == "coe.int" or row.host.endswith(".coe.int")
        assert (row.scheme, row.private, row.pause >= 1) == ("https", False, True)


def test_an_address_is_asked_for_by_the_scheme_of_its_host():
    hosts = Hosts({"127.0.0.1": host_row("127.0.0.1", scheme="https")})
    url, _ = hosts.admit(httpx.URL("http://127.0.0.1/a?b=c#d"))
    assert str(url) == "https://127.0.0.1/a?b=c"


INSIDE = ["127.0.0.1", "10.0.0.1", "192.168.1.1", "169.254.169.254", "100.64.0.1", "0.0.0.0"]


@pytest.mark.parametrize("host", INSIDE)
def test_a_host_that_stands_inside_a_network_has_to_say_so(host):
    hosts = Hosts({host: host_row(host, private=False)})
    with pytest.raises(RefusedError, match="not a public address"):
        hosts.admit(httpx.URL(f"http://{host}/"))


FAULTY = [
    ({"host": "https://rm.coe.int"}, "host"),
    ({"formats": "pdf; odt"}, "formats.1"),
    ({"pause": "-1"}, "pause"),
    ({"pause": "inf"}, "pause"),
    ({"scheme": "ftp"}, "scheme"),
]


@pytest.mark.parametrize(("change", "field"), FAULTY)
def test_a_faulty_row_stops_fetch_and_is_found_by_check(data_folder, change, field):
    root = data_folder()
    row = {"host": "rm.coe.int", "name": "A quay", "formats": "pdf", **change}
    with (root / HOSTS.file).open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(row))
        writer.writeheader()
        writer.writerow(row)
    with pytest.raises(LibraryError) as raised:
        Hosts.load(root)
    assert [fault.field for fault in raised.value.faults] == [field]
    assert set(raised.value.faults) <= set(check(root))


def test_without_the_file_nothing_is_fetched_and_all_else_goes_on(data_folder):
    root = data_folder()
    with pytest.raises(LibraryError, match=r"reference/hosts\.csv: expected a file"):
        Hosts.load(root)
    assert not [fault for fault in check(root) if fault.file == HOSTS.file]
