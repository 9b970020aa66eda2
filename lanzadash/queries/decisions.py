"""Decisions: one, or the list that filters and words select."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import pandas as pd

from lanzadash.queries.asof import AsOf
from lanzadash.queries.search import chosen, found
from lanzadash.store import Connection

_COLUMNS = """
    d.decision, d.meeting, m.number as meeting_number, d.document, s.symbol, s.version, s.language,
    case when known(s.adopted, $as_of) then s.adopted end as adopted, s.address, d.number,
    d.position, d.verb, d.round,
    r.short_en as round_short_en, r.short_fr as round_short_fr,
    d.context_en, d.context_fr, d.summary_en, d.summary_fr, d.page, d.block, d.source,
    d.certainty, d.known_on
"""
_CODES = """
    with links as materialized ({links})
    select decision, list(printed order by try_cast(regexp_extract(printed, '[0-9]+') as integer),
                                           printed) as codes
    from (select distinct decision, printed from links where type = 'mentions_recommendation')
    group by 1
"""
_THEMES = """
    with found as materialized ({themes})
    select x.decision, list(t.theme order by t.position) as themes
    from found x join themes t using (theme) group by 1
"""
_TABLES = """
    decisions d
    left join meetings m on m.meeting = d.meeting
    left join documents s on s.document = d.document
    left join rounds r on r.round = d.round
"""


def decisions(
    connection: Connection,
    as_of: AsOf,
    *,
    words: str | None = None,
    by_date: bool = False,
    limit: int = 50,
    offset: int = 0,
    **filters: str | Sequence[str] | None,
) -> pd.DataFrame:
    """A page of the decisions that ``words`` and ``filters`` find, as :func:`search.found` does.

    ``filters``: theme, round, meeting, year, verb, grade, party, recommendation (id or printed
    code), document_kind, body; one value or several. The best match comes first, or with
    ``by_date``, and where no words are given, the latest meeting, in printed order.

    Columns: those of :func:`listed`, and ``total``, the number of decisions on all pages.
    """
    hits = found(
        connection, as_of, words or "", chosen(filters), by_date=by_date, limit=limit, offset=offset
    )
    return listed(connection, as_of, hits.records).assign(total=hits.total)


def listed(connection: Connection, as_of: AsOf, ids: Sequence[str]) -> pd.DataFrame:
    """These decisions in this order; an id that is not on file is left out.

    ``adopted`` is the day of adoption of the list that holds it, as far as known as of that day.

    Columns: ``decision, meeting, meeting_number, document, symbol, version, language, adopted,
    address, number, position, verb, round, round_short_en|fr, context_en|fr, summary_en|fr, page,
    block, source, certainty, known_on, codes, themes`` (lists or null).
    """
    asked, among = _among(ids)
    rows = connection.execute(
        f"select {_COLUMNS} from {_TABLES} where d.decision in ({among})",
        {**asked, "as_of": as_of.known_by},
    ).df()
    place = {id: at for at, id in enumerate(ids)}
    rows = rows.sort_values("decision", key=lambda column: column.map(place))
    return _with_lists(connection, rows.reset_index(drop=True))


def _with_lists(connection: Connection, rows: pd.DataFrame) -> pd.DataFrame:
    """The rows with ``codes`` and ``themes``, asked for apart: joined, they read whole tables."""
    asked, _ = _among(rows["decision"])
    links = _of_each("decision_links", "decision, type, printed", asked)
    themes = _of_each("decision_themes", "decision, theme", asked)
    for name, sql in (
        ("codes", _CODES.format(links=links)),
        ("themes", _THEMES.format(themes=themes)),
    ):
        found = dict(connection.execute(sql, asked).fetchall())
        lists = [found.get(id) for id in rows["decision"]]
        rows[name] = pd.Series(lists, index=rows.index, dtype=object)
    return rows


def _of_each(table: str, columns: str, asked: Iterable[str]) -> str:
    """The rows of these decisions, one after the other: an index serves ``=``, but neither
    ``in`` nor ``=`` with a second condition."""
    each = [f"select {columns} from {table} where decision = ${name}" for name in asked]
    return " union all ".join(each) or f"select {columns} from {table} where false"


def _among(ids: Iterable[str]) -> tuple[dict[str, str], str]:
    """Parameters, and their names for ``in (...)``."""
    asked = {f"id{at}": id for at, id in enumerate(ids)}
    return asked, ", ".join(f"${name}" for name in asked) or "null"


def texts(connection: Connection, ids: Sequence[str]) -> pd.DataFrame:
    """The official wording of these decisions, where at hand.

    Columns: ``decision``; ``text_en|fr`` with the sub-points, ``notes_en|fr`` (footnotes), null
    where there is none.
    """
    asked, among = _among(ids)
    return connection.execute(
        f"""
        select decision,
               nullif(concat_ws(' ', text_en, array_to_string(points_en, ' ')), '') as text_en,
               nullif(concat_ws(' ', text_fr, array_to_string(points_fr, ' ')), '') as text_fr,
               nullif(array_to_string(footnotes_en, ' '), '') as notes_en,
               nullif(array_to_string(footnotes_fr, ' '), '') as notes_fr
        from decisions where decision in ({among})
        """,
        asked,
    ).df()


def decision(connection: Connection, as_of: AsOf, id: str) -> pd.DataFrame:
    """One decision with its official wording where at hand: one row or none.

    Columns: those of :func:`listed`, and the text columns of the table ``decisions``.
    """
    rows = connection.execute(
        f"""
        select {_COLUMNS}, d.section_en, d.section_fr, d.heading_en, d.heading_fr, d.text_en,
               d.text_fr, d.points_en, d.points_fr, d.footnotes_en, d.footnotes_fr
        from {_TABLES} where d.decision = $id and known(d.known_on, $as_of)
        """,
        {"id": id, "as_of": as_of.known_by},
    ).df()
    return _with_lists(connection, rows)


def neighbours(connection: Connection, id: str) -> dict[str, str | None]:
    """The decisions before and after this one in its list: ``{"previous": id, "next": id}``."""
    rows = connection.execute(
        """
        select previous, following from (
            select decision, lag(decision) over w as previous, lead(decision) over w as following
            from decisions
            where document = (select document from decisions where decision = $id)
            window w as (order by position))
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
