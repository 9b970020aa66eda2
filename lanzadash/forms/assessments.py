"""The form for assessments: its columns, what may stand there, what is wrong with a filled one."""

from __future__ import annotations

import csv
import difflib
import io
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from lanzadash import atomic
from lanzadash.days import known_days
from lanzadash.faults import Fault, LibraryError
from lanzadash.forms.cells import Filled, Form, FormError, read_form
from lanzadash.records import AssessmentRow, PartyRow, RecommendationRow, StatusRow
from lanzadash.shelf import Shelf, read_shelf
from lanzadash.tables import TABLES, Line, read_sheet

TABLE = next(table for table in TABLES if table.name == "assessments")
SHEET = "Assessments"
COLUMNS = (
    "recommendation",
    "party",
    "relation",
    "assessed_on",
    "outcome",
    "document",
    "note",
    "source",
    "certainty",
    "known_on",
)
"""In the order of ``facts/assessments.csv``."""

NEEDED = ("recommendation", "party", "relation", "source", "certainty")
"""What no row can do without."""

CERTAINTIES = ("sourced", "inferred", "well_known")
"""What is made up never stands in the facts."""

_EMPTY = ("not_on_file", "not_assessed")
"""Statuses that an empty cell says."""


@dataclass(frozen=True)
class Choices:
    """What the data on file allows in a cell: codes, each with the words for it."""

    recommendations: Mapping[str, RecommendationRow]
    parties: Mapping[str, PartyRow]
    relations: Mapping[str, StatusRow]
    outcomes: Mapping[str, StatusRow]


@dataclass
class Loaded:
    """What a filled form comes to: rows that are new, how many are on file already, and a fault
    for every cell that keeps a row out (``left_out`` counts these rows)."""

    new: list[AssessmentRow] = field(default_factory=list)
    on_file: int = 0
    left_out: int = 0
    faults: list[Fault] = field(default_factory=list)


def choices(root: Path, round: str | None = None) -> Choices:
    """What may stand in a form for the data folder ``root``; with ``round``, its recommendations.

    Raises ``LibraryError`` where the data has faults, ``FormError`` for a round that has no
    recommendation on file.
    """
    return _choices(_shelf(root), round)


def read_assessments(path: Path, root: Path) -> Loaded:
    """Compare a filled form with the data folder ``root``. Writes nothing.

    Raises ``FormError`` where no table can be read, ``LibraryError`` where the data has faults.
    """
    form, shelf = read_form(path, SHEET), _shelf(root)
    loaded = Loaded(faults=list(form.faults))
    _check_header(form)
    loaded.faults += _misnamed(form)
    allowed = _choices(shelf)
    good = []
    for row in form.rows:
        found = list(_row_faults(form, row, allowed))
        loaded.faults += found
        if found or row.number in form.bad or not row.values.keys() <= set(COLUMNS):
            form.bad.add(row.number)
        else:
            good.append((row, AssessmentRow.model_validate(row.values)))
    _sort_out(form, good, shelf.lines(AssessmentRow), loaded)
    loaded.left_out = len(form.bad)
    loaded.faults.sort(key=lambda fault: _place(fault.field or ""))
    return loaded


def write_assessments(rows: Sequence[AssessmentRow], root: Path) -> None:
    """Add rows to ``facts/assessments.csv`` in one go; what stands there stays as it is, byte by
    byte. Raises ``LibraryError`` if that would not be a table, ``OSError``."""
    path = root / TABLE.file
    before = path.read_bytes()
    [header] = csv.reader([before.decode("utf-8-sig").splitlines()[0]])
    text = io.StringIO(newline="")
    writer = csv.DictWriter(text, header, lineterminator="\n")
    writer.writerows(row.model_dump(mode="json", include=set(header)) for row in rows)
    gap = b"" if before.endswith(b"\n") else b"\n"
    after = before + gap + text.getvalue().encode("utf-8")
    if faults := read_sheet(TABLE, after).faults:
        raise LibraryError(faults)
    atomic.write(path, after)


def _shelf(root: Path) -> Shelf:
    shelf = read_shelf(root)
    if shelf.faults:
        raise LibraryError(shelf.faults)
    return shelf


def _choices(shelf: Shelf, round: str | None = None) -> Choices:
    made = [line.row for line in shelf.lines(RecommendationRow)]
    found = {row.recommendation: row for row in made if round in (None, row.round)}
    if round and not found:
        known = ", ".join(sorted({row.round for row in made if row.round}))
        raise FormError(f"No recommendation of a round {round!r} is on file. There are: {known}.")
    words = [line.row for line in shelf.lines(StatusRow) if line.row.status not in _EMPTY]
    return Choices(
        found,
        {line.row.party: line.row for line in shelf.lines(PartyRow)},
        {row.status: row for row in words if row.layer == "assessment"},
        {row.status: row for row in words if row.layer == "outcome"},
    )


def _check_header(form: Form) -> None:
    if missing := [name for name in NEEDED if name not in form.header]:
        raise FormError(
            f"{form.file}: expected the columns {', '.join(missing)}, found "
            f"{', '.join(filter(None, form.header))}. Keep the first row of the template."
        )


def _misnamed(form: Form) -> Iterator[Fault]:
    for name in dict.fromkeys(form.header):
        if name not in COLUMNS:
            hint = f"The columns are {', '.join(COLUMNS)}. Rows with a value there are left out."
            place = f"{form.letters[name]}{form.top}"
            yield Fault(form.file, "a column of the form", repr(name), hint, field=place)
        elif form.header.count(name) > 1:
            hint = "Keep one of them."
            yield form.fault(form.top, name, "one such column", str(form.header.count(name)), hint)
            form.bad.update(row.number for row in form.rows)


def _row_faults(form: Form, row: Filled, allowed: Choices) -> Iterator[Fault]:
    value = row.values
    for name in NEEDED:
        if name not in value:
            expected = "the text that states the outcome" if name == "source" else "a value"
            if name == "source" and "outcome" not in value:
                expected = "the document or address it comes from"
            yield form.fault(row.number, name, expected, "nothing", "No row stands without it.")
    for name, codes in _codes(allowed).items():
        if name in value and value[name] not in codes:
            yield form.fault(row.number, name, *_unknown(value[name], codes))
    days = known_days(value.get("assessed_on", "0001"))
    if days is None:
        yield _no_day(form, row, "assessed_on", "2021-12-03, 2021-12 or 2021")
    if "known_on" in value:
        known = known_days(value["known_on"])
        if known is None or known[0] != known[1]:
            yield _no_day(form, row, "known_on", "2021-12-03")
        elif days and known[1] < days[0]:
            expected = f"a day not before the assessment, {value['assessed_on']}"
            hint = "It is the first day on which the source proves the row known."
            yield form.fault(row.number, "known_on", expected, value["known_on"], hint)
    if "outcome" in value and value.get("relation") == "addressed":
        hint = "An outcome belongs to an assessment: relation assessed."
        yield form.fault(
            row.number, "outcome", "nothing beside addressed", repr(value["outcome"]), hint
        )


def _codes(allowed: Choices) -> dict[str, Mapping[str, str]]:
    """The codes that a column may hold, each with a word that may stand there by mistake."""
    return {
        "recommendation": {key: row.code or "" for key, row in allowed.recommendations.items()},
        "party": {key: f"{row.name_en}|{row.name_fr}" for key, row in allowed.parties.items()},
        "relation": {key: f"{row.name_en}|{row.name_fr}" for key, row in allowed.relations.items()},
        "outcome": {key: f"{row.name_en}|{row.name_fr}" for key, row in allowed.outcomes.items()},
        "certainty": dict.fromkeys(CERTAINTIES, ""),
    }


def _unknown(value: str, codes: Mapping[str, str]) -> tuple[str, str, str]:
    """What was expected and found instead of a code, and which one may be meant."""
    named = [
        code for code, words in codes.items() if value.casefold() in words.casefold().split("|")
    ]
    meant = named or difflib.get_close_matches(value, codes, n=1, cutoff=0.6)
    few = len(codes) < 6
    expected = f"one of {', '.join(codes)}" if few else "a code of the list in the template"
    hint = f"Do you mean {' or '.join(meant)}?" if meant else "Codes are written as in the list."
    return expected, repr(value), hint


def _no_day(form: Form, row: Filled, column: str, like: str) -> Fault:
    found, hint = repr(row.values[column]), "Figures only: year, month, day."
    return form.fault(row.number, column, f"a date as {like}", found, hint)


def _sort_out(
    form: Form,
    good: Sequence[tuple[Filled, AssessmentRow]],
    filed: Iterable[Line[AssessmentRow]],
    loaded: Loaded,
) -> None:
    """Which rows are new: not those on file, not those given twice, none that contradicts one."""
    on_file = defaultdict(list)
    for line in filed:
        on_file[_pair(line.row)].append((f"row {line.number} of {TABLE.file}", line.row))
    given = defaultdict(list)
    for filled, row in good:
        given[_pair(row)].append((filled, row))
    for filled, row in good:
        same = on_file[_pair(row)]
        others = [
            (f"row {other.number}", it)
            for other, it in given[_pair(row)]
            if other.number < filled.number or (other is not filled and it != row)
        ]
        if any(one == row for _, one in same):
            loaded.on_file += 1
        elif clash := next((one for one in [*same, *others] if _clash(row, one[1])), None):
            loaded.faults.append(_doubled(form, filled, *clash))
            form.bad.add(filled.number)
        else:
            loaded.new.append(row)


def _pair(row: AssessmentRow) -> tuple[str | None, ...]:
    return row.recommendation, row.party, row.relation, row.assessed_on


def _clash(row: AssessmentRow, other: AssessmentRow) -> bool:
    """The same pair on the same day: the same document again, or another outcome."""
    return row.document == other.document or row.outcome != other.outcome


def _doubled(form: Form, filled: Filled, where: str, other: AssessmentRow) -> Fault:
    outcome = other.outcome or "no outcome"
    found = f"the pair of {where} ({outcome})"
    hint = "One assessment of a Party on a day is one row; a later one has a later assessed_on."
    expected = "a recommendation, a Party and a day of its own"
    return form.fault(filled.number, "recommendation", expected, found, hint)


def _place(cell: str) -> tuple[int, int, str]:
    """A cell's address in the order of rows, then columns."""
    address = cell.partition(" ")[0]
    letters = address.rstrip("0123456789")
    return int(address[len(letters) :] or 0), len(letters), letters
