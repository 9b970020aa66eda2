"""Run the benchmarks named, or all: ``python -m tools.bench [build] [pages] ...``."""

from __future__ import annotations

import platform
import sys

from rich.console import Console
from rich.table import Table

from tools.bench import building, pages, reading, routes
from tools.bench.measure import Figure

TOPICS = {
    "build": building.figures,
    "pages": pages.figures,
    "reading": reading.figures,
    "routes": routes.figures,
}


def main() -> int:
    """Print one table; exit code 1 if a figure is over its bar, 2 if a topic is unknown."""
    asked = sys.argv[1:] or list(TOPICS)
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
            found += TOPICS[name]()
    for figure in found:
        table.add_row(*figure.cells(), style="" if figure.good else "bold")
    console.print(table)
    return 0 if all(figure.good for figure in found) else 1


if __name__ == "__main__":
    sys.exit(main())
