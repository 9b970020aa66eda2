"""What was typed, as what is asked for."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from lanzadash.search.query import MOST, Clause, Query, parse


def shown(clause: Clause) -> str:
    """``help*``, ``"these words"``, ``in-a-row``"""
    words = ("-" if not clause.exact else " ").join(clause.words)
    words = f'"{words}"' if clause.exact else words
    return f"{words}*" if clause.prefix else words


def meant(text: str) -> str:
    """``a b | c ! d``: a and b or c, without d; words that say nothing are left out."""
    query = parse(text)
    groups = " | ".join(" ".join(shown(clause) for clause in group) for group in query.groups)
    excluded = " ".join(shown(clause) for clause in query.excluded)
    return f"{groups} ! {excluded}".strip() if excluded else groups


@pytest.mark.parametrize(
    ("text", "expected", "why"),
    [
        ("child protection", "child protection", "words stand beside each other"),
        ("Child PROTECTION", "child protection", "capitals say nothing"),
        ("child AND victims", "child victims", "both"),
        ("child ET victims", "child victims", "both, in French"),
        ("child and victims", "child victims", "a stop word"),
        ("child OR minor", "child | minor", "one or the other"),
        ("enfant OU mineur", "enfant | mineur", "one or the other, in French"),
        ("child or minor", "child | minor", "in small letters"),
        ("enfant ou mineur", "enfant | mineur", "in small letters, in French"),
        ("Child Or Minor", "child | minor", "in a title"),
        ("Not a Report", "not report", "Not begins a sentence"),
        ("child|minor", "child | minor", "a bar"),
        ("child || minor |", "child | minor", "bars too many"),
        ("agenda,rapport", "agenda rapport", "a comma parts as a space does"),
        ("agenda;rapport,list", "agenda rapport list", "a semicolon too"),
        ("agenda/rapport", "agenda rapport", "and a stroke"),
        ("R12,R13", "r12 r13", "codes"),
        ("2029,2030", "2029 2030", "years"),
        ("12,500", "12-500", "one number"),
        ("35/6", "35-6", "a decision"),
        ("T-ES/35/d6", "t-es-35-d6", "its id"),
        ("T-ES(2021)37/rev,agenda", "t-es-2021-37-rev agenda", "a symbol, then a word"),
        ("classroom/R17", "classroom-r17", "the id of a recommendation"),
        ("child and/or minor", "child and-or minor", "as it is printed"),
        ("enfant et/ou mineur", "enfant et-ou mineur", "as it is printed, in French"),
        ("help*,plan", "help* plan", "a beginning before a comma"),
        ("NOT agenda,rapport", "rapport ! agenda", "the comma ends what is not wanted"),
        ("child Child CHILD", "child", "said again"),
        ("child plan child", "child plan", "said again later"),
        ("child -plan NOT plan", "child ! plan", "not wanted twice"),
        ("child OR plan OR child", "child | plan", "the same alternative"),
        ("child plan OR child", "child plan | child", "other alternatives"),
        ("lieu où dormir", "lieu dormir", "où is not ou"),
        ("a b OR c d", "b | c", "a and d are stop words"),
        ("child help OR minor aid", "child help | minor aid", "AND binds before OR"),
        ("child NOT report", "child ! report", "without"),
        ("enfant SAUF rapport", "enfant ! rapport", "without, in French"),
        ("enfant NON rapport", "enfant ! rapport", "without, another word"),
        ("enfant non accompagné", "enfant non accompagné", "small letters are a word"),
        ("child -report", "child ! report", "a minus"),
        ("child –report", "child ! report", "a dash"),
        ("child - report", "child report", "a dash between words is a dash"),
        ("child-report", "child-report", "a hyphen inside a word"),
        ("NOT report", "! report", "without alone"),
        ("-report", "! report", "a minus alone"),
        ("NOT a report", "! report", "NOT passes over stop words"),
        ("SAUF l’enfant", "! enfant", "and over elisions"),
        ("-l'enfant", "! enfant", "a minus too"),
        ("NOT the", "", "without nothing"),
        ('NOT "a report"', '! "a report"', "without a phrase"),
        ('child -"a report"', 'child ! "a report"', "a minus before a phrase"),
        ("child OR NOT report", "child ! report", "without holds for the whole query"),
        ("NOT OR report", "report", "the last operator counts"),
        ("NOT AND report", "report", "the last operator counts"),
        ("NOT NOT report", "! report", "twice is once"),
        ("child OR OR minor", "child | minor", "an operator too many"),
        ("OR child AND", "child", "operators at the edges"),
        ("AND OR NOT", "", "operators alone"),
        ("( ) [ ] { } ? ! . , ; : / \\ | & ~ ^ $ %", "", "marks alone"),
        ("*", "", "an asterisk alone"),
        ("help*", "help*", "a beginning"),
        ("help *", "help", "an asterisk apart"),
        ("*help", "help", "no endings"),
        ("he*lp", "he-lp", "no gaps"),
        ("T-ES*", "t-es*", "a beginning after a hyphen"),
        ("help**", "help*", "twice is once"),
        ('"help*"', '"help"', "none within a phrase"),
        ('"child protection"', '"child protection"', "a phrase"),
        ("“child protection”", '"child protection"', "typographic"),
        ("„child protection“", '"child protection"', "low and high"),
        ("« child protection »", '"child protection"', "French"),
        ('"child"protection', '"child" protection', "no space after"),
        ('child"protection plan"', 'child "protection plan"', "no space before"),
        ('"the"', '"the"', "a stop word that was asked for"),
        ('child "protection', "child protection", "never closed"),
        ('"child protection" "plan', '"child protection" plan', "the last one never closed"),
        ('"', "", "a quote alone"),
        ('""', "", "an empty phrase"),
        ('"..."', "", "a phrase of marks"),
        ("l’enfant", "enfant", "typographic elision"),
        ("l'enfant", "enfant", "straight elision"),
        ("l´enfant", "enfant", "an accent for an apostrophe"),
        ("the", "the", "a stop word alone"),
        ("of the", "of the", "stop words alone"),
        ("the child", "child", "beside another word they say nothing"),
        ("the OR child", "child", "also as an alternative"),
        ("T-ES(2021)37", "t-es-2021-37", "a symbol is a row of words"),
        ("R I-5", "r i-5", "a code"),
        ("AND-gate", "and-gate", "an operator inside a word is a word"),
        ("(child OR minor)", "child | minor", "brackets say nothing"),
        ("", "", "nothing"),
        (" \t\n", "", "nothing but space"),
        ("a\x00b", "a-b", "NUL parts words"),
        ("\ud800 child", "child", "half a character"),
        ("🙂 child", "child", "no letters"),
        ("طفل child", "طفل child", "from right to left"),
    ],
)
def test_what_is_asked_for(text: str, expected: str, why: str) -> None:
    assert meant(text) == expected, why


def test_and_is_kept_as_such() -> None:
    (clauses,) = parse("child AND the victims help").groups
    assert [clause.joined for clause in clauses] == [False, True, False]


def test_and_outlasts_what_is_not_wanted() -> None:
    query = parse("child AND NOT plan the victims")
    assert [clause.joined for clause in query.groups[0]] == [False, True]
    assert query.text == "child NOT plan the AND victims"


def test_words_beyond_the_most_are_counted_and_left_out() -> None:
    query = parse(" ".join(f"w{n}" for n in range(MOST + 5)))
    assert (len(query.groups[0]), query.cut) == (MOST, 5)
    assert query.text == " ".join(f"w{n}" for n in range(MOST))


def test_words_that_are_not_wanted_take_no_room_of_the_others() -> None:
    wanted = " ".join(f"w{n}" for n in range(MOST))
    query = parse(" ".join(f"NOT x{n}" for n in range(MOST + 1)) + f" the {wanted}")
    assert (len(query.groups[0]), len(query.excluded), query.cut) == (MOST, MOST, 1)


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("child " * 900, "child"),
        ("child OR " * 900, "child"),
        ("child | plan | " * 900, "child | plan"),
        ("NOT " * 2500 + "child", "NOT child"),
        ("NOT child " * 900, "NOT child"),
        ("the child " * 900, "the child"),
        ("(" * 9000 + "child", "child"),
        ("child " + ")" * 9000, "child"),
        ("a OR NOT b AND", "a OR NOT b"),
    ],
    ids=lambda text: text[:15],
)
def test_the_text_that_is_kept_is_what_is_looked_for(text: str, kept: str) -> None:
    query = parse(text)
    assert (query.text, query.cut) == (kept, 0)


@pytest.mark.parametrize(
    "text",
    [
        " ".join(f"word{n}" for n in range(1200)),
        " OR ".join(f"word{n} other" for n in range(600)),
        " ".join(f"-word{n}" for n in range(1200)),
        "x-" * 5000,
        "x" * 10_000,
        '"' + "x ( " * 2500 + '"',
    ],
    ids=lambda text: text[:15],
)
def test_of_a_long_query_little_is_kept(text: str) -> None:
    assert len(parse(text).text) <= 600


def test_a_phrase_is_no_way_around_the_most() -> None:
    for text in ("x-" * 5000, '"' + "x " * 5000 + '"', "x-" * 4999 + "x*"):
        query = parse(text)
        assert (len(query.groups[0][0].words), query.cut) == (MOST, 5000 - MOST)
        assert not query.groups[0][0].prefix


@pytest.mark.parametrize(
    ("text", "at", "without", "exactly", "replaced"),
    [
        ("child help", 0, "help", '"child" help', "new help"),
        ("child OR help", 1, "child OR", 'child OR "help"', "child OR new"),
        ("l’enfant perdu", 0, "l perdu", 'l "enfant" perdu', "l new perdu"),
        ("T-ES(2021)37 child", 0, "child", '"t es 2021 37" child', "new child"),
        ("child help NOT plan", 2, "child help", 'child help "plan"', "child help new"),
        ("child SAUF l’aide", 1, "child", 'child "aide"', "child new"),
        ('one"two three"four', 1, "one four", 'one "two three" four', "one new four"),
    ],
)
def test_a_part_is_taken_out_put_in_quotes_or_replaced(
    text: str, at: int, without: str, exactly: str, replaced: str
) -> None:
    query = parse(text)
    clause = clauses(query)[at]
    assert query.without(clause) == without
    assert query.exactly(clause) == exactly
    assert query.replaced(clause, "new") == replaced


def test_several_parts_are_taken_out_at_once() -> None:
    query = parse("child help NOT plan")
    assert query.without(*clauses(query)) == ""


PIECES = st.sampled_from(
    """child child,plan agenda/rapport child|plan 35/6 and/or
    l’enfant enfant the of AND OR NOT ET OU SAUF NON or -plan –plan - — * help* " "" "a
    plan" “ ” « » ' ( ) T-ES(2021)37 R12 \\ % ; \ud800 \x00 🙂 طفل é́ x-y-z""".split()
)
ANY = st.one_of(
    st.text(), st.lists(PIECES).map(" ".join), st.lists(PIECES).map("".join), st.binary().map(str)
)


@settings(deadline=None)
@given(ANY)
@example("-" * 10_000)
@example('"' * 9_999)
@example("a*" * 5_000)
@example("NOT " * 2_500)
def test_any_string_has_a_meaning(text: str) -> None:
    query = parse(text)
    every = clauses(query)
    assert sum(len(clause.words) for clause in every) <= 2 * MOST + len(query.ignored)
    assert all(0 <= one.start < one.end <= len(query.text) for one in every)
    ordered = sorted(every, key=lambda one: one.start)
    assert all(one.end <= other.start for one, other in pairwise(ordered))


@settings(deadline=None)
@given(ANY)
def test_what_is_left_without_a_part_is_the_other_parts(text: str) -> None:
    query = parse(text)
    for one in clauses(query):
        left = parse(query.without(one))
        others = {placeless(other) for other in clauses(query) if other is not one}
        assert {placeless(other) for other in clauses(left)} == others


@settings(deadline=None)
@given(ANY)
def test_the_text_that_is_kept_asks_for_the_same(text: str) -> None:
    query = parse(text)
    assert parse(query.text) == replace(query, cut=0)


def clauses(query: Query) -> list[Clause]:
    wanted = [clause for group in query.groups for clause in group]
    return [*wanted, *query.excluded, *query.ignored]


def placeless(clause: Clause) -> Clause:
    return replace(clause, start=0, end=0, joined=False)
