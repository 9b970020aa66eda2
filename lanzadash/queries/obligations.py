"""What became of a deadline for each Party that it binds."""

from __future__ import annotations

import pandas as pd

from lanzadash.queries.asof import AsOf
from lanzadash.store import Connection

BONDS = """
    history as (
        select deadline, arg_max(due, position) as due, arg_max(change, position) as change,
               list(known_on order by position) as changes
        from deadline_changes where known(known_on, $as_of)
        group by deadline
    ),
    answers as (
        select obligation, arg_max(s, position) as latest,
               arg_max(extended_to, position) as extended_to,
               list(known_on order by position) as changes
        from obligation_states s where known(known_on, $as_of)
        group by obligation
    ),
    days as (
        select o.*, a.latest, a.changes, o.due as first_due, d.force, d.inclusive,
               coalesce(greatest(a.extended_to, h.due), o.due) as day,
               coalesce(h.change, 'moved') as change
        from obligations o
        join deadlines d using (deadline)
        left join history h using (deadline)
        left join answers a using (obligation)
        where known(o.known_on, $as_of)
    ),
    bonds as (
        select * exclude (day, due), day as due, day - (not inclusive)::integer as last_day,
               latest.state as state, latest.state_on as state_on, latest.source as state_source,
               case when change <> 'moved' then change
                    when state in ('received', 'received_late', 'not_applicable') then state
                    when last_day >= $day or last_day is null
                    then case when state = 'extended' then 'extended' else 'open' end
                    when state = 'nothing_received' and force = 'must' and state_on > last_day
                    then 'overdue'
                    when state = 'nothing_received' then state
                    else 'passed' end as status
        from days
    )
"""
"""The obligations known on ``$as_of``, each with its own day and where it stands on ``$day``.

``state`` is what is on file, ``status`` what follows from it: ``overdue`` only where the text
obliges and a source says, after the day that holds, that nothing came; ``passed`` where the day is
over and nothing is on file of the answer, an extension that has run out being none; ``open`` before
that day.
"""

EXTENSIONS = """
        select o.deadline, o.party, s.obligation_state, 'extended' as change,
               greatest(coalesce(lag(s.extended_to) over (partition by s.obligation
                                                          order by s.position), o.due),
                        (select arg_max(c.due, c.position) from deadline_changes c
                         where c.deadline = o.deadline and c.known_on <= s.known_on)) as old,
               s.extended_to as new, s.known_on as "on", s.source, s.certainty, 1 as rank,
               s.position
        from obligation_states s join obligations o using (obligation)
        where s.extended_to is not null and known(s.known_on, $as_of)
"""
"""The extensions known on ``$as_of``, each from the day that held for the Party until then."""


def obligations(
    connection: Connection, as_of: AsOf, *, deadline: str | None = None
) -> pd.DataFrame:
    """The obligations known as of that day, by deadline and Party; with ``deadline`` its own.

    Columns: ``obligation, deadline, party, name_en, name_fr, basis, due`` (the day that holds for
    the Party), ``last_day`` (the last one still in time), ``state`` (the latest on file, null
    without one), ``state_on, state_source, status`` (open | extended | received | received_late |
    not_applicable | nothing_received | overdue | passed | cancelled | replaced), ``source``,
    ``certainty``.
    """
    return connection.execute(
        f"""
        with {BONDS}
        select b.obligation, b.deadline, b.party, p.name_en, p.name_fr, b.basis, b.due, b.last_day,
               b.state, b.state_on, b.state_source, b.status, b.source, b.certainty
        from bonds b join parties p using (party)
        where $deadline is null or b.deadline = $deadline
        order by b.deadline, b.party
        """,
        {"as_of": as_of.known_by, "day": as_of.day, "deadline": deadline},
    ).df()
