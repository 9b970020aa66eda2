"""The description of the API (OpenAPI 3.1), made from the declarations that answer requests."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from lanzadash.web.routes.on_file import SORTS
from lanzadash.web.routes.operations import Operation
from lanzadash.web.routes.parameters import Parameters
from lanzadash.web.routes.values import ON_FILE, Offered

_TEXT = {"type": "string"}
_ITEM = {
    "type": "object",
    "description": "The columns of the list; texts in both languages end in _en and _fr.",
    "required": ["id", "title", "url"],
    "properties": {
        "id": _TEXT | {"description": "Permanent id, made from what is printed."},
        "title": _TEXT | {"description": "What it is called, in the language asked for."},
        "url": _TEXT | {"format": "uri", "description": "Lasting address."},
    },
}
_PAGE = {
    "type": "object",
    "required": ["total", "items", "next"],
    "properties": {
        "total": {"type": "integer", "minimum": 0, "description": "Rows on all pages."},
        "items": {"type": "array", "items": {"$ref": "#/components/schemas/Item"}},
        "next": {"type": ["string", "null"], "description": "Address of the next page."},
    },
}
_PROBLEM = {
    "type": "object",
    "description": "Problem details (RFC 9457).",
    "required": ["type", "title", "status", "detail"],
    "properties": {
        "type": _TEXT,
        "title": _TEXT,
        "status": {"type": "integer"},
        "detail": _TEXT,
        "errors": {
            "type": "array",
            "items": {
                "type": "object",
                "required": ["parameter", "value", "detail", "allowed"],
                "properties": {
                    "parameter": _TEXT,
                    "value": _TEXT,
                    "detail": _TEXT,
                    "allowed": {"type": "array", "items": _TEXT},
                },
            },
        },
    },
}


def describe(
    operations: Iterable[Operation], offered: Offered, *, base_url: str, version: str
) -> dict[str, Any]:
    """The description as a document; parameters list the values that are on file now."""
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "lanzadash",
            "version": version,
            "description": "The record of a treaty committee, for reading only. Unofficial: "
            "only the adopted text counts. An empty outcome is “not on file”, neither "
            "compliance nor non-compliance.",
        },
        "servers": [{"url": base_url}],
        "paths": {
            operation.path.replace(":path", ""): {"get": _operation(operation)}
            for operation in operations
        },
        "components": {
            "schemas": {
                "Item": _ITEM,
                "Page": _PAGE,
                "Problem": _PROBLEM,
                **{sort: _TEXT | {"enum": list(offered(sort))} for sort in SORTS},
            }
        },
    }


def _operation(operation: Operation) -> dict[str, Any]:
    schema = {"schema": {"$ref": f"#/components/schemas/{operation.shape}"}}
    answered = {"description": "What is asked for.", "headers": _headers("ETag", "Last-Modified")}
    answered["content"] = {operation.media: schema if operation.shape else {}}
    named = [
        {"name": "id", "in": "path", "required": True, "schema": {"type": "string", "minLength": 1}}
    ]
    return {
        "summary": operation.summary,
        "parameters": [
            *(named if "{id" in operation.path else []),
            *_parameters(operation.model),
        ],
        "responses": {
            "200": answered,
            "304": {"description": "Not changed since it was last fetched."},
            "400": _problem("A parameter cannot be used; the answer says which and what would do."),
            "404": _problem("The record or the page is not on file."),
            "503": _problem("Nothing is published yet."),
        },
    }


def _parameters(model: type[Parameters]) -> Iterator[dict[str, Any]]:
    for name, field in model.model_json_schema()["properties"].items():
        schema = next(iter(field.get("anyOf", [field])))
        schema = {key: value for key, value in schema.items() if key not in _ELSEWHERE}
        if "items" in schema:
            schema["items"] = _referring(schema["items"])
        schema = _referring(schema)
        yield {
            "name": name,
            "in": "query",
            "description": field["description"],
            "allowEmptyValue": True,
            "schema": schema,
        }


def _referring(schema: dict[str, Any]) -> dict[str, Any]:
    """A value on file is described once, with the values there are."""
    if ON_FILE in schema:
        return {"$ref": f"#/components/schemas/{schema[ON_FILE]}"}
    return schema


_ELSEWHERE = ("title", "description", "default")


def _problem(description: str) -> dict[str, Any]:
    schema = {"schema": {"$ref": "#/components/schemas/Problem"}}
    return {"description": description, "content": {"application/problem+json": schema}}


def _headers(*names: str) -> dict[str, Any]:
    return {name: {"schema": _TEXT} for name in names}
