"""A real server on this machine that answers as a test tells it to."""

from __future__ import annotations

import time
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

PAGE = b"<!doctype html><html lang=en><title>Quay</title><p>Lanterns along the quay.</html>"
PDF = b"%PDF-1.7\n" + bytes(range(256)) * 1000


@dataclass(frozen=True)
class Answer:
    """``cut`` breaks the connection after so many bytes of the body; ``delay`` stands before the
    first of them, ``drip`` after each tenth, in seconds."""

    status: int = 200
    body: bytes = PAGE
    headers: Mapping[str, str] = field(default_factory=lambda: {"Content-Type": "text/html"})
    cut: int | None = None
    delay: float = 0
    drip: float = 0

    def to(self, asked: Mapping[str, str]) -> Answer:
        return self


@dataclass(frozen=True)
class Stored(Answer):
    """A file that has a version and can be had in parts (RFC 9110 13 and 14)."""

    body: bytes = PDF
    headers: Mapping[str, str] = field(
        default_factory=lambda: {"Content-Type": "application/pdf", "ETag": '"one"'}
    )

    def to(self, asked: Mapping[str, str]) -> Answer:
        versions = [
            self.headers[name] for name in ("ETag", "Last-Modified") if name in self.headers
        ]
        if any(asked.get(name) in versions for name in ("If-None-Match", "If-Modified-Since")):
            return replace(self, status=304, body=b"")
        if "Range" not in asked or asked.get("If-Range") not in versions:
            return self
        start = int(asked["Range"].removeprefix("bytes=").removesuffix("-"))
        size = len(self.body)
        if start >= size:
            return replace(self, status=416, body=b"")
        span = {"Content-Range": f"bytes {start}-{size - 1}/{size}"}
        return replace(self, status=206, body=self.body[start:], headers={**self.headers, **span})


def redirect(address: str, status: int = 302) -> Answer:
    return Answer(status, b"", {"Location": address})


class Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True
    server: Server

    def do_GET(self) -> None:
        self.server.asked.append((self.path, dict(self.headers)))
        answers = self.server.answers.get(self.path, [Answer(404, b"none")])
        answer = answers.pop(0) if len(answers) > 1 else answers[0]
        self.send(answer.to(dict(self.headers)))

    def send(self, answer: Answer) -> None:
        body, sent = answer.body, answer.body[: answer.cut]
        time.sleep(answer.delay)
        try:
            self.send_response_only(answer.status)
            for name, value in {"Content-Length": str(len(body)), **answer.headers}.items():
                self.send_header(name, value)
            self.end_headers()
            step = max(1, len(body) // 10) if answer.drip else len(body) or 1
            for start in range(0, len(sent), step):
                self.wfile.write(sent[start : start + step])
                time.sleep(answer.drip)
        except OSError:  # the visitor has left
            self.close_connection = True
        if answer.cut is not None:
            self.close_connection = True

    def log_message(self, *_: object) -> None:
        pass


class Server(ThreadingHTTPServer):
    """``says`` what to answer: in turn, the last for ever. ``asked`` is what came, with headers."""

    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.answers: dict[str, list[Answer]] = {}
        self.asked: list[tuple[str, dict[str, str]]] = []

    @property
    def host(self) -> str:
        return f"127.0.0.1:{self.server_port}"

    def says(self, path: str, *answers: Answer) -> str:
        """The address that gives these answers."""
        self.answers[path] = list(answers)
        return f"http://{self.host}{path}"

    @property
    def visits(self) -> list[tuple[str, dict[str, str]]]:
        """What was asked for, but for robots.txt."""
        return [one for one in self.asked if one[0] != "/robots.txt"]

    @property
    def paths(self) -> list[str]:
        return [path for path, _ in self.visits]
