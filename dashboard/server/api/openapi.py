"""The description of the interface in OpenAPI 3.0, made of what its requests are checked by."""

from collections.abc import Mapping, Sequence
from importlib.metadata import version
from typing import Any

from dashboard import url
from dashboard.extras import DISTRIBUTION
from dashboard.locale import Texts
from dashboard.server.api.answers import CATALOGUE, CSV, DOCUMENT, FEATURES, FIGURES
from dashboard.server.api.collections import COLLECTIONS, Collection
from dashboard.server.api.documents import Document, media_types
from dashboard.server.api.parameters import (
    BBOX,
    COVERAGE,
    DATETIME,
    FILTERS,
    LIMIT,
    OFFSET,
    Parameter,
    format_parameter,
    of_page,
)

_GEOMETRY = {
    "type": "object",
    "nullable": True,
    "required": ["type", "coordinates"],
    "properties": {
        "type": {"type": "string", "enum": ["Point", "MultiPoint"]},
        "coordinates": {"type": "array", "items": {}},
    },
}
_LINKS = {
    "type": "array",
    "items": {
        "type": "object",
        "required": ["href", "rel"],
        "properties": {name: {"type": "string"} for name in ("href", "rel", "type", "title")},
    },
}
_PROBLEM = {
    "type": "object",
    "required": ["title", "status", "detail"],
    "properties": {
        "type": {"type": "string"},
        "title": {"type": "string"},
        "status": {"type": "integer"},
        "detail": {"type": "string"},
        "errors": {
            "type": "array",
            "items": {
                "type": "object",
                "properties": {
                    name: {"type": "string"} for name in ("parameter", "value", "expected")
                },
            },
        },
    },
}


def document_parameters() -> tuple[Parameter, ...]:
    """Return the parameters of the documents."""
    return (of_page(url.LANGUAGE), format_parameter(DOCUMENT))


def dcat_parameters() -> tuple[Parameter, ...]:
    """Return the parameters of the catalogue, which is in all languages."""
    return ()


def items_parameters() -> tuple[Parameter, ...]:
    """Return the parameters of the features of a collection."""
    filters = map(of_page, FILTERS)
    return (LIMIT, OFFSET, BBOX, DATETIME, *filters, *_of_answer(FEATURES))


def item_parameters(collection: Collection) -> tuple[Parameter, ...]:
    """Return the parameters of one feature of a collection."""
    return (*map(of_page, collection.item_params), *_of_answer(FEATURES))


def coverage_parameters() -> tuple[Parameter, ...]:
    """Return the parameters of the figures of coverage."""
    return (*map(of_page, COVERAGE), *_of_answer(FIGURES))


def _of_answer(formats: Mapping[str, str]) -> tuple[Parameter, ...]:
    """Return the parameters that say how to answer."""
    return (of_page(url.LANGUAGE), format_parameter(formats))


def openapi(root: str, texts: Texts) -> Document:
    """Return the description.

    Args:
        root: Address of the map, with a slash at its end.
        texts: The language.
    """
    paths = {
        "/": ("landing", document_parameters(), DOCUMENT, {"type": "object"}),
        "/conformance": ("conformance", document_parameters(), DOCUMENT, {"type": "object"}),
        "/collections": ("collections", document_parameters(), DOCUMENT, {"type": "object"}),
        "/dcat.jsonld": ("dcat", dcat_parameters(), CATALOGUE, {"type": "object"}),
        "/coverage": ("coverage", coverage_parameters(), FIGURES, {"type": "object"}),
    }
    return {
        "openapi": "3.0.3",
        "info": {
            "title": texts("app-name"),
            "description": texts("api-about"),
            "version": version(DISTRIBUTION),
        },
        "servers": [{"url": f"{root}api"}],
        "paths": {
            **{
                path: {"get": _operation(name, known, formats, schema, texts)}
                for path, (name, known, formats, schema) in paths.items()
            },
            **{
                path: operations
                for collection in COLLECTIONS
                for path, operations in _of_collection(collection, texts).items()
            },
        },
        "components": {
            "schemas": {
                "problem": _PROBLEM,
                **{each.name: _feature(each, texts) for each in COLLECTIONS},
                **{f"{each.name}-page": _features(each) for each in COLLECTIONS},
            }
        },
    }


def _of_collection(collection: Collection, texts: Texts) -> Document:
    """Return the paths of a collection."""
    name, own = collection.name, f"/collections/{collection.name}"
    one = {"$ref": f"#/components/schemas/{name}"}
    page = {"$ref": f"#/components/schemas/{name}-page"}
    about = _operation(f"{name}-about", document_parameters(), DOCUMENT, {"type": "object"}, texts)
    items = _operation(f"{name}-items", items_parameters(), FEATURES, page, texts)
    item = _operation(f"{name}-item", item_parameters(collection), FEATURES, one, texts)
    number = {"name": "id", "in": "path", "required": True, "schema": {"type": "string"}}
    item["parameters"] = [number, *item["parameters"]]
    item["responses"]["404"] = _problem(texts("api-not-found"))
    return {
        own: {"get": about},
        f"{own}/items": {"get": items},
        f"{own}/items/{{id}}": {"get": item},
    }


def _operation(
    name: str,
    known: Sequence[Parameter],
    formats: dict[str, str],
    schema: Document,
    texts: Texts,
) -> Document:
    """Return an operation that reads."""
    text = {"schema": {"type": "string"}}
    content = {kind: text if kind == CSV else {"schema": schema} for kind in media_types(formats)}
    return {
        "operationId": name,
        "summary": texts(f"api-operation-{name}"),
        "parameters": [_parameter(each, texts) for each in known],
        "responses": {
            "200": {"description": texts(f"api-operation-{name}"), "content": content},
            "304": {"description": texts("api-not-modified")},
            "400": _problem(texts("api-bad-request")),
            "406": _problem(texts("api-wrong-format")),
            "429": _problem(texts("api-too-many")),
            "503": _problem(texts("api-unavailable")),
        },
    }


def _problem(description: str) -> Document:
    """Return an answer with problem details."""
    schema = {"$ref": "#/components/schemas/problem"}
    return {
        "description": description,
        "content": {"application/problem+json": {"schema": schema}},
    }


def _parameter(each: Parameter, texts: Texts) -> Document:
    """Return a parameter."""
    is_array = each.schema.get("type") == "array"
    return {
        "name": each.name,
        "in": "query",
        "required": False,
        "description": texts(each.message),
        "schema": dict(each.schema),
        **({"style": "form", "explode": not each.is_list} if is_array else {}),
    }


def _feature(collection: Collection, texts: Texts) -> Document:
    """Return the schema of a feature."""
    properties: dict[str, Any] = dict(collection.schema(texts))
    return {
        "type": "object",
        "required": ["type", "id", "geometry", "properties"],
        "properties": {
            "type": {"type": "string", "enum": ["Feature"]},
            "id": {"type": "integer" if collection.name == "practices" else "string"},
            "geometry": _GEOMETRY,
            "properties": {
                "type": "object",
                "required": list(properties),
                "properties": properties,
            },
            "links": _LINKS,
        },
    }


def _features(collection: Collection) -> Document:
    """Return the schema of a part of the features."""
    one = {"$ref": f"#/components/schemas/{collection.name}"}
    count = {"type": "integer", "minimum": 0}
    return {
        "type": "object",
        "required": ["type", "features", "links", "numberMatched", "numberReturned"],
        "properties": {
            "type": {"type": "string", "enum": ["FeatureCollection"]},
            "features": {"type": "array", "items": one},
            "links": _LINKS,
            "numberMatched": count,
            "numberReturned": count,
        },
    }
