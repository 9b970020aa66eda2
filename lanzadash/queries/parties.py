"""States Parties, and what concerns one of them."""

from __future__ import annotations

import pandas as pd

from lanzadash.queries.asof import AsOf
from lanzadash.store import Connection


def parties(connection: Connection) -> pd.DataFrame:
    """All Parties by code: the columns of the table ``parties``."""
    return connection.execute("select * from parties order by party").df()


def party(connection: Connection, id: str) -> pd.DataFrame:
    """One Party: one row or none, columns of ``parties``."""
    return connection.execute("select * from parties where party = $id", {"id": id}).df()


def party_rounds(connection: Connection, as_of: AsOf, party: str) -> pd.DataFrame:
    """The rounds that cover a Party, earliest first.

    Columns: ``round, short_en|fr, name_en|fr, kind, start_year, end_year, coverage, source,
    certainty`` (the last two of the coverage itself).
    """
    return connection.execute(
        """
        select r.round, r.short_en, r.short_fr, r.name_en, r.name_fr, r.kind, r.start_year,
               r.end_year, p.coverage, p.source, p.certainty
        from round_parties p join rounds r using (round)
        where p.party = $party and known(p.known_on, $as_of) and known(r.known_on, $as_of)
        order by r.start_year nulls last, r.round
        """,
        {"party": party, "as_of": as_of.known_by},
    ).df()


def party_recommendations(connection: Connection, as_of: AsOf, party: str) -> pd.DataFrame:
    """What is on file for a Party and each recommendation, the newest assessment of each pair.

    Columns: ``recommendation, code, grade, round, short_en|fr, summary_en|fr, relation,
    assessed_on, outcome, document, note, source, certainty``.
    """
    return connection.execute(
        """
        select a.recommendation, r.code, r.grade, r.round, o.short_en, o.short_fr, r.summary_en,
               r.summary_fr, a.relation, a.assessed_on, a.outcome, a.document, a.note, a.source,
               a.certainty
        from assessments a
        join recommendations r using (recommendation)
        left join rounds o on o.round = r.round
        where a.party = $party and known(a.known_on, $as_of)
        qualify row_number() over (partition by a.recommendation
            order by a.outcome is null, a.relation desc, a.assessed_on desc nulls last,
                a.assessment desc) = 1
        order by o.start_year nulls last, r.round, r.position, a.recommendation
        """,
        {"party": party, "as_of": as_of.known_by},
    ).df()


def party_decisions(connection: Connection, as_of: AsOf, party: str) -> pd.DataFrame:
    """The decisions that name a Party, newest first: ``decision, number, position,
    meeting_number, summary_en|fr``.
    """
    return connection.execute(
        """
        select d.decision, d.number, d.position, m.number as meeting_number,
               d.summary_en, d.summary_fr
        from decision_links l join decisions d using (decision)
        left join meetings m on m.meeting = d.meeting
        where l.type = 'mentions_party' and l.target = $party and known(d.known_on, $as_of)
        order by d.known_on desc nulls last, d.position, d.decision
        """,
        {"party": party, "as_of": as_of.known_by},
    ).df()
