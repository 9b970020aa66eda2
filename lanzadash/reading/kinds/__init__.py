"""Which kind of document it is, and the reader for that kind."""

from __future__ import annotations

from lanzadash.reading.formats.blocks import Source
from lanzadash.reading.kinds.decisions import read_list_of_decisions
from lanzadash.reading.rules import Rules
from lanzadash.records import Reading


def read_source(source: Source, rules: Rules) -> Reading:
    """The blocks of a document as a ``Reading``. Never raises, whatever the text."""
    return read_list_of_decisions(source, rules)
