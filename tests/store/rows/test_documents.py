from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from lanzadash.records import DocumentRow, Record
from lanzadash.store.rows.documents import document_id

Built = Callable[..., Any]


def listed(**over: Any) -> DocumentRow:
    values = {
        "kind": "list_of_decisions",
        "title": "List of decisions",
        "body": "T-ES",
        "source": "our own example",
        "certainty": "sourced",
    }
    return DocumentRow.model_validate(values | over)


@pytest.mark.parametrize(
    ("symbol", "version", "language", "title", "expected"),
    [
        ("T-ES(2021)37", "rev.", "en", "", "T-ES-2021-37_en_rev"),
        ("T-ES(2021)37", "rev.2", "fr", "", "T-ES-2021-37_fr_rev2"),
        ("T-ES(2021)37", None, None, "", "T-ES-2021-37"),
        (None, None, None, "Agenda: the 85th meeting", "agenda-the-85th-meeting"),
    ],
)
def test_ids_can_stand_in_an_address(
    symbol: str | None, version: str | None, language: str | None, title: str, expected: str
) -> None:
    assert document_id(symbol, version, language, title) == expected


@pytest.mark.parametrize(
    ("row", "same"),
    [
        ({"symbol": "T-ES(2031)85", "language": "en"}, True),
        ({"symbol": "T-ES(2031)85"}, True),
        ({"symbol": "T-ES(2031)85", "language": "fr"}, False),
        ({"symbol": "T-ES(2031)85", "language": "en", "version": "rev."}, False),
        ({"symbol": None, "meeting": 85}, False),
    ],
)
def test_a_document_that_is_listed_and_read(built: Built, row: dict[str, Any], same: bool) -> None:
    ask = built(documents=(listed(address="https://example.org/85", **row),))
    read = ask(
        "select address, title, read_on::varchar, coverage, leftover_count, text_at_hand, adopted::"
        "varchar from documents where document = 'T-ES-2031-85_en'"
    )
    title = "List of decisions" if same else "T-ES(2031)85_en"
    address = "https://example.org/85" if same else None
    assert read == [(address, title, "2032-02-01", 1.0, 0, False, "2032-01-20")]
    assert ask("select count(*) from documents") == [(1 if same else 2,)]


@pytest.mark.parametrize("row", [{"sha256": "agenda"}, {"meeting": 84}])
def test_a_document_without_a_symbol(built: Built, row: dict[str, Any]) -> None:
    agenda = Record.model_validate(
        {
            "id": "agenda-84",
            "document": {"kind": "agenda", "lang": "en", "sha256": "agenda"},
            "read_on": "2032-02-01",
            "meeting_link": "T-ES/84",
            "coverage": 1.0,
        }
    )
    document = listed(kind="agenda", title="Agenda", dated="2031-05", **row)
    ask = built(records=(agenda,), documents=(document,))
    assert ask("select document, title, dated, known_on, source from documents") == [
        ("agenda-84", "Agenda", "2031-05", None, "agenda-84 ; our own example")
    ]
    both = built(
        records=(agenda,), documents=(document, document.model_copy(update={"title": "B"}))
    )
    assert both("select count(*) from documents") == [(3,)]


def test_a_source_points_at_the_only_document_of_that_name(built: Built) -> None:
    agenda = listed(
        kind="agenda", title="Agenda", address="https://example.org/a", source="T-ES(2031)85_en"
    )
    ask = built(documents=(agenda,))
    assert ask(
        "select reference, document from sources where record_table = 'documents' "
        "and record = 'agenda'"
    ) == [("T-ES(2031)85_en", "T-ES-2031-85_en")]
