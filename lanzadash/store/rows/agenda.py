"""What meetings have on their agenda."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from lanzadash.records import RecordedAgendaItem
from lanzadash.store.rows.filing import Filed, Work
from lanzadash.store.rows.row import Citation, Row, sourced


def agenda_items(works: Iterable[Work]) -> list[Row]:
    """The table ``agenda_items``: items by their printed number, languages side by side.

    A second agenda of the same meeting has ids that begin with its document.
    """
    rows: list[Row] = []
    taken: set[str] = set()
    for work in works:
        if not work.first.record.agenda_items:
            continue
        prefix = work.first.document if work.id in taken else work.id
        taken.add(prefix)
        rows += _items(work, prefix)
    return rows


def _items(work: Work, prefix: str) -> list[Row]:
    first = work.first
    items = first.record.agenda_items
    printed = Counter(item.number for item in items)
    rows = []
    for position, item in enumerate(items, start=1):
        alone = printed[item.number] == 1
        row: Row = {
            "agenda_item": f"{prefix}/item-{item.number if alone else f'p{position}'}",
            "meeting": first.meeting,
            "document": first.document,
            "number": item.number,
            "parent": item.parent,
            "position": position,
            "round": _round(item, work),
            "block": item.place.block if item.place else None,
        }
        citations: list[Citation] = []
        for language, one in work.languages.items():
            same = item if one is first else _same(item.number, one) if alone else None
            if same is None:
                continue
            title = _title(same, one)
            row[f"title_{language}"] = title
            citations.append(one.cite(same.place, title))
            row["summary_en"] = row.get("summary_en") or same.summary_en
            row["summary_fr"] = row.get("summary_fr") or same.summary_fr
        rows.append({**row, **sourced(citations, first.known_on)})
    return rows


def _round(item: RecordedAgendaItem, work: Work) -> str | None:
    """The round it was filed under by hand, in either language."""
    same = [item, *(_same(item.number, one) for one in work.languages.values())]
    return next((one.round for one in same if one and one.round), None)


def _same(number: str, one: Filed) -> RecordedAgendaItem | None:
    """The item of that number in the other language, if only one bears it."""
    found = [item for item in one.record.agenda_items if item.number == number]
    return found[0] if len(found) == 1 else None


def _title(item: RecordedAgendaItem, one: Filed) -> str | None:
    """The printed title: items and titles stand in the same order."""
    if one.texts is None:
        return None
    at = next(i for i, other in enumerate(one.record.agenda_items) if other is item)
    titles = one.texts.agenda_items[at : at + 1]
    return next((title.title for title in titles if title.number == item.number), None)
