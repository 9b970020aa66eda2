from __future__ import annotations

import pytest

from lanzadash.store import schema


def test_each_tables_key_is_its_singular_noun() -> None:
    keys = {name: table.key for name, table in schema.tables().items()}
    assert keys["parties"] == "party"
    assert keys["meeting_dates"] == "meeting_date"
    assert keys["recommendation_stages"] == "recommendation_stage"


@pytest.mark.parametrize("table", schema.tables().values(), ids=lambda table: table.name)
def test_every_table_says_since_when_its_rows_are_known(table: schema.Table) -> None:
    assert "known_on" in table.columns
