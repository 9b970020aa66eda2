"""How the command line speaks: results on standard output, all else on standard error."""

from __future__ import annotations

import os
import sys
import tempfile
import traceback
from collections.abc import Iterable, Iterator
from contextlib import contextmanager

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

FAULT = 1
UNEXPECTED = 70  # EX_SOFTWARE in sysexits.h

out = Console(highlight=False, markup=False, soft_wrap=True)
err = Console(stderr=True, highlight=False, markup=False, soft_wrap=True)


def complain(lines: Iterable[object]) -> None:
    """One line each on standard error."""
    for line in lines:
        err.print(str(line), style="red")


@contextmanager
def progress(hidden: bool = False) -> Iterator[Progress]:
    """A bar on standard error, gone when done; nothing where that is not a terminal."""
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn())
    hidden = hidden or not err.is_terminal
    # Standard output is left alone: it may be a file or a pipe while the bar is on a terminal.
    bar = Progress(*columns, console=err, transient=True, redirect_stdout=False, disable=hidden)
    with bar:
        yield bar


def explain(error: Exception) -> int:
    """Say what went wrong and give the exit code; never a traceback.

    An error of ours carries words for a person. Any other is a fault of the program: its
    traceback goes to a file, and the file's name to the person.
    """
    ours = type(error).__module__.partition(".")[0] == __package__
    if ours or isinstance(error, OSError):
        complain(str(error).splitlines())
        return FAULT
    name = log(error)
    complain([f"Something unexpected happened: {error!r}. The details are in {name}."])
    return UNEXPECTED


def log(error: Exception) -> str:
    """Write the traceback to a file of its own and return its name."""
    with tempfile.NamedTemporaryFile(
        "w", prefix="lanzadash-", suffix=".log", delete=False, encoding="utf-8"
    ) as file:
        file.writelines(traceback.format_exception(error))
    return file.name


def silence() -> None:
    """Whoever read standard output has left: let nothing more be written to it."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
