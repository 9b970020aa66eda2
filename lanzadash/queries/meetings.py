"""Meetings: their dates as announced and as held, their agenda and their documents."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd

from lanzadash.queries.asof import AsOf
from lanzadash.store import Connection

_DATES = """
    with announced as (
        select * from meeting_dates
        where status = 'announced' and known(known_on, $as_of) and meeting is not null
        qualify row_number() over
            (partition by meeting order by known_on desc nulls last, meeting_date) = 1
    ),
    held as (
        select * from meeting_dates
        where status = 'held' and known(known_on, $as_of) and meeting is not null
        qualify row_number() over (partition by meeting order by meeting_date) = 1
    ),
    facts as (
        select meeting, status, start_date, end_date, place, tentative, min(known_on) as known_on
        from meeting_dates where known(known_on, $as_of) and meeting is not null
        group by all
    ),
    history as (
        select meeting, list(known_on order by known_on nulls first)[2:] as changes
        from facts group by meeting
    )
    select m.meeting, m.body, m.number, m.mode, m.city, m.country,
           case when h.meeting is null then 'announced' else 'held' end as status,
           coalesce(h.start_date, a.start_date) as start_date,
           coalesce(h.end_date, a.end_date) as end_date,
           coalesce(h.place, a.place) as place,
           h.meeting is null and a.tentative as tentative,
           (select count(*) from decisions d
            where d.meeting = m.meeting and known(d.known_on, $as_of)) as decisions,
           (select count(*) from deadlines l
            where l.meeting = m.meeting and known(l.known_on, $as_of)) as deadlines,
           coalesce(h.source, a.source) as source,
           coalesce(h.certainty, a.certainty) as certainty,
           case when h.meeting is null then a.known_on else h.known_on end as known_on, y.changes
    from meetings m
    left join announced a on a.meeting = m.meeting
    left join held h on h.meeting = m.meeting
    left join history y on y.meeting = m.meeting
    where h.meeting is not null or a.meeting is not null
"""


def meetings(connection: Connection, as_of: AsOf) -> pd.DataFrame:
    """The meetings known as of that day, latest first, each with the dates known then.

    Columns: ``meeting, body, number, mode, city, country, status`` (held | announced),
    ``start_date, end_date, place, tentative, decisions, deadlines`` (counts), ``source,
    certainty, known_on`` (of these dates) and ``changes``, the day of each change since its first
    dates were known (null where that is unknown): announced anew, held.
    """
    return connection.execute(
        _DATES + " order by start_date desc, m.number desc, m.meeting", {"as_of": as_of.known_by}
    ).df()


def dates_on_file(connection: Connection, as_of: AsOf) -> pd.DataFrame:
    """Every span of days for which a meeting was announced or on which it was held, earliest first.

    Days announced more than once stand once, and those announced and kept only as held. Also those
    announced without a number (``meeting`` and ``number`` null).

    Columns: ``meeting_date, meeting, number, mode, city, place, status`` (held | announced),
    ``start_date, end_date, tentative, announced_at, source, certainty``.
    """
    return connection.execute(
        """
        select d.meeting_date, d.meeting, m.number, m.mode, m.city, d.place, d.status,
               d.start_date, d.end_date, d.tentative, d.announced_at, d.source, d.certainty
        from meeting_dates d left join meetings m on m.meeting = d.meeting
        where known(d.known_on, $as_of)
        qualify row_number() over (
            partition by coalesce(d.meeting, d.meeting_date), d.start_date, d.end_date
            order by d.status desc, d.known_on desc nulls last, d.meeting_date) = 1
        order by d.start_date, d.meeting_date
        """,
        {"as_of": as_of.known_by},
    ).df()


def unnumbered(connection: Connection, as_of: AsOf) -> pd.DataFrame:
    """Meetings announced without a number, of which none on file begins on the same day.

    Columns: those of :func:`meetings` without the counts; ``meeting`` is the id of the announced
    dates, ``number``, ``mode``, ``city`` and ``country`` are null, ``changes`` is empty.
    """
    return connection.execute(
        """
        select d.meeting_date as meeting, d.body, null::integer as number, null as mode,
               null as city, null as country, d.status, d.start_date, d.end_date, d.place,
               d.tentative, d.source, d.certainty, d.known_on, []::date[] as changes
        from meeting_dates d
        where d.meeting is null and d.status = 'announced' and known(d.known_on, $as_of)
          and not exists (
              select 1 from meeting_dates o
              where o.meeting is not null and o.body = d.body and o.start_date = d.start_date
                and known(o.known_on, $as_of))
        order by d.start_date desc, d.meeting_date
        """,
        {"as_of": as_of.known_by},
    ).df()


def next_meeting(connection: Connection, as_of: AsOf) -> pd.DataFrame:
    """The first dates, announced or held, that end on that day or later: one row or none.

    Also dates announced without a number (``meeting`` and ``number`` null).

    Columns: ``meeting, number, start_date, end_date, place, tentative, source, certainty``.
    """
    return connection.execute(
        """
        select d.meeting, m.number, d.start_date, d.end_date, d.place, d.tentative, d.source,
               d.certainty
        from meeting_dates d left join meetings m on m.meeting = d.meeting
        where known(d.known_on, $as_of) and d.end_date >= $day
        qualify row_number() over (partition by coalesce(d.meeting, d.meeting_date)
                                   order by d.status desc, d.known_on desc nulls last) = 1
        order by d.start_date, d.meeting nulls last, d.meeting_date
        limit 1
        """,
        {"as_of": as_of.known_by, "day": as_of.day},
    ).df()


def latest_meeting(connection: Connection, as_of: AsOf, *, decided: bool = False) -> pd.DataFrame:
    """The latest meeting held by that day: one row or none, columns as :func:`meetings`.

    With ``decided``, the latest one whose decisions are on file.
    """
    return connection.execute(
        f"""
        select * from ({_DATES})
        where status = 'held' and end_date <= $day and (not $decided or decisions > 0)
        order by end_date desc, number desc limit 1
        """,
        {"as_of": as_of.known_by, "day": as_of.day, "decided": decided},
    ).df()


def meeting_dates(connection: Connection, as_of: AsOf, meeting: str) -> pd.DataFrame:
    """All dates on file for one meeting: announced first, then held, each with its source.

    Columns: those of the table ``meeting_dates`` and ``announced_number``, the number of the
    meeting that announced them.
    """
    return connection.execute(
        """
        select d.*, a.number as announced_number
        from meeting_dates d left join meetings a on a.meeting = d.announced_at
        where d.meeting = $meeting and known(d.known_on, $as_of)
        order by d.status, d.known_on nulls last, d.meeting_date
        """,
        {"as_of": as_of.known_by, "meeting": meeting},
    ).df()


def held_meetings(connection: Connection) -> pd.DataFrame:
    """All meetings held, latest first: ``meeting, number, end_date``; for the as-of control."""
    return connection.execute(
        """
        select m.meeting, m.number, d.end_date
        from meetings m join meeting_dates d on d.meeting = m.meeting and d.status = 'held'
        qualify row_number() over (partition by m.meeting order by d.meeting_date) = 1
        order by d.end_date desc, m.number desc, m.meeting
        """
    ).df()


def agenda_items(connection: Connection, ids: Sequence[str]) -> pd.DataFrame:
    """These agenda items in this order: columns of ``agenda_items`` and ``meeting_number``."""
    return connection.execute(
        """
        with wanted as (select unnest($ids) as agenda_item, unnest(range(len($ids))) as place)
        select a.*, m.number as meeting_number
        from agenda_items a join wanted using (agenda_item) left join meetings m using (meeting)
        order by wanted.place
        """,
        {"ids": list(ids)},
    ).df()


def agenda(connection: Connection, as_of: AsOf, meeting: str) -> pd.DataFrame:
    """The agenda items of one meeting in printed order; columns of ``agenda_items``."""
    return connection.execute(
        """
        select i.*, s.symbol, s.title as document_title
        from agenda_items i left join documents s on s.document = i.document
        where i.meeting = $meeting and known(i.known_on, $as_of)
        order by i.document, i.position, i.agenda_item
        """,
        {"as_of": as_of.known_by, "meeting": meeting},
    ).df()


def last_meeting_with_deadlines(connection: Connection, as_of: AsOf) -> pd.DataFrame:
    """The latest meeting on whose last day a deadline was still to come: one row or none.

    It is where to look when nothing is upcoming. Columns: ``meeting, number, end_date``.
    """
    return connection.execute(
        """
        select m.meeting, m.number, h.end_date
        from meetings m
        join meeting_dates h on h.meeting = m.meeting and h.status = 'held'
        where known(h.known_on, $as_of) and h.end_date <= $day and exists (
            with latest as (
                select deadline, change, due from deadline_changes c where c.known_on <= h.end_date
                qualify row_number() over (partition by deadline order by position desc) = 1)
            select 1 from deadlines d left join latest l using (deadline)
            where d.known_on <= h.end_date and coalesce(l.due, d.due) >= h.end_date
              and coalesce(l.change, 'moved') = 'moved')
        order by h.end_date desc, m.meeting limit 1
        """,
        {"as_of": as_of.known_by, "day": as_of.day},
    ).df()
