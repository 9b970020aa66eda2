"""The calendar in other people's clients: given twice, a moved deadline is one event, not two.

Continuous integration installs khal and ical.js into ``build/clients``; see ``.ci/run``.
"""

from __future__ import annotations

import datetime as dt
import json
import os
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from lanzadash.exports.calendar import calendar
from lanzadash.language import language

Maker = Callable[..., dict[str, Any]]
DAY = dt.date.fromisoformat
CLIENTS = Path(__file__).resolve().parents[2] / "build" / "clients"
KHAL = shutil.which("khal", path=f"{CLIENTS / 'bin'}{os.pathsep}{os.environ.get('PATH', '')}")
NODE = shutil.which("node")
ICAL_JS = CLIENTS / "node_modules" / "ical.js" / "dist" / "ical.js"

KHAL_CONFIG = """\
[calendars]
[[deadlines]]
path = {folder}/events
[default]
default_calendar = deadlines
[sqlite]
path = {folder}/khal.db
[locale]
local_timezone = {zone}
default_timezone = {zone}
timeformat = %H:%M
dateformat = %Y-%m-%d
longdateformat = %Y-%m-%d
datetimeformat = %Y-%m-%d %H:%M
longdatetimeformat = %Y-%m-%d %H:%M
"""


@pytest.fixture
def before(deadline: Maker, meeting: Maker, tmp_path: Path) -> Path:
    """A deadline, one at an hour in summer time, and a meeting announced as to be confirmed."""
    timed = deadline(deadline="T-XY/5/d3/deadline-1", due=DAY("2032-03-28"), due_time="18:00")
    return _written(tmp_path / "before.ics", [deadline(), timed], [meeting(tentative=True)])


@pytest.fixture
def after(deadline: Maker, meeting: Maker, tmp_path: Path) -> Path:
    """The same later: the first deadline moved, the second cancelled, the meeting held."""
    change = {"changes": [DAY("2032-01-20")]}
    timed = deadline(deadline="T-XY/5/d3/deadline-1", due=DAY("2032-03-28"), due_time="18:00")
    cancelled = {"change": "cancelled", "standing": False}
    held = {"start_date": DAY("2032-03-09"), "end_date": DAY("2032-03-11"), "status": "held"}
    return _written(
        tmp_path / "after.ics",
        [deadline(due=DAY("2032-02-01")) | change, timed | change | cancelled],
        [meeting(changes=[DAY("2032-03-11")], **held)],
    )


def _written(path: Path, deadlines: list[Any], meetings: list[Any]) -> Path:
    site = "https://example.org"
    path.write_bytes(calendar(deadlines, meetings, language("en"), base_url=site))
    return path


class Khal:
    """khal with a calendar of its own, for a viewer in some zone."""

    def __init__(self, folder: Path, zone: str) -> None:
        (folder / "events").mkdir(parents=True)
        self._config = folder / "config"
        self._config.write_text(KHAL_CONFIG.format(folder=folder, zone=zone))
        self._home = folder

    def __call__(self, *words: str | Path) -> str:
        assert KHAL
        return subprocess.run(
            [KHAL, "--config", self._config, *words],
            env=os.environ | {"HOME": str(self._home), "LC_ALL": "C.UTF-8"},
            check=True,
            capture_output=True,
            text=True,
        ).stdout

    def take(self, file: Path) -> list[str]:
        """Import a file, and say what the calendar then holds, a line for each event."""
        self("import", "--batch", "--include-calendar", "deadlines", file)
        columns = "{start-date} {start-time} {cancelled}{title}"
        lines = self(
            *("list", "--once", "--notstarted", "--day-format", ""),
            *("--format", columns, "2031-01-01", "2033-01-01"),
        )
        return [" ".join(line.split()) for line in lines.splitlines() if line.strip()]


needs_khal = pytest.mark.skipif(not KHAL, reason="khal is not installed; .ci/run installs it")


@needs_khal
def test_khal_has_one_event_for_a_moved_deadline(before: Path, after: Path, tmp_path: Path) -> None:
    khal = Khal(tmp_path / "khal", "Europe/Paris")
    assert khal.take(before) == [
        "2031-12-15 Deadline: Replies about the helpline.",
        "2032-03-02 6th meeting (T-XY)",
        "2032-03-28 18:00 Deadline: Replies about the helpline.",
    ]
    once, twice = khal.take(after), khal.take(after)
    assert once == twice
    assert once == [
        "2032-02-01 Deadline: Replies about the helpline.",
        "2032-03-09 6th meeting (T-XY)",
        "2032-03-28 18:00 CANCELLED No longer: Deadline: Replies about the helpline.",
    ]


@needs_khal
@pytest.mark.parametrize(
    ("zone", "hour"), [("Atlantic/Azores", "16:00"), ("Asia/Tbilisi", "20:00")]
)
def test_khal_shows_days_as_they_are_and_hours_as_the_viewers(
    zone: str, hour: str, before: Path, tmp_path: Path
) -> None:
    assert Khal(tmp_path / "khal", zone).take(before) == [
        "2031-12-15 Deadline: Replies about the helpline.",
        "2032-03-02 6th meeting (T-XY)",
        f"2032-03-28 {hour} Deadline: Replies about the helpline.",
    ]


@pytest.mark.skipif(
    not (NODE and ICAL_JS.exists()), reason="node or ical.js is not installed; see .ci/run"
)
def test_ical_js(before: Path, after: Path) -> None:
    def known(*files: Path) -> dict[str, dict[str, Any]]:
        script = Path(__file__).with_name("ical.mjs")
        command = [str(NODE), str(script), ICAL_JS.as_uri(), *map(str, files)]
        told = subprocess.run(command, check=True, capture_output=True, text=True).stdout
        return dict(json.loads(told))

    day, hour, meeting = "T-XY/5/d2/deadline-1", "T-XY/5/d3/deadline-1", "T-XY/6"
    first = known(before)
    assert set(first) == {f"{id}@lanzadash" for id in (day, hour, meeting)}
    assert first[f"{day}@lanzadash"]["alarms"] == ["-P29DT15H", "-P6DT15H", "-PT15H"]
    # 28 March 2032 is the first day of summer time: 18:00 in Strasbourg is 16:00 UTC.
    assert first[f"{hour}@lanzadash"]["start"] == "2032-03-28T16:00:00.000Z"
    assert first[f"{hour}@lanzadash"]["alarms"][-1] == "2032-03-27T08:00:00Z"
    assert first[f"{meeting}@lanzadash"]["status"] == "TENTATIVE"
    both = known(before, after, after)
    assert set(both) == set(first)
    assert both[f"{day}@lanzadash"]["start"] == "2032-02-01"
    assert both[f"{hour}@lanzadash"]["status"] == "CANCELLED"
    assert both[f"{meeting}@lanzadash"]["start"] == "2032-03-09"
    assert known(after, before) == both
