"""The score of search: what is counted, and when it fails."""

from __future__ import annotations

from pathlib import Path

import pytest
from rich.console import Console

from tools.search_accuracy.__main__ import show
from tools.search_accuracy.table import Asked, Outcome, asked, figures

HEADER = "language,query,must,must_not,nearest,known_gap,why\n"


def table(tmp_path: Path, *lines: str) -> list[Asked]:
    path = tmp_path / "queries.csv"
    path.write_text(HEADER + "".join(f"{line}\n" for line in lines), encoding="utf-8")
    return asked(path)


def came(row: Asked, *ids: str, offered: str = "") -> Outcome:
    found = frozenset(ids)
    wrong = found - row.must if row.must_not is None else found & row.must_not
    return Outcome(row, found & row.must, row.must - found, wrong, frozenset(offered.split()))


def test_a_row_is_read(tmp_path: Path) -> None:
    (row,) = table(tmp_path, "fr,l’enfant,50/d2 60/p1,52/d8,,a gap,an elision")
    assert row.must == {"T-ES/50/d2", "T-ES/60/p1"}
    assert row.must_not == {"T-ES/52/d8"}
    assert (row.language, row.query, row.known_gap) == ("fr", "l’enfant", "a gap")
    (row,) = table(tmp_path, "en,x,,rest,y z,,")
    assert row.must_not is None
    assert row.nearest == {"y", "z"}


def test_a_row_that_contradicts_itself_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="helplines: the same decision"):
        table(tmp_path, "en,helplines,50/d5,50/d5,,,")


def test_figures_count_what_was_judged(tmp_path: Path) -> None:
    one, other, slip = table(
        tmp_path, "en,a,50/d1 50/d2,50/d3,,,", "fr,b,50/d4,rest,,,", "en,c,,rest,near,,"
    )
    outcomes = [
        came(one, "T-ES/50/d1", "T-ES/50/d3", "T-ES/99/d9"),
        came(other, "T-ES/50/d4"),
        came(slip, offered="far"),
    ]
    sums = figures(outcomes)
    assert (sums.queries, sums.kept) == (3, 1)
    assert (sums.right, sums.missed, sums.wrong) == (2, 1, 1)
    assert sums.precision == pytest.approx(2 / 3)
    assert sums.recall == pytest.approx(2 / 3)
    assert [fault.asked.query for fault in sums.faults] == ["a", "c"]

    console = Console(record=True, width=100)
    show(outcomes, console)
    printed = console.export_text()
    assert "a: missed T-ES/50/d2" in printed
    assert "a: wrong T-ES/50/d3" in printed
    assert "c: offered far" in printed
