"""Any record by its id, whatever it is."""

from __future__ import annotations

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
