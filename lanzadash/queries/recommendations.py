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


def of_round(connection: Connection, as_of: AsOf, round: str | None) -> pd.DataFrame:
    """The recommendations of a round known as of that day, in the order of its report.

    Columns: those of the table ``recommendations`` and ``parties_on_file``, the number of Parties
    with a row on file.
    """
    return connection.execute(
        """
        select r.*, count(distinct a.party) as parties_on_file
        from recommendations r left join assessments a
          on a.recommendation = r.recommendation and known(a.known_on, $as_of)
        where r.round = $round and known(r.known_on, $as_of)
        group by all order by r.position, r.recommendation
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
    """The words of one layer in the order of its legend.

    Columns: those of the table ``statuses``, and ``note`` and ``certainty`` of the same word in the
    committee's vocabulary, where it is there.
    """
    return connection.execute(
        """
        select s.*, v.note, v.certainty
        from statuses s left join vocabulary v on v.term = s.name_en
        where s.layer = $layer order by s.position, s.status
        """,
        {"layer": layer},
    ).df()
