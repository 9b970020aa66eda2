"""What the documentation names exists, and what exists is named."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from lanzadash.cli import app
from lanzadash.web.pages import TITLES
from lanzadash.web.routes import ROUTES

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text("utf-8")
DOCUMENTS = [ROOT / "README.md", ROOT / "CHANGELOG.md", *sorted((ROOT / "docs").glob("*.md"))]
FOLDERS = tuple(
    f"{path.name}/" for path in ROOT.iterdir() if path.is_dir() and not path.name.startswith(".")
)
IGNORED = set((ROOT / ".gitignore").read_text("utf-8").split())
"""Made on a person's machine, and not in a fresh clone."""
TARGETS = set(re.findall(r"^([a-z]+):.*##", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE))
COMMANDS = {
    command.name or command.callback.__name__
    for command in app.registered_commands
    if command.callback
}

each_document = pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.name)


@each_document
def test_every_make_target_named_exists(document: Path) -> None:
    named = set(re.findall(r"`make ([a-z]+)", document.read_text("utf-8")))
    assert named <= TARGETS


@each_document
def test_every_command_named_exists(document: Path) -> None:
    assert set(re.findall(r"python -m lanzadash ([a-z]+)", document.read_text("utf-8"))) <= COMMANDS


@each_document
def test_every_path_named_exists(document: Path) -> None:
    named = {
        words
        for words in re.findall(r"`([^`\n]+)`", document.read_text("utf-8"))
        if " " not in words
    }
    paths = {path for path in named if path.startswith(FOLDERS) and "<" not in path}
    missing = {path for path in paths if not (ROOT / path).exists()}
    assert {path for path in missing if f"{path.rstrip('/')}/" not in IGNORED} == set()
    modules = {name for name in named if re.fullmatch(r"\w+\.py", name)}
    assert modules <= {path.name for path in ROOT.glob("*.py")} | {
        path.name for path in (ROOT / "lanzadash").rglob("*.py")
    }


@each_document
def test_every_link_leads_somewhere(document: Path) -> None:
    links = re.findall(r"\]\((?!https?:|mailto:)([^)#]+)", document.read_text("utf-8"))
    assert [link for link in links if not (document.parent / link).exists()] == []


@pytest.mark.parametrize("target", sorted(TARGETS))
def test_readme_names_every_make_target(target: str) -> None:
    assert f"`make {target}`" in README


@pytest.mark.parametrize("command", sorted(COMMANDS))
def test_readme_names_every_command(command: str) -> None:
    assert f"`python -m lanzadash {command}" in README


@pytest.mark.parametrize("page", TITLES)
def test_readme_names_every_page(page: str) -> None:
    assert f"`/{page}`" in README


def test_every_address_named_is_served() -> None:
    named = set(re.findall(r"`(/[a-z0-9./]*)[^`]*`", README))
    paths = [getattr(route, "path", "") for route in ROUTES]
    served = {path.partition("{")[0] for path in paths} | {f"/{page}" for page in TITLES}
    assert named <= served


def test_readme_gives_the_two_commands_first() -> None:
    assert README.index("make run") < README.index("make test") < README.index("make demo")


def test_unreleased_stands_on_top_of_the_changelog() -> None:
    changelog = (ROOT / "CHANGELOG.md").read_text("utf-8")
    assert re.findall(r"^## (.+)$", changelog, re.MULTILINE)[0] == "Unreleased"
