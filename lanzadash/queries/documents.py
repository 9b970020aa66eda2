"""The documents behind the data, what was read from them, and how fresh the data is."""

from __future__ import annotations

import pandas as pd

from lanzadash.queries.asof import AsOf
from lanzadash.store import Connection

_ADOPTED = (
    "list_of_decisions",
    "implementation_report",
    "special_report",
    "compliance_report",
    "activity_report",
    "opinion",
    "declaration",
    "rules_of_procedure",
)
"""Kinds of documents that a committee adopts."""


def documents(
    connection: Connection, as_of: AsOf, *, kind: str | None = None, meeting: str | None = None
) -> pd.DataFrame:
    """Documents on file, those that were read first, then the newest.

    Columns: those of the table ``documents``, ``meeting_number``, and counts of what was taken
    from it: ``decisions, deadlines, agenda_items``.
    """
    return connection.execute(
        """
        select s.*, m.number as meeting_number,
               (select count(*) from decisions d where d.document = s.document) as decisions,
               (select count(*) from deadlines l where l.document = s.document) as deadlines,
               (select count(*) from agenda_items i where i.document = s.document) as agenda_items
        from documents s left join meetings m on m.meeting = s.meeting
        where known(s.known_on, $as_of)
          and ($kind is null or s.kind = $kind) and ($meeting is null or s.meeting = $meeting)
        order by s.read_on is null, s.dated desc nulls last, s.document
        """,
        {"as_of": as_of.known_by, "kind": kind, "meeting": meeting},
    ).df()


def dated_reports(connection: Connection, as_of: AsOf) -> pd.DataFrame:
    """What the committee adopts or issues, with the day, the month or the year printed on it.

    ``adopted_on`` is as precise as known and null where no adoption is on file: it is printed in
    the document itself, or is a stage of the procedure for which the compliance report is named.

    Columns: those of the table ``documents`` and ``adopted_on``, ``shown_on``, that or ``dated``;
    earliest first.
    """
    return connection.execute(
        """
        with stage as (
            select document as named, meeting, any_value(reached_on) as reached_on
            from recommendation_stages
            where stage = 'compliance_report_adopted' and document is not null
              and known(known_on, $as_of)
            group by all having count(distinct reached_on) = 1
        )
        select d.*, coalesce(cast(d.adopted as varchar), s.reached_on) as adopted_on,
               coalesce(adopted_on, d.dated) as shown_on
        from documents d
        left join stage s on d.kind = 'compliance_report' and s.meeting = d.meeting
          and starts_with(d.title, s.named || ':')
        where known(d.known_on, $as_of) and d.kind in $kinds and shown_on is not null
        order by shown_on, d.document
        """,
        {"as_of": as_of.known_by, "kinds": list(_ADOPTED)},
    ).df()


def document(connection: Connection, id: str) -> pd.DataFrame:
    """One document: one row or none, columns of ``documents``."""
    return connection.execute("select * from documents where document = $id", {"id": id}).df()


def document_kinds(connection: Connection) -> list[str]:
    """The kinds of documents on file, sorted."""
    rows = connection.execute("select distinct kind from documents order by kind").fetchall()
    return [kind for (kind,) in rows]


def sources(connection: Connection, record: str) -> pd.DataFrame:
    """Where one record was taken from: columns of ``sources`` and the document's ``symbol``,
    ``version``, ``address``.
    """
    return connection.execute(
        """
        select x.*, s.symbol, s.version, s.language, s.address
        from sources x left join documents s on s.document = x.document
        where x.record = $record order by x.source_id
        """,
        {"record": record},
    ).df()


def certainties(connection: Connection) -> pd.DataFrame:
    """How many rows of each table have which certainty: ``record_table, certainty, records``."""
    return connection.execute(
        """
        select record_table, certainty, count(distinct record) as records
        from sources group by all order by record_table, certainty
        """
    ).df()


def unknown_since(connection: Connection) -> pd.DataFrame:
    """How many rows on file are known since an unknown day: ``record_table, records``.

    They are shown today and left out of views of the past.
    """
    return connection.execute(
        """
        select * from (
            select 'deadlines' as record_table, count(*) filter (known_on is null) as records
            from deadlines
            union all select 'meeting_dates', count(*) filter (known_on is null) from meeting_dates
            union all select 'recommendations', count(*) filter (known_on is null)
            from recommendations
            union all select 'assessments', count(*) filter (known_on is null) from assessments
            union all select 'documents', count(*) filter (known_on is null) from documents
            union all select 'rounds', count(*) filter (known_on is null) from rounds
            union all select 'round_parties', count(*) filter (known_on is null) from round_parties
        ) where records > 0 order by record_table
        """
    ).df()


def corrections(connection: Connection) -> pd.DataFrame:
    """All corrections of printed values: columns of the table ``corrections``."""
    return connection.execute("select * from corrections order by correction").df()


def meta(connection: Connection) -> dict[str, str]:
    """What the file says of itself: ``version, built_at, digest, illustrative, read_until``."""
    return dict(connection.execute("select key, value from meta order by key").fetchall())


def cited(connection: Connection) -> dict[str, str]:
    """The documents on file by what sources call them: ``{"T-ES(2021)37_en rev.": id}``."""
    rows = connection.execute(
        """
        select reference, min(document) from sources
        where document in (select document from documents) and reference not like 'http%'
        group by reference having count(distinct document) = 1 order by reference
        """
    ).fetchall()
    return dict(rows)


def bodies(connection: Connection) -> pd.DataFrame:
    """The committees on file: columns of ``bodies``."""
    return connection.execute("select * from bodies order by body").df()
