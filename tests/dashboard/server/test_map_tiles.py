"""The tiles of the map's ground, which the server answers for."""

import asyncio
import gzip
from dataclasses import dataclass

import pytest

from dashboard.poland.ground_tiles import ground_version
from dashboard.server.map_tiles import MapTiles

TILE = "7/71/43"


@dataclass(frozen=True)
class Answer:
    status: int
    headers: dict[str, str]
    content: bytes


@pytest.fixture
def ask():
    """A function that gives the answer to a request, None where it is passed on."""

    def ask(path, *, base_path="", method="GET"):
        sent, passed_on = [], []

        async def app(scope, _receive, _send):
            passed_on.append(scope["path"])

        async def send(message):
            sent.append(message)

        scope = {"type": "http", "path": path, "method": method, "headers": []}
        asyncio.run(MapTiles(app, base_path)(scope, None, send))
        if passed_on:
            return None
        begin, rest = sent
        headers = {name.decode(): value.decode() for name, value in begin["headers"]}
        return Answer(begin["status"], headers, rest["body"])

    return ask


@pytest.mark.parametrize("base_path", ["", "praktyki", "/urzad/praktyki/"])
def test_a_tile_is_sent_compressed_and_may_be_kept(ask, base_path):
    prefix = "/".join(["", *filter(None, base_path.split("/")), "map-tiles/ground"])
    answer = ask(f"{prefix}/{ground_version()}/{TILE}", base_path=base_path)
    assert answer.status == 200
    assert answer.headers["content-type"] == "application/vnd.mapbox-vector-tile"
    assert answer.headers["content-encoding"] == "gzip"
    assert answer.headers["cache-control"] == "public, immutable, max-age=31536000"
    assert len(gzip.decompress(answer.content)) > len(answer.content) > 1000


def test_a_tile_of_another_version_is_not_to_be_kept(ask):
    answer = ask(f"/map-tiles/ground/older/{TILE}")
    assert answer.status == 200
    assert answer.headers["cache-control"] == "no-store"


def test_where_nothing_is_drawn_the_answer_is_empty(ask):
    answer = ask(f"/map-tiles/ground/{ground_version()}/7/0/0")
    assert (answer.status, answer.content) == (204, b"")


@pytest.mark.parametrize(
    "path",
    ["ground/v/7/71", "ground/v/7/71/43.png", "ground/v/-7/1/1", "other/v/7/71/43", "", "../x"],
)
def test_what_is_no_tile_is_not_found(ask, path):
    assert ask(f"/map-tiles/{path}").status == 404


def test_tiles_can_only_be_read(ask):
    assert ask(f"/map-tiles/ground/{ground_version()}/{TILE}", method="POST").status == 404


def test_all_else_is_passed_on(ask):
    assert ask("/map-tile") is None
