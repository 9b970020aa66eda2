"""``data/`` as one value: reference, facts and the records read from documents."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from lanzadash.corrections import corrected
from lanzadash.faults import Fault, LibraryError
from lanzadash.records import (
    AssessmentRow,
    BodyRow,
    CorrectionRow,
    DeadlineChangeRow,
    DeadlineRow,
    DecisionLinkRow,
    DecisionThemeRow,
    DocumentRow,
    MeetingRow,
    ObligationRow,
    PartyAliasRow,
    PartyRow,
    RecommendationRow,
    Record,
    RoundPartyRow,
    RoundRow,
    StageRow,
    StatusRow,
    TermRow,
    Texts,
    ThemeRow,
    TileRow,
)
from lanzadash.shelf import digest, read_shelf

__all__ = ["Fault", "Library", "LibraryError", "digest", "load"]


@dataclass(frozen=True)
class Library:
    """Everything that a build needs, in the order of the files.

    ``records`` are sorted by id and have their corrections applied. ``texts`` holds the official
    wording by record id, for the documents read in on this machine only. ``digest`` is a SHA-256
    over the names and bytes of all files read: equal digests mean equal builds.
    """

    root: Path
    bodies: tuple[BodyRow, ...]
    parties: tuple[PartyRow, ...]
    party_aliases: tuple[PartyAliasRow, ...]
    tiles: tuple[TileRow, ...]
    themes: tuple[ThemeRow, ...]
    vocabulary: tuple[TermRow, ...]
    statuses: tuple[StatusRow, ...]
    rounds: tuple[RoundRow, ...]
    round_parties: tuple[RoundPartyRow, ...]
    meetings: tuple[MeetingRow, ...]
    deadlines: tuple[DeadlineRow, ...]
    deadline_changes: tuple[DeadlineChangeRow, ...]
    recommendations: tuple[RecommendationRow, ...]
    assessments: tuple[AssessmentRow, ...]
    stages: tuple[StageRow, ...]
    obligations: tuple[ObligationRow, ...]
    documents: tuple[DocumentRow, ...]
    corrections: tuple[CorrectionRow, ...]
    records: tuple[Record, ...]
    texts: Mapping[str, Texts]
    digest: str
    decision_links: tuple[DecisionLinkRow, ...] = ()
    decision_themes: tuple[DecisionThemeRow, ...] = ()


def load(root: Path) -> Library:
    """Read the data folder ``root`` whole.

    Raises ``LibraryError`` with every fault if a file is missing, does not parse or does not fit
    its model, or if a correction no longer matches. Whether rows point at things that exist is
    for ``lanzadash.checking.check``.
    """
    shelf = read_shelf(root)
    records, unmatched = corrected(shelf.records, shelf.lines(CorrectionRow))
    faults = [*shelf.faults, *unmatched]
    if faults:
        raise LibraryError(faults)
    rows: dict[str, Any] = {
        name: tuple(line.row for line in sheet.lines) for name, sheet in shelf.sheets.items()
    }
    return Library(
        root=root,
        records=tuple(record for _, record in sorted(records.items())),
        texts=shelf.texts,
        digest=shelf.digest,
        **rows,
    )
