from __future__ import annotations

import fcntl
import os
import signal
import subprocess
import sys
import threading
import time
from dataclasses import replace
from pathlib import Path

import pytest

from lanzadash.library import Library
from lanzadash.store import (
    BuildError,
    StoreError,
    is_current,
    open_store,
    publish,
    published,
)

ROOT = Path(__file__).parents[2]


def names(store: Path) -> list[str]:
    return sorted(file.name.rpartition("-")[2] for file in store.glob("lanzadash-*"))


def test_the_last_three_are_kept_and_the_last_one_serves(library: Library, tmp_path: Path) -> None:
    store = tmp_path / "store"
    assert published(store) is None
    for _ in range(5):
        report = publish(store, library, version="1.0")
        assert published(store) == report.file
    assert names(store) == ["3.duckdb", "4.duckdb", "5.duckdb"]
    others = {file.name for file in store.iterdir() if not file.name.startswith("lanzadash-")}
    assert others == {"current", ".lock"}


def test_a_change_of_data_or_version_is_not_current(library: Library, tmp_path: Path) -> None:
    assert not is_current(tmp_path, library, version="1.0")
    publish(tmp_path, library, version="1.0")
    assert is_current(tmp_path, library, version="1.0")
    assert not is_current(tmp_path, library, version="1.1")
    assert not is_current(tmp_path, replace(library, digest="1" * 64), version="1.0")


def test_readers_see_the_new_file_and_keep_the_one_they_are_reading(
    library: Library, tmp_path: Path
) -> None:
    publish(tmp_path, library, version="1.0")
    store = open_store(tmp_path)
    reading = store.cursor()
    publish(tmp_path, replace(library, tiles=()), version="2.0")
    ask = "select value from meta where key = 'version'"
    assert reading.execute(ask).fetchall() == [("1.0",)]
    assert store.cursor().execute(ask).fetchall() == [("2.0",)]
    assert open_store(tmp_path) is store


def test_a_failed_build_leaves_what_serves(library: Library, tmp_path: Path) -> None:
    publish(tmp_path, library, version="1.0")
    before = sorted(tmp_path.iterdir())
    with pytest.raises(BuildError):
        publish(tmp_path, replace(library, rounds=()), version="1.0")
    assert sorted(tmp_path.iterdir()) == before


def test_two_builds_at_once(library: Library, tmp_path: Path) -> None:
    with (tmp_path / ".lock").open("w") as other:
        fcntl.flock(other, fcntl.LOCK_EX)
        with pytest.raises(BuildError, match="Another build is publishing"):
            publish(tmp_path, library, version="1.0")
    publish(tmp_path, library, version="1.0")


def test_a_place_that_cannot_be_written_to(library: Library, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(BuildError, match="could not be written to"):
        publish(tmp_path / "file", library, version="1.0")


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (b"", "names ''"),
        (b"lanzadash-0-9.duckdb\n", "which is no built file"),
        (b"../secret.duckdb", "which is no built file"),
        (b"\xff\xfe", "cannot be read"),
    ],
)
def test_a_damaged_pointer(tmp_path: Path, content: bytes, expected: str) -> None:
    (tmp_path / "current").write_bytes(content)
    with pytest.raises(StoreError, match=expected) as raised:
        published(tmp_path)
    assert "python -m lanzadash build" in str(raised.value)


def test_a_damaged_pointer_is_mended_by_the_next_build(library: Library, tmp_path: Path) -> None:
    (tmp_path / "current").write_text("nonsense")
    report = publish(tmp_path, library, version="1.0")
    assert published(tmp_path) == report.file


PUBLISH = """
import sys
from pathlib import Path
from lanzadash.library import load
from lanzadash.store import publish
library = load(Path("data"))
print("ready", flush=True)
publish(Path(sys.argv[1]), library, version="killed")
"""


@pytest.mark.parametrize("after", [0.0, 0.15, 0.3, 0.5])
def test_a_build_that_is_killed(library: Library, tmp_path: Path, after: float) -> None:
    """Whatever a killed build leaves behind, the store is whole and the next build works."""
    publish(tmp_path, library, version="1.0")
    builder = subprocess.Popen(
        [sys.executable, "-c", PUBLISH, str(tmp_path)], cwd=ROOT, stdout=subprocess.PIPE
    )
    assert builder.stdout is not None
    with builder:
        builder.stdout.readline()
        time.sleep(after)
        builder.send_signal(signal.SIGKILL)
    versions = open_store(tmp_path).cursor().execute("select value from meta where key = 'version'")
    assert versions.fetchall() in ([("1.0",)], [("killed",)])
    publish(tmp_path, library, version="2.0")
    assert not [file for file in tmp_path.iterdir() if file.is_dir()]


def test_readers_in_threads_see_whole_generations_while_others_are_published(
    library: Library, tmp_path: Path
) -> None:
    """Never an older generation after a newer one, never two mixed, no file left open."""
    publish(tmp_path, library, version="0")
    store = open_store(tmp_path)
    seen: list[list[int]] = [[] for _ in range(4)]
    wrong: list[Exception] = []
    done = threading.Event()

    def read(generations: list[int]) -> None:
        try:
            while not done.is_set():
                cursor = store.cursor()
                first, again = (
                    cursor.execute("select value from meta where key = 'version'").fetchall()
                    for _ in range(2)
                )
                assert first == again
                generations.append(int(first[0][0]))
                time.sleep(0.005)
        except Exception as error:
            wrong.append(error)

    readers = [threading.Thread(target=read, args=(generations,)) for generations in seen]
    for reader in readers:
        reader.start()
    for version in range(1, 4):
        publish(tmp_path, library, version=str(version))
        time.sleep(0.02)
    done.set()
    for reader in readers:
        reader.join()
    assert wrong == []
    assert all(generations == sorted(generations) for generations in seen)
    assert all(generations[-1] >= 2 for generations in seen)
    if Path("/proc/self/fd").is_dir():
        assert _opened(tmp_path) == {published(tmp_path)}


def _opened(folder: Path) -> set[Path]:
    """The files of a folder that this process holds open."""
    files = (os.path.realpath(link) for link in Path("/proc/self/fd").iterdir())
    return {Path(file) for file in files if folder in Path(file).parents}
