"""The built file: everything on file, in one DuckDB database that is never changed, only replaced."""

from lanzadash.store.connection import Connection, Store, open_store
from lanzadash.store.generations import StoreError, published

__all__ = ["Connection", "Store", "StoreError", "open_store", "published"]
