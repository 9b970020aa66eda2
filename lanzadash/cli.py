"""The command line: fetch, read, template, load, check, build, serve, demo.

What a command needs is imported inside it, so that ``--help`` is there at once.
"""

from __future__ import annotations

import datetime as dt
import os
from collections.abc import Sequence
from dataclasses import replace
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated
from zoneinfo import ZoneInfo

import typer

from lanzadash import __version__, console

if TYPE_CHECKING:
    from lanzadash.faults import Fault
    from lanzadash.store import BuildReport

ROOT = Path(__file__).resolve().parents[1]
ZONE = ZoneInfo("Europe/Paris")

app = typer.Typer(
    help="The record of a treaty committee: fetch and read its documents, check, build, serve.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode="rich",
    context_settings={"help_option_names": ["-h", "--help"]},
)

Data = Annotated[Path, typer.Option("--data", help="The data folder.", show_default="data")]
Store = Annotated[
    Path | None,
    typer.Option("--store", help="Where built files are published.", show_default="DATA/store"),
]
Port = Annotated[
    int | None,
    typer.Option(min=1, max=65535, help="Port to listen on.", show_default="first free from 8501"),
]
Host = Annotated[str, typer.Option(help="Address to listen on; 0.0.0.0 for every network.")]


class Format(StrEnum):
    """What ``read`` prints instead of filing."""

    JSONL = "jsonl"


class Form(StrEnum):
    """What can be filled in by hand."""

    ASSESSMENTS = "assessments"


def main(arguments: Sequence[str] | None = None) -> None:
    """Run a command and end the process with its exit code: 0, 1 for faults, 2 for usage."""
    try:
        app(arguments)
    except BrokenPipeError:
        console.silence()
        raise SystemExit(console.FAULT) from None
    except Exception as error:
        raise SystemExit(console.explain(error)) from None


@app.callback()
def _version(
    _: Annotated[bool, typer.Option("--version", callback=lambda asked: _tell_version(asked))] = (
        False
    ),
) -> None:
    pass


def _tell_version(asked: bool) -> None:
    if asked:
        console.out.print(f"lanzadash {__version__}")
        raise typer.Exit


@app.command(epilog="Example: python -m lanzadash read documents/*.pdf")
def read(
    paths: Annotated[list[Path], typer.Argument(metavar="PATH", help="Files or folders.")],
    format: Annotated[
        Format | None, typer.Option("--format", help="Print JSON lines and write nothing.")
    ] = None,
    force: Annotated[
        bool, typer.Option("--force", help="File also what looks like no document.")
    ] = False,
    data: Data = ROOT / "data",
) -> None:
    """Read documents in: facts to DATA/records, their wording to DATA/texts (this machine only).

    Says of each document whether it is new, changed, the same or refused, and what no rule took.
    """
    from lanzadash.reading_in import print_readings, read_in

    if format is Format.JSONL:
        refused = print_readings(paths, data)
    else:
        refused = read_in(paths, data, read_on=_today(), force=force)
    if refused:
        raise typer.Exit(console.FAULT)


@app.command(epilog="Example: python -m lanzadash fetch 'T-ES(2021)25'")
def fetch(
    symbols: Annotated[
        list[str] | None,
        typer.Argument(metavar="[SYMBOL]", help="Only these.", show_default="all documents"),
    ] = None,
    data: Data = ROOT / "data",
    to: Annotated[
        Path | None,
        typer.Option("--to", help="Where files are kept.", show_default="DATA/downloads"),
    ] = None,
    all: Annotated[bool, typer.Option("--all", help="Whole files, also of what is here.")] = False,
    no_read: Annotated[bool, typer.Option("--no-read", help="Do not read them in.")] = False,
) -> None:
    """Download the documents of DATA/documents.csv from their official hosts and read them in.

    The hosts are those of DATA/reference/hosts.csv; an address elsewhere is skipped. What was
    broken off is continued, what has not changed is left as it is.
    """
    from lanzadash.fetching_in import fetch_in

    folder = to or data / "downloads"
    bad = fetch_in(symbols or [], data, folder, today=_today(), whole=all, read=not no_read)
    if bad:
        raise typer.Exit(console.FAULT)


@app.command(epilog="Example: python -m lanzadash template assessments --round ict_self_generated")
def template(
    form: Form,
    out: Annotated[
        Path | None,
        typer.Option("--out", help="An XLSX or CSV file.", show_default="assessments.xlsx"),
    ] = None,
    round: Annotated[
        str | None, typer.Option("--round", help="Offer the recommendations of this round only.")
    ] = None,
    data: Data = ROOT / "data",
) -> None:
    """Write an empty form to fill in, with lists to choose from and instructions (English, French).

    ``load`` reads it when it is filled.
    """
    from lanzadash.forms_in import write_template

    write_template(out or Path(f"{form}.xlsx"), data, round, _today())


@app.command(epilog="Example: python -m lanzadash load assessments assessments.xlsx --write")
def load(
    form: Form,
    file: Annotated[Path, typer.Argument(metavar="FILE", help="A filled form, XLSX or CSV.")],
    write: Annotated[bool, typer.Option("--write", help="Add what is new to the facts.")] = False,
    data: Data = ROOT / "data",
) -> None:
    """Check a filled form cell by cell, and with --write add its new rows to DATA/facts.

    Without --write nothing is changed. A row with a fault is named and left out, the others are
    taken. What is on file is never overwritten, and loading a form again adds nothing.
    """
    from lanzadash.forms_in import load_assessments

    if load_assessments(file, data, write=write):
        raise typer.Exit(console.FAULT)


@app.command(epilog="Example: python -m lanzadash check")
def check(data: Data = ROOT / "data") -> None:
    """Name every fault in the data: file, row, field, what was expected and what was found."""
    from lanzadash.checking import check
    from lanzadash.checking.reviews import review_faults
    from lanzadash.library import load

    found = check(data)
    faults = [fault for fault in found if not fault.warning]
    if not faults:
        found += review_faults(load(data))
    for fault in found:
        console.out.print(f"{'warning' if fault.warning else 'fault'}: {fault}")
    console.out.print(f"{_shown(data)}: {_count(found)}")
    if faults:
        raise typer.Exit(console.FAULT)


@app.command(epilog="Example: python -m lanzadash build --out lanzadash.duckdb")
def build(
    data: Data = ROOT / "data",
    out: Annotated[
        Path | None,
        typer.Option("--out", help="Write one self-contained file here and publish nothing."),
    ] = None,
    store: Store = None,
) -> None:
    """Check the data, build the DuckDB file whole, and let it serve.

    A build that fails leaves what is published untouched. What differs for readers from what was
    published before is listed.
    """
    before = _published(store or data / "store")
    report = _build(data, store or data / "store", out)
    for warning in report.warnings:
        console.err.print(f"warning: {warning}", style="yellow")
    rows = sum(report.rows.values())
    console.out.print(f"{_shown(report.file)}: {rows} rows, built from {_shown(data)}")
    if before:
        _tell_news(before, report.file)


@app.command(epilog="Example: python -m lanzadash serve --port 8600")
def serve(
    port: Port = None,
    host: Host = "127.0.0.1",
    data: Data = ROOT / "data",
    store: Store = None,
) -> None:
    """Serve the dashboard, after a build where the data has changed since the last one."""
    _serve(data, store or data / "store", host, port)


@app.command(epilog="Example: python -m lanzadash demo --port 8600")
def demo(
    port: Port = None,
    host: Host = "127.0.0.1",
    data: Data = ROOT / "data",
) -> None:
    """Serve made-up data, marked as illustrative on every page, beside your own.

    It is written to DATA/demo anew each time.
    """
    from lanzadash.demo import generate
    from lanzadash.library import load
    from lanzadash.web.server import free_port

    port = free_port(host, port)
    made_up = data / "demo"
    generate(load(data), made_up, _today())
    _serve(made_up, made_up / "store", host, port)


def _serve(data: Path, store: Path, host: str, port: int | None) -> None:
    from lanzadash.faults import LibraryError
    from lanzadash.library import load
    from lanzadash.store import BuildError, StoreError, is_current, published
    from lanzadash.web.server import free_port, serve

    port = free_port(host, port)
    stale = 0
    try:
        if not is_current(store, load(data), version=__version__):
            _build(data, store)
    except StoreError:  # the pointer is damaged: a new build mends it
        _build(data, store)
    except (LibraryError, BuildError) as error:
        if published(store) is None:
            raise
        console.explain(error)
        stale = len(error.faults)
    serve(store, host, port, stale)


def _build(data: Path, store: Path, out: Path | None = None) -> BuildReport:
    """Raises ``LibraryError`` or ``BuildError`` with every fault; the report has all warnings."""
    from lanzadash.checking import check
    from lanzadash.faults import LibraryError
    from lanzadash.library import load
    from lanzadash.store import build, publish

    found = check(data)
    if faults := [fault for fault in found if not fault.warning]:
        raise LibraryError(faults)
    library = load(data)
    now = dt.datetime.now(dt.UTC)
    with console.progress() as bar:
        task = bar.add_task("build")

        def tell(step: str, done: int, of: int) -> None:
            bar.update(task, description=f"build: {step}", completed=done, total=of)

        if out is not None:
            report = build(library, out, version=__version__, built_at=now, progress=tell)
        else:
            report = publish(store, library, version=__version__, built_at=now, progress=tell)
    return replace(report, warnings=[*map(str, found), *report.warnings])


def _published(store: Path) -> Path | None:
    """The file that serves; a damaged pointer names none, and a new build mends it."""
    from lanzadash.store import StoreError, published

    try:
        return published(store)
    except StoreError:
        return None


def _tell_news(before: Path, after: Path) -> None:
    """List what changes for readers, as far as what served before can still be read."""
    from lanzadash.news import news
    from lanzadash.store import StoreError, difference

    try:
        found = difference(before, after)
    except StoreError as error:
        console.err.print(f"warning: nothing to compare with: {error}", style="yellow")
        return
    if found:
        console.out.print(news(found), soft_wrap=False)
    else:
        console.out.print("Nothing changes for readers.")


def _count(found: Sequence[Fault]) -> str:
    warnings = sum(fault.warning for fault in found)
    faults = len(found) - warnings
    return f"{faults or 'no'} fault{'s' * (faults != 1)}, {warnings or 'no'} warning" + (
        "s" * (warnings != 1)
    )


def _shown(path: Path) -> Path:
    """The path as short as it can be written from here."""
    here = Path.cwd()
    return path.relative_to(here) if path.is_relative_to(here) else path


def _today() -> dt.date:
    """Today in Strasbourg, or the day in ``LANZADASH_TODAY`` (for tests and demonstrations)."""
    fixed = os.environ.get("LANZADASH_TODAY")
    return dt.date.fromisoformat(fixed) if fixed else dt.datetime.now(ZONE).date()
