"""lanzadash: the record of a treaty committee, read from its documents and shown as a dashboard."""

__version__ = "0.1.0"
