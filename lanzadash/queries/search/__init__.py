"""Full-text search with facets: what the tables of ``search`` answer to a query."""

from lanzadash.queries.search.found import Chip, FacetCount, Found, Loosened, found, matching

__all__ = ["Chip", "FacetCount", "Found", "Loosened", "found", "matching"]
