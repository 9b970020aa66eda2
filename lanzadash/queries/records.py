"""Any record by its id, whatever it is."""

from __future__ import annotations

import pandas as pd

from lanzadash.store import Connection

_TABLES = {
    "decisions": "decision",
    "deadlines": "deadline",
    "meetings": "meeting",
    "parties": "party",
    "recommendations": "recommendation",
    "documents": "document",
}


def list_of(connection: Connection, id: str) -> str | None:
    """The list that a record stands in (``decisions`` for ``T-ES/35/d6``), ``None`` if in none."""
    asked = [
        f"select {position} as position, '{table}' as list from {table} where {key} = $id"
        for position, (table, key) in enumerate(_TABLES.items())
    ]
    sql = " union all ".join(asked) + " order by position limit 1"
    found = connection.execute(sql, {"id": id}).fetchone()
    return found[1] if found else None


def revisions(connection: Connection, party: str | None) -> pd.DataFrame:
    """How often what a calendar says of a deadline or meeting has changed, and when last.

    Columns: ``record, sequence, modified`` (ISO 8601, in UTC, null where unknown). With ``party``
    its own changes count as well.
    """
    return connection.execute(
        """
        select record, sum(sequence)::integer as sequence, max(modified)::varchar as modified
        from revisions where party is null or party = $party group by record order by record
        """,
        {"party": party},
    ).df()
