"""What a room needs beside an agenda: for each procedure on it, what it is about."""

from __future__ import annotations

import pandas as pd

from lanzadash.queries.asof import AsOf
from lanzadash.store import Connection

_ROUNDS = """
    rounds_of as (
        select distinct round from agenda_items
        where meeting = $meeting and round is not null and known(known_on, $as_of)
    )
"""


def concerned(connection: Connection, as_of: AsOf, meeting: str) -> pd.DataFrame:
    """The recommendations that each procedure on the agenda of a meeting is about.

    They are those that its decisions and deadlines name; where these name none, those that its
    own report makes, or that of the round it follows.

    Columns: ``round`` (of the agenda item), ``recommendation, code, position, stage, stage_on``
    (the latest step on file, null without one), in the order of their reports.
    """
    return connection.execute(
        f"""
        with {_ROUNDS},
        named as (
            select d.round, l.target as recommendation
            from decisions d join decision_links l using (decision)
            where l.type = 'mentions_recommendation' and l.resolved and known(l.known_on, $as_of)
            union
            select d.round, r.recommendation
            from deadlines d join deadline_recommendations r using (deadline)
            where known(d.known_on, $as_of) and r.recommendation is not null
        ),
        made as (
            select x.round, r.recommendation
            from rounds_of x left join rounds o using (round)
            join recommendations r on r.round in (x.round, o.follows)
            where x.round not in (select round from named where round is not null)
        ),
        latest as (
            select * from recommendation_stages where known(known_on, $as_of)
            qualify row_number() over (partition by recommendation order by
                case stage when 'addressed' then 1 when 'information_requested' then 2
                     when 'draft_compliance_report_examined' then 3 else 4 end desc,
                reached_on desc nulls last, recommendation_stage) = 1
        )
        select a.round, r.recommendation, r.code, r.position, s.stage, s.reached_on as stage_on
        from (from named union from made) a
        join rounds_of using (round)
        join recommendations r using (recommendation)
        left join latest s using (recommendation)
        where known(r.known_on, $as_of)
        order by a.round, r.round, r.position, r.recommendation
        """,
        {"as_of": as_of.known_by, "meeting": meeting},
    ).df()


def named_documents(connection: Connection, as_of: AsOf, meeting: str) -> pd.DataFrame:
    """The documents that decisions of the procedures on an agenda name, up to that meeting.

    The one named last comes first.

    Columns: ``round`` (of the agenda item), ``document, symbol, version, language, kind, title,
    dated, address`` and ``meeting_number``, where it was named last.
    """
    return connection.execute(
        f"""
        with {_ROUNDS}
        select d.round, s.document, s.symbol, s.version, s.language, s.kind, s.title, s.dated,
               s.address, max(m.number) as meeting_number
        from rounds_of
        join decisions d using (round)
        join meetings m on m.meeting = d.meeting
        join meetings own on own.meeting = $meeting and m.body = own.body
          and m.number <= own.number
        join decision_links l on l.decision = d.decision and l.type = 'mentions_document'
          and l.resolved and known(l.known_on, $as_of)
        join documents s on s.document = l.target
        where known(s.known_on, $as_of)
        group by all
        order by d.round, meeting_number desc, s.symbol, s.document
        """,
        {"as_of": as_of.known_by, "meeting": meeting},
    ).df()


def taken(connection: Connection, as_of: AsOf, meeting: str) -> pd.DataFrame:
    """The decisions that a meeting took under an item of its own agenda, in their order.

    Columns: ``agenda_item, decision, meeting_number, number, position, verb, summary_en|fr``.
    """
    return connection.execute(
        """
        select l.target as agenda_item, d.decision, m.number as meeting_number, d.number,
               d.position, d.verb, d.summary_en, d.summary_fr
        from decisions d
        join decision_links l on l.decision = d.decision and l.type = 'on_agenda_item'
        join meetings m on m.meeting = d.meeting
        where d.meeting = $meeting and known(d.known_on, $as_of) and known(l.known_on, $as_of)
        order by d.position, d.decision, l.target
        """,
        {"as_of": as_of.known_by, "meeting": meeting},
    ).df()
