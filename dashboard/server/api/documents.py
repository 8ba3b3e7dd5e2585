"""The documents of the interface that say what it has: landing page, conformance, collections."""

from collections.abc import Sequence
from typing import Any, Final

from dashboard.locale import Texts
from dashboard.server.api.answers import CSV, FEATURES, FIGURES, GEOJSON, JSON, JSON_LD, OPENAPI
from dashboard.server.api.collections import COLLECTIONS, EXTENT, Collection
from dashboard.views.sources import sources

CONFORMANCE: Final = (
    "http://www.opengis.net/spec/ogcapi-common-1/1.0/conf/core",
    "http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/core",
    "http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/oas30",
    "http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/geojson",
)
CRS84: Final = "http://www.opengis.net/def/crs/OGC/1.3/CRS84"

Document = dict[str, Any]
"""An object of JSON."""


def link(href: str, rel: str, media_type: str, title: str = "") -> Document:
    """Return a link as OGC API has it."""
    found = {"href": href, "rel": rel, "type": media_type}
    return {**found, "title": title} if title else found


def landing_page(root: str, texts: Texts) -> Document:
    """Return what there is under `/api/`.

    Args:
        root: Address of the map, with a slash at its end.
        texts: The language.
    """
    api = f"{root}api"
    return {
        "title": texts("app-name"),
        "description": texts("api-about"),
        "attribution": attribution(),
        "links": [
            link(f"{api}/", "self", JSON),
            link(f"{api}/openapi.json", "service-desc", OPENAPI, texts("api-definition")),
            link(f"{api}/conformance", "conformance", JSON, texts("api-conformance")),
            link(f"{api}/collections", "data", JSON, texts("api-collections")),
            *(
                link(f"{api}/coverage?f={name}", "related", kind, texts("api-coverage"))
                for name, kind in FIGURES.items()
            ),
            link(f"{api}/dcat.jsonld", "describedby", JSON_LD, "DCAT-AP 3"),
            link(root, "alternate", "text/html", texts("app-name")),
        ],
    }


def conformance() -> Document:
    """Return which parts of the standards the interface follows."""
    return {"conformsTo": list(CONFORMANCE)}


def collections_page(root: str, texts: Texts) -> Document:
    """Return all collections."""
    api = f"{root}api"
    return {
        "links": [link(f"{api}/collections", "self", JSON), link(f"{api}/", "root", JSON)],
        "collections": [describe(each, root, texts) for each in COLLECTIONS],
    }


def describe(collection: Collection, root: str, texts: Texts) -> Document:
    """Return what a collection is."""
    own = f"{root}api/collections/{collection.name}"
    licences = dict.fromkeys(
        (source.licence_url, source.licence) for source in sources() if source.is_licence_stated
    )
    return {
        "id": collection.name,
        "title": texts(f"api-collection-{collection.name}"),
        "description": texts(f"api-collection-{collection.name}-about"),
        "attribution": attribution(),
        "itemType": "feature",
        "crs": [CRS84],
        "extent": {"spatial": {"bbox": [list(EXTENT)], "crs": CRS84}},
        "links": [
            link(own, "self", JSON),
            *(link(f"{own}/items?f={name}", "items", kind) for name, kind in FEATURES.items()),
            *(link(href, "license", "text/html", title) for href, title in licences),
        ],
    }


def attribution() -> str:
    """Return whose data it is, as it has to be shown."""
    return " · ".join(dict.fromkeys(source.attribution for source in sources()))


def feature_links(own: str, collection: Collection, root: str) -> list[Document]:
    """Return the links of one feature.

    Args:
        own: Its address.
        collection: What it is in.
        root: Address of the map, with a slash at its end.
    """
    return [
        link(own, "self", GEOJSON),
        link(f"{own}?f=csv", "alternate", CSV),
        link(f"{root}api/collections/{collection.name}", "collection", JSON),
    ]


def media_types(offered: dict[str, str]) -> Sequence[str]:
    """Return the media types of some formats, each once."""
    return tuple(dict.fromkeys(offered.values()))
