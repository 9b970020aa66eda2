"""What holds of any text: reading never raises, and typography changes no fact."""

from __future__ import annotations

import random
import re
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from lanzadash.reading import Rules
from lanzadash.reading.formats.blocks import Source
from lanzadash.reading.formats.lines import read_lines
from lanzadash.reading.kinds import read_source
from lanzadash.records import Reading

DOCUMENT = """\
T-ES(2021)90_en rev.
7 March 2022
Lanzarote Committee
List of decisions
45th meeting (remote)
30 November – 3 December 2021
Adopted on 7 March 2022
The Committee:
1. Adopted its agenda.
As to the compliance procedure
In the context of the "refugee crisis":
2. Agreed that replies on Recommendations R7, R11 and R I-5 could be sent (a.b@coe.int) at the very
latest by 10 December 2021¹.
3. Invited Austria's delegation – and the Republic of Moldova – to reply before 15 January 2022.
4. Decided to examine the draft during its 46th meeting (22-25 February 2022, see list of decisions
paras 27-29):
- a first point;
- a second point.
¹ Document T-ES(2020)23_en rev.2.
"""

DASHES = "-‐‑‒–—−"
QUOTES = {"'": "'’‘ʼ", '"': '"“”„«»'}
SPACES = " \u00a0\u202f\u2009\t"


def read(text: str, rules: Rules) -> Reading:
    return read_source(Source("a.txt", "0" * 64, "text", read_lines(text)), rules)


def facts(reading: Reading) -> dict[str, Any]:
    """Everything but the printed words."""
    words = {"text", "points", "footnotes", "context", "section", "what", "printed", "title"}
    found = reading.model_dump(exclude={"leftovers", "coverage"})

    def without(value: Any) -> Any:
        if isinstance(value, dict):
            return {key: without(one) for key, one in value.items() if key not in words}
        return [without(one) for one in value] if isinstance(value, list) else value

    return {key: without(value) for key, value in found.items()}


def mutated(text: str, seed: int) -> str:
    """Lines dropped, doubled, joined and shuffled; numbers changed."""
    chance = random.Random(seed)
    lines = text.splitlines()
    for _ in range(chance.randint(1, 6)):
        at = chance.randrange(len(lines))
        step = chance.randrange(5)
        if step == 0 and len(lines) > 1:
            del lines[at]
        elif step == 1:
            lines.insert(at, lines[at])
        elif step == 2:
            lines[at : at + 2] = [" ".join(lines[at : at + 2])]
        elif step == 3:
            lines[at] = "".join(chance.sample(lines[at], len(lines[at])))
        else:
            number = str(chance.choice((0, 1, 9, 31, 99, 2021, 10**12)))
            lines[at] = re.sub(r"\d+", number, lines[at])
    return "\n".join(lines)


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=300))
def test_reading_never_raises_on_any_text(rules: Rules, text: str) -> None:
    assert 0 <= read(text, rules).coverage <= 1


@settings(max_examples=80, deadline=None)
@given(st.integers(0, 10**9))
def test_reading_never_raises_on_damaged_documents(rules: Rules, seed: int) -> None:
    reading = read(mutated(DOCUMENT, seed), rules)
    assert [decision.index for decision in reading.decisions] == [
        *range(1, len(reading.decisions) + 1)
    ]
    assert all(deadline.printed for deadline in reading.deadlines)


@settings(max_examples=40, deadline=None)
@given(st.integers(0, 10**9))
def test_spaces_quotes_and_dashes_change_no_fact(rules: Rules, seed: int) -> None:
    chance = random.Random(seed)

    def typeset(sign: str) -> str:
        if sign == " ":
            return chance.choice(SPACES) * chance.randint(1, 2)
        return chance.choice(QUOTES.get(sign, sign if sign not in DASHES else DASHES))

    lines = (
        line[:2] + "".join(typeset(sign) for sign in line[2:]) for line in DOCUMENT.splitlines()
    )
    assert facts(read("\n".join(lines), rules)) == facts(read(DOCUMENT, rules))


def test_what_the_document_says(rules: Rules) -> None:
    """So that the properties above hold of something."""
    found = read(DOCUMENT, rules)
    assert [decision.number for decision in found.decisions] == [1, 2, 3, 4]
    assert [str(deadline.due) for deadline in found.deadlines] == ["2021-12-10", "2022-01-15"]
    assert [mention.code for mention in found.recommendation_mentions] == ["R7", "R11", "R I-5"]
    assert [mention.party for mention in found.party_mentions] == ["AUT", "MDA"]
    assert found.leftovers == []
