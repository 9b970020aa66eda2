"""What is looked for: classes of queries, as people type them, common words and rare ones."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from lanzadash.queries.search.found import Filters

_ONE: Filters = (("verb", ("decide",)),)
_THREE: Filters = (
    ("verb", ("decide", "agree", "take_note")),
    ("party", ("PRT", "ITA", "FRA", "POL")),
    ("theme", ("prevention", "awareness")),
)

_TEXTS = {
    # {en[...]} is a word by its rank: 20 stands in every second decision, 20,000 in a few.
    "frequent word": ["committee", "report", "{en[60]}", "{en[150]}", "the", "invited"],
    "rare word": ["{en[4000]}", "{en[9000]}", "{en[15000]}", "{en[22000]}", "{en[29000]}", "zzyx"],
    "two words": [
        "committee report",
        "{en[90]} {en[300]}",
        "draft {en[2000]}",
        "{en[500]} {en[700]}",
        "meeting {en[12000]}",
    ],
    "three words": [
        "committee draft report",
        "{en[80]} {en[120]} {en[200]}",
        "bureau procedure {en[900]}",
        "secretariat information {en[6000]}",
    ],
    "OR": [
        "report OR meeting",
        "{en[400]} OR {en[800]} OR {en[1600]}",
        "draft OR {en[20000]}",
        "committee report OR {en[3000]} {en[100]}",
    ],
    "NOT": [
        "report NOT meeting",
        "{en[250]} NOT committee",
        "{en[10000]} NOT the",
        "draft NOT {en[5000]}",
    ],
    "frequent phrase": [
        '"of the"',
        '"committee the"',
        '"the report"',
        '"sexual extortion"',
        '"in the committee"',
    ],
    "rare phrase": [
        '"{en[300]} {en[450]}"',
        '"{en[1000]} the"',
        '"criminal records"',
        '"{en[8000]} {en[9000]}"',
    ],
    "prefix": ["rep*", "comm*", "{pr[700]}*", "{pr[5000]}*", "s*"],
    "French": ["comité", "réponses enfants", "œuvre", "{fr[300]}", "{fr[6000]}", '"mise en œuvre"'],
    "theme": ["helplines", "data collection", "sexual extortion", "prévention", "coordination"],
}
_FILTERED = ["report", "{en[150]} {en[300]}", "{en[9000]}", '"the report"', "children draft"]


@dataclass(frozen=True)
class Case:
    """One search, and the class it is counted in."""

    kind: str
    text: str
    filters: Filters = ()


def cases(english: list[str], french: list[str]) -> Iterator[Case]:
    """Every search, with the words of the generated store filled in, the commonest first."""
    words = {"en": english, "fr": french, "pr": [word[:4] for word in english]}
    for kind, texts in _TEXTS.items():
        for text in texts:
            yield Case(kind, text.format_map(words))
    for text in _FILTERED:
        yield Case("words, 1 filter", text.format_map(words), _ONE)
        yield Case("words, 3 filters", text.format_map(words), _THREE)
    yield from (Case("filters alone", "", one) for one in ((), _ONE, _THREE))
