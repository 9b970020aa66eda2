"""What earlier decisions put before a meeting: whether its agenda carries it, what became of it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Literal, TypeAlias

from lanzadash.queries.asof import AsOf
from lanzadash.web.view import Rows

Carried: TypeAlias = Literal["item", "several", "none", "no_agenda"]
Outcome: TypeAlias = Literal["ahead", "taken_up", "not_on_file", "not_known"]


def promises(
    promised: Rows, agenda: Rows, meeting: dict[str, Any], as_of: AsOf
) -> Sequence[dict[str, Any]]:
    """The rows of ``queries.threads.promised``, what asks for a look first.

    Each has two values more. ``carried``: by one ``item`` of the agenda, it may be by ``several``,
    by ``none`` that is known, or there is ``no_agenda`` on file. ``outcome``: still ``ahead``;
    ``taken_up``; ``not_on_file``, promised and not decided as far as is known; ``not_known``,
    where the decision belongs to no procedure on file.
    """
    over = meeting["end_date"] < as_of.day
    rounds = [item["round"] for item in agenda if item["round"]]
    told = [
        {**row, "carried": _carried(row, agenda, rounds), "outcome": _outcome(row, over)}
        for row in promised
    ]
    order = ("not_on_file", "not_known", "ahead", "taken_up")
    return sorted(told, key=lambda row: (order.index(row["outcome"]), row["carried"] == "item"))


def _carried(row: dict[str, Any], agenda: Rows, rounds: Sequence[str]) -> Carried:
    if not agenda:
        return "no_agenda"
    if row["agenda_item"]:
        return "item"
    return "several" if row["round"] in rounds else "none"


def _outcome(row: dict[str, Any], over: bool) -> Outcome:
    if row["open"] is False:
        return "taken_up"
    if not over:
        return "ahead"
    return "not_known" if row["open"] is None else "not_on_file"
