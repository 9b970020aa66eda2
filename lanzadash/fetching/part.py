"""A file that is on its way: kept where the connection breaks, continued the next time."""

from __future__ import annotations

import hashlib
import os
from pathlib import Path

import httpx

from lanzadash import atomic


class Part:
    """``STEM.part``, and beside it ``STEM.part.of``: the version that the bytes are of.

    Without a version to name (a strong ETag or a date, RFC 9110 13.1.5) the bytes are of no use.
    """

    def __init__(self, folder: Path, stem: str) -> None:
        self.path = folder / f"{stem}.part"
        self._of = folder / f"{stem}.part.of"

    @property
    def size(self) -> int:
        """Bytes that can be kept."""
        return self.path.stat().st_size if self._version and self.path.exists() else 0

    @property
    def _version(self) -> str:
        return self._of.read_text("utf-8") if self._of.exists() else ""

    def headers(self) -> dict[str, str]:
        """What asks for the rest, or for the whole if it has become another file."""
        if not self.size:
            return {}
        return {"Range": f"bytes={self.size}-", "If-Range": self._version}

    def continues(self, response: httpx.Response) -> bool:
        """The answer is the rest: from the next byte on, of the same version."""
        span = response.headers.get("Content-Range", "")
        follows = span.startswith(f"bytes {self.size}-") and not is_packed(response)
        return follows and _version_of(response) in ("", self._version)

    def start(self, response: httpx.Response) -> None:
        """Begin anew with the version of this answer."""
        self.discard()
        if version := _version_of(response):
            atomic.write(self._of, version.encode())

    def discard(self) -> None:
        """Keep nothing."""
        self.path.unlink(missing_ok=True)
        self._of.unlink(missing_ok=True)

    def sha256(self) -> str:
        """Of the bytes that are here."""
        with self.path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()

    def publish(self, file: Path) -> None:
        """Put the whole file in its place at once."""
        with self.path.open("rb") as whole:
            os.fsync(whole.fileno())
        self.path.replace(file)
        self._of.unlink(missing_ok=True)


def is_packed(response: httpx.Response) -> bool:
    """The bytes are unpacked on their way here: the host's count of them is not ours."""
    return str(response.headers.get("Content-Encoding", "identity")) != "identity"


def _version_of(response: httpx.Response) -> str:
    if is_packed(response):
        return ""
    tag = str(response.headers.get("ETag", ""))
    weak = tag.startswith("W/")
    return tag if tag and not weak else str(response.headers.get("Last-Modified", ""))
