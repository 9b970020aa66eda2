"""Full-text search with facets: what the tables of ``search`` answer to a query."""

from lanzadash.queries.search.found import Chip, FacetCount, Found, Loosened, found, matching
from lanzadash.queries.search.jumps import Jump, jumps

__all__ = ["Chip", "FacetCount", "Found", "Jump", "Loosened", "found", "jumps", "matching"]
