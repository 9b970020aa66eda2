"""Threads: a procedure or a recommendation from its first mention to today, and what is left open.

A thread is named by the id of its round or of its recommendation. An open loop is what points at a
meeting or a day to come and has no outcome on file: nothing is concluded from silence.
"""

from __future__ import annotations

import pandas as pd

from lanzadash.queries.asof import AsOf
from lanzadash.queries.thread_parts import PARTS
from lanzadash.store import Connection


def threads(
    connection: Connection, as_of: AsOf, *, decision: str | None = None, thread: str | None = None
) -> pd.DataFrame:
    """The threads that have a step as of that day, the one last heard of first.

    With ``decision`` those that it belongs to; with ``thread`` that one alone.

    Columns: ``thread, kind`` (round | recommendation), ``round`` (that made the recommendation, or
    the thread itself), ``code``, ``name_en|fr`` and ``short_en|fr`` of the round, ``summary_en|fr``
    of the recommendation, ``steps``, ``first_on``, ``last_on`` (as precise as known),
    ``last_kind``, ``last_stage``, ``last_meeting``, ``last_number``, ``open_loops``,
    ``dormant_loops`` and, where one is dormant, ``heard_number`` and ``heard_on``, the meeting and
    the day last heard of.
    """
    return connection.execute(
        f"""
        with {PARTS}
        past as (select * from told where sort_on <= $day and kind <> 'to_be_considered'),
        summed as (
            select thread, count(*) as steps, arg_min("on", (sort_on, place, step)) as first_on,
                   arg_max("on", (sort_on, place, step)) as last_on,
                   max(sort_on) as sort_on, arg_max(kind, (sort_on, place, step)) as last_kind,
                   arg_max(stage, (sort_on, place, step)) as last_stage,
                   arg_max(meeting, (sort_on, place, step)) as last_meeting
            from past group by thread
        ),
        looped as (
            select w.thread, count(*) filter (open) as open_loops,
                   count(*) filter (dormant) as dormant_loops,
                   max(heard_on) filter (dormant) as heard_on,
                   arg_max(m.number, heard_on) filter (dormant) as heard_number
            from waiting w left join meetings m on m.meeting = w.heard_at group by w.thread
        )
        select t.thread, t.kind, o.round, r.code, o.name_en, o.name_fr, o.short_en, o.short_fr,
               r.summary_en, r.summary_fr, s.steps, s.first_on, s.last_on, s.last_kind,
               s.last_stage, s.last_meeting, m.number as last_number,
               coalesce(l.open_loops, 0) as open_loops,
               coalesce(l.dormant_loops, 0) as dormant_loops, l.heard_number, l.heard_on
        from threads t join summed s using (thread)
        left join recommendations r on r.recommendation = t.thread
        left join rounds o on o.round = coalesce(r.round, t.thread)
        left join looped l on l.thread = t.thread
        left join meetings m on m.meeting = s.last_meeting
        order by t.kind = 'recommendation', s.sort_on desc, o.start_year nulls last,
                 r.position nulls first, t.thread
        """,
        {**_asked(as_of), "thread": thread, "decision": decision},
    ).df()


def steps(
    connection: Connection, as_of: AsOf, thread: str, *, newest_first: bool = True
) -> pd.DataFrame:
    """The steps of one thread in the order of their days, meetings to come among them.

    Columns: ``step, kind`` (decision_taken | deadline_set | deadline_moved | deadline_cancelled |
    deadline_replaced | deadline_passed | stage_reached | report_adopted | to_be_considered),
    ``on`` (as precise as known), ``meeting, meeting_number, decision, number, position, verb,
    deadline, due, first_due, stage, codes`` (list or null), ``summary_en|fr, said_by`` (decisions
    that point at the meeting, list or null), ``held`` (that meeting was), ``source, certainty``.
    """
    way = "desc" if newest_first else "asc"
    return connection.execute(
        f"""
        with {PARTS} mine as (select * from told)
        select t.step, t.kind, t."on", t.meeting, m.number as meeting_number, t.decision, d.number,
               d.position, t.verb, t.deadline, t.due, t.first_due, t.stage, t.codes, t.summary_en,
               t.summary_fr, t.said_by, t.held, t.source, t.certainty
        from mine t
        left join meetings m on m.meeting = t.meeting
        left join decisions d on d.decision = t.decision
        order by t.sort_on {way} nulls last, t.place {way}, t.step
        """,
        {**_asked(as_of), "thread": thread},
    ).df()


def loops(connection: Connection, as_of: AsOf, thread: str | None = None) -> pd.DataFrame:
    """What points ahead in a thread, or in all of them: open ones first, the longest silent first.

    ``kind`` is postpones | considered_at (``meeting``, ``number``) or deadline (``due``). ``open``:
    no decision and no step of the procedure on the same thing is on file at that meeting or after
    that day. ``dormant``: open, the meeting was held or the day is past, and at least two meetings
    were held since the thread was last heard of (``heard_on``, ``heard_at``, ``heard_number``).

    Columns: ``thread, loop, kind, opened_by, opened_on, opened_at, opened_number, number_opened``
    and ``position_opened`` (of the decision), ``meeting, number, due, ready, summary_en|fr,
    source, certainty, open, closed_on, closed_by, closed_at, closed_number, heard_on, heard_at,
    heard_number, meetings_since, lists_since`` (meetings held since, and those of them whose
    decisions are on file), ``dormant``.
    """
    return connection.execute(
        f"""
        with {PARTS} last as (select 1)
        select w.thread, w.loop, w.kind, w.opened_by, w.opened_on, w.opened_at,
               a.number as opened_number, d.number as number_opened, d.position as position_opened,
               w.meeting, w.number, w.due, w.ready, w.summary_en, w.summary_fr, w.source,
               w.certainty, w.open, w.closed_on, w.closed_by, w.closed_at,
               c.number as closed_number, w.heard_on, w.heard_at, h.number as heard_number,
               w.meetings_since, w.lists_since, w.dormant
        from waiting w
        left join decisions d on d.decision = w.opened_by
        left join meetings a on a.meeting = w.opened_at
        left join meetings c on c.meeting = w.closed_at
        left join meetings h on h.meeting = w.heard_at
        order by w.open desc, w.dormant desc, w.heard_on, w.opened_on, w.loop, w.thread
        """,
        {**_asked(as_of), "thread": thread},
    ).df()


def relations(
    connection: Connection, as_of: AsOf, *, decision: str | None = None, thread: str | None = None
) -> pd.DataFrame:
    """How one decision, or those of one thread, relate to others: both ways.

    One row for each link and decision it is told of: ``of`` is that decision, ``incoming`` says
    that the other one made the link. ``other`` is a decision, meeting or agenda item, or what is
    printed where none is on file; ``other_kind`` says which.

    Columns: ``of, incoming, decision_link, type, other, other_kind, resolved, printed,
    meeting_number, number, position, item_number`` (of the other), ``cue, words, why, source,
    certainty``.
    """
    return connection.execute(
        """
        with mine as (
            select decision from decisions where decision = $decision or round = $thread
            union
            select decision from decision_links
            where type = 'mentions_recommendation' and target = $thread
        ),
        related as (
            select l.decision as of, false as incoming, l.target as other,
                   l.target_kind as kind, l.*
            from decision_links l join mine using (decision)
            union all
            select l.target, true, l.decision, 'decision', l.*
            from decision_links l join mine on mine.decision = l.target
            where l.target_kind = 'decision'
        )
        select l.of, l.incoming, l.decision_link, l.type, l.other, l.kind as other_kind,
               l.resolved, l.printed,
               coalesce(m.number, x.number, try_cast(case when l.kind = 'meeting'
                   then l.printed else nullif(split_part(l.printed, ', ', 1), l.printed) end
                   as integer)) as meeting_number,
               coalesce(d.number, try_cast(split_part(l.printed, ', ', 2) as integer)) as number,
               d.position, i.number as item_number, l.cue, l.words, l.why, l.source, l.certainty
        from related l
        left join decisions d on l.kind = 'decision' and d.decision = l.other
        left join agenda_items i on l.kind = 'agenda_item' and i.agenda_item = l.other
        left join meetings m on m.meeting = coalesce(d.meeting, i.meeting)
        left join meetings x on l.kind = 'meeting' and x.meeting = l.other
        where l.type not like 'mentions_%' and known(l.known_on, $as_of)
          and (d.decision is null or known(d.known_on, $as_of))
        order by l.of, l.incoming, l.type, meeting_number, number, l.decision_link
        """,
        {"as_of": as_of.known_by, "decision": decision, "thread": thread},
    ).df()


def history(
    connection: Connection,
    as_of: AsOf,
    agenda_item: str | None = None,
    *,
    meeting: str | None = None,
    most: int | None = None,
) -> pd.DataFrame:
    """What was decided before on the thing of an agenda item, newest first.

    It is the thing of the round that the item, or the nearest item above it, is filed under, and of
    whatever is linked to the item. Decisions of earlier meetings only. With ``meeting`` that of
    every item of its agenda; with ``most`` so many of each.

    Columns: ``agenda_item, total`` (decisions before on that item), ``decision, meeting,
    meeting_number, number, position, verb, context_en|fr, summary_en|fr, round, because``
    (same_round | on_agenda_item | postpones | considered_at | ...), ``source, certainty,
    known_on``.
    """
    return connection.execute(
        """
        with recursive above as (
            select agenda_item, document, parent, round, meeting, 0 as height from agenda_items
            where coalesce(agenda_item = $item, meeting = $meeting) and known(known_on, $as_of)
            union all
            select a.agenda_item, i.document, i.parent, i.round, a.meeting, a.height + 1
            from agenda_items i join above a on i.document = a.document and i.number = a.parent
            where a.round is null and a.height < 9
        ),
        items as (
            select agenda_item, arg_min(round, height) filter (round is not null) as round,
                   any_value(meeting) as meeting
            from above group by agenda_item
        ),
        related as (
            select i.agenda_item, d.decision, null::varchar as type
            from items i join decisions d on d.round = i.round
            union all
            select target, decision, type from decision_links
            where target in (select agenda_item from items) and known(known_on, $as_of)
        ),
        before as (
            select agenda_item, decision, coalesce(min(type), 'same_round') as because
            from related group by agenda_item, decision
        )
        select b.agenda_item, count(*) over (partition by b.agenda_item) as total, d.decision,
               d.meeting, m.number as meeting_number, d.number, d.position, d.verb, d.context_en,
               d.context_fr, d.summary_en, d.summary_fr, d.round, b.because, d.source,
               d.certainty, d.known_on
        from before b
        join items i using (agenda_item)
        join decisions d using (decision)
        join meetings m on m.meeting = d.meeting
        left join meetings own on own.meeting = i.meeting
        where known(d.known_on, $as_of)
          and (own.number is null or (m.body = own.body and m.number < own.number))
        qualify $most is null or row_number() over (
            partition by b.agenda_item order by m.number desc, d.position, d.decision) <= $most
        order by b.agenda_item, m.number desc, d.position, d.decision
        """,
        {"as_of": as_of.known_by, "item": agenda_item, "meeting": meeting, "most": most},
    ).df()


def promised(connection: Connection, as_of: AsOf, meeting: str) -> pd.DataFrame:
    """What earlier decisions say that a meeting takes up, in the order of those decisions.

    ``open`` is true while no outcome is on file at that meeting or later in a thread of the
    decision, false once one is, null where the decision belongs to no thread. ``agenda_item`` is
    the item of that meeting, where a single one is known.

    Columns: ``decision, meeting, meeting_number, number, position, type`` (postpones |
    considered_at), ``context_en|fr, summary_en|fr, round, round_short_en|fr, agenda_item,
    item_number, cue, words, open, source, certainty, known_on``.
    """
    return connection.execute(
        f"""
        with {PARTS}
        state as (select loop, bool_or(open) as open from loops group by loop),
        items as (
            select l.decision, l.type, any_value(i.agenda_item) as agenda_item,
                   any_value(i.number) as item_number
            from decision_links l join agenda_items i on i.agenda_item = l.target
            where i.meeting = $meeting and known(l.known_on, $as_of)
            group by l.decision, l.type having count(*) = 1
        )
        select d.decision, d.meeting, m.number as meeting_number, d.number, d.position, l.type,
               d.context_en, d.context_fr, d.summary_en, d.summary_fr, d.round,
               r.short_en as round_short_en, r.short_fr as round_short_fr, i.agenda_item,
               i.item_number, l.cue, l.words, s.open, l.source, l.certainty, d.known_on
        from decision_links l
        join decisions d using (decision)
        left join meetings m on m.meeting = d.meeting
        left join rounds r on r.round = d.round
        left join state s on s.loop = l.decision_link
        left join items i on i.decision = l.decision and i.type = l.type
        where l.target_kind = 'meeting' and l.type in ('postpones', 'considered_at')
          and $meeting in (l.target, d.document || '/' || l.target, m.body || '/' || l.printed)
          and known(l.known_on, $as_of)
        order by m.number, d.position, l.type, d.decision
        """,
        {**_asked(as_of), "meeting": meeting},
    ).df()


def reviews(connection: Connection, as_of: AsOf) -> pd.DataFrame:
    """Relations that lead to no single decision, for a person to look at.

    Columns: those of the table ``reviews``; ``meeting_number, number, position`` of the decision,
    ``other_number`` of the meeting it names.
    """
    return connection.execute(
        """
        select v.*, m.number as meeting_number, d.number, d.position,
               try_cast(split_part(v.meeting, '/', -1) as integer) as other_number
        from reviews v join decisions d using (decision)
        left join meetings m on m.meeting = d.meeting
        where known(v.known_on, $as_of)
        order by d.known_on desc nulls last, d.position, v.review
        """,
        {"as_of": as_of.known_by},
    ).df()


def _asked(as_of: AsOf) -> dict[str, object]:
    """The values that the parts of a thread ask for: all threads, unless one is put in."""
    return {"as_of": as_of.known_by, "day": as_of.day, "thread": None, "decision": None}
