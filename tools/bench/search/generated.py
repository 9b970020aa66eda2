"""A store file with any number of generated decisions, written straight into its tables.

Nothing in it is true of anything: every row is ``illustrative`` and so is the file. Parties, themes
and the body are those of the shipped data.
"""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import duckdb
import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from lanzadash import __version__
from lanzadash.library import Library
from lanzadash.store import build, schema, search_index
from tools.bench.search.wordlist import Texts

_CHUNK = 50_000
_A_MEETING = 100  # decisions
_A_ROUND = 5000  # decisions
_CODES = 40  # recommendations of a round

_SHIPPED = """
    insert into bodies by name
        select * replace ('illustrative' as certainty, 'generated example' as source)
        from shipped.bodies;
    insert into parties by name
        select * replace ('illustrative' as certainty, 'generated example' as source)
        from shipped.parties;
    insert into themes by name from shipped.themes;
    insert into statuses by name from shipped.statuses;
"""
_FRAME = """
    create temp table held as
    select i::integer as i, 'T-ES/' || i as meeting, 'T-ES-' || i || '-LD_en' as document,
           date '1985-01-15' + (i * 15000 // $meetings)::integer as known_on
    from range(1, $meetings + 1) as r(i);
    create temp table procedures as
    select i::integer as i, 'round-' || i as round, 1985 + i * 40 // $rounds as year
    from range($rounds) as r(i);
    insert into meetings by name
    select meeting, 'T-ES' as body, i as number, 'in_person' as mode, 'illustrative' as certainty,
           known_on from held;
    insert into documents by name
    select document, 'T-ES' as body, 'T-ES(' || year(known_on) || ')' || i as symbol,
           'en' as language,
           ['list_of_decisions', 'list_of_decisions', 'report', 'agenda'][i % 4 + 1] as kind,
           'Generated list' as title, meeting, false as text_at_hand,
           'illustrative' as certainty, known_on
    from held;
    insert into rounds by name
    select round, 'T-ES' as body, 'Generated round ' || i as name_en, 'Cycle généré ' || i
           as name_fr, 'Round ' || i as short_en, 'Cycle ' || i as short_fr,
           'thematic_round' as kind, year as start_year, 'illustrative' as certainty,
           make_date(year, 1, 1) as known_on
    from procedures;
    insert into agenda_items by name
    select meeting || '/item-' || n as agenda_item, meeting, document, n::varchar as number,
           n as position, 'Item on ' || t.name_en as summary_en, 'Point : ' || t.name_fr
           as summary_fr, 'illustrative' as certainty, h.known_on
    from held h cross join range(1, 5) as r(n)
    join themes t on t.position = 1 + (h.i * 7 + n) % (select count(*) from themes);
"""
_DECISIONS = """
    insert into decisions by name
    select h.meeting || '/d' || position as decision, h.meeting, h.document, position as number,
           position, verb, 'round-' || round as round, context_en, context_fr, summary_en,
           summary_fr, text_en, 'illustrative' as certainty, h.known_on
    from chunk c join held h on h.i = c.meeting
"""
_THEMES = """
    insert into decision_themes by name
    select h.meeting || '/d' || position || '/' || theme as decision_theme,
           h.meeting || '/d' || position as decision, theme, any_value(phrase) as phrase,
           'text_en' as found_in, 'illustrative' as certainty, any_value(h.known_on) as known_on
    from chunk c join held h on h.i = c.meeting, unnest(themes) as t(theme)
    group by h.meeting, position, theme
"""
_LINKS = """
    insert into decision_links by name
    select h.meeting || '/d' || position || '/' || type || '/' || target as decision_link,
           h.meeting || '/d' || position as decision, type, target,
           type[10:] as target_kind, printed, true as resolved,
           'illustrative' as certainty, h.known_on
    from (
        select distinct meeting, position, 'mentions_party' as type, unnest(parties) as target,
               null as printed from chunk
        union all
        select distinct meeting, position, 'mentions_recommendation',
               'round-' || round || '/R' || unnest(codes), 'R' || unnest(codes) from chunk) c
    join held h on h.i = c.meeting
"""
_RECOMMENDATIONS = """
    insert into recommendations by name
    select p.round || '/R' || n as recommendation, p.round, 'Generated report' as report,
           'R' || n as code, n as position,
           ['urge', 'request', 'require', 'invite', 'consider'][(p.i + n) % 5 + 1] as grade,
           c.summary_en, c.summary_fr, 'illustrative' as certainty,
           make_date(p.year, 6, 1) as known_on
    from procedures p cross join range(1, $codes + 1) as r(n)
    join summaries c on c.i = p.i * $codes + n - 1
"""
_VERBS = ["decide", "take_note", "agree", "invite", "adopt", "instruct", "welcome", "hold", "thank"]


_MEMORY = "2GB"


def write(library: Library, out: Path, size: int) -> None:
    """Write a store file of ``size`` decisions to ``out``, without the tables of search.

    The same rows each time.
    """
    with tempfile.TemporaryDirectory() as folder, _opened(out) as connection:
        shipped = Path(folder) / "shipped.duckdb"
        build(library, shipped, version=__version__)
        connection.execute(f"attach {schema.quoted(str(shipped))} as shipped (read_only)")
        connection.execute(schema.script())
        connection.execute(_SHIPPED)
        _record(connection, library, size)
        connection.execute(
            "insert into meta (key, value) values ('version', ?), ('digest', ?), "
            "('illustrative', 'true')",
            [__version__, f"generated-{size}"],
        )


def index(library: Library, file: Path) -> None:
    """Add the tables of search to such a file."""
    with _opened(file) as connection:
        connection.execute("begin")
        search_index.fill(connection, library.themes)
        connection.execute("commit")


@contextmanager
def _opened(file: Path) -> Iterator[duckdb.DuckDBPyConnection]:
    connection = duckdb.connect(":memory:")
    connection.execute(f"set memory_limit = '{_MEMORY}'")
    connection.execute(f"set temp_directory = {schema.quoted(str(file.with_suffix('.tmp')))}")
    connection.execute(f"attach {schema.quoted(str(file))} as built (storage_version 'v1.0.0')")
    connection.execute("use built")
    yield connection
    connection.execute("checkpoint built")
    connection.close()


def _record(connection: duckdb.DuckDBPyConnection, library: Library, size: int) -> None:
    chance = np.random.default_rng(5)
    meetings, rounds = -(-size // _A_MEETING), -(-size // _A_ROUND)
    counts = {"meetings": meetings, "rounds": rounds}
    for statement in _FRAME.split(";")[:-1]:
        asked = {name: n for name, n in counts.items() if f"${name}" in statement}
        connection.execute(statement, asked)
    texts = {"en": Texts("en", library.themes), "fr": Texts("fr", library.themes)}
    for first in range(0, size, _CHUNK):
        count = min(_CHUNK, size - first)
        connection.register("chunk", _chunk(library, texts, first, count, rounds, chance))
        for statement in (_DECISIONS, _THEMES, _LINKS):
            connection.execute(statement)
        connection.unregister("chunk")
    made = rounds * _CODES
    summaries = {f"summary_{code}": _sentences(texts[code], made, 14, chance) for code in texts}
    connection.register("summaries", pa.table({"i": np.arange(made), **summaries}))
    connection.execute(_RECOMMENDATIONS, {"codes": _CODES})
    connection.unregister("summaries")


def _chunk(
    library: Library,
    texts: dict[str, Texts],
    first: int,
    count: int,
    rounds: int,
    chance: np.random.Generator,
) -> pa.Table:
    """Some decisions: their texts, and what each is filed under."""
    numbers = np.arange(first, first + count)
    themes = [theme for theme in library.themes if theme.phrases_en and theme.phrases_fr]
    theme = _common_first(len(themes), count, chance)
    phrases_en = pa.array([one.phrases_en[0] for one in themes]).take(pa.array(theme))
    phrases_fr = pa.array([one.phrases_fr[0] for one in themes]).take(pa.array(theme))
    keys = pa.array([one.theme for one in themes])
    second = _common_first(len(themes), count, chance)
    parties = pa.array([party.party for party in library.parties])
    text = [texts["en"].drawn(count, 18, chance), phrases_en, texts["en"].drawn(count, 18, chance)]
    french = [phrases_fr, texts["fr"].drawn(count, 10, chance)]
    return pa.table(
        {
            "meeting": numbers // _A_MEETING + 1,
            "position": numbers % _A_MEETING + 1,
            "verb": pa.array(_VERBS).take(pa.array(_common_first(len(_VERBS), count, chance))),
            "round": chance.integers(0, rounds, count),
            "context_en": pc.utf8_capitalize(texts["en"].drawn(count, 4, chance)),
            "context_fr": pc.utf8_capitalize(texts["fr"].drawn(count, 4, chance)),
            "summary_en": _sentences(texts["en"], count, 12, chance),
            "summary_fr": _sentence(pc.binary_join_element_wise(*french, " ")),
            "text_en": _sentence(pc.binary_join_element_wise(*text, " ")),
            "phrase": phrases_en,
            "themes": _lists(keys, np.stack([theme, second], 1), chance.integers(0, 3, count)),
            "parties": _lists(
                parties,
                chance.integers(0, len(parties), (count, 3)),
                np.maximum(chance.integers(-4, 4, count), 0),
            ),
            "codes": _lists(
                pa.array(range(1, _CODES + 1)),
                chance.integers(0, _CODES, (count, 2)),
                chance.integers(0, 3, count),
            ),
        }
    )


def _common_first(values: int, count: int, chance: np.random.Generator) -> np.ndarray:
    """Positions among ``values``, the first ones more often."""
    weights = 1 / (np.arange(values) + 2)
    return chance.choice(values, count, p=weights / weights.sum())


def _sentences(texts: Texts, count: int, length: int, chance: np.random.Generator) -> pa.Array:
    return _sentence(texts.drawn(count, length, chance))


def _sentence(text: pa.Array) -> pa.Array:
    return pc.binary_join_element_wise(pc.utf8_capitalize(text), "", ".")


def _lists(values: pa.Array, drawn: np.ndarray, lengths: np.ndarray) -> pa.Array:
    """For each row the first ``length`` values drawn."""
    kept = np.arange(drawn.shape[1])[None, :] < lengths[:, None]
    starts = np.concatenate([[0], np.cumsum(lengths)]).astype(np.int32)
    return pa.ListArray.from_arrays(pa.array(starts), values.take(pa.array(drawn[kept])))
