"""Renders the masters of the corpus: ``python -m tools.corpus_formats [--check] [NAME...]``."""

from __future__ import annotations

import argparse
import io
import sys
import zipfile
from pathlib import Path

from tools.master import load
from tools.rendering import FORMATS

CORPUS = Path(__file__).parents[1] / "tests" / "corpus"


def stale(folder: Path) -> dict[Path, bytes | None]:
    """The files of one folder that differ from what its master gives; ``None`` for one too many."""
    master = load(folder)
    made = {folder / f"{master.name}.{form}": FORMATS[form](master) for form in master.formats}
    old = {path: path.read_bytes() for path in folder.glob(f"{master.name}.*")}
    differing = {
        path: data
        for path, data in made.items()
        if path not in old or _content(path, old[path]) != _content(path, data)
    }
    return {**differing, **dict.fromkeys(old.keys() - made.keys())}


def _content(path: Path, data: bytes) -> object:
    """What a file says: of a Word document its parts, since compressors differ."""
    if path.suffix != ".docx":
        return data
    with zipfile.ZipFile(io.BytesIO(data)) as parts:
        return {name: parts.read(name) for name in parts.namelist()}


def main(arguments: list[str] | None = None) -> int:
    """Writes what is missing or out of date; with ``--check`` only says so (exit code 1)."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true", help="write nothing, say what differs")
    parser.add_argument("names", nargs="*", help="folders of tests/corpus; all of them if none")
    given = parser.parse_args(arguments)
    masters = sorted(path.parent for path in CORPUS.glob("*/document.md"))
    chosen = [folder for folder in masters if not given.names or folder.name in given.names]
    changes = {path: data for folder in chosen for path, data in stale(folder).items()}
    for path, data in sorted(changes.items()):
        print(path.relative_to(CORPUS), "is not what its master gives" if given.check else "")
        if not given.check:
            path.unlink() if data is None else path.write_bytes(data)
    return 1 if given.check and changes else 0


if __name__ == "__main__":
    sys.exit(main())
