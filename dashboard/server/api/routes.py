"""The addresses of the interface, and what answers at each."""

from collections.abc import Callable, Mapping, Sequence
from typing import Final
from urllib.parse import urlencode

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from dashboard.export.open_data.coverage_figures import coverage_csv, coverage_figures
from dashboard.export.open_data.dcat import dcat_catalogue
from dashboard.export.open_data.feature_csv import features_csv
from dashboard.export.open_data.practice_features import Feature
from dashboard.locale import Texts
from dashboard.server.api import documents
from dashboard.server.api.answers import (
    CSV,
    DOCUMENT,
    FEATURES,
    FIGURES,
    GEOJSON,
    JSON,
    JSON_LD,
    OPENAPI,
    answer,
    chosen_format,
    json_answer,
)
from dashboard.server.api.collections import COLLECTION, Collection, Found
from dashboard.server.api.documents import Document, link
from dashboard.server.api.openapi import (
    coverage_parameters,
    dcat_parameters,
    document_parameters,
    item_parameters,
    items_parameters,
    openapi,
)
from dashboard.server.api.parameters import Page, Parameter, check_parameters, read_page
from dashboard.server.api.problems import ProblemError, language_of
from dashboard.server.api.wanted import wanted_practices
from dashboard.server.https import address_of
from dashboard.ui.visit.data import table_state

_NOT_FOUND: Final = 404
_LONGEST_HEADER: Final = 2_000
_CRS_HEADER: Final = {"Content-Crs": f"<{documents.CRS84}>"}


def root_of(request: Request) -> str:
    """Return the address of the map as the asker knows it, with a slash at its end."""
    return f"{address_of(request.scope)}{request.scope.get('root_path', '')}/"


Answer = Callable[[Request], Response]
"""What answers at an address."""


def _document(make: Callable[[str, Texts], Document], media_type: str = JSON) -> Answer:
    """Return what answers with a document."""

    def respond(request: Request) -> Response:
        texts = _checked(request, document_parameters(), DOCUMENT)[0]
        return json_answer(request, make(root_of(request), texts), media_type)

    return respond


def _checked(
    request: Request, known: Sequence[Parameter], formats: Mapping[str, str]
) -> tuple[Texts, str]:
    """Return the language and the format that a request asks for, once it is well-formed.

    Raises:
        ProblemError: It asks for what there is not.
    """
    texts = language_of(request)
    check_parameters(request, known, texts)
    return texts, chosen_format(request, formats, texts)


def _openapi(request: Request) -> Response:
    """Answer with the description of the interface, in its own media type whatever is accepted."""
    texts = language_of(request)
    check_parameters(request, document_parameters(), texts)
    return json_answer(request, openapi(root_of(request), texts), OPENAPI)


def _dcat(request: Request) -> Response:
    """Answer with the catalogue after DCAT-AP, in its own media type whatever is accepted."""
    check_parameters(request, dcat_parameters(), language_of(request))
    catalogue = dcat_catalogue(root_of(request), table_state().changed_at)
    return json_answer(request, catalogue, JSON_LD)


def _collection_of(request: Request) -> Collection:
    """Return the collection that an address names.

    Raises:
        ProblemError: There is none of this name.
    """
    name = request.path_params["collection"]
    if name not in COLLECTION:
        known = ", ".join(COLLECTION)
        detail = language_of(request)("api-no-collection", name=name, known=known)
        raise ProblemError(_NOT_FOUND, detail)
    return COLLECTION[name]


def _about_collection(request: Request) -> Response:
    """Answer with what a collection is."""
    collection = _collection_of(request)
    texts, _ = _checked(request, document_parameters(), DOCUMENT)
    return json_answer(request, documents.describe(collection, root_of(request), texts))


def _items(request: Request) -> Response:
    """Answer with a part of the features of a collection."""
    collection = _collection_of(request)
    texts, chosen = _checked(request, items_parameters(), FEATURES)
    page = read_page(request, texts)
    found = collection.find(wanted_practices(request, texts), page, root_of(request))
    links = _page_links(request, collection, page, found)
    headers = {**_CRS_HEADER, **_link_header(links), "X-Total-Count": str(found.count)}
    if chosen == "csv":
        content = features_csv(found.features, list(collection.schema(texts)))
        return answer(request, content, CSV, headers)
    whole = {
        "type": "FeatureCollection",
        "numberMatched": found.count,
        "numberReturned": len(found.features),
        "links": links,
        "features": found.features,
    }
    return json_answer(request, whole, FEATURES[chosen], headers)


def _link_header(links: Sequence[Document]) -> dict[str, str]:
    """Return the header that leads to the next and the previous part, for who reads CSV.

    It is left out where it would be longer than a proxy takes.
    """
    around = [each for each in links if each["rel"] in ("next", "prev")]
    line = ", ".join(f'<{each["href"]}>; rel="{each["rel"]}"' for each in around)
    return {"Link": line} if 0 < len(line) <= _LONGEST_HEADER else {}


def _page_links(
    request: Request, collection: Collection, page: Page, found: Found
) -> list[Document]:
    """Return where a part itself is, the same in other formats, the next and the previous one."""
    root = root_of(request)
    own = f"{root}api/collections/{collection.name}"
    query = {name: request.query_params.getlist(name) for name in request.query_params}

    def address(**other: str) -> str:
        changed = urlencode({**query, **other}, doseq=True)
        return f"{own}/items?{changed}" if changed else f"{own}/items"

    links = [
        link(address(), "self", GEOJSON),
        *(link(address(f=name), "alternate", kind) for name, kind in FEATURES.items()),
        link(own, "collection", JSON),
    ]
    if page.offset + page.limit < found.count:
        links.append(link(address(offset=str(page.offset + page.limit)), "next", GEOJSON))
    if page.offset:
        before = max(0, min(page.offset, found.count) - page.limit)
        links.append(link(address(offset=str(before)), "prev", GEOJSON))
    return links


def _item(request: Request) -> Response:
    """Answer with one feature."""
    collection = _collection_of(request)
    texts, chosen = _checked(request, item_parameters(collection), FEATURES)
    name, root = request.path_params["name"], root_of(request)
    found = collection.find_one(wanted_practices(request, texts), name, root)
    if found is None:
        detail = texts("api-no-item", name=name[:100], collection=collection.name)
        raise ProblemError(_NOT_FOUND, detail)
    own = f"{root}api/collections/{collection.name}/items/{found['id']}"
    links = documents.feature_links(own, collection, root)
    return _feature_answer(request, {**found, "links": links}, chosen, collection, texts)


def _feature_answer(
    request: Request, feature: Feature, chosen: str, collection: Collection, texts: Texts
) -> Response:
    """Return one feature in a format."""
    if chosen == "csv":
        content = features_csv([feature], list(collection.schema(texts)))
        return answer(request, content, CSV, _CRS_HEADER)
    return json_answer(request, feature, FEATURES[chosen], _CRS_HEADER)


def _coverage(request: Request) -> Response:
    """Answer with the figures of coverage."""
    texts, chosen = _checked(request, coverage_parameters(), FIGURES)
    figures = coverage_figures(wanted_practices(request, texts).coverage(), texts)
    if chosen == "csv":
        return answer(request, coverage_csv(figures), CSV)
    return json_answer(request, figures)


ROUTES: Final = (
    *(Route(path, _document(documents.landing_page)) for path in ("/api", "/api/")),
    Route("/api/openapi.json", _openapi),
    Route("/api/dcat.jsonld", _dcat),
    Route("/api/conformance", _document(lambda _root, _texts: documents.conformance())),
    Route("/api/collections", _document(documents.collections_page)),
    Route("/api/collections/{collection}", _about_collection),
    Route("/api/collections/{collection}/items", _items),
    Route("/api/collections/{collection}/items/{name}", _item),
    Route("/api/coverage", _coverage),
)
"""All addresses of the interface, behind the base path."""
