"""The benchmark command, on small folders of its own."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tools.accuracy import main

LETTER = "T-ES(2031)19_en\n\n12 May 2031\n\nDear colleagues,\n\nThank you for your note.\n"


def folder(tmp_path: Path, symbol: str) -> str:
    """A folder with one letter, in two formats, and what is expected of it."""
    letter = tmp_path / "letter"
    letter.mkdir()
    for ending in ("txt", "md"):
        (letter / f"letter.{ending}").write_text(LETTER, encoding="utf-8")
    document = {"symbol": symbol, "version": None, "kind": "other"}
    expected = {"document": document, "decisions": [], "deadlines": []}
    (letter / "expected.json").write_text(json.dumps(expected))
    return str(tmp_path)


def test_a_folder_read_right_passes(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([folder(tmp_path, "T-ES(2031)19")]) == 0
    printed = capsys.readouterr().out
    assert "symbols" in printed
    assert "The same records in every format: 1 of 1 documents" in printed


def test_a_fact_misread_is_named_and_fails(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([folder(tmp_path, "T-ES(2031)20"), "--verbose"]) == 1
    printed = capsys.readouterr().out
    assert "symbols, missed: letter.txt: symbol=T-ES(2031)20" in printed
    assert "symbols, invented: letter.md: symbol=T-ES(2031)19" in printed


def test_figures_for_machines(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([folder(tmp_path, "T-ES(2031)20"), "--json"]) == 1
    figures = json.loads(capsys.readouterr().out)
    assert figures["below"] == ["symbols"]
    assert figures["formats"]["txt"]["symbols"]["recall"] == 0


def test_nothing_to_score(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([str(tmp_path)]) == 2
    assert "no document beside expected.json" in capsys.readouterr().err
