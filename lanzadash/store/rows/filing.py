"""Where each record belongs: its body, its meeting, its document, its other language."""

from __future__ import annotations

import datetime as dt
import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from lanzadash.library import Library
from lanzadash.records import Certainty, Language, Place, Record, Texts
from lanzadash.store.rows.row import Citation, Findings

_VERSION = re.compile(r"(?P<word>[a-z]+)\.?(?P<number>\d+)?")  # rev. | rev.2 | final
Days = tuple[dt.date, dt.date]


@dataclass(frozen=True)
class Filed:
    """A record, its texts where at hand, and what it was filed under.

    ``known_on`` is the day since which what it says is known, ``published_on`` the day of the
    document itself: a list of decisions can be adopted months after the decisions.
    """

    record: Record
    texts: Texts | None
    body: str
    meeting: str | None
    certainty: Certainty
    language: Language
    known_on: dt.date | None
    published_on: dt.date | None

    @property
    def document(self) -> str:
        return self.record.id

    @property
    def reference(self) -> str:
        """The document's name as printed: ``T-ES(2021)37_en rev.``; its id where it has none."""
        printed = self.record.document
        if printed.symbol is None:
            return self.record.id
        return f"{printed.symbol}_{self.language}" + (f" {printed.version or ''}".rstrip())

    def cite(
        self,
        place: Place | None = None,
        printed: str | None = None,
        certainty: Certainty | None = None,
    ) -> Citation:
        """A citation of one place in this document."""
        return Citation(
            reference=self.reference,
            certainty=certainty or self.record.certainty,
            document=self.document,
            page=place.page if place else None,
            block=place.block if place else None,
            printed=printed,
            read_on=self.record.read_on,
            sha256=self.record.document.sha256,
        )


@dataclass(frozen=True)
class Work:
    """One document in its languages: said once, written once or twice."""

    languages: dict[Language, Filed]

    @property
    def first(self) -> Filed:
        """The language whose numbering and positions count: English where there is one."""
        return self.languages.get("en") or self.languages["fr"]

    @property
    def id(self) -> str:
        """What ids of its parts begin with: the meeting, else the document."""
        return self.first.meeting or self.first.document


def file_records(library: Library, findings: Findings) -> list[Filed]:
    """Every record with what it was filed under, in the order of their ids."""
    held = _held(library)
    filed = (_file(record, library, held, findings) for record in library.records)
    return sorted((one for one in filed if one), key=lambda one: one.record.id)


def works(filed: Iterable[Filed], findings: Findings) -> list[Work]:
    """The records as works: the languages of one document together, the latest version of each.

    Lists of decisions belong together by their meeting, whatever their symbols say; two different
    lists of one meeting in one language are a fault. Other documents that cannot be told apart
    by kind, symbol and meeting stand alone.
    """
    groups: dict[tuple[str, str], list[Filed]] = defaultdict(list)
    for one in filed:
        groups[one.record.document.kind, _shared(one)].append(one)
    found: list[Work] = []
    for (kind, shared), group in groups.items():
        if len({(one.language, one.record.document.version) for one in group}) == len(group):
            group.sort(key=lambda one: _rank(one.record.document.version))
            found.append(Work({one.language: one for one in group}))
        elif kind == "list_of_decisions":
            names = ", ".join(f"records/{one.record.id}" for one in group)
            findings.faults.append(
                f"{shared}: expected one list of decisions in each language, found {names}; "
                "keep one of them, or give them the versions they print"
            )
        else:
            found += [Work({one.language: one}) for one in group]
    return found


def _file(
    record: Record,
    library: Library,
    held: Sequence[tuple[str, Days]],
    findings: Findings,
) -> Filed | None:
    body = _body(record, library)
    if body is None:
        findings.faults.append(
            f"records/{record.id}: expected a body of reference/bodies.csv, found "
            f"{record.meeting.body if record.meeting else record.document.symbol!r}"
        )
        return None
    meeting, certainty = _meeting(record, body, held)
    published = record.document.adopted or record.document.dated
    known_on = _known_on(record, meeting, published, held)
    if record.decisions and meeting and known_on is None:
        findings.warnings.append(
            f"records/{record.id}: the days of its meeting are not on file; its decisions are "
            "left out of views of the past"
        )
    return Filed(
        record=record,
        texts=_texts(record, library, findings),
        body=body,
        meeting=meeting,
        certainty=certainty,
        language=record.document.lang or "en",
        known_on=known_on,
        published_on=published or record.known_on,
    )


def _body(record: Record, library: Library) -> str | None:
    bodies = [row.body for row in library.bodies]
    if record.meeting and record.meeting.body is not None:
        return record.meeting.body if record.meeting.body in bodies else None
    symbol = record.document.symbol or ""
    by_symbol = [body for body in bodies if symbol.startswith(f"{body}(")]
    candidates = by_symbol or bodies
    return candidates[0] if len(candidates) == 1 else None


def _meeting(
    record: Record, body: str, held: Sequence[tuple[str, Days]]
) -> tuple[str | None, Certainty]:
    """The meeting as printed, else as filed by hand, else the only one held on these days."""
    if record.meeting and record.meeting.number is not None:
        return f"{body}/{record.meeting.number}", record.certainty
    if record.meeting_link:
        return record.meeting_link, record.meeting_link_certainty or "inferred"
    days = _days(record)
    matches = {meeting for meeting, when in held if when == days}
    return (matches.pop() if len(matches) == 1 else None), "inferred"


def _held(library: Library) -> list[tuple[str, Days]]:
    """The days on which meetings were held, from the facts and from lists of decisions."""
    facts = [
        (f"{row.body}/{row.number}", (row.start, row.end))
        for row in library.meetings
        if row.status == "held" and row.number is not None
    ]
    lists = [
        (f"{body}/{record.meeting.number}", days)
        for record in library.records
        if record.document.kind == "list_of_decisions"
        and record.meeting
        and record.meeting.number is not None
        and (days := _days(record))
        and (body := _body(record, library))
    ]
    return facts + lists


def _days(record: Record) -> Days | None:
    meeting = record.meeting
    if meeting is None or meeting.start is None or meeting.end is None:
        return None
    return meeting.start, meeting.end


def _known_on(
    record: Record,
    meeting: str | None,
    published: dt.date | None,
    held: Sequence[tuple[str, Days]],
) -> dt.date | None:
    if record.known_on or record.document.kind != "list_of_decisions":
        return record.known_on or published
    days = _days(record)
    ends = [end for name, (_, end) in held if name == meeting]
    return days[1] if days else min(ends, default=None)


def _texts(record: Record, library: Library, findings: Findings) -> Texts | None:
    texts = library.texts.get(record.id)
    if texts is not None and texts.sha256 != record.document.sha256:
        findings.warnings.append(
            f"texts/{record.id}: the wording is of another file than the record, left out; "
            "read the document in again"
        )
        return None
    return texts


def _shared(one: Filed) -> str:
    if one.record.document.kind == "list_of_decisions" and one.meeting:
        return one.meeting
    return one.record.document.symbol or one.meeting or one.record.id


def _rank(version: str | None) -> tuple[Literal[0, 1, 2], int]:
    """The order of versions: none, rev., rev.2, rev.3, final."""
    match = _VERSION.match(version or "")
    if match is None:
        return 0, 0
    return (2 if match["word"] == "final" else 1), int(match["number"] or 1)
