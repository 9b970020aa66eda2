"""The built file: everything on file in one DuckDB database, never changed, only replaced."""

from lanzadash.store.build import BuildError, BuildReport, build
from lanzadash.store.connection import Connection, Store, open_store
from lanzadash.store.difference import Difference, difference, latest_difference
from lanzadash.store.generations import StoreError, published
from lanzadash.store.publish import is_current, publish

__all__ = [
    "BuildError",
    "BuildReport",
    "Connection",
    "Difference",
    "Store",
    "StoreError",
    "build",
    "difference",
    "is_current",
    "latest_difference",
    "open_store",
    "publish",
    "published",
]
