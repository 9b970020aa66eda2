"""One address to one file."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass

import httpx

from lanzadash.fetching.formats import announced, recognised
from lanzadash.fetching.index import Index
from lanzadash.fetching.outcomes import AgainError, FailedError, Outcome, RefusedError
from lanzadash.fetching.part import Part, is_packed
from lanzadash.fetching.targets import Target
from lanzadash.fetching.visitor import Visitor
from lanzadash.reading.formats.limits import MAX_BYTES
from lanzadash.records import DownloadRow

Told = Callable[[str, int, int | None], None]
"""Called with a name, the bytes that are here, and how many there will be if the host says so."""


@dataclass(frozen=True)
class Download:
    """Fetches one target into the index's folder; ``whole`` asks for it even if it is the same."""

    visitor: Visitor
    index: Index
    today: dt.date
    whole: bool = False
    told: Told = lambda name, here, of: None

    def __call__(self, target: Target) -> Outcome:
        """Raises ``NotFetchedError``; what was there before is then still there."""
        assert target.address
        address, part = target.address, Part(self.index.folder, target.stem)
        if self.whole:
            part.discard()
        return self.visitor.patiently(lambda: self._attempt(address, part))

    def _attempt(self, address: str, part: Part) -> Outcome:
        known = self.index.row(address)
        asked = part.headers() or self._unless_known(known)
        url = httpx.URL(address)
        with self.visitor.ask(url, asked) as (response, host):
            if response.status_code == httpx.codes.NOT_MODIFIED and known:
                return Outcome("unchanged", self.index.folder / known.file)
            _check_status(response, part)
            said = response.headers.get("Content-Type", "")
            formats = announced(said, (url.path, response.url.path), host.formats)
            self._receive(response, part)
            try:
                found = recognised(part.path, formats)
            except RefusedError:
                part.discard()
                raise
            return self._keep(address, response, part, f"{part.path.stem}{found.suffix}")

    def _unless_known(self, known: DownloadRow | None) -> dict[str, str]:
        if known is None or self.whole:
            return {}
        asked = {"If-None-Match": known.etag, "If-Modified-Since": known.last_modified}
        return {name: value for name, value in asked.items() if value}

    def _receive(self, response: httpx.Response, part: Part) -> None:
        """Raises ``AgainError`` where less came than was announced, and keeps what came."""
        if response.status_code != httpx.codes.PARTIAL_CONTENT:
            part.start(response)
        here, total = part.size, _total(response)
        _check_size(total or 0, part)
        clock, longest = self.visitor.manners.clock, self.visitor.manners.longest
        end = clock() + longest
        with part.path.open("ab") as file:
            for chunk in response.iter_bytes():
                here += len(chunk)
                _check_size(here, part)
                file.write(chunk)
                self.told(part.path.stem, here, total)
                if clock() > end:
                    raise FailedError(
                        f"{here >> 10:,} kB came in {longest:g} s. Run fetch again to go on there."
                    )
        if total and here < total:
            raise AgainError(f"{response.url.host} sends {here:,} of {total:,} bytes")

    def _keep(self, address: str, response: httpx.Response, part: Part, name: str) -> Outcome:
        known, sha256 = self.index.row(address), part.sha256()
        same = known is not None and known.sha256 == sha256
        row = DownloadRow(
            address=address,
            final_address=str(response.url),
            file=name,
            etag=response.headers.get("ETag"),
            last_modified=response.headers.get("Last-Modified"),
            sha256=sha256,
            bytes=part.path.stat().st_size,
            fetched_on=known.fetched_on if known and same else self.today,
            read_on=known.read_on if known and same else None,
        )
        file = self.index.folder / name
        part.publish(file)
        self.index.put(row)
        if known and known.file != name:
            (self.index.folder / known.file).unlink(missing_ok=True)
        return Outcome("unchanged" if same else "changed" if known else "new", file)


def _check_status(response: httpx.Response, part: Part) -> None:
    """Raises unless the answer is the whole file, or the rest of ``part``."""
    status, host = response.status_code, response.url.host
    if status == httpx.codes.OK:
        return
    if status == httpx.codes.PARTIAL_CONTENT and part.size and part.continues(response):
        return
    if status in (httpx.codes.PARTIAL_CONTENT, httpx.codes.REQUESTED_RANGE_NOT_SATISFIABLE):
        part.discard()
        raise AgainError(f"{host} has no rest of the part that is here")
    said = f"{host} answers {status} {response.reason_phrase}".strip()
    if status in (httpx.codes.NOT_FOUND, httpx.codes.GONE):
        raise FailedError(f"{said}. Find its present address and put it into documents.csv.")
    raise FailedError(
        f"{said}. Save the document with a browser, then: python -m lanzadash read FILE."
    )


def _check_size(size: int, part: Part) -> None:
    if size > MAX_BYTES:
        part.discard()
        raise RefusedError(
            f"expected at most {MAX_BYTES >> 20} MB, found {size / 2**20:.1f} MB or more."
        )


def _total(response: httpx.Response) -> int | None:
    """Bytes of the whole file, where the answer says so."""
    if response.status_code == httpx.codes.PARTIAL_CONTENT:
        said = response.headers["Content-Range"].rpartition("/")[2]
    else:
        said = "" if is_packed(response) else response.headers.get("Content-Length", "")
    return int(said) if said.isascii() and said.isdigit() else None
