"""Asking the hosts: slowly, within their rules, and again where that may help."""

from __future__ import annotations

import itertools
import random
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from email.utils import parsedate_to_datetime
from typing import TypeVar

import httpx

from lanzadash import __version__
from lanzadash.fetching.hosts import Hosts
from lanzadash.fetching.outcomes import (
    AgainError,
    FailedError,
    NotFetchedError,
    RefusedError,
    SkippedError,
)
from lanzadash.fetching.robots import MAX_ROBOTS, Robots
from lanzadash.records import HostRow

T = TypeVar("T")

AGENT = "lanzadash"
_MAX_REDIRECTS = 5
_LATER = (408, 425)
_BUSY = (429, 503)  # of the host, not of one document


@dataclass(frozen=True)
class Manners:
    """How patient a visitor is; the clock counts seconds from anywhere and tells no date."""

    clock: Callable[[], float] = time.monotonic
    sleep: Callable[[float], None] = time.sleep
    jitter: Callable[[], float] = random.random
    tries: int = 5
    first_wait: float = 1
    longest_wait: float = 120
    timeout: float = 30
    """Seconds without a byte."""
    longest: float = 900
    """Seconds for one file."""

    def wait(self, attempt: int) -> float:
        """Seconds after the ``attempt``-th, from 1: twice as long each time, spread by half."""
        return self.first_wait * 2.0 ** (attempt - 1) * (0.75 + self.jitter() / 2)


class Visitor:
    """One request after the other, none sooner than its host likes.

    What a host allows is in its robots.txt, asked for once. A host that cannot be reached, or that
    wants to be left alone, is not asked for the next document either.
    """

    def __init__(self, client: httpx.Client, hosts: Hosts, manners: Manners) -> None:
        self.manners = manners
        self._client, self._hosts = client, hosts
        self._robots: dict[str, Robots | NotFetchedError] = {}
        self._down: dict[str, str] = {}
        self._asked: dict[str, float] = {}

    def patiently(self, attempt: Callable[[], T]) -> T:
        """What ``attempt`` gives, tried again after a pause for each ``AgainError``.

        Raises ``FailedError`` when it has been tried often enough or the host asks for a longer
        wait than is reasonable.
        """
        for count in itertools.count(1):
            try:
                return attempt()
            except AgainError as error:
                wait = max(self.manners.wait(count), error.wait or 0)
                if wait > self.manners.longest_wait:
                    raise self._given_up(error, f"wants a pause of {wait:,.0f} s") from error
                if count == self.manners.tries:
                    raise self._given_up(error, f"{count} tries") from error
                self.manners.sleep(wait)
        raise AssertionError("counting does not end")

    def _given_up(self, error: AgainError, why: str) -> FailedError:
        reason = f"{error} ({why}). Run fetch again later."
        if error.down:
            self._down[error.down] = reason
        return FailedError(reason)

    @contextmanager
    def ask(
        self, address: httpx.URL, headers: Mapping[str, str]
    ) -> Iterator[tuple[httpx.Response, HostRow]]:
        """The answer at the end of the redirects, whatever its status but for "later", and whose.

        Raises ``AgainError`` for that and where the connection fails, also while the caller reads
        the body; ``RefusedError`` where it leads elsewhere; ``SkippedError`` for what robots.txt
        keeps from us; ``FailedError`` where that cannot be had.
        """
        with self._follow(address, headers, self._allow) as answer:
            yield answer

    def _allow(self, url: httpx.URL, row: HostRow) -> float:
        robots = self._robots_of(url)
        if not robots.allows(url):
            raise SkippedError(f"robots.txt of {url.host} does not allow {url}.")
        return max(row.pause, robots.pause)

    def _robots_of(self, url: httpx.URL) -> Robots:
        host = url.netloc.decode("ascii")
        if host not in self._robots:
            try:
                self._robots[host] = self.patiently(lambda: self._read_robots(url))
            except NotFetchedError as error:
                self._robots[host] = error
        found = self._robots[host]
        if isinstance(found, NotFetchedError):
            raise FailedError(f"no robots.txt could be had from {host}: {found}")
        return found

    def _read_robots(self, url: httpx.URL) -> Robots:
        page = url.copy_with(path="/robots.txt", query=None)
        with self._follow(page, {}, lambda _, row: row.pause) as (response, _):
            if response.status_code != httpx.codes.OK:
                return Robots(AGENT)
            rules = b""
            for chunk in response.iter_bytes():
                rules += chunk
                if len(rules) > MAX_ROBOTS:
                    break
            return Robots(AGENT, rules)

    @contextmanager
    def _follow(
        self,
        address: httpx.URL,
        headers: Mapping[str, str],
        allow: Callable[[httpx.URL, HostRow], float],
    ) -> Iterator[tuple[httpx.Response, HostRow]]:
        """``allow`` gives the pause that a host wants, or raises."""
        url = address
        for _ in range(_MAX_REDIRECTS + 1):
            url, row = self._hosts.admit(url)
            if url.host in self._down:
                raise FailedError(self._down[url.host])
            self._pace(url.netloc.decode("ascii"), allow(url, row))
            with self._once(url, headers) as response:
                if response.next_request is None:
                    yield response, row
                    return
                url = response.next_request.url
        raise RefusedError(f"it redirects more than {_MAX_REDIRECTS} times, last to {url}.")

    @contextmanager
    def _once(self, url: httpx.URL, headers: Mapping[str, str]) -> Iterator[httpx.Response]:
        try:
            with self._client.stream("GET", url, headers=dict(headers)) as response:
                _check_time(response)
                yield response
        except (httpx.ConnectError, httpx.ConnectTimeout) as error:
            why = str(error) or "no answer"
            raise AgainError(f"{url.host} cannot be reached: {why}", down=url.host) from error
        except httpx.TimeoutException as error:
            quiet = f"{url.host} says nothing for {self.manners.timeout:g} s"
            raise AgainError(quiet) from error
        except httpx.RequestError as error:
            why = str(error) or type(error).__name__
            raise AgainError(f"the connection to {url.host} breaks: {why}") from error

    def _pace(self, host: str, pause: float) -> None:
        clock = self.manners.clock
        if host in self._asked and (wait := self._asked[host] + pause - clock()) > 0:
            self.manners.sleep(wait)
        self._asked[host] = clock()


def new_client(manners: Manners) -> httpx.Client:
    """A client that says who it is and takes files as they are: packed ones cannot be resumed."""
    headers = {
        "User-Agent": f"{AGENT}/{__version__}",
        "Accept": "application/pdf, text/html;q=0.9, */*;q=0.5",
        "Accept-Encoding": "identity",
    }
    return httpx.Client(headers=headers, timeout=manners.timeout, follow_redirects=False)


def _check_time(response: httpx.Response) -> None:
    """Raises ``AgainError`` where the answer is "later"."""
    status, host = response.status_code, response.url.host
    if status in (*_LATER, *_BUSY) or response.is_server_error:
        raise AgainError(
            f"{host} answers {status} {response.reason_phrase}".strip(),
            wait=_wait(response),
            down=host if status in _BUSY else None,
        )


def _wait(response: httpx.Response) -> float | None:
    """Seconds of Retry-After, a number or a date; a date is measured by the host's own clock."""
    said = response.headers.get("Retry-After", "").strip()
    if said.isascii() and said.isdigit():
        return float(said)
    try:
        until = parsedate_to_datetime(said)
        return (until - parsedate_to_datetime(response.headers["Date"])).total_seconds()
    except (KeyError, TypeError, ValueError):
        return None
