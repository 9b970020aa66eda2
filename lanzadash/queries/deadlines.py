"""Deadlines, and the Parties they bind."""

from __future__ import annotations

import pandas as pd

from lanzadash.queries.asof import AsOf
from lanzadash.queries.obligations import BONDS, EXTENSIONS
from lanzadash.store import Connection

UNADDRESSED = """(
    d.rule is null and d.addressees_en is null and d.addressees_fr is null and not exists (
        select 1 from obligations u where u.deadline = d.deadline and u.basis = 'round'))"""
"""Of a row ``d`` of the table: who is asked is not on file, so that it may concern any Party."""

_DEADLINES = f"""
    with named as (
        select deadline, list(code order by code_order, code) as codes,
               list(coalesce(recommendation, '') order by code_order, code) as recommendations
        from (select *, try_cast(regexp_extract(code, '[0-9]+') as integer) as code_order
              from deadline_recommendations)
        group by deadline
    ),
    {BONDS},
    own as (select * from bonds where party = $party),
    bound as (
        select deadline, count(*) as parties_bound, bool_or(party = $party) as binds_party
        from bonds group by deadline
    ),
    counted as (
        select deadline, list({{'status': status, 'parties': parties}}
                              order by parties desc, status) as statuses
        from (select deadline, status, count(*) as parties from bonds group by all)
        group by deadline
    ),
    latest as (
        select * from deadline_changes where known(known_on, $as_of)
        qualify row_number() over (partition by deadline order by position desc) = 1
    ),
    acts as (
        select c.deadline, c.change, coalesce(last_value(c.due ignore nulls) over earlier, d.due)
                   as old,
               c.due as new, c.known_on as "on", c.meeting, c.decision, c.source, c.certainty,
               0 as rank, c.position
        from deadline_changes c join deadlines d using (deadline) where known(c.known_on, $as_of)
        window earlier as (partition by c.deadline order by c.position
                           rows between unbounded preceding and 1 preceding)
        union all by name
        {EXTENSIONS}
    ),
    told as (
        select a.deadline, list({{'change': a.change, 'old': a.old, 'new': a.new, 'on': a.on,
                   'meeting': a.meeting, 'meeting_number': m.number, 'decision': a.decision,
                   'number': c.number, 'position': c.position, 'source': a.source,
                   'certainty': a.certainty}}
                   order by a.on nulls first, a.rank, a.position) as steps
        from acts a
        left join meetings m using (meeting)
        left join decisions c on c.decision = a.decision
        where a.party is null or a.party = $party
        group by a.deadline
    ),
    dated as (
        select d.deadline, coalesce(o.first_due, d.due) as first_due,
               coalesce(o.due, h.due, d.due) as due, list_concat(h.changes, o.changes) as changes
        from deadlines d
        left join history h on h.deadline = d.deadline
        left join own o on o.deadline = d.deadline
    )
    select d.* exclude (due), t.due, nullif(t.first_due, t.due) as first_due,
           t.due - (not d.inclusive)::integer as last_day,
           m.number as meeting_number, c.number as decision_number, c.position as decision_position,
           s.symbol, s.version, r.short_en as round_short_en, r.short_fr as round_short_fr,
           n.codes, n.recommendations, coalesce(b.parties_bound, 0) as parties_bound,
           o.state, o.state_on, o.state_source,
           coalesce(o.status, case when l.change <> 'moved' then l.change
                                   when t.due - (not d.inclusive)::integer < $day then 'passed'
                                   else 'open' end) as status,
           case when o.status is null then coalesce(k.statuses, []) else [] end as statuses,
           coalesce(l.change, 'moved') = 'moved' as standing, l.change, l.replaced_by,
           coalesce(e.steps, []) as steps, coalesce(t.changes, []) as changes,
           coalesce(b.binds_party, false) or not {UNADDRESSED} as addressed
    from deadlines d
    join dated t on t.deadline = d.deadline
    left join latest l on l.deadline = d.deadline
    left join meetings m on m.meeting = d.meeting
    left join decisions c on c.decision = d.decision
    left join documents s on s.document = d.document
    left join rounds r on r.round = d.round
    left join named n on n.deadline = d.deadline
    left join bound b on b.deadline = d.deadline
    left join own o on o.deadline = d.deadline
    left join counted k on k.deadline = d.deadline
    left join told e on e.deadline = d.deadline
    where known(d.known_on, $as_of)
"""


def deadlines(
    connection: Connection,
    as_of: AsOf,
    *,
    party: str | None = None,
    round: str | None = None,
    kind: str | None = None,
    meeting: str | None = None,
    decision: str | None = None,
) -> pd.DataFrame:
    """The deadlines known as of that day, earliest first, rules without a day last.

    With ``party`` only those that bind it, each with the day and the state on file for it, and
    those of which nobody has said who is asked: ``addressed`` is false for these. One that was
    cancelled or replaced stays in its place; ``standing`` is false for it.

    Columns: those of the table ``deadlines`` except that ``due`` is the day as known then, the
    Party's own with ``party``; ``last_day``, the last one still in time; ``first_due``, the day
    first set, where that is another; ``meeting_number``, ``decision_number``,
    ``decision_position``, ``symbol``, ``version``, ``round_short_en|fr``; ``codes`` and
    ``recommendations`` (two lists of the same length, or null); ``parties_bound``; ``state``,
    ``state_on``, ``state_source``, the Party's latest on file; ``status`` as in
    :func:`~lanzadash.queries.obligations.obligations`, the Party's, else that of the day alone;
    ``settled``: nothing is asked any more; ``statuses``, without a Party's own: ``{status,
    parties}`` of all that it binds, the most first; ``standing``; ``change`` (moved | cancelled |
    replaced | null), the latest, with ``replaced_by``; ``steps``, what became of it in order:
    ``{change, old, new, on, meeting, meeting_number, decision, number, position, source,
    certainty}``, the Party's own extensions among them; ``changes``, the day of each change of
    what it says (null where that is unknown), the states of the Party among them; and
    ``addressed``.
    """
    return connection.execute(
        f"""
        select *, not standing
                  or status in ('received', 'received_late', 'not_applicable') as settled
        from ({_DEADLINES}
          and ($party is null or b.binds_party or {UNADDRESSED})
          and ($round is null or d.round = $round)
          and ($kind is null or d.kind = $kind)
          and ($meeting is null or d.meeting = $meeting)
          and ($decision is null or d.decision = $decision))
        order by due nulls last, deadline
        """,
        {
            "as_of": as_of.known_by,
            "day": as_of.day,
            "party": party,
            "round": round,
            "kind": kind,
            "meeting": meeting,
            "decision": decision,
        },
    ).df()


def deadline_kinds(connection: Connection) -> list[str]:
    """The kinds of deadlines on file, sorted."""
    rows = connection.execute("select distinct kind from deadlines order by kind").fetchall()
    return [kind for (kind,) in rows]
