"""Decisions: one, or the list that filters and words select."""

from __future__ import annotations

from typing import Any

import pandas as pd

from lanzadash.queries.asof import AsOf
from lanzadash.store import Connection

_COLUMNS = """
    d.decision, d.meeting, m.number as meeting_number, d.document, s.symbol, s.version, s.language,
    s.adopted, s.address, d.number, d.position, d.verb, d.round,
    r.short_en as round_short_en, r.short_fr as round_short_fr,
    d.context_en, d.context_fr, d.summary_en, d.summary_fr, d.page, d.block, d.source,
    d.certainty, d.known_on,
    (select list(printed order by try_cast(regexp_extract(printed, '[0-9]+') as integer), printed)
     from (select distinct l.printed from decision_links l
           where l.decision = d.decision and l.type = 'mentions_recommendation')) as codes,
    (select list(t.theme order by t.position)
     from decision_themes x join themes t using (theme)
     where x.decision = d.decision) as themes
"""
_TABLES = """
    decisions d
    left join meetings m on m.meeting = d.meeting
    left join documents s on s.document = d.document
    left join rounds r on r.round = d.round
"""
_FILTERS = """
    known(d.known_on, $as_of)
    and ($meeting is null or d.meeting = $meeting)
    and ($verb is null or d.verb = $verb)
    and ($round is null or d.round = $round)
    and ($theme is null or exists (
        select 1 from decision_themes x join themes t using (theme)
        where x.decision = d.decision and $theme in (t.theme, t.parent)))
    and ($party is null or exists (
        select 1 from decision_links l
        where l.decision = d.decision and l.type = 'mentions_party' and l.target = $party))
    and ($recommendation is null or exists (
        select 1 from decision_links l
        where l.decision = d.decision and l.type = 'mentions_recommendation'
          and $recommendation in (l.target, l.printed)))
    and ($words is null or list_bool_and(list_transform(
        string_split(strip_accents(lower($words)), ' '),
        lambda word: contains(strip_accents(lower(concat_ws(' ',
            d.decision, s.symbol, d.context_en, d.context_fr, d.summary_en, d.summary_fr,
            d.heading_en, d.heading_fr, d.text_en, d.text_fr,
            array_to_string(d.points_en, ' '), array_to_string(d.points_fr, ' '),
            array_to_string(d.footnotes_en, ' '), array_to_string(d.footnotes_fr, ' ')))), word))))
"""


def decisions(
    connection: Connection,
    as_of: AsOf,
    *,
    words: str | None = None,
    meeting: str | None = None,
    verb: str | None = None,
    round: str | None = None,
    theme: str | None = None,
    party: str | None = None,
    recommendation: str | None = None,
    limit: int = 50,
    offset: int = 0,
) -> pd.DataFrame:
    """A page of the decisions known as of that day, latest meeting first, in printed order.

    ``words``: all of them stand in the decision, accents and case aside. ``theme`` takes its
    sub-themes along. ``recommendation`` is an id or a printed code.

    Columns: ``decision, meeting, meeting_number, document, symbol, version, language, adopted,
    address, number, position, verb, round, round_short_en|fr, context_en|fr, summary_en|fr, page,
    block, source, certainty, known_on, codes, themes`` (lists or null) and ``total``, the number of
    decisions on all pages.
    """
    folded = " ".join(words.split()) if words else ""
    return connection.execute(
        f"""
        select {_COLUMNS}, count(*) over () as total
        from {_TABLES} where {_FILTERS}
        order by d.known_on desc nulls last, m.number desc, d.position, d.decision
        limit $limit offset $offset
        """,
        {
            "as_of": as_of.known_by,
            "words": folded or None,
            "meeting": meeting,
            "verb": verb,
            "round": round,
            "theme": theme,
            "party": party,
            "recommendation": recommendation,
            "limit": limit,
            "offset": offset,
        },
    ).df()


def decision(connection: Connection, as_of: AsOf, id: str) -> pd.DataFrame:
    """One decision with its official wording where at hand: one row or none.

    Columns: those of :func:`decisions` without ``total``, and the text columns of the table
    ``decisions``.
    """
    return connection.execute(
        f"""
        select {_COLUMNS}, d.section_en, d.section_fr, d.heading_en, d.heading_fr, d.text_en,
               d.text_fr, d.points_en, d.points_fr, d.footnotes_en, d.footnotes_fr
        from {_TABLES} where d.decision = $id and known(d.known_on, $as_of)
        """,
        {"id": id, "as_of": as_of.known_by},
    ).df()


def neighbours(connection: Connection, id: str) -> dict[str, str | None]:
    """The decisions before and after this one in its list: ``{"previous": id, "next": id}``."""
    rows = connection.execute(
        """
        select previous, following from (
            select decision, lag(decision) over w as previous, lead(decision) over w as following
            from decisions
            window w as (partition by document order by position))
        where decision = $id
        """,
        {"id": id},
    ).fetchall()
    previous, following = rows[0] if rows else (None, None)
    return {"previous": previous, "next": following}


def links(connection: Connection, as_of: AsOf, decision: str) -> pd.DataFrame:
    """What one decision names: columns of ``decision_links``, and the names of the targets.

    ``name_en``, ``name_fr``: the Party, or the summary of the recommendation; ``number``: the
    number of the meeting.
    """
    return connection.execute(
        """
        select l.*, coalesce(p.name_en, r.summary_en) as name_en,
               coalesce(p.name_fr, r.summary_fr) as name_fr, m.number
        from decision_links l
        left join parties p on l.target_kind = 'party' and p.party = l.target
        left join recommendations r
          on l.target_kind = 'recommendation' and r.recommendation = l.target
        left join meetings m on l.target_kind = 'meeting' and m.meeting = l.target
        where l.decision = $decision and l.type like 'mentions_%' and known(l.known_on, $as_of)
        order by l.type, try_cast(regexp_extract(l.printed, '[0-9]+') as integer), l.decision_link
        """,
        {"decision": decision, "as_of": as_of.known_by},
    ).df()


def themes(connection: Connection) -> pd.DataFrame:
    """All themes in the order of the file: ``theme, parent, name_en, name_fr, decisions``."""
    return connection.execute(
        """
        select t.theme, t.parent, t.name_en, t.name_fr, count(distinct x.decision) as decisions
        from themes t
        left join themes u on u.parent = t.theme or u.theme = t.theme
        left join decision_themes x on x.theme = u.theme
        group by all order by min(t.position), t.theme
        """
    ).df()


def theme_causes(connection: Connection, decision: str) -> pd.DataFrame:
    """The themes of one decision with the phrase that gave each.

    Columns: ``theme, name_en, name_fr, phrase, found_in``.
    """
    return connection.execute(
        """
        select t.theme, t.name_en, t.name_fr, x.phrase, x.found_in
        from decision_themes x join themes t using (theme)
        where x.decision = $decision order by t.position, t.theme
        """,
        {"decision": decision},
    ).df()


def facets(connection: Connection) -> dict[str, list[Any]]:
    """The values that filters offer: ``verbs``, ``codes``, ``parties`` on file for decisions."""
    ask = {
        "verbs": "select distinct verb from decisions order by verb",
        "meetings": """select distinct meeting from decisions d join meetings m using (meeting)
                       order by m.number desc""",
        "codes": """select printed from decision_links where type = 'mentions_recommendation'
                    group by printed
                    order by try_cast(regexp_extract(printed, '[0-9]+') as integer), printed""",
        "parties": """select distinct target from decision_links
                      where type = 'mentions_party' order by target""",
    }
    return {
        name: [row[0] for row in connection.execute(sql).fetchall()] for name, sql in ask.items()
    }
