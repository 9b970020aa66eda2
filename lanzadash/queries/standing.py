"""Where each Party stands, layer by layer, as of a day; and the dated steps behind one answer."""

from __future__ import annotations

import datetime as dt

import pandas as pd

from lanzadash.queries.asof import AsOf
from lanzadash.store import Connection

LAYERS = ("assessment", "outcome", "stage", "coverage", "treaty")
"""Layers of the status map, kept apart: what one says, another does not."""
PAIR_LAYERS = LAYERS[:3]
"""Those that say something of a Party and a recommendation; the others, of a Party alone."""

_ROWS = {
    "coverage": """
        select m.recommendation, p.party, coalesce(c.coverage, 'not_on_file') as status,
               null as since, c.source, c.certainty, c.known_on
        from parties p cross join made m left join round_parties c
          on c.party = p.party and c.round = $round and known(c.known_on, {known_by})""",
    "assessment": """
        select m.recommendation, p.party, coalesce(a.relation, 'not_on_file') as status,
               a.assessed_on as since, a.source, a.certainty, a.known_on
        from parties p cross join made m left join ({latest}) a using (recommendation, party)""",
    "stage": """
        select m.recommendation, p.party, case when a.party is null then 'not_on_file'
                    else coalesce(s.stage, 'not_on_file') end as status,
               case when a.party is not null then s.reached_on end as since,
               case when a.party is not null then s.source end as source,
               case when a.party is not null then s.certainty end as certainty,
               case when a.party is not null then s.known_on end as known_on
        from parties p cross join made m left join ({latest}) a using (recommendation, party)
        left join ({stage}) s using (recommendation)""",
    "outcome": """
        select m.recommendation, p.party, case when a.party is null then 'not_assessed'
                    else coalesce(a.outcome, 'not_on_file') end as status,
               a.assessed_on as since, a.source, a.certainty, a.known_on
        from parties p cross join made m left join ({latest}) a using (recommendation, party)""",
    "treaty": """
        select m.recommendation, p.party, case when p.in_force <= {day} then 'in_force'
                    when p.ratified <= {day} then 'ratified' else 'not_yet' end as status,
               p.in_force as since, p.source, p.in_force_certainty as certainty,
               case when p.in_force <= {day} then p.in_force
                    when p.ratified <= {day} then p.ratified end as known_on
        from parties p cross join made m""",
}
_LATEST = """
    select * from assessments
    where recommendation in (from made) and known(known_on, {known_by})
    qualify row_number() over (partition by recommendation, party order by
        outcome is null, relation desc, assessed_on desc nulls last, assessment desc) = 1"""
_STAGE = """
    select * from recommendation_stages
    where recommendation in (from made) and known(known_on, {known_by})
    qualify row_number() over (partition by recommendation order by
        case stage when 'addressed' then 1 when 'information_requested' then 2
             when 'draft_compliance_report_examined' then 3 else 4 end desc,
        reached_on desc nulls last, recommendation_stage) = 1"""


def _rows(layer: str, known_by: str, day: str) -> str:
    """The rows of a layer for every Party and each recommendation of ``made``, as of a day."""
    days = {"known_by": known_by, "day": day}
    parts = {"latest": _LATEST.format(**days), "stage": _STAGE.format(**days)}
    return _ROWS[layer].format(**days, **parts)


def _compared(layer: str, made: str) -> str:
    """The rows of a layer as of ``$as_of``, each with its status as of ``$since``.

    A status known since no day on file is not told as a change: it may be an old one.
    """
    return f"""
        with made as ({made}),
        now as ({_rows(layer, "$as_of", "$day")}),
        earlier as ({_rows(layer, "$since", "$since")})
        select n.*, e.status as before, $since is not null and n.known_on is not null
               and n.status <> e.status as changed
        from now n join earlier e
          on e.party = n.party and e.recommendation is not distinct from n.recommendation"""


def status_map(
    connection: Connection,
    as_of: AsOf,
    layer: str,
    *,
    round: str | None = None,
    recommendation: str | None = None,
    since: dt.date | None = None,
) -> pd.DataFrame:
    """Where each Party stands in one layer: one row for each of them, by code.

    ``layer`` is one of :data:`LAYERS`; ``coverage`` asks for a round, those of
    :data:`PAIR_LAYERS` for a recommendation.

    Columns: ``party, iso2, name_en|fr, tile_column, tile_row, status, since, source, certainty,
    known_on``; from the table ``statuses``, ``status_en, status_fr, symbol, position``; and
    ``before``, the status as of the day ``since``, with ``changed``, whether it is another today.
    """
    sql = f"""
        select p.party, p.iso2, p.name_en, p.name_fr, p.tile_column, p.tile_row, x.status,
               x.since, x.source, x.certainty, x.known_on, s.name_en as status_en,
               s.name_fr as status_fr, s.symbol, s.position, x.before, x.changed
        from parties p
        join ({_compared(layer, "select $recommendation::varchar as recommendation")}) x
          using (party)
        left join statuses s on s.layer = $layer and s.key = x.status
        order by p.party
        """
    return connection.execute(
        sql, _given(sql, as_of, since, layer=layer, round=round, recommendation=recommendation)
    ).df()


def matrix(
    connection: Connection, as_of: AsOf, layer: str, round: str, *, since: dt.date | None = None
) -> pd.DataFrame:
    """Parties × recommendations of a round, one of :data:`PAIR_LAYERS`: a row for each pair.

    Columns: ``recommendation, party, status, since, source, certainty, known_on, before, changed``
    as :func:`status_map` has them. Rows stand in the order of the report, then by Party.
    """
    made = "select recommendation from recommendations where round = $round"
    sql = f"""
        select x.* from ({_compared(layer, f"{made} and known(known_on, $as_of)")}) x
        join recommendations r using (recommendation)
        order by r.position, r.recommendation, x.party
        """
    return connection.execute(sql, _given(sql, as_of, since, round=round)).df()


def _given(sql: str, as_of: AsOf, since: dt.date | None, **values: object) -> dict[str, object]:
    """The values that a query takes, of those there are."""
    values |= {"as_of": as_of.known_by, "day": as_of.day, "since": since}
    return {name: value for name, value in values.items() if f"${name}" in sql}


def history(connection: Connection, as_of: AsOf, recommendation: str, party: str) -> pd.DataFrame:
    """The dated steps on file for one recommendation and one Party, earliest first.

    What was said of this Party, and the steps of the procedure, which are those of all Parties:
    ``layer`` (assessment | stage) keeps them apart. A day known as a year stands after the days in
    it, a step without a day last.

    Columns: ``step, layer, status`` (relation or stage), ``outcome, on_day`` (as precise as known),
    ``known_on, document`` (in words), ``note, meeting, meeting_number, decision, decision_number,
    decision_position, page, block, printed, source, certainty``.
    """
    return connection.execute(
        """
        with steps as (
            select assessment as step, 'assessment' as layer, relation as status, outcome,
                   assessed_on as on_day, document, note, null as meeting, null as decision,
                   source, certainty, known_on
            from assessments
            where recommendation = $recommendation and party = $party
              and known(known_on, $as_of)
            union all
            select recommendation_stage, 'stage', stage, null, reached_on, document, null, meeting,
                   decision, source, certainty, known_on
            from recommendation_stages
            where recommendation = $recommendation and known(known_on, $as_of)
        ),
        places as (
            select record, page, block, printed from sources
            where record_table in ('assessments', 'recommendation_stages')
            qualify row_number() over (partition by record order by block nulls last, source_id) = 1
        )
        select t.*, m.number as meeting_number, d.number as decision_number,
               d.position as decision_position, coalesce(f.page, d.page) as page,
               coalesce(f.block, d.block) as block, f.printed
        from steps t
        left join meetings m on m.meeting = t.meeting
        left join decisions d on d.decision = t.decision
        left join places f on f.record = t.step
        order by rpad(t.on_day, 10, '~') nulls last, t.known_on nulls last, t.layer, t.step
        """,
        {"recommendation": recommendation, "party": party, "as_of": as_of.known_by},
    ).df()
