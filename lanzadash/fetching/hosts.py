"""The hosts that documents are fetched from, and no others."""

from __future__ import annotations

import ipaddress
import socket
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import httpx

from lanzadash.faults import Fault, LibraryError
from lanzadash.fetching.outcomes import RefusedError
from lanzadash.records import HostRow
from lanzadash.tables import HOSTS, read_sheet


@dataclass(frozen=True)
class Hosts:
    """The rows of ``reference/hosts.csv`` by host."""

    rows: Mapping[str, HostRow]

    @classmethod
    def load(cls, data: Path) -> Hosts:
        """The hosts under ``data``. Raises ``LibraryError`` where the file is missing or faulty."""
        path = data / HOSTS.file
        if not path.is_file():
            hint = "Name the hosts that documents may be fetched from; see data/README.md."
            raise LibraryError([Fault(HOSTS.file, "a file", "none", hint)])
        sheet = read_sheet(HOSTS, path.read_bytes())
        if sheet.faults:
            raise LibraryError(sheet.faults)
        rows = (line.row for line in sheet.lines)
        return cls({row.host: row for row in rows if isinstance(row, HostRow)})

    def row(self, url: httpx.URL) -> HostRow | None:
        """The row of the host that ``url`` names, its port included unless it is the usual one."""
        if url.scheme not in ("http", "https") or url.userinfo:
            return None
        return self.rows.get(url.netloc.decode("ascii"))

    def admit(self, url: httpx.URL) -> tuple[httpx.URL, HostRow]:
        """``url`` by the scheme that its host is asked in, without a fragment, and the host's row.

        Raises ``RefusedError`` for any other host, and for one that stands inside a network of
        ours: an address on file, or a redirect, must not reach what only we can reach.
        """
        row = self.row(url)
        if row is None:
            raise RefusedError(
                f"it leads to {url.host or url}, which reference/hosts.csv does not name."
            )
        if not row.private:
            _check_public(url.host)
        return url.copy_with(scheme=row.scheme, fragment=None), row


def _check_public(host: str) -> None:
    try:
        found = socket.getaddrinfo(host, None, type=socket.SOCK_STREAM)
    except OSError:
        return  # only a proxy may know the name; where there is none, the connection says so
    for *_, address in found:
        if not ipaddress.ip_address(address[0]).is_global:
            raise RefusedError(f"{host} stands for {address[0]}, which is not a public address.")
