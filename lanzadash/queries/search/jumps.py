"""Straight to the thing: what was typed is a symbol, a code, or the number of a meeting."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from lanzadash.queries.asof import AsOf
from lanzadash.search.words import composed, folded
from lanzadash.store import Connection

Kind = Literal["decision", "meeting", "recommendation", "document", "party"]

_LONGEST = 60
_ARTICLE = re.compile(r"(?:the|la|le)\s+")
_ORDINAL = r"(\d{1,3})\s*(?:st|nd|rd|th|re|er|e|eme)?"
_PARAGRAPH = r"(?:§|decision|para(?:graph)?e?\.?|point)\s*(?:n[o°]\.?\s*)?"
_OF = r"(?:\s+(?:of|from|at|de|du)(?:\s+(?:the|la))?|,)\s*"
_MEETING = re.compile(  # 36th meeting, 36e réunion, meeting 36, T-ES/36
    rf"(?:{_ORDINAL}\s*(?:meeting|reunion)|(?:meeting|reunion|[a-z]+-[a-z]+\s*/)\s*(?:n[o°]\.?\s*)?(\d{{1,3}}))"
)
_DECISION = re.compile(  # 35/6, T-ES/35/d6, 35 § 6, 35th meeting, paragraph 6
    rf"(?:[a-z]+-[a-z]+\s*/\s*)?{_ORDINAL}\s*(?:meeting|reunion)?\s*[/,]?\s*"
    rf"(?:/|d|{_PARAGRAPH})\s*(\d{{1,3}})"
)
_DECISION_OF = re.compile(  # paragraph 6 of the 35th meeting, décision 6 de la 35e réunion
    rf"{_PARAGRAPH}(\d{{1,3}}){_OF}{_ORDINAL}\s*(?:meeting|reunion)"
)
_POINT = re.compile(r"(\d{1,3})\.(\d{1,3})")  # 35.6, which may be the number of an agenda item too
_IN_DOCUMENT = re.compile(rf"(.*\d.*?)\s*,?\s*{_PARAGRAPH}(\d{{1,3}})")  # T-ES(2021)37, paragraph 6
_OF_DOCUMENT = re.compile(rf"{_PARAGRAPH}(\d{{1,3}}){_OF}(.*\d.*)")  # paragraph 6 of T-ES(2021)37
_ASKS_FOR_CODE = re.compile(r"(?:recommendations?|recommandations?)\s*")


@dataclass(frozen=True)
class Jump:
    """One thing that the query names. ``straight``: nothing else can have been meant."""

    kind: Kind
    record: str
    title_en: str | None
    title_fr: str | None
    number: int | None = None
    position: int | None = None
    straight: bool = True


def jumps(connection: Connection, as_of: AsOf, text: str) -> tuple[Jump, ...]:
    """The things that ``text`` names by symbol, code or number, known as of that day.

    ``T-ES(2021)37`` and ``tes 2021 37`` are the same, ``R I-5`` and ``ri5`` too; a number alone may
    mean something else. Empty if it is none of these. ``title_en|fr`` is what the thing is called
    where it has a title; ``number`` that of the meeting, or of the decision with its ``position``
    beside it.
    """
    plain = _ARTICLE.sub("", " ".join(_unaccented(text).split()), count=1)
    if not plain or len(plain) > _LONGEST:
        return ()
    asked: dict[str, object] = {"as_of": as_of.known_by}
    if numbers := _numbers(plain):
        meeting, number = numbers
        names = asked | {"m": meeting, "n": number}
        straight = not _POINT.fullmatch(plain)
        return _found(connection, _DECISIONS, "decision", names, straight)
    if cited := _cited(plain):
        document, number = cited
        names = asked | {"name": _squashed(document), "n": number}
        return _found(connection, _CITED, "decision", names)
    if found := _MEETING.fullmatch(plain):
        return _found(connection, _MEETINGS, "meeting", asked | {"n": int(found[1] or found[2])})
    squashed = _squashed(_ASKS_FOR_CODE.sub("", plain))
    if not squashed:
        return ()
    named = asked | {"name": squashed}
    return (
        *_found(connection, _DOCUMENTS, "document", named),
        *_found(connection, _RECOMMENDATIONS, "recommendation", named, not plain.isdigit()),
        *_found(connection, _PARTIES, "party", asked | {"name": squashed}, straight=False),
    )


def _numbers(plain: str) -> tuple[int, int] | None:
    """The meeting and the paragraph that are named, if they are all that is."""
    if found := _DECISION.fullmatch(plain) or _POINT.fullmatch(plain):
        return int(found[1]), int(found[2])
    found = _DECISION_OF.fullmatch(plain)
    return (int(found[2]), int(found[1])) if found else None


def _cited(plain: str) -> tuple[str, int] | None:
    """What may be the symbol of a list, and the paragraph of it that is named."""
    if found := _OF_DOCUMENT.fullmatch(plain):
        return found[2], int(found[1])
    found = _IN_DOCUMENT.fullmatch(plain)
    return (found[1], int(found[2])) if found else None


def _squashed(text: str) -> str:
    return "".join(part for part in text if part.isalnum())


_SQUASHED = "regexp_replace(lower(strip_accents({})), '[^a-z0-9]', '', 'g')"
_DECISIONS = """
    select d.decision, null, null, d.number, d.position
    from decisions d join meetings m using (meeting)
    where m.number = $m and coalesce(d.number, d.position) = $n and known(d.known_on, $as_of)
    order by d.decision
"""
_MEETINGS = """
    select meeting, null, null, number, null from meetings
    where number = $n and known(known_on, $as_of) order by meeting
"""
_NAMED = f"""
    known(s.known_on, $as_of) and s.symbol is not null and $name in (
        {_SQUASHED.format("s.symbol")},
        {_SQUASHED.format("concat_ws(' ', s.symbol, s.version)")},
        {_SQUASHED.format("concat_ws(' ', s.symbol, s.language)")},
        {_SQUASHED.format("concat_ws(' ', s.symbol, s.version, s.language)")},
        {_SQUASHED.format("s.document")})
"""
_DOCUMENTS = f"""
    select document, title, title, null, null from documents s where {_NAMED} order by document
"""
_CITED = f"""  -- the list may be on file in another language than the one named
    select d.decision, null, null, d.number, d.position
    from decisions d join documents o using (document)
    where o.symbol in (select s.symbol from documents s where {_NAMED})
      and coalesce(d.number, d.position) = $n and known(d.known_on, $as_of)
    order by d.decision
"""
_RECOMMENDATIONS = f"""
    select recommendation, summary_en, summary_fr, null, null from recommendations
    where known(known_on, $as_of) and code is not null and (
        {_SQUASHED.format("code")} in ($name, 'r' || $name)
        or 'r' || {_SQUASHED.format("code")} = $name
        or {_SQUASHED.format("recommendation")} = $name)
    order by recommendation
"""
_PARTIES = f"""
    select party, name_en, name_fr, null, null from parties
    where known(known_on, $as_of) and $name in (
        lower(party), {_SQUASHED.format("name_en")}, {_SQUASHED.format("name_fr")})
    order by party
"""


def _found(
    connection: Connection,
    query: str,
    kind: Kind,
    asked: Mapping[str, object],
    straight: bool = True,
) -> tuple[Jump, ...]:
    rows = connection.execute(query, asked).fetchall()
    only = straight and len(rows) == 1
    return tuple(
        Jump(kind, record, title_en, title_fr, number, position, only)
        for record, title_en, title_fr, number, position in rows
    )


def _unaccented(text: str) -> str:
    """Lower case without accents; marks between the words stay."""
    return "".join(folded(part) or part for part in composed(text).lower())
