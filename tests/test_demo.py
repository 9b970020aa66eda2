from __future__ import annotations

import datetime as dt
from collections import Counter
from pathlib import Path

import pytest

from lanzadash import records
from lanzadash.checking import check
from lanzadash.demo import generate
from lanzadash.library import Library, load
from lanzadash.queries.asof import AsOf
from lanzadash.queries.threads import history, promised
from lanzadash.store import Connection, build, open_store

DATA = Path(__file__).parents[1] / "data"
TODAY = dt.date(2031, 3, 14)


@pytest.fixture(scope="module")
def real() -> Library:
    return load(DATA)


@pytest.fixture(scope="module")
def folder(real: Library, tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("demo") / "data"
    generate(real, out, TODAY)
    return out


@pytest.fixture(scope="module")
def ask(folder: Path) -> Connection:
    file = folder.parent / "demo.duckdb"
    report = build(load(folder), file, version="1.0")
    assert report.illustrative
    assert report.warnings == []
    return open_store(file).cursor()


def contents(folder: Path) -> dict[str, bytes]:
    files = (file for file in folder.rglob("*") if file.is_file())
    return {file.relative_to(folder).as_posix(): file.read_bytes() for file in files}


def test_there_is_nothing_wrong_with_it(folder: Path) -> None:
    assert check(folder) == []


@pytest.mark.parametrize("today", [dt.date(2032, 2, 29), dt.date(2030, 12, 31)])
def test_any_day_will_do(real: Library, tmp_path: Path, today: dt.date) -> None:
    generate(real, tmp_path, today)
    assert check(tmp_path) == []


def test_the_same_day_and_seed_give_the_same_files(
    real: Library, folder: Path, tmp_path: Path
) -> None:
    generate(real, tmp_path / "same", TODAY)
    assert contents(tmp_path / "same") == contents(folder)
    generate(real, tmp_path / "other", TODAY, seed=1)
    assert contents(tmp_path / "other") != contents(folder)


def test_what_an_earlier_generation_left_is_replaced(real: Library, tmp_path: Path) -> None:
    left, store = tmp_path / "records" / "left.json", tmp_path / "store" / "current"
    for file in (left, store):
        file.parent.mkdir(parents=True)
        file.write_text("{}")
    generate(real, tmp_path, TODAY)
    assert not left.exists()
    assert store.exists()


def test_everything_generated_says_so(folder: Path, real: Library) -> None:
    made = load(folder)
    for name in ("rounds", "round_parties", "meetings", "deadlines", "recommendations"):
        rows = getattr(made, name)
        assert {(row.certainty, row.source) for row in rows} == {
            ("illustrative", "generated example")
        }
        assert all(row.known_on for row in rows)
    assert {record.certainty for record in made.records} == {"illustrative"}
    assert all(record.id.startswith("generated-example") for record in made.records)
    titles = [record.document.title for record in made.records]
    titles += [row.title for row in made.documents] + [row.name_en for row in made.rounds]
    assert all((title or "").startswith("Illustrative") for title in titles)
    assert made.parties == real.parties
    assert made.themes == real.themes


def test_deadlines_for_every_party_from_tomorrow_on(ask: Connection) -> None:
    coming = ask.execute(
        "select due - $today as days, count(distinct party) from obligations "
        "where due > $today group by all order by all",
        {"today": TODAY},
    )
    assert coming.fetchall() == [(days, 48) for days in (1, 3, 7, 14, 20, 30, 60, 150)]


def test_what_became_of_deadlines(ask: Connection) -> None:
    changes = ask.execute(
        "select c.change, d.due - $today, c.due - $today, c.replaced_by, c.known_on < $today, "
        "n.number is not null from deadline_changes c join deadlines d using (deadline) "
        "left join decisions n on n.decision = c.decision order by c.change desc",
        {"today": TODAY},
    )
    assert changes.fetchall() == [
        ("replaced", 14, None, "example-call/information", True, True),
        ("moved", 3, 45, None, True, True),
        ("cancelled", 30, None, None, True, True),
    ]


def test_every_state_stands_somewhere(ask: Connection) -> None:
    states = ask.execute("select distinct state from obligation_states").fetchall()
    known = set(records.ObligationRow.model_fields["state"].annotation.__args__)
    assert {state for (state,) in states} == known
    late = ask.execute("select max(state_on) from obligation_states").fetchall()
    assert late[0][0] <= TODAY


def test_the_28th_meeting_has_a_full_agenda(ask: Connection) -> None:
    ((items, nested),) = ask.execute(
        "select count(*), count(parent) from agenda_items where meeting = 'T-ES/28'"
    ).fetchall()
    assert items >= 20
    assert nested >= 14
    decisions = ask.execute("select count(*) from decisions where meeting = 'T-ES/28'")
    assert decisions.fetchall()[0][0] >= 12


def test_the_next_meeting_has_something_to_prepare(ask: Connection) -> None:
    today = AsOf(TODAY)
    for meeting in ("T-ES/28", "T-ES/29"):
        found = history(ask, today, meeting=meeting, most=3)
        assert found["agenda_item"].nunique() >= 25, "items that look back on something"
        assert found.groupby("agenda_item").size().max() == 3
    (after, before) = (promised(ask, today, meeting) for meeting in ("T-ES/28", "T-ES/29"))
    assert set(after["open"].dropna()) == {True, False}
    assert before["agenda_item"].isna().any()
    assert before["agenda_item"].notna().any()


def test_meetings_lie_around_today(ask: Connection) -> None:
    held = ask.execute(
        "select count(*), max(meeting), max(end_date) < $today from meeting_dates "
        "where status = 'held'",
        {"today": TODAY},
    )
    assert held.fetchall() == [(12, "T-ES/28", True)]
    coming = ask.execute(
        "select meeting, tentative from meeting_dates where start_date > $today order by all",
        {"today": TODAY},
    )
    assert coming.fetchall() == [("T-ES/29", False), ("T-ES/30", True)]
    moved = ask.execute(
        "select count(*) from meeting_dates a join meeting_dates h using (meeting) "
        "where a.status = 'announced' and h.status = 'held' and a.start_date < h.start_date"
    )
    assert moved.fetchall()[0][0] >= 2


def test_every_recommendation_is_assessed_for_every_party_over_time(ask: Connection) -> None:
    pairs = ask.execute(
        "select count(distinct (recommendation, party)), count(distinct assessed_on) "
        "from assessments where relation = 'assessed'"
    )
    assert pairs.fetchall() == [(40 * 48, 3)]


def test_outcomes_say_nothing_of_any_party(folder: Path) -> None:
    """The same lot for all: each outcome falls to each Party about as often."""
    assessed = [row for row in load(folder).assessments if row.relation == "assessed"]
    outcomes = {row.outcome for row in assessed}
    assert None in outcomes
    assert len(outcomes) >= 3
    drawn = Counter((row.party, row.outcome) for row in assessed)
    whole = Counter(row.party for row in assessed)
    for (party, _), count in drawn.items():
        assert 0.15 < count / whole[party] < 0.55
