"""What threads are made of, in SQL: their decisions, deadlines and stages, and the open loops.

Each is a common table expression over ``$as_of``, ``$day``, ``$thread`` and ``$decision``: the one
thread, those of the one decision, or all where both are null. What is asked for is told first, so
that one thread among a million decisions is no more work than its own.
"""

from __future__ import annotations

_MEMBERS = """
    threads as (
        select round as thread, 'round' as kind from rounds where known(known_on, $as_of)
        union all
        select recommendation, 'recommendation' from recommendations where known(known_on, $as_of)
    ),
    mentions as (
        select decision, target as recommendation from decision_links
        where type = 'mentions_recommendation' and resolved and known(known_on, $as_of)
    ),
    scope as (
        select thread from threads
        where ($thread is null or thread = $thread) and ($decision is null or thread in (
            select round from decisions where decision = $decision
            union all select recommendation from mentions where decision = $decision))
    ),
    -- Whatever is said of the recommendations that a procedure is about is said of it.
    reach as (
        select thread from scope
        union
        select recommendation from mentions join decisions d using (decision)
        where d.round in (select thread from scope)
        union
        select recommendation from deadline_recommendations join deadlines d using (deadline)
        where d.round in (select thread from scope)
    ),
    named as (select * from mentions where recommendation in (select thread from reach)),
    taken as (
        select round as thread, decision from decisions
        where round in (select thread from reach) and known(known_on, $as_of)
        union
        select recommendation, decision from named join decisions d using (decision)
        where known(d.known_on, $as_of)
    ),
    asked as (
        select round as thread, deadline from deadlines
        where round in (select thread from scope) and known(known_on, $as_of)
        union
        select r.recommendation, deadline from deadline_recommendations r
        join deadlines d using (deadline)
        where r.recommendation in (select thread from scope) and known(d.known_on, $as_of)
        union
        select n.recommendation, d.deadline from deadlines d join named n using (decision)
        where n.recommendation in (select thread from scope) and known(d.known_on, $as_of)
          and d.deadline not in (
            select deadline from deadline_recommendations)
    ),
    -- What is done after a recommendation was made belongs to the procedure that follows the round.
    followed as (
        select follows as round, any_value(round) as by_round from rounds
        where follows is not null and known(known_on, $as_of)
        group by follows having count(*) = 1
    ),
    reached as (
        select recommendation as thread, recommendation_stage from recommendation_stages
        where recommendation in (select thread from reach) and known(known_on, $as_of)
        union
        select case when s.stage = 'addressed' then r.round else coalesce(f.by_round, r.round) end,
               s.recommendation_stage
        from recommendation_stages s join recommendations r using (recommendation)
        left join followed f on f.round = r.round
        where known(s.known_on, $as_of)
          and case when s.stage = 'addressed' then r.round else coalesce(f.by_round, r.round) end
              in (select thread from scope)
    ),
    met as (
        select meeting, m.body, m.number, status = 'held' and end_date <= $day as held, start_date,
               end_date, tentative, x.source, x.certainty,
               exists (select 1 from decisions d where d.meeting = x.meeting
                         and known(d.known_on, $as_of)) as decided
        from meeting_dates x join meetings m using (meeting)
        where known(x.known_on, $as_of)
        qualify row_number() over (partition by meeting order by status desc,
                                   x.known_on desc nulls last, meeting_date) = 1
    ),
    latest as (
        select * from deadline_changes where known(known_on, $as_of)
        qualify row_number() over (partition by deadline order by position desc) = 1
    ),
    due as (
        select d.deadline, coalesce(h.due, d.due) as due,
               coalesce(l.change, 'moved') = 'moved' as standing
        from deadlines d
        left join latest l using (deadline)
        left join (select deadline, arg_max(due, position) as due from deadline_changes
                   where known(known_on, $as_of) group by deadline) h using (deadline)
    ),
    reached_on as (
        select recommendation_stage, case length(reached_on)
                   when 4 then (reached_on || '-12-31')::date
                   when 7 then last_day((reached_on || '-01')::date)
                   else coalesce(try_cast(reached_on as date), known_on) end as sort_on
        from recommendation_stages
    ),
"""

# A decision or a step of the procedure is a mention of the thread, on its day.
_EVENTS = """
    events as (
        select t.thread, d.decision as event, coalesce(d.known_on, m.end_date) as "on", d.meeting,
               d.decision,
               (select list(n.recommendation) from named n where n.decision = d.decision) as about
        from taken t join decisions d using (decision) left join met m on m.meeting = d.meeting
        union all
        select r.thread, s.recommendation_stage, o.sort_on, s.meeting, s.decision,
               [s.recommendation]
        from reached r join recommendation_stages s using (recommendation_stage)
        join reached_on o using (recommendation_stage)
    ),
    opened as (
        select t.thread, b.body, l.decision_link as loop, l.type as kind, l.decision as opened_by,
               coalesce(d.known_on, x.end_date) as opened_on, d.meeting as opened_at,
               coalesce(m.meeting, l.target) as meeting,
               coalesce(m.number, try_cast(l.printed as integer)) as number, null::date as due,
               m.start_date as ready_on, coalesce(m.held, false) as ready, d.summary_en,
               d.summary_fr, l.source, l.certainty,
               (select list(n.recommendation) from named n where n.decision = d.decision) as about
        from taken t join decisions d using (decision)
        join decision_links l on l.decision = d.decision and l.target_kind = 'meeting'
          and l.type in ('postpones', 'considered_at') and known(l.known_on, $as_of)
        join meetings b on b.meeting = d.meeting
        left join met m on m.meeting = l.target
        left join met x on x.meeting = d.meeting
        where t.thread in (select thread from scope)
        union all
        select a.thread, d.body, d.deadline, 'deadline', d.decision, d.known_on, d.meeting, null,
               null, u.due, u.due, u.due < $day, d.summary_en, d.summary_fr, d.source, d.certainty,
               coalesce((select list(recommendation) from deadline_recommendations r
                         where r.deadline = d.deadline and recommendation is not null),
                        (select list(n.recommendation) from named n where n.decision = d.decision))
        from asked a join deadlines d using (deadline) join due u using (deadline)
        where u.standing and u.due is not null
    ),
    linked as (
        select decision, target, bool_or(type in ('fulfils', 'supersedes')) as ends
        from decision_links where target_kind = 'decision' and known(known_on, $as_of)
        group by decision, target
    ),
    -- In a procedure, what names other recommendations or none says nothing of a loop about one;
    -- a step on that recommendation does, also in the procedure that follows.
    heard as (
        select o.thread, o.loop, e."on", e.meeting, e.event, e.decision,
               coalesce(e."on" >= o.ready_on, false) or coalesce(l.ends, false) as answers
        from opened o join events e on (e.thread = o.thread or list_contains(o.about, e.thread))
          and (e.decision is null or e.decision is distinct from o.opened_by)
          and e."on" >= coalesce(o.opened_on, o.ready_on)
        left join linked l on l.decision = e.decision and l.target = o.opened_by
        where o.about is null or l.decision is not null
           or list_has_any(o.about, coalesce(e.about, []))
    ),
    answered as (
        select thread, loop, max("on") as heard_on, arg_max(meeting, "on") as heard_at,
               min("on") filter (answers) as closed_on,
               arg_min(meeting, ("on", event)) filter (answers) as closed_at,
               arg_min(decision, ("on", event)) filter (answers) as closed_by
        from heard group by thread, loop
    ),
    loops as (
        select o.*, a.closed_on, a.closed_at, a.closed_by, a.closed_on is null as open,
               greatest(o.opened_on, a.heard_on) as heard_on,
               coalesce(a.heard_at, o.opened_at) as heard_at
        from opened o left join answered a using (thread, loop)
    ),
    since as (
        select l.thread, l.loop, count(*) as meetings, count(*) filter (m.decided) as lists
        from loops l join met m
          on m.body = l.body and m.held and l.open
          and m.start_date > coalesce(l.heard_on, l.ready_on)
        group by l.thread, l.loop
    ),
    waiting as (
        select l.*, coalesce(s.meetings, 0) as meetings_since,
               coalesce(s.lists, 0) as lists_since,
               l.open and l.ready and coalesce(s.meetings, 0) >= 2 as dormant
        from loops l left join since s using (thread, loop)
    ),
"""

_STEPS = """
    told as (
        select t.thread, 'decision_taken' as kind, d.decision as step,
               coalesce(d.known_on, m.end_date)::varchar as "on",
               coalesce(d.known_on, m.end_date) as sort_on, d.meeting, d.decision,
               null::varchar as deadline, null::varchar as stage, d.verb, null::date as due,
               null::date as first_due, null::varchar[] as codes, d.summary_en, d.summary_fr,
               null::varchar[] as said_by, null::boolean as held, d.source, d.certainty,
               d.position as place
        from taken t join decisions d using (decision) left join met m on m.meeting = d.meeting
        where t.thread in (select thread from scope)
        union all by name
        select a.thread, 'deadline_set' as kind, d.deadline as step, d.known_on::varchar as "on",
               d.known_on as sort_on, d.meeting, d.decision, d.deadline, d.due, d.summary_en,
               d.summary_fr, d.source, d.certainty, 1000 as place
        from asked a join deadlines d using (deadline)
        union all by name
        select a.thread, 'deadline_' || c.change as kind, c.deadline_change as step,
               c.known_on::varchar as "on", c.known_on as sort_on, c.meeting, c.decision,
               d.deadline, c.due, d.due as first_due, d.summary_en, d.summary_fr, c.source,
               c.certainty, 1001 as place
        from asked a join deadline_changes c using (deadline) join deadlines d using (deadline)
        where known(c.known_on, $as_of)
        union all by name
        select a.thread, 'deadline_passed' as kind, d.deadline || '/passed' as step,
               u.due::varchar as "on", u.due as sort_on, d.decision, d.deadline, u.due,
               d.summary_en, d.summary_fr, d.source, d.certainty, 1002 as place
        from asked a join deadlines d using (deadline) join due u using (deadline)
        where u.standing and u.due < $day
        union all by name
        select r.thread, case s.stage when 'compliance_report_adopted' then 'report_adopted'
                                      else 'stage_reached' end as kind,
               min(s.recommendation_stage) as step, s.reached_on as "on", o.sort_on, s.meeting,
               s.decision, s.stage,
               list(coalesce(n.code, n.recommendation) order by n.position) as codes,
               case when count(*) = 1 then any_value(n.summary_en) end as summary_en,
               case when count(*) = 1 then any_value(n.summary_fr) end as summary_fr,
               string_agg(distinct s.source, ' ; ' order by s.source) as source, s.certainty,
               case s.stage when 'compliance_report_adopted' then 1004 else 1003 end as place
        from reached r join recommendation_stages s using (recommendation_stage)
        join reached_on o using (recommendation_stage)
        join recommendations n using (recommendation)
        where r.thread in (select thread from scope)
        group by r.thread, s.stage, s.reached_on, o.sort_on, s.meeting, s.decision, s.certainty
        union all by name
        select o.thread, 'to_be_considered' as kind, o.thread || '/ahead/' || o.meeting as step,
               m.start_date::varchar as "on", m.start_date as sort_on, o.meeting,
               list(distinct o.opened_by order by o.opened_by) as said_by,
               coalesce(any_value(m.held), false) as held, m.source, m.certainty, -1 as place
        from opened o left join met m using (meeting)
        where o.meeting is not null
        group by o.thread, o.meeting, m.start_date, m.source, m.certainty
    ),
"""

PARTS = _MEMBERS + _EVENTS + _STEPS
"""All parts; each ends with a comma, so that another expression has to follow."""
