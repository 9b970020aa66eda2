"""Meetings of the committee named in a text, how a meeting was held and where."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from lanzadash.reading.dates import MONTH, DateSpan, find_dates
from lanzadash.reading.folding import fold
from lanzadash.reading.ordinals import ORDINAL, ordinal
from lanzadash.records import Mode

NOUN = r"(?:meetings?|sessions?|réunions?|plenar(?:y|ies)|plénières?)"
_KIND = (
    r"(?:(?:plenary|special|extraordinary|ordinary|online|virtual|remote|hybrid|forthcoming|"
    r"upcoming|next) ){0,2}"
)
_NUMBERED = re.compile(
    rf"(?P<numbers>{ORDINAL}(?: ?(?:,|/|-|and|et|to|au|à) ?(?:the |its |la |sa )?{ORDINAL}){{0,4}})"
    rf"\s{_KIND}{NOUN}(?: plénières?| extraordinaires?)?\b",
    re.IGNORECASE,
)
_ANY = re.compile(r"(?:meeting|session|plenar|réunion|plénière)\w*", re.IGNORECASE)
_NEXT = re.compile(
    r"\b(?:next|forthcoming|following) (?:\w+ )?(?:meeting|session)s?\b"
    r"|\bprochaines? (?:réunion|session)s?\b|\b(?:réunion|session)s? suivantes?\b",
    re.IGNORECASE,
)
_ORDINAL = re.compile(ORDINAL, re.IGNORECASE)
# What may stand between a meeting and its dates: "36th meeting, to be held remotely on ...".
_LINK_WORDS = frozenset(
    "would should shall to be held on from for of in at the by which will was is scheduled planned "
    "foreseen announced convened initially "
    "take place taking took remotely online virtually hybrid mode format place venue dates date "
    "now new rescheduled postponed moved has have been that are its he it (exact "
    "de du le la les des au aux en à qui se tiendra tiendront tenue tenir prévue prévues prévu "
    "annoncée convoquée "
    "aura lieu devant doit était est sera fixée initialement reportée reporté "
    "distance platform plateforme plate-forme sur via using ligne par "
    "visioconférence virtuellement hybride dates".split()
)
_OF_ANOTHER = re.compile(
    r" (?:of|de la|du|de l'|des|de) ?(?:the |its |son |"
    r"sa )?(?P<whose>[^\W\d_][\w'-]*(?: [A-ZÀ-Þ(][\w')-]*)*)"
)
# "the CDENF at its 4th meeting", "the Bureau's 3rd meeting": nobody's meeting here. But the
# Committee reads "chapter II at its 4th meeting".
_BEFORE_ANOTHER = re.compile(
    r"(?:\b(?!THE |OF |ITS |LA |LE |DE |SA |[IVX]+ )(?:[A-Z]{2,}(?:-[A-Z]+)*|Bureau|Group|Groupe|"
    r"Working Group|Assembly|Assemblée|Conference|Conférence|Congress|Congrès|CDENF)"
    r"(?:'s|,? (?:at|during|in|lors de|à|pendant) (?:its|their|the|sa|leur|la))? )$"
)
_THE_COMMITTEE = re.compile(
    rf"(?:committee|comité)\b(?! (?:of|on|for|des|du|sur|pour|européen|directeur))|(?:{MONTH})"
)
_SUPERSEDED = re.compile(
    r"(?:instead of|initially|originally|previously|au lieu (?:du|de)|initialement|rather than)"
    r"[^.;]{0,40}$",
    re.IGNORECASE,
)
_MOVING = re.compile(r"\b(?:re-?schedul|postpon|mov|chang|shift|report|déplac|repouss)\w*\b", re.I)
_MOVED = re.compile(
    r"\b(?:rescheduled|postponed|moved|brought forward|changed|shifted|re-scheduled|déplacée?|"
    r"reportée?|avancée?|repoussée?)\b"
    r"[^.;]{0,40}\b(?:to|till|until|for|au|aux|du|à) ?(?:the |les? )?$",
    re.IGNORECASE,
)

_REMOTE = re.compile(
    r"\b(?:remote(?:ly)?|virtual(?:ly)?|on-?line|video-? ?conference|videoconferencing|KUDO|Zoom|"
    r"à distance|en ligne|visio-?conférence|virtuelle(?:ment)?)\b",
    re.IGNORECASE,
)
_HYBRID = re.compile(r"\b(?:hybrid|hybride)\b", re.IGNORECASE)
_PRESENT = re.compile(
    r"\b(?:in[ -]person|face[ -]to[ -]face|physical(?:ly)?|en présentiel|en présence|"
    r"présentielle)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class MeetingSpan:
    """A meeting named at ``text[start:end]``, with the dates printed beside it, if any."""

    start: int
    end: int
    number: int | None = None
    dates: DateSpan | None = None

    @property
    def first(self) -> dt.date | None:
        return self.dates.first if self.dates else None

    @property
    def last(self) -> dt.date | None:
        return self.dates.last if self.dates else None


@lru_cache(maxsize=4096)
def find_meetings(text: str, names: tuple[str, ...] = ()) -> tuple[MeetingSpan, ...]:
    """Every meeting of the committee in ``text``, in order.

    ``names`` are what the committee calls itself; a meeting of anyone else ("the 4th meeting of
    the Steering Committee") is left out. A meeting without a number ("its next meeting") counts
    where its dates are printed. Where a meeting was moved, the dates are the new ones.
    """
    folded = fold(text)
    if not _ANY.search(folded):
        return ()
    own = tuple(fold(name).casefold() for name in names)
    found: list[tuple[re.Match[str], list[int | None]]] = []
    for match in _numbered(folded):
        found.append((match, [ordinal(item) for item in _ORDINAL.findall(match["numbers"])]))
    numbered = [match.span() for match, _ in found]
    for match in _NEXT.finditer(folded):
        if not any(start < match.end() and match.start() < end for start, end in numbered):
            found.append((match, [None]))
    found.sort(key=lambda item: item[0].start())
    dates = find_dates(text) if found else ()
    spans: list[MeetingSpan] = []
    for at, (match, numbers) in enumerate(found):
        if _of_another(folded, match, own):
            continue
        limit = found[at + 1][0].start() if at + 1 < len(found) else len(folded)
        beside = dates_beside(folded, match.end(), limit, dates) if len(numbers) == 1 else None
        if beside is None and len(numbers) == 1:
            beside = _dates_around(folded, match, dates)
        if numbers != [None] or beside:
            spans += [MeetingSpan(match.start(), match.end(), n, beside) for n in numbers]
    return tuple(spans)


def _numbered(folded: str) -> Iterator[re.Match[str]]:
    """Every "36th meeting": looked for only in the few words before the noun."""
    at = 0
    for noun in _ANY.finditer(folded):
        match = _NUMBERED.search(folded, max(at, noun.start() - 60), noun.end() + 20)
        if match:
            at = match.end()
            yield match


def dates_beside(folded: str, at: int, limit: int, dates: Sequence[DateSpan]) -> DateSpan | None:
    """The dates printed beside a meeting that ends at ``at``, nothing but link words between."""
    near = [span for span in dates if at <= span.start < min(limit, at + 200)]
    if not near or not _links(folded[at : near[0].start]):
        return None
    chosen = near[0]
    for above, span in pairwise(near):
        between = folded[above.end : span.start]
        if re.search(r"[.;]", between):
            break
        to_later = re.fullmatch(r",? ?(?:to|till|until|au|aux) ?(?:the |les? )?", between)
        superseded = _SUPERSEDED.search(folded[at : above.start])
        if (
            superseded
            or _MOVED.search(between)
            or (to_later and _MOVING.search(folded[max(0, at - 80) : at]))
        ):
            chosen = span
    return chosen


def _dates_around(folded: str, match: re.Match[str], dates: Sequence[DateSpan]) -> DateSpan | None:
    """The dates that a meeting stands behind in brackets: "on 8-11 October 2024 (43rd meeting)"."""
    if not folded.startswith(")", match.end()):
        return None
    opened = re.search(r"\s\((?:its\s|the\s|sa\s|la\s)?$", folded[: match.start()])
    return next((span for span in dates if opened and span.end == opened.start()), None)


def is_superseded(before: str) -> bool:
    """Whether what stands before a date says that it no longer holds: "initially scheduled for"."""
    return _SUPERSEDED.search(before[-80:]) is not None


def find_mode(text: str) -> Mode | None:
    """How a meeting was held, where ``text`` says so in words."""
    remote, present = _REMOTE.search(text), _PRESENT.search(text)
    if _HYBRID.search(text) or (remote and present):
        return "hybrid"
    return "remote" if remote else "in_person" if present else None


def without_mode(text: str) -> str:
    """``text`` without the words that say how a meeting was held, and what joined them."""
    bare = text
    for pattern in (_REMOTE, _HYBRID, _PRESENT):
        bare = pattern.sub("", bare)
    return re.sub(r"^[\s,()-]+(?:(?:format|and|et|meeting|réunion)[\s,()-]+)*", "", bare)


def _of_another(folded: str, match: re.Match[str], own: tuple[str, ...]) -> bool:
    before = folded[max(0, match.start() - 80) : match.start()]
    if _BEFORE_ANOTHER.search(before) and not before.casefold().rstrip().endswith(own or ("\0",)):
        return True
    of = _OF_ANOTHER.match(folded, match.end())
    if not of:
        return False
    whose = fold(folded[of.start("whose") :]).casefold()
    if whose.startswith(own) or _THE_COMMITTEE.match(whose):
        return False
    return of["whose"][0].isupper() or of["whose"] in ("group", "groupe", "bureau")


def _links(between: str) -> bool:
    """Whether ``between`` only leads from a meeting to its dates: "(", "to be held in Rome on"."""
    if len(between) > 100 or re.search(r"[.;]|\) ?[^(\s]|:.*:", between):
        return False
    words = re.findall(r"[^\W\d_][\w'-]*", between)
    return all(word.casefold() in _LINK_WORDS or word[0].isupper() for word in words)
