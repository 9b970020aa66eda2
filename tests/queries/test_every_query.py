"""What holds for every query: its columns, its order, views of the past, unknown values."""

from __future__ import annotations

import datetime as dt
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

import duckdb
import pandas as pd
import pytest

from lanzadash.queries import (
    changes,
    deadlines,
    decisions,
    documents,
    meetings,
    parties,
    room,
    standing,
    threads,
)
from lanzadash.queries import recommendations as made
from lanzadash.queries.asof import AsOf
from lanzadash.store import Connection, published

TODAY = AsOf(dt.date(2026, 11, 21))
PAST = AsOf(dt.date(2021, 12, 3), past=True)


class Query(NamedTuple):
    """One query: its columns (``*table`` for all of a table's), what tells its rows apart, how to
    ask it, and how to ask it for something that is not on file.
    """

    columns: str
    key: str
    ask: Callable[[Connection, AsOf], pd.DataFrame]
    unknown: Callable[[Connection, AsOf], pd.DataFrame] | None = None


DEADLINES = """
    *deadlines meeting_number decision_number decision_position symbol version round_short_en
    round_short_fr codes recommendations parties_bound state state_on state_source status statuses
    settled first_due last_day standing change replaced_by steps changes addressed
"""
DECISION = """
    decision meeting meeting_number document symbol version language adopted address number position
    verb round round_short_en round_short_fr context_en context_fr summary_en summary_fr page block
    source certainty known_on codes themes
"""
MEETINGS = """
    meeting body number mode city country status start_date end_date place tentative decisions
    deadlines source certainty known_on changes
"""
QUERIES = {
    "deadlines": Query(
        DEADLINES,
        "deadline",
        lambda c, a: deadlines.deadlines(c, a),
        lambda c, a: deadlines.deadlines(c, a, party="ZZZ"),
    ),
    "deadlines of a Party": Query(
        DEADLINES,
        "deadline",
        lambda c, a: deadlines.deadlines(c, a, party="PRT"),
        lambda c, a: deadlines.deadlines(c, a, party="PRT", round="nothing"),
    ),
    "decisions": Query(
        DECISION + " total",
        "decision",
        lambda c, a: decisions.decisions(c, a),
        lambda c, a: decisions.decisions(c, a, theme="nothing"),
    ),
    "decision": Query(
        DECISION
        + """ section_en section_fr heading_en heading_fr text_en text_fr points_en points_fr
              footnotes_en footnotes_fr""",
        "decision",
        lambda c, a: decisions.decision(c, a, "T-ES/35/d6"),
        lambda c, a: decisions.decision(c, a, "T-ES/35/d99"),
    ),
    "links": Query(
        "*decision_links name_en name_fr number",
        "decision_link",
        lambda c, a: decisions.links(c, a, "T-ES/35/d6"),
        lambda c, a: decisions.links(c, a, "T-ES/35/d99"),
    ),
    "themes": Query(
        "theme parent name_en name_fr decisions", "theme", lambda c, _: decisions.themes(c)
    ),
    "theme_causes": Query(
        "theme name_en name_fr phrase found_in",
        "theme",
        lambda c, _: decisions.theme_causes(c, "T-ES/35/d6"),
        lambda c, _: decisions.theme_causes(c, "T-ES/35/d99"),
    ),
    "documents": Query(
        "*documents meeting_number decisions deadlines agenda_items",
        "document",
        lambda c, a: documents.documents(c, a),
        lambda c, a: documents.documents(c, a, kind="nothing"),
    ),
    "dated_reports": Query(
        "*documents adopted_on shown_on", "document", lambda c, a: documents.dated_reports(c, a)
    ),
    "document": Query(
        "*documents",
        "document",
        lambda c, _: documents.document(c, "T-ES-2021-37_en_rev"),
        lambda c, _: documents.document(c, "nothing"),
    ),
    "sources": Query(
        "*sources symbol version language address",
        "source_id",
        lambda c, _: documents.sources(c, "T-ES/35/d6"),
        lambda c, _: documents.sources(c, "T-ES/35/d99"),
    ),
    "certainties": Query(
        "record_table certainty records",
        "record_table certainty",
        lambda c, _: documents.certainties(c),
    ),
    "unknown_since": Query(
        "record_table records", "record_table", lambda c, _: documents.unknown_since(c)
    ),
    "corrections": Query("*corrections", "correction", lambda c, _: documents.corrections(c)),
    "bodies": Query("*bodies", "body", lambda c, _: documents.bodies(c)),
    "threads": Query(
        """thread kind round code name_en name_fr short_en short_fr summary_en summary_fr steps
           first_on last_on last_kind last_stage last_meeting last_number open_loops dormant_loops
           heard_number heard_on""",
        "thread",
        lambda c, a: threads.threads(c, a),
        lambda c, a: threads.threads(c, a, thread="nothing"),
    ),
    "steps of a thread": Query(
        """step kind on meeting meeting_number decision number position verb deadline due first_due
           stage codes summary_en summary_fr said_by held source certainty""",
        "step",
        lambda c, a: threads.steps(c, a, "refugee_crisis_compliance"),
        lambda c, a: threads.steps(c, a, "nothing"),
    ),
    "loops of a thread": Query(
        """thread loop kind opened_by opened_on opened_at opened_number number_opened
           position_opened meeting number due ready summary_en summary_fr source certainty open
           closed_on closed_by closed_at closed_number heard_on heard_at heard_number
           meetings_since lists_since dormant""",
        "loop",
        lambda c, a: threads.loops(c, a, "refugee_crisis_compliance"),
        lambda c, a: threads.loops(c, a, "nothing"),
    ),
    "relations of a decision": Query(
        """of incoming decision_link type other other_kind resolved printed meeting_number number
           position item_number cue words why source certainty""",
        "decision_link",
        lambda c, a: threads.relations(c, a, decision="T-ES/35/d8"),
        lambda c, a: threads.relations(c, a, decision="nothing"),
    ),
    "history of an agenda item": Query(
        """agenda_item total decision meeting meeting_number number position verb context_en
           context_fr summary_en summary_fr round because source certainty known_on""",
        "decision",
        lambda c, a: threads.history(c, a, "T-ES/28/item-2.1"),
        lambda c, a: threads.history(c, a, "nothing"),
    ),
    "recommendations an agenda is about": Query(
        "round recommendation code position stage stage_on",
        "recommendation",
        lambda c, a: room.concerned(c, a, "T-ES/28"),
        lambda c, a: room.concerned(c, a, "nothing"),
    ),
    "documents named on an agenda": Query(
        "round document symbol version language kind title dated address meeting_number",
        "document",
        lambda c, a: room.named_documents(c, a, "T-ES/28"),
    ),
    "decisions taken under an agenda": Query(
        "agenda_item decision meeting_number number position verb summary_en summary_fr",
        "decision",
        lambda c, a: room.taken(c, a, "T-ES/28"),
    ),
    "promised to a meeting": Query(
        """decision meeting meeting_number number position type context_en context_fr summary_en
           summary_fr round round_short_en round_short_fr agenda_item item_number cue words open
           source certainty known_on""",
        "decision",
        lambda c, a: threads.promised(c, a, "T-ES/36"),
        lambda c, a: threads.promised(c, a, "nothing"),
    ),
    "reviews": Query(
        "*reviews meeting_number number position other_number",
        "review",
        lambda c, a: threads.reviews(c, a),
    ),
    "changes": Query(
        """change kind on record record_table round round_short_en round_short_fr codes
           recommendations parties number document summary_en summary_fr old new by_meeting
           by_meeting_number by_decision by_number by_position source certainty total""",
        "change",
        lambda c, a: changes.changes(c, a, since=None, limit=1000),
        lambda c, a: changes.changes(c, a, since=None, party="ZZZ", kinds=["new_decision"]),
    ),
    "meetings": Query(MEETINGS, "meeting", lambda c, a: meetings.meetings(c, a)),
    "unnumbered": Query(
        """meeting body number mode city country status start_date end_date place tentative source
        certainty known_on changes""",
        "meeting",
        lambda c, a: meetings.unnumbered(c, a),
    ),
    "dates_on_file": Query(
        """meeting_date meeting number mode city place status start_date end_date tentative
        announced_at source certainty""",
        "meeting_date",
        lambda c, a: meetings.dates_on_file(c, a),
    ),
    "latest_meeting": Query(
        MEETINGS,
        "",
        lambda c, a: meetings.latest_meeting(c, a),
        lambda c, _: meetings.latest_meeting(c, AsOf(dt.date(2000, 1, 1), past=True)),
    ),
    "next_meeting": Query(
        "meeting number start_date end_date place tentative source certainty",
        "",
        lambda c, a: meetings.next_meeting(c, a),
        lambda c, _: meetings.next_meeting(c, AsOf(dt.date(2999, 1, 1))),
    ),
    "meeting_dates": Query(
        "*meeting_dates announced_number",
        "meeting_date",
        lambda c, a: meetings.meeting_dates(c, a, "T-ES/36"),
        lambda c, a: meetings.meeting_dates(c, a, "T-ES/999"),
    ),
    "held_meetings": Query(
        "meeting number end_date", "meeting", lambda c, _: meetings.held_meetings(c)
    ),
    "agenda": Query(
        "*agenda_items symbol document_title",
        "agenda_item",
        lambda c, a: meetings.agenda(c, a, "T-ES/28"),
        lambda c, a: meetings.agenda(c, a, "T-ES/999"),
    ),
    "last_meeting_with_deadlines": Query(
        "meeting number end_date",
        "",
        lambda c, a: meetings.last_meeting_with_deadlines(c, a),
        lambda c, _: meetings.last_meeting_with_deadlines(c, AsOf(dt.date(2000, 1, 1), past=True)),
    ),
    "parties": Query("*parties", "party", lambda c, _: parties.parties(c)),
    "party": Query(
        "*parties",
        "party",
        lambda c, _: parties.party(c, "PRT"),
        lambda c, _: parties.party(c, "ZZZ"),
    ),
    "party_rounds": Query(
        """round short_en short_fr name_en name_fr kind start_year end_year coverage source
           certainty""",
        "round",
        lambda c, a: parties.party_rounds(c, a, "PRT"),
        lambda c, a: parties.party_rounds(c, a, "ZZZ"),
    ),
    "party_recommendations": Query(
        """recommendation code grade round short_en short_fr summary_en summary_fr relation
           assessed_on outcome document note source certainty""",
        "recommendation",
        lambda c, a: parties.party_recommendations(c, a, "PRT"),
        lambda c, a: parties.party_recommendations(c, a, "ZZZ"),
    ),
    "party_decisions": Query(
        "decision number position meeting_number summary_en summary_fr",
        "decision",
        lambda c, a: parties.party_decisions(c, a, "RUS"),
        lambda c, a: parties.party_decisions(c, a, "ZZZ"),
    ),
    "recommendations": Query(
        """*recommendations short_en short_fr stage stage_on stage_meeting stage_number
           stage_decision stage_source parties_on_file outcomes_on_file""",
        "recommendation",
        lambda c, a: made.recommendations(c, a),
        lambda c, a: made.recommendations(c, a, round="nothing"),
    ),
    "rounds": Query("*rounds recommendations", "round", lambda c, a: made.rounds(c, a)),
    "stages": Query(
        "*recommendation_stages number",
        "recommendation_stage",
        lambda c, a: made.stages(c, a, "refugee-crisis/R7"),
        lambda c, a: made.stages(c, a, "refugee-crisis/R999"),
    ),
    "of_round": Query(
        "*recommendations parties_on_file",
        "recommendation",
        lambda c, a: made.of_round(c, a, "refugee_crisis_urgent"),
        lambda c, a: made.of_round(c, a, "nothing"),
    ),
    "statuses": Query(
        "*statuses note certainty",
        "status",
        lambda c, _: made.statuses(c, "stage"),
        lambda c, _: made.statuses(c, "nothing"),
    ),
    **{
        f"matrix, {layer}": Query(
            """recommendation party status since source certainty known_on before changed""",
            "party recommendation",
            lambda c, a, layer=layer: standing.matrix(  # type: ignore[misc]
                c, a, layer, "refugee_crisis_urgent", since=dt.date(2021, 10, 7)
            ),
            lambda c, a, layer=layer: standing.matrix(  # type: ignore[misc]
                c, a, layer, "nothing"
            ),
        )
        for layer in standing.PAIR_LAYERS
    },
    **{
        f"status_map, {layer}": Query(
            """party iso2 name_en name_fr tile_column tile_row status since source certainty
               known_on status_en status_fr symbol position before changed""",
            "party",
            lambda c, a, layer=layer: standing.status_map(  # type: ignore[misc]
                c, a, layer, round="refugee_crisis_urgent", recommendation="refugee-crisis/R7"
            ),
        )
        for layer in standing.LAYERS
    },
    "history": Query(
        """step layer status outcome on_day known_on document note meeting meeting_number decision
           decision_number decision_position page block printed source certainty""",
        "step",
        lambda c, a: standing.history(c, a, "refugee-crisis/R7", "PRT"),
        lambda c, a: standing.history(c, a, "refugee-crisis/R999", "PRT"),
    ),
}
each_query = pytest.mark.parametrize("name", QUERIES)


@each_query
@pytest.mark.parametrize("as_of", [TODAY, PAST], ids=["today", "past"])
def test_columns_are_those_of_its_docstring(connection: Connection, name: str, as_of: AsOf) -> None:
    query = QUERIES[name]
    assert set(query.ask(connection, as_of).columns) == _expand(connection, query.columns)


@each_query
def test_no_two_rows_are_of_the_same_thing(connection: Connection, name: str) -> None:
    query = QUERIES[name]
    found = query.ask(connection, TODAY)
    assert not found.duplicated(query.key.split()).any() if query.key else len(found) <= 1


@each_query
def test_order_does_not_hang_on_how_rows_are_stored(
    connection: Connection, stored_backwards: Connection, name: str
) -> None:
    ask = QUERIES[name].ask
    pd.testing.assert_frame_equal(ask(connection, TODAY), ask(stored_backwards, TODAY))


@pytest.mark.parametrize("name", [name for name, query in QUERIES.items() if query.unknown])
def test_what_is_not_on_file_gives_no_row(connection: Connection, name: str) -> None:
    query = QUERIES[name]
    assert query.unknown is not None
    found = query.unknown(connection, TODAY)
    assert found.empty
    assert set(found.columns) == _expand(connection, query.columns)


@pytest.mark.parametrize("name", [name for name, query in QUERIES.items() if query.key])
def test_the_past_knows_nothing_that_today_does_not(connection: Connection, name: str) -> None:
    query = QUERIES[name]
    keys = query.key.split()
    past, today = (
        set(query.ask(connection, as_of)[keys].itertuples(index=False, name=None))
        for as_of in (PAST, TODAY)
    )
    assert past <= today


@pytest.fixture(scope="module")
def stored_backwards(
    shipped: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Connection]:
    """The same data with the rows of every table stored from the last to the first."""
    file = published(shipped)
    assert file is not None
    copy = shutil.copy(file, tmp_path_factory.mktemp("backwards") / "lanzadash.duckdb")
    with duckdb.connect(str(copy)) as database:
        tables = "select schema_name || '.' || table_name from duckdb_tables()"
        for (table,) in database.execute(tables).fetchall():
            database.execute(f"create temp table rows as select * from {table} order by rowid desc")
            database.execute(f"delete from {table}")
            database.execute(f"insert into {table} select * from rows")
            database.execute("drop table rows")
        yield database


def _expand(connection: Connection, columns: str) -> set[str]:
    """The names in ``columns``, ``*table`` standing for the columns of that table."""
    names: set[str] = set()
    for name in columns.split():
        if name.startswith("*"):
            found = connection.execute(f"describe {name[1:]}").fetchall()
            names.update(str(row[0]) for row in found)
        else:
            names.add(name)
    return names
