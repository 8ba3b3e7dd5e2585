"""What every answer forbids the browser, and which websockets are refused."""

import asyncio

import pytest

from dashboard.server.protection import HEADERS, Protection, frame_policy, page_policy

PAGE_SCRIPTS = "script-src 'self' blob: 'sha256-"
FRAME_SCRIPTS = "script-src 'self' 'unsafe-inline' 'unsafe-eval'"


@pytest.fixture
def answer():
    """A function that gives what is sent for a request, and whether the application saw it."""

    def ask(kind, path="/", **headers):
        sent, seen = [], []

        async def app(scope, _receive, send):
            seen.append(scope["path"])
            begin = {"type": "http.response.start", "status": 200, "headers": [(b"etag", b"1")]}
            await send(begin if kind == "http" else {"type": "websocket.accept"})

        async def send(message):
            sent.append(message)

        scope = {
            "type": kind,
            "path": path,
            "headers": [(name.encode(), value.encode()) for name, value in headers.items()],
        }
        asyncio.run(Protection(app)(scope, None, send))
        return sent, bool(seen)

    return ask


@pytest.mark.parametrize(
    ("path", "scripts"),
    [
        pytest.param("/", PAGE_SCRIPTS, id="page"),
        pytest.param("/praktyki/pokrycie", PAGE_SCRIPTS, id="page under a path"),
        pytest.param("/praktyki/component/a/index.html", FRAME_SCRIPTS, id="frame"),
    ],
)
def test_every_answer_carries_the_headers(answer, path, scripts):
    (begin,), _ = answer("http", path)
    headers = {name.decode(): value.decode() for name, value in begin["headers"]}
    policy = headers.pop("content-security-policy").split("; ")
    assert headers == {"etag": "1", **{name.lower(): value for name, value in HEADERS.items()}}
    assert {"default-src 'none'", "connect-src 'self'", "frame-ancestors 'self'"} <= set(policy)
    (allowed,) = [rule for rule in policy if rule.startswith("script-src")]
    assert allowed.startswith(scripts)


@pytest.mark.parametrize(
    ("origin", "is_let_in"),
    [
        pytest.param("https://praktyki.example.org", True, id="own page"),
        pytest.param(None, True, id="no browser"),
        pytest.param("https://example.org", False, id="page of another site"),
        pytest.param("https://praktyki.example.org:8443", False, id="another port"),
        pytest.param("http://localhost", False, id="another server of this machine"),
        pytest.param("null", False, id="page of no site"),
        pytest.param("", False, id="empty"),
        pytest.param("http://[bad", False, id="no address"),
        pytest.param("http://praktyki.example.org:x", False, id="no port"),
    ],
)
def test_only_pages_of_this_server_get_a_websocket(answer, origin, is_let_in):
    headers = {"host": "praktyki.example.org"} | ({} if origin is None else {"origin": origin})
    sent, is_seen = answer("websocket", "/_stcore/stream", **headers)
    assert is_seen == is_let_in
    assert [message["type"] for message in sent] == [
        "websocket.accept" if is_let_in else "websocket.close"
    ]


@pytest.mark.parametrize("origin", ["http://[bad", "http://a:99999", "//["])
def test_a_request_whose_origin_is_no_address_is_refused(answer, origin):
    (begin, _), is_seen = answer("http", "/_stcore/upload_file/a/b", origin=origin)
    assert not is_seen
    assert begin["status"] == 400


ORIGINS = ["http://[bad", "http://a:99999", "null", "", "http://", "//[", "http://a]", "\xff"]


def test_no_origin_makes_the_server_fail(server):
    for origin in ORIGINS:
        for path in ("/", "/_stcore/host-config", "/media/a", "/component/a/b"):
            assert server.ask(path, Origin=origin)[0] < 500, (origin, path)
        upgrade = {
            "Upgrade": "websocket",
            "Connection": "Upgrade",
            "Sec-WebSocket-Version": "13",
            "Sec-WebSocket-Key": "AAAAAAAAAAAAAAAAAAAAAA==",
        }
        assert server.ask("/_stcore/stream", Origin=origin, **upgrade)[0] == 403, origin
    assert "Exception" not in server.said()


@pytest.mark.parametrize(
    ("path", "status"),
    [
        pytest.param("/_stcore/metrics", 404, id="figures"),
        pytest.param("/_stcore/metrics/", 404, id="figures, with a slash"),
        pytest.param("/_stcore/agent/openapi.json", 404, id="what programs may do"),
        pytest.param("/_stcore/agent/mcp", 404, id="programs"),
        pytest.param("/_stcore/script-health-check", 404, id="runs of pages"),
        pytest.param("/_stcore/bidi-components/a/b", 404, id="files of components"),
        pytest.param("/_stcore/health", 200, id="health"),
        pytest.param("/_stcore/host-config", 200, id="settings of the page"),
    ],
)
def test_only_those_addresses_are_there_that_pages_ask_for(server, path, status):
    assert server.ask(path)[0] == status


def test_maps_alone_show_pictures_of_the_named_sites():
    sites = ("https://a.example.org", "https://b.example.org:8443")
    pictures = "img-src 'self' data: blob: https://a.example.org https://b.example.org:8443"
    assert pictures in frame_policy(sites).split("; ")
    assert "img-src 'self' data: blob:" in page_policy().split("; ")
    assert "img-src 'self' data: blob:" in frame_policy().split("; ")
