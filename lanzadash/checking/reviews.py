"""Relations of decisions that lead to no single decision: each waits for a person."""

from __future__ import annotations

from collections.abc import Iterator

from lanzadash.faults import Fault
from lanzadash.library import Library
from lanzadash.store.rows import rows

_FOUND = {
    "several": "{candidates}, which are all on the same thing",
    "none": "none that is on the same thing",
    "not_on_file": "no list of decisions of that meeting",
}
_HINT = {
    "several": "Say which one in facts/decision_links.csv.",
    "none": "Say which one in facts/decision_links.csv.",
    "not_on_file": "Read that list in.",
}


def review_faults(library: Library) -> Iterator[Fault]:
    """Warnings: decisions said to follow up, fulfil, amend or supersede what cannot be told."""
    tables, _ = rows(library)
    documents = {row["decision"]: row["document"] for row in tables["decisions"]}
    for row in tables["reviews"]:
        relation, meeting = row["type"].replace("_", " "), row["meeting"]
        yield Fault(
            file=f"records/{documents[row['decision']]}.json",
            field="meeting_mentions",
            expected=f"one decision of {meeting} that {row['decision']} {relation}",
            found=_FOUND[row["reason"]].format(candidates=", ".join(row["candidates"])),
            hint=_HINT[row["reason"]],
            warning=True,
        )
