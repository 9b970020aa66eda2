"""From the paragraphs that a format reader collects to the blocks it gives.

HTML, DOCX and PDF differ in how they are opened and agree in what has to be done then: split typed
labels and broken lines, tell footnotes, make sense of tables, leave out what is empty.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from lanzadash.reading.formats.blocks import Block, BlockKind
from lanzadash.reading.formats.labels import cell_label, lone_label, printed_sign, split_label
from lanzadash.reading.formats.runs import Run, broken, clean, cut, fold, plain, raise_marks


@dataclass
class Draft:
    """A paragraph on its way to a block. ``label`` is automatic numbering, if there is any."""

    runs: list[Run]
    kind: BlockKind = "paragraph"
    label: str | None = None
    level: int = 0
    page: int | None = None

    @property
    def text(self) -> str:
        """The characters as collected, marks included."""
        return plain(self.runs).strip()


def finish(drafts: Iterable[Draft]) -> tuple[Block, ...]:
    """``drafts`` in reading order as blocks, numbered from 1; empty ones are left out."""
    cleaned = [
        Draft(clean(part.runs), part.kind, part.label, part.level, part.page) for part in drafts
    ]
    lines = (line for draft in _with_typed_notes(cleaned) for line in _lines(draft))
    blocks: list[Block] = []
    for draft in _with_lone_labels(lines):
        block = _block(draft, len(blocks) + 1)
        if block.text:
            blocks.append(block)
    return tuple(blocks)


def row(cells: Sequence[list[Draft]]) -> list[Draft]:
    """One row of a table as drafts, from the paragraphs of each cell.

    A cell that holds only a number labels what stands in the next one. A cell of one paragraph is
    a ``cell``; several paragraphs, headings or lists stay what they are, and so does the only cell
    of a row: such tables are there for their looks.
    """
    filled = [kept for cell in cells if (kept := [part for part in cell if part.text])]
    drafts: list[Draft] = []
    label: str | None = None
    for cell in filled:
        first = cell[0]
        is_plain = first.kind == "paragraph" and first.label is None
        alone = is_plain and len(cell) == 1
        if alone and label is None and cell is not filled[-1] and (label := cell_label(first.text)):
            continue
        if label and is_plain:
            first.kind, first.label = "item", label
        elif alone and len(filled) > 1:
            first.kind = "cell"
        label = None
        drafts += cell
    return drafts


# "* The name implies ...": the note; "Kosovo*": its mark.
_STAR_NOTE = re.compile(r"\*+\s*[^\s*]")
_STARS = re.compile(r"(\*+)")
_STAR_MARK = re.compile(r"(?<=[\w)”\"])(\*+)(?!\w)")
# "[1] The note", and "[1]" elsewhere
_SQUARE_NOTE = re.compile(r"\[(\d{1,3})\]\s*\S")
_SQUARE_MARK = re.compile(r"(\[\d{1,3}\])")


def _with_typed_notes(drafts: list[Draft]) -> list[Draft]:
    """Marks typed like text are raised: stars and numbers in square brackets that open a note.

    A star only where exactly one paragraph begins with one and another cites it.
    """
    starred = [draft for draft in drafts if _STAR_NOTE.match(draft.text)]
    cited = len(starred) == 1 and any(_STAR_MARK.search(draft.text) for draft in drafts)
    squares = {found[1] for draft in drafts if (found := _SQUARE_NOTE.match(draft.text))}
    for draft in drafts if cited else ():
        _raise(draft, _STARS if draft is starred[0] else _STAR_MARK)
    for draft in drafts if squares else ():
        if squares.intersection(re.findall(r"\[(\d+)\]", draft.text)):
            _raise(draft, _SQUARE_MARK)
    return drafts


def _raise(draft: Draft, mark: re.Pattern[str]) -> None:
    draft.runs = [part for run in draft.runs for part in raise_marks(run, mark)]


_SHORT_LINE = 80


def _lines(draft: Draft) -> Iterator[Draft]:
    """One draft a line where a line break parts what is said; elsewhere the break is a space."""
    if draft.kind in ("heading", "furniture") or "\n" not in draft.text:
        yield draft
        return
    lines = broken(draft.runs)
    are_short = all(len(plain(line)) <= _SHORT_LINE for line in lines)
    kept = lines[:1]
    for line in lines[1:]:
        if _starts_anew(plain(kept[-1]).strip(), plain(line).strip(), are_short):
            kept.append(line)
        else:
            kept[-1] += [Run(" "), *line]
    yield replace(draft, runs=kept[0])
    kind: BlockKind = "paragraph" if draft.kind == "item" else draft.kind
    inner = draft.level + (draft.label is not None)
    for line in kept[1:]:
        yield replace(draft, runs=line, kind=kind, label=None, level=inner)


def _starts_anew(before: str, after: str, are_short: bool) -> bool:
    """Whether a line break parts two statements: a sentence may be broken for its looks alone."""
    if not before or not after or split_label(after)[0]:
        return True
    if after[0].islower() or before[-1] in ",-–":
        return False
    return are_short or before[-1] in ".;:!?"


def _with_lone_labels(drafts: Iterable[Draft]) -> Iterator[Draft]:
    """A label that stands in a paragraph of its own goes to the paragraph after it."""
    waiting: Draft | None = None
    for draft in drafts:
        if not draft.text and not any(run.note for run in draft.runs):
            continue
        is_plain = draft.kind == "paragraph" and draft.label is None
        if is_plain and waiting is None and lone_label(draft.text):
            waiting = draft
            continue
        if waiting is not None and is_plain:
            draft = replace(draft, label=lone_label(waiting.text))
        elif waiting is not None:
            yield waiting
        waiting = None
        yield draft
    if waiting is not None:
        yield waiting


def _block(draft: Draft, position: int) -> Block:
    kind, label, runs = draft.kind, draft.label, draft.runs
    if kind != "furniture":
        label, runs = _labelled(draft)
    line = fold(runs)
    if kind == "footnote" and line.marks and (line.marks[0].label, line.marks[0].at) == (label, 0):
        line.marks.pop(0)
    if kind in ("footnote", "paragraph") and label is None and line.marks and not line.marks[0].at:
        kind, label = "footnote", line.marks.pop(0).label
    if kind in ("paragraph", "cell") and label is not None and line.text:
        kind = "item"
    return Block(
        position=position,
        text=line.text or (label or ""),
        kind=kind,
        label=printed_sign(label) if label and line.text else None,
        level=draft.level,
        page=draft.page,
        bold=tuple(line.bold),
        links=tuple(line.links),
        marks=tuple(line.marks),
    )


def _labelled(draft: Draft) -> tuple[str | None, list[Run]]:
    """The label a reader takes, and the runs after it.

    A typed label beats an automatic bullet, and a typed number an automatic one: web pages hide
    the numbers of a list by a style sheet and type their own.
    """
    typed, rest = _typed_label(draft.runs)
    automatic = draft.label
    if typed is None or automatic is None:
        return automatic or typed, rest
    if typed == automatic:
        return automatic, rest
    beats = not automatic[0].isalnum() or (automatic.isdigit() and typed.isdigit())
    return (typed, rest) if beats and typed[0].isalnum() else (automatic, draft.runs)


_LABEL_ROOM = 40


def _typed_label(runs: list[Run]) -> tuple[str | None, list[Run]]:
    head = ""
    for run in runs:
        if run.is_mark or len(head) > _LABEL_ROOM:
            break
        head += run.text
    margin = len(head) - len(head.lstrip())
    label, end = split_label(head[margin:])
    return (label, cut(runs, margin + end)) if label else (None, runs)
