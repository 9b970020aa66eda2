"""What the latest build changed, beside the one before it."""

from __future__ import annotations

from lanzadash.store import Difference, StoreError, latest_difference
from lanzadash.web.view import store_path


def of_latest_build() -> tuple[Difference, ...] | None:
    """The difference, ``None`` where there is no build to compare with, or it cannot be read."""
    try:
        return latest_difference(store_path())
    except StoreError:  # a file of the two was just removed or is damaged: the page stands without
        return None
