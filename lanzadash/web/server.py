"""Starting the server, and what happens when a page fails."""

from __future__ import annotations

import gc
import logging
import os
import secrets
import socket
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any, NoReturn

import streamlit as st

from lanzadash.queries.documents import meta
from lanzadash.store import open_store
from lanzadash.web import stale
from lanzadash.web.html import render
from lanzadash.web.view import ROOT, chosen_language

log = logging.getLogger("lanzadash")
FIRST_PORT = 8501


class ServeError(Exception):
    """The server cannot be started; the message says why and what to do."""


def serve(store: Path, host: str, port: int, faults: int = 0) -> NoReturn:
    """Serve the published store until the process is ended. Prints the address.

    ``faults`` are those of newer data that could not be built: the last line says so, and so does
    every page. ``port`` is one that :func:`free_port` gave.
    """
    shown = "localhost" if host in ("127.0.0.1", "0.0.0.0", "::") else host
    print(f"lanzadash is at http://{shown}:{port}", flush=True)
    if faults:
        stale.tell(_meta(store)["digest"], faults)
        these = f"{faults} fault{'s' * (faults != 1)}"
        print(
            f"The data has {these}: what was built before is served.", file=sys.stderr, flush=True
        )
    os.environ["LANZADASH_STORE"] = str(store.resolve())
    os.chdir(ROOT)
    options = [f"--server.address={host}", f"--server.port={port}", "--logger.level=warning"]
    command = [sys.executable, "-m", "streamlit", "run", "app.py", *options]
    os.execv(sys.executable, command)


def _meta(store: Path) -> dict[str, str]:
    return meta(open_store(store).cursor())


def free_port(host: str, port: int | None) -> int:
    """``port``, or without one the first free one from 8501.

    Raises ``ServeError`` if the port asked for is taken, or the host is not this machine's.
    """
    for candidate in [port] if port else range(FIRST_PORT, FIRST_PORT + 100):
        with socket.socket() as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                probe.bind((host, candidate))
            except OSError as error:
                reason = error.strerror
                continue
            return candidate
    where = f"port {port}" if port else f"any port from {FIRST_PORT} to {FIRST_PORT + 99}"
    hint = "Choose another: --port 8600, or make run PORT=8600."
    raise ServeError(f"Cannot listen on {host}, {where}: {reason}. {hint}")


@asynccontextmanager
async def lifespan(_app: Any) -> AsyncIterator[None]:
    """Answers leave at once, and what was imported stays out of the garbage collector's way."""
    _send_at_once()
    gc.collect()
    gc.freeze()
    yield


def _send_at_once() -> None:
    """Have connections send what they hold without waiting for an acknowledgement.

    Streamlit opens its port without naming the protocol, so that asyncio does not switch Nagle's
    algorithm off: each answer and each message on a kept connection then took 40 ms more. The
    option of the listening socket, which nothing hands out, is inherited by its connections.
    """
    opened = [thing for thing in gc.get_objects() if type(thing) is socket.socket]
    for listening in (one for one in opened if one.fileno() >= 0):
        over_ip = listening.family in (socket.AF_INET, socket.AF_INET6)
        if over_ip and listening.getsockopt(socket.SOL_SOCKET, socket.SO_ACCEPTCONN):
            listening.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)


def report_error(error: Exception) -> bool:
    """Log a failed page under an id, and show the person that id instead of a traceback."""
    id = secrets.token_hex(4)
    log.error("page failed, id %s", id, exc_info=error)
    st.html(render("failed.html", chosen_language(), id=id))
    return True
