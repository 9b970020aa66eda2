"""Reading documents: pages a second, memory over a thousand documents, seconds to a refusal.

A page holds 50 lines of 90 characters, paragraphs apart by an empty line: A4 as the committee sets
it. Pages are counted so in every format, and a PDF's own pages, which may be small, are not.
"""

from __future__ import annotations

import tempfile
import time
from collections.abc import Callable, Iterator
from functools import partial
from itertools import chain, islice
from pathlib import Path

import docx
import pypdfium2

from lanzadash.reading import Rules, read
from lanzadash.reading.formats import open_source
from lanzadash.reading.formats.blocks import Source
from tools.bench.building import DATA
from tools.bench.long_documents import CORPUS, list_of_decisions, report
from tools.bench.measure import Figure, resident
from tools.bench.refusals import refusals
from tools.master import Master
from tools.rendering import FORMATS

_LINES, _WIDTH = 50, 90
_COPIES, _DOCUMENTS = 25, 5
_BARS = {"txt": 200.0, "docx": 200.0, "pdf": 20.0}
_KINDS: dict[str, Callable[[int, int], Master]] = {
    "list of decisions": list_of_decisions,
    "report": report,
}

_GROWTH = 16
"""MiB between the hundredth and the thousandth document. Finders remember the last few thousand
paragraphs, which by then are all replaced; 900 documents kept in memory would be ten times that."""


def figures() -> list[Figure]:
    """Rates by kind and format, against plain extraction; growth of memory; refusals."""
    rules = Rules.load(DATA)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        rates = [
            figure
            for kind, make in _KINDS.items()
            for form in _BARS
            for figure in _rates(kind, form, list(_written(folder, form, make)), rules)
        ]
        return [*rates, _growth(folder, rules), *refusals(folder)]


def _written(folder: Path, form: str, make: Callable[[int, int], Master]) -> Iterator[Path]:
    for number in range(_DOCUMENTS):
        path = folder / f"{number}.{form}"
        path.write_bytes(FORMATS[form](make(_COPIES, number * _COPIES)))
        yield path


def _rates(kind: str, form: str, paths: list[Path], rules: Rules) -> list[Figure]:
    pages = [_pages(open_source(path)) for path in paths]
    whole = [_seconds(partial(read, path, rules)) for path in paths]
    blocks = [_seconds(partial(open_source, path)) for path in paths]

    def rate(taken: list[float]) -> list[float]:
        # The first one pays for what is imported and compiled.
        return [count / seconds for count, seconds in zip(pages[1:], taken[1:], strict=True)]

    what = f"{form}, {kind}"
    found = [
        Figure(f"{what}, read whole", rate(whole), "pages/s", _BARS[form], most=False),
        Figure(f"{what}, to blocks", rate(blocks), "pages/s", most=False),
    ]
    if plain := _PLAIN.get(form):
        taken = [_seconds(partial(plain[1], path)) for path in paths]
        found.append(Figure(f"{what}, {plain[0]}", rate(taken), "pages/s", most=False))
    return found


def _pages(source: Source) -> float:
    lines = sum(-(-len(block.text) // _WIDTH) + 1 for block in source.blocks if block.text)
    return lines / _LINES


def _seconds(run: Callable[[], object]) -> float:
    """The processor's time: a busy machine lengthens it too, but less than the clock's."""
    start = time.process_time()
    run()
    return time.process_time() - start


def _plain_pdf(path: Path) -> list[str]:
    with pypdfium2.PdfDocument(path) as document:
        return [page.get_textpage().get_text_range() for page in document]


def _plain_docx(path: Path) -> list[str]:
    return [paragraph.text for paragraph in docx.Document(str(path)).paragraphs]


# What one would otherwise take: words only, without numbers, footnotes or page breaks mended.
_PLAIN: dict[str, tuple[str, Callable[[Path], list[str]]]] = {
    "pdf": ("plain text by pypdfium2", _plain_pdf),
    "docx": ("plain text by python-docx", _plain_docx),
}


def _growth(folder: Path, rules: Rules) -> Figure:
    """Mebibytes between the hundredth and the thousandth document, of every kind and format."""
    before = 0.0
    for number, path in enumerate(islice(_thousand(folder), 1000), 1):
        read(path, rules)
        if number == 100:
            before = resident()
    return Figure("memory over 900 documents", [resident() - before], "MiB", _GROWTH)


def _thousand(folder: Path) -> Iterator[Path]:
    """The corpus again and again; between its files, texts that were never seen before."""
    files = sorted(path for form in FORMATS for path in CORPUS.glob(f"*-*/*-*.{form}"))
    for turn in range(1000):
        for number, path in enumerate(files):
            fresh = folder / "fresh.txt"
            fresh.write_bytes(FORMATS["txt"](list_of_decisions(2, 1000 + turn * 1000 + number)))
            yield from chain([path], [fresh])
