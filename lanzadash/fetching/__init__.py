"""Official documents from their hosts to a folder. ``fetch`` is the door; all else serves it."""

from __future__ import annotations

import datetime as dt
import fcntl
import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from lanzadash.fetching.download import Download, Told
from lanzadash.fetching.hosts import Hosts
from lanzadash.fetching.index import Index
from lanzadash.fetching.outcomes import FetchError, NotFetchedError, Outcome
from lanzadash.fetching.targets import Target, choose, targets
from lanzadash.fetching.visitor import Manners, Visitor, new_client

__all__ = [
    "FetchError",
    "Hosts",
    "Index",
    "Manners",
    "Outcome",
    "Target",
    "choose",
    "fetch",
    "targets",
]


def fetch(
    wanted: Sequence[Target],
    index: Index,
    hosts: Hosts,
    *,
    today: dt.date,
    manners: Manners | None = None,
    whole: bool = False,
    told: Told = lambda name, here, of: None,
) -> Iterator[tuple[Target, Outcome]]:
    """Each target and what became of it, as soon as that is known.

    Files come into the folder of ``index``, each at once when it is whole, and are put into the
    index; what was broken off is continued the next time. ``whole`` asks for every file anew.
    Raises ``FetchError`` if somebody else fetches into the same folder, ``OSError`` if it cannot
    be written to.
    """
    manners = manners or Manners()
    with _alone(index.folder), new_client(manners) as client:
        download = Download(Visitor(client, hosts, manners), index, today, whole, told)
        for target in wanted:
            yield target, _outcome(download, target)


def _outcome(download: Download, target: Target) -> Outcome:
    if target.skipped:
        return Outcome("skipped", reason=target.skipped)
    try:
        return download(target)
    except NotFetchedError as error:
        return Outcome(error.state, reason=str(error))


@contextmanager
def _alone(folder: Path) -> Iterator[None]:
    """Two that write into one part would mix their bytes. The lock goes with the process."""
    folder.mkdir(parents=True, exist_ok=True)
    descriptor = os.open(folder / ".lock", os.O_CREAT | os.O_RDWR, 0o644)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        yield
    except BlockingIOError as error:
        raise FetchError(
            f"Another fetch is writing to {folder}. Wait until it has ended, or name another "
            "folder with --to."
        ) from error
    finally:
        os.close(descriptor)
