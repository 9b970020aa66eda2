"""What changed, told by the records' own dates: since when each of them is known."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

import pandas as pd

from lanzadash.queries.asof import AsOf
from lanzadash.queries.deadlines import UNADDRESSED
from lanzadash.queries.obligations import EXTENSIONS
from lanzadash.store import Connection

_CODES = """list_transform(
               list(distinct (r.position, r.code) order by (r.position, r.code))
               filter (r.code is not null), lambda pair: pair[2]) as codes"""

# Each gives some of the columns of ``_COLUMNS``; ``id`` is what its own id is made of.
_DECISIONS = """
    select 'new_decision' as kind, 'decisions' as record_table, decision as record,
           decision as id, known_on as "on", round, verb as new, summary_en, summary_fr,
           meeting as by_meeting, decision as by_decision, source, certainty
    from decisions d
    where $party is null or exists (
        select 1 from decision_links l
        where l.decision = d.decision and l.type = 'mentions_party' and l.target = $party)
"""
_SET = f"""
    select 'deadline_set' as kind, 'deadlines' as record_table, deadline as record,
           deadline as id, known_on as "on", round, coalesce(due::varchar, rule) as new,
           summary_en, summary_fr,
           meeting as by_meeting, decision as by_decision, source, certainty
    from deadlines d
    where $party is null or {UNADDRESSED} or exists (
        select 1 from obligations o where o.deadline = d.deadline and o.party = $party)
"""
_CHANGED = f"""
    select 'deadline_' || c.change as kind, 'deadlines' as record_table, d.deadline as record,
           c.deadline_change as id, c.known_on as "on", d.round,
           coalesce(last_value(c.due ignore nulls) over earlier, d.due)::varchar as old,
           coalesce(c.due::varchar, c.replaced_by) as new, d.summary_en, d.summary_fr,
           c.meeting as by_meeting, c.decision as by_decision, c.source, c.certainty
    from deadline_changes c join deadlines d using (deadline)
    where known(c.known_on, $as_of) and ($party is null or {UNADDRESSED} or exists (
        select 1 from obligations o where o.deadline = d.deadline and o.party = $party))
    window earlier as (partition by c.deadline order by c.position
                       rows between unbounded preceding and 1 preceding)
"""
# Several Parties are given the same day at once: one line, whose id is made of what they share.
_EXTENDED = f"""
    with steps as ({EXTENSIONS})
    select 'deadline_extended' as kind, 'deadlines' as record_table, d.deadline as record,
           concat_ws('/', d.deadline, s.new, s.old, md5(concat_ws('|', s.source, s.certainty)),
                     s.on) as id, s.on as "on", any_value(d.round) as round,
           any_value(s.old)::varchar as old, s.new::varchar as new,
           list(s.party order by s.party) as parties,
           any_value(d.summary_en) as summary_en, any_value(d.summary_fr) as summary_fr,
           s.source, s.certainty
    from steps s join deadlines d using (deadline)
    where $party is null or s.party = $party
    group by d.deadline, s.on, s.new, s.old, s.source, s.certainty
"""
# The status of a Party for a recommendation is the last outcome on file, and where none is, what
# the row says: addressed, assessed. An outcome that is not on file changes none that is. What one
# document says of many Parties is one line.
_STATUS = f"""
    with series as (
        select a.*, split_part(assessment, '/', -1)::integer as position
        from assessments a where known(known_on, $as_of)
    ),
    held as (
        select *, coalesce(last_value(outcome ignore nulls) over (
            partition by recommendation, party order by position), relation) as status
        from series
    ),
    steps as (
        select *, lag(status) over (partition by recommendation, party order by position) as was
        from held
    )
    select 'status_changed' as kind, case when count(distinct recommendation) > 1 then 'rounds'
                                          else 'recommendations' end as record_table,
           case when count(distinct recommendation) > 1 then any_value(r.round)
                else min(recommendation) end as record,
           concat_ws('/', coalesce(r.round, '-'), md5(concat_ws('|', s.document, s.source,
                     s.certainty)), s.known_on) as id, s.known_on as "on", r.round, {_CODES},
           count(distinct recommendation) as recommendations,
           list(distinct party order by party) as parties, s.document,
           case when count(distinct recommendation) = 1 then any_value(r.summary_en)
           end as summary_en,
           case when count(distinct recommendation) = 1 then any_value(r.summary_fr)
           end as summary_fr,
           case when count(distinct coalesce(was, '')) = 1 then any_value(was) end as old,
           case when count(distinct status) = 1 then any_value(status) end as new,
           s.source, s.certainty
    from steps s join recommendations r using (recommendation)
    where relation = 'assessed' and status is distinct from was
      and ($party is null or party = $party)
    group by s.known_on, s.document, r.round, s.source, s.certainty
"""
# What one meeting or decision did for several recommendations is one line.
_STAGE = f"""
    select 'stage_reached' as kind, case when count(*) > 1 then 'rounds'
                                         else 'recommendations' end as record_table,
           case when count(*) > 1 then any_value(r.round) else min(recommendation) end as record,
           concat_ws('/', coalesce(r.round, '-'), s.stage, s.meeting, s.decision, s.certainty,
                     s.known_on) as id, s.known_on as "on", r.round, {_CODES},
           count(*) as recommendations,
           case when count(distinct s.document) = 1 then any_value(s.document) end as document,
           case when count(*) = 1 then any_value(r.summary_en) end as summary_en,
           case when count(*) = 1 then any_value(r.summary_fr) end as summary_fr,
           s.stage as new, s.meeting as by_meeting, s.decision as by_decision,
           string_agg(distinct s.source, ' ; ' order by s.source) as source, s.certainty
    from recommendation_stages s join recommendations r using (recommendation)
    where $party is null or exists (
        select 1 from assessments a
        where a.recommendation = s.recommendation and a.party = $party)
    group by s.known_on, s.stage, s.meeting, s.decision, r.round, s.certainty
"""
_DOCUMENTS = """
    select 'document_added' as kind, 'documents' as record_table, document as record,
           document as id, known_on as "on", d.kind as new,
           case when language is distinct from 'fr' then title end as summary_en,
           case when language = 'fr' then title end as summary_fr, meeting as by_meeting, source,
           certainty
    from documents d where $party is null
"""
# Meetings concern every Party.
_DATES = """
    select 'meeting_' || status as kind,
           case when meeting is null then 'meeting_dates' else 'meetings' end as record_table,
           coalesce(meeting, meeting_date) as record, meeting_date as id, known_on as "on",
           m.number, nullif(lag(days) over stated, days) as old, days as new,
           announced_at as by_meeting, x.source, x.certainty
    from (select *, start_date || '/' || end_date as days from meeting_dates) x
    left join (select meeting, number from meetings) m using (meeting)
    where known(known_on, $as_of)
    window stated as (partition by coalesce(meeting, meeting_date)
                      order by status, known_on nulls first, meeting_date)
"""

_KINDS = {
    "new_decision": _DECISIONS,
    "deadline_set": _SET,
    "deadline_moved": _CHANGED,
    "deadline_cancelled": _CHANGED,
    "deadline_replaced": _CHANGED,
    "deadline_extended": _EXTENDED,
    "status_changed": _STATUS,
    "stage_reached": _STAGE,
    "meeting_held": _DATES,
    "meeting_announced": _DATES,
    "document_added": _DOCUMENTS,
}
KINDS = tuple(_KINDS)
"""The kinds of change, in the order in which those of one day are told."""

_COLUMNS = """
    select null::varchar as kind, null::varchar as record_table, null::varchar as record,
           null::varchar as id, null::date as "on", null::varchar as round,
           null::varchar[] as codes, null::integer as recommendations, null::varchar[] as parties,
           null::integer as number, null::varchar as document, null::varchar as summary_en,
           null::varchar as summary_fr, null::varchar as old, null::varchar as new,
           null::varchar as by_meeting, null::varchar as by_decision, null::varchar as source,
           null::varchar as certainty
    where false
"""


def changes(
    connection: Connection,
    as_of: AsOf,
    *,
    since: dt.date | None,
    party: str | None = None,
    round: str | None = None,
    kinds: Sequence[str] | None = None,
    limit: int = 50,
    offset: int = 0,
) -> pd.DataFrame:
    """A page of what has become known from ``since`` on, that day included, the newest first.

    ``since`` of ``None`` tells everything. What is known since an unknown day is not told.
    ``party``: what binds, names or was said of it, and the meetings. ``kinds`` are of
    :data:`KINDS`; empty or ``None`` for all. What one document says of many Parties or
    recommendations at once is one row.

    Columns: ``change`` (a lasting id), ``kind``, ``on``, ``record``, ``record_table``, ``round``,
    ``round_short_en|fr``, ``codes`` and ``parties`` (lists or null), ``recommendations`` (how
    many), ``number`` (of a meeting), ``document`` (in words), ``summary_en|fr``, ``old`` and
    ``new`` (days, two days as ``2022-02-22/2022-02-25``, codes of statuses and stages, the verb of
    a decision, the kind of a document, the id of the deadline that replaces another),
    ``by_meeting``, ``by_meeting_number``, ``by_decision``, ``by_number``, ``by_position``,
    ``source``, ``certainty`` and ``total``, the number of changes on all pages.
    """
    asked = [kind for kind in KINDS if not kinds or kind in kinds]
    parts = dict.fromkeys([_COLUMNS, *(_KINDS[kind] for kind in asked)])
    sql = f"""
        with told as ({" union all by name ".join(f"({part})" for part in parts)})
        select t.kind || '/' || t.id as change, t.kind, t."on", t.record, t.record_table, t.round,
               r.short_en as round_short_en, r.short_fr as round_short_fr, t.codes,
               t.recommendations, t.parties, t.number, t.document, t.summary_en, t.summary_fr,
               t.old, t.new, t.by_meeting, m.number as by_meeting_number, t.by_decision,
               d.number as by_number, d.position as by_position, t.source, t.certainty,
               count(*) over () as total
        from told t
        left join rounds r on r.round = t.round
        left join meetings m on m.meeting = t.by_meeting
        left join decisions d on d.decision = t.by_decision
        where list_contains($kinds, t.kind) and t."on" is not null and known(t."on", $as_of)
          and ($since is null or t."on" >= $since) and ($round is null or t.round = $round)
        order by t."on" desc, list_position($kinds, t.kind), m.number desc, d.position, change
        limit $limit offset $offset
        """
    values = {
        "as_of": as_of.known_by,
        "since": since,
        "party": party,
        "round": round,
        "kinds": asked,
        "limit": limit,
        "offset": offset,
    }
    return connection.execute(
        sql, {name: value for name, value in values.items() if f"${name}" in sql}
    ).df()
