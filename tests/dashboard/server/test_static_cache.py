"""Streamlit's own files, which the server answers for from memory."""

import asyncio
import gzip
from pathlib import Path

import pytest
import streamlit

from dashboard.server.static_cache import StaticCache

FOLDER = Path(streamlit.__file__).parent / "static" / "static"
SCRIPT = min(FOLDER.glob("js/index.*.js"))
FONT = min(FOLDER.glob("media/*.woff2"))
ONE_YEAR = b"public, immutable, max-age=31536000"


@pytest.fixture
def ask():
    """A function that gives the headers and the content of an answer, None where it passes on."""

    def ask(path, *, base_path="", method="GET", kind="http", encoding="gzip, br"):
        sent, passed_on = [], []

        async def app(scope, _receive, _send):
            passed_on.append(scope["path"])

        async def send(message):
            sent.append(message)

        headers = [(b"accept-encoding", encoding.encode())]
        scope = {"type": kind, "path": path, "method": method, "headers": headers}
        asyncio.run(StaticCache(app, base_path)(scope, None, send))
        if passed_on:
            return None
        begin, rest = sent
        assert begin["status"] == 200
        return dict(begin["headers"]), rest["body"]

    return ask


@pytest.mark.parametrize("base_path", ["", "praktyki", "/urzad/praktyki/"])
def test_a_script_is_sent_compressed_and_may_be_kept(ask, base_path):
    path = f"/{base_path.strip('/')}/static/js/{SCRIPT.name}".replace("//", "/")
    headers, body = ask(path, base_path=base_path)
    assert gzip.decompress(body) == SCRIPT.read_bytes()
    assert headers[b"content-type"].startswith(b"text/javascript")
    assert headers[b"content-encoding"] == b"gzip"
    assert headers[b"vary"] == b"Accept-Encoding"
    assert headers[b"cache-control"] == ONE_YEAR
    assert headers[b"content-length"] == str(len(body)).encode()


def test_a_font_is_sent_as_it_is(ask):
    headers, body = ask(f"/static/media/{FONT.name}", encoding="identity")
    assert body == FONT.read_bytes()
    assert headers[b"content-type"] == b"font/woff2"
    assert b"content-encoding" not in headers


@pytest.mark.parametrize(
    ("path", "asked"),
    [
        pytest.param("/", {}, id="page"),
        pytest.param(f"/js/{SCRIPT.name}", {}, id="without its folder"),
        pytest.param("/static/js/none.js", {}, id="no file"),
        pytest.param("/static/js/../../index.html", {}, id="outside"),
        pytest.param(f"/static/js/{SCRIPT.name}", {"base_path": "praktyki"}, id="another path"),
        pytest.param(f"/static/js/{SCRIPT.name}", {"method": "HEAD"}, id="headers alone"),
        pytest.param(f"/static/js/{SCRIPT.name}", {"encoding": "br"}, id="no compression"),
        pytest.param(f"/static/js/{SCRIPT.name}", {"kind": "websocket"}, id="websocket"),
    ],
)
def test_all_else_is_passed_on(ask, path, asked):
    assert ask(path, **asked) is None
