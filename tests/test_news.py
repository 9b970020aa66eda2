"""What a build says it changes."""

from __future__ import annotations

import pytest
from rich.console import Console

from lanzadash.news import news
from lanzadash.store import Difference

MANY = [Difference("assessments", f"harbours/R1/P{number:02}/1", "added") for number in range(41)]
LINES = [
    ([Difference("decisions", "T-XY/5/d1", "added")], "+ decisions T-XY/5/d1 added"),
    ([Difference("documents", "report", "removed")], "- documents report removed"),
    (
        [Difference("deadlines", "a/b", "changed", "due", "2032-01-01", "2032-02-01")],
        "~ deadlines a/b due: 2032-01-01 → 2032-02-01",
    ),
    (
        [Difference("decisions", "T-XY/5/d1", "changed", "summary_en", None, "Ours [1]." * 9)],
        "~ decisions T-XY/5/d1 summary_en: nothing → " + ("Ours [1]." * 9)[:60] + "…",
    ),
    (MANY, "+ assessments 41 rows added"),
]


@pytest.mark.parametrize(("found", "line"), LINES, ids=[line[:30] for _, line in LINES])
def test_lines(found: list[Difference], line: str) -> None:
    terminal = Console(width=200)
    with terminal.capture() as captured:
        terminal.print(news(found))
    lines = [" ".join(one.split()) for one in captured.get().splitlines()]
    assert line in lines
    assert len(lines) == 2  # the header and the line
