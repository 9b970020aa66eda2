"""Masters as plain text and as Markdown."""

from __future__ import annotations

import re
import textwrap

from tools.master import Line, Master, Run

SUPERSCRIPT = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
WIDTH = 74
PAGE = 44
"""Lines to a page of a flat copy."""


def text(master: Master) -> bytes:
    """The master as ``.txt``, in the style it asks for: ``plain``, ``flat`` or ``tight``.

    ``flat`` looks like a PDF copied to text; ``tight`` too, without the blank lines between
    paragraphs. A cut may fall inside a date or a symbol, after its hyphen, as it does in print.
    """
    blocks: list[tuple[str, str]] = [(line.kind, _plain(line)) for line in master.lines]
    style = master.style("txt")
    if style == "plain":
        return ("\n\n".join(words for _, words in blocks) + "\n").encode()
    return ("\n".join(_pages(_cut(blocks, style == "tight"), master)) + "\n").encode()


def _plain(line: Line) -> str:
    if line.kind == "row":
        return "\t".join(_words(cell) for cell in line.cells)
    words = _words(line.runs)
    if line.kind == "note":
        return f"{(line.label or '').translate(SUPERSCRIPT)} {words}"
    if line.kind == "point":
        return "  " * line.level + f"{'•' if line.label == '-' else line.label} {words}"
    return f"{line.label} {words}" if line.label else words


def _words(runs: tuple[Run, ...]) -> str:
    return "".join(run.note.translate(SUPERSCRIPT) if run.note else run.text for run in runs)


def _cut(blocks: list[tuple[str, str]], tight: bool) -> list[str]:
    lines: list[str] = []
    for kind, words in blocks:
        if lines and not (tight and kind in ("item", "point", "note")):
            lines.append("")
        lines += textwrap.wrap(words, WIDTH)
    return lines


def _pages(lines: list[str], master: Master) -> list[str]:
    out: list[str] = []
    for page, start in enumerate(range(0, len(lines), PAGE), 1):
        if page > 1:
            out += ["\f" + master.settings["running"], ""]
        out += lines[start : start + PAGE]
        out += ["", *filter(None, [master.settings.get("foot")]), f"{page:>{WIDTH // 2}}", ""]
    return out


def markdown(master: Master) -> bytes:
    """The master as ``.md``: ``plain``, or ``escaped`` with the residue of a converter."""
    escaped = master.style("md") == "escaped"
    out: list[str] = []
    for before, line in zip([None, *master.lines], master.lines, strict=False):
        together = before and before.kind == line.kind and line.kind in ("point", "row")
        out.append(("\n" if together else "\n\n") + _marked(line, escaped))
    return ("".join(out).lstrip("\n") + "\n").encode()


def _marked(line: Line, escaped: bool) -> str:
    if line.kind == "row":
        return "| " + " | ".join(_inline(cell, escaped) for cell in line.cells) + " |"
    words = _inline(line.runs, escaped)
    if line.kind == "title":
        return f"# {words}"
    if line.kind == "heading":
        return "#" * (line.level + 1) + " " + (f"{line.label} {words}" if line.label else words)
    if line.kind == "bold":
        return f"**{words}**"
    if line.kind == "note":
        mark = line.label or ""
        return f"{mark.translate(SUPERSCRIPT)} {words}" if escaped else f"[^{mark}]: {words}"
    if line.kind == "point":
        bullet = "*" if escaped and line.label == "-" else line.label
        return "   " * line.level + f"{bullet} {words}"
    if line.kind == "item" and escaped:
        return re.sub(r"[.)]$", r"\\\g<0>", line.label or "") + f" {words}"
    return f"{line.label} {words}" if line.label else words


def _inline(runs: tuple[Run, ...], escaped: bool) -> str:
    return "".join(_run(run, escaped) for run in runs)


def _run(run: Run, escaped: bool) -> str:
    if run.note:
        return run.note.translate(SUPERSCRIPT) if escaped else f"[^{run.note}]"
    words = re.sub(r"[_()\[\]]", r"\\\g<0>", run.text) if escaped else run.text
    if run.address:
        return f"[{words}]({'#' if escaped else run.address})"
    return f"**{words}**" if run.bold else words
