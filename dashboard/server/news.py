"""Answers with the news of the practices that a link shows, as an Atom feed.

`/nowosci.atom?woj=małopolskie&nowe=2026-09-01` has what is new and changed since that day among the
practices that `/?woj=małopolskie` shows; without a day, what is so since a month.
"""

import datetime as dt
import logging
from typing import Final
from urllib.parse import parse_qs, urlencode

from starlette.concurrency import run_in_threadpool
from starlette.responses import PlainTextResponse, Response
from starlette.types import ASGIApp, Receive, Scope, Send

from dashboard import url
from dashboard.errors import DashboardError, SettingsError
from dashboard.export.linked_filters import linked_filters
from dashboard.export.news_feed import atom, make_feed
from dashboard.locale import LANGUAGES, message, texts_in
from dashboard.server.https import address_of
from dashboard.store import open_store
from dashboard.ui.visit.data import geocoder, table_state
from dashboard.url import FEED_PATH, Dataset, Query
from geocoding import GeocodingError

_NOT_ALLOWED: Final = 405
_BAD_REQUEST: Final = 400
_UNAVAILABLE: Final = 503
_LOGGER: Final = logging.getLogger(__name__)
_FOR_S: Final = 300
"""A reader that asks again within so many seconds may be answered by what it has."""


class NewsFeed:
    """The application, with the feed of any link in front of it."""

    def __init__(self, app: ASGIApp, base_path: str = "") -> None:
        """Stand in front of an application.

        Args:
            app: What all else is passed on to.
            base_path: What stands before every page's path.
        """
        self._app = app
        before = base_path.strip("/")
        self._root = f"/{before}/" if before else "/"

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer with a feed, or pass the request on."""
        if scope["type"] != "http" or scope["path"] != f"{self._root}{FEED_PATH}":
            await self._app(scope, receive, send)
            return
        if scope["method"] not in ("GET", "HEAD"):
            answer: Response = PlainTextResponse("only GET", _NOT_ALLOWED, {"Allow": "GET, HEAD"})
        else:
            query = parse_qs(scope["query_string"].decode("latin-1"))
            answer = await run_in_threadpool(_answer, query, self._page(scope))
        await answer(scope, receive, send)

    def _page(self, scope: Scope) -> str:
        """Return the address of the map, as the browser that asks knows it."""
        return f"{address_of(scope)}{self._root}"


def _answer(asked: Query, page: str) -> Response:
    """Return the feed of a link, or why there is none."""
    query = url.bounded_query(asked)
    dataset = url.last(query, url.DATASET) or Dataset.TABLE
    if dataset != Dataset.TABLE:
        return PlainTextResponse(message("news-only-table", dataset=dataset), _BAD_REQUEST)
    language = url.last(query, url.LANGUAGE)
    texts = texts_in("en" if language == "en" else LANGUAGES[0])
    try:
        catalog = table_state().prepared.catalog
        filters = linked_filters(query, catalog, geocoder)
        link = f"{page}?{urlencode(query, doseq=True)}" if query else page
        now = dt.datetime.now().astimezone()
        feed = make_feed(open_store(), catalog, filters, link, texts, made_at=now)
    except SettingsError as error:
        return PlainTextResponse(str(error), _BAD_REQUEST)
    except (DashboardError, GeocodingError) as error:
        _LOGGER.warning("%s", error)
        return PlainTextResponse(message("news-not-now"), _UNAVAILABLE)
    headers = {"Cache-Control": f"private, max-age={_FOR_S}"}
    return Response(atom(feed, texts), headers=headers, media_type="application/atom+xml")
