"""Arrows point down: who may import whom, and who may ask the clock."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
FILES = [
    *ROOT.glob("*.py"),
    *(ROOT / "pages").rglob("*.py"),
    *(ROOT / "lanzadash").rglob("*.py"),
]

# What is imported, and the only places that may.
ROOMS = {
    "streamlit": ("app.py", "pages/", "lanzadash/web/"),
    "duckdb": ("lanzadash/store/",),
}

# Where nothing of these may be imported.
CLOSED = {
    "lanzadash/records.py": ("lanzadash",),
    "lanzadash/reading/": (
        "lanzadash.store",
        "lanzadash.library",
        "lanzadash.queries",
        "lanzadash.figures",
        "lanzadash.exports",
        "lanzadash.web",
    ),
    "lanzadash/store/": (
        "lanzadash.reading",
        "lanzadash.queries",
        "lanzadash.figures",
        "lanzadash.exports",
        "lanzadash.web",
    ),
    "lanzadash/queries/": (
        "lanzadash.reading",
        "lanzadash.library",
        "lanzadash.figures",
        "lanzadash.exports",
        "lanzadash.web",
    ),
    "lanzadash/figures/": ("lanzadash.store", "lanzadash.queries", "lanzadash.web"),
    "lanzadash/exports/": ("lanzadash.web", "lanzadash.reading", "lanzadash.library"),
}

# Nothing below asks the clock: the day is handed in.
CLOCK = {"today", "now", "utcnow"}
ASKS_THE_CLOCK = ("app.py", "pages/", "lanzadash/cli.py", "lanzadash/web/")


def name_of(file: Path) -> str:
    return file.relative_to(ROOT).as_posix()


def imported(tree: ast.AST) -> Iterator[str]:
    """Every module that is imported when the file runs, and every name from one.

    What is imported under ``TYPE_CHECKING`` is a name for a type and draws no arrow.
    """
    for node in ast.iter_child_nodes(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module
            yield from (f"{node.module}.{alias.name}" for alias in node.names)
        elif not (isinstance(node, ast.If) and ast.unparse(node.test) == "TYPE_CHECKING"):
            yield from imported(node)


def within(module: str, package: str) -> bool:
    return module == package or module.startswith(f"{package}.")


@pytest.mark.parametrize("file", FILES, ids=name_of)
def test_arrows_point_down(file: Path) -> None:
    tree = ast.parse(file.read_text(encoding="utf-8"))
    name, modules = name_of(file), set(imported(tree))
    for library, rooms in ROOMS.items():
        if not name.startswith(rooms):
            assert not [module for module in modules if within(module, library)]
    for part, shut in CLOSED.items():
        if name.startswith(part):
            assert not [m for m in modules for package in shut if within(m, package)]
    if not name.startswith(ASKS_THE_CLOCK):
        assert not list(asks_the_clock(tree))


def asks_the_clock(tree: ast.Module) -> Iterator[int]:
    """The lines with ``date.today()``, ``datetime.now()`` and the like."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
            owner = ast.unparse(node.func.value).rpartition(".")[2]
            if node.func.attr in CLOCK and owner in ("date", "datetime", "Timestamp"):
                yield node.lineno
