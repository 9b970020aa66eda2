"""The built file: everything on file in one DuckDB database, never changed, only replaced."""

from lanzadash.store.build import BuildError, BuildReport, build
from lanzadash.store.connection import Connection, Store, open_store
from lanzadash.store.generations import StoreError, published
from lanzadash.store.publish import is_current, publish

__all__ = [
    "BuildError",
    "BuildReport",
    "Connection",
    "Store",
    "StoreError",
    "build",
    "is_current",
    "open_store",
    "publish",
    "published",
]
