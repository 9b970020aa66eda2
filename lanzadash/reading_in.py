"""What ``read`` does: documents to JSON lines, or to records and texts, one after the other."""

from __future__ import annotations

import datetime as dt
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from rich.progress import Progress

from lanzadash import console
from lanzadash.faults import LibraryError
from lanzadash.filing import Filing, file
from lanzadash.library import load
from lanzadash.reading import RefusedError, Rules, read
from lanzadash.records import Reading
from lanzadash.shelf import read_shelf

_SHOWN = 100
"""Characters of a left-over block that are shown."""
_MOST = 10
"""Left-over blocks that are shown."""
_ENDINGS = (".pdf", ".docx", ".html", ".htm", ".xhtml", ".md", ".markdown", ".txt")
_STRANGE = (
    "{path}: expected a document, found no symbol, no date and no meeting in it, and an ending "
    f"that is none of {', '.join(_ENDINGS)}. If it is one all the same, read it with --force."
)


@dataclass
class _Refusals:
    """How many documents were refused; each is said at once, on standard error."""

    count: int = 0

    def add(self, reason: str) -> None:
        """``reason`` names the document."""
        self.count += 1
        console.complain([f"refused: {reason}"])


def print_readings(paths: Sequence[Path], data: Path) -> int:
    """One JSON object a document on standard output, in order; nothing is written.

    Returns how many were refused. Raises ``LibraryError`` if the names of bodies and Parties
    under ``data`` cannot be used.
    """
    rules, refusals = _rules(data), _Refusals()
    # A bar between the lines would garble both on one terminal.
    with console.progress(hidden=sys.stdout.isatty()) as bar:
        for _, reading in _readings(paths, rules, refusals, bar):
            sys.stdout.write(reading.model_dump_json() + "\n")
            sys.stdout.flush()
    return refusals.count


def read_in(paths: Sequence[Path], data: Path, *, read_on: dt.date, force: bool = False) -> int:
    """Files each document under ``data`` and says what became of it; returns how many were refused.

    What looks like no document of a committee is refused too, unless ``force`` is set.

    Raises ``LibraryError`` if ``data`` has faults, ``OSError`` if it cannot be written to.
    """
    library, refusals = load(data), _Refusals()
    rules = Rules.load(data)
    with console.progress() as bar:
        for path, reading in _readings(paths, rules, refusals, bar):
            if force or _is_document(path, reading):
                _report(path, reading, file(library, reading, read_on))
            else:
                refusals.add(_STRANGE.format(path=path))
    return refusals.count


def _is_document(path: Path, reading: Reading) -> bool:
    """Whether a file says what it is, or at least has the name of one that might."""
    document, meeting = reading.document, reading.meeting
    told = document.symbol or document.dated or document.adopted
    met = meeting and (meeting.number or meeting.start)
    return bool(told or met) or path.suffix.lower() in _ENDINGS


def _rules(data: Path) -> Rules:
    """The names of bodies and Parties; faults elsewhere under ``data`` do not matter here."""
    shelf = read_shelf(data)
    faults = [one for one in shelf.faults if one.file.startswith("reference/") or not shelf.sheets]
    if faults:
        raise LibraryError(faults)
    return Rules.load(data)


def _readings(
    paths: Sequence[Path], rules: Rules, refusals: _Refusals, bar: Progress
) -> Iterator[tuple[Path, Reading]]:
    files = list(_files(paths))
    for path in bar.track(files, description="read"):
        try:
            reading = read(path, rules)
        except RefusedError as error:
            refusals.add(str(error))
        except OSError as error:
            refusals.add(f"{path} cannot be opened: {error.strerror or error}.")
        except Exception as error:  # a fault of ours in one document must not cost the others
            log = console.log(error)
            refusals.add(f"{path}: something unexpected happened; the details are in {log}.")
        else:
            yield path, reading


def _files(paths: Sequence[Path]) -> Iterator[Path]:
    """The paths, a folder being the files in it by name."""
    for path in paths:
        if path.is_dir():
            yield from sorted(
                one for one in path.iterdir() if one.is_file() and not one.name.startswith(".")
            )
        else:
            yield path


def _report(path: Path, reading: Reading, filing: Filing) -> None:
    covered = f"{reading.coverage:.0%} of the text accounted for"
    kind = reading.document.kind.replace("_", " ")
    console.out.print(f"{path.name}: {filing.state}, {kind} {filing.record.id}, {covered}")
    for difference in filing.differences:
        old, new = (_words(value) for value in (difference.old, difference.new))
        console.out.print(f"  {difference.path}: {old} → {new}")
    for left in reading.leftovers[:_MOST]:
        page = f"page {left.place.page}, " if left.place.page else ""
        text = left.text if len(left.text) <= _SHOWN else f"{left.text[:_SHOWN]}…"
        console.out.print(f"  left over, {page}block {left.place.block}: {text}")
    if (more := len(reading.leftovers) - _MOST) > 0:
        console.out.print(f"  and {more} more left over: data/texts/{filing.record.id}.json")


def _words(value: object) -> str:
    return "nothing" if value is None else str(value)
