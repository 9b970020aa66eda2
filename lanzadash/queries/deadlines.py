"""Deadlines, and the Parties they bind."""

from __future__ import annotations

import pandas as pd

from lanzadash.queries.asof import AsOf
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
    history as (
        select deadline, arg_max(due, position) as due, list(known_on order by position) as changes
        from deadline_changes where known(known_on, $as_of)
        group by deadline
    ),
    latest as (
        select * from deadline_changes where known(known_on, $as_of)
        qualify row_number() over (partition by deadline order by position desc) = 1
    ),
    bound as (
        select deadline, count(*) as parties_bound, max(due) filter (party = $party) as party_due,
               bool_or(party = $party) as binds_party
        from obligations where known(known_on, $as_of)
        group by deadline
    ),
    own as (
        select o.deadline, arg_max(s, position) as latest,
               arg_max(s.extended_to, position) as extended_to,
               list(s.known_on order by position) filter (
                   s.extended_to is not null or s.state = 'not_applicable') as changes
        from obligations o join obligation_states s using (obligation)
        where o.party = $party and known(s.known_on, $as_of)
        group by o.deadline
    ),
    dated as (
        select d.deadline, coalesce(b.party_due, d.due) as first_due,
               coalesce(greatest(o.extended_to, h.due), b.party_due, d.due) as due,
               list_concat(h.changes, o.changes) as changes
        from deadlines d
        left join history h on h.deadline = d.deadline
        left join bound b on b.deadline = d.deadline
        left join own o on o.deadline = d.deadline
    )
    select d.* exclude (due), t.due, nullif(t.first_due, t.due) as first_due,
           m.number as meeting_number, c.number as decision_number, c.position as decision_position,
           s.symbol, s.version, r.short_en as round_short_en, r.short_fr as round_short_fr,
           n.codes, n.recommendations, coalesce(b.parties_bound, 0) as parties_bound,
           o.latest.state as state, o.latest.state_on as state_on, o.latest.source as state_source,
           coalesce(l.change, 'moved') = 'moved' as standing, l.change, l.replaced_by,
           l.known_on as changed_on, l.meeting as changed_by_meeting,
           x.number as changed_by_meeting_number, l.decision as changed_by_decision,
           y.number as changed_by_number, y.position as changed_by_position,
           l.source as change_source, l.certainty as change_certainty,
           coalesce(t.changes, []) as changes,
           coalesce(b.binds_party, false) or not {UNADDRESSED} as addressed
    from deadlines d
    join dated t on t.deadline = d.deadline
    left join latest l on l.deadline = d.deadline
    left join meetings x on x.meeting = l.meeting
    left join decisions y on y.decision = l.decision
    left join meetings m on m.meeting = d.meeting
    left join decisions c on c.decision = d.decision
    left join documents s on s.document = d.document
    left join rounds r on r.round = d.round
    left join named n on n.deadline = d.deadline
    left join bound b on b.deadline = d.deadline
    left join own o on o.deadline = d.deadline
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
    Party's own with ``party``; ``first_due``, the day first set, where that is another;
    ``meeting_number``, ``decision_number``, ``decision_position``, ``symbol``, ``version``,
    ``round_short_en|fr``; ``codes`` and ``recommendations`` (two lists of the same length, or
    null); ``parties_bound``; ``state``, ``state_on``, ``state_source``, the Party's
    latest;
    ``standing``; ``change`` (moved | cancelled | replaced | null), the latest, with
    ``replaced_by``, ``changed_on``, ``changed_by_meeting``, ``changed_by_meeting_number``,
    ``changed_by_decision``, ``changed_by_number``, ``changed_by_position``, ``change_source``,
    ``change_certainty``; ``changes``, the day of each change of what it says (null where that is
    unknown), the Party's own among them: an extension, that it does not apply; and ``addressed``.
    """
    return connection.execute(
        _DEADLINES
        + f"""
          and ($party is null or b.binds_party or {UNADDRESSED})
          and ($round is null or d.round = $round)
          and ($kind is null or d.kind = $kind)
          and ($meeting is null or d.meeting = $meeting)
          and ($decision is null or d.decision = $decision)
        order by t.due nulls last, d.deadline
        """,
        {
            "as_of": as_of.known_by,
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
