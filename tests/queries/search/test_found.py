"""What a search answers beside the decisions: order, counts, and how it was understood."""

from __future__ import annotations

import datetime as dt

import pytest

from lanzadash.queries.asof import AsOf
from lanzadash.queries.search import Chip, Found, found, matching
from lanzadash.store import Connection

TODAY = AsOf(dt.date(2033, 12, 1))


def chips(connection: Connection, text: str, **how: object) -> dict[str, Chip]:
    answer: Found = found(connection, TODAY, text, **how)  # type: ignore[arg-type]
    return {chip.text: chip for chip in answer.chips}


@pytest.mark.parametrize("kind", ["decision", "recommendation", "agenda_item"])
@pytest.mark.parametrize(
    ("text", "filters"),
    [
        ("", ()),
        ("report", ()),
        ("helplines OR volunteers", ()),
        ("adopted NOT agenda", ()),
        ("", (("year", ("2028",)),)),
        ("", (("year", ("2027", "2031")), ("verb", ("agree",)))),
        ("sport", (("meeting", ("T-ES/54",)), ("party", ("ISL", "MLT")))),
        ("réponses", (("theme", ("monitoring",)),)),
        ("qzxvwk", (("year", ("2027",)),)),
    ],
)
def test_a_count_is_what_one_gets_by_choosing_the_value(
    collection: Connection, text: str, filters: tuple[tuple[str, tuple[str, ...]], ...], kind: str
) -> None:
    answer = found(collection, TODAY, text, filters, kind=kind)
    on = dict(filters)
    for name, counts in answer.facets.items():
        for one in counts:
            asked = tuple((on | {name: (one.value,)}).items())
            got = matching(collection, TODAY, text, asked, kind=kind)
            assert one.count == len(got), (name, one.value)
            assert one.chosen == (one.value in on.get(name, ()))
        assert all(one.count or one.chosen for one in counts)


def test_several_values_of_a_facet_are_alternatives(collection: Connection) -> None:
    answer = found(collection, TODAY, "report")
    for name, counts in answer.facets.items():
        values = tuple(one.value for one in counts)
        if not values:
            continue
        each = [matching(collection, TODAY, "report", ((name, (value,)),)) for value in values]
        together = matching(collection, TODAY, "report", ((name, values),))
        assert together == frozenset().union(*each), name


def test_several_facets_must_all_hold(collection: Connection) -> None:
    both = matching(collection, TODAY, "", (("year", ("2028",)), ("verb", ("invite",))))
    assert both == {"T-ES/54/d6"}


@pytest.mark.parametrize(
    "filters", [(("theme", ("no such theme",)),), (("no such facet", ("x",)),)]
)
def test_a_value_that_is_not_on_file_has_nothing(
    collection: Connection, filters: tuple[tuple[str, tuple[str, ...]], ...]
) -> None:
    assert not found(collection, TODAY, "", filters).total


def test_a_filter_without_a_value_is_none(collection: Connection) -> None:
    every = found(collection, TODAY)
    assert found(collection, TODAY, "", (("theme", ()),)) == every
    assert every.total == 146


def test_a_chosen_value_stays_though_nothing_has_it(collection: Connection) -> None:
    answer = found(collection, TODAY, "helplines", (("year", ("2031",)),))
    years = {one.value: (one.count, one.chosen) for one in answer.facets["year"]}
    assert answer.total == 0
    assert years == {"2027": (2, False), "2031": (0, True)}


def test_the_filters_that_alone_stand_in_the_way_are_named(collection: Connection) -> None:
    filters = (("year", ("2031",)), ("meeting", ("T-ES/52",)), ("verb", ("thank",)))
    ways = found(collection, TODAY, "helplines", filters).loosened
    assert [(way.facet, way.count) for way in ways] == [("year", 1)]
    assert not found(collection, TODAY, "helplines").loosened


def test_each_kind_is_counted_and_found(collection: Connection) -> None:
    answer = found(collection, TODAY, "ordre du jour OR glossary")
    for kind, count in answer.kinds.items():
        assert len(matching(collection, TODAY, "ordre du jour OR glossary", kind=kind)) == count
    assert answer.total == answer.kinds["decision"]
    glossary = found(collection, TODAY, "glossary", kind="recommendation")
    assert glossary.records == ("data/I-3",)
    agenda = found(collection, TODAY, "ombudsman", kind="agenda_item")
    assert agenda.records == ("T-ES/53/item-3.2",)


@pytest.mark.parametrize(
    ("text", "first", "why"),
    [
        ("glossary", "T-ES/65/d5", "in a summary of ours, before those in the text alone"),
        ("R17", "T-ES/50/d7", "a code"),
        ("helplines", "T-ES/52/d8", "a short text before a longer one"),
        ("athlètes", "T-ES/54/d6", "twice in a text before once"),
        ("Norway OR Malta", "T-ES/52/d6", "both before one of them"),
        ("report Committee of Ministers", "T-ES/59/d5", "all of it in the summary"),
    ],
)
def test_the_best_match_comes_first(
    collection: Connection, text: str, first: str, why: str
) -> None:
    assert found(collection, TODAY, text).records[0] == first, why


def test_where_nothing_is_looked_for_the_latest_meeting_comes_first(
    collection: Connection,
) -> None:
    answer = found(collection, TODAY, limit=12)
    assert not answer.ranked
    assert answer.records[:2] == ("T-ES/67/d1", "T-ES/67/d2")
    assert answer.records[10:] == ("T-ES/66/d1", "T-ES/66/d2")


def test_a_page_of_none_only_counts(collection: Connection) -> None:
    answer = found(collection, TODAY, "report", limit=0)
    assert answer.total > 0
    assert answer.records == ()
    assert found(collection, TODAY, "report", offset=answer.total + 1).records == ()


def test_by_date_the_latest_comes_first(collection: Connection) -> None:
    answer = found(collection, TODAY, "helplines OR glossary", by_date=True)
    meetings = [int(record.split("/")[1]) for record in answer.records]
    assert not answer.ranked
    assert meetings == sorted(meetings, reverse=True)


def test_chips_say_how_each_part_was_understood(collection: Connection) -> None:
    text = 'the helpline reponses OR "list of decisions" compl* NOT R17'
    said = chips(collection, text)
    assert list(said) == ["helpline", "reponses", '"list of decisions"', "compl*", "NOT R17"]
    assert found(collection, TODAY, text).ignored == ("the",)

    assert said["helpline"].forms == ("helplines",)
    assert said["helpline"].meant == (("theme", "helplines"),)
    assert said["helpline"].entries == 2
    assert said["helpline"].without == 'the reponses OR "list of decisions" compl* NOT R17'
    assert said["helpline"].exactly is not None
    assert said["helpline"].exactly.startswith('the "helpline" reponses')

    assert said["reponses"].accented
    assert set(said["reponses"].forms) == {"réponse", "réponses"}
    assert said["reponses"].languages == {"fr"}

    assert said['"list of decisions"'].phrase
    assert said['"list of decisions"'].exactly is None
    assert {"compliance", "complete"} <= set(said["compl*"].forms)
    assert said["NOT R17"].excluded
    assert said["NOT R17"].without == 'the helpline reponses OR "list of decisions" compl*'


@pytest.mark.parametrize(
    ("text", "word", "put_right"),
    [
        ("helplnie", "helplines", "helplines"),
        ("agenda glosssary report", "glossary", "agenda glossary report"),
        ("bénévolle", "bénévoles", "bénévoles"),
        ("Yerewan OR qzxvwk", "yerevan", "yerevan OR qzxvwk"),
    ],
)
def test_a_word_that_found_nothing_is_put_right(
    collection: Connection, text: str, word: str, put_right: str
) -> None:
    near = [pair for chip in found(collection, TODAY, text).chips for pair in chip.nearest]
    assert (word, put_right) in near
    assert found(collection, TODAY, put_right).chips


def test_spellings_are_offered_only_where_nothing_was_found(collection: Connection) -> None:
    for text in ("helplines OR helplnie", "helplines NOT helplnie", "NOT helplnie"):
        assert not any(chip.nearest for chip in found(collection, TODAY, text).chips)


def test_a_theme_can_be_taken_off(collection: Connection) -> None:
    assert found(collection, TODAY, "hotlines").total == 2
    assert found(collection, TODAY, "hotlines", without=("helplines",)).total == 0
    off = found(collection, TODAY, "helplines", without=("helplines",))
    assert off.total == 2
    assert off.chips[0].meant == ()


def test_accents_count_where_they_are_to(collection: Connection) -> None:
    careless = matching(collection, TODAY, "reponse")
    assert careless == matching(collection, TODAY, "réponse")
    assert careless == matching(collection, TODAY, "réponse", strict=True)
    assert matching(collection, TODAY, "reponse", strict=True) == frozenset()
    assert matching(collection, TODAY, "athlet*", strict=True) == {"T-ES/54/d5", "T-ES/54/d6"}
    assert matching(collection, TODAY, '"KOVACOVA"', strict=True) == frozenset()


def test_a_phrase_is_put_right_word_by_word(collection: Connection) -> None:
    said = chips(collection, '"list of decissions"')['"list of decissions"']
    assert said.lost == ("decissions",)
    assert ("list of decisions", '"list of decisions"') in said.nearest


def test_a_chip_counts_what_was_known_on_the_day(collection: Connection) -> None:
    before = AsOf(dt.date(1990, 1, 1), past=True)
    (chip,) = found(collection, before, "report").chips
    assert (chip.entries, chip.lost, chip.languages) == (0, ("report",), frozenset())


def test_where_no_filter_alone_stands_in_the_way_all_of_them_do(collection: Connection) -> None:
    here = found(collection, TODAY, "", (("verb", ("thank",)), ("party", ("ZZZ",))))
    nowhere = (("party", ("ZZZ",)), ("year", ("1990",)))
    assert [way.facet for way in here.loosened] in (["party"], ["verb"], ["party", "verb"])
    assert [way.facet for way in found(collection, TODAY, "", nowhere).loosened] == [""]


def test_words_to_mark(collection: Connection) -> None:
    (words,) = found(collection, TODAY, "volunteer").highlights
    assert words == (frozenset({"volunteers"}),)
    (phrase,) = found(collection, TODAY, '"list of decisions"').highlights
    assert len(phrase) == 3
    assert "list" in phrase[0]
    themes = found(collection, TODAY, "hotlines").highlights
    assert (frozenset({"helplines"}),) in themes
    assert not found(collection, TODAY, "NOT volunteer").highlights


def test_what_is_known_since_an_unknown_day_is_in_no_past_view(collection: Connection) -> None:
    today = matching(collection, TODAY, kind="agenda_item")
    past = matching(collection, AsOf(dt.date(2033, 12, 1), past=True), kind="agenda_item")
    undated = {
        row[0]
        for row in collection.execute(
            "select agenda_item from agenda_items where known_on is null"
        ).fetchall()
    }
    assert undated
    assert today - past == undated
