"""A visit is gone on with by the browser that began it, and by no other."""

import asyncio
import uuid

import pytest

from dashboard.server.https import browser_uses_https
from dashboard.server.visit_owner import COOKIE, VisitOwner


def put(server, visit, cookies, method="PUT"):
    """The status of the answer for a file that is put into a visit, or taken out."""
    body = (
        b'--m\r\nContent-Disposition: form-data; name="f"; filename="a.csv"\r\n\r\nx\r\n--m--\r\n'
    )
    return server.ask(
        f"/_stcore/upload_file/{visit}/{uuid.uuid4()}",
        method,
        body if method == "PUT" else None,
        Content_Type="multipart/form-data; boundary=m",
        X_Xsrftoken=cookies["_streamlit_xsrf"],
        Cookie="; ".join(f"{name}={value}" for name, value in cookies.items()),
    )[0]


def without_ours(cookies):
    return {name: value for name, value in cookies.items() if name != COOKIE}


def test_only_its_browser_takes_a_visit_up_and_puts_files_into_it(server):
    own, other = server.cookies(), server.cookies()
    assert own[COOKIE] != other[COOKIE]
    with server.open(own) as first:
        visit = server.run(first)
        for stranger in (other, without_ours(own), {}):
            with server.open(stranger, visit) as second:
                assert server.run(second) != visit
        server.run(first)  # it goes on undisturbed
        assert [put(server, visit, each) for each in (own, other, without_ours(own))] == [
            204,
            403,
            403,
        ]
        assert [put(server, visit, each, "DELETE") for each in (other, own)] == [403, 204]
    with server.open(own, visit) as again:
        assert server.run(again) == visit
        with server.open(own, visit) as twice:  # its network broke, and the server does not know
            assert server.run(twice) == visit
    assert "already connected" in server.said()
    assert visit not in server.said()
    assert "Traceback" not in server.said()


@pytest.fixture
def cookie_for():
    """A function that gives the cookie with which an answer comes; None where there is none."""

    def ask(path="/", kind="text/html; charset=utf-8", *, base_path="", login="", **named):
        given = []

        async def app(_scope, _receive, send):
            headers = [(b"content-type", kind.encode())]
            await send({"type": "http.response.start", "status": 200, "headers": headers})

        async def send(message):
            given.extend(
                value.decode() for name, value in message["headers"] if name == b"set-cookie"
            )

        headers = [
            (name.replace("_", "-").encode(), value.encode()) for name, value in named.items()
        ]
        scope = {
            "type": "http",
            "method": "GET",
            "path": path,
            "headers": headers,
            "scheme": "http",
        }
        asyncio.run(VisitOwner(app, base_path, login)(scope, None, send))
        return given[0].partition("; ")[2] if given else None

    return ask


LOGIN = "https://mapa.example.org/oauth2callback"


@pytest.mark.parametrize(
    ("asked", "attributes"),
    [
        pytest.param({}, "Path=/; HttpOnly; SameSite=Lax", id="a page"),
        pytest.param(
            {"base_path": "/praktyki/"}, "Path=/praktyki; HttpOnly; SameSite=Lax", id="under a path"
        ),
        pytest.param(
            {"x_forwarded_proto": "https"}, "Path=/; HttpOnly; SameSite=Lax; Secure", id="by https"
        ),
        pytest.param(
            {"login": LOGIN, "host": "mapa.example.org"},
            "Path=/; HttpOnly; SameSite=Lax; Secure",
            id="where people are sent back to by https",
        ),
        pytest.param(
            {"login": LOGIN, "host": "127.0.0.1:8501"},
            "Path=/; HttpOnly; SameSite=Lax",
            id="past the proxy",
        ),
        pytest.param(
            {"path": "/_stcore/health", "kind": "text/plain"},
            "Path=/; HttpOnly; SameSite=Lax",
            id="a page that the browser had already",
        ),
        pytest.param({"path": "/media/a.png", "kind": "image/png"}, None, id="a file"),
        pytest.param({"cookie": f"{COOKIE}={'a' * 43}"}, None, id="a browser that has one"),
        pytest.param(
            {"cookie": f"{COOKIE}=guess"}, "Path=/; HttpOnly; SameSite=Lax", id="no cookie of ours"
        ),
    ],
)
def test_a_browser_gets_a_cookie_that_no_script_reads(cookie_for, asked, attributes):
    assert cookie_for(**asked) == attributes


@pytest.mark.parametrize(
    ("scope", "expected"),
    [
        pytest.param({"scheme": "https", "headers": []}, True, id="here"),
        pytest.param({"scheme": "wss", "headers": []}, True, id="websocket"),
        pytest.param({"headers": [(b"x-forwarded-proto", b"HTTPS, http")]}, True, id="two proxies"),
        pytest.param({"headers": [(b"x-forwarded-proto", b"http")]}, False, id="plain"),
        pytest.param({"headers": []}, False, id="nothing said"),
    ],
)
def test_https_is_known_by_the_connection_or_the_proxy(scope, expected):
    assert browser_uses_https({"scheme": "http", **scope}) == expected
