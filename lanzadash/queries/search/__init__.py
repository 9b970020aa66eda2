"""Full-text search with facets: what the tables of ``search`` answer to a query."""

from lanzadash.queries.search.found import (
    FACETS,
    Chip,
    FacetCount,
    Filters,
    Found,
    Loosened,
    chosen,
    found,
    matching,
    on_file,
)
from lanzadash.queries.search.jumps import Jump, jumps

__all__ = [
    "FACETS",
    "Chip",
    "FacetCount",
    "Filters",
    "Found",
    "Jump",
    "Loosened",
    "chosen",
    "found",
    "jumps",
    "matching",
    "on_file",
]
