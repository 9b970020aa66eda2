"""Deadlines, and the Parties they bind."""

from __future__ import annotations

import pandas as pd

from lanzadash.queries.asof import AsOf
from lanzadash.store import Connection

_DEADLINES = """
    with named as (
        select deadline, list(code order by code_order, code) as codes,
               list(coalesce(recommendation, '') order by code_order, code) as recommendations
        from (select *, try_cast(regexp_extract(code, '[0-9]+') as integer) as code_order
              from deadline_recommendations)
        group by deadline
    ),
    bound as (
        select deadline, count(*) as parties_bound,
               max(due) filter (party = $party) as party_due,
               bool_or(party = $party) as binds_party,
               max(state) filter (party = $party) as state,
               max(state_on) filter (party = $party) as state_on,
               max(source) filter (party = $party) as state_source
        from obligations
        where known(known_on, $as_of) or party = $party
        group by deadline
    )
    select d.* exclude (due), coalesce(b.party_due, d.due) as due, m.number as meeting_number,
           c.number as decision_number, c.position as decision_position, s.symbol, s.version,
           r.short_en as round_short_en, r.short_fr as round_short_fr, n.codes, n.recommendations,
           coalesce(b.parties_bound, 0) as parties_bound, b.state, b.state_on, b.state_source
    from deadlines d
    left join meetings m on m.meeting = d.meeting
    left join decisions c on c.decision = d.decision
    left join documents s on s.document = d.document
    left join rounds r on r.round = d.round
    left join named n on n.deadline = d.deadline
    left join bound b on b.deadline = d.deadline
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

    With ``party`` only those that bind it, each with the day and the state on file for it.

    Columns: those of the table ``deadlines`` except that ``due`` is the Party's own day;
    ``meeting_number``, ``decision_number``, ``decision_position``, ``symbol``, ``version``,
    ``round_short_en|fr``; ``codes`` and ``recommendations`` (two lists of the same length, or
    null); ``parties_bound``; ``state``, ``state_on``, ``state_source`` of the Party.
    """
    return connection.execute(
        _DEADLINES
        + """
          and ($party is null or b.binds_party)
          and ($round is null or d.round = $round)
          and ($kind is null or d.kind = $kind)
          and ($meeting is null or d.meeting = $meeting)
          and ($decision is null or d.decision = $decision)
        order by coalesce(b.party_due, d.due) nulls last, d.deadline
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
