"""Hands out the vector tiles of the map's ground.

An address names the version of the tiles, so a browser may hold what it got for good.
"""

import logging
import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from starlette.concurrency import run_in_threadpool
from starlette.responses import PlainTextResponse, Response
from starlette.types import ASGIApp, Receive, Scope, Send

from dashboard.errors import BasemapError
from dashboard.poland.base_map import base_map_tile, base_map_version
from dashboard.poland.ground_tiles import Tile, ground_tile, ground_version
from dashboard.views.map.tiles import PATH

_TILE: Final = re.compile(
    r"(?P<source>[a-z]{1,10})/(?P<version>\w{1,20})/(?P<z>\d{1,2})/(?P<x>\d{1,8})/(?P<y>\d{1,8})"
)
_NO_CONTENT: Final = 204
_NOT_FOUND: Final = 404
_UNAVAILABLE: Final = 503
_LOGGER: Final = logging.getLogger(__name__)
_FOR_GOOD: Final = "public, immutable, max-age=31536000"
_NOT_AT_ALL: Final = "no-store"


@dataclass(frozen=True, slots=True)
class TileSource:
    """What tiles come from.

    Attributes:
        version: Gives the name of the present content.
        tile: Gives a tile compressed with gzip, empty where there is none.
    """

    version: Callable[[], str]
    tile: Callable[[Tile], bytes]


_SOURCES: Final = {
    "ground": TileSource(ground_version, ground_tile),
    "file": TileSource(base_map_version, base_map_tile),
}


class MapTiles:
    """The application, with the tiles of the map's ground in front of it."""

    def __init__(self, app: ASGIApp, base_path: str = "") -> None:
        """Stand in front of an application.

        Args:
            app: What all else is passed on to.
            base_path: What stands before every page's path.
        """
        self._app = app
        before = base_path.strip("/")
        self._prefix = f"/{before}/{PATH}/" if before else f"/{PATH}/"

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer for a tile, or pass the request on."""
        if scope["type"] != "http" or not scope["path"].startswith(self._prefix):
            await self._app(scope, receive, send)
            return
        asked = _TILE.fullmatch(scope["path"].removeprefix(self._prefix))
        if asked is None or asked["source"] not in _SOURCES or scope["method"] != "GET":
            await PlainTextResponse("not found", _NOT_FOUND)(scope, receive, send)
            return
        tile = Tile(int(asked["z"]), int(asked["x"]), int(asked["y"]))
        source = _SOURCES[asked["source"]]
        answer = await run_in_threadpool(_answer, source, asked["version"], tile)
        await answer(scope, receive, send)


def _answer(source: TileSource, version: str, tile: Tile) -> Response:
    """Return a tile; one of another version than was asked for is not to be held."""
    try:
        content, present = source.tile(tile), source.version()
    except BasemapError as error:
        _LOGGER.warning("%s", error)
        headers = {"Cache-Control": _NOT_AT_ALL}
        return PlainTextResponse("the map file cannot be read", _UNAVAILABLE, headers)
    headers = {"Cache-Control": _FOR_GOOD if version == present else _NOT_AT_ALL}
    if not content:
        return Response(status_code=_NO_CONTENT, headers=headers)
    headers["Content-Encoding"] = "gzip"
    return Response(content, headers=headers, media_type="application/vnd.mapbox-vector-tile")
