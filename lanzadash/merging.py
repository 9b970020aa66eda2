"""Reading a document again: what a person wrote stays, and every difference is named."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, TypeVar

from pydantic import BaseModel

from lanzadash import records
from lanzadash.records import Record

Part = TypeVar("Part", bound=BaseModel)

_PARTS: Mapping[str, tuple[type[BaseModel], type[BaseModel], Callable[[Any], Hashable]]] = {
    "agenda_items": (records.RecordedAgendaItem, records.AgendaItem, lambda item: item.number),
    "decisions": (records.RecordedDecision, records.Decision, lambda part: _number(part)),
    "deadlines": (records.RecordedDeadline, records.Deadline, lambda part: _set_by(part)),
    "recommendations": (
        records.RecordedRecommendation,
        records.Recommendation,
        lambda part: part.code,
    ),
    "rounds": (
        records.RecordedRound,
        records.Round,
        lambda part: (part.start_year, part.end_year),
    ),
}
"""The parts of a record that hold words of ours: as recorded, as printed, how to tell two apart."""

_LABELS = ("number", "code", "symbol", "party", "decision", "index")


@dataclass(frozen=True)
class Difference:
    """A value of the record file before and after; ``None`` where there is none.

    ``path`` names parts by what is printed: ``decisions.6.verb``, ``deadlines.3.due``.
    """

    path: str
    old: Any
    new: Any


def merge(old: Record, new: Record) -> Record:
    """``new`` with everything that ``old`` holds and no reader writes.

    Summaries, rounds, contexts and addressees stay with their decision by its printed number, by
    its position where none is printed; a second part under one key is told by its order.
    """
    kept: dict[str, Any] = {
        "certainty": old.certainty,
        "known_on": old.known_on,
        "meeting_link": old.meeting_link,
        "meeting_link_certainty": old.meeting_link_certainty,
    }
    for name, (recorded, printed, key) in _PARTS.items():
        ours = set(recorded.model_fields) - set(printed.model_fields) - {"is_relative"}
        kept[name] = list(_carried(getattr(old, name), getattr(new, name), ours, key))
    return new.model_copy(update=kept)


def differences(old: Record, new: Record) -> tuple[Difference, ...]:
    """Every value that differs, but not where in the document it stands nor when it was read."""
    before, after = _flat(old), _flat(new)
    return tuple(
        Difference(path, before.get(path), after.get(path))
        for path in dict.fromkeys([*before, *after])
        if before.get(path) != after.get(path)
    )


def _number(decision: records.RecordedDecision) -> Hashable:
    return ("index", decision.index) if decision.number is None else decision.number


def _set_by(deadline: records.RecordedDeadline) -> Hashable:
    return ("index", deadline.index) if deadline.decision is None else deadline.decision


def _carried(
    old: Iterable[Part], new: Iterable[Part], ours: set[str], key: Callable[[Part], Hashable]
) -> Iterator[Part]:
    before = dict(_keyed(old, key))
    for name, part in _keyed(new, key):
        if name in before:
            values = {field: getattr(before[name], field) for field in ours}
            part = part.model_copy(update=values)
        yield part


def _keyed(
    parts: Iterable[Part], key: Callable[[Part], Hashable]
) -> Iterator[tuple[Hashable, Part]]:
    seen: Counter[Hashable] = Counter()
    for part in parts:
        seen[key(part)] += 1
        yield (key(part), seen[key(part)]), part


def _flat(record: Record) -> dict[str, Any]:
    values = record.model_dump(mode="json", exclude={"read_on"})
    return dict(_leaves(values, ""))


def _leaves(value: Any, path: str) -> Iterator[tuple[str, Any]]:
    if isinstance(value, dict):
        for name, inner in value.items():
            if name != "place":
                yield from _leaves(inner, f"{path}.{name}" if path else name)
    elif isinstance(value, list) and value and isinstance(value[0], dict):
        seen: Counter[str] = Counter()
        for position, inner in enumerate(value, start=1):
            label = _label(inner, position)
            seen[label] += 1
            again = f"-{seen[label]}" if seen[label] > 1 else ""
            yield from _leaves(inner, f"{path}.{label}{again}")
    elif value not in (None, []):
        yield path, value


def _label(part: Mapping[str, Any], position: int) -> str:
    printed = (part[name] for name in _LABELS if part.get(name) is not None)
    return str(next(printed, position))
