"""What must hold before a built file is published."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

import duckdb

from lanzadash.store.rows import Row
from lanzadash.store.schema import Table

_WORDS = {
    ("meeting_dates", "status"),
    ("assessments", "document"),
    ("recommendation_stages", "document"),
    ("statuses", "key"),
    ("reviews", "meeting"),
    ("revisions", "party"),
}
"""Columns that are called like a key and hold words, or what is told elsewhere or not on file."""

_OTHER_REFERENCES = [
    ("themes", "parent", "themes"),
    ("rounds", "follows", "rounds"),
    ("meeting_dates", "announced_at", "meetings"),
    ("deadline_changes", "replaced_by", "deadlines"),
]
"""Columns that point at a table and are not called like its key."""

_RULES = {
    "dates held are known from their last day on": """
        select meeting_date from meeting_dates
        where status = 'held' and (known_on is null or known_on < end_date)
        order by meeting_date""",
    "the first day is not after the last": """
        select meeting_date from meeting_dates where start_date > end_date order by meeting_date""",
    "a Party signs, then ratifies, then the treaty enters into force for it": """
        select party from parties
        where signed > ratified or ratified > in_force order by party""",
    "a deadline is not replaced by itself": """
        select deadline_change from deadline_changes
        where replaced_by = deadline order by deadline_change""",
    "only a deadline with a day is moved": """
        select deadline_change from deadline_changes c
        where change = 'moved' and exists (
            select 1 from deadlines d where d.deadline = c.deadline and d.due is null)
        order by deadline_change""",
    "the changes of a deadline stand in the order in which they became known": """
        select deadline_change from deadline_changes
        qualify known_on < max(known_on) over (
            partition by deadline order by position
            rows between unbounded preceding and 1 preceding)
        order by deadline_change""",
    "a deadline is changed after it was set": """
        select deadline_change from deadline_changes c join deadlines d using (deadline)
        where c.known_on < d.known_on order by deadline_change""",
    "a round begins before it ends": """
        select round from rounds where start_year > end_year order by round""",
    "two Parties do not share a tile": """
        select string_agg(party, ' and ' order by party) from parties
        where tile_column is not null
        group by tile_column, tile_row having count(*) > 1 order by 1""",
    "an outcome is a status of the layer outcome": """
        select assessment from assessments
        where 'outcome/' || outcome not in (select status from statuses) order by assessment""",
    "a stage is a status of the layer stage": """
        select recommendation_stage from recommendation_stages
        where 'stage/' || stage not in (select status from statuses)
        order by recommendation_stage""",
    "a resolved link points at a row": """
        select decision_link from decision_links
        where resolved and target not in (
            select meeting from meetings union all select recommendation from recommendations
            union all select document from documents union all select party from parties
            union all select decision from decisions
            union all select agenda_item from agenda_items
        ) order by decision_link""",
}
"""What must hold: a query for the rows of which it does not."""


def duplicates(tables: Mapping[str, Sequence[Row]], known: Mapping[str, Table]) -> list[str]:
    """A fault for each key that two rows share."""
    return [
        f"{name}: expected one {table.key} {key}, found {count}; drop one or tell them apart"
        for name, table in known.items()
        for key, count in Counter(row[table.key] for row in tables[name]).items()
        if count > 1
    ]


def faults(connection: duckdb.DuckDBPyConnection, known: Mapping[str, Table]) -> list[str]:
    """All that is wrong in the tables of this connection: keys that point nowhere, rules broken."""
    found = []
    for table, column, target in _references(known):
        found += _dangling(connection, known[table], column, known[target])
    for rule, query in _RULES.items():
        found += [f"{row[0]}: expected that {rule}" for row in connection.execute(query).fetchall()]
    return found


def _references(known: Mapping[str, Table]) -> Iterator[tuple[str, str, str]]:
    """Each table's key column is its singular noun, and so in every table that points there."""
    for target in known.values():
        for table in known.values():
            named = target.key in table.columns and (table.name, target.key) not in _WORDS
            if table is not target and named:
                yield table.name, target.key, target.name
    yield from _OTHER_REFERENCES


def _dangling(
    connection: duckdb.DuckDBPyConnection, table: Table, column: str, target: Table
) -> list[str]:
    query = f"""
        select {table.key}, {column} from {table.name}
        where {column} is not null and {column} not in (select {target.key} from {target.name})
        order by {table.key}
    """
    return [
        f"{table.name} {row}: expected {column} to be one of {target.name}, found {value!r}"
        for row, value in connection.execute(query).fetchall()
    ]
