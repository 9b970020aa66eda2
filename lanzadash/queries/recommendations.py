"""Recommendations, their stage, and where each Party stands, in layers kept apart."""

from __future__ import annotations

import pandas as pd

from lanzadash.queries.asof import AsOf
from lanzadash.store import Connection


def recommendations(
    connection: Connection, as_of: AsOf, *, round: str | None = None
) -> pd.DataFrame:
    """The recommendations known as of that day, in the order of their reports.

    Columns: those of the table ``recommendations``; ``short_en|fr`` of the round, null where none
    is on file; ``stage``, ``stage_on``, ``stage_meeting``, ``stage_number``, ``stage_decision``,
    ``stage_source`` of the latest step on file; ``parties_on_file`` and ``outcomes_on_file``, the
    numbers of Parties with a row, and with an outcome, on file.
    """
    return connection.execute(
        """
        with latest as (
            select * from recommendation_stages where known(known_on, $as_of)
            qualify row_number() over (partition by recommendation order by
                case stage when 'addressed' then 1 when 'information_requested' then 2
                     when 'draft_compliance_report_examined' then 3 else 4 end desc,
                reached_on desc nulls last, recommendation_stage) = 1
        )
        select r.*, o.short_en, o.short_fr, s.stage, s.reached_on as stage_on,
               s.meeting as stage_meeting, m.number as stage_number,
               s.decision as stage_decision, s.source as stage_source,
               (select count(distinct a.party) from assessments a
                where a.recommendation = r.recommendation
                  and known(a.known_on, $as_of)) as parties_on_file,
               (select count(distinct a.party) from assessments a
                where a.recommendation = r.recommendation and a.outcome is not null
                  and known(a.known_on, $as_of)) as outcomes_on_file
        from recommendations r
        left join rounds o on o.round = r.round
        left join latest s on s.recommendation = r.recommendation
        left join meetings m on m.meeting = s.meeting
        where known(r.known_on, $as_of) and ($round is null or r.round = $round)
        order by o.start_year nulls last, r.round, r.position, r.recommendation
        """,
        {"as_of": as_of.known_by, "round": round},
    ).df()


def round_of(connection: Connection, recommendation: str) -> str | None:
    """The round whose report makes a recommendation, ``None`` if that is not on file."""
    found = connection.execute(
        "select round from recommendations where recommendation = $id", {"id": recommendation}
    ).fetchone()
    return found[0] if found else None


def rounds(
    connection: Connection, as_of: AsOf, *, with_recommendations: bool = False
) -> pd.DataFrame:
    """Monitoring rounds and procedures, earliest first: columns of ``rounds`` and the number of
    ``recommendations`` on file.
    """
    return connection.execute(
        """
        select o.*, count(r.recommendation) as recommendations
        from rounds o left join recommendations r on r.round = o.round
        where known(o.known_on, $as_of)
        group by all having not $some or count(r.recommendation) > 0
        order by o.start_year nulls last, o.round
        """,
        {"as_of": as_of.known_by, "some": with_recommendations},
    ).df()


def stages(connection: Connection, as_of: AsOf, recommendation: str) -> pd.DataFrame:
    """The steps on file of one recommendation, in order: columns of ``recommendation_stages`` and
    the ``number`` of the meeting.
    """
    return connection.execute(
        """
        select s.*, m.number from recommendation_stages s
        left join meetings m on m.meeting = s.meeting
        left join statuses u on u.layer = 'stage' and u.key = s.stage
        where s.recommendation = $id and known(s.known_on, $as_of)
        order by u.position nulls last, s.reached_on nulls last, s.recommendation_stage
        """,
        {"id": recommendation, "as_of": as_of.known_by},
    ).df()


def statuses(connection: Connection, layer: str) -> pd.DataFrame:
    """The words of one layer in the order of its legend: columns of the table ``statuses``."""
    return connection.execute(
        "select * from statuses where layer = $layer order by position, status", {"layer": layer}
    ).df()


_LAYERS = {
    "coverage": """
        select p.party, null as since, c.source, c.certainty,
               coalesce(c.coverage, 'not_on_file') as status
        from parties p left join round_parties c
          on c.party = p.party and c.round = $round and known(c.known_on, $as_of)""",
    "assessment": """
        select p.party, a.assessed_on as since, a.source, a.certainty,
               coalesce(a.relation, 'not_on_file') as status
        from parties p left join latest a on a.party = p.party""",
    "stage": """
        select p.party, case when a.party is not null then s.reached_on end as since,
               case when a.party is not null then s.source end as source,
               case when a.party is not null then s.certainty end as certainty,
               case when a.party is null then 'not_on_file'
                    else coalesce(s.stage, 'not_on_file') end as status
        from parties p
        left join latest a on a.party = p.party
        left join stage s on true""",
    "outcome": """
        select p.party, a.assessed_on as since, a.source, a.certainty,
               case when a.party is null then 'not_assessed'
                    else coalesce(a.outcome, 'not_on_file') end as status
        from parties p left join latest a on a.party = p.party""",
    "treaty": """
        select p.party, p.in_force as since, p.source, p.in_force_certainty as certainty,
               case when p.in_force <= $day then 'in_force' when p.ratified <= $day
                    then 'ratified' else 'not_yet' end as status
        from parties p""",
}
LAYERS = tuple(_LAYERS)
"""Layers of the status map, kept apart: what one says, another does not."""


def status_map(
    connection: Connection,
    as_of: AsOf,
    layer: str,
    *,
    round: str | None = None,
    recommendation: str | None = None,
) -> pd.DataFrame:
    """Where each Party stands in one layer: one row for each of them, by code.

    ``layer`` is one of :data:`LAYERS`; ``coverage`` asks for a round, ``assessment``, ``stage``
    and ``outcome`` for a recommendation.

    Columns: ``party, iso2, name_en|fr, tile_column, tile_row, status, since, source, certainty``
    and, from the table ``statuses``, ``status_en, status_fr, symbol, position``.
    """
    sql = f"""
        with latest as (
            select * from assessments
            where recommendation = $recommendation and known(known_on, $as_of)
            qualify row_number() over (partition by party order by
                outcome is null, relation desc, assessed_on desc nulls last, assessment desc) = 1
        ),
        stage as (
            select * from recommendation_stages
            where recommendation = $recommendation and known(known_on, $as_of)
            order by case stage when 'addressed' then 1 when 'information_requested' then 2
                when 'draft_compliance_report_examined' then 3 else 4 end desc,
                reached_on desc nulls last
            limit 1
        )
        select p.party, p.iso2, p.name_en, p.name_fr, p.tile_column, p.tile_row, x.status,
               x.since, x.source, x.certainty, s.name_en as status_en, s.name_fr as status_fr,
               s.symbol, s.position
        from parties p
        join ({_LAYERS[layer]}) x using (party)
        left join statuses s on s.layer = $layer and s.key = x.status
        order by p.party
        """
    values = {
        "as_of": as_of.known_by,
        "day": as_of.day,
        "layer": layer,
        "round": round,
        "recommendation": recommendation,
    }
    asked = {name: value for name, value in values.items() if f"${name}" in sql}
    return connection.execute(sql, asked).df()


def assessment_matrix(connection: Connection, as_of: AsOf, round: str) -> pd.DataFrame:
    """Parties × recommendations of a round: the newest row on file of each pair.

    Columns: ``party, name_en|fr, recommendation, code, position, relation, outcome, assessed_on,
    source, status`` where ``status`` is the outcome, or the relation where none is on file, or
    ``not_on_file``.
    """
    return connection.execute(
        """
        with latest as (
            select a.* from assessments a join recommendations r using (recommendation)
            where r.round = $round and known(a.known_on, $as_of)
            qualify row_number() over (partition by a.recommendation, a.party order by
                a.outcome is null, a.relation desc, a.assessed_on desc nulls last,
                a.assessment desc) = 1
        )
        select p.party, p.name_en, p.name_fr, r.recommendation, r.code, r.position, a.relation,
               a.outcome, a.assessed_on, a.source,
               coalesce(a.outcome, a.relation, 'not_on_file') as status
        from parties p cross join recommendations r
        left join latest a on a.party = p.party and a.recommendation = r.recommendation
        where r.round = $round and known(r.known_on, $as_of)
        order by p.party, r.position, r.recommendation
        """,
        {"as_of": as_of.known_by, "round": round},
    ).df()
