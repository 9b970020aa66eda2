"""Pages glued back together: running lines told from the text, paragraphs that they cut joined.

PDF readers do this by position; a plain text that was once a PDF only has the lines themselves.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from lanzadash.reading.folding import fold
from lanzadash.reading.formats.blocks import Block, Link, Mark
from lanzadash.reading.rules import Rules
from lanzadash.reading.symbols import find_symbols
from lanzadash.reading.verbs import is_operative

# "2", "- 2 -", "2/5", "Page 2 of 5"
_PAGE_NUMBER = re.compile(
    r"(?:page|p\.)? ?-? ?\d{1,3}(?: ?(?:/|of|sur|de) ?\d{1,3})? ?-?", re.IGNORECASE
)
# "1 - Adopted", "2 – Le Comité"; not "7 - 10 March"
_DASHED_LABEL = re.compile(r"(?P<label>\d{1,3}) ?- (?=[A-ZÀ-Þ])")
_INNER_LABEL = re.compile(r"[.;] (?P<label>\d{1,3})[.)] (?=[A-ZÀ-Þ])")
_FINISHED = re.compile(r"[.;:!?][\"')\]]*$")


def mend(blocks: Sequence[Block], rules: Rules) -> tuple[Block, ...]:
    """``blocks`` with page numbers and repeated symbols as furniture, and cut paragraphs whole.

    A paragraph is joined only over furniture, never to one that simply follows it.
    """
    return tuple(one for block in _whole(blocks, rules) for one in _single(block))


def _whole(blocks: Sequence[Block], rules: Rules) -> list[Block]:
    mended: list[Block] = []
    open_at: int | None = None
    over_furniture = False
    symbols: set[str] = set()
    for block in blocks:
        if _is_running(block, rules, symbols):
            mended.append(replace(block, kind="furniture"))
            over_furniture = True
        elif open_at is not None and over_furniture and _goes_on(mended[open_at], block):
            mended[open_at] = _joined(mended[open_at], block)
            over_furniture = False
        else:
            mended.append(block)
            if block.kind != "footnote":
                open_at, over_furniture = len(mended) - 1, False
    return mended


def _single(block: Block) -> Iterator[Block]:
    """A block for each number: "1 - Adopted", and "2. Agreed ... . 3. Decided ..." in one line."""
    dashed = _DASHED_LABEL.match(fold(block.text)) if block.label is None else None
    if dashed and block.kind == "paragraph":
        block = replace(_cut(block, dashed.end()), kind="item", label=dashed["label"])
    if not (block.label or "").isdecimal():
        yield block
        return
    for inner in _INNER_LABEL.finditer(fold(block.text)):
        rest = block.text[inner.end() :]
        if int(inner["label"]) == int(block.label or "0") + 1 and is_operative(rest):
            yield replace(
                block,
                text=block.text[: inner.start() + 1],
                bold=(),
                links=(),
                marks=tuple(mark for mark in block.marks if mark.at <= inner.start() + 1),
            )
            yield from _single(replace(_cut(block, inner.end()), label=inner["label"]))
            return
    yield block


def _cut(block: Block, at: int) -> Block:
    """``block`` without its first ``at`` characters."""
    return replace(
        block,
        text=block.text[at:],
        bold=tuple((start - at, end - at) for start, end in block.bold if start >= at),
        links=tuple(
            Link(link.start - at, link.end - at, link.address)
            for link in block.links
            if link.start >= at
        ),
        marks=tuple(Mark(mark.label, mark.at - at) for mark in block.marks if mark.at >= at),
    )


def _is_running(block: Block, rules: Rules, symbols: set[str]) -> bool:
    if block.kind == "furniture":
        return True
    if block.kind == "cell" or block.links:
        return False
    printed = f"{block.label or ''} {block.text}".strip() if len(block.text) < 16 else ""
    if _PAGE_NUMBER.fullmatch(fold(printed)):
        return True
    found = find_symbols(block.text, rules.codes)
    if len(found) != 1 or len(block.text) - (found[0].end - found[0].start) > 4:
        return False
    again = found[0].symbol.work in symbols
    symbols.add(found[0].symbol.work)
    return again and block.label is None and block.level == 0


def _goes_on(above: Block, block: Block) -> bool:
    """Whether ``block`` is the rest of a sentence that a page break cut."""
    if (
        block.label is not None
        or block.kind != "paragraph"
        or above.kind not in ("item", "paragraph")
    ):
        return False
    if _FINISHED.search(fold(above.text)):
        return False
    first = block.text[:1]
    return len(above.text) > 40 and (first.islower() or first.isdigit() or above.text[-1].isdigit())


def _joined(above: Block, block: Block) -> Block:
    shift = len(above.text) + 1
    return replace(
        above,
        text=f"{above.text} {block.text}",
        bold=(*above.bold, *((start + shift, end + shift) for start, end in block.bold)),
        links=(
            *above.links,
            *(Link(link.start + shift, link.end + shift, link.address) for link in block.links),
        ),
        marks=(*above.marks, *(Mark(mark.label, mark.at + shift) for mark in block.marks)),
    )
