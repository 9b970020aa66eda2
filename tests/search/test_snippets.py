"""Words that were found, marked, and the part of a text where they stand."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lanzadash.search.snippets import Parts, Sequences, marked, snippet
from lanzadash.search.words import composed

TEXT = "Agreed that Parties’ replies on HELPLINES and the helpline’s funding was sent."


def wanted(*phrases: str) -> list[Sequences]:
    """``help|helps line``: one of two forms, then another word."""
    return [tuple(frozenset(word.split("|")) for word in one.split()) for one in phrases]


def shown(parts: Parts | None) -> str | None:
    """The text with square brackets around what is marked."""
    return parts and "".join(f"[{part}]" if mark else part for part, mark in parts)


@pytest.mark.parametrize(
    ("phrases", "expected"),
    [
        (
            ["helpline|helplines"],
            "Agreed that Parties’ replies on [HELPLINES] and the [helpline]’s funding was sent.",
        ),
        (
            ["replies on"],
            "Agreed that Parties’ [replies on] HELPLINES and the helpline’s funding was sent.",
        ),
        (["on replies"], TEXT),
        ([], TEXT),
        (["sent", "agreed"], f"[Agreed]{TEXT[6:-5]}[sent]."),
        (
            ["replies", "replies on helplines"],
            "Agreed that Parties’ [replies on HELPLINES] and the helpline’s funding was sent.",
        ),
    ],
)
def test_what_is_wanted_is_marked(phrases: list[str], expected: str) -> None:
    assert shown(marked(TEXT, wanted(*phrases))) == expected


def test_a_letter_and_its_accent_apart_are_one() -> None:
    assert shown(marked("re\u0301ponse", wanted("réponse"))) == "[réponse]"


def test_a_snippet_is_cut_around_what_was_found() -> None:
    words = [f"w{n}" for n in range(100)]
    text = " ".join(words)
    cut = shown(snippet(text, wanted("w50"), length=20))
    assert cut == f"… {' '.join(words[36:50])} [w50] {' '.join(words[51:56])} …"
    assert shown(snippet(text, wanted("w3"), length=20)) == (
        f"w0 w1 w2 [w3] {' '.join(words[4:20])} …"
    )
    assert shown(snippet(text, wanted("w99"), length=20)) == f"… {' '.join(words[80:99])} [w99]"
    assert snippet(text, wanted("w100"), length=20) is None
    assert snippet("", wanted("w1")) is None


def test_a_snippet_shows_where_most_of_it_stands() -> None:
    text = f"one {'x ' * 60}two three {'y ' * 60}one"
    cut = shown(snippet(text, wanted("one", "two", "three"), length=20))
    assert cut is not None
    assert "[two] [three]" in cut


PHRASES = st.lists(
    st.lists(
        st.sets(st.sampled_from(["a", "b", "c", "été"]), min_size=1).map(frozenset),
        min_size=1,
        max_size=3,
    ).map(tuple),
    max_size=3,
)


@settings(deadline=None)
@given(
    st.one_of(st.text(), st.lists(st.sampled_from("a b c été - x".split())).map(" ".join)), PHRASES
)
def test_nothing_of_the_text_is_lost_or_added(text: str, phrases: list[Sequences]) -> None:
    parts = marked(text, phrases)
    assert "".join(part for part, _ in parts) == composed(text)
    assert all(part for part, _ in parts)
    cut = snippet(text, phrases, length=20)
    if cut is None:
        assert not any(mark for _, mark in parts)
        return
    assert any(mark for _, mark in cut)
    inner = "".join(part for part, _ in cut).removeprefix("… ").removesuffix(" …")
    assert inner in composed(text)
