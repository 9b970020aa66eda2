"""Run the benchmarks named, or all: ``python -m tools.bench [build] [search] ... [--size N]``."""

from __future__ import annotations

import argparse
import platform
import sys
from collections.abc import Callable

from rich.console import Console
from rich.table import Table

from tools.bench import building, pages, reading, room, routes, search
from tools.bench.measure import Figure

TOPICS: dict[str, Callable[[int], list[Figure]]] = {
    "build": lambda size: building.figures(),
    "pages": lambda size: pages.figures(),
    "reading": lambda size: reading.figures(),
    "room": lambda size: room.figures(),
    "routes": lambda size: routes.figures(),
    "search": search.figures,
}
SIZE = 100_000


def main() -> int:
    """Print one table; exit code 1 if a figure is over its bar, 2 if a topic is unknown."""
    parser = argparse.ArgumentParser(prog="python -m tools.bench")
    parser.add_argument("topics", nargs="*", default=list(TOPICS), metavar="topic")
    parser.add_argument("--size", type=int, default=SIZE, help="decisions to search in")
    given = parser.parse_args()
    asked = given.topics
    if unknown := [name for name in asked if name not in TOPICS]:
        print(f"No benchmark {', '.join(unknown)}; there are: {', '.join(TOPICS)}", file=sys.stderr)
        return 2
    console = Console()
    table = Table(title=f"Python {platform.python_version()}, {platform.machine()}")
    for heading in ("what", "median", "worst", "bar"):
        table.add_column(heading, justify="left" if heading == "what" else "right")
    found: list[Figure] = []
    for name in asked:
        with console.status(name):
            found += TOPICS[name](given.size)
    for figure in found:
        table.add_row(*figure.cells(), style="" if figure.good else "bold")
    console.print(table)
    return 0 if all(figure.good for figure in found) else 1


if __name__ == "__main__":
    sys.exit(main())
