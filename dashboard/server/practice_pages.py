"""Answers with the permanent page of a practice, `/praktyka/150`, and with the sitemap of all."""

from typing import Final

from starlette.requests import Request
from starlette.responses import HTMLResponse, PlainTextResponse, Response
from starlette.routing import Route

from dashboard.errors import DashboardError
from dashboard.export.open_data.practice_page import missing_page, practice_page
from dashboard.export.open_data.sitemap import sitemap
from dashboard.server.api.answers import answer
from dashboard.server.api.problems import answer_unavailable, language_of
from dashboard.server.api.routes import root_of
from dashboard.ui.visit.data import table_state
from geocoding import GeocodingError

_NOT_FOUND: Final = 404
_HTML: Final = "text/html; charset=utf-8"
_DIGITS_MOST: Final = 10


def _practice(request: Request) -> Response:
    """Answer with the page of a practice, or say that there is none."""
    texts, root = language_of(request), root_of(request)
    name = request.path_params["name"]
    try:
        catalog = table_state().prepared.catalog
    except (DashboardError, GeocodingError) as error:
        refusal = answer_unavailable(request, error)
        page = missing_page(texts("api-unavailable"), root, texts)
        headers = {key: refusal.headers[key] for key in ("cache-control", "retry-after")}
        return HTMLResponse(page, refusal.status_code, headers=headers)
    is_number = name.isascii() and name.isdecimal() and len(name) <= _DIGITS_MOST
    row = catalog.position_of(int(name)) if is_number else None
    if row is None:
        heading = texts("practice-page-missing", number=name[:_DIGITS_MOST])
        page = missing_page(heading, root, texts)
        return HTMLResponse(page, _NOT_FOUND, headers={"Cache-Control": "no-cache"})
    page = practice_page(catalog, row, root, texts)
    return answer(request, page.encode(), _HTML)


def _sitemap(request: Request) -> Response:
    """Answer with a sitemap, or a part of one."""
    part = request.path_params.get("part")
    try:
        content = sitemap(table_state().prepared.catalog, root_of(request), part)
    except IndexError:
        return PlainTextResponse("not found", _NOT_FOUND)
    return answer(request, content, "application/xml")


ROUTES: Final = (
    Route("/praktyka/{name}", _practice),
    Route("/sitemap.xml", _sitemap),
    Route("/sitemap-{part:int}.xml", _sitemap),
)
"""The addresses of pages for search engines, behind the base path."""
