"""Cookies of logins as Streamlit writes and reads them, and what the server makes of them."""

import asyncio
import json
import random
from http.cookies import SimpleCookie

import httpx
import pytest
from starlette.applications import Starlette
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route
from streamlit import config
from streamlit.auth_util import set_cookie_with_chunks
from streamlit.web.server.starlette import starlette_auth_routes, starlette_websocket

from dashboard.errors import StoreError
from dashboard.server.login_format import MAX_BYTES, claims_in, shortened
from dashboard.server.logins import Logins, logins_of

CLAIMS = {
    "iss": "https://login.example.org",
    "sub": "anna",
    "iat": 1_700_000_000,
    "email": "Anna@example.org",
    "email_verified": True,
    "origin": "http://testserver",
    "is_logged_in": True,
    "provider": "default",
}


def noise(size):
    """Text of a length that gets no shorter by compression."""
    return random.Random(size).randbytes(size // 2 + 1).hex()[:size]  # noqa: S311  no secret


GROUPS = {"groups": [noise(32 + number) for number in range(120)]}
TOKENS = {"id_token": noise(900), "access_token": noise(6000)}


@pytest.fixture(autouse=True)
def secret():
    """A secret that cookies are signed with."""
    before = config.get_option("server.cookieSecret")
    config.set_option("server.cookieSecret", "0123456789abcdef" * 4)
    yield
    config.set_option("server.cookieSecret", before)


def cookies_of(claims, tokens=TOKENS):
    """The cookies that Streamlit makes of a login."""
    made = {}
    for name, content in (("_streamlit_user", claims), ("_streamlit_user_tokens", tokens)):
        set_cookie_with_chunks(
            lambda part, value: made.update({part: signed(part, value).decode()}),
            signed,
            name,
            content,
            cookie_attr_size=100,
        )
    return made


def signed(name, value):
    return starlette_auth_routes._create_signed_value_wrapper(name, value)  # noqa: SLF001


def read_by_streamlit(cookies):
    """What Streamlit makes of a browser's cookies when a page opens."""
    content = starlette_websocket._get_signed_cookie_with_chunks(cookies, "_streamlit_user")  # noqa: SLF001
    return starlette_websocket._parse_decoded_user_cookie(content, "http://testserver")  # noqa: SLF001


class Client:
    """A browser: it brings the cookies that it was given."""

    def __init__(self, app, scheme):
        self._app = app
        self._base = f"{scheme}://testserver"
        self.cookies = httpx.Cookies()

    def get(self, path):
        return asyncio.run(self._get(path))

    async def _get(self, path):
        transport = httpx.ASGITransport(self._app)
        async with httpx.AsyncClient(
            transport=transport, base_url=self._base, cookies=self.cookies
        ) as client:
            answer = await client.get(path)
            self.cookies = client.cookies
            return answer


@pytest.fixture
def open_client():
    """A function that opens a browser, without redirects, on an application with logins."""

    def start(end=lambda _: None, *, is_secure=False, base_path="", claims=CLAIMS):
        async def log_in(_request):
            answer = Response()
            for name, value in cookies_of(claims).items():
                answer.set_cookie(name, value, httponly=True, samesite="lax", path="/")
            answer.set_cookie("_streamlit_session", "x", httponly=True)
            answer.set_cookie("_streamlit_xsrf", "x")
            return answer

        async def plain(_request):
            return PlainTextResponse("page")

        before = f"/{base_path}" if base_path else ""
        routes = [
            Route(f"{before}/oauth2callback", log_in),
            Route(f"{before}/auth/logout", plain),
            Route(f"{before}/", plain),
        ]
        app = Logins(Starlette(routes=routes), end=end, is_secure=is_secure, base_path=base_path)
        return Client(app, "https" if is_secure else "http")

    return start


def held_bytes(client):
    return len("; ".join(f"{each.name}={each.value}" for each in client.cookies.jar))


def test_streamlit_reads_what_was_shortened():
    cookies = shortened(cookies_of(CLAIMS | GROUPS | {"name": "Anna"}))
    read = read_by_streamlit(cookies)
    assert read == {name: value for name, value in CLAIMS.items() if name != "origin"}


def test_the_identity_token_stays_where_there_is_room_and_no_other():
    cookies = shortened(cookies_of(CLAIMS))
    content = starlette_websocket._get_signed_cookie_with_chunks(  # noqa: SLF001
        cookies, "_streamlit_user_tokens"
    )
    assert json.loads(content) == {"id_token": TOKENS["id_token"]}


@pytest.mark.parametrize("groups", [0, 80, 120, 600])
@pytest.mark.parametrize("size", [100, 3000, 60_000])
def test_a_login_fits_into_one_cookie_whatever_the_token_holds(open_client, groups, size):
    names = [noise(36 + number) for number in range(groups)]
    client = open_client(claims=CLAIMS | {"groups": names, "picture": noise(size)})
    client.get("/oauth2callback")
    assert held_bytes(client) < MAX_BYTES + 100  # the cookies that are none of the login's
    assert claims_in(dict(client.cookies))["email"] == "Anna@example.org"


@pytest.mark.parametrize("name", ["iss", "sub", "email"])
def test_what_fits_into_no_cookie_is_no_login(open_client, caplog, name):
    client = open_client(claims=CLAIMS | {name: noise(9000)})
    client.get("/oauth2callback")
    assert claims_in(dict(client.cookies)) == {}
    assert "too long for a cookie" in caplog.text


def test_claims_that_are_no_plain_value_are_left_out():
    cookies = shortened(cookies_of(CLAIMS | {"email": ["anna@example.org"]}))
    assert "email" not in read_by_streamlit(cookies)


def test_pieces_that_a_browser_has_of_before_are_put_together_again(open_client):
    client = open_client()
    for name, value in cookies_of(CLAIMS | GROUPS).items():
        client.cookies.set(name, value, domain="testserver.local", path="/")
    before = held_bytes(client)
    client.get("/")
    assert before > 8000
    assert held_bytes(client) < MAX_BYTES
    assert claims_in(dict(client.cookies))["sub"] == "anna"


def test_pieces_of_before_go_with_a_new_login(open_client):
    client = open_client()
    client.cookies.set("_streamlit_user_7", "x" * 3000, domain="testserver.local", path="/")
    client.get("/oauth2callback")
    assert "_streamlit_user_7" not in dict(client.cookies)


@pytest.mark.parametrize("base_path", ["", "praktyki"])
@pytest.mark.parametrize("is_secure", [False, True])
def test_cookies_of_a_login_are_secure_where_there_is_https(open_client, is_secure, base_path):
    client = open_client(is_secure=is_secure, base_path=base_path)
    answer = client.get(f"/{base_path}/oauth2callback".replace("//", "/"))
    read = {
        name: morsel
        for line in answer.headers.get_list("set-cookie")
        for name, morsel in SimpleCookie(line).items()
    }
    for name in ("_streamlit_user", "_streamlit_user_tokens", "_streamlit_session"):
        assert bool(read[name]["secure"]) is is_secure
        assert read[name]["httponly"]
        assert read[name]["samesite"].lower() == "lax"
    assert read["_streamlit_user"]["path"] == f"/{base_path}"
    assert int(read["_streamlit_user"]["max-age"]) == 30 * 24 * 3600


@pytest.mark.parametrize("base_path", ["", "praktyki"])
def test_logging_out_by_a_link_ends_the_login(open_client, base_path):
    ended = []
    client = open_client(ended.append, base_path=base_path)
    prefix = f"/{base_path}" if base_path else ""
    client.get(f"{prefix}/oauth2callback")
    client.get(f"{prefix}/")
    assert ended == []
    assert client.get(f"{prefix}/auth/logout").text == "page"
    assert [each["sub"] for each in ended] == ["anna"]


@pytest.mark.parametrize("value", ["", "made-up", "chunks-3"])
def test_a_made_up_login_ends_nothing(open_client, value):
    ended = []
    client = open_client(ended.append)
    client.cookies.set("_streamlit_user", value)
    assert client.get("/auth/logout").text == "page"
    assert ended == []


def test_a_login_that_cannot_be_ended_everywhere_is_told(open_client):
    def refuse(_claims):
        raise StoreError("the disk is full")

    client = open_client(refuse)
    client.get("/oauth2callback")
    answer = client.get("/auth/logout")
    assert answer.status_code == 503
    assert "serwer nie mógł zapisać" in answer.text
    assert "disk" not in answer.text
    assert claims_in(dict(client.cookies)) == {}


def test_without_a_login_nothing_stands_there():
    assert logins_of(None, "") == []
